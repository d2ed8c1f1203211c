"""What a trainer's own page and the start page read."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import QuerySet

from competence.models import Employee
from trainers.models import Mandate, MandatePhase, Session
from trainers.queries.path import Step, steps_of
from trainers.queries.teams_at_work import mandates_of, phase_now

ANSWER_DAYS = 14


@dataclass(frozen=True)
class MyRole:
    """One running mandate: the phase of today and what is still to be done of the path."""

    mandate: Mandate
    phase: MandatePhase | None
    next: Step | None
    done: int
    whole: int


def roles_of(employee: Employee, on: date) -> list[MyRole]:
    """The running mandates of `employee` on `on`."""
    rows = mandates_of(employee).running().prefetch_related("phases")
    return [_role(row, on) for row in rows]


def _role(mandate: Mandate, on: date) -> MyRole:
    must = [step for step in steps_of(mandate) if step.part.is_mandatory]
    waiting = [step for step in must if step.is_lacking]
    return MyRole(mandate, phase_now(mandate, on), next(iter(waiting), None), len(must) - len(waiting), len(must))


def to_answer(employee: Employee, at: datetime) -> "QuerySet[Session]":
    """Held sessions one came to and has said nothing of, while there is time."""
    rows = Session.objects.held().filter(closed_at__gte=at - timedelta(days=ANSWER_DAYS))
    mine = rows.filter(participants__employee=employee, participants__attended=True, participants__has_evaluated=False)
    return mine.exclude(trainers__mandate__employee=employee).order_by("starts_at")
