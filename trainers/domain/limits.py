"""How much trainers take from each unit: counted only here, under the lock of the unit's row (source: T27)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db import OperationalError, connection, transaction
from psycopg2.errors import LockNotAvailable

from competence.domain import commitments
from competence.models import Unit
from trainers.models import UnitLimit
from trainers.queries.heads import heads_of

LOCK_TIMEOUT = "3s"


@dataclass(frozen=True)
class Drain:
    """People (by key) and hours a week taken from a unit; whoever has a role already is no head more."""

    people: frozenset[int]
    hours: int


class OverLimit(commitments.NoRoom):
    """`unit` cannot do without so much: `members` and `hours` are what is lacking, 0 where there is enough."""

    def __init__(self, unit: Unit, members: int, hours: int) -> None:
        super().__init__(unit, hours)
        self.members = members


class BelowUse(Exception):
    """More is taken from the unit already than the new limit allows."""


class Busy(commitments.Busy):
    """Others held the unit for longer than we wait; trying again helps."""


def locked(units: list[int]) -> dict[int, UnitLimit]:
    """The rows of `units`, made where there are none, locked in one order until the transaction ends. Raises Busy."""
    UnitLimit.objects.bulk_create([UnitLimit(unit_id=unit) for unit in sorted(units)], ignore_conflicts=True)
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL lock_timeout = %s", [LOCK_TIMEOUT])
    rows = UnitLimit.objects.filter(unit__in=units).select_related("unit")
    try:
        return {row.unit_id: row for row in rows.select_for_update(of=("self",)).order_by("pk")}
    except OperationalError as error:
        if isinstance(error.__cause__, LockNotAvailable):
            raise Busy from error
        raise


@transaction.atomic
def take(*, drains: Mapping[int, Drain], on: date) -> None:
    """Take from each unit (by key) on `on` what its `Drain` says, or nothing at all. Raises OverLimit, Busy.

    Who is a head is looked up under the lock, so that two roles of one person are one head, also at the same time.
    """
    rows = locked(list(drains))
    heads = heads_of(drains, on)
    for unit, drain in sorted(drains.items()):
        row = rows[unit]
        more = len(drain.people - heads[unit])
        members = 0 if row.members_left is None else max(0, more - row.members_left)
        hours = 0 if row.hours_left is None else max(0, drain.hours - row.hours_left)
        if members or hours:
            raise OverLimit(row.unit, members, hours)
        row.members += more
        row.hours += drain.hours
        row.save(update_fields=["members", "hours"])


@transaction.atomic
def give_back(*, unit: int, hours: int) -> None:
    """Hours a week that `unit` need not give after all. Raises Busy."""
    row = locked([unit])[unit]
    row.hours -= hours
    row.save(update_fields=["hours"])


@transaction.atomic
def set_limit(*, unit: Unit, max_members: int | None, max_hours: int | None) -> UnitLimit:
    """The most that may be taken from `unit` itself at once; None: no limit. Raises BelowUse, Busy."""
    row = locked([unit.pk])[unit.pk]
    if (max_members is not None and max_members < row.members) or (max_hours is not None and max_hours < row.hours):
        raise BelowUse
    row.max_members, row.max_hours = max_members, max_hours
    row.save(update_fields=["max_members", "max_hours"])
    return row
