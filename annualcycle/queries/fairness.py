"""Grants and relevant wishes that were not met, across the years (sources: S62, S63, S65)."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from annualcycle.models import Cycle, Evaluation, Wish
from annualcycle.models.decisions import Outcome
from annualcycle.queries.figures import Figures, from_json
from competence.models import Employee, Unit
from competence.text import danish_key

LAST_YEARS = 5


@dataclass(frozen=True)
class YearCount:
    """One year of a person or team; None is hidden."""

    year: int
    granted: int | None
    not_met: int | None


@dataclass(frozen=True)
class Line:
    """A team or person over the years, oldest first. `pk` is 0 for rows without a page."""

    pk: int
    name: str
    team: str
    years: tuple[YearCount, ...]

    @property
    def granted(self) -> int:
        return sum(one.granted or 0 for one in self.years)

    @property
    def not_met(self) -> int:
        return sum(one.not_met or 0 for one in self.years)

    @property
    def order(self) -> str:
        return danish_key(self.name)


def years_of(unit: Unit) -> list[Cycle]:
    """The centre's last years whose answers are given, oldest first; those from files are."""
    answered = Q(is_history=True) | Q(released_at__isnull=False)
    return list(reversed(Cycle.objects.filter(answered, unit=unit).order_by("-year")[:LAST_YEARS]))


def decided_wishes(cycles: Iterable[Cycle]) -> "QuerySet[Wish]":
    """Wishes of `cycles` that were granted, or relevant but not met."""
    outcomes = [Outcome.GRANTED, Outcome.NOT_MET]
    return Wish.objects.filter(cycle__in=list(cycles), decision__outcome__in=outcomes)


def lines_of(cycles: list[Cycle]) -> tuple[list[Line], list[Line]]:
    """Teams, then persons, each by name; one query."""
    wishes = (
        decided_wishes(cycles).select_related("unit", "employee", "decision", "cycle").order_by("cycle__year", "pk")
    )
    teams: dict[str, list[Wish]] = defaultdict(list)
    people: dict[Employee, list[Wish]] = defaultdict(list)
    for wish in wishes.select_related("unit", "employee", "decision", "cycle"):
        teams[wish.unit.name].append(wish)
        people[wish.employee].append(wish)
    years = [cycle.year for cycle in cycles]
    by_team = [_line(0, name, "", rows, years) for name, rows in teams.items()]
    by_person = [_line(one.pk, one.name, rows[-1].unit.name, rows, years) for one, rows in people.items()]
    return sorted(by_team, key=lambda line: line.order), sorted(by_person, key=lambda line: line.order)


def _line(pk: int, name: str, team: str, wishes: list[Wish], years: list[int]) -> Line:
    def count(year: int, outcome: str) -> int:
        return sum(wish.cycle.year == year and wish.decision.outcome == outcome for wish in wishes)

    counted = (YearCount(year, count(year, Outcome.GRANTED), count(year, Outcome.NOT_MET)) for year in years)
    return Line(pk, name, team, tuple(counted))


def protected_lines(unit: Unit) -> list[Line]:
    """Teams over the years for readers of figures: nothing but what the finished evaluations show."""
    rows = Evaluation.objects.filter(cycle__unit=unit, cycle__evaluated_at__isnull=False).select_related("cycle")
    found: dict[int, Figures] = {}
    for row in rows.order_by("-cycle__year")[:LAST_YEARS]:
        figures = from_json(row.figures)
        if figures:
            found[row.cycle.year] = figures
    names = {team.label for figures in found.values() for team in figures.teams}
    years = sorted(found)
    lines = [Line(0, name, "", tuple(_protected(found[year], year, name) for year in years)) for name in names]
    return sorted(lines, key=lambda line: line.order)


def _protected(figures: Figures, year: int, name: str) -> YearCount:
    cells = next((team.cells for team in figures.teams if team.label == name), {"granted": 0, "not_met": 0})
    return YearCount(year, cells["granted"], cells["not_met"])


def history_of(employee: Employee, cycles: list[Cycle]) -> "QuerySet[Wish]":
    """All answered wishes of a person in `cycles`, newest first."""
    wishes = Wish.objects.filter(employee=employee, cycle__in=cycles, state=Wish.State.SUBMITTED)
    return (
        wishes.filter(decision__isnull=False).select_related("cycle", "decision", "unit").order_by("-cycle__year", "pk")
    )
