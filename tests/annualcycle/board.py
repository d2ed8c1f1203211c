"""A December to test with: a published year with a budget and wishes on its board."""

from datetime import UTC, date, datetime

from annualcycle.domain import cycle as years
from annualcycle.models import Budget, Cycle, Wish
from competence.models import Employee
from tests.cast import Cast

IN_DECEMBER = datetime(2026, 12, 10, 9, 0, tzinfo=UTC)


def published_cycle(cast: Cast, *, total: int | None = 5_000_000, reserve: int = 1_000_000) -> Cycle:
    """The year 2026 of Børn og Unge with a frame of 40.000 kr. and a reserve of 10.000 kr."""
    at = datetime(2026, 7, 1, 9, 0, tzinfo=UTC)
    cycle = years.ensure(unit=cast.bu, year=2026, by=cast.mads, at=at)
    Cycle.objects.filter(pk=cycle.pk).update(published_at=at, published_by=cast.mads)
    Budget.objects.filter(cycle=cycle).update(total=total, reserve=reserve)
    return Cycle.objects.select_related("unit", "budget").get(pk=cycle.pk)


def submitted_wish(cycle: Cycle, employee: Employee, **fields: object) -> Wish:
    """A wish on the board of `cycle`, 6.400 kr. unless `fields` says otherwise."""
    post = employee.employments.select_related("unit").get()
    given: dict[str, object] = {
        "title": "Samtaler med børn og unge",
        "fee": 640_000,
        "days": 3,
        "state": Wish.State.SUBMITTED,
        "saved_at": IN_DECEMBER,
        "submitted_at": datetime(2026, 11, 12, 9, 0, tzinfo=UTC),
        "motivation": "Jeg møder flere børn end før.",
    } | fields
    wish = Wish(cycle=cycle, employee=employee, unit=post.unit, **given)
    wish.save()
    wish.refresh_from_db()
    return wish


DECEMBER_DAY = date(2026, 12, 10)
