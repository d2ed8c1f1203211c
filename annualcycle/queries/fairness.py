"""Grants and relevant wishes that were not met, across the years (sources: S62–S65)."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.db.models import Q, QuerySet

from annualcycle.ledger import (
    Interval,
    Protected,
    Standing,
    Weight,
    Without,
    YearCount,
    counting,
    per_head,
    protected,
    share,
    standings,
    weights,
    without,
)
from annualcycle.models import Cycle, Evaluation, Wish
from annualcycle.models.decisions import Outcome
from annualcycle.queries.figures import Figures, from_json
from competence.models import Employee, Employment, Municipality, Unit
from competence.text import danish_key, fold

LAST_YEARS = 5
# A team with fewer wishes would make the spread a matter of luck.
FEWEST_WISHES = 6


class Answered(NamedTuple):
    """What counts of a wish that was granted or not met; a large centre has thousands."""

    title: str
    year: int
    outcome: str
    amount: int | None
    team: str
    person: int
    first_name: str
    last_name: str

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip()


@dataclass(frozen=True)
class Line:
    """A team or person over the years, oldest first. `pk` is 0 for rows without a page.

    `weight`: the most points that earlier years give one wish of the person if it is made again at the
    next weighing.
    """

    pk: int
    name: str
    team: str
    years: tuple[YearCount, ...]
    weight: int = 0

    @property
    def granted(self) -> int:
        return sum(one.granted or 0 for one in self.years)

    @property
    def not_met(self) -> int:
        return sum(one.not_met or 0 for one in self.years)

    @property
    def order(self) -> str:
        return danish_key(self.name)

    @property
    def without(self) -> Without | None:
        return without(self.years)


@dataclass(frozen=True)
class TeamShare:
    """Granted of a team's relevant wishes, in per cent, and øre for each person and year; None is hidden."""

    name: str
    share: Interval | None
    per_head: int | None = None
    low: int = 0
    high: int = 0


@dataclass(frozen=True)
class Spread:
    """The highest and the lowest share of a year, or of all years; None where fewer than two teams can be compared."""

    year: int
    highest: float
    lowest: float

    @property
    def between(self) -> float:
        return self.highest - self.lowest


@dataclass(frozen=True)
class Ledger:
    """All that the leadership group reads; lines by name."""

    teams: list[Line]
    people: list[Line]
    standings: list[Standing]
    shares: list[TeamShare]
    rules: Cycle | None


def years_of(unit: Unit) -> list[Cycle]:
    """The centre's last years whose answers are given, oldest first; those from files are."""
    answered = Q(is_history=True) | Q(released_at__isnull=False)
    return list(reversed(Cycle.objects.filter(answered, unit=unit).order_by("-year")[:LAST_YEARS]))


def read_years(cycles: Iterable[Cycle]) -> list[Cycle]:
    """Those of `cycles` that readers of figures may hear of: evaluated, or from files of earlier years."""
    return [cycle for cycle in cycles if cycle.is_history or cycle.evaluated_at]


def rules_of(unit: Unit) -> Cycle | None:
    """The newest year with published rules: by them earlier years count (source: S63)."""
    return Cycle.objects.filter(unit=unit, published_at__isnull=False, is_history=False).order_by("-year").first()


def counting_year(rules: Cycle) -> int:
    """The year in which wishes are weighed next: the year of `rules`, or the one after it once it is answered."""
    return rules.year + 1 if rules.is_released else rules.year


def decided_wishes(cycles: Iterable[Cycle]) -> "QuerySet[Wish]":
    """Wishes of `cycles` that were granted, or relevant but not met."""
    outcomes = [Outcome.GRANTED, Outcome.NOT_MET]
    return Wish.objects.filter(cycle__in=list(cycles), decision__outcome__in=outcomes)


def ledger_of(unit: Unit, cycles: list[Cycle]) -> Ledger:
    """The whole ledger in three queries."""
    rules = rules_of(unit)
    wishes = _read(cycles)
    teams, people = _lines(wishes, [cycle.year for cycle in cycles], rules)
    heads = _heads(unit, cycles, wishes)
    return Ledger(
        teams=teams,
        people=people,
        standings=standings([line.years for line in people]),
        shares=[_team_share(line, heads.get(line.name, [])) for line in teams],
        rules=rules,
    )


