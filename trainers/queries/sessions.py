"""What pages read about sessions; answers of fewer people than the smallest group never leave here (source: T17)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Avg, Count, Exists, OuterRef, Prefetch, Q, QuerySet
from django.utils import timezone

from competence.models import Employee, Employment, Unit
from competence.models.people import EmployeeQuerySet
from competence.retention import months_before
from trainers.models import Evaluation, Mandate, Participant, Round, Session, SessionTrainer

QUESTIONS = ("useful", "clear", "sure")


@dataclass(frozen=True)
class Result:
    """What participants said of one session; `means` is empty where too few answered."""

    session: Session
    answers: int
    means: dict[str, float]
    words: list[str]


@dataclass(frozen=True)
class Total:
    """All shown sessions together: whoever knows them can work it out, so that it tells nothing more."""

    sessions: int
    answers: int
    means: dict[str, float]


@dataclass(frozen=True)
class RotaDay:
    """Who walks the floor of each unit on a day."""

    day: date
    walks: list[Session]


def sessions_of(round_: Round) -> "QuerySet[Session]":
    """By time, with trainers and how many are invited and came."""
    trainers = SessionTrainer.objects.select_related("mandate__employee")
    rows = Session.objects.filter(round=round_).select_related("unit")
    counted = rows.annotate(
        invited=Count("participants"), came=Count("participants", filter=Q(participants__attended=True))
    )
    return counted.prefetch_related(Prefetch("trainers", trainers)).order_by("starts_at", "pk")


def coming(round_: Round, at: datetime) -> "QuerySet[Session]":
    """What is planned from `at` on."""
    return sessions_of(round_).filter(state=Session.State.PLANNED, starts_at__gte=at)


def of_mandate(mandate: Mandate) -> "QuerySet[Session]":
    """The sessions a trainer holds, the latest last."""
    return sessions_of(mandate.round).filter(trainers__mandate=mandate)


def held_by(mandate: Mandate) -> "QuerySet[Session]":
    """What a trainer has held."""
    return Session.objects.held().filter(trainers__mandate=mandate).order_by("starts_at")


def standing_after(mandate: Mandate, day: date) -> "QuerySet[Session]":
    """What is planned after `day` with this trainer: sessions to hold, and the team's network meetings."""
    from_then = timezone.make_aware(datetime.combine(day + timedelta(days=1), time(0)))
    holds = SessionTrainer.objects.filter(session=OuterRef("pk"), mandate=mandate)
    comes = Participant.objects.filter(session=OuterRef("pk"), employee=mandate.employee_id)
    is_network = Q(round=mandate.round_id, kind=Session.Kind.NETWORK)
    rows = Session.objects.planned().filter(Q(Exists(holds)) | is_network & Q(Exists(comes)), starts_at__gte=from_then)
    return rows.order_by("starts_at", "pk")


def who_may_answer(rows: "QuerySet[Participant]") -> "QuerySet[Participant]":
    """Of `rows` those who came; who held the session says nothing of it (source: T17)."""
    holds = SessionTrainer.objects.filter(session=OuterRef("session"), mandate__employee=OuterRef("employee"))
    return rows.filter(attended=True).exclude(Exists(holds))


def participants_of(session: Session) -> "QuerySet[Participant]":
    return session.participants.select_related("employee")


def possible_participants(session: Session, on: date, since: date | None) -> "QuerySet[Employee]":
    """Who works where the session is for and is not invited; `since`: only those who are new there (source: T05)."""
    posts = Employment.objects.valid_on(on).filter(unit__path__startswith=session.unit.path)
    if since:
        posts = posts.filter(starts_on__gte=since)
    rows = EmployeeQuerySet(Employee).filter(pk__in=posts.values("employee"))
    return rows.exclude(pk__in=session.participants.values("employee")).order_by("sort_name")


@dataclass(frozen=True)
class Meant:
    """Somebody the session is meant for, with the days that make them new; None where they do not."""

    profession_since: date | None
    task_since: date | None

    @property
    def since(self) -> date | None:
        """The day in the task, else the one in the profession; None for somebody who is not new."""
        return self.task_since or self.profession_since


def meant_by(session: Session, on: date) -> dict[int, Meant]:
    """Whom the rule of the session names, by the employments that count on `on` (source: T05); one query.

    New in the profession: the first seniority is within the months; new in the task: the post in the unit is.
    """
    first, rule = months_before(on, session.meant_months), Session.MeantFor
    by_profession, by_task = (session.meant_for in (one, rule.EITHER) for one in (rule.PROFESSION, rule.TASK))
    posts = Employment.objects.valid_on(on).filter(unit__path__startswith=session.unit.path)
    found = {
        post.employee_id: Meant(
            post.seniority_on if by_profession and post.seniority_on >= first else None,
            post.starts_on if by_task and post.starts_on >= first else None,
        )
        for post in posts
    }
    return {pk: meant for pk, meant in found.items() if meant.since}


