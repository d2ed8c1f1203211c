"""The figures of who stays, made once a year and then fixed (source: T28)."""

from datetime import date, datetime

from django.db import transaction

from competence.models import Employee, Municipality, Unit
from trainers.models import StayingYear
from trainers.queries.staying import employed_days, latest, members_of
from trainers.staying import as_json, cohorts_of, from_json


class MadeAlready(Exception):
    """The figures of a year are made once: two days' figures could be held against each other."""


@transaction.atomic
def make(*, municipality: Unit, year: int, by: Employee, at: datetime) -> StayingYear:
    """Count as of the first day of `year`, on top of what earlier figures have shown. Raises MadeAlready."""
    settings = Municipality.objects.select_for_update(of=("self",)).get(unit=municipality)
    before = latest(municipality)
    if before and before.year >= year:
        raise MadeAlready
    periods = employed_days(municipality)

    def is_employed(person: int, on: date) -> bool:
        return any(first <= on and (last is None or last >= on) for first, last in periods.get(person, ()))

    cohorts = cohorts_of(
        members_of(municipality),
        is_employed,
        year=year,
        smallest=settings.smallest_cell,
        before=from_json(before.figures) if before else (),
    )
    return StayingYear.objects.create(
        municipality=municipality, year=year, figures=as_json(cohorts), made_by=by, made_at=at
    )
