"""Own trainers against bought places: a year's figures, kept once it has ended (source: T26)."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from competence.models import Employee, Municipality, Unit
from trainers.models import ComparedYear


class NotOver(Exception):
    """The year runs still: what is written in it counts."""


class KeptAlready(Exception):
    """The figures of a year are kept once: two days' figures could be held against each other."""


@transaction.atomic
def keep(*, municipality: Unit, year: int, figures: Mapping[str, object], by: Employee, at: datetime) -> ComparedYear:
    """Fix what the figures of `year` are at this moment. Raises NotOver, KeptAlready."""
    if year >= timezone.localdate(at).year:
        raise NotOver
    Municipality.objects.select_for_update(of=("self",)).get(unit=municipality)
    if ComparedYear.objects.filter(municipality=municipality, year=year).exists():
        raise KeptAlready
    return ComparedYear.objects.create(
        municipality=municipality, year=year, figures=dict(figures), made_by=by, made_at=at
    )
