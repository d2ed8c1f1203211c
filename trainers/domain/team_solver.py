"""HiGHS behind a few verbs: columns, rows, the least of a sum, who is too dear, and which of equal sets comes first."""

from collections.abc import Iterable
from math import inf
from typing import Any, cast

import highspy
import numpy as np

# A column and its whole factor.
Term = tuple[int, int]


# One thread and one seed: the same problem is always solved in the same way. Restarts and heuristics (which an effort
# of nothing does not switch off) cost half of the time and bring nothing here.
OPTIONS = {
    "output_flag": False,
    "threads": 1,
    "random_seed": 0,
    "mip_rel_gap": 0.0,
    "mip_allow_restart": False,
    "mip_heuristic_effort": 0.0,
    "mip_heuristic_run_rins": False,
    "mip_heuristic_run_rens": False,
    "mip_heuristic_run_root_reduced_cost": False,
}


class Infeasible(Exception):
    """No set of candidates keeps all the rows."""


class Solver:
    """The first `candidates` columns are 0 or 1: whether each candidate is in the team."""

    def __init__(self, candidates: int) -> None:
        self.candidates = candidates
        self.highs: Any = cast(Any, highspy).Highs()
        for option, value in OPTIONS.items():
            self.highs.setOptionValue(option, value)
        for option in ("mip_feasibility_tolerance", "primal_feasibility_tolerance"):
            self.highs.setOptionValue(option, 1e-9)
        self.columns = 0
        self.excluded: dict[int, int] = {}
        for _ in range(candidates):
            self.column(1, whole=True)

    def column(self, most: int, *, whole: bool = False) -> int:
        """A column from 0 to `most`; those that follow from whole ones need not be whole themselves."""
        self.highs.addVar(0, most)
        if whole:
            self.highs.changeColIntegrality(self.columns, highspy.HighsVarType.kInteger)
        self.columns += 1
        return self.columns - 1

    def row(self, terms: list[Term], least: int | None, most: int | None) -> int:
        """`least` ≤ Σ factor × column ≤ `most`; None: no bound. Returns the row, for `free`."""
        infinity = highspy.kHighsInf
        index = np.array([column for column, _ in terms], dtype=np.int32)
        factor = np.array([factor for _, factor in terms], dtype=np.float64)
        low, high = (-infinity if least is None else least), (infinity if most is None else most)
        self.highs.addRow(low, high, len(terms), index, factor)
        row: int = self.highs.getNumRow() - 1
        return row

    def free(self, *rows: int) -> None:
        """These rows bind no more."""
        for row in rows:
            self.highs.changeRowBounds(row, -highspy.kHighsInf, highspy.kHighsInf)
            self.excluded.pop(row, None)

    def exclude(self, members: list[int]) -> int:
        """Any set but this one."""
        inside = set(members)
        terms = [(number, 1 if number in inside else -1) for number in range(self.candidates)]
        row = self.row(terms, None, len(members) - 1)
        self.excluded[row] = len(members) - 1
        return row

    def leave_out(self, candidates: Iterable[int]) -> None:
        """These are in no set, until they are let in."""
        for number in candidates:
            self.highs.changeColBounds(number, 0, 0)

    def let_in(self, candidates: Iterable[int]) -> None:
        """These may be in a set again."""
        for number in candidates:
            self.highs.changeColBounds(number, 0, 1)

    def minimise(self, terms: list[Term]) -> list[int]:
        """The candidates of a set with the least Σ factor × column. Raises Infeasible."""
        self._weigh(terms)
        self.highs.run()
        if self.highs.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            raise Infeasible
        values = self.highs.getSolution().col_value
        return [number for number in range(self.candidates) if values[number] > 0.5]

    def too_dear(self, terms: list[Term], most: int) -> list[int]:
        """Candidates of no set with Σ factor × column ≤ `most`, excluded sets counted among the sets.

        With parts of people the least sum grows by the reduced cost of whoever is taken whole. Sums are whole numbers,
        so that a hundredth more than `most` is one too many.
        """
        self._weigh(terms)
        for row in self.excluded:
            self.highs.changeRowBounds(row, -highspy.kHighsInf, highspy.kHighsInf)
        least, costs = self._with_parts()
        for row, bound in self.excluded.items():
            self.highs.changeRowBounds(row, -highspy.kHighsInf, bound)
        return [number for number in range(self.candidates) if least + costs[number] > most + 0.01]

    def _with_parts(self) -> tuple[float, list[float]]:
        """The least sum with parts of people, and the reduced cost of each; where there is none, nothing is known."""
        self.highs.setOptionValue("solve_relaxation", True)
        self.highs.clearSolver()
        self.highs.run()
        known = self.highs.getModelStatus() == highspy.HighsModelStatus.kOptimal
        least, costs = self.highs.getInfo().objective_function_value, self.highs.getSolution().col_dual
        self.highs.setOptionValue("solve_relaxation", False)
        self.highs.clearSolver()
        return (least, costs) if known else (-inf, [0.0] * self.candidates)

    def _weigh(self, terms: list[Term]) -> None:
        """What is summed from now on."""
        costs = np.zeros(self.columns, dtype=np.float64)
        for column, factor in terms:
            costs[column] += factor
        self.highs.changeColsCost(self.columns, np.arange(self.columns, dtype=np.int32), costs)

    def first(self, members: list[int]) -> list[int]:
        """Of all sets that keep the rows the one whose sorted numbers come first; `members` is one of them.

        All of them must be equally large.
        """
        fixed: list[int] = []
        rows: list[int] = []
        while len(fixed) < len(members):
            after = fixed[-1] + 1 if fixed else 0
            members = self._with_earlier(after, members[len(fixed)]) or members
            lowest = members[len(fixed)]
            rows += [self.row([(number, 1)], 0, 0) for number in range(after, lowest)]
            rows.append(self.row([(lowest, 1)], 1, 1))
            fixed.append(lowest)
        self.free(*rows)
        return fixed

    def _with_earlier(self, after: int, before: int) -> list[int]:
        """A set with the lowest possible number from `after` up to and without `before`; empty when there is none."""
        earlier = range(after, before)
        if not earlier:
            return []
        marks = [self.column(1) for _ in earlier]
        rows = [self.row([(n, 1), (mark, -1)], 0, None) for n, mark in zip(earlier, marks, strict=True)]
        rows.append(self.row([(mark, 1) for mark in marks], 1, 1))
        try:
            return self.minimise([(mark, n - after) for n, mark in zip(earlier, marks, strict=True)])
        except Infeasible:
            return []
        finally:
            self.free(*rows)