def _read(cycles: list[Cycle]) -> list[Answered]:
    facts = ("title", "cycle__year", "decision__outcome", "decision__amount", "unit__name")
    person = ("employee", "employee__first_name", "employee__last_name")
    rows = decided_wishes(cycles).order_by("cycle__year", "pk").values_list(*facts, *person)
    return [Answered(*row) for row in rows]


def _lines(wishes: Iterable[Answered], years: list[int], rules: Cycle | None) -> tuple[list[Line], list[Line]]:
    """Teams, then persons, each by name."""
    teams: dict[str, list[Answered]] = defaultdict(list)
    people: dict[int, list[Answered]] = defaultdict(list)
    for wish in wishes:
        teams[wish.team].append(wish)
        people[wish.person].append(wish)
    by_team = [Line(0, name, "", _counts(rows, years)) for name, rows in teams.items()]
    by_person = [
        Line(person, rows[-1].name, rows[-1].team, _counts(rows, years), _weight(rows, rules))
        for person, rows in people.items()
    ]
    return sorted(by_team, key=lambda line: line.order), sorted(by_person, key=lambda line: line.order)


def _counts(wishes: Iterable[Answered], years: list[int]) -> tuple[YearCount, ...]:
    found = Counter((wish.year, wish.outcome) for wish in wishes)
    return tuple(YearCount(year, found[year, Outcome.GRANTED], found[year, Outcome.NOT_MET]) for year in years)


@dataclass(frozen=True)
class Past:
    """One wish through the years, however often it was made."""

    title: str
    refused: tuple[int, ...]
    granted: tuple[int, ...]

    def weights(self, rules: Cycle) -> list[Weight]:
        """What it counts from the next weighing on, by the points and years of `rules`."""
        window, points = rules.history_years, rules.history_points
        return weights(self.refused, self.granted, year=counting_year(rules), window=window, points=points)

    def counting(self, rules: Cycle) -> list[int]:
        return counting(self.refused, self.granted, year=counting_year(rules), window=rules.history_years)


def pasts_of(answers: Iterable[tuple[str, int, str]]) -> list[Past]:
    """The wishes of one person, told as title, year and outcome; the same ones put together as the board does it."""
    found: dict[str, list[tuple[str, int, str]]] = defaultdict(list)
    for answer in answers:
        found[fold(answer[0])].append(answer)
    return [Past(rows[-1][0], _in(rows, Outcome.NOT_MET), _in(rows, Outcome.GRANTED)) for rows in found.values()]


def _in(answers: Iterable[tuple[str, int, str]], outcome: str) -> tuple[int, ...]:
    return tuple(sorted({year for _title, year, found in answers if found == outcome}))


def _weight(wishes: Iterable[Answered], rules: Cycle | None) -> int:
    if rules is None:
        return 0
    told = ((wish.title, wish.year, wish.outcome) for wish in wishes)
    return max((len(past.counting(rules)) * rules.history_points for past in pasts_of(told)), default=0)


def _heads(unit: Unit, cycles: list[Cycle], wishes: Iterable[Answered]) -> dict[str, list[tuple[int, int]]]:
    """Team → (øre granted, years there) of each person employed on a day of decision, or granted something there."""
    amounts: dict[tuple[str, int], int] = defaultdict(int)
    years: dict[tuple[str, int], set[int]] = defaultdict(set)
    for wish in wishes:
        if wish.amount:
            amounts[wish.team, wish.person] += wish.amount
            years[wish.team, wish.person].add(wish.year)
    posts = Employment.objects.filter(unit__path__startswith=unit.path).order_by()
    for team, person, starts, ends in posts.values_list("unit__name", "employee", "starts_on", "ends_on"):
        there = [c.year for c in cycles if starts <= c.decide_on and (ends is None or ends >= c.decide_on)]
        if there:
            years[team, person].update(there)
    heads: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for (team, person), found in years.items():
        heads[team].append((amounts[team, person], len(found)))
    return heads


def _team_share(line: Line, heads: Sequence[tuple[int, int]]) -> TeamShare:
    spent = per_head(heads)
    shown = share(line.granted, line.granted + line.not_met)
    return TeamShare(line.name, shown, _whole(spent.value), _whole(spent.low), _whole(spent.high))


