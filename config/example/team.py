"""The team of the decided selection at work: mandates, training, sessions held and planned, roles with hours."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

from django.utils import timezone

from competence.domain import commitments
from competence.models import Commitment, Employee, Employment, Role, Unit
from trainers.domain import attendance, mandates, pool, rota, sessions, support, training
from trainers.domain.mandates import MandateFacts, Phase, Points
from trainers.domain.pool import ShareFacts
from trainers.domain.sessions import Answers, SessionFacts
from trainers.models import (
    Candidate,
    Mandate,
    Participant,
    PoolShare,
    Round,
    Selection,
    Session,
    SupportEntry,
    TrainingPart,
)

SIGNED = Points(purpose_stated=True, explained=True, time_given=True, backed=True)
WORDS = ("Flere eksempler fra vores egne sager.", "En pause mere.", "Det var godt at prøve selv.")
PARTS = (
    {"title": "Åbningen", "about": "de første to minutter, og hvem der siger hvad"},
    {"title": "Når det bliver svært", "about": "vrede, gråd og tavshed"},
    {"title": "Bagefter", "about": "det, der skrives ned samme dag"},
)


def load(*, root: Unit, now: datetime) -> None:
    """One team that works, and mentors and representatives whose hours count too."""
    round_ = Round.objects.filter(unit__municipality=root, decided_at__isnull=False).earliest("decided_at")
    chosen = Candidate.objects.filter(round=round_, selection__outcome=Selection.Outcome.CHOSEN)
    made = [_mandate(one, now) for one in chosen.select_related("employee", "unit", "round", "selection")]
    _train(made[0], now, is_done=True)
    for mandate in made[1:]:
        _train(mandate, now, is_done=False)
    _hold(made[0], now)
    _plan(made, now)
    _report(made[0], now)
    _share(made[0], now)
    _other_roles(round_.unit, now.date())


def _mandate(candidate: Candidate, now: datetime) -> Mandate:
    """Written a month ago, signed by the team's leader two days later."""
    at, start = now - timedelta(days=32), now.date() - timedelta(days=28)
    hours: int = candidate.selection.hours
    facts = MandateFacts(
        purpose="At nye kolleger får en makker, der kan vise dem arbejdet i deres egne sager.",
        benefit="Nye sagsbehandlere bliver hurtigere trygge, og teamet får en fælles måde at gøre tingene på.",
        scope=Mandate.Scope.MUNICIPALITY,
        gives_support=True,
        phases=_phases(start, hours),
    )
    made = mandates.make(candidate=candidate, facts=facts, by=candidate.round.leader, at=at)
    leader = _leader_of(candidate.unit, candidate.round.leader)
    words = "Tirsdag formiddag er til forberedelse. Vi taler om det igen efter tre måneder."
    mandates.sign(mandate=made, points=SIGNED, words=words, by=leader, at=at + timedelta(days=2))
    return mandates.start(mandate=made, reason="", at=at + timedelta(days=4))


def _phases(start: date, hours: int) -> Sequence[Phase]:
    during, after = start + timedelta(days=40), start + timedelta(days=160)
    return (
        Phase("before", start, during - timedelta(days=1), 1, 1),
        Phase("during", during, after - timedelta(days=1), max(hours - 1, 1), 1, 1),
        Phase("after", after, after + timedelta(days=180), 1, 1, 1),
    )


def _leader_of(unit: Unit, otherwise: Employee) -> Employee:
    leads = Employee.objects.filter(role_assignments__unit=unit, role_assignments__role=Role.TEAM_LEADER)
    return leads.first() or otherwise


def _train(mandate: Mandate, now: datetime, *, is_done: bool) -> None:
    """One trainer has walked the whole way, the others half of it."""
    begun = now.date() - timedelta(days=28)
    for part in mandate.round.profile.training.order_by("position"):
        if part.kind == TrainingPart.Kind.COURSE_DAY:
            days = [begun + timedelta(days=3 * number) for number in range(part.days or 1)]
            training.attend(mandate=mandate, part=part, days=days if is_done else days[:1])
        elif part.is_mandatory and (is_done or part.kind == TrainingPart.Kind.PREPARATION):
            training.finish(mandate=mandate, part=part, words="", on=begun + timedelta(days=6), handed_out_on=begun)
    if is_done:
        training.mark_ready(mandate=mandate, reason="", at=now - timedelta(days=20))


def _session(mandate: Mandate, days: int, now: datetime, **facts: object) -> Session:
    day = _weekday(timezone.localdate(now) + timedelta(days=days))
    told: dict[str, Any] = {
        "kind": Session.Kind.TEACHING,
        "title": "Din første sag",
        "unit": mandate.unit,
        "starts_at": timezone.make_aware(datetime.combine(day, time(9))),
        "minutes": 120,
        "place": "Mødelokale 2",
    }
    at = now - timedelta(days=22)
    made = SessionFacts(**told | facts)
    return sessions.plan(round_=mandate.round, facts=made, trainers={mandate.pk: ""}, by=mandate.employee, at=at)


def _weekday(day: date) -> date:
    return day + timedelta(days=max(0, 7 - day.weekday()) if day.weekday() > 4 else 0)


