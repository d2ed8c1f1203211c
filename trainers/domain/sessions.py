"""Sessions from plan to evaluation (sources: K07–K12, T04, T05, T09, T17, T18, T22)."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.core import signing
from django.db import transaction
from django.utils import timezone

from competence.domain import mailings
from competence.models import Employee, Unit
from trainers import emails_team
from trainers.models import Evaluation, Mandate, Participant, Round, Session, SessionTrainer
from trainers.queries.sessions import who_may_answer
from trainers.queries.teams_at_work import who_can_hold

_SALT = "trainers.session"
# A code works from half an hour before until an hour after, and answers are taken for two weeks.
EARLY, LATE = timedelta(minutes=30), timedelta(hours=1)
EVALUATION_DAYS = 14


class NotReady(Exception):
    """`mandates` are not ready, and nobody says why they hold it anyway (source: K40)."""

    def __init__(self, mandates: list[Mandate]) -> None:
        super().__init__(mandates)
        self.mandates = mandates


class BeyondMandate(Exception):
    """The session lies after the last day of `mandate`."""

    def __init__(self, mandate: Mandate) -> None:
        super().__init__(mandate)
        self.mandate = mandate


class NoTrainer(Exception):
    """A session has somebody who holds it."""


class Closed(Exception):
    """The session is held or cancelled."""


class NotHeld(Exception):
    """The session has not been held, or the time for answers is over."""


class NotYet(Exception):
    """The session has not begun."""


class NotThere(Exception):
    """Only who came evaluates, and once."""


class CodeExpired(Exception):
    """The code does not belong to this session, or its time is over."""


@dataclass(frozen=True)
class SessionFacts:
    """What a session is; `unit` is whom it is for, `minutes` its length."""

    kind: str
    title: str
    unit: Unit
    starts_at: datetime
    minutes: int
    place: str = ""
    content: str = ""
    local_notes: str = ""
    guests: str = ""
    topics: Sequence[str] = ()
    other_topics: str = ""
    rests_on: Sequence[str] = ()
    parts: Sequence[Mapping[str, str]] = ()
    meant_for: str = ""
    meant_months: int = 12


@dataclass(frozen=True)
class Answers:
    """1–5 each; no person belongs to them once they are stored."""

    useful: int
    clear: int
    sure: int
    words: str = ""


@transaction.atomic
def plan(*, round_: Round, facts: SessionFacts, trainers: Mapping[int, str], by: Employee, at: datetime) -> Session:
    """A session of the team; `trainers` are mandates with a reason, which only those who are not ready need.

    Those who hold it get it in their calendars. Raises BeyondMandate, NoTrainer, NotReady.
    """
    session, mandates = put_in(round_, facts, trainers, by, at)
    for mandate in mandates:
        tell("trainer_session", session, mandate.employee, at)
    if facts.kind == Session.Kind.NETWORK:
        team = Mandate.objects.teaching().filter(round=round_).select_related("employee")
        invite(session=session, employees=[one.employee for one in team], at=at)
    return session


def put_in(
    round_: Round, facts: SessionFacts, trainers: Mapping[int, str], by: Employee, at: datetime
) -> tuple[Session, list[Mandate]]:
    """Planned; whoever asks for it tells the mandates' trainers. Raises as `plan`."""
    mandates = _trainers(round_, trainers, facts)
    session = Session.objects.create(round=round_, made_by=by, made_at=at, **_columns(facts))
    _put_on(session, mandates, trainers)
    return session, mandates


@transaction.atomic
def change(*, session: Session, facts: SessionFacts, trainers: Mapping[int, str], at: datetime) -> Session:
    """Those who come and those who hold it get the new time; who no longer holds it, the end of it.

    Raises BeyondMandate, Closed, NoTrainer, NotReady.
    """
    row = planned_row(session)
    mandates = _trainers(row.round, trainers, facts)
    before = set(row.trainers.values_list("mandate", flat=True))
    is_moved = (row.starts_at, row.minutes, row.place) != (facts.starts_at, facts.minutes, facts.place)
    for name, value in _columns(facts).items():
        setattr(row, name, value)
    row.save()
    gone = list(row.trainers.exclude(mandate__in=mandates).select_related("mandate__employee"))
    row.trainers.exclude(mandate__in=mandates).delete()
    _put_on(row, mandates, trainers)
    if is_moved or gone:
        raise_version(row)
    for trainer in gone:
        tell("trainer_cancelled", row, trainer.mandate.employee, at)
    new = [one.employee for one in mandates if one.pk not in before]
    for employee in everybody(row) if is_moved else new:
        tell("trainer_session", row, employee, at)
    return row


