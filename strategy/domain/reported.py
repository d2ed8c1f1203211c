"""What trainers have reported, taken into a version as a need (source: T21)."""

from datetime import date, datetime

from django.db import transaction

from competence.domain import reported_needs
from competence.models import Employee, ReportedNeed
from strategy.domain.editing import NeedFacts, add_need
from strategy.models import Need, Section


@transaction.atomic
def take_over(
    *, reported: ReportedNeed, section: Section, facts: NeedFacts, by: Employee, on: date, at: datetime
) -> Need:
    """A need under `section`; the one who reported reads its number and title.

    Raises IsFrozen, NotWritable, reported_needs.AnsweredAlready.
    """
    need = add_need(section=section, facts=facts, on=on)
    name = f"{need.reference} {need.title}"
    reported_needs.take_over(reported=reported, subject=f"need:{need.pk}", taken_as=name, by=by, at=at)
    return need
