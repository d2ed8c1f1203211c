"""How much all roles of all people take from each unit: taken and given back only under its lock (sources: T27, T09).

The counter of a unit (`UnitLimit`) holds the most each role takes in any week, so that a unit that is within its limit
by the counter is within it in every week.
"""

from collections.abc import Collection
from datetime import date

from django.db import transaction
from django.db.models import Sum

from competence.domain import commitments
from competence.models import Commitment
from trainers.domain import limits
from trainers.domain.limits import Drain
from trainers.models import Mandate, UnitLimit
from trainers.queries.heads import heads_of, waiting_for_mandate


class NotByHand(Exception):
    """The role ends with the mandate or the introduction it follows from, not by itself."""


class Guard:
    """The limits of units, for roles that other apps give (`commitments.GUARDS`)."""

    def take(self, *, unit: int, employee: int, hours: int, on: date) -> None:
        limits.take(drains={unit: Drain(frozenset([employee]), hours)}, on=on)

    def recount(self, *, units: Collection[int], on: date) -> None:
        recount(units=units, on=on)


@transaction.atomic
def let_go(*, commitment: Commitment, on: date) -> None:
    """The last day of a role entered by hand. Raises NotByHand, Busy."""
    if commitment.subject:
        raise NotByHand
    commitments.end(commitment=commitment, on=on)
    recount(units=[commitment.unit_id], on=on)


@transaction.atomic
def recount(*, units: Collection[int], on: date) -> None:
    """Give back what nobody holds any more on the day after `on`. Raises Busy."""
    rows = limits.locked(list(units))
    for unit, row in rows.items():
        held = drain_of(unit, on)
        row.members, row.hours = len(held.people), held.hours
        row.save(update_fields=["members", "hours"])


def recount_all(*, on: date) -> None:
    """Every unit, one lock at a time: for the clock, and harmless twice."""
    for unit in UnitLimit.objects.order_by("pk").values_list("unit", flat=True):
        recount(units=[unit], on=on)


def drain_of(unit: int, on: date) -> Drain:
    """What is taken from `unit` after `on`: running mandates, chosen people without one yet, all other roles."""
    mandates = Mandate.objects.running().filter(unit=unit).aggregate(hours=Sum("hours_taken", default=0))
    waiting = waiting_for_mandate().filter(candidate__unit=unit).aggregate(hours=Sum("hours", default=0))
    others = Commitment.objects.filter(unit=unit, ends_on__gt=on).exclude(subject__startswith="mandate:")
    rest = others.aggregate(hours=Sum("hours", default=0))
    hours = mandates["hours"] + waiting["hours"] + rest["hours"]
    return Drain(frozenset(heads_of([unit], on)[unit]), hours)
