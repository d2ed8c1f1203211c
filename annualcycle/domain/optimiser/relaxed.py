"""The problem with parts of wishes: quickly solved, and a bound for every set of whole ones."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import floor, log2
from typing import Any

import highspy
import numpy as np

from annualcycle.domain.optimiser.cuts import AMOUNTS, amounts_of
from annualcycle.domain.optimiser.model import Goal, Model, Numbers, Row

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
SOLVED = (highspy.HighsModelStatus.kOptimal, highspy.HighsModelStatus.kModelEmpty)
_ROUNDS = 2
_BINDING = 1e-6
_WORTH = 0.1
_KEPT = 80


class Infeasible(Exception):
    """No set of wishes keeps all the rows."""


@dataclass
class Bounds:
    """What each wish may be: 0, 1 or either."""

    low: Numbers
    high: Numbers

    @classmethod
    def of(cls, model: Model, ins: Iterable[int] = (), outs: Iterable[int] = ()) -> "Bounds":
        bounds = cls(np.zeros(model.size), np.ones(model.size))
        bounds.low[model.decided] = 1
        bounds.low[list(ins)] = 1
        bounds.high[list(outs)] = 0
        bounds.low[list(outs)] = 0
        return bounds

    def fixed_at(self, values: Numbers, where: "np.ndarray[Any, np.dtype[np.bool_]]") -> "Bounds":
        rounded = np.round(values)
        return Bounds(np.where(where, rounded, self.low), np.where(where, rounded, self.high))

    def free(self) -> list[int]:
        return [int(place) for place in np.flatnonzero(self.low < self.high)]

    def set_in(self, highs: Any) -> None:
        size = len(self.low)
        highs.changeColsBounds(size, np.arange(size, dtype=np.int32), self.low, self.high)


@dataclass(frozen=True)
class Parts:
    """The best parts of wishes, and what no set is worth more than.

    columns: what each column is, wishes first; losses: points that one more or less of each costs at least;
    prices: the same for each row of the model; limits: the rows and inequalities over amounts that have a price.
    """

    size: int
    columns: Numbers
    losses: Numbers
    most: float
    prices: Numbers
    limits: list[tuple[Row, float]]

    @property
    def inside(self) -> Numbers:
        return self.columns[: self.size]

    @property
    def reduced(self) -> Numbers:
        return self.losses[: self.size]


class Relaxed:
    """Solved again and again with other wishes forced in or out, each time from where the last time ended."""

    def __init__(self, model: Model) -> None:
        self.model = model
        self._amounts = amounts_of(model)
        self._found: list[Row] = []
        self._own = list(map(scale_of, model.rows))
        self._scales = list(self._own)
        self._highs = self._made()

    def solve(self, bounds: Bounds) -> Parts:
        """Raises Infeasible."""
        if len(self._found) > _KEPT:
            self._forget()
        bounds.set_in(self._highs)
        parts = self._run()
        for _round in range(_ROUNDS):
            if not (broken := [cut for one in self._amounts for cut in one.broken_by(parts.inside)]):
                break
            for cut in broken:
                add_row(self._highs, cut)
            self._found += broken
            self._scales += map(scale_of, broken)
            before, parts = parts.most, self._run()
            if before - parts.most < _WORTH:
                break
        return parts

    def binding(self) -> list[Row]:
        """The inequalities without which the last answer would not have been so close."""
        values = np.array(self._highs.getSolution().col_value)
        return [cut for cut in self._found if values[cut.columns] @ cut.factors > cut.high - _BINDING]

    def _forget(self) -> None:
        """Keeps only the inequalities that bind now."""
        self._found = self.binding()
        self._scales = [*self._own, *map(scale_of, self._found)]
        self._highs = self._made()

    def _run(self) -> Parts:
        self._highs.run()
        if self._highs.getModelStatus() not in SOLVED:
            raise Infeasible
        solution = self._highs.getSolution()
        prices = np.zeros(len(self._scales))
        if solution.row_dual:
            prices = np.abs(np.array(solution.row_dual)) * np.array(self._scales)
        return Parts(
            size=self.model.size,
            columns=np.array(solution.col_value),
            losses=np.abs(np.array(solution.col_dual)),
            most=self._highs.getInfo().objective_function_value,
            prices=prices[: len(self.model.rows)],
            limits=list(self._limits(prices)),
        )

    def _limits(self, prices: Numbers) -> Iterator[tuple[Row, float]]:
        """Rows over amounts that have a price, with it."""
        size = len(self.model.rows)
        for number in np.flatnonzero(prices):
            row = self.model.rows[number] if number < size else self._found[number - size]
            if number >= size or (row.rule and row.rule.kind in AMOUNTS):
                yield row, float(prices[number])

    def _made(self) -> Any:
        highs = as_highs(self.model, [*self.model.rows, *self._found])
        places = np.arange(self.model.columns, dtype=np.int32)
        highs.changeColsCost(len(places), places, self.model.weights(Goal.VALUE))
        return highs


def add_row(highs: Any, row: Row) -> None:
    row = scaled(row)
    highs.addRow(row.low, row.high, len(row.columns), np.array(row.columns, dtype=np.int32), row.factors)


def scaled(row: Row) -> Row:
    """The same with its largest factor about 1; divided by a power of two, it loses nothing."""
    scale = scale_of(row)
    return replace(row, factors=row.factors * scale, low=row.low * scale, high=row.high * scale)


def scale_of(row: Row) -> float:
    return float(2.0 ** -floor(log2(max(np.abs(row.factors).max(initial=1.0), 1.0))))


def as_highs(model: Model, rows: Sequence[Row]) -> Any:
    """The model with columns between 0 and 1 and nothing to reach yet."""
    rows = [scaled(row) for row in rows]
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
