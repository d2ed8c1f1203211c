"""What is decided about each wish; the answers wait until the leadership group releases them (sources: S46, S62, S64).

Every decision of a cycle is made under the lock of its budget (`budget.locked`), so that they happen one after another.
"""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from annualcycle.domain import budget
from annualcycle.models import Decision, Wish
from annualcycle.models.decisions import Outcome, Route
from annualcycle.queries import december as queries
from competence.models import Employee, RuleException


class OwnWish(Exception):
    """Nobody decides about a wish of their own; another leader does."""


class NotOnTheBoard(Exception):
    """The wish is not submitted, was agreed in the talk, or is asked for during the year."""


class AlreadyReleased(Exception):
    """The answer has been given; it is not changed afterwards."""


class ReasonMissing(Exception):
    """An answer that is given at once, and is not a grant, says why."""


class ExceptionNeeded(Exception):
    """The default rules `kinds` are not met: a grant says why there is an exception (source: X05)."""

    def __init__(self, kinds: list[str]) -> None:
        super().__init__(kinds)
        self.kinds = kinds


class ChangedMeanwhile(Exception):
    """Somebody else decided since the page was shown; `decision` is theirs, None when they took it back."""

    def __init__(self, decision: Decision | None) -> None:
        super().__init__(decision)
        self.decision = decision


@dataclass(frozen=True)
class Choice:
    """What somebody decides about a wish, before it is checked and stored."""

    outcome: Outcome
    route: Route
    by: Employee
    at: datetime
    reason: str = ""
    exception_reason: str = ""


@transaction.atomic
def decide(
    *,
    wish: Wish,
    outcome: str,
    by: Employee,
    at: datetime,
    reason: str = "",
    revision: int | None = None,
    exception_reason: str = "",
) -> Decision:
    """Decide a wish on the board; the decision is pending until `release` (sources: S46, S55, S61, S62, S66).

    `revision` is what the person saw (0 for undecided; None: not checked). Raises OwnWish, NotOnTheBoard,
    AlreadyReleased, ChangedMeanwhile, ExceptionNeeded, budget.NotEnoughLeft and budget.Busy.
    """
    budget.locked(wish.cycle)
    wish = _fresh(wish)
    _refuse_own(wish, by)
    _refuse_released(wish)
    _refuse_off_the_board(wish)
    _refuse_unseen_change(wish, revision)
    return _store(wish, Choice(Outcome(outcome), Route.DECEMBER, by, at, reason, exception_reason))


@transaction.atomic
def undo(*, wish: Wish, by: Employee, revision: int | None = None) -> None:
    """Make the wish undecided again; raises as `decide` does."""
    budget.locked(wish.cycle)
    wish = _fresh(wish)
    _refuse_own(wish, by)
    _refuse_released(wish)
    _refuse_unseen_change(wish, revision)
    decision = decision_of(wish)
    if decision is None:
        return
    if decision.amount:
        budget.change(cycle=wish.cycle, counter="granted", by_amount=-decision.amount)
    decision.delete()


@transaction.atomic
def record_agreement(*, wish: Wish, by: Employee, at: datetime) -> Decision:
    """The grant of a small wish in the talk, answered at once (source: S44). Raises OwnWish, budget.NotEnoughLeft."""
    budget.locked(wish.cycle)
    _refuse_own(wish, by)
    decision = _store(wish, Choice(Outcome.GRANTED, Route.TALK, by, at))
    decision.released_at = at
    decision.save(update_fields=["released_at"])
    return decision


def decision_of(wish: Wish) -> Decision | None:
    """The wish's decision, None while there is none; no query when `decision` was selected with the wish."""
    return getattr(wish, "decision", None)


_COUNTERS: dict[str, budget.Counter] = {Route.TALK: "agreed", Route.DECEMBER: "granted", Route.AD_HOC: "ad_hoc"}


def _fresh(wish: Wish) -> Wish:
    """The wish as it is now, locked, with its cycle and decision."""
    wishes = Wish.objects.select_related("cycle__unit", "employee", "decision__decided_by")
    return wishes.select_for_update(of=("self",)).get(pk=wish.pk)


def _store(wish: Wish, choice: Choice) -> Decision:
    decision = decision_of(wish) or Decision(wish=wish, route=choice.route, revision=queries.last_revision(wish))
    if choice.outcome == Outcome.GRANTED:
        _except_from_rules(wish, choice)
    kept_reason = decision.reason if decision.outcome == choice.outcome else ""
    amount = wish.cost if choice.outcome == Outcome.GRANTED else 0
    if amount != decision.amount:
        counter = _COUNTERS[choice.route]
        budget.change(cycle=wish.cycle, counter=counter, by_amount=amount - decision.amount)
    decision.outcome, decision.amount = choice.outcome, amount
    decision.reason = choice.reason.strip() or kept_reason
    decision.exception_reason = choice.exception_reason.strip() or decision.exception_reason
    decision.decided_by, decision.decided_at = choice.by, choice.at
    decision.revision += 1
    decision.save()
    return decision


def _except_from_rules(wish: Wish, choice: Choice) -> None:
    """Store an exception with its reason for each default rule that is not met (sources: S61, S66, X05)."""
    unmet = queries.unmet_rules(wish)
    if not unmet:
        return
    if not choice.exception_reason.strip():
        raise ExceptionNeeded(unmet)
    RuleException.objects.bulk_create(
        RuleException(
            kind=kind,
            employee=wish.employee,
            subject=f"wish:{wish.pk}",
            reason=choice.exception_reason.strip(),
            made_by=choice.by,
            made_at=choice.at,
        )
        for kind in unmet
    )


def _refuse_own(wish: Wish, by: Employee) -> None:
    if wish.employee_id == by.pk:
        raise OwnWish


def _refuse_released(wish: Wish) -> None:
    decision = decision_of(wish)
    if wish.cycle.is_released or (decision and decision.is_released):
        raise AlreadyReleased


def _refuse_off_the_board(wish: Wish) -> None:
    if wish.state != Wish.State.SUBMITTED or wish.is_ad_hoc or wish.agreed_at is not None:
        raise NotOnTheBoard


def _refuse_unseen_change(wish: Wish, revision: int | None) -> None:
    decision = decision_of(wish)
    if revision is not None and revision != (decision.revision if decision else 0):
        raise ChangedMeanwhile(decision)
