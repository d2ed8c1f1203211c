"""Which rules and decisions cannot all hold: none of them could be left out and the others still be in conflict."""

from collections.abc import Sequence
from typing import TypeAlias

from annualcycle.domain.optimiser.model import Model, Rule
from annualcycle.domain.optimiser.problem import Conflict
from annualcycle.domain.optimiser.solver import Solver

# A rule, or the place of a wish that is granted.
Part: TypeAlias = Rule | int


def conflicts_of(model: Model) -> tuple[Conflict, ...]:
    """One smallest conflict of a problem without an answer, its rules in the order of the model."""
    solver = Solver(model)
    parts: list[Part] = [*(row.rule for row in model.rows if row.rule is not None), *model.decided]
    smallest = _smallest(solver, [], [], parts)
    wishes = {part for part in smallest if isinstance(part, int)}
    return tuple(
        Conflict(
            row.rule.kind,
            row.rule.of,
            tuple(model.wishes[place].id for place in sorted(wishes.intersection(row.columns))),
        )
        for row in model.rows
        if row.rule is not None and row.rule in smallest
    )


def _can_hold(solver: Solver, parts: Sequence[Part]) -> bool:
    return solver.can_hold(
        [one for one in parts if isinstance(one, Rule)], [one for one in parts if isinstance(one, int)]
    )


def _smallest(solver: Solver, kept: list[Part], last: list[Part], parts: list[Part]) -> list[Part]:
    """The parts that are needed for a conflict beside `kept` (Junker's QuickXplain: halves, so few solves)."""
    if last and not _can_hold(solver, kept):
        return []
    if len(parts) == 1:
        return parts
    half = len(parts) // 2
    first, second = parts[:half], parts[half:]
    of_second = _smallest(solver, [*kept, *first], first, second)
    of_first = _smallest(solver, [*kept, *of_second], of_second, first)
    return [*of_first, *of_second]
