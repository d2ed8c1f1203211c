"""The collective orientation: what was granted, told to the department after everybody had an answer (source: S48).

It names courses, teams and numbers of places, never persons: future courses are nobody else's business, and the
person concerned has read it in the answer (docs/adr/0003).
"""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from annualcycle import emails
from annualcycle.models import Cycle, Orientation
from annualcycle.queries.orientation import staff_of, unanswered
from competence.domain import mailings
from competence.models import Employee


class NotAllAnswered(Exception):
    """Individual answers come first; `missing` wishes have none yet (0: the answers are not released)."""

    def __init__(self, missing: int) -> None:
        super().__init__(missing)
        self.missing = missing


class AlreadyPublished(Exception):
    """The department has read it; it is not changed afterwards."""


@transaction.atomic
def write(*, cycle: Cycle, introduction: str) -> Orientation:
    """Keep the text above the list, until it is published. Raises AlreadyPublished."""
    orientation = _locked(cycle)
    orientation.introduction = introduction.strip()
    orientation.save()
    return orientation


@transaction.atomic
def publish(*, cycle: Cycle, by: Employee, at: datetime) -> Orientation:
    """Show it to everybody in the centre and mail them. Raises NotAllAnswered, AlreadyPublished (sources: S47, S48)."""
    orientation = _locked(cycle)
    missing = unanswered(cycle)
    if missing or not orientation.cycle.is_released:
        raise NotAllAnswered(missing)
    orientation.published_at, orientation.published_by = at, by
    orientation.save()
    on = timezone.localdate(at)
    for employee in staff_of(orientation.cycle, on):
        mailings.notify(
            kind="orientation_published",
            about=f"cycle:{cycle.pk}",
            recipient=employee,
            message=emails.orientation_published(orientation, employee),
            due_on=on,
            at=at,
        )
    return orientation


def _locked(cycle: Cycle) -> Orientation:
    """The year's orientation, perhaps not stored yet, under the lock of the year. Raises AlreadyPublished."""
    year = Cycle.objects.select_for_update(of=("self",)).select_related("unit").get(pk=cycle.pk)
    orientation = Orientation.objects.filter(cycle=year).first() or Orientation(cycle=year)
    if orientation.published_at is not None:
        raise AlreadyPublished
    orientation.cycle = year
    return orientation
