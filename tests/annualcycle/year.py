"""A year of Børn og Unge with its talks, to test with."""

from datetime import UTC, date, datetime

from annualcycle.domain import cycle as years
from annualcycle.domain import plans, talks
from annualcycle.models import Cycle, Plan, Talk
from competence.models import Employee
from tests.annualcycle import autumn
from tests.cast import TODAY, Cast

IN_JULY = datetime(2026, 7, 1, 9, 0, tzinfo=UTC)
NOON = datetime(2026, 10, 15, 10, 0, tzinfo=UTC)
LATER = datetime(2026, 10, 20, 8, 0, tzinfo=UTC)


def draft_year(cast: Cast) -> Cycle:
    return years.ensure(unit=cast.bu, year=2026, by=cast.mads, at=IN_JULY)


def published_year(cast: Cast) -> Cycle:
    """Published in July, with a talk for everybody employed then, and newcomers and leavers of today."""
    autumn.strategy(cast)
    cycle = draft_year(cast)
    years.publish(cycle=cycle, by=cast.mads, at=IN_JULY)
    return Cycle.objects.select_related("unit", "budget").get(pk=cycle.pk)


def talk_of(employee: Employee) -> Talk:
    return Talk.objects.select_related("employee", "leader", "unit", "cycle__unit").get(employee=employee)


def invited(employee: Employee, by: Employee, starts_at: datetime = LATER) -> Talk:
    talks.invite(talk=talk_of(employee), meeting=talks.Meeting(starts_at, "Mødelokale 2"), by=by, at=NOON)
    return talk_of(employee)


def plan_of(employee: Employee, by: Employee, *goals: str) -> Plan:
    """The plan opened by the talk held today, with `goals`."""
    talks.hold(talk=talk_of(employee), on=TODAY, by=by, at=NOON)
    plan = Plan.objects.get(employee=employee)
    facts = [plans.GoalFacts(goal, due_on=date(2027, 3, 1)) for goal in goals]
    if facts:
        plans.save(plan=plan, content=plans.Content("Det aftalte", facts), revision=1, by=by, at=NOON)
    return plan