def _columns(facts: SessionFacts) -> dict[str, object]:
    return facts.__dict__ | {
        "topics": list(facts.topics),
        "rests_on": list(facts.rests_on),
        "parts": [dict(part) for part in facts.parts],
    }


def _trainers(round_: Round, wanted: Mapping[int, str], facts: SessionFacts) -> list[Mandate]:
    """The team's mandates named in `wanted` that can hold it; each runs that day, and is ready or has a reason."""
    mandates = list(who_can_hold(round_, facts.kind).filter(pk__in=wanted))
    if not mandates:
        raise NoTrainer
    day = timezone.localdate(facts.starts_at)
    if over := next((one for one in mandates if one.ends_on < day), None):
        raise BeyondMandate(over)
    if early := [one for one in mandates if not one.is_ready and not wanted[one.pk].strip()]:
        raise NotReady(early)
    return mandates


def _put_on(session: Session, mandates: Sequence[Mandate], reasons: Mapping[int, str]) -> None:
    for mandate in mandates:
        reason = "" if mandate.is_ready else reasons[mandate.pk].strip()
        SessionTrainer.objects.update_or_create(session=session, mandate=mandate, defaults={"reason": reason})


@transaction.atomic
def invite(*, session: Session, employees: Collection[Employee], at: datetime) -> int:
    """Invite those who are not yet; returns how many. Raises Closed."""
    row = planned_row(session)
    there = set(row.participants.values_list("employee", flat=True))
    new = [one for one in employees if one.pk not in there]
    Participant.objects.bulk_create(Participant(session=row, employee=one) for one in new)
    for employee in new:
        tell("trainer_session", row, employee, at)
    return len(new)


def invite_to_network(*, mandate: Mandate, at: datetime) -> None:
    """Whoever has become ready is invited to the network meetings to come (source: K42)."""
    meetings = Session.objects.planned().filter(round=mandate.round, kind=Session.Kind.NETWORK, starts_at__gt=at)
    for meeting in meetings:
        invite(session=meeting, employees=[mandate.employee], at=at)


@transaction.atomic
def remove(*, session: Session, employee: Employee, at: datetime) -> None:
    """Take somebody off the list. Raises Closed."""
    row = planned_row(session)
    if row.participants.filter(employee=employee).delete()[0]:
        raise_version(row)
        tell("trainer_cancelled", row, employee, at)


@transaction.atomic
def cancel(*, session: Session, cause: str, words: str, at: datetime) -> Session:
    """Cancelled with its cause, which is counted; everybody invited hears it. Raises Closed (source: T09)."""
    row = strike(session=session, cause=cause, words=words, at=at)
    for employee in everybody(row):
        tell("trainer_cancelled", row, employee, at)
    return row


def strike(*, session: Session, cause: str, words: str, at: datetime) -> Session:
    """Cancelled; whoever asks for it tells those of `everybody`. Raises Closed."""
    row = planned_row(session)
    row.state, row.closed_at = Session.State.CANCELLED, at
    row.cause, row.cause_words = Session.Cause(cause), words.strip()
    row.invitations += 1
    row.save()
    return row


@transaction.atomic
def hold(
    *,
    session: Session,
    came: Collection[int],
    notes: str,
    follow_up_on: date | None,
    at: datetime,
    others: Collection[Employee] = (),
) -> Session:
    """It was held: who came (keys of participants, beside those who came by code), what came out of it.

    `others` came without being invited. Trainers who were ready are active now. Raises Closed, NotYet.
    """
    row = planned_row(session)
    if at < row.starts_at:
        raise NotYet
    row.state, row.closed_at, row.notes, row.follow_up_on = Session.State.HELD, at, notes.strip(), follow_up_on
    row.save()
    row.participants.filter(pk__in=came).update(attended=True)
    row.participants.exclude(attended=True).update(attended=False)
    add_others(row, others)
    for held in row.trainers.select_related("mandate"):
        if held.mandate.state == Mandate.State.READY:
            held.mandate.state, held.mandate.active_at = Mandate.State.ACTIVE, at
            held.mandate.save(update_fields=["state", "active_at"])
    return row


