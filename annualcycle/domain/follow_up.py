"""After the course: how it is used, that it is shared, and that the leader asks (sources: S39, S40, S41)."""

from dataclasses import asdict, dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from annualcycle.models import Decision, FollowUp, Wish
from annualcycle.models.decisions import Outcome
from annualcycle.queries.follow_ups import FOLLOWED_UP_AFTER, SHARED_WITHIN, USED_WITHIN, due_of, learnt_on
from competence.models import Employee


class NotGranted(Exception):
    """Only what was granted, and answered, is used and shared."""


class AlreadyFollowedUp(Exception):
    """The leader has followed up; the plan stays as it was then."""


class NothingPlanned(Exception):
    """What is to be shared is said before it is shared."""


class NotYet(Exception):
    """The day of sharing has not come."""


class OwnCourse(Exception):
    """Nobody follows up on a course of their own."""


class WordsMissing(Exception):
    """What is not used at all is explained."""


@dataclass(frozen=True)
class Plan:
    """How, by when and with whom it is used; how, with whom and by when it is shared."""

    use_what: str
    use_by: date
    share_by: date
    use_with: str = ""
    share_form: str = FollowUp.Form.TEAM_MEETING
    share_what: str = ""
    audience: str = FollowUp.Audience.TEAM


def suggested(decision: Decision) -> Plan:
    """What the wish said, with the days counted from the end of the course."""
    wish, day = decision.wish, learnt_on(decision)
    return Plan(wish.application, day + USED_WITHIN, day + SHARED_WITHIN, share_what=wish.sharing)


@transaction.atomic
def plan(*, wish: Wish, facts: Plan, by: Employee, at: datetime) -> FollowUp:
    """Say how it is used and shared, or change it. Raises NotGranted, AlreadyFollowedUp."""
    found = _locked(wish)
    if found.is_done:
        raise AlreadyFollowedUp
    for name, value in asdict(facts).items():
        setattr(found, name, value.strip() if isinstance(value, str) else value)
    found.planned_at, found.planned_by = at, by
    found.save()
    return found


@transaction.atomic
def share(*, wish: Wish, on: date, at: datetime) -> FollowUp:
    """Note the day on which it was shared (source: S40). Raises NotGranted, NothingPlanned, NotYet."""
    found = _locked(wish)
    if found.planned_at is None:
        raise NothingPlanned
    if on > timezone.localdate(at):
        raise NotYet
    found.shared_on = on
    found.save()
    return found


@transaction.atomic
def follow_up(*, wish: Wish, used: str, words: str, by: Employee, at: datetime) -> FollowUp:
    """Note what the leader saw; a "not yet" is asked again as long after as the first time (source: S39).

    Raises NotGranted, OwnCourse, WordsMissing.
    """
    if wish.employee_id == by.pk:
        raise OwnCourse
    if used == FollowUp.Used.NO and not words.strip():
        raise WordsMissing
    found = _locked(wish)
    found.used, found.words = FollowUp.Used(used), words.strip()
    found.followed_at, found.followed_by = at, by
    if used == FollowUp.Used.NOT_YET:
        found.due_on = timezone.localdate(at) + FOLLOWED_UP_AFTER
    found.save()
    return found


def _locked(wish: Wish) -> FollowUp:
    """The row of the wish, made where there is none; two who write at once do so one after the other."""
    answers = Decision.objects.released().filter(wish=wish, outcome=Outcome.GRANTED).select_related("wish")
    decision = answers.select_for_update(of=("self",)).first()
    if decision is None:
        raise NotGranted
    found = FollowUp.objects.filter(decision=decision).first()
    return found or FollowUp(decision=decision, due_on=due_of(decision))
