"""What a centre's own years say of the coming one: urgent needs, wishes, turnover (sources: S54, S57–S63)."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from annualcycle.models import Assessment, Criterion, Cycle, ForecastRun, Wish
from annualcycle.phases import same_day
from annualcycle.points import Score, weighted_points
from competence.models import Employment, Unit

LAST_YEARS = 5
# From this month on a year has told nearly all of its urgent needs.
NEARLY_OVER = 11


# A wish without its wisher: øre, points, and the needs it points to.
Wished = tuple[int, int, tuple[str, ...]]


@dataclass(frozen=True)
class YearSeen:
    """One year: the cost of each urgent need as they came, the wishes of each person; None where nothing is known."""

    year: int
    urgent: tuple[int, ...] | None
    people: tuple[tuple[Wished, ...], ...] | None


@dataclass(frozen=True)
class History:
    """The years to draw from, oldest first, and the turnover in per cent (None: nobody to count)."""

    years: tuple[YearSeen, ...]
    turnover: float | None


def history_of(cycle: Cycle, on: date) -> History:
    """The centre's last years as they stand on `on`, oldest first; a constant number of queries.

    A year's urgent needs count when it is nearly over, and years from files only when they hold some. Its wishes count
    when they have points.
    """
    cycles = list(Cycle.objects.filter(unit=cycle.unit_id, year__lte=cycle.year).order_by("-year")[:LAST_YEARS])
    urgent, people = _urgent(cycles), _people(cycles)
    years = []
    for one in reversed(cycles):
        costs = urgent.get(one.pk, [])
        is_told = bool(costs) if one.is_history else date(one.budget_year, NEARLY_OVER, 1) <= on
        wishing = people.get(one.pk, {}) if one.pk != cycle.pk or on > cycle.wishes_due_on else {}
        if is_told or wishing:
            wished = tuple(map(tuple, wishing.values())) or None
            years.append(YearSeen(one.budget_year, tuple(costs) if is_told else None, wished))
    return History(tuple(years), _turnover(cycle.unit, on))


def _urgent(cycles: list[Cycle]) -> dict[int, list[int]]:
    """Cycle → what each need during its year would cost, in the order they came."""
    found: dict[int, list[int]] = defaultdict(list)
    asked = Wish.objects.filter(cycle__in=cycles, is_ad_hoc=True, state=Wish.State.SUBMITTED, cost__gt=0)
    for cycle, cost in asked.order_by("submitted_at", "pk").values_list("cycle", "cost"):
        found[cycle].append(cost)
    return found


def _people(cycles: list[Cycle]) -> dict[int, dict[int, list[Wished]]]:
    """Cycle → person → wishes, for the years whose wishes have points."""
    points = _points(cycles)
    wishes = Wish.objects.filter(cycle__in=cycles).on_the_board().order_by("pk")
    found: dict[int, dict[int, list[Wished]]] = defaultdict(lambda: defaultdict(list))
    for pk, cycle, person, cost, need in wishes.values_list("pk", "cycle", "employee", "cost", "need"):
        found[cycle][person].append((cost, points.get(pk, 0), (f"n{need}",) if need else ()))
    return {cycle: people for cycle, people in found.items() if any(_are_scored(one) for one in people.values())}


def _are_scored(wishes: list[Wished]) -> bool:
    return any(points for _cost, points, _needs in wishes)


def _points(cycles: list[Cycle]) -> dict[int, int]:
    """Wish → points by the weights of its own year."""
    weights = dict(Criterion.objects.filter(cycle__in=cycles).values_list("pk", "weight"))
    given: dict[int, list[Score]] = defaultdict(list)
    scores = Assessment.objects.filter(wish__cycle__in=cycles)
    for wish, criterion, assessor, score in scores.values_list("wish", "criterion", "assessor", "score"):
        given[wish].append(Score(criterion, assessor, score))
    return {wish: round(weighted_points(scores, weights)) for wish, scores in given.items()}


def _turnover(unit: Unit, on: date) -> float | None:
    """Of those who were employed in the centre a year before `on`: per cent who no longer are."""
    then = _staff(unit, same_day(on, on.year - 1))
    return round(100 * len(then - _staff(unit, on)) / len(then), 1) if then else None


def _staff(unit: Unit, on: date) -> set[int]:
    posts = Employment.objects.valid_on(on).filter(unit__path__startswith=unit.path)
    return set(posts.values_list("employee", flat=True))


def runs_of(cycle: Cycle) -> list[ForecastRun]:
    """The simulations of the year, newest first, without their long columns."""
    rows = ForecastRun.objects.filter(cycle=cycle).defer("given", "answer").select_related("made_by")
    return list(rows[:10])
