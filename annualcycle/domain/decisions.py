"""What is decided about each wish; the answers wait until the leadership group releases them (sources: S46, S62, S64).

Every decision of a cycle is made under the lock of its budget (`budget.locked`), so that they happen one after another.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from annualcycle import emails
from annualcycle.answer_texts import Texts, texts_of
from annualcycle.domain import budget, eligibility, letter_checks, reserve
from annualcycle.models import Budget, Cycle, Decision, ProposalRun, Wish
from annualcycle.models.decisions import Outcome, Route
from annualcycle.queries import december as queries
from annualcycle.queries.wishes import rules_not_met
from competence.domain import mailings
from competence.models import Employee


class OwnWish(Exception):
    """Nobody decides about a wish of their own; another leader does."""


class NotOnTheBoard(Exception):
    """The wish is not submitted, was agreed in the talk, or is asked for during the year."""


class NotAdHoc(Exception):
    """The wish is not asked for during the year, or not submitted."""


class AlreadyReleased(Exception):
    """The answer has been given; it is not changed afterwards."""


class ReasonMissing(Exception):
    """An answer that is given at once, and is not a grant, says why."""


class FormalReasonMissing(Exception):
    """A formal decision that does not grant says why in words of its own: `wishes` have only the standard ones."""

    def __init__(self, wishes: list[Wish]) -> None:
        super().__init__(wishes)
        self.wishes = wishes


class NotDecided(Exception):
    """`wishes` have no decision yet, so that nobody can be answered (source: X06)."""

    def __init__(self, wishes: list[Wish]) -> None:
        super().__init__(wishes)
        self.wishes = wishes


class WishesStillOpen(Exception):
    """Employees can submit wishes until the end of the day the wishes are due."""


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


# What another try can mend, or another person.
REFUSALS = (OwnWish, NotOnTheBoard, AlreadyReleased, ChangedMeanwhile, budget.NotEnoughLeft, budget.Busy)


@dataclass(frozen=True)
class Choice:
    """What somebody decides about a wish, before it is checked and stored."""

    outcome: Outcome
    route: Route
    by: Employee
    at: datetime
    reason: str = ""
    exception_reason: str = ""
    run: ProposalRun | None = None


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
    run: ProposalRun | None = None,
) -> Decision:
    """Decide a wish on the board; the decision is pending until `release` (sources: S46, S55, S61, S62, S66).

    `revision` is what the person saw (0 for undecided; None: not checked); `run` is the proposal that `by` accepts
    for this wish, if any. Raises OwnWish, NotOnTheBoard,
    AlreadyReleased, ChangedMeanwhile, ExceptionNeeded, budget.NotEnoughLeft and budget.Busy.
    """
    money = budget.locked(wish.cycle)
    wish = _fresh(wish)
    _refuse_own(wish, by)
    _refuse_released(wish)
    _refuse_off_the_board(wish)
    _refuse_unseen_change(wish, revision)
    return _store(wish, money, Choice(Outcome(outcome), Route.DECEMBER, by, at, reason, exception_reason, run))


@transaction.atomic
def undo(*, wish: Wish, by: Employee, revision: int | None = None) -> None:
    """Make the wish undecided again; raises as `decide` does."""
    money = budget.locked(wish.cycle)
    wish = _fresh(wish)
    _refuse_own(wish, by)
    _refuse_released(wish)
    _refuse_unseen_change(wish, revision)
    decision = decision_of(wish)
    if decision is None:
        return
    if decision.amount:
        budget.spend(budget=money, counter="granted", by_amount=-decision.amount)
    decision.delete()


@transaction.atomic
def record_agreement(*, wish: Wish, by: Employee, at: datetime) -> Decision:
    """The grant of a small wish in the talk, answered at once (source: S44). Raises OwnWish, budget.NotEnoughLeft."""
    money = budget.locked(wish.cycle)
    _refuse_own(wish, by)
    decision = _store(wish, money, Choice(Outcome.GRANTED, Route.TALK, by, at))
    decision.released_at = at
    decision.save(update_fields=["released_at"])
    return decision


@transaction.atomic
def write_answer(*, decision: Decision, texts: Texts) -> Decision:
    """Word a pending answer; what is empty gets the standard words when released. Raises AlreadyReleased."""
    budget.locked(decision.wish.cycle)
    decision = Decision.objects.select_related("wish__cycle").get(pk=decision.pk)
    _refuse_released(decision.wish)
    decision.reason, decision.next_step = texts.reason.strip(), texts.next_step.strip()
    decision.until_then = texts.until_then.strip()
    _forget_confirmation(decision)
    decision.save(update_fields=["reason", "next_step", "until_then", *_CONFIRMED])
    return decision


@transaction.atomic
def confirm_names(*, decision: Decision, by: Employee, at: datetime) -> Decision:
    """Note that first names in a pending answer mean no colleague. Raises OwnWish, AlreadyReleased and budget.Busy."""
    budget.locked(decision.wish.cycle)
    joined = Decision.objects.select_related(
        "wish__cycle__unit", "wish__unit", "wish__employee__municipality__settings"
    )
    decision = joined.select_related("decided_by").get(pk=decision.pk)
    _refuse_own(decision.wish, by)
    _refuse_released(decision.wish)
    return _confirm_names(decision, by, at)


_CONFIRMED = ("confirmed_names", "names_confirmed_by", "names_confirmed_at")


def _forget_confirmation(decision: Decision) -> None:
    """What was confirmed of other words says nothing of new ones."""
    decision.confirmed_names, decision.names_confirmed_by, decision.names_confirmed_at = [], None, None


def _confirm_names(decision: Decision, by: Employee, at: datetime) -> Decision:
    """Every first name that stands alone in the answer now; a full name cannot be confirmed."""
    found = letter_checks.Colleagues(decision.wish.cycle, timezone.localdate(at)).named_in(decision).first
    if found:
        decision.confirmed_names = sorted({*decision.confirmed_names, *found})
        decision.names_confirmed_by, decision.names_confirmed_at = by, at
        decision.save(update_fields=_CONFIRMED)
    return decision


@transaction.atomic
def release(*, cycle: Cycle, by: Employee, at: datetime) -> list[Decision]:
    """Answer everybody at once: each answer with its reason, each mail stored with it (sources: S47, S62, S64).

    Raises AlreadyReleased, WishesStillOpen, NotDecided, FormalReasonMissing, what `letter_checks` raises, and
    budget.Busy; then nothing at all is released.
    """
    budget.locked(cycle)
    cycle.refresh_from_db(fields=["released_at", "wishes_due_on"])
    on = timezone.localdate(at)
    if cycle.is_released:
        raise AlreadyReleased
    if on <= cycle.wishes_due_on:
        raise WishesStillOpen
    wishes = list(queries.wishes_to_answer(cycle))
    if undecided := [wish for wish in wishes if decision_of(wish) is None]:
        raise NotDecided(undecided)
    _refuse_bad_letters(cycle, [wish.decision for wish in wishes], on)
    cycle.released_at, cycle.released_by = at, by
    cycle.save(update_fields=["released_at", "released_by"])
    return _answer([wish.decision for wish in wishes], at)


def grant_ad_hoc(
    *,
    wish: Wish,
    by: Employee,
    at: datetime,
    reason: str = "",
    exception_reason: str = "",
    names_confirmed: bool = False,
) -> Decision:
    """Grant what is asked for during the year, against the reserve, and answer at once (source: S54).

    What the published rules say of it is kept with the decision, as it stands now; it binds nobody.
    `names_confirmed`: `by` says that first names in the answer mean no colleague. Raises OwnWish, NotAdHoc,
    AlreadyReleased, ExceptionNeeded, what `letter_checks` raises, budget.NotEnoughLeft and budget.Busy.
    """
    choice = Choice(Outcome.GRANTED, Route.AD_HOC, by, at, reason, exception_reason)
    return _decide_ad_hoc(wish, choice, names_confirmed=names_confirmed)


def refuse_ad_hoc(
    *, wish: Wish, outcome: str, reason: str, by: Employee, at: datetime, names_confirmed: bool = False
) -> Decision:
    """Answer at once that it is not granted, and why (source: S54). Raises ReasonMissing, and as `grant_ad_hoc`."""
    if not reason.strip():
        raise ReasonMissing
    choice = Choice(Outcome(outcome), Route.AD_HOC, by, at, reason)
    return _decide_ad_hoc(wish, choice, names_confirmed=names_confirmed)


@transaction.atomic
def _decide_ad_hoc(wish: Wish, choice: Choice, *, names_confirmed: bool) -> Decision:
    money = budget.locked(wish.cycle)
    wish = _fresh(wish)
    _refuse_own(wish, choice.by)
    if not wish.is_ad_hoc or wish.state != Wish.State.SUBMITTED:
        raise NotAdHoc
    if decision_of(wish) is not None:
        raise AlreadyReleased
    if choice.outcome in (Outcome.GRANTED, Outcome.NOT_MET):
        run = reserve.keep(wish=wish, on=timezone.localdate(choice.at), by=choice.by, at=choice.at)
        choice = replace(choice, run=run)
    decision = _store(wish, money, choice)
    if names_confirmed:
        _confirm_names(decision, choice.by, choice.at)
    on = timezone.localdate(choice.at)
    letter_checks.refuse_names(wish.cycle, [decision], on)
    letter_checks.refuse_hard([decision])
    return _answer([decision], choice.at)[0]


def mark_read(*, decision: Decision, by: Employee, at: datetime) -> Decision:
    """Note when the employee first read the answer; anybody else's reading counts for nothing (source: S47)."""
    if by.pk == decision.wish.employee_id and decision.is_released and decision.read_at is None:
        decision.read_at = at
        decision.save(update_fields=["read_at"])
    return decision


