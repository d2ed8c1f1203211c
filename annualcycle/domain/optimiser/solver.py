"""The best set of wishes by HiGHS: highest value, then most persons, then lowest cost, then always the same."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from math import floor, inf
from time import monotonic
from typing import Any, TypeAlias

import highspy
import numpy as np

from annualcycle.domain.optimiser.around import Surroundings
from annualcycle.domain.optimiser.listing import Listed, Listing, Search, can_list
from annualcycle.domain.optimiser.model import Goal, Model, Numbers, Row, Rule
from annualcycle.domain.optimiser.relaxed import (
    SOLVED,
    Bounds,
    Infeasible,
    Parts,
    Relaxed,
    add_row,
    as_highs,
    scale_of,
    scaled,
)
from annualcycle.domain.optimiser.sets import TooMany
from annualcycle.domain.optimiser.starting import start_of

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
# Ids are compared in blocks whose sums of powers of two are exact.
_BLOCK = 20
_ROUNDING = 1e-6
# Points by which the first guess of the best value may lie under that of the relaxed problem.
_FIRST_GAP = 1.0
# The same for lists, which are made once for all that is worth so much.
_WIDTH = 4.0
# Stands for no bound at all; no problem is worth as much.
_FAR = 1e15


# Sets found so far, each with its value.
Known: TypeAlias = list[tuple[int, Numbers]]


class TimeRanOut(Exception):
    """No set of wishes was found in time."""


@dataclass(frozen=True)
class Best:
    """Places of the wishes that are in. `bound`: no set has more value. `proved`: it is the best by all goals."""

    places: tuple[int, ...]
    value: int
    bound: int
    proved: bool


@dataclass(frozen=True)
class _Found:
    """A set of wishes and what its goal comes to; `bound`: no set comes to more."""

    inside: Numbers
    reached: int
    bound: int
    proved: bool


class Solver:
    """Solves one model again and again with other wishes forced in or out."""

    def __init__(self, model: Model, *, deadline: float = inf, known: Known | None = None) -> None:
        self.model, self.deadline = model, deadline
        self._known: Known = [] if known is None else known
        self._weights = {goal: model.weights(goal) for goal in Goal}
        self._relaxed = Relaxed(model)
        self._listing = Listing(model) if can_list(model, SMALL) else None
        self._usual = 0.0
        self._took = 0.0
        self._surroundings: Surroundings | None = None
        self.searched = False
        self._rows = [*model.rows, *(_free_row(self._weights[goal]) for goal in Goal)]
        self._row_of = {goal: len(model.rows) + number for number, goal in enumerate(Goal)}
        self._whole = as_highs(model, self._rows)
        integer = np.array([highspy.HighsVarType.kInteger] * model.size)
        self._whole.changeColsIntegrality(model.size, np.arange(model.size, dtype=np.int32), integer)
        if model.size <= SMALL:
            for option, value in _NO_HEURISTICS.items():
                self._whole.setOptionValue(option, value)

    def value(self, *, out: int) -> int:
        """The highest value with the wish at the place `out` forced out. Raises Infeasible, TimeRanOut."""
        if around := self._around(out, inside=False):
            return around.value
        bounds = Bounds.of(self.model, outs=[out])
        parts = self._relaxed.solve(bounds)
        known = self._known_between(bounds, parts)
        if known and known.reached == known.bound:
            return known.reached
        try:
            listed = self._listed(bounds, parts, known.reached + 1 if known else None)
        except TooMany:
            return self._highest(bounds, parts)[0].reached
        if listed:
            return listed.value
        if known is None:
            raise Infeasible
        return known.reached

    def best(self, *, having: int | None = None) -> Best:
        """The best set by all goals, with the wish at the place `having` forced in. Raises Infeasible, TimeRanOut.

        Above SMALL wishes equal sets are told apart by the solver's own order, which is always the same too.
        """
        if having is not None and (around := self._around(having, inside=True)):
            return Best(tuple(_places(around.inside)), around.value, around.value, proved=True)
        bounds = Bounds.of(self.model, ins=[] if having is None else [having])
        parts = self._relaxed.solve(bounds)
        known = self._known_between(bounds, parts)
        try:
            listed = self._listed(bounds, parts, known.reached if known else None)
        except TooMany:
            return self._best_searched(bounds, parts)
        if listed is None:
            raise Infeasible
        return Best(tuple(_places(listed.inside)), listed.value, listed.value, proved=True)

    def _around(self, place: int, *, inside: bool) -> Listed | None:
        """The best set with the wish in or out, from what is listed once for its group; None: not known from there."""
        if self._listing is None:
            return None
        if self._surroundings is None:
            bounds = Bounds.of(self.model)
            self._surroundings = Surroundings(self._listing, bounds, self._relaxed.solve(bounds))
        found = self._surroundings.best(place, inside=inside)
        if found:
            self._known.append((found.value, found.inside))
        return found

    def _listed(self, bounds: Bounds, parts: Parts, least: int | None) -> Listed | None:
        """The best by all goals of the sets worth at least `least`; None: there is none. Raises TooMany."""
        if self._listing is None:
            raise TooMany
        # No set is worth less than nothing.
        last = parts.most - (-1 if least is None else least)
        gap, widest = 0.0, min(_WIDTH, last)
        while monotonic() <= self.deadline:
            search = self._listing.search(bounds, parts, widest)
            found, gap = self._in_lists(search, parts.most, gap, widest)
            if found or widest >= last:
                return found
            # With more than the highest reduced cost no wish is settled beforehand.
            widest = min(last, 2 * widest if widest <= parts.reduced.max(initial=0.0) else inf)
        raise TooMany

    def _in_lists(self, search: Search, most: float, gap: float, widest: float) -> tuple[Listed | None, float]:
        """The best that is worth at least `most` − `widest`, looked for from above; and how far was looked.

        The first look goes about as far as was needed before: one that is too short is made again.
        """
        while search.floor is not None:
            # Values are whole: the next one that is within the bound.
            goal = max(gap, search.floor + self._usual)
            gap = min(widest, most - floor(most - goal + _ROUNDING))
            found = search.best(gap)
            if found:
                self._known.append((found.value, found.inside))
                if found.value >= most - gap - _ROUNDING:
                    self._usual += (most - found.value - search.floor - self._usual) / 4
                    return found, gap
            if gap >= widest:
                break
            gap += max(1.0, (gap - search.floor) / 2)
        return None, widest

    def _best_searched(self, bounds: Bounds, parts: Parts) -> Best:
        """By HiGHS alone."""
        self.searched = True
        found, core = self._highest(bounds, parts)
        inside, proved = found.inside, found.proved
        if proved and core.free():
            try:
                with self._kept(Goal.VALUE, least=found.reached):
                    inside, proved = self._further(core)
            except TimeRanOut:
                proved = False
        return Best(tuple(_places(inside)), found.reached, found.bound, proved)

    def can_hold(self, rules: Collection[Rule], decided: Iterable[int]) -> bool:
        """Whether a set keeps these rules alone with the wishes at the places `decided` in it."""
        free = Bounds(np.zeros(self.model.size), np.ones(self.model.size))
        free.low[list(decided)] = 1
        left_out = [number for number, row in enumerate(self.model.rows) if row.rule and row.rule not in rules]
        for number in left_out:
            self._whole.changeRowBounds(number, -inf, inf)
        self._solve(free, np.zeros(self.model.columns))
        holds = self._whole.getModelStatus() in SOLVED
        for number in left_out:
            row = scaled(self.model.rows[number])
            self._whole.changeRowBounds(number, row.low, row.high)
        return bool(holds)

    def _further(self, core: Bounds) -> tuple[Numbers, bool]:
        """The best by the other goals among the sets in `core` that have the highest value. Raises TimeRanOut."""
        if self._is_late():
            raise TimeRanOut
        persons = self._run(core, self._weights[Goal.PERSONS])
        if self._is_late():
            return persons.inside, False
        with self._kept(Goal.PERSONS, least=persons.reached):
            cost = self._run(core, -self._weights[Goal.COST])
            if self.model.size > SMALL or not cost.proved:
                return cost.inside, persons.proved and cost.proved
            with self._kept(Goal.COST, most=0.5 - cost.reached):
                inside, proved = self._first(core)
                return inside, persons.proved and proved

    def _first(self, core: Bounds) -> tuple[Numbers, bool]:
        """Of equal sets the one that holds the first id in which they differ, and whether time sufficed to say so."""
        free, proved = core.free(), True
        inside = core.low
        for start in range(0, len(free), _BLOCK):
            block = free[start : start + _BLOCK]
            weights = np.zeros(self.model.columns)
            weights[block] = 2.0 ** np.arange(len(block))[::-1]
            found = self._run(core, weights)
            inside, proved = found.inside, proved and found.proved
            core = core.fixed_at(inside, np.isin(np.arange(self.model.size), block))
        return inside, proved

    def _highest(self, bounds: Bounds, parts: Parts) -> tuple[_Found, Bounds]:
        """A set of the highest value, and bounds between which all sets of that value lie.

        A wish whose reduced cost in the relaxed problem is larger than the gap between its value and that of a whole
        set stands as it is in every set at least as good: what is left to solve is small.
        """
        known = self._known_between(bounds, parts)
        if self.deadline < inf and not known:
            known = self._started(bounds, parts)
        found = known if known and known.reached == known.bound else self._in_time(bounds, parts, known)
        return found, bounds.fixed_at(parts.inside, parts.reduced > parts.most - found.reached + _ROUNDING)

    def _in_time(self, bounds: Bounds, parts: Parts, known: _Found | None) -> _Found:
        """The best set, or the best that was found when the time ran out."""
        if known and self._is_late():
            return replace(known, proved=False)
        try:
            found = self._better(bounds, parts, known)
        except TimeRanOut:
            if known is None:
                raise
            return replace(known, proved=False)
        is_worse = known is not None and known.reached > found.reached
        return replace(known, bound=found.bound, proved=False) if known and is_worse else found

    def _is_late(self) -> bool:
        """Whether a search that takes as long as the last one would end after the time."""
        return monotonic() + self._took > self.deadline

    def _better(self, bounds: Bounds, parts: Parts, known: _Found | None) -> _Found:
        """The best set, which is `known` if none is better. Anything better is worth a whole point more."""
        self._hold(self._relaxed.binding())
        last = parts.most - known.reached - 1 if known else float(parts.reduced.max(initial=0.0))
        gap = min(parts.most % 1 + _FIRST_GAP, last) if self.model.size <= SMALL else last
        while True:
            core = bounds.fixed_at(parts.inside, parts.reduced > gap + _ROUNDING)
            try:
                found = self._run(core, self._weights[Goal.VALUE])
            except Infeasible:
                if gap >= last and known:
                    return replace(known, bound=known.reached)
                if gap >= last:
                    raise
                gap = min(2 * gap + 1, last)
                continue
            self._known.append((found.reached, found.inside))
            if not found.proved:
                return replace(found, bound=_bound(found, parts.most, gap))
            left = parts.most - found.reached - 1
            if left <= gap:
                return found
            gap = left

    def _started(self, bounds: Bounds, parts: Parts) -> _Found | None:
        """A set to begin with, so that there is an answer whenever the time runs out."""
        values = start_of(self.model, parts.inside)
        if values is None:
            return None
        self._begin_with(values)
        self._known.append((round(float(values @ self._weights[Goal.VALUE])), values[: self.model.size]))
        return self._known_between(bounds, parts)

    def _begin_with(self, values: Numbers) -> None:
        solution = highspy.HighsSolution()
        solution.col_value = list(values)
        self._whole.setSolution(solution)

    def _known_between(self, bounds: Bounds, parts: Parts) -> _Found | None:
        """The best of the sets found for other questions that answers this one too."""
        inside = [one for one in self._known if np.all((bounds.low <= one[1]) & (one[1] <= bounds.high))]
        if not inside:
            return None
        reached, values = max(inside, key=lambda one: one[0])
        return _Found(values, reached, floor(parts.most + _ROUNDING), proved=True)

    def _hold(self, cuts: list[Row]) -> None:
        own = len(self._rows)
        if (number := self._whole.getNumRow() - own) > 0:
            self._whole.deleteRows(number, np.arange(own, own + number, dtype=np.int32))
        for cut in cuts:
            add_row(self._whole, cut)

    def _run(self, bounds: Bounds, weights: Numbers) -> _Found:
        """The set between `bounds` whose weights come to most."""
        self._solve(bounds, weights)
        proved = _was_proved(self._whole)
        values = np.round(np.array(self._whole.getSolution().col_value))
        if broken := self._broken(values):
            self._forbid(broken, values)
            return self._run(bounds, weights)
        reached = round(float(values @ weights))
        bound = reached if proved else floor(min(self._whole.getInfo().mip_dual_bound, _FAR) + _ROUNDING)
        return _Found(values[: self.model.size], reached, bound, proved)

    def _solve(self, bounds: Bounds, weights: Numbers) -> None:
        bounds.set_in(self._whole)
        self._whole.changeColsCost(len(weights), np.arange(len(weights), dtype=np.int32), weights)
        if self.deadline < inf:
            self._whole.setOptionValue("time_limit", max(0.1, self.deadline - monotonic()))
        begun = monotonic()
        self._whole.run()
        self._took = monotonic() - begun

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
        scale = scale_of(self._rows[self._row_of[goal]])
        self._whole.changeRowBounds(self._row_of[goal], least * scale, most * scale)
        try:
            yield
        finally:
            self._whole.changeRowBounds(self._row_of[goal], -inf, inf)


def _bound(found: _Found, most: float, gap: float) -> int:
    """What no set is worth more than: within the core its bound, outside it `most` − `gap`; never more than `most`."""
    return min(max(found.bound, floor(most - gap + _ROUNDING)), floor(most + _ROUNDING))


def _free_row(weights: Numbers) -> Row:
    columns = [int(place) for place in np.flatnonzero(weights)]
    return Row(columns, weights[columns], -inf, inf)


def _places(inside: Numbers) -> list[int]:
    return [int(place) for place in np.flatnonzero(inside)]


def _was_proved(highs: Any) -> bool:
    """False when the time ran out with a set at hand. Raises Infeasible, TimeRanOut."""
    status = highs.getModelStatus()
    if status in SOLVED:
        return True
    if status == highspy.HighsModelStatus.kTimeLimit:
        if highs.getInfo().primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible:
            return False
        raise TimeRanOut
    raise Infeasible
