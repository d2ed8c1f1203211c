"""Steps of a career, taken by the app that gives the role (source: T15)."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction

from competence.models import CareerStep, Employee, Unit


@dataclass(frozen=True)
class RoleFacts:
    """Whose role it is, what it follows from, what it is called (empty: trainer) and within what."""

    employee: Employee
    unit: Unit
    subject: str
    field: str
    title: str = ""


@transaction.atomic
def take_step(*, role: RoleFacts, level: str, on: date) -> CareerStep:
    """The role is at `level` from `on`; the step before ends the day before. The same level again changes nothing."""
    now = CareerStep.objects.select_for_update().open().filter(subject=role.subject).first()
    if now and now.level == level:
        return now
    if now and now.starts_on >= on:
        now.level = CareerStep.Level(level)
        now.save(update_fields=["level"])
        return now
    if now:
        now.ends_on = on - timedelta(days=1)
        now.save(update_fields=["ends_on"])
    return CareerStep.objects.create(level=CareerStep.Level(level), starts_on=on, **role.__dict__)


@transaction.atomic
def end(*, subject: str, on: date) -> None:
    """The role is over; `on` is its last day."""
    for step in CareerStep.objects.open().filter(subject=subject):
        step.ends_on = max(on, step.starts_on)
        step.save(update_fields=["ends_on"])
