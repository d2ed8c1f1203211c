"""The best set of wishes by HiGHS: highest value, then most persons, then lowest cost, then always the same."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from math import inf
from time import monotonic
from typing import Any

import highspy
import numpy as np

from annualcycle.domain.optimiser.model import Goal, Model, Numbers, Row, Rule

# One thread and one seed: the same problem is always solved in the same way.
_OPTIONS = {
    "output_flag": False,
    "threads": 1,
    "random_seed": 0,
    "mip_rel_gap": 0.0,
    "mip_abs_gap": 0.5,
    "mip_feasibility_tolerance": 1e-9,
    "primal_feasibility_tolerance": 1e-9,
}
# On small problems these cost most of the time and bring nothing.
_NO_HEURISTICS = {
    "mip_heuristic_effort": 0.0,
    "mip_heuristic_run_feasibility_jump": False,
    "mip_heuristic_run_rins": False,
    "mip_heuristic_run_rens": False,
    "mip_heuristic_run_root_reduced_cost": False,
    "mip_detect_symmetry": False,
    "mip_allow_restart": False,
}
SMALL = 1_000
_SOLVED = (highspy.HighsModelStatus.kOptimal, highspy.HighsModelStatus.kModelEmpty)
# Ids are compared in blocks whose sums of powers of two are exact.
_BLOCK = 20
_ROUNDING = 1e-6
# Points by which the first guess of the best value may lie under that of the relaxed problem.
_FIRST_GAP = 2.0


class Infeasible(Exception):
    """No set of wishes keeps all the rows."""


class TimeRanOut(Exception):
    """No set of wishes was found in time."""


@dataclass(frozen=True)
class Best:
    """Places of the wishes that are in. `bound`: no set has more value. `proved`: it is the best by all goals."""

    places: tuple[int, ...]
    value: int
    bound: int
    proved: bool


@dataclass
class _Bounds:
    """What each wish may be: 0, 1 or either."""

    low: Numbers
    high: Numbers

    @classmethod
    def of(cls, model: Model, ins: Iterable[int] = (), outs: Iterable[int] = ()) -> "_Bounds":
        bounds = cls(np.zeros(model.size), np.ones(model.size))
        bounds.low[model.decided] = 1
        bounds.low[list(ins)] = 1
        bounds.high[list(outs)] = 0
        bounds.low[list(outs)] = 0
        return bounds

    def fixed_at(self, values: Numbers, where: "np.ndarray[Any, np.dtype[np.bool_]]") -> "_Bounds":
        rounded = np.round(values)
        return _Bounds(np.where(where, rounded, self.low), np.where(where, rounded, self.high))

    def free(self) -> list[int]:
        return [int(place) for place in np.flatnonzero(self.low < self.high)]


@dataclass(frozen=True)
class _Found:
    """A set of wishes and what its goal comes to; `bound`: no set comes to more."""

    inside: Numbers
    reached: int
    bound: int
    proved: bool


class Solver:
    """Solves one model again and again with other wishes forced in or out."""

    def __init__(self, model: Model, *, deadline: float = inf) -> None:
        self.model, self.deadline = model, deadline
        self._weights = {goal: model.weights(goal) for goal in Goal}
        self._rows = [*model.rows, *(_free_row(self._weights[goal]) for goal in Goal)]
        self._row_of = {goal: len(model.rows) + number for number, goal in enumerate(Goal)}
        self._whole, self._relaxed = as_highs(model, self._rows), as_highs(model, self._rows)
        self._relaxed.changeColsCost(model.columns, np.arange(model.columns, dtype=np.int32), self._weights[Goal.VALUE])
        integer = np.array([highspy.HighsVarType.kInteger] * model.size)
        self._whole.changeColsIntegrality(model.size, np.arange(model.size, dtype=np.int32), integer)
        if model.size <= SMALL:
            for option, value in _NO_HEURISTICS.items():
                self._whole.setOptionValue(option, value)

    def value(self, *, ins: Iterable[int] = (), outs: Iterable[int] = ()) -> int:
        """The highest value with `ins` forced in and `outs` forced out. Raises Infeasible, TimeRanOut."""
        found, _core = self._highest(_Bounds.of(self.model, ins, outs))
        return found.reached

    def best(self, *, ins: Iterable[int] = ()) -> Best:
        """The best set by all goals with `ins` forced in. Raises Infeasible, TimeRanOut.

        Above SMALL wishes equal sets are told apart by the solver's own order, which is always the same too.
        """
        found, core = self._highest(_Bounds.of(self.model, ins))
        inside, proved = found.inside, found.proved
        if proved and core.free():
            with self._kept(Goal.VALUE, least=found.reached):
                inside, proved = self._further(core)
        return Best(tuple(_places(inside)), found.reached, found.bound, proved)

    def can_hold(self, rules: Collection[Rule], decided: Iterable[int]) -> bool:
        """Whether a set keeps these rules alone with the wishes at the places `decided` in it."""
        free = _Bounds(np.zeros(self.model.size), np.ones(self.model.size))
        free.low[list(decided)] = 1
        left_out = [number for number, row in enumerate(self.model.rows) if row.rule and row.rule not in rules]
        for number in left_out:
            self._whole.changeRowBounds(number, -inf, inf)
        self._solve(free, np.zeros(self.model.columns))
        holds = self._whole.getModelStatus() in _SOLVED
        for number in left_out:
            row = self.model.rows[number]
            self._whole.changeRowBounds(number, row.low, row.high)
        return bool(holds)

    def _further(self, core: _Bounds) -> tuple[Numbers, bool]:
        """The best by the other goals among the sets in `core` that have the highest value."""
        persons = self._run(core, self._weights[Goal.PERSONS])
        with self._kept(Goal.PERSONS, least=persons.reached):
            cost = self._run(core, -self._weights[Goal.COST])
            if self.model.size > SMALL or not cost.proved:
                return cost.inside, persons.proved and cost.proved
            with self._kept(Goal.COST, most=-cost.reached):
                return self._first(core), persons.proved

    def _first(self, core: _Bounds) -> Numbers:
        """Of equal sets the one that holds the first id in which they differ."""
        free = core.free()
        inside = core.low
        for start in range(0, len(free), _BLOCK):
            block = free[start : start + _BLOCK]
            weights = np.zeros(self.model.columns)
            weights[block] = 2.0 ** np.arange(len(block))[::-1]
            inside = self._run(core, weights).inside
            core = core.fixed_at(inside, np.isin(np.arange(self.model.size), block))
        return inside

    def _highest(self, bounds: _Bounds) -> tuple[_Found, _Bounds]:
        """A set of the highest value, and bounds between which all sets of that value lie.

        A wish whose reduced cost in the relaxed problem is larger than the gap between its value and that of a whole
        set stands as it is in every set at least as good: what is left to solve is small.
        """
        inside, reduced, most = self._relax(bounds)
        gap = _FIRST_GAP if self.model.size <= SMALL else inf
        while True:
            core = bounds.fixed_at(inside, reduced > gap + _ROUNDING)
            try:
                found = self._run(core, self._weights[Goal.VALUE])
            except Infeasible:
                if gap > reduced.max(initial=0):
                    raise
                gap *= 2
                continue
            left = most - found.reached
            # Anything better is worth a whole point more.
            if left - 1 <= gap or not found.proved:
                return found, bounds.fixed_at(inside, reduced > left + _ROUNDING)
            gap = left - 1

    def _relax(self, bounds: _Bounds) -> tuple[Numbers, Numbers, float]:
        """Parts of wishes, what a whole one more or less of each costs at least, and the value."""
        _set_bounds(self._relaxed, bounds)
        self._relaxed.run()
        if self._relaxed.getModelStatus() not in _SOLVED:
            raise Infeasible
        solution, size = self._relaxed.getSolution(), self.model.size
        reduced = np.abs(np.array(solution.col_dual[:size]))
        return np.array(solution.col_value[:size]), reduced, self._relaxed.getInfo().objective_function_value

    def _run(self, bounds: _Bounds, weights: Numbers) -> _Found:
        """The set between `bounds` whose weights come to most."""
        self._solve(bounds, weights)
        proved = _was_proved(self._whole)
        values = np.round(np.array(self._whole.getSolution().col_value))
        if broken := self._broken(values):
            self._forbid(broken, values)
            return self._run(bounds, weights)
        reached = round(float(values @ weights))
        bound = reached if proved else int(self._whole.getInfo().mip_dual_bound + _ROUNDING)
        return _Found(values[: self.model.size], reached, bound, proved)

    def _solve(self, bounds: _Bounds, weights: Numbers) -> None:
        _set_bounds(self._whole, bounds)
        self._whole.changeColsCost(len(weights), np.arange(len(weights), dtype=np.int32), weights)
        if self.deadline < inf:
            self._whole.setOptionValue("time_limit", max(0.1, self.deadline - monotonic()))
        self._whole.run()

    def _broken(self, values: Numbers) -> list[Row]:
        """Rows that the rounded set goes beyond: the solver allows itself small errors, we do not."""
        return [row for row in self.model.rows if values[row.columns] @ row.factors > row.high]

    def _forbid(self, broken: Sequence[Row], values: Numbers) -> None:
        for row in broken:
            inside = [place for place in row.columns if values[place]]
            ones = np.ones(len(inside))
            self._whole.addRow(-inf, len(inside) - 1, len(inside), np.array(inside, dtype=np.int32), ones)

    @contextmanager
    def _kept(self, goal: Goal, *, least: float = -inf, most: float = inf) -> Iterator[None]:
        """Inside, only sets count that reach this much of a goal."""
        self._whole.changeRowBounds(self._row_of[goal], least, most)
        try:
            yield
        finally:
            self._whole.changeRowBounds(self._row_of[goal], -inf, inf)


def _free_row(weights: Numbers) -> Row:
    columns = [int(place) for place in np.flatnonzero(weights)]
    return Row(columns, weights[columns], -inf, inf)


def _places(inside: Numbers) -> list[int]:
    return [int(place) for place in np.flatnonzero(inside)]


def _set_bounds(highs: Any, bounds: _Bounds) -> None:
    size = len(bounds.low)
    highs.changeColsBounds(size, np.arange(size, dtype=np.int32), bounds.low, bounds.high)


def _was_proved(highs: Any) -> bool:
    """False when the time ran out with a set at hand. Raises Infeasible, TimeRanOut."""
    status = highs.getModelStatus()
    if status in _SOLVED:
        return True
    if status == highspy.HighsModelStatus.kTimeLimit:
        if highs.getInfo().primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible:
            return False
        raise TimeRanOut
    raise Infeasible


def as_highs(model: Model, rows: Sequence[Row]) -> Any:
    """The model with columns between 0 and 1 and nothing to reach yet."""
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = model.columns, len(rows)
    lp.sense_ = highspy.ObjSense.kMaximize
    lp.col_cost_, lp.col_lower_, lp.col_upper_ = (
        np.zeros(model.columns),
        np.zeros(model.columns),
        np.ones(model.columns),
    )
    lp.row_lower_, lp.row_upper_ = np.array([row.low for row in rows]), np.array([row.high for row in rows])
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.start_ = np.cumsum([0, *(len(row.columns) for row in rows)])
    lp.a_matrix_.index_ = np.concatenate([np.array(row.columns, dtype=np.int32) for row in rows])
    lp.a_matrix_.value_ = np.concatenate([row.factors for row in rows])
    highs = highspy.Highs()
    for option, value in _OPTIONS.items():
        highs.setOptionValue(option, value)
    highs.passModel(lp)
    return highs
