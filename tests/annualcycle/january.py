"""A January to test with: wishes decided and all answers released."""

from datetime import UTC, datetime

from annualcycle.models import Cycle, Decision, Wish
from annualcycle.models.decisions import Outcome, Route
from competence.models import Employee
from tests.annualcycle.board import IN_DECEMBER, published_cycle, submitted_wish
from tests.cast import Cast

IN_JANUARY = datetime(2027, 1, 14, 9, 0, tzinfo=UTC)


def decided(cycle: Cycle, employee: Employee, outcome: str, *, route: str = Route.DECEMBER, **fields: object) -> Wish:
    """A wish with its pending decision."""
    wish = submitted_wish(cycle, employee, **fields)
    amount = wish.cost if outcome == Outcome.GRANTED else 0
    Decision.objects.create(
        wish=wish, route=route, outcome=outcome, amount=amount, reason="Andre behov.", decided_at=IN_DECEMBER
    )
    return wish


def release(cast: Cast, cycle: Cycle) -> Cycle:
    """Everybody gets the answer."""
    Decision.objects.filter(wish__cycle=cycle).update(released_at=IN_DECEMBER)
    Cycle.objects.filter(pk=cycle.pk).update(released_at=IN_DECEMBER, released_by=cast.mads)
    cycle.refresh_from_db()
    return cycle


def answered(cast: Cast) -> Cycle:
    """Anna's course and Eva's are granted, Bo's is not, and all three know."""
    cycle = published_cycle(cast)
    decided(cycle, cast.anna, Outcome.GRANTED)
    decided(cycle, cast.eva, Outcome.GRANTED)
    decided(cycle, cast.bo, Outcome.NOT_MET, title="Supervisoruddannelse")
    return release(cast, cycle)
