"""The yearly evaluation: figures without persons, what was learnt, what changes (source: S67)."""

from dataclasses import asdict
from datetime import datetime
from typing import Any

from django.db import transaction

from annualcycle.models import Cycle, Evaluation
from annualcycle.queries.fairness import across, read_years, years_of
from annualcycle.queries.figures import figures_of
from annualcycle.queries.monitor import monitor_of
from competence.models import Employee


class NotReleased(Exception):
    """A year is evaluated after its answers."""


class NothingWritten(Exception):
    """An evaluation says what was learnt."""


class AlreadyFinished(Exception):
    """The evaluation has been read; its figures and words stay as they are."""


@transaction.atomic
def save(*, cycle: Cycle, text: str, changes: str, at: datetime) -> Evaluation:
    """Keep the words, with the figures as they are now. Raises AlreadyFinished."""
    year = _locked(cycle)
    found = Evaluation.objects.filter(cycle=year).first() or Evaluation(cycle=year)
    found.text, found.changes, found.saved_at = text.strip(), changes.strip(), at
    found.figures = figures_of(year).as_json()
    found.save()
    return found


@transaction.atomic
def finish(*, cycle: Cycle, by: Employee, at: datetime) -> Cycle:
    """Freeze figures and words, for all who may read figures.

    Frozen once, so that nobody compares two days' figures to find the person in between.
    Raises NotReleased, NothingWritten, AlreadyFinished.
    """
    year = _locked(cycle)
    if not year.is_released:
        raise NotReleased
    found = Evaluation.objects.filter(cycle=year).exclude(text="").first()
    if found is None:
        raise NothingWritten
    found.figures = figures_of(year).as_json() | _across_the_years(year)
    found.saved_at = at
    found.save()
    year.evaluated_at, year.evaluated_by = at, by
    year.save(update_fields=["evaluated_at", "evaluated_by"])
    return year


def _across_the_years(year: Cycle) -> dict[str, Any]:
    """How fair the years until `year` were, and whether all were treated alike, safe to show to anybody."""
    years = [one for one in years_of(year.unit) if one.year <= year.year]
    read = [*read_years(one for one in years if one.pk != year.pk), year]
    monitor = monitor_of(year.unit, read).as_json()
    return {"across": [asdict(one) for one in across(read)], "monitor": monitor}


def _locked(cycle: Cycle) -> Cycle:
    year = Cycle.objects.select_for_update(of=("self",)).select_related("unit").get(pk=cycle.pk)
    if year.evaluated_at is not None:
        raise AlreadyFinished
    return year
