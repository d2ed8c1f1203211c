"""The search for the best teams, step by step, each proved by HiGHS before the next one begins (docs/adr/0018)."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from itertools import chain

from trainers.domain.team_rules import (
    Candidate,
    Problem,
    Status,
    missing_cover,
    missing_hours,
    robust_of,
    units_without,
    usable_of,
)
from trainers.domain.team_solver import Infeasible, Solver, Term


@dataclass(frozen=True)
class Step:
    """What is minimised next: its name, its terms, its value for a team, and the least that value can be."""

    name: str
    terms: list[Term]
    value: Callable[[list[Candidate]], int]
    least: int | None


@dataclass(frozen=True)
class Found:
    """A set of candidates, by their number, and its values by step."""

    members: list[int]
    values: list[int]


class Search:
    """The sets from the best downwards. Each step is fixed at its best value before the next is minimised.

    As long as a value stands, whoever is in no set that reaches it is left out (docs/adr/0018).
    """

    def __init__(self, problem: Problem) -> None:
        self.usable = usable_of(problem)
        self.solver = Solver(len(self.usable))
        self.near = _near_terms(problem, self.usable)
        self.steps = _model(self.solver, problem, self.usable)
        self.values: list[int] = []
        self.rows: list[list[int]] = []
        self.out: list[list[int]] = []

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
                following = self._next() if len(teams) < number else None
            else:
                teams.append(current.members)
            current = following
        return [self._people(team) for team in teams]

    def _people(self, members: list[int]) -> list[Candidate]:
        return [self.usable[place] for place in members]

    def _next(self) -> Found | None:
        """The best set that is not excluded: a later step may get worse before an earlier one does."""
        depth = max(len(self.steps) - 1, 0) if self.values else 0
        while depth >= 0:
            self._forget(depth)
            try:
                return self._descend(depth)
            except Infeasible:
                depth -= 1
        return None

    def _descend(self, depth: int) -> Found:
        members: list[int] | None = None
        for step in self.steps[depth:]:
            # A set that has the least there can be already needs no proof.
            if members is None or step.value(self._people(members)) != step.least:
                members = self.solver.minimise(step.terms)
            self._fix(step, step.value(self._people(members)))
        return Found(members or [], list(self.values))

    def _fix(self, step: Step, value: int) -> None:
        self.values.append(value)
        self.rows.append([self.solver.row(step.terms, None, value), *self._near_rows(step)])
        already = set(chain(*self.out))
        self.out.append([number for number in self.solver.too_dear(step.terms, value) if number not in already])
        self.solver.leave_out(self.out[-1])

    def _near_rows(self, step: Step) -> list[int]:
        """At most so many members near each unit, where size and units reached leave room for one too many at most.

        That follows from the other rows, but for whole people only: it makes the problem with parts of people tighter.
        """
        if step.name != "size":
            return []
        value = {step.name: value for step, value in zip(self.steps, self.values, strict=False)}
        most = max(Counter(number for terms in self.near.values() for number, _ in terms).values(), default=0)
        spare = most * value["size"] - (len(self.near) - value["without"])
        return [self.solver.row(terms, None, 1 + spare) for terms in self.near.values()] if spare <= 1 else []

    def _forget(self, depth: int) -> None:
        """The steps from `depth` on are not fixed any more."""
        self.solver.free(*chain(*self.rows[depth:]))
        self.solver.let_in(chain(*self.out[depth:]))
        del self.rows[depth:], self.values[depth:], self.out[depth:]


def _model(solver: Solver, problem: Problem, usable: list[Candidate]) -> list[Step]:
    """Columns and rows of the problem; returns what is minimised, in order."""
    everybody: list[Term] = [(number, 1) for number in range(len(usable))]
    solver.row(everybody, problem.min_size, problem.max_size)
    for number, one in enumerate(usable):
        if one.status == Status.CHOSEN:
            solver.row([(number, 1)], 1, 1)
    _limit_units(solver, problem, usable)
    missing, robust = _cover_columns(solver, problem, usable)
    without = _near_columns(solver, _near_terms(problem, usable))
    hours = solver.column(problem.hours_needed)
    solver.row([(hours, 1), *((n, one.hours) for n, one in enumerate(usable))], problem.hours_needed, None)
    suitable: list[Term] = [(number, -one.suitability) for number, one in enumerate(usable)]
    return [
        Step("missing", missing, lambda team: missing_cover(problem, team), 0),
        Step("without", without, lambda team: len(units_without(problem, team)), 0),
        Step("hours", [(hours, 1)], lambda team: missing_hours(problem, team), 0),
        Step("size", everybody, len, problem.min_size),
        Step("robust", robust, lambda team: -robust_of(problem, team), -len(robust)),
        Step("suitability", suitable, lambda team: -sum(one.suitability for one in team), None),
    ]


def _limit_units(solver: Solver, problem: Problem, usable: list[Candidate]) -> None:
    heads = Counter(one.unit for one in usable if not one.counted)
    for unit in problem.units:
        here = [(number, one) for number, one in enumerate(usable) if one.unit == unit.id]
        if unit.max_members is not None and heads[unit.id] > unit.max_members:
            solver.row([(number, 1) for number, one in here if not one.counted], None, unit.max_members)
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


def _near_terms(problem: Problem, usable: list[Candidate]) -> dict[str, list[Term]]:
    """For each unit with users those near."""
    return {
        unit: [(number, 1) for number, one in enumerate(usable) if unit in one.near]
        for unit in sorted(unit.id for unit in problem.units if unit.users)
    }


def _near_columns(solver: Solver, near: dict[str, list[Term]]) -> list[Term]:
    """For each unit with users whether nobody is near."""
    without: list[Term] = []
    for terms in near.values():
        column = solver.column(1)
        solver.row([(column, 1), *terms], 1, None)
        without.append((column, 1))
    return without
