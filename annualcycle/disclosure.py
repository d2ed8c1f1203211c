"""Figures that cannot be turned back into persons (source: S67). Pure: no Django, no database.

A cell in which fewer than `smallest` persons are counted is hidden (zero is not: it counts nobody). Then other cells
are hidden too, until whoever knows every number that is left, and which numbers add up to which, can say of each
hidden one no more than that it lies somewhere in a range at least `smallest` wide. That is audited, not assumed: for
each hidden cell the lowest and the highest whole number that agree with what is shown are computed (HiGHS).
"""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass

import highspy

Key = Hashable
TOLERANCE = 1e-6


@dataclass(frozen=True)
class Cell:
    """A number, and how many persons it is about (one person may have several wishes)."""

    value: int
    people: int


@dataclass(frozen=True)
class Sum:
    """What adds up: `whole` is the sum of `parts`."""

    whole: Key
    parts: tuple[Key, ...]

    @property
    def keys(self) -> tuple[Key, ...]:
        return (self.whole, *self.parts)


@dataclass(frozen=True)
class Range:
    """The lowest and the highest value a hidden cell can have; `most` of the search counts as no limit."""

    low: int
    high: int

    @property
    def width(self) -> int:
        return self.high - self.low


def protect(cells: Mapping[Key, Cell], sums: Sequence[Sum], smallest: int) -> frozenset[Key]:
    """The keys to hide. Every key named in `sums` must be in `cells`, and each sum must be true."""
    hidden = {key for key, cell in cells.items() if 0 < cell.people < smallest}
    values = {key: cell.value for key, cell in cells.items()}
    while exposed := _exposed(values, sums, hidden, smallest):
        for key in exposed:
            another = _next_to_hide(key, values, sums, hidden, smallest)
            if another is not None:
                hidden.add(another)
        if len(hidden) == len(cells):
            break
    return frozenset(hidden)


def too_few(people: Mapping[str, set[int]], smallest: int) -> set[str]:
    """The groups to put together as "others": those of too few people, and more until they are enough together.

    `people` are the persons of each group; a group without a name is always among them.
    """
    few = {name for name, members in people.items() if len(members) < smallest or not name}
    rest = sorted(people.keys() - few, key=lambda name: (len(people[name]), name))
    while few and rest and len(set().union(*(people[name] for name in few))) < smallest:
        few.add(rest.pop(0))
    return few


def _exposed(values: Mapping[Key, int], sums: Sequence[Sum], hidden: set[Key], smallest: int) -> list[Key]:
    """Hidden cells that are not hidden well enough."""
    found = ranges(values, sums, hidden, smallest)
    return [key for key, interval in found.items() if interval.width < smallest]


def _next_to_hide(
    key: Key, values: Mapping[Key, int], sums: Sequence[Sum], hidden: set[Key], smallest: int
) -> Key | None:
    """A shown cell beside `key`: rather a part than a whole, rather one that protects by itself, rather a small one."""
    beside = [one for one in sums if key in one.keys] or list(sums)
    if not any(other not in hidden for one in beside for other in one.keys):
        beside = list(sums)
    wholes = {one.whole for one in sums}
    # In the sum with the fewest hidden cells the key is easiest to work out.
    for one in sorted(beside, key=lambda one: sum(other in hidden for other in one.keys)):
        shown = [other for other in one.keys if other not in hidden]
        if shown:
            return min(shown, key=lambda k: (k in wholes, values[k] < smallest, values[k], str(k)))
    return None


def ranges(values: Mapping[Key, int], sums: Sequence[Sum], hidden: set[Key], smallest: int) -> dict[Key, Range]:
    """What somebody who knows all shown values and all sums can say about each hidden cell."""
    order = sorted(hidden, key=str)
    most = 2 * max(values.values(), default=0) + 10 * smallest
    solver = _solver(order, values, sums, most)
    found = {}
    for number, key in enumerate(order):
        low = _extreme(solver, number, highspy.ObjSense.kMinimize)
        high = _extreme(solver, number, highspy.ObjSense.kMaximize)
        found[key] = Range(low, high)
    return found


def _solver(order: list[Key], values: Mapping[Key, int], sums: Sequence[Sum], most: int) -> highspy.Highs:
    """The sums with the hidden cells as unknowns between 0 and `most`."""
    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)
    solver.setOptionValue("threads", 1)
    number = {key: place for place, key in enumerate(order)}
    for _key in order:
        solver.addVar(0, most)
    for one in sums:
        signs = {one.whole: -1.0} | dict.fromkeys(one.parts, 1.0)
        unknown = [key for key in one.keys if key in number]
        known = sum(sign * values[key] for key, sign in signs.items() if key not in number)
        if unknown:
            columns = [number[key] for key in unknown]
            solver.addRow(-known, -known, len(columns), columns, [signs[key] for key in unknown])
    return solver


def _extreme(solver: highspy.Highs, column: int, sense: highspy.ObjSense) -> int:
    """The lowest or highest whole number the cell can be.

    Solved without asking for whole numbers first, which is a hundred times as fast: where all unknowns come out whole,
    as they nearly always do in tables, that is the answer.
    """
    solver.changeColCost(column, 1.0)
    solver.changeObjectiveSense(sense)
    solver.run()
    if any(abs(value - round(value)) > TOLERANCE for value in solver.getSolution().col_value):
        _run_in_whole_numbers(solver)
    value = solver.getObjectiveValue()
    solver.changeColCost(column, 0.0)
    return round(value)


def _run_in_whole_numbers(solver: highspy.Highs) -> None:
    columns = range(solver.getNumCol())
    for column in columns:
        solver.changeColIntegrality(column, highspy.HighsVarType.kInteger)
    solver.run()
    for column in columns:
        solver.changeColIntegrality(column, highspy.HighsVarType.kContinuous)
