"""The best set, found by listing the few that a bound leaves, group by group. Pure.

With parts of wishes the best value is known, `Parts.most`, and what each step away from them loses at least: a wish its
reduced cost, an amount that stays under its limit the price of that limit. A set worth `most` − `gap` loses `gap` in
all, so few wishes stand free, and few sets of a group's free wishes lose so little. The groups' lists are joined one by
one; of two sets that leave the same to decide, one that costs as much and is no better is dropped (Nemhauser and
Ullmann 1969). Costs are whole øre and values whole points; only what is lost is rounded, and given room.
"""

from collections import Counter
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

import numpy as np

from annualcycle.domain.optimiser.model import Goal, Model, Numbers, Row
from annualcycle.domain.optimiser.problem import RuleKind
from annualcycle.domain.optimiser.relaxed import Bounds, Parts
from annualcycle.domain.optimiser.sets import WORD, Limit, Sets, Tie, Whole, closed, joined, undominated

# More than the rounding errors in what is lost.
_ROOM = 1e-4
# Anything lower is exact also as a floating-point number.
_HIGHEST = 2**52
_NOTHING = np.zeros(1)
# All sets of so many wishes are written down at once.
_BLOCK = 9


@dataclass(frozen=True)
class Listed:
    """A set of wishes: what each wish is (0 or 1), and its value."""

    inside: Numbers
    value: int


def can_list(model: Model, most: int) -> bool:
    """Whether the model has at most `most` wishes, and no more points and øre than can be counted here."""
    value = sum(map(int, model.weights(Goal.VALUE)))
    cost = sum(wish.cost for wish in model.wishes)
    return model.size <= most and max(value * (model.size + 1), cost, model.problem.limit) < _HIGHEST


@cache
def _subsets(size: int) -> Numbers:
    """Every set of `size` wishes, one in each line."""
    return (np.arange(2**size)[:, None] >> np.arange(size) & 1).astype(float)


class Listing:
    """What every search in one model needs."""

    def __init__(self, model: Model) -> None:
        self.model = model
        # Higher than any number of persons.
        self.scale = model.size + 1
        goals = (model.weights(Goal.VALUE), model.weights(Goal.PERSONS))
        self.gains = goals[0].astype(np.int64) * self.scale + goals[1].astype(np.int64)
        self.costs = np.array([wish.cost for wish in model.wishes], dtype=np.int64)
        names = sorted({wish.group for wish in model.wishes})
        self.groups = np.array([names.index(wish.group) for wish in model.wishes], dtype=np.int64)
        most = {group.id: group.max_amount for group in model.problem.groups}
        self.limits = [model.problem.limit if (own := most[name]) is None else own for name in names]
        rows = list(enumerate(model.rows))
        self.members = np.zeros((len(rows), model.size))
        self.most, self.least = np.full(len(rows), np.inf), np.zeros(len(rows))
        for number, row in rows:
            self.members[number, [place for place in row.columns if place < model.size]] = 1
            if row.rule and row.rule.kind == RuleKind.MAX_PER_PERSON:
                self.most[number] = row.high
            if row.rule and row.rule.kind == RuleKind.MIN_GRANTS:
                self.least[number] = row.low
        # The rows of bonuses, and the columns that count them.
        self.shared = np.array([number for number, row in rows if row.rule is None], dtype=np.int64)
        self.bonuses = np.array([row.columns[-1] for _number, row in rows if row.rule is None], dtype=np.int64)

    def search(self, bounds: Bounds, parts: Parts, gap: float) -> "Search":
        """Among the sets between `bounds` that are worth at least `parts.most` − `gap`. Raises TooMany."""
        return Search(self, bounds.fixed_at(parts.inside, parts.reduced > gap + _ROOM), parts, gap + _ROOM)


@dataclass
class _Prices:
    """Points that the amounts of wishes take of what their limits are worth, and what these are worth in all."""

    each: Numbers
    worth: float = 0.0

    def add(self, row: Row, price: float, given: Numbers) -> None:
        self.each[row.columns] += price * row.factors
        self.worth += price * (row.high - float(row.factors @ given[row.columns]))