def _whole(amount: float) -> int:
    """Øre rounded to whole kroner."""
    return round(amount / 100) * 100


def spreads(teams: Collection[Line]) -> list[Spread | None]:
    """The spread of each year, from what `teams` show: hidden numbers are no part of it."""
    number = max((len(line.years) for line in teams), default=0)
    return [_spread([line.years[place] for line in teams]) for place in range(number)]


def _spread(counts: Sequence[YearCount]) -> Spread | None:
    shown = [
        (one.granted, one.granted + one.not_met)
        for one in counts
        if one.granted is not None and one.not_met is not None
    ]
    shares = [100 * granted / wishes for granted, wishes in shown if wishes >= FEWEST_WISHES]
    return Spread(counts[0].year, max(shares), min(shares)) if len(shares) > 1 else None


@dataclass(frozen=True)
class ProtectedLedger:
    """What readers of figures read, all of it from finished evaluations."""

    teams: list[Line]
    standings: list[Protected]
    shares: list[TeamShare]


def protected_ledger(unit: Unit) -> ProtectedLedger:
    """One query. Shares and amounts come from shown cells alone, so they tell no more than those do."""
    found = _evaluated(unit)
    newest = found[-1].figures if found else {}
    by_year = {row.cycle.year: figures for row in found if (figures := from_json(row.figures))}
    teams = _protected_lines(by_year)
    return ProtectedLedger(
        teams=teams,
        standings=[Protected(**one) for one in newest.get("across", [])],
        shares=[_shown_share(line, by_year) for line in teams],
    )


def _evaluated(unit: Unit) -> list[Evaluation]:
    rows = Evaluation.objects.filter(cycle__unit=unit, cycle__evaluated_at__isnull=False).select_related("cycle")
    return list(reversed(rows.order_by("-cycle__year")[:LAST_YEARS]))


def protected_lines(unit: Unit) -> list[Line]:
    """Teams over the years for readers of figures: nothing but what the finished evaluations show."""
    return protected_ledger(unit).teams


def _protected_lines(found: Mapping[int, Figures]) -> list[Line]:
    names = {team.label for figures in found.values() for team in figures.teams}
    years = sorted(found)
    lines = [Line(0, name, "", tuple(_protected(found[year], year, name) for year in years)) for name in names]
    return sorted(lines, key=lambda line: line.order)


def _protected(figures: Figures, year: int, name: str) -> YearCount:
    cells = next((team.cells for team in figures.teams if team.label == name), {"granted": 0, "not_met": 0})
    return YearCount(year, cells["granted"], cells["not_met"])


def _shown_share(line: Line, found: Mapping[int, Figures]) -> TeamShare:
    """Of the years in which both numbers are shown; øre for each person with a talk, where both are shown."""
    shown = [one for one in line.years if one.granted is not None and one.not_met is not None]
    granted = sum(one.granted or 0 for one in shown)
    rows = [team for figures in found.values() for team in figures.teams if team.label == line.name]
    full = [row for row in rows if row.amount is not None and row.cells.get("talks")]
    talks = sum(row.cells["talks"] or 0 for row in full)
    amount = sum(row.amount or 0 for row in full)
    wishes = granted + sum(one.not_met or 0 for one in shown)
    return TeamShare(line.name, share(granted, wishes) if wishes else None, _whole(amount / talks) if talks else None)


def across(cycles: list[Cycle]) -> list[Protected]:
    """What the evaluation of the newest of `cycles` freezes for readers of figures; two queries."""
    _teams, people = _lines(_read(cycles), [cycle.year for cycle in cycles], None)
    municipality = cycles[-1].unit.municipality_id
    smallest = Municipality.objects.get(unit=municipality).smallest_cell
    return protected([line.years for line in people], smallest)


def history_of(employee: Employee, cycles: list[Cycle]) -> "QuerySet[Wish]":
    """All answered wishes of a person in `cycles`, newest first."""
    wishes = Wish.objects.filter(employee=employee, cycle__in=cycles, state=Wish.State.SUBMITTED)
    return (
        wishes.filter(decision__isnull=False).select_related("cycle", "decision", "unit").order_by("-cycle__year", "pk")
    )