def _refuse_bad_letters(cycle: Cycle, answers: list[Decision], on: date) -> None:
    """Formal decisions have reasons of their own; no answer speaks of anybody else or is hard to read (source: S47)."""
    if bare := [answer.wish for answer in answers if lacks_reason(answer)]:
        raise FormalReasonMissing(bare)
    letter_checks.refuse_names(cycle, answers, on)
    letter_checks.refuse_hard(answers)


def lacks_reason(decision: Decision) -> bool:
    """Whether a formal decision that does not grant has no reason in words of its own."""
    is_refusal = decision.outcome != Outcome.GRANTED
    return bool(decision.complaint_weeks and is_refusal and not decision.reason.strip())


def _answer(pending: list[Decision], at: datetime) -> list[Decision]:
    """Fix the words, open the answers and store the mails."""
    for decision in pending:
        texts = texts_of(decision)
        decision.reason, decision.next_step, decision.until_then = texts.reason, texts.next_step, texts.until_then
        decision.released_at = at
    Decision.objects.bulk_update(pending, ["reason", "next_step", "until_then", "released_at"], batch_size=200)
    for decision in pending:
        is_ad_hoc = decision.route == Route.AD_HOC
        mailings.notify(
            kind="ad_hoc_answer" if is_ad_hoc else "answer_ready",
            about=f"wish:{decision.wish_id}",
            recipient=decision.wish.employee,
            message=emails.ad_hoc_answer(decision) if is_ad_hoc else emails.answer_ready(decision),
            due_on=timezone.localdate(at),
            at=at,
        )
    return pending


