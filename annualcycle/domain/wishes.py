"""What staff wish to learn: drafted, submitted, agreed in the talk when small, withdrawn (sources: S44, S70)."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from annualcycle import emails
from annualcycle.domain import budget, decisions, eligibility
from annualcycle.domain.cycle import Phase, phase_on
from annualcycle.domain.wish_problems import Blocker, Problems, problems_for
from annualcycle.models import Cycle, Decision, Wish
from annualcycle.models.decisions import Outcome
from competence.domain import mailings
from competence.models import Employee, Offer, Unit
from competence.queries import leader_for
from strategy.models import Measure, Need
from strategy.queries import strategy_in_force

__all__ = ["Blocker", "Problems", "problems_for"]


class NotOpen(Exception):
    """Wishes of this year are not collected now; what cannot wait is asked for during the year."""


class NotReady(Exception):
    """The wish lacks what it takes to submit it; `problems` says what."""

    def __init__(self, problems: Problems) -> None:
        super().__init__(problems)
        self.problems = problems


class TooLarge(Exception):
    """At or over the threshold, so December decides (source: S44)."""


class WrongState(Exception):
    """The wish is not in the state that this step starts from."""


class AlreadyAnswered(Exception):
    """The answer is given, so the wish stands as it is."""


@dataclass(frozen=True)
class Facts:
    """What can be written in a wish. Money is whole øre."""

    kind: str = Wish.Kind.COURSE
    extent: str = ""
    title: str = ""
    offer: Offer | None = None
    provider: str = ""
    description: str = ""
    need: Need | None = None
    measure: Measure | None = None
    target: str = Wish.Target.PERSON
    source: str = ""
    fee: int = 0
    travel: int = 0
    books: int = 0
    cover: int = 0
    days: Decimal = Decimal(0)
    starts_on: date | None = None
    ends_on: date | None = None
    ects: Decimal = Decimal(0)
    is_external: bool = False
    motivation: str = ""
    application: str = ""
    sharing: str = ""
    funding: str = ""
    why_now: str = ""


def facts_of(wish: Wish) -> Facts:
    """What is written in `wish`."""
    return Facts(**{name: getattr(wish, name) for name in Facts.__dataclass_fields__})


def facts_from(offer: Offer, facts: Facts) -> Facts:
    """`facts` with what the catalogue says about `offer`."""
    return replace(
        facts,
        kind=Wish.Kind.FORMAL_EDUCATION if offer.is_formal_education else Wish.Kind.COURSE,
        offer=offer,
        title=offer.title,
        provider=offer.provider.name,
        fee=offer.price,
        days=offer.days,
        ects=offer.ects,
        starts_on=offer.starts_on,
        ends_on=None,
        is_external=offer.is_external,
    )


def facts_of_measure(measure: Measure, unit: Unit, on: date) -> Facts:
    """What a wish of somebody in `unit` starts with: the measure, why, and the need that says so on `on`."""
    strategy = strategy_in_force(unit, on)
    need = measure.needs.filter(section__strategy=strategy).select_related("section").first() if strategy else None
    why = f"{measure.cause.tree}: {measure.cause}"
    return Facts(title=measure.text, description=why, need=need, measure=measure, is_external=True)


def collects_on(cycle: Cycle, day: date) -> bool:
    """Whether wishes can be submitted on `day`: during the talks, until they are due (inclusive)."""
    return phase_on(cycle, day) == Phase.TALKS and day <= cycle.wishes_due_on


@transaction.atomic
def begin(*, cycle: Cycle, employee: Employee, unit: Unit, at: datetime, is_ad_hoc: bool = False) -> Wish:
    """An empty draft; one that was begun and left empty is taken up again."""
    Employee.objects.select_for_update().get(pk=employee.pk)
    drafts = Wish.objects.filter(cycle=cycle, employee=employee, state=Wish.State.DRAFT, is_ad_hoc=is_ad_hoc)
    empty = drafts.filter(title="", motivation="", application="", why_now="", offer__isnull=True).first()
    return empty or Wish.objects.create(
        cycle=cycle, employee=employee, unit=unit, is_ad_hoc=is_ad_hoc, is_external=True, saved_at=at
    )


@transaction.atomic
def save_draft(*, wish: Wish, facts: Facts, at: datetime) -> Wish:
    """Keep what was written, complete or not; a last day before the first is dropped. Raises WrongState."""
    wish = _locked(wish, Wish.State.DRAFT)
    if facts.starts_on and facts.ends_on and facts.ends_on < facts.starts_on:
        facts = replace(facts, ends_on=None)
    for name, value in _values(facts).items():
        setattr(wish, name, value)
    wish.saved_at = at
    wish.save()
    return _fresh(wish)


@transaction.atomic
def submit(*, wish: Wish, by: Employee, at: datetime) -> Wish:
    """Send the wish to the leader; `by` is the employee, or the leader of somebody who cannot sign in.

    Stores whether December decides and which default rules are not met. Raises WrongState, NotOpen (ad-hoc
    wishes are always open), NotReady (sources: S44, S61, S66, S70).
    """
    wish = _locked(wish, Wish.State.DRAFT)
    on = timezone.localdate(at)
    if not wish.is_ad_hoc and not collects_on(wish.cycle, on):
        raise NotOpen
    if (problems := problems_for(wish, on)).blockers:
        raise NotReady(problems)
    wish.state = Wish.State.SUBMITTED
    wish.submitted_at, wish.submitted_by = at, by
    wish.decided_in_december = is_large(wish.cycle, wish.cost, wish.days)
    wish.eligibility = eligibility.unmet_rules(wish, on)
    wish.save()
    if wish.is_ad_hoc:
        _tell_who_decides(wish, at)
    return wish


def _tell_who_decides(wish: Wish, at: datetime) -> None:
    """The centre's manager, or for a manager's own wish the next one up (source: S54)."""
    manager = leader_for(wish.employee, wish.cycle.unit, timezone.localdate(at))
    if manager:
        _notify("ad_hoc_to_decide", wish, manager, emails.ad_hoc_to_decide(wish, manager), at)


def _notify(kind: str, wish: Wish, recipient: Employee, message: mailings.Message, at: datetime) -> None:
    about, day = f"wish:{wish.pk}", timezone.localdate(at)
    mailings.notify(kind=kind, about=about, recipient=recipient, message=message, due_on=day, at=at)


def is_large(cycle: Cycle, cost: int, days: Decimal) -> bool:
    """Whether December decides: at or over the threshold in øre or in days (source: S44)."""
    return cost >= cycle.threshold_amount or days >= cycle.threshold_days


@transaction.atomic
def reopen(*, wish: Wish, at: datetime) -> Wish:
    """Make a submitted wish a draft again, to change it. Raises WrongState, NotOpen, AlreadyAnswered."""
    wish = _locked(wish, Wish.State.SUBMITTED)
    if decisions.decision_of(wish) is not None:
        raise AlreadyAnswered
    if not wish.is_ad_hoc and not collects_on(wish.cycle, timezone.localdate(at)):
        raise NotOpen
    wish.state = Wish.State.DRAFT
    wish.submitted_at = wish.submitted_by = None
    wish.frame, wish.frame_reason, wish.frame_by, wish.frame_at = Wish.Frame.UNTESTED, "", None, None
    wish.save()
    return wish


@transaction.atomic
def withdraw(*, wish: Wish, at: datetime) -> Wish:
    """Take a submitted wish back, with what was pending about it. Raises WrongState, AlreadyAnswered."""
    budget.locked(wish.cycle)
    wish = _locked(wish, Wish.State.SUBMITTED)
    decision = decisions.decision_of(wish)
    if decision and decision.is_released:
        raise AlreadyAnswered
    if decision:
        _give_back(wish, decision, "granted")
    wish.state, wish.withdrawn_at = Wish.State.WITHDRAWN, at
    wish.save()
    return wish


@transaction.atomic
def discard(*, wish: Wish) -> None:
    """Throw a draft away. Raises WrongState."""
    _locked(wish, Wish.State.DRAFT).delete()


@transaction.atomic
def copy(*, wish: Wish, cycle: Cycle, unit: Unit, at: datetime) -> Wish:
    """A draft in `cycle` with what an earlier wish said; dates are left out and the need found anew."""
    need = _same_need(wish.need, unit, timezone.localdate(at))
    facts = replace(facts_of(wish), starts_on=None, ends_on=None, need=need, why_now="")
    draft = begin(cycle=cycle, employee=wish.employee, unit=unit, at=at)
    return save_draft(wish=draft, facts=facts, at=at)


@transaction.atomic
def set_need(*, wish: Wish, need: Need | None) -> Wish:
    """Say which need of the strategy the wish meets (source: S55). Raises AlreadyAnswered."""
    wish = _locked(wish, Wish.State.SUBMITTED)
    if decisions.decision_of(wish) is not None:
        raise AlreadyAnswered
    wish.need = need
    wish.section_text = need.section.number if need else ""
    wish.save(update_fields=["need", "section_text"])
    return wish


@transaction.atomic
def say_view(*, wish: Wish, text: str, by: Employee, at: datetime) -> Wish:
    """What the nearest leader thinks of the wish, for the employee and the leadership group; empty takes it back.

    Raises WrongState when the wish is not sent, AlreadyAnswered once the year, or this wish, is answered.
    """
    wish = _locked(wish, Wish.State.SUBMITTED)
    if not takes_views(wish):
        raise AlreadyAnswered
    wish.leader_view = text.strip()
    wish.leader_view_by, wish.leader_view_at = (by, at) if wish.leader_view else (None, None)
    wish.save(update_fields=["leader_view", "leader_view_by", "leader_view_at"])
    return wish


def takes_views(wish: Wish) -> bool:
    """Whether the leader can still say something: until the answers of the year, or this one, are released."""
    decision = decisions.decision_of(wish)
    released = wish.cycle.is_released and not wish.is_ad_hoc
    return wish.state == Wish.State.SUBMITTED and not released and not (decision and decision.is_released)


@transaction.atomic
def agree(*, wish: Wish, by: Employee, at: datetime, exception_reason: str = "") -> Decision:
    """Agree to a small wish in the talk; the answer is given at once (source: S44).

    Raises WrongState, NotOpen, TooLarge, decisions.ExceptionNeeded (a default rule is not met and no reason is
    given), decisions.OwnWish, budget.NotEnoughLeft.
    """
    budget.locked(wish.cycle)
    wish = _locked(wish, Wish.State.SUBMITTED)
    if wish.is_ad_hoc or decisions.decision_of(wish) is not None:
        raise WrongState
    if phase_on(wish.cycle, timezone.localdate(at)) != Phase.TALKS:
        raise NotOpen
    if is_large(wish.cycle, wish.cost, wish.days):
        raise TooLarge
    _except_from_open_rules(wish, by, at, exception_reason)
    wish.agreed_at, wish.agreed_by = at, by
    wish.save(update_fields=["agreed_at", "agreed_by"])
    decision = decisions.record_agreement(wish=wish, by=by, at=at)
    _notify("wish_agreed", wish, wish.employee, emails.wish_agreed(wish), at)
    return decision


def _except_from_open_rules(wish: Wish, by: Employee, at: datetime, reason: str) -> None:
    unmet = eligibility.open_rules(wish, timezone.localdate(at))
    if unmet and not reason.strip():
        raise decisions.ExceptionNeeded(unmet)
    for kind in unmet:
        eligibility.except_from(wish=wish, kind=kind, reason=reason, by=by, at=at)


@transaction.atomic
def unagree(*, wish: Wish, at: datetime) -> Wish:
    """Take an agreement back while the talks last: the money is free again. Raises WrongState, NotOpen."""
    budget.locked(wish.cycle)
    wish = _locked(wish, Wish.State.SUBMITTED)
    if wish.agreed_at is None:
        raise WrongState
    if phase_on(wish.cycle, timezone.localdate(at)) != Phase.TALKS:
        raise NotOpen
    if decision := decisions.decision_of(wish):
        _give_back(wish, decision, "agreed")
    wish.agreed_at = wish.agreed_by = None
    wish.save(update_fields=["agreed_at", "agreed_by"])
    return wish


def _give_back(wish: Wish, decision: Decision, counter: budget.Counter) -> None:
    if decision.outcome == Outcome.GRANTED and decision.amount:
        budget.change(cycle=wish.cycle, counter=counter, by_amount=-decision.amount)
    decision.delete()


def _locked(wish: Wish, state: str) -> Wish:
    """The wish as it is now, locked. Raises WrongState when it is not in `state`."""
    fresh = _fresh(wish, lock=True)
    if fresh.state != state:
        raise WrongState
    return fresh


def _fresh(wish: Wish, *, lock: bool = False) -> Wish:
    wishes = Wish.objects.select_related("cycle__unit", "employee", "unit", "offer", "need__section", "decision")
    return (wishes.select_for_update(of=("self",)) if lock else wishes).get(pk=wish.pk)


def _values(facts: Facts) -> dict[str, object]:
    """The fields of the model."""
    values: dict[str, object] = {name: getattr(facts, name) for name in Facts.__dataclass_fields__}
    extent = facts.extent if facts.kind == Wish.Kind.FORMAL_EDUCATION else ""
    return values | {"section_text": facts.need.section.number if facts.need else "", "extent": extent}


def _same_need(need: Need | None, unit: Unit, on: date) -> Need | None:
    """The need with the same number in the strategy in force now."""
    strategy = strategy_in_force(unit, on) if need else None
    if need is None or strategy is None:
        return None
    found = Need.objects.filter(section__strategy=strategy, section__number=need.section.number, number=need.number)
    return found.select_related("section").first()
