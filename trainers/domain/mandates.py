"""A mandate from the decision to its end (sources: T07–T10, K04, K15, K16, K45)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from competence.domain import career, commitments, mailings
from competence.domain.career import RoleFacts
from competence.models import CareerStep, Commitment, Employee, Employment
from competence.queries import leader_for
from trainers import emails_team
from trainers.domain import limits, load, vacancies
from trainers.domain.limits import Drain
from trainers.models import Anchoring, Candidate, Mandate, MandatePhase, Round, Selection
from trainers.queries.heads import waiting_for_mandate

# A full week of work: nobody gives more to all roles together.
MOST_HOURS = 37


class NotChosen(Exception):
    """A mandate is made for somebody who was chosen, and once."""


class NoPost(Exception):
    """Whoever was chosen works no longer in the unit the hours are taken from."""


class NoRole(Exception):
    """A mandate gives at least one of the three roles (source: K04)."""


class TooManyHours(Exception):
    """In the phase `kind` all roles together take `hours`, which is more than a week of work has."""

    def __init__(self, kind: str, hours: int) -> None:
        super().__init__(kind, hours)
        self.kind, self.hours = kind, hours


class NotAnchored(Exception):
    """The leader has not signed, and nobody says why it begins anyway (source: T07)."""


class Ended(Exception):
    """The mandate is over: nothing in it changes."""


class ReasonMissing(Exception):
    """An end says why."""


@dataclass(frozen=True)
class Phase:
    """Hours a week in a period (both dates inclusive)."""

    kind: str
    starts_on: date
    ends_on: date
    teaching: int
    preparation: int
    support: int = 0

    @property
    def trainer_hours(self) -> int:
        return self.teaching + self.preparation

    @property
    def hours(self) -> int:
        return self.trainer_hours + self.support


@dataclass(frozen=True)
class MandateFacts:
    """What a mandate says; `phases` follow each other, and hold the hours of support, which are those of a phase.

    Hours as super-user are None without the role.
    """

    purpose: str
    phases: Sequence[Phase]
    benefit: str = ""
    called: str = ""
    scope: str = Mandate.Scope.UNIT
    topics: str = ""
    is_trainer: bool = True
    super_user_hours: int | None = None
    gives_support: bool = False
    knows_method: bool = False

    @property
    def peak(self) -> int:
        """The most hours in any week."""
        return self.peak_from(date.min)

    def peak_from(self, on: date) -> int:
        """The most hours in any week from `on`."""
        left = [phase.hours for phase in self.phases if phase.ends_on >= on]
        return max(left, default=0) + (self.super_user_hours or 0)


@dataclass(frozen=True)
class Points:
    """What the leader signs: every point holds (source: T07)."""

    purpose_stated: bool
    explained: bool
    time_given: bool
    backed: bool


@transaction.atomic
def make(*, candidate: Candidate, facts: MandateFacts, by: Employee, at: datetime) -> Mandate:
    """The mandate of somebody chosen; the leader is asked to sign it.

    The hours come under the limit of the unit, where those of the decision count already. Raises NotChosen, NoPost,
    NoRole, TooManyHours, limits.OverLimit, limits.Busy.
    """
    selection = _waiting_selection(candidate)
    on = timezone.localdate(at)
    if not Employment.objects.valid_on(on).filter(employee=candidate.employee, unit=candidate.unit).exists():
        raise NoPost
    refuse(facts)
    _take(candidate, facts.peak - selection.hours, on)
    mandate = Mandate.objects.create(
        round=candidate.round,
        employee=candidate.employee,
        unit=candidate.unit,
        hours_taken=facts.peak,
        starts_on=facts.phases[0].starts_on,
        ends_on=facts.phases[-1].ends_on,
        made_by=by,
        made_at=at,
        **{name: value for name, value in facts.__dict__.items() if name != "phases"},
    )
    MandatePhase.objects.bulk_create(MandatePhase(mandate=mandate, **phase.__dict__) for phase in facts.phases)
    commit(mandate, facts, since=mandate.starts_on)
    _ask_leader(mandate, at)
    return mandate


def _waiting_selection(candidate: Candidate) -> Selection:
    """The answer as it is now; the round is locked first, so that two clicks make one mandate. Raises NotChosen."""
    Round.objects.select_for_update().get(pk=candidate.round_id)
    selection = waiting_for_mandate().filter(candidate=candidate).first()
    if selection is None:
        raise NotChosen
    return selection


def refuse(facts: MandateFacts) -> None:
    """Raises NoRole, TooManyHours."""
    if not facts.is_trainer and facts.super_user_hours is None and not facts.gives_support:
        raise NoRole
    for phase in facts.phases:
        hours = phase.hours + (facts.super_user_hours or 0)
        if hours > MOST_HOURS:
            raise TooManyHours(phase.kind, hours)


def _take(candidate: Candidate, hours: int, on: date) -> None:
    """The difference to what the decision took."""
    if hours > 0:
        limits.take(drains={candidate.unit_id: Drain(frozenset([candidate.employee_id]), hours)}, on=on)
    elif hours < 0:
        limits.give_back(unit=candidate.unit_id, hours=-hours)


def subject_of(mandate: Mandate) -> str:
    """As the roles of a mandate are marked in competence."""
    return f"mandate:{mandate.pk}"


def role_of(mandate: Mandate) -> RoleFacts:
    """The role as the trainer's career tells of it (source: T15); needs the programme."""
    return RoleFacts(
        employee=mandate.employee,
        unit=mandate.unit,
        subject=subject_of(mandate),
        field=mandate.round.profile.programme.name,
        title=mandate.called,
    )