def decision_of(wish: Wish) -> Decision | None:
    """The wish's decision, None while there is none; no query when `decision` was selected with the wish."""
    return getattr(wish, "decision", None)


_COUNTERS: dict[str, budget.Counter] = {Route.TALK: "agreed", Route.DECEMBER: "granted", Route.AD_HOC: "ad_hoc"}


def _fresh(wish: Wish) -> Wish:
    """The wish as it is now, locked, with its cycle and decision."""
    wishes = Wish.objects.select_related("cycle__unit", "employee__municipality__settings", "decision__decided_by")
    return wishes.select_for_update(of=("self",)).get(pk=wish.pk)


def _store(wish: Wish, money: Budget, choice: Choice) -> Decision:
    decision = decision_of(wish) or Decision(wish=wish, route=choice.route, revision=queries.last_revision(wish))
    if choice.outcome == Outcome.GRANTED:
        _except_from_rules(wish, choice)
    kept_reason = decision.reason if decision.outcome == choice.outcome else ""
    amount = wish.cost if choice.outcome == Outcome.GRANTED else 0
    if amount != decision.amount:
        budget.spend(budget=money, counter=_COUNTERS[choice.route], by_amount=amount - decision.amount)
    decision.outcome, decision.amount = choice.outcome, amount
    decision.complaint_weeks = queries.complaint_weeks(wish, timezone.localdate(choice.at))
    reason = choice.reason.strip() or kept_reason
    if reason != decision.reason:
        _forget_confirmation(decision)
    decision.reason = reason
    decision.exception_reason = choice.exception_reason.strip() or decision.exception_reason
    decision.decided_by, decision.decided_at, decision.run = choice.by, choice.at, choice.run
    decision.revision += 1
    decision.save()
    return decision


def _except_from_rules(wish: Wish, choice: Choice) -> None:
    """Store an exception with its reason for each default rule that is not met (sources: S61, S66, X05)."""
    unmet = rules_not_met(wish, wish.eligibility)
    if unmet and not choice.exception_reason.strip():
        raise ExceptionNeeded(unmet)
    for kind in unmet:
        eligibility.except_from(wish=wish, kind=kind, reason=choice.exception_reason, by=choice.by, at=choice.at)


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
