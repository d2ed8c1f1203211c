"""The problem as columns and rows. Columns: each wish (0 or 1), each person with a grant, each needed competence built.

Wishes stand in the order of their ids, so that the order of rows in the file never changes the answer.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from math import gcd, inf

import numpy as np
from numpy.typing import NDArray

from annualcycle.domain.optimiser.problem import Problem, RuleKind, Status, Wish

Numbers = NDArray[np.float64]


class Goal(StrEnum):
    """In this order: the highest value, the most persons, the lowest cost."""

    VALUE = "value"
    PERSONS = "persons"
    COST = "cost"


@dataclass(frozen=True)
class Rule:
    kind: RuleKind
    of: str | None = None


@dataclass(frozen=True)
class Row:
    """`low` ≤ Σ factor × column ≤ `high`; `rule` is the problem's rule that it says, if any."""

    columns: list[int]
    factors: Numbers
    low: float
    high: float
    rule: Rule | None = None


class Model:
    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.wishes = sorted((wish for wish in problem.wishes if wish.status.may_be_in), key=lambda wish: wish.id)
        self.size = len(self.wishes)
        self.decided = [number for number, wish in enumerate(self.wishes) if wish.status == Status.GRANTED]
        # Costs are counted in the largest amount that divides them all: small numbers are exact in the solver.
        self.unit = gcd(*(wish.cost for wish in self.wishes)) or 1
        self._persons = _places(self.wishes, lambda wish: [wish.person])
        self._builds = _places(self.wishes, lambda wish: wish.builds & problem.needed)
        self.columns = self.size + len(self._persons) + len(self._builds)
        self.rows = [*self._budgets(), *self._numbers(), *self._shared()]

    def weights(self, goal: Goal) -> Numbers:
        """What each column adds to a goal."""
        persons, builds = np.ones(len(self._persons)), np.ones(len(self._builds))
        if goal == Goal.VALUE:
            points = np.array([self.problem.points(wish) for wish in self.wishes], dtype=float)
            bonuses = (persons * self.problem.first_grant_bonus, builds * self.problem.coverage_bonus)
            return np.concatenate([points, *bonuses])
        if goal == Goal.PERSONS:
            return np.concatenate([np.zeros(self.size), persons, 0 * builds])
        return np.concatenate([self._costs(range(self.size)), 0 * persons, 0 * builds])

    def completed(self, inside: Numbers) -> Numbers:
        """What every column is when these wishes are in."""
        values = np.concatenate([inside, np.zeros(self.columns - self.size)])
        for row in self.rows:
            if row.rule is None:
                values[row.columns[-1]] = values[row.columns[:-1]].max()
        return values

    def _costs(self, places: Iterable[int]) -> Numbers:
        return np.array([self.wishes[number].cost // self.unit for number in places], dtype=float)

    def _budgets(self) -> Iterator[Row]:
        everything = list(range(self.size))
        yield self._amount(everything, self.problem.limit, Rule(RuleKind.BUDGET))
        members = _places(self.wishes, lambda wish: [wish.group])
        for group in sorted(self.problem.groups, key=lambda one: one.id):
            if group.max_amount is not None:
                yield self._amount(members[group.id], group.max_amount, Rule(RuleKind.MAX_AMOUNT, group.id))

    def _amount(self, places: list[int], most: int, rule: Rule) -> Row:
        # Half a unit more admits nothing, and keeps the solver's rounding errors away from the limit.
        return Row(places, self._costs(places), -inf, most // self.unit + 0.5, rule)

    def _numbers(self) -> Iterator[Row]:
        most = self.problem.max_per_person
        for person, places in sorted(self._persons.items()):
            if most is not None and len(places) > most:
                yield Row(places, np.ones(len(places)), -inf, most, Rule(RuleKind.MAX_PER_PERSON, person))
        members = _places(self.wishes, lambda wish: [wish.group])
        for group in sorted(self.problem.groups, key=lambda one: one.id):
            places = members[group.id]
            if least := min(group.min_grants or 0, len(places)):
                yield Row(places, np.ones(len(places)), least, inf, Rule(RuleKind.MIN_GRANTS, group.id))

    def _shared(self) -> Iterator[Row]:
        """A bonus counts only when one of its wishes is in."""
        bonuses = [places for group in (self._persons, self._builds) for _key, places in sorted(group.items())]
        for column, places in enumerate(bonuses, start=self.size):
            yield Row([*places, column], np.array([1.0] * len(places) + [-1.0]), 0, inf)


def _places(wishes: list[Wish], keys: Callable[[Wish], Iterable[str]]) -> dict[str, list[int]]:
    """Key → the places of its wishes; no places for a key that is not there."""
    found: dict[str, list[int]] = defaultdict(list)
    for number, wish in enumerate(wishes):
        for key in keys(wish):
            found[key].append(number)
    return found
