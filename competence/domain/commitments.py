"""Roles that take hours, whichever app gives them (source: T27)."""

from datetime import date

from django.db import transaction

from competence.models import Commitment, Employee, Unit


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
def end(*, commitment: Commitment, on: date) -> Commitment | None:
    """The last day with the role; None when it had not begun and is gone."""
    if commitment.starts_on > on:
        commitment.delete()
        return None
    commitment.ends_on = min(commitment.ends_on, on)
    commitment.save(update_fields=["ends_on"])
    return commitment
