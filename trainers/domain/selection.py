"""A selection of trainers, in which three parties act for themselves (sources: K03, K05, K14–K16, K20, K45)."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.functional import Promise

from competence.domain import mailings
from competence.language import language_of
from competence.models import Employee, Unit
from competence.retention import months_before
from trainers import emails
from trainers.models import (
    Candidate,
    CandidateException,
    CoSelector,
    Criterion,
    MatrixMove,
    Nomination,
    Profile,
    Release,
    Round,
    TaughtUnit,
    Willingness,
)
from trainers.queries.leading import stands_in
from trainers.queries.people import leader_of, main_post

# How long a round waits for its decision after the day it was to be made.
UNDECIDED_MONTHS = 6


class NotPublished(Exception):
    """A round is held under a published profile."""


class RoundClosed(Exception):
    """The round is decided or stopped: nothing changes any more."""


class NotInReach(Exception):
    """The person has no post in the round's unit or below it."""


class NominatedAlready(Exception):
    """This person has been nominated by the same person."""


class HardRule(Exception):
    """A hard precondition takes no exception."""


class NominationsOver(Exception):
    """The day has passed; those who select can still nominate."""


class ReasonMissing(Exception):
    """An exception, a move in the matrix, and the end of a round say why."""


@dataclass(frozen=True)
class RoundFacts:
    """A round's dates (inclusive, in order), the size of its team and the hours a week it needs together."""

    title: str
    nominate_by: date
    answer_by: date
    score_by: date
    decide_on: date
    min_size: int
    max_size: int
    hours_needed: int


@dataclass(frozen=True)
class Hours:
    """Hours a week released before, during and after the introduction (source: K16)."""

    before: int
    during: int
    after: int


@transaction.atomic
def open_round(*, profile: Profile, unit: Unit, facts: RoundFacts, by: Employee, at: datetime) -> Round:
    """A round under this version of the profile, led by `by`. Raises NotPublished (source: K01)."""
    if profile.state != Profile.State.PUBLISHED:
        raise NotPublished
    return Round.objects.create(profile=profile, unit=unit, leader=by, opened_at=at, **facts.__dict__)


@transaction.atomic
def change_round(*, round_: Round, facts: RoundFacts) -> Round:
    """Raises RoundClosed."""
    row = open_row(round_)
    for name, value in facts.__dict__.items():
        setattr(row, name, value)
    row.save()
    return row


@transaction.atomic
def hand_over(*, round_: Round, to: Employee, by: Employee, at: datetime) -> Round:
    """`to` leads the round and its team from now on, and no longer stands beside (source: K03).

    Who hands it over to somebody else tells them by mail.
    """
    row = Round.objects.select_for_update(of=("self",)).select_related("unit").get(pk=round_.pk)
    row.leader = to
    row.save(update_fields=["leader"])
    row.co_selectors.filter(employee=to).delete()
    if to.pk != by.pk:
        mailings.notify(
            kind="trainer_handed_over",
            about=f"round:{row.pk}:{at:%Y%m%d%H%M%S}",
            recipient=to,
            message=emails.handed_over(row),
            due_on=timezone.localdate(at),
            at=at,
        )
    return row


@transaction.atomic
def set_up(*, round_: Round, users: Mapping[int, int], selectors: Collection[Employee]) -> None:
    """Whose users are taught (unit key → how many), and who assesses too. Raises RoundClosed.

    A unit with none is taken away; one that is not named stays as it is.
    """
    row = open_row(round_)
    row.taught.filter(unit__in=[unit for unit, number in users.items() if not number]).delete()
    for unit, number in users.items():
        if number:
            TaughtUnit.objects.update_or_create(round=row, unit_id=unit, defaults={"users": number})
    row.co_selectors.exclude(employee__in=selectors).delete()
    there = set(row.co_selectors.values_list("employee", flat=True))
    CoSelector.objects.bulk_create(
        CoSelector(round=row, employee=one) for one in selectors if one.pk not in there | {row.leader_id}
    )


@transaction.atomic
def nominate(
    *, round_: Round, employee: Employee, by: Employee, words: str, at: datetime, is_role_model: bool = False
) -> Candidate:
    """Point to somebody, or to oneself; the person is asked by mail. Nobody calls oneself a role model (T16).

    Raises RoundClosed, NominationsOver, NotInReach, NominatedAlready.
    """
    row = open_row(round_)
    on = timezone.localdate(at)
    if on > row.nominate_by and not _selects(row, by, on):
        raise NominationsOver
    post = main_post(employee, row.unit, on)
    if post is None:
        raise NotInReach
    candidate, is_new = Candidate.objects.get_or_create(
        round=row, employee=employee, defaults={"unit": post.unit, "made_at": at}
    )
    if candidate.nominations.filter(made_by=by).exists():
        raise NominatedAlready
    Nomination.objects.create(
        candidate=candidate,
        kind=_kind_of(candidate, by, on),
        words=words.strip(),
        is_role_model=is_role_model and by.pk != employee.pk,
        made_by=by,
        made_at=at,
    )
    if is_new:
        _ask(candidate, by, at)
    return candidate


def _selects(row: Round, by: Employee, on: date) -> bool:
    """The project leader, those beside, and who stands in for the project leader."""
    if row.leader_id == by.pk or row.co_selectors.filter(employee=by).exists():
        return True
    return stands_in(by, row, on)


def _kind_of(candidate: Candidate, by: Employee, on: date) -> str:
    if by.pk == candidate.employee_id:
        return Nomination.Kind.SELF
    leader = leader_of(candidate, on)
    return Nomination.Kind.LEADER if leader and leader.pk == by.pk else Nomination.Kind.COLLEAGUE


