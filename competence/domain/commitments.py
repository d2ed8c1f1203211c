"""Roles that take hours, whichever app gives them (source: T27)."""

from collections.abc import Collection
from datetime import date
from typing import Protocol

from django.db import transaction

from competence.models import Commitment, Employee, Unit


class NoRoom(Exception):
    """`unit` cannot do without so much: `hours` a week are lacking."""

    def __init__(self, unit: Unit, hours: int) -> None:
        super().__init__(unit, hours)
        self.unit, self.hours = unit, hours


class Busy(Exception):
    """Others held the unit for longer than we wait; trying again helps."""


class Guard(Protocol):
    """Keeps what may be taken from units."""

    def take(self, *, unit: int, employee: int, hours: int, on: date) -> None:
        """A person and hours a week go out of `unit`, said on `on`. Raises NoRoom, Busy."""

    def recount(self, *, units: Collection[int], on: date) -> None:
        """Give back what nobody holds any more on the day after `on`. Raises Busy."""


# The app that knows the limits of units adds its own when it is loaded.
GUARDS: list[Guard] = []


@transaction.atomic
def take_on(
    *,
    employee: Employee,
    unit: Unit,
    kind: str,
    hours: int,
    starts_on: date,
    ends_on: date,
    on: date,
    subject: str = "",
) -> Commitment:
    """A role that takes hours from `unit`, if it has them: representative, mentor, whatever. Raises NoRoom, Busy."""
    for guard in GUARDS:
        guard.take(unit=unit.pk, employee=employee.pk, hours=hours, on=on)
    return commit(
        employee=employee, unit=unit, kind=kind, hours=hours, starts_on=starts_on, ends_on=ends_on, subject=subject
    )


@transaction.atomic
def commit(
    *, employee: Employee, unit: Unit, kind: str, hours: int, starts_on: date, ends_on: date, subject: str = ""
) -> Commitment:
    """`hours` a week from `starts_on` until `ends_on` (inclusive); `subject` says what they follow from."""
    return Commitment.objects.create(
        employee=employee,
        unit=unit,
        kind=Commitment.Kind(kind),
        subject=subject,
        hours=hours,
        starts_on=starts_on,
        ends_on=ends_on,
    )


@transaction.atomic
def release(*, subject: str, on: date) -> None:
    """What follows from `subject` ends on `on`; what has not begun then goes."""
    rows = Commitment.objects.filter(subject=subject)
    rows.filter(starts_on__gt=on).delete()
    rows.filter(ends_on__gt=on).update(ends_on=on)


@transaction.atomic
def give_back(*, subject: str, last: date, on: date) -> None:
    """As `release` with `last`, and the units are given their hours back as of `on`. Raises Busy."""
    units = set(Commitment.objects.filter(subject=subject).values_list("unit", flat=True))
    release(subject=subject, on=last)
    for guard in GUARDS if units else ():
        guard.recount(units=units, on=on)


@transaction.atomic
def end(*, commitment: Commitment, on: date) -> Commitment | None:
    """The last day with the role; None when it had not begun and is gone."""
    if commitment.starts_on > on:
        commitment.delete()
        return None
    commitment.ends_on = min(commitment.ends_on, on)
    commitment.save(update_fields=["ends_on"])
    return commitment