def units_for(round_: Round, on: date) -> "QuerySet[Unit]":
    """Whom a session can be for: the round's unit and what is below it."""
    return Unit.objects.below(round_.unit).open_on(on).order_by("path")


def result_of(session: Session, *, smallest: int, at: datetime, days: int) -> Result:
    """The answers once the time for them is over: while they come in, each could be told from the one before."""
    rows = Evaluation.objects.filter(session=session)
    answers = rows.count()
    is_over = session.closed_at is not None and at > session.closed_at + timedelta(days=days)
    if not is_over or answers < smallest:
        return Result(session, answers, {}, [])
    means = rows.aggregate(**{name: Avg(name) for name in QUESTIONS})
    return Result(session, answers, means, [row.words for row in rows.exclude(words="")])


def results_of(round_: Round, *, smallest: int, at: datetime, days: int) -> list[Result]:
    """Every held session of the team; those with few answers have no means."""
    return _results(Session.objects.filter(round=round_), smallest=smallest, at=at, days=days)


def _results(rows: "QuerySet[Session]", *, smallest: int, at: datetime, days: int) -> list[Result]:
    """Of those of `rows` that are held, when the time for answers is over."""
    rows = rows.filter(state=Session.State.HELD, closed_at__lt=at - timedelta(days=days))
    counted = rows.annotate(
        answers=Count("evaluations"), **{f"mean_{name}": Avg(f"evaluations__{name}") for name in QUESTIONS}
    )
    return [_result(row, smallest) for row in counted.order_by("starts_at")]


def _result(row: Session, smallest: int) -> Result:
    answers: int = row.answers  # type: ignore[attr-defined]  # annotated
    shown = answers >= smallest
    return Result(row, answers, {name: getattr(row, f"mean_{name}") for name in QUESTIONS} if shown else {}, [])


def total_of(results: Sequence[Result]) -> Total | None:
    """Of the sessions that are shown; None where there are none."""
    shown = [one for one in results if one.means]
    answers = sum(one.answers for one in shown)
    if not shown:
        return None
    means = {name: sum(one.means[name] * one.answers for one in shown) / answers for name in QUESTIONS}
    return Total(len(shown), answers, means)


def rota_of(round_: Round, since: date | None = None) -> list[RotaDay]:
    """The floor walks by day, from `since` on (source: K08)."""
    rows = sessions_of(round_).filter(kind=Session.Kind.FLOOR_WALK).exclude(state=Session.State.CANCELLED)
    days: dict[date, list[Session]] = {}
    for row in rows:
        days.setdefault(timezone.localdate(row.starts_at), []).append(row)
    return [RotaDay(day, walks) for day, walks in sorted(days.items()) if since is None or day >= since]


def to_hold(employee: Employee, since: datetime) -> "QuerySet[Session]":
    """What `employee` is to hold or take part in from `since` on."""
    own = Mandate.objects.running().filter(employee=employee)
    mine = Q(trainers__mandate__in=own) | Q(participants__employee=employee, participants__declined=False)
    rows = Session.objects.planned().filter(mine, starts_at__gte=since).select_related("unit", "round")
    return rows.distinct().order_by("starts_at")


def invitations_of(employee: Employee, since: datetime) -> "QuerySet[Participant]":
    """What somebody is invited to from `since` on, trainer or not (sources: K11, K12)."""
    rows = Participant.objects.filter(
        employee=employee, session__state=Session.State.PLANNED, session__starts_at__gte=since
    )
    return rows.select_related("session__unit").order_by("session__starts_at")


def local_ways(rows: Iterable[Session]) -> list[tuple[Unit, str]]:
    """How it is done in each place, from the latest of `rows` that says so; `rows` in order of time (source: T18)."""
    latest = {row.unit_id: (row.unit, row.local_notes) for row in rows if row.local_notes}
    return sorted(latest.values(), key=lambda told: told[0].path)


def results_by(mandate: Mandate, *, smallest: int, at: datetime, days: int) -> Total | None:
    """What those who came say of one trainer's sessions, as protected as in `results_of` (source: T17)."""
    rows = Session.objects.filter(trainers__mandate=mandate)
    return total_of(_results(rows, smallest=smallest, at=at, days=days))