def commit(mandate: Mandate, facts: MandateFacts, *, since: date) -> None:
    """The hours of each role and phase from `since`, as competence keeps them."""
    kinds = Commitment.Kind
    rows = [(kinds.TRAINER, one.trainer_hours, one.starts_on, one.ends_on) for one in facts.phases]
    rows += [(kinds.SUPPORT, one.support, one.starts_on, one.ends_on) for one in facts.phases]
    rows.append((kinds.SUPER_USER, facts.super_user_hours or 0, mandate.starts_on, mandate.ends_on))
    for kind, hours, starts, ends in rows:
        if hours and ends >= since:
            commitments.commit(
                employee=mandate.employee,
                unit=mandate.unit,
                kind=kind,
                hours=hours,
                starts_on=max(starts, since),
                ends_on=ends,
                subject=subject_of(mandate),
            )


@transaction.atomic
def set_topics(*, mandate: Mandate, topics: str) -> Mandate:
    """What the trainer may teach, which changes while he or she learns (source: T03). Raises Ended."""
    row = running_row(mandate)
    row.topics = topics.strip()
    row.save(update_fields=["topics"])
    return row


def _ask_leader(mandate: Mandate, at: datetime) -> None:
    leader = leader_for(mandate.employee, mandate.unit, timezone.localdate(at))
    if leader:
        mailings.notify(
            kind="trainer_anchor",
            about=subject_of(mandate),
            recipient=leader,
            message=emails_team.signature_asked(mandate, leader),
            due_on=mandate.starts_on,
            at=at,
        )


@transaction.atomic
def sign(*, mandate: Mandate, points: Points, words: str, by: Employee, at: datetime) -> Anchoring:
    """The leader's signature under all four points. Raises Ended, NotAnchored where a point does not hold."""
    row = running_row(mandate)
    if not all(points.__dict__.values()):
        raise NotAnchored
    signed, _made = Anchoring.objects.update_or_create(
        mandate=row, defaults=points.__dict__ | {"words": words.strip(), "signed_by": by, "signed_at": at}
    )
    return signed


@transaction.atomic
def start(*, mandate: Mandate, reason: str, at: datetime) -> Mandate:
    """The training begins; without the leader's signature only with a reason. Raises Ended, NotAnchored."""
    row = running_row(mandate)
    is_signed = Anchoring.objects.filter(mandate=row).exists()
    if not is_signed and not reason.strip():
        raise NotAnchored
    if row.state == Mandate.State.SELECTED:
        row.state, row.started_at = Mandate.State.IN_TRAINING, at
        row.unanchored_reason = "" if is_signed else reason.strip()
        row.save(update_fields=["state", "started_at", "unanchored_reason"])
        career.take_step(role=role_of(row), level=CareerStep.Level.LEARNING, on=timezone.localdate(at))
        mailings.notify(
            kind="trainer_begins",
            about=subject_of(row),
            recipient=row.employee,
            message=emails_team.begins(row),
            due_on=timezone.localdate(at),
            at=at,
        )
    return row


@transaction.atomic
def end(*, mandate: Mandate, reason: str, at: datetime) -> Mandate:
    """The trainer stops today, and leaves what is planned after the last day; the unit gets its hours back.

    The trainer and the nearest leader are told. Raises Ended, ReasonMissing, limits.Busy.
    """
    row = running_row(mandate)
    if not reason.strip():
        raise ReasonMissing
    on = timezone.localdate(at)
    row.state, row.ended_at, row.end_reason = Mandate.State.ENDED, at, reason.strip()
    row.save(update_fields=["state", "ended_at", "end_reason"])
    commitments.release(subject=subject_of(row), on=on)
    career.end(subject=subject_of(row), on=on)
    load.recount(units=[row.unit_id], on=on)
    vacancies.take_off(mandate=row, after=min(row.ends_on, on), at=at)
    _tell_of_the_end(row, at)
    return row


def _tell_of_the_end(mandate: Mandate, at: datetime) -> None:
    on = timezone.localdate(at)
    for recipient in filter(None, (mandate.employee, leader_for(mandate.employee, mandate.unit, on))):
        message = emails_team.ended(mandate, recipient)
        mailings.notify(
            kind="trainer_ended", about=subject_of(mandate), recipient=recipient, message=message, due_on=on, at=at
        )


def end_due(*, reason: str, left: str, at: datetime) -> int:
    """End the mandates whose period is over with `reason`, those of who has left before with `left`; how many."""
    on = timezone.localdate(at)
    employed = Employment.objects.valid_on(on).filter(employee=OuterRef("employee"))
    due = list(Mandate.objects.running().filter(Q(ends_on__lt=on) | ~Exists(employed)))
    for row in due:
        end(mandate=row, reason=reason if row.ends_on < on else left, at=at)
    return len(due)


def running_row(mandate: Mandate) -> Mandate:
    """The mandate as it is now, locked. Raises Ended."""
    rows = Mandate.objects.select_related("employee", "unit", "round__profile__programme")
    row = rows.select_for_update(of=("self",)).get(pk=mandate.pk)
    if not row.is_running:
        raise Ended
    return row