class Search:
    """The sets that lose at most `room`, in a list for each group.

    `floor`: what every set loses; None where there is none.
    """

    def __init__(self, listing: Listing, core: Bounds, parts: Parts, room: float) -> None:
        self.listing, self.parts, self.room = listing, parts, room
        self.given, self.free = core.low, core.low < core.high
        size = listing.model.size
        self.rank = {int(place): number for number, place in enumerate(np.flatnonzero(self.free))}
        self.words = max(1, -(-len(self.rank) // WORD))
        # Of each wish that stands free: what it adds to the score, and what is lost without it and with it.
        self.gains = listing.gains[:size].copy()
        self.lost = parts.reduced * np.abs(np.arange(2)[:, None] - parts.inside)
        self.shared = _Prices(np.zeros(size))
        self.own = [_Prices(np.zeros(size)) for _group in listing.limits]
        self._price()
        spent = np.bincount(listing.groups, listing.costs * (self.given > 0), len(listing.limits))
        self.money = [limit - int(used) for limit, used in zip(listing.limits, spent, strict=True)]
        self.left = listing.model.problem.limit - int(spent.sum())
        self.score = int(listing.gains[:size] @ (self.given > 0))
        self.ties: list[Tie] = []
        # What is lost in any case.
        self.settled = 0.0
        self.possible = min([self.left, *self.money]) >= 0 and self._numbers()
        self._bonuses()
        self.of: dict[int, list[int]] = {place: [] for place in self.rank}
        for number, tie in enumerate(self.ties):
            for place in tie.places:
                self.of[place].append(number)
        self.lists = self._lists() if self.possible else None

    @property
    def floor(self) -> float | None:
        if self.lists is None:
            return None
        return self.settled + sum(float(one.lost.min()) for one in self.lists)

    def best(self, gap: float) -> Listed | None:
        """The best by all goals of the sets that are worth at least `parts.most` − `gap`, which is within the room.

        What comes may be worth less; then there is none worth so much. Raises TooMany.
        """
        if self.lists is None or (floor := self.floor) is None:
            return None
        spare = gap + _ROOM - floor
        if spare < 0:
            return None
        lists = [one.taken(one.lost <= one.lost.min() + spare) for one in self.lists]
        whole = self._together(lists, gap + _ROOM - self.settled)
        return self._listed(whole) if whole.size else None

    def _lists(self) -> list[Sets] | None:
        """For each group with free wishes the sets of them that can be part of one; None: there is none."""
        places: dict[int, list[int]] = {}
        for place in self.rank:
            places.setdefault(int(self.listing.groups[place]), []).append(place)
        self.settled += sum(max(one.worth, 0.0) for group, one in enumerate(self.own) if group not in places)
        lists, floor = [], self.settled
        for group in sorted(places, key=lambda one: (len(places[one]), one)):
            found = self._group(group, places[group], self.room - floor)
            if not found.size:
                return None
            lists.append(found)
            floor += float(found.lost.min())
        return self._in_order(lists)

    def _price(self) -> None:
        """The limits that bind, each with those whose amounts it counts."""
        for row, price in self.parts.limits:
            of = self.listing.groups[row.columns]
            is_own = row.rule is None or row.rule.kind == RuleKind.MAX_AMOUNT
            prices = self.own[of[0]] if is_own and (of == of[0]).all() else self.shared
            prices.add(row, price, self.given)

    def _numbers(self) -> bool:
        """Ties for how many may and must be in; False where what is given breaks such a rule."""
        listing = self.listing
        free, given = listing.members @ self.free, listing.members @ self.given
        most, least = listing.most - given, listing.least - given
        if (most < 0).any() or (free < least).any():
            return False
        for number in np.flatnonzero(free > most):
            lost = self.parts.prices[number] * np.arange(int(most[number]), -1, -1)
            self.ties.append(Tie(self._free_in(number), 0, int(most[number]), 0, lost))
        for number in np.flatnonzero(least > 0):
            nothing = np.zeros(int(least[number]) + 1)
            self.ties.append(Tie(self._free_in(number), int(least[number]), int(free[number]), 0, nothing))
        return True

    def _bonuses(self) -> None:
        """Bonuses that are there already or beyond reach are counted, those of one free wish are put to it."""
        listing, parts = self.listing, self.parts
        rows, columns = listing.shared, listing.bonuses
        free, given = listing.members[rows] @ self.free, listing.members[rows] @ self.given > 0
        lost = parts.losses[columns] * np.abs(np.arange(2)[:, None] - parts.columns[columns])
        gains = listing.gains[columns]
        self.score += int(gains[given].sum())
        self.settled += float(lost[1][given].sum() + lost[0][~given & (free == 0)].sum())
        if (alone := np.flatnonzero(~given & (free == 1))).size:
            places = (listing.members[rows[alone]] * self.free).argmax(axis=1)
            np.add.at(self.gains, places, gains[alone])
            np.add.at(self.lost.T, places, lost.T[alone])
        for one in np.flatnonzero(~given & (free > 1) & (gains > 0)):
            self.ties.append(Tie(self._free_in(rows[one]), 0, int(free[one]), int(gains[one]), lost[:, one]))

    def _free_in(self, row: int | np.signedinteger[Any]) -> frozenset[int]:
        return frozenset(map(int, np.flatnonzero(self.listing.members[row] * self.free)))

    def _group(self, group: int, places: list[int], room: float) -> Sets:
        """Sets of the group's free wishes that lose at most `room`, with what they leave unused of its limits."""
        prices, money = self.own[group], min(self.money[group], self.left)
        places = sorted(places, key=lambda place: (-self.parts.reduced[place], place))
        blocks = [places[start : start + _BLOCK] for start in range(0, len(places), _BLOCK)]
        reach = float(np.maximum(prices.each[places], 0).sum())
        found: Sets | None = None
        for block in blocks:
            reach -= float(np.maximum(prices.each[block], 0).sum())
            limit = Limit(room, money, own=prices.worth, own_reach=reach)
            if found is None:
                found = undominated(self._block(block, prices, limit), self.ties)
            else:
                more = self._block(block, prices, Limit(room, money))
                found = undominated(joined(found, more, self.ties, limit), self.ties)
        assert found is not None
        return replace(found, lost=found.lost + np.maximum(prices.worth - found.own, 0), own=np.zeros(found.size))

    def _block(self, places: list[int], prices: _Prices, limit: Limit) -> Sets:
        """All sets of few wishes that keep `limit`."""
        every = _subsets(len(places))
        steps = self.lost[1, places] - self.lost[0, places]
        each = (steps, prices.each[places], self.shared.each[places], self.listing.costs[places], self.gains[places])
        lost, own, shared, cost, score = (every @ np.array(each, dtype=float).T).T
        lost = lost + self.lost[0, places].sum()
        kept = np.flatnonzero(limit.kept(cost, lost, own, shared))
        inside: Whole = every[kept].astype(np.int64)
        names = tuple(sorted({tie for place in places for tie in self.of[place]}))
        counts, score = np.zeros((len(kept), len(names)), dtype=np.int64), score[kept].astype(np.int64)
        if names:
            counts = inside @ np.array([[int(tie in self.of[place]) for tie in names] for place in places])
            score += (counts > 0) @ np.array([self.ties[tie].gain for tie in names])
        found = Sets(
            places=frozenset(places),
            ties=names,
            score=score,
            cost=cost[kept].astype(np.int64),
            lost=lost[kept],
            own=own[kept],
            shared=shared[kept],
            picked=inside @ self._bits(places),
            counts=counts,
        )
        return closed(found, self.ties, limit.room) if names else found

    def _bits(self, places: list[int]) -> Whole:
        """For each of the places the one bit that stands for it."""
        bits = np.zeros((len(places), self.words), dtype=np.int64)
        for line, place in enumerate(places):
            word, bit = divmod(self.rank[place], WORD)
            bits[line, word] = 1 << (WORD - 1 - bit)
        return bits

    def _none(self) -> Sets:
        whole: Whole = np.zeros(1, dtype=np.int64)
        picked = np.zeros((1, self.words), dtype=np.int64)
        counts = np.zeros((1, 0), dtype=np.int64)
        return Sets(frozenset(), (), whole, whole, _NOTHING, _NOTHING, _NOTHING, picked, counts)

    def _in_order(self, lists: list[Sets]) -> list[Sets]:
        """Next comes always the list that leaves fewest ties open, so that little has to be told apart."""
        left, ordered = list(lists), []
        uses = Counter(tie for one in lists for tie in one.ties)
        is_open: set[int] = set()

        def opened(one: Sets) -> int:
            return sum(uses[tie] > 1 if tie not in is_open else -(uses[tie] == 1) for tie in one.ties)

        while left:
            chosen = min(left, key=lambda one: (opened(one), min(one.places)))
            left.remove(chosen)
            ordered.append(chosen)
            uses.subtract(chosen.ties)
            is_open.update(chosen.ties)
        return ordered

    def _together(self, lists: list[Sets], room: float) -> Sets:
        whole = self._none()
        lost, cost = sum(float(one.lost.min()) for one in lists), sum(int(one.cost.min()) for one in lists)
        reach = sum(float(one.shared.max()) for one in lists)
        for one in lists:
            lost, cost = lost - float(one.lost.min()), cost - int(one.cost.min())
            reach -= float(one.shared.max())
            limit = Limit(room - lost, self.left - cost, shared=self.shared.worth, shared_reach=reach)
            whole = joined(whole, one, self.ties, limit)
            if not whole.size:
                break
            whole = undominated(whole, self.ties)
        return whole

    def _listed(self, whole: Sets) -> Listed:
        """The best line: highest score, then lowest cost, then the first ids."""
        keys = (*whole.picked.T[::-1], -whole.cost, whole.score)
        best = int(np.lexsort(keys)[-1])
        inside = self.given.copy()
        for place, number in self.rank.items():
            word, bit = divmod(number, WORD)
            inside[place] = int(whole.picked[best, word]) >> (WORD - 1 - bit) & 1
        return Listed(inside, (self.score + int(whole.score[best])) // self.listing.scale)
