"""The money of a cycle: its counters change only here, under the lock of the budget's row (source: S54).

Who holds that lock holds the cycle's decisions too, so that two leaders never decide at the same instant.
"""

import logging
from datetime import datetime
from typing import Literal

from django.db import OperationalError, connection, transaction
from django.utils import timezone
from psycopg2.errors import LockNotAvailable

from annualcycle import emails
from annualcycle.models import Budget, Cycle
from annualcycle.queries import december as queries
from competence.domain import mailings

Counter = Literal["placed", "agreed", "granted", "ad_hoc"]

logger = logging.getLogger(__name__)

LOCK_TIMEOUT = "3s"


class NotEnoughLeft(Exception):
    """`missing` øre are lacking in the frame or, for ad-hoc grants, in the reserve."""

    def __init__(self, missing: int) -> None:
        super().__init__(missing)
        self.missing = missing


class NoBudget(NotEnoughLeft):
    """The cycle has no budget yet, so that nothing can be granted."""


class Busy(Exception):
    """Others held the budget for longer than we wait; trying again helps."""


class NotReleased(Exception):
    """The answers are not released, so that what is free may still be granted in December."""


def locked(cycle: Cycle) -> Budget:
    """The cycle's budget, locked until the transaction ends; raises Busy after three seconds."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL lock_timeout = %s", [LOCK_TIMEOUT])
    try:
        return Budget.objects.select_for_update().get(cycle=cycle)
    except OperationalError as error:
        if isinstance(error.__cause__, LockNotAvailable):
            raise Busy from error
        raise


@transaction.atomic
def change(*, cycle: Cycle, counter: Counter, by_amount: int) -> Budget:
    """Add `by_amount` øre (negative gives back) to `counter`. Raises NotEnoughLeft, NoBudget, Busy (source: S54)."""
    return spend(budget=locked(cycle), counter=counter, by_amount=by_amount)


def spend(*, budget: Budget, counter: Counter, by_amount: int) -> Budget:
    """As `change`, on a row that the caller got from `locked` in this transaction."""
    missing = _missing(budget, counter, by_amount)
    if missing > 0:
        raise NoBudget(missing) if budget.total is None else NotEnoughLeft(missing)
    setattr(budget, counter, getattr(budget, counter) + by_amount)
    budget.save(update_fields=[counter])
    return budget


def _missing(budget: Budget, counter: Counter, by_amount: int) -> int:
    """How many øre are lacking for `by_amount` more; giving money back is always possible."""
    if by_amount <= 0:
        return 0
    if counter == "ad_hoc":
        return by_amount - budget.reserve_left
    if counter in ("placed", "agreed") and budget.total is None:
        return 0
    return by_amount - budget.free


@transaction.atomic
def move_rest_to_reserve(*, cycle: Cycle) -> Budget:
    """Make what December left over part of the reserve. Raises NotReleased before the answers are out (source: S54)."""
    budget = locked(cycle)
    if not Cycle.objects.filter(pk=cycle.pk, released_at__isnull=False).exists():
        raise NotReleased
    budget.reserve += budget.free
    budget.save(update_fields=["reserve"])
    return budget


@transaction.atomic
def prove(*, at: datetime) -> list[queries.Difference]:
    """Check that every counter equals the sum of its decisions; what differs is logged, and HR hears of it."""
    found = queries.differences()
    on = timezone.localdate(at)
    for one in found:
        logger.error("budget %s: %s is %s, decisions sum to %s", one.cycle.pk, one.counter, one.kept, one.summed)
        for recipient in queries.who_hears_of_differences(one.cycle.unit, on):
            mailings.notify(
                kind="budget_differs",
                about=f"cycle:{one.cycle.pk}",
                recipient=recipient,
                message=emails.budget_differs(one.cycle, recipient, on),
                due_on=on,
                at=at,
            )
    return found
