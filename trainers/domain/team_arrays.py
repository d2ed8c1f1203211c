"""A team problem as arrays of numbers, so that one more member is weighed for all candidates at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

import numpy as np
from numpy.typing import NDArray

from trainers.domain.team_rules import (
    Candidate,
    Problem,
    missing_cover,
    missing_hours,
    robust_of,
    units_without,
    usable_of,
)

Numbers = NDArray[np.float64]
Places = NDArray[np.intp]


@dataclass(frozen=True, order=True)
class Key:
    """What teams are ordered by; the smaller is the better. `members` are places in the list of usable candidates."""

    missing: int
    without: int
    hours: int
    size: int
    robust: int
    suitability: int
    members: tuple[int, ...]


@dataclass(frozen=True)
class Part:
    """Some members and what they reach: units they leave `lonely`, `spare` cover by competence (below 0: missing)."""

    members: tuple[int, ...]
    lonely: NDArray[np.bool_]
    spare: Numbers
    hours: float
    suitability: float

    @property
    def missing(self) -> float:
        return float(-self.spare[self.spare < 0].sum())

    @property
    def without(self) -> int:
        return int(self.lonely.sum())


class Arrays:
    """The usable candidates, sorted by id. All numbers are whole, and small enough to be exact."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.usable = usable_of(problem)
        units = [unit.id for unit in problem.units if unit.users]
        self.near = _table([[unit in one.near for unit in units] for one in self.usable], len(units))
        competences = problem.competences
        self.covers = _table([[one.covers(key) for key in competences] for one in self.usable], len(competences))
        self.needed = np.array([one.cover for one in competences], dtype=np.float64)
        self.hours = np.array([one.hours for one in self.usable], dtype=np.float64)
        self.suitability = np.array([one.suitability for one in self.usable], dtype=np.float64)
        place = {unit.id: number for number, unit in enumerate(problem.units)}
        self.home = np.array([place[one.unit] for one in self.usable], dtype=np.intp)
        # How many heads each takes from the unit: none where another role takes the person already.
        self.heads = np.array([not one.counted for one in self.usable], dtype=np.float64)
        alike = np.column_stack((self.near, self.covers, self.hours, self.suitability, self.home, self.heads))
        # Candidates of one kind differ in their ids alone.
        self.kind = np.unique(alike, axis=0, return_inverse=True)[1].reshape(-1)
        self.of_kind = np.bincount(self.kind)
        self.most_members = np.array([_limit(unit.max_members) for unit in problem.units])
        self.most_hours = np.array([_limit(unit.max_hours) for unit in problem.units])

    def people(self, members: Sequence[int]) -> list[Candidate]:
        return [self.usable[place] for place in members]

    def key(self, members: Sequence[int]) -> Key:
        team = self.people(members)
        return Key(
            missing_cover(self.problem, team),
            len(units_without(self.problem, team)),
            missing_hours(self.problem, team),
            len(team),
            -robust_of(self.problem, team),
            -sum(one.suitability for one in team),
            tuple(sorted(members)),
        )

    def part(self, members: Sequence[int]) -> Part:
        chosen = np.array(members, dtype=np.intp)
        return Part(
            members=tuple(members),
            lonely=self.near[chosen].sum(axis=0) == 0,
            spare=self.covers[chosen].sum(axis=0) - self.needed,
            hours=max(0.0, self.problem.hours_needed - float(self.hours[chosen].sum())),
            suitability=float(self.suitability[chosen].sum()),
        )

    def out(self, members: Sequence[int], rest: Places) -> NDArray[np.intp]:
        """How many of each kind are neither among `members` nor in `rest`."""
        places = np.concatenate((np.array(members, dtype=np.intp), rest))
        return self.of_kind - np.bincount(self.kind[places], minlength=len(self.of_kind))

    def fitting(self, members: Sequence[int], rest: Places) -> Places:
        """Those of `rest` whom their units can do without, beside `members`."""
        chosen, units = np.array(members, dtype=np.intp), len(self.most_members)
        taken = np.bincount(self.home[chosen], weights=self.heads[chosen], minlength=units)
        hours = np.bincount(self.home[chosen], weights=self.hours[chosen], minlength=units)
        home = self.home[rest]
        spared = taken[home] + self.heads[rest] <= self.most_members[home]
        return rest[spared & (hours[home] + self.hours[rest] <= self.most_hours[home])]

    def with_one_more(self, part: Part, rest: Places) -> list[Numbers]:
        """What each of `rest` makes of `part`: the numbers of a `Key` but the size, in its order."""
        covers = self.covers[rest]
        return [
            part.missing - covers @ _ones(part.spare < 0),
            part.without - self.near[rest] @ _ones(part.lonely),
            np.maximum(0, part.hours - self.hours[rest]),
            -(int((part.spare > 0).sum()) + covers @ _ones(part.spare == 0)),
            -(part.suitability + self.suitability[rest]),
        ]


def _table(rows: list[list[bool]], width: int) -> Numbers:
    return np.array(rows, dtype=np.float64).reshape(len(rows), width)


def _limit(most: int | None) -> float:
    return inf if most is None else most


def _ones(which: NDArray[np.bool_]) -> Numbers:
    return which.astype(np.float64)
