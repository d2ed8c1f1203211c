"""The trainer team: which few people cover the profile together, exactly (sources: K33, K34, T27).

Pure: a `Problem` in, an `Answer` out; no database, no clock. What is best is decided in this order: least missing
cover; fewest units with users and nobody near; least missing hours; fewest members; most competences with one more
than needed; highest suitability; and of what is left equal the set whose sorted ids come first. HiGHS proves each
step before the next one begins, so that the order of rows never matters. A person decides.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

from trainers.domain.team_solver import Infeasible, Solver, Term

TEAMS = 3


@dataclass(frozen=True)
class Competence:
    """`level` 0–5 is needed by `cover` members; the wish to learn it counts unless `experience`."""

    id: str
    level: int
    cover: int
    experience: bool


@dataclass(frozen=True)
class Unit:
    """Where `users` are taught; at most `max_members` and `max_hours` a week are taken from it (None: no limit)."""

    id: str
    users: int
    max_members: int | None
    max_hours: int | None


class Status(StrEnum):
    OPEN = "open"
    CHOSEN = "chosen"
    EXCLUDED = "excluded"


@dataclass(frozen=True)
class Candidate:
    """Somebody of `unit`, `near` the users of some units, with `hours` a week and `levels` by competence."""

    id: str
    unit: str
    near: frozenset[str]
    hours: int
    levels: dict[str, int]
    wishes: frozenset[str]
    suitability: int
    willing: bool
    released: bool
    close: bool
    status: Status

    @property
    def unusable(self) -> str:
        """Why this candidate cannot be in a team, or an empty string."""
        if not self.willing:
            return "unwilling"
        if not self.released:
            return "not_released"
        if not self.close:
            return "not_close"
        return "excluded" if self.status == Status.EXCLUDED else ""

    def experienced(self, competence: Competence) -> bool:
        return self.levels.get(competence.id, 0) >= competence.level

    def covers(self, competence: Competence) -> bool:
        return self.experienced(competence) or (not competence.experience and competence.id in self.wishes)


@dataclass(frozen=True)
class Problem:
    """Everything a team is composed of; `hours_needed` is what the team needs a week."""

    min_size: int
    max_size: int
    hours_needed: int
    competences: tuple[Competence, ...]
    units: tuple[Unit, ...]
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True)
class Cover:
    """Who covers a competence, and which of them by the wish to learn it only."""

    members: tuple[str, ...]
    by_wish: tuple[str, ...]


@dataclass(frozen=True)
class Team:
    """One team with what makes it good; all numbers as the order of steps counts them."""

    members: tuple[str, ...]
    missing_cover: int
    units_without: int
    missing_hours: int
    robust: int
    suitability: int
    coverage: dict[str, Cover]
    critical: tuple[str, ...]


@dataclass(frozen=True)
class Conflict:
    """A rule that cannot hold, with the candidates and, where it is one of a unit, the unit."""

    rule: str
    candidates: tuple[str, ...]
    unit: str | None = None


@dataclass(frozen=True)
class Answer:
    """`optimal` with up to three teams, the best first, or `infeasible` with `conflicts`.

    `reasons` says of each candidate outside the best team why.
    """

    status: str
    teams: tuple[Team, ...]
    reasons: dict[str, str]
    conflicts: tuple[Conflict, ...]


def compose(problem: Problem, *, solver: type[Solver] = Solver) -> Answer:
    """The best three different teams, proved (formats: trainer-teams/1)."""
    found = conflicts(problem)
    if found:
        return Answer("infeasible", (), {}, found)
    teams = _Search(problem, solver).best(TEAMS)
    reasons = _reasons(problem, teams[0])
    return Answer("optimal", tuple(describe(problem, team) for team in teams), reasons, ())


def describe(problem: Problem, members: Iterable[Candidate]) -> Team:
    """What a team covers and lacks; also for one a person puts together."""
    team = sorted(members, key=lambda one: one.id)
    return Team(
        members=tuple(one.id for one in team),
        missing_cover=missing_cover(problem, team),
        units_without=len(units_without(problem, team)),
        missing_hours=missing_hours(problem, team),
        robust=_robust(problem, team),
        suitability=sum(one.suitability for one in team),
        coverage={one.id: _cover(team, one) for one in sorted(problem.competences, key=lambda one: one.id)},
        critical=tuple(one.id for one in team if _is_critical(problem, team, one)),
    )


def missing_cover(problem: Problem, team: Collection[Candidate]) -> int:
    """How many members more the competences need, summed."""
    return sum(max(0, one.cover - _count(team, one)) for one in problem.competences)


def units_without(problem: Problem, team: Collection[Candidate]) -> list[str]:
    """Units with users to whom no member is near."""
    reached = {unit for one in team for unit in one.near}
    return sorted(unit.id for unit in problem.units if unit.users and unit.id not in reached)


def missing_hours(problem: Problem, team: Collection[Candidate]) -> int:
    """How many hours a week the team is short of."""
    return max(0, problem.hours_needed - sum(one.hours for one in team))


def conflicts(problem: Problem) -> tuple[Conflict, ...]:
    """The rules that cannot hold; empty when there is a team."""
    chosen = [one for one in problem.candidates if one.status == Status.CHOSEN]
    found = [Conflict(one.unusable, (one.id,)) for one in chosen if one.unusable]
    chosen = [one for one in chosen if not one.unusable]
    for unit in problem.units:
        here = [one for one in chosen if one.unit == unit.id]
        if here and not _fits(unit, here):
            found.append(Conflict("unit_limit", _ids(here), unit.id))
    if len(chosen) > problem.max_size:
        found.append(Conflict("max_size", _ids(chosen)))
    usable = _usable(problem)
    if not found and min(_most(problem, usable), problem.max_size) < problem.min_size:
        found.append(Conflict("min_size", _ids(usable)))
    return tuple(sorted(found, key=lambda one: (one.rule, one.unit or "", one.candidates)))


def _usable(problem: Problem) -> list[Candidate]:
    return sorted((one for one in problem.candidates if not one.unusable), key=lambda one: one.id)


def _ids(candidates: Iterable[Candidate]) -> tuple[str, ...]:
    return tuple(sorted(one.id for one in candidates))


def _fits(unit: Unit, members: Collection[Candidate]) -> bool:
    """Whether the unit can do without all of `members`."""
    hours = sum(one.hours for one in members)
    return (unit.max_members is None or len(members) <= unit.max_members) and (
        unit.max_hours is None or hours <= unit.max_hours
    )


def _most(problem: Problem, usable: list[Candidate]) -> int:
    """The largest team the unit limits allow: of each unit the chosen, then those with fewest hours."""
    most = 0
    for unit in problem.units:
        here: list[Candidate] = []
        for one in sorted(usable, key=lambda one: (one.status != Status.CHOSEN, one.hours)):
            if one.unit == unit.id and _fits(unit, [*here, one]):
                here.append(one)
        most += len(here)
    return most


def _count(team: Collection[Candidate], competence: Competence) -> int:
    return sum(one.covers(competence) for one in team)


def _robust(problem: Problem, team: Collection[Candidate]) -> int:
    return sum(_count(team, one) > one.cover for one in problem.competences)


def _cover(team: Collection[Candidate], competence: Competence) -> Cover:
    covering = [one for one in team if one.covers(competence)]
    return Cover(_ids(covering), _ids(one for one in covering if not one.experienced(competence)))


def _is_critical(problem: Problem, team: list[Candidate], member: Candidate) -> bool:
    rest = [one for one in team if one is not member]
    return missing_cover(problem, rest) > missing_cover(problem, team) or len(units_without(problem, rest)) > len(
        units_without(problem, team)
    )


def _reasons(problem: Problem, best: list[Candidate]) -> dict[str, str]:
    units = {unit.id: unit for unit in problem.units}
    members = {one.id for one in best}
    reasons = {}
    for one in sorted(problem.candidates, key=lambda one: one.id):
        if one.id not in members:
            with_it = [one, *(member for member in best if member.unit == one.unit)]
            reasons[one.id] = one.unusable or ("not_needed" if _fits(units[one.unit], with_it) else "unit_limit")
    return reasons


@dataclass(frozen=True)
class _Step:
    """What is minimised next: its terms, its value for a team, and the least that value can be."""

    terms: list[Term]
    value: Callable[[list[Candidate]], int]
    least: int | None


@dataclass(frozen=True)
class _Found:
    """A set of candidates, by their number, and its values by step."""

    members: list[int]
    values: list[int]


class _Search:
    """The sets from the best downwards. Each step is fixed at its best value before the next is minimised."""

    def __init__(self, problem: Problem, solver: type[Solver]) -> None:
        self.usable = _usable(problem)
        self.solver = solver(len(self.usable))
        self.steps = _model(self.solver, problem, self.usable)
        self.values: list[int] = []
        self.rows: list[int] = []

    def best(self, number: int) -> list[list[Candidate]]:
        """Up to `number` different sets in order; of equal ones those first whose sorted ids come first."""
        teams: list[list[int]] = []
        current = self._next()
        while current and len(teams) < number:
            row = self.solver.exclude(current.members)
            following = self._next()
            if following and following.values == current.values:
                self.solver.free(row)
                teams.append(self.solver.first(current.members))
                self.solver.exclude(teams[-1])
                following = self._next()
            else:
                teams.append(current.members)
            current = following
        return [self._people(team) for team in teams]

    def _people(self, members: list[int]) -> list[Candidate]:
        return [self.usable[place] for place in members]

    def _next(self) -> _Found | None:
        """The best set that is not excluded: a later step may get worse before an earlier one does."""
        depth = max(len(self.steps) - 1, 0) if self.values else 0
        while depth >= 0:
            self._forget(depth)
            try:
                return self._descend(depth)
            except Infeasible:
                depth -= 1
        return None

    def _descend(self, depth: int) -> _Found:
        members: list[int] | None = None
        for step in self.steps[depth:]:
            # A set that has the least there can be already needs no proof.
            if members is None or step.value(self._people(members)) != step.least:
                members = self.solver.minimise(step.terms)
            value = step.value(self._people(members))
            self.values.append(value)
            self.rows.append(self.solver.row(step.terms, None, value))
        return _Found(members or [], list(self.values))

    def _forget(self, depth: int) -> None:
        """The steps from `depth` on are not fixed any more."""
        self.solver.free(*self.rows[depth:])
        del self.rows[depth:], self.values[depth:]


def _model(solver: Solver, problem: Problem, usable: list[Candidate]) -> list[_Step]:
    """Columns and rows of the problem; returns what is minimised, in order."""
    everybody: list[Term] = [(number, 1) for number in range(len(usable))]
    solver.row(everybody, problem.min_size, problem.max_size)
    for number, one in enumerate(usable):
        if one.status == Status.CHOSEN:
            solver.row([(number, 1)], 1, 1)
    _limit_units(solver, problem, usable)
    missing, robust = _cover_columns(solver, problem, usable)
    without = _near_columns(solver, problem, usable)
    hours = solver.column(problem.hours_needed)
    solver.row([(hours, 1), *((n, one.hours) for n, one in enumerate(usable))], problem.hours_needed, None)
    suitable: list[Term] = [(number, -one.suitability) for number, one in enumerate(usable)]
    return [
        _Step(missing, lambda team: missing_cover(problem, team), 0),
        _Step(without, lambda team: len(units_without(problem, team)), 0),
        _Step([(hours, 1)], lambda team: missing_hours(problem, team), 0),
        _Step(everybody, len, problem.min_size),
        _Step(robust, lambda team: -_robust(problem, team), -len(robust)),
        _Step(suitable, lambda team: -sum(one.suitability for one in team), None),
    ]


def _limit_units(solver: Solver, problem: Problem, usable: list[Candidate]) -> None:
    from_unit = Counter(one.unit for one in usable)
    for unit in problem.units:
        here = [(number, one) for number, one in enumerate(usable) if one.unit == unit.id]
        if unit.max_members is not None and from_unit[unit.id] > unit.max_members:
            solver.row([(number, 1) for number, _ in here], None, unit.max_members)
        if unit.max_hours is not None and here:
            solver.row([(number, one.hours) for number, one in here], None, unit.max_hours)


def _cover_columns(solver: Solver, problem: Problem, usable: list[Candidate]) -> tuple[list[Term], list[Term]]:
    """For each competence how much cover is missing, and whether there is one more than needed."""
    missing: list[Term] = []
    robust: list[Term] = []
    for competence in sorted(problem.competences, key=lambda one: one.id):
        covering: list[Term] = [(number, 1) for number, one in enumerate(usable) if one.covers(competence)]
        column = solver.column(competence.cover)
        solver.row([(column, 1), *covering], competence.cover, None)
        missing.append((column, 1))
        if len(covering) > competence.cover:
            column = solver.column(1, whole=True)
            solver.row([(column, -competence.cover - 1), *covering], 0, None)
            robust.append((column, -1))
    return missing, robust


def _near_columns(solver: Solver, problem: Problem, usable: list[Candidate]) -> list[Term]:
    """For each unit with users whether nobody is near."""
    without: list[Term] = []
    for unit in sorted(problem.units, key=lambda unit: unit.id):
        if unit.users:
            column = solver.column(1)
            near: list[Term] = [(number, 1) for number, one in enumerate(usable) if unit.id in one.near]
            solver.row([(column, 1), *near], 1, None)
            without.append((column, 1))
    return without