def _ask(candidate: Candidate, by: Employee, at: datetime) -> None:
    """Ask the candidate, unless it is the candidate who asks."""
    if by.pk != candidate.employee_id:
        mailings.notify(
            kind="trainer_nominated",
            about=f"candidate:{candidate.pk}",
            recipient=candidate.employee,
            message=emails.nominated(candidate),
            due_on=candidate.round.answer_by,
            at=at,
        )


@transaction.atomic
def answer(
    *,
    candidate: Candidate,
    answer: str,
    hours_wished: int | None,
    words: str,
    wishes: Sequence[Criterion],
    at: datetime,
) -> Willingness:
    """The candidate's own answer; a yes asks the nearest leader for time. Raises RoundClosed (source: K14)."""
    open_row(candidate.round)
    row, _made = Willingness.objects.update_or_create(
        candidate=candidate,
        defaults={"answer": answer, "hours_wished": hours_wished, "words": words.strip(), "given_at": at},
    )
    row.wishes.set(wishes)
    leader = leader_of(candidate, timezone.localdate(at))
    if answer == Willingness.Answer.YES and leader:
        mailings.notify(
            kind="trainer_release",
            about=f"candidate:{candidate.pk}",
            recipient=leader,
            message=emails.release_asked(candidate, leader),
            due_on=candidate.round.answer_by,
            at=at,
        )
    return row


@transaction.atomic
def release(
    *, candidate: Candidate, hours: Hours | None, near: Sequence[TaughtUnit], words: str, by: Employee, at: datetime
) -> Release:
    """The manager's answer; None: no time is released. Raises RoundClosed (sources: K15, K16, K20)."""
    open_row(candidate.round)
    given = hours or Hours(0, 0, 0)
    row, _made = Release.objects.update_or_create(
        candidate=candidate,
        defaults={
            "is_given": hours is not None,
            "hours_before": given.before,
            "hours_during": given.during,
            "hours_after": given.after,
            "words": words.strip(),
            "given_by": by,
            "given_at": at,
        },
    )
    row.near.set(near)
    return row


@transaction.atomic
def except_from(
    *, candidate: Candidate, criterion: Criterion | None, reason: str, by: Employee, at: datetime
) -> CandidateException:
    """Why a default does not stop the candidate; None: the manager's time.

    Raises HardRule, ReasonMissing, RoundClosed.
    """
    open_row(candidate.round)
    if not reason.strip():
        raise ReasonMissing
    if criterion and criterion.demand != Criterion.Demand.DEFAULT:
        raise HardRule
    row, _made = CandidateException.objects.update_or_create(
        candidate=candidate,
        criterion=criterion,
        defaults={"reason": reason.strip(), "made_by": by, "made_at": at},
    )
    return row


@transaction.atomic
def take_back_exception(*, candidate: Candidate, criterion: Criterion | None) -> None:
    """The default counts again. Raises RoundClosed."""
    open_row(candidate.round)
    CandidateException.objects.filter(candidate=candidate, criterion=criterion).delete()


@transaction.atomic
def move(*, candidate: Candidate, can: bool, will: bool, reason: str, by: Employee, at: datetime) -> MatrixMove:
    """Place somebody otherwise than computed. Raises ReasonMissing, RoundClosed (source: K23)."""
    open_row(candidate.round)
    if not reason.strip():
        raise ReasonMissing
    row, _made = MatrixMove.objects.update_or_create(
        candidate=candidate,
        defaults={"can": can, "will": will, "reason": reason.strip(), "moved_by": by, "moved_at": at},
    )
    return row


@transaction.atomic
def move_back(*, candidate: Candidate) -> None:
    """The computed place counts again. Raises RoundClosed."""
    open_row(candidate.round)
    MatrixMove.objects.filter(candidate=candidate).delete()


@transaction.atomic
def stop(*, round_: Round, reason: str, at: datetime) -> Round:
    """End a round without a decision; all but those who said no are told. Raises RoundClosed, ReasonMissing."""
    row = open_row(round_)
    if not reason.strip():
        raise ReasonMissing
    row.reason, row.closed_at = reason.strip(), at
    row.save(update_fields=["reason", "closed_at"])
    waiting = row.candidates.exclude(willingness__answer=Willingness.Answer.NO)
    for candidate in waiting.select_related("employee__municipality__settings"):
        mailings.notify(
            kind="trainer_stopped",
            about=f"candidate:{candidate.pk}",
            recipient=candidate.employee,
            message=emails.stopped(candidate),
            due_on=timezone.localdate(at),
            at=at,
        )
    return row


def stop_due(*, reason: str | Promise, at: datetime) -> int:
    """Stop the rounds that nobody decided for half a year, so that what is said in them of people gets its end.

    Returns how many. A lazy `reason` is told in the language of the project leader (note on K22).
    """
    last = months_before(timezone.localdate(at), UNDECIDED_MONTHS)
    due = list(Round.objects.open().filter(decide_on__lt=last).select_related("leader__municipality__settings"))
    for row in due:
        with language_of(row.leader):
            stop(round_=row, reason=str(reason), at=at)
    return len(due)


def open_row(round_: Round) -> Round:
    """The round as it is now, locked. Raises RoundClosed."""
    row = Round.objects.select_for_update(of=("self",)).select_related("unit", "profile__programme").get(pk=round_.pk)
    if not row.is_open:
        raise RoundClosed
    return row
