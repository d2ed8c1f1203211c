"""Earlier years to test with, whose answers came with a file."""

from datetime import UTC, date, datetime

from annualcycle.models import Cycle, Decision, Wish
from annualcycle.models.decisions import Outcome, Route
from competence.models import Employee, Unit

DATES = ("talks_open_on", "talks_close_on", "wishes_due_on", "decide_on", "feedback_by")


def past_year(unit: Unit, year: int) -> Cycle:
    """A year of `unit` from a file, decided on 10 December."""
    autumn = {name: date(year, 11, 1 + place) for place, name in enumerate(DATES[:3])}
    return Cycle.objects.create(
        unit=unit,
        year=year,
        is_history=True,
        **autumn,
        decide_on=date(year, 12, 10),
        feedback_by=date(year, 12, 20),
        orientation_on=date(year + 1, 1, 20),
        evaluate_on=date(year + 1, 6, 1),
    )


def answered_wish(
    cycle: Cycle, employee: Employee, outcome: str, *, title: str = "Netværk", fee: int = 100_000
) -> Wish:
    """With the answer that everybody got."""
    at = datetime(cycle.year, 12, 1, 9, 0, tzinfo=UTC)
    post = employee.employments.select_related("unit").get()
    wish = Wish.objects.create(
        cycle=cycle,
        employee=employee,
        unit=post.unit,
        title=title,
        fee=fee,
        state=Wish.State.SUBMITTED,
        saved_at=at,
        submitted_at=at,
    )
    granted = outcome == Outcome.GRANTED
    Decision.objects.create(
        wish=wish,
        route=Route.DECEMBER,
        outcome=outcome,
        amount=fee if granted else 0,
        reason="" if granted else "Andre behov.",
        decided_at=at,
        released_at=at,
    )
    return wish