def _hold(mandate: Mandate, now: datetime) -> None:
    """One session that many came to, and one that fell because the time was taken."""
    session = _session(
        mandate, -18, now, content="Sådan åbner du en sag, finder barnets netværk og skriver den første samtale ind."
    )
    sessions.invite(session=session, employees=_colleagues(mandate), at=now - timedelta(days=21))
    invited = list(session.participants.select_related("employee"))
    came = invited[:-2]
    held = sessions.hold(
        session=session,
        came=[one.pk for one in came],
        notes="Alle nåede at åbne en sag. Næste gang tager vi den svære samtale.",
        follow_up_on=now.date() + timedelta(days=10),
        at=session.ends_at,
    )
    _evaluate(held, came)
    fallen = _session(mandate, -6, now, title="Den svære samtale")
    words = "Der var ingen til at dække vagten."
    sessions.cancel(session=fallen, cause=Session.Cause.NO_TIME, words=words, at=now - timedelta(days=7))


def _colleagues(mandate: Mandate) -> list[Employee]:
    posts = Employment.objects.valid_on(mandate.starts_on).filter(unit=mandate.unit).select_related("employee")
    rows = posts.exclude(employee=mandate.employee).order_by("employee__number")
    return [post.employee for post in rows[:11]]


def _evaluate(session: Session, came: Sequence[Participant]) -> None:
    random = Random("evaluation")
    for number, one in enumerate(came):
        useful, clear, sure = (random.choice((3, 4, 4, 5)) for _question in range(3))
        answers = Answers(useful, clear, sure, WORDS[number] if number < len(WORDS) else "")
        at = session.ends_at + timedelta(days=1)
        sessions.evaluate(session=session, employee=one.employee, answers=answers, at=at)


def _plan(made: Sequence[Mandate], now: datetime) -> None:
    """A session to come, a network meeting and two weeks on the floor."""
    first = Mandate.objects.select_related("round__profile__programme", "employee", "unit").get(pk=made[0].pk)
    coming = _session(
        first,
        6,
        now,
        title="Den svære samtale",
        topics=(Session.Topic.PROCEDURES,),
        other_topics="Vagten i juleugerne",
        content="Vi øver to samtaler, I selv har haft, og skriver dem ind bagefter.",
        parts=PARTS,
        meant_for=Session.MeantFor.EITHER,
        local_notes="Her ringer vi altid til familien, før brevet sendes.",
        guests="Granby kommun",
    )
    sessions.check_points(session=coming, points=[Session.Point.ASKED, Session.Point.HOST])
    sessions.invite(session=coming, employees=_colleagues(first), at=now - timedelta(days=2))
    attendance.answer_invitation(session=coming, employee=_colleagues(first)[-1], comes=False)
    _session(first, 20, now, kind=Session.Kind.NETWORK, title="Trænertræf", unit=first.round.unit, place="Teams")
    days = [_weekday(now.date() + timedelta(days=length)) for length in (9, 11, 16, 18)]
    facts = SessionFacts(
        Session.Kind.FLOOR_WALK,
        "En træner hos jer",
        first.unit,
        timezone.make_aware(datetime.combine(days[0], time(13))),
        90,
    )
    rota.plan_rota(
        round_=first.round, facts=facts, days=days, trainers=[first.pk], by=first.employee, at=now - timedelta(days=2)
    )


def _share(mandate: Mandate, now: datetime) -> None:
    """Other municipalities may see the one who is ready."""
    facts = ShareFacts("Den første sag, den svære samtale, at skrive samtaler ind", "dansk", PoolShare.Reach.BOTH)
    share = pool.offer(employee=mandate.employee, facts=facts, by=mandate.round.leader, at=now - timedelta(days=10))
    pool.agree(share=share, at=now - timedelta(days=8))


def _report(mandate: Mandate, now: datetime) -> None:
    """Two open lines in the log of errors and wishes, and one that is closed."""
    told = (
        (SupportEntry.Kind.ERROR, SupportEntry.Cause.SYSTEM, "Brevet mangler afsender, når det sendes fra telefonen."),
        (SupportEntry.Kind.IMPROVEMENT, SupportEntry.Cause.UNCLEAR, "Sagens frister kunne stå på forsiden."),
        (SupportEntry.Kind.ERROR, SupportEntry.Cause.USER, "Notater bliver væk, når to skriver på samme tid."),
    )
    at = now - timedelta(days=3)
    rows = [
        support.report(mandate=mandate, kind=kind, cause=cause, text=text, reference="", at=at)
        for kind, cause, text in told
    ]
    outcome = "Den, der åbner sagen først, skal gemme først. Det øver vi næste gang."
    support.close(entry=rows[2], cause=SupportEntry.Cause.USER, outcome=outcome, at=now - timedelta(days=1))


def _other_roles(unit: Unit, on: date) -> None:
    """Two mentors and a representative below `unit`."""
    kinds = (Commitment.Kind.MENTOR, Commitment.Kind.UNION_REPRESENTATIVE, Commitment.Kind.MENTOR)
    posts = Employment.objects.valid_on(on).filter(unit__parent=unit).select_related("employee", "unit")
    rows = posts.exclude(employee__role_assignments__isnull=False).order_by("unit__code", "-employee__number")[::9]
    for post, kind in zip(rows, kinds, strict=False):
        commitments.take_on(
            employee=post.employee,
            unit=post.unit,
            kind=kind,
            hours=2,
            starts_on=on - timedelta(days=60),
            ends_on=on + timedelta(days=240),
            on=on,
        )
