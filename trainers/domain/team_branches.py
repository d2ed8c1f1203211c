"""The search for the best teams of a few members: one after the other, and nowhere where no best one can be.

A part of a team is left as soon as what is still to come cannot make it better than the last of the best found so far
(docs/adr/0018). What remains are all sets that matter, so that the answer is proved.
"""

from bisect import insort
from collections.abc import Iterator

import numpy as np

from trainers.domain.team_arrays import Arrays, Key, Part, Places
from trainers.domain.team_demands import Amount, Demand, can_be_best, demands
from trainers.domain.team_rules import Candidate, Problem, Status

# Parts of teams looked at before the search is given up, where there are up to `CROWD` candidates: one to two seconds.
STEPS = 8_000
CROWD = 300
# Larger teams have too many parts.
LARGEST_TEAM = 12
# Branches weighed at once.
BLOCK = 64


class TooMany(Exception):
    """There are more parts of teams than may be looked at."""


class Branches:
    """The best sets of a problem. Everything is numbered by place in the list of usable candidates, sorted by id."""

    def __init__(self, problem: Problem, *, steps: int = STEPS) -> None:
        self.arrays = Arrays(problem)
        usable = self.arrays.usable
        self.steps = steps * CROWD // max(CROWD, len(usable))
        self.number = 0
        self.keys: list[Key] = []
        self.chosen = [place for place, one in enumerate(usable) if one.status == Status.CHOSEN]
        others = [place for place, one in enumerate(usable) if one.status != Status.CHOSEN]
        self.rest = self.arrays.fitting(self.chosen, np.array(others, dtype=np.intp))
        self.sizes = range(max(problem.min_size, len(self.chosen)), min(problem.max_size, len(usable)) + 1)

    def best(self, number: int) -> list[list[Candidate]] | None:
        """Up to `number` different sets in order; None: that takes too long."""
        if not self.sizes or self.sizes[-1] > LARGEST_TEAM:
            return None
        self.number, self.keys = number, []
        try:
            for size in self.sizes:
                self._begin(size)
            for size in self.sizes:
                self._continue(self.chosen, self.rest, size - len(self.chosen))
        except TooMany:
            return None
        return [self.arrays.people(key.members) for key in self.keys]

    def _offer(self, key: Key) -> None:
        if key not in self.keys:
            insort(self.keys, key)
            del self.keys[self.number :]

    def _begin(self, size: int) -> None:
        """Sets to compare with: always the best next member, then each of them exchanged for the best one."""
        members = list(self.chosen)
        while len(members) < size:
            rest = self._others(members)
            if not len(rest):
                return
            members.append(self._try(members, rest))
        for place in members[len(self.chosen) :]:
            remaining = [one for one in members if one != place]
            members = [*remaining, self._try(remaining, self._others(remaining))]

    def _others(self, members: list[int]) -> Places:
        rest = self.arrays.fitting(members, self.rest)
        return rest[~np.isin(rest, members)]

    def _continue(self, members: list[int], rest: Places, left: int) -> None:
        """All sets with `members` and `left` of `rest` that may be among the best."""
        self.steps -= 1
        if self.steps < 0:
            raise TooMany
        if left == 0:
            self._offer(self.arrays.key(members))
        elif left == 1 and len(rest):
            self._try(members, rest)
        elif left <= len(rest):
            self._branch(members, rest, left)

    def _branch(self, members: list[int], rest: Places, left: int) -> None:
        """Where the fewest can come next: who comes after one of them is no more in the branches before it."""
        part = self.arrays.part(members)
        found = self._demands(part, rest, left)
        for demand in found or []:
            rest = demand.narrowed(rest, left)
        if not found or len(rest) < left:
            return
        order, number = min((demand.branches(rest, left) for demand in found), key=lambda branches: branches[1])
        for place in self._promising(part, order, number, left):
            more, rest = [*members, int(order[place])], order[place + 1 :]
            # As many sets are better as there are candidates of the same kind who come first and are not in.
            kinds_left = self.arrays.out(more, rest) < self.number
            if kinds_left[self.arrays.kind[order[place]]]:
                rest = rest[kinds_left[self.arrays.kind[rest]]]
                self._continue(more, self.arrays.fitting(more, rest), left - 1)

    def _promising(self, part: Part, order: Places, number: int, left: int) -> Iterator[int]:
        """The first `number` places of `order`, without those seen at once to lead to none of the best sets."""
        for start in range(0, number, BLOCK):
            block = range(start, min(start + BLOCK, number))
            if len(self.keys) < self.number:
                yield from block
            else:
                best = can_be_best(self.arrays, part, order, block, left, self.keys[-1])
                yield from (place for place, may in zip(block, best, strict=True) if may)

    def _demands(self, part: Part, rest: Places, left: int) -> list[Demand] | None:
        if len(self.keys) < self.number:
            return [Amount(self.arrays.suitability, 0)]
        return demands(self.arrays, part, rest, left, self.keys[-1])

    def _try(self, members: list[int], rest: Places) -> int:
        """The best of `rest` beside `members`; the best of these sets are offered where they are large enough."""
        values = self.arrays.with_one_more(self.arrays.part(members), rest)
        order = np.lexsort((rest, *reversed(values)))
        for place in order[: self.number] if len(members) + 1 in self.sizes else ():
            missing, without, hours, robust, suitability = (int(column[place]) for column in values)
            team = tuple(sorted((*members, int(rest[place]))))
            self._offer(Key(missing, without, hours, len(team), robust, suitability, team))
        return int(rest[order[0]])
