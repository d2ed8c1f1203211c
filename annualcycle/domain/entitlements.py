"""Days by law or agreement: offered in writing and paid before December weighs any wish (rules-and-complaints.md, E1).

Money is set aside under the lock of the budget; what is declined gives it back.
"""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction

from annualcycle import emails
from annualcycle.domain import budget
from annualcycle.models import Cycle, Entitlement
from annualcycle.queries.entitlements import letters
from competence.domain import mailings
from competence.models import Employee


class AlreadyOffered(Exception):
    """The same is offered already."""


class AlreadyAnswered(Exception):
    """The offer has its answer."""


class NotAccepted(Exception):
    """Only what was accepted is held."""


class NotYours(Exception):
    """Only the person the offer is for says yes or no to it; a leader enters it for somebody who cannot sign in."""


@dataclass(frozen=True)
class Offer:
    """What is offered: hours for the basic training, else days; `cost` is øre."""

    kind: str
    length: Decimal
    due_on: date
    cost: int
    title: str = ""


@transaction.atomic
def offer(*, cycle: Cycle, employee: Employee, what: Offer, by: Employee, at: datetime) -> Entitlement:
    """Set the money aside and tell the employee. Raises AlreadyOffered, budget.NotEnoughLeft and budget.Busy."""
    money = budget.locked(cycle)
    same = Entitlement.objects.filter(cycle=cycle, employee=employee, kind=what.kind, title=what.title.strip())
    if same.exists():
        raise AlreadyOffered
    budget.spend(budget=money, counter="placed", by_amount=what.cost)
    found = Entitlement.objects.create(
        cycle=cycle,
        employee=employee,
        kind=what.kind,
        title=what.title.strip(),
        length=what.length,
        due_on=what.due_on,
        cost=what.cost,
        offered_by=by,
        offered_at=at,
    )
    mailings.notify(
        kind="right_offered",
        about=f"right:{found.pk}",
        recipient=employee,
        message=emails.right_offered(found),
        due_on=what.due_on,
        at=at,
    )
    return found


@transaction.atomic
def answer(*, offered: Entitlement, is_accepted: bool, by: Employee, at: datetime, remark: str = "") -> Entitlement:
    """Yes or no by whom it is for, or entered by `by` for somebody without an e-mail address, who cannot sign in.

    Raises NotYours, AlreadyAnswered and budget.Busy.
    """
    is_own = by.pk == offered.employee_id
    if not is_own and offered.employee.email is not None:
        raise NotYours
    money = budget.locked(offered.cycle)
    offered = _fresh(offered)
    if not is_accepted:
        budget.spend(budget=money, counter="placed", by_amount=-offered.cost)
    offered.answer = Entitlement.Answer.ACCEPTED if is_accepted else Entitlement.Answer.DECLINED
    offered.answered_at, offered.answered_by, offered.remark = at, None if is_own else by, remark.strip()
    offered.save(update_fields=["answer", "answered_at", "answered_by", "remark"])
    return offered


@transaction.atomic
def mark_held(*, offered: Entitlement, on: date | None) -> Entitlement:
    """Note on which day the days were found to be held; None: they were not after all. Raises NotAccepted."""
    found = letters().select_for_update(of=("self",)).get(pk=offered.pk)
    if found.answer != Entitlement.Answer.ACCEPTED:
        raise NotAccepted
    found.held_on = on
    found.save(update_fields=["held_on"])
    return found


@transaction.atomic
def withdraw(*, offered: Entitlement) -> None:
    """Take back an offer made by mistake. Raises AlreadyAnswered and budget.Busy."""
    money = budget.locked(offered.cycle)
    offered = _fresh(offered)
    budget.spend(budget=money, counter="placed", by_amount=-offered.cost)
    offered.delete()


def _fresh(offered: Entitlement) -> Entitlement:
    """As it is now, locked and not yet answered."""
    found = letters().select_for_update(of=("self",)).get(pk=offered.pk)
    if found.answer:
        raise AlreadyAnswered
    return found
