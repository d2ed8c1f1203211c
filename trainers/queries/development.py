"""What pages read about a trainer's own development (sources: T06, T11–T13, T15, T24, T25)."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Q, QuerySet

from competence.models import CareerStep, Employee
from trainers.models import Criterion, Insight, Learnt, Mandate, Note, OwnLevel, PlanStep, Pulse, Session, Sureness
from trainers.sureness import Picture, picture_of

PULSE_AHEAD, PULSE_BACK = timedelta(days=14), timedelta(days=14)


@dataclass(frozen=True)
class Need:
    """One competence of the profile: where the trainer sees him- or herself, first and now (None: not said yet)."""

    criterion: Criterion
    first: int | None
    now: int | None

    @property
    def is_lacking(self) -> bool:
        return self.now is not None and self.now < self.criterion.level

    @property
    def has_grown(self) -> bool:
        return self.first is not None and self.now is not None and self.now > self.first


@dataclass(frozen=True)
class Growth:
    """One mandate: needs, plan, sureness and the career level it has brought."""

    mandate: Mandate
    needs: list[Need]
    steps: list[PlanStep]
    picture: Picture
    level: CareerStep | None

    @property
    def open_steps(self) -> list[PlanStep]:
        return [step for step in self.steps if step.done_on is None]

    @property
    def done_steps(self) -> list[PlanStep]:
        return [step for step in self.steps if step.done_on]

    @property
    def is_assessed(self) -> bool:
        return any(need.now is not None for need in self.needs)


def growth_of(mandate: Mandate, on: date) -> Growth:
    """Five queries."""
    criteria = list(Criterion.objects.filter(profile=mandate.round.profile_id).order_by("position"))
    said: dict[int, list[int]] = {}
    for row in OwnLevel.objects.filter(mandate=mandate).order_by("on", "pk"):
        said.setdefault(row.criterion_id, []).append(row.value)
    needs = [
        Need(one, values[0], values[-1]) if (values := said.get(one.pk)) else Need(one, None, None) for one in criteria
    ]
    return Growth(
        mandate=mandate,
        needs=needs,
        steps=list(PlanStep.objects.filter(mandate=mandate).select_related("criterion")),
        picture=picture_of(mandate, list(Sureness.objects.filter(mandate=mandate)), on),
        level=CareerStep.objects.filter(subject=f"mandate:{mandate.pk}").first(),
    )


def _need(criterion: Criterion, values: list[int]) -> Need:
    return Need(criterion, values[0], values[-1]) if values else Need(criterion, None, None)


def learnt_by(employee: Employee) -> "QuerySet[Learnt]":
    return Learnt.objects.filter(employee=employee)


def notes_of(employee: Employee) -> "QuerySet[Note]":
    """For their writer."""
    return Note.objects.filter(employee=employee).select_related("shown_to")


def notes_shown(employee: Employee, reader: Employee) -> "QuerySet[Note]":
    """Those of `employee` that were shown to `reader` and nobody else."""
    return Note.objects.filter(employee=employee, shown_to=reader)


def insights_of(employee: Employee) -> "QuerySet[Insight]":
    """For their writer; what is not brought home yet stands first."""
    rows = Insight.objects.filter(employee=employee).select_related("session")
    return rows.order_by("brought_home_on", "-on", "-pk")


def brought_home(employee: Employee) -> "QuerySet[Insight]":
    """What the trainer's team has heard."""
    return Insight.objects.filter(employee=employee, brought_home_on__isnull=False).order_by("-brought_home_on", "-pk")


@dataclass(frozen=True)
class Felt:
    """A session of one's own with how it felt; `is_over` asks for the second answer."""

    session: Session
    pulse: Pulse | None
    is_over: bool


def felt_by(employee: Employee, at: datetime) -> list[Felt]:
    """One's own sessions two weeks back and ahead that one may say something of; two queries."""
    near = Q(starts_at__gte=at - PULSE_BACK, starts_at__lte=at + PULSE_AHEAD) & ~Q(state=Session.State.CANCELLED)
    rows = list(Session.objects.filter(near, trainers__mandate__employee=employee).order_by("starts_at"))
    said = {one.session_id: one for one in Pulse.objects.filter(employee=employee, session__in=rows)}
    return [Felt(one, said.get(one.pk), one.ends_at <= at) for one in rows]


def pulse_of(session: Session, employee: Employee) -> Pulse | None:
    return Pulse.objects.filter(session=session, employee=employee).first()
