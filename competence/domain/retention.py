"""Erasing what has been kept long enough."""

from dataclasses import dataclass
from datetime import date, datetime

from django.contrib.auth.hashers import make_password
from django.db import models, transaction

from competence import emails
from competence.domain import mailings
from competence.models import Employee, Employment, Erasure, Municipality, Role, RoleAssignment, Unit
from competence.retention import ANONYMOUS, REGISTRY, PersonalData
from competence.tracking import event_tables

KEEPERS = (Role.HR, Role.ADMINISTRATOR)
# Two weeks after it was told what is due.
DAY_OF_ERASING = 15


@dataclass(frozen=True)
class Due:
    """What of one kind is due, as primary keys."""

    kind: PersonalData
    keys: tuple[int, ...]


def due(municipality: Unit, on: date) -> list[Due]:
    """What of its people's has been kept long enough on `on`, in the order in which it can go; empty kinds left out."""
    last = (Employment, Employee)
    kinds = sorted(REGISTRY, key=lambda kind: last.index(kind.model) + 1 if kind.model in last else 0)
    found = [Due(kind, tuple(kind.due(on, municipality.pk).values_list("pk", flat=True))) for kind in kinds]
    return [each for each in found if each.keys]


@transaction.atomic
def erase(*, municipality: Unit, on: date, at: datetime) -> list[Erasure]:
    """Erase what is due on `on` with its history, and log how much of what; all or nothing."""
    erased = []
    for each in due(municipality, on):
        if each.kind.anonymise:
            _make_anonymous(each.keys)
        else:
            each.kind.model._default_manager.filter(pk__in=each.keys).delete()
        _forget_history(each.kind.model, each.keys)
        count = len(each.keys)
        erased.append(Erasure(municipality=municipality, what=str(each.kind.what), rows=count, made_at=at))
    return Erasure.objects.bulk_create(erased)


def choose(*, settings: Municipality, by_itself: bool) -> Municipality:
    """Whether the municipality has what is due erased each month by itself; nothing is until it says so."""
    settings.erases_by_itself = by_itself
    settings.save(update_fields=["erases_by_itself"])
    return settings


def tell(*, settings: Municipality, on: date, at: datetime) -> int:
    """Tell who looks after the municipality's settings how much is due; once a month. Returns how many were told."""
    rows = sum(len(each.keys) for each in due(settings.unit, on))
    if not rows:
        return 0
    keepers = RoleAssignment.objects.valid_on(on).filter(unit=settings.unit, role__in=KEEPERS)
    told = 0
    for keeper in Employee.objects.filter(pk__in=keepers.values("employee")).order_by("pk"):
        goes_on = erases_on(on) if settings.erases_by_itself else None
        message = emails.retention_due(keeper, rows=rows, goes_on=goes_on)
        month = on.replace(day=1)
        about = f"municipality:{settings.pk}"
        told += (
            mailings.notify(kind="retention_due", about=about, recipient=keeper, message=message, due_on=month, at=at)
            is not None
        )
    return told


def erases_on(told_on: date) -> date:
    """The day of the month on which what was told on its first is erased, where that is chosen."""
    return told_on.replace(day=DAY_OF_ERASING)


def _make_anonymous(keys: tuple[int, ...]) -> None:
    """The row stays, because decisions name who made them; the person is gone from it."""
    Employee.objects.filter(pk__in=keys).update(
        first_name="",
        last_name=ANONYMOUS,
        number=models.functions.Concat(models.Value("#"), models.functions.Cast("pk", models.CharField())),
        email=None,
        password=make_password(None),
        is_active=False,
    )


def _forget_history(model: type[models.Model], keys: tuple[int, ...]) -> None:
    for events in event_tables(model):
        events._default_manager.filter(pgh_obj_id__in=keys).delete()