def add_others(row: Session, others: Collection[Employee]) -> None:
    """Those who came without being invited."""
    for employee in others:
        Participant.objects.update_or_create(session=row, employee=employee, defaults={"attended": True})


@transaction.atomic
def check_points(*, session: Session, points: Collection[str]) -> Session:
    """Which points of the checklist hold before a session with other municipalities. Raises Closed (source: T18)."""
    row = planned_row(session)
    row.checked = [one.value for one in Session.Point if one.value in points]
    row.save(update_fields=["checked"])
    return row


@transaction.atomic
def follow_up(*, session: Session, words: str, on: date) -> Session:
    """The trainers have been in touch with those who came. Raises NotHeld (source: T22)."""
    row = Session.objects.select_for_update().get(pk=session.pk)
    if row.state != Session.State.HELD:
        raise NotHeld
    row.followed_up_on, row.follow_up_words = on, words.strip()
    row.save(update_fields=["followed_up_on", "follow_up_words"])
    return row


def code_for(session: Session) -> str:
    """What the code on the wall says: this session, and until when."""
    until = int((session.ends_at + LATE).timestamp())
    return signing.dumps({"session": session.pk, "until": until}, salt=_SALT, compress=False)


def check_code(*, session: Session, code: str, at: datetime) -> None:
    """Raises CodeExpired for another session's code, a made-up one, too early and too late."""
    try:
        told = signing.loads(code, salt=_SALT)
    except signing.BadSignature as error:
        raise CodeExpired from error
    if told["session"] != session.pk or at < session.starts_at - EARLY or at.timestamp() > told["until"]:
        raise CodeExpired


@transaction.atomic
def come(*, session: Session, employee: Employee, code: str, at: datetime) -> Participant:
    """Somebody in the room says so by the code, invited or not. Raises CodeExpired, Closed where it is cancelled."""
    row = Session.objects.select_for_update().get(pk=session.pk)
    check_code(session=row, code=code, at=at)
    if row.state == Session.State.CANCELLED:
        raise Closed
    found, _made = Participant.objects.update_or_create(
        session=row, employee=employee, defaults={"attended": True, "by_code": True}
    )
    return found


@transaction.atomic
def evaluate(*, session: Session, employee: Employee, answers: Answers, at: datetime) -> None:
    """An answer that no longer knows whose it is; who held the session says nothing of it. Raises NotHeld, NotThere."""
    if not is_open_for_answers(session, at):
        raise NotHeld
    mine = who_may_answer(session.participants.select_for_update().filter(employee=employee))
    participant = mine.first()
    if participant is None or participant.has_evaluated:
        raise NotThere
    participant.has_evaluated = True
    participant.save(update_fields=["has_evaluated"])
    Evaluation.objects.create(session=session, **answers.__dict__)


def is_open_for_answers(session: Session, at: datetime) -> bool:
    """From the moment it is held, for two weeks."""
    if session.state != Session.State.HELD or session.closed_at is None:
        return False
    return at <= session.closed_at + timedelta(days=EVALUATION_DAYS)


def raise_version(row: Session) -> None:
    """Calendars take a later version of what they know; two messages of one version would be one."""
    row.invitations += 1
    row.save(update_fields=["invitations"])


def everybody(row: Session) -> list[Employee]:
    """Those who hold it and those invited, each once."""
    holding = [one.mandate.employee for one in row.trainers.select_related("mandate__employee")]
    invited = [one.employee for one in row.participants.select_related("employee")]
    return list({one.pk: one for one in [*holding, *invited]}.values())


def tell(kind: str, session: Session, recipient: Employee, at: datetime) -> None:
    """Once for each version of the invitation."""
    make = emails_team.invited if kind == "trainer_session" else emails_team.cancelled
    mailings.notify(
        kind=kind,
        about=f"session:{session.pk}:{session.invitations}",
        recipient=recipient,
        message=make(session, recipient, at),
        due_on=timezone.localdate(session.starts_at),
        at=at,
    )


def planned_row(session: Session) -> Session:
    """The session as it is now, locked. Raises Closed."""
    rows = Session.objects.select_related("round__profile__programme", "unit", "made_by")
    row = rows.select_for_update(of=("self",)).get(pk=session.pk)
    if not row.is_planned:
        raise Closed
    return row
