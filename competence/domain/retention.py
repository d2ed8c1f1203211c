"""Erasing what has been kept long enough."""

from dataclasses import dataclass
from datetime import date, datetime

from django.contrib.auth.hashers import make_password
from django.db import models, transaction

from competence.models import Employee, Employment, Erasure
from competence.retention import ANONYMOUS, REGISTRY, PersonalData
from competence.tracking import event_tables


@dataclass(frozen=True)
class Due:
    """What of one kind is due, as primary keys."""

    kind: PersonalData
    keys: tuple[int, ...]


def due(on: date) -> list[Due]:
    """What has been kept long enough on `on`, in the order in which it can go; kinds without any are left out."""
    last = (Employment, Employee)
    kinds = sorted(REGISTRY, key=lambda kind: last.index(kind.model) + 1 if kind.model in last else 0)
    found = [Due(kind, tuple(kind.due(on).values_list("pk", flat=True))) for kind in kinds]
    return [each for each in found if each.keys]


@transaction.atomic
def erase(*, on: date, at: datetime) -> list[Erasure]:
    """Erase what is due on `on` with its history, and log how much of what; all or nothing."""
    erased = []
    for each in due(on):
        if each.kind.anonymise:
            _make_anonymous(each.keys)
        else:
            each.kind.model._default_manager.filter(pk__in=each.keys).delete()
        _forget_history(each.kind.model, each.keys)
        erased.append(Erasure(what=str(each.kind.what), rows=len(each.keys), made_at=at))
    return Erasure.objects.bulk_create(erased)


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
