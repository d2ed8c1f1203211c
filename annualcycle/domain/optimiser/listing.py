"""The best set, found by listing the few that a bound leaves, group by group. Pure.

With parts of wishes the best value is known, `Parts.most`, and what each step away from them loses at least: a wish its
reduced cost, an amount that stays under its limit the price of that limit. A set worth `most` − `gap` loses `gap` in
all, so few wishes stand free, and few sets of a group's free wishes lose so little. The groups' lists are joined one by
one; of two sets that leave the same to decide, one that costs as much and is no better is dropped (Nemhauser and
Ullmann 1969). Costs are whole øre and values whole points; only what is lost is rounded, and given room.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

import numpy as np

from annualcycle.domain.optimiser.model import Goal, Model, Numbers, Row
from annualcycle.domain.optimiser.problem import RuleKind
from annualcycle.domain.optimiser.relaxed import Bounds, Parts
from annualcycle.domain.optimiser.sets import SUMS, WORD, Limit, Sets, Tie, Ties, Whole, closed, joined, undominated

# More than the rounding errors in what is lost.
ROOM = 1e-4
# Anything lower is exact also as a floating-point number.
_HIGHEST = 2**52
# All sets of so many wishes are written down at once.
_BLOCK = 9
# A group that has no limit of its own is looked at in parts of about so many wishes.
_CLUSTER = 12
_NOTHING: Mapping[int, int] = MappingProxyType({})


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
    """Every set of `size` wishes, one in each column."""
    return (np.arange(2**size) >> np.arange(size)[:, None] & 1).astype(float)


def _limits(model: Model) -> dict[str, int]:
    """What the wishes of each group may cost at most."""
    most = {group.id: group.max_amount for group in model.problem.groups}
    whole = model.problem.limit
    return {name: whole if (own := most[name]) is None else min(own, whole) for name in {w.group for w in model.wishes}}


def _clusters(model: Model, open_ended: set[str]) -> list[tuple[str, int]]:
    """For each wish its group; large ones without a limit of their own are cut, wishes of a person stay together."""
    sizes = Counter(wish.group for wish in model.wishes)
    numbers: Counter[str] = Counter()
    found: dict[tuple[str, str], int] = {}
    for wish in sorted(model.wishes, key=lambda one: (one.group, one.person, one.id)):
        key = (wish.group, wish.person)
        if key not in found:
            found[key] = numbers[wish.group] // _CLUSTER
        numbers[wish.group] += 1
    is_cut = {name for name in open_ended if sizes[name] > 2 * _CLUSTER}
    return [(wish.group, found[wish.group, wish.person] if wish.group in is_cut else 0) for wish in model.wishes]


class Listing:
    """What every search in one model needs."""

    def __init__(self, model: Model) -> None:
        self.model = model
        # Higher than any number of persons.
        self.scale = model.size + 1
        goals = (model.weights(Goal.VALUE), model.weights(Goal.PERSONS))
        self.gains = goals[0].astype(np.int64) * self.scale + goals[1].astype(np.int64)
        self.costs = np.array([wish.cost for wish in model.wishes], dtype=np.int64)
        limits = _limits(model)
        # What all may cost together: a group that is alone has one limit, the lower one.
        self.limit = min(limits.values()) if len(limits) == 1 else model.problem.limit
        kinds = _clusters(model, {name for name, limit in limits.items() if limit == self.limit})
        clusters = sorted(set(kinds))
        self.groups = np.array([clusters.index(kind) for kind in kinds], dtype=np.int64)
        self.limits = [limits[name] for name, _number in clusters]
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
        return Search(self, bounds.fixed_at(parts.inside, parts.reduced > gap + ROOM), parts, gap + ROOM)


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

    def __init__(self, listing: Listing, core: Bounds, parts: Parts, room: float, apart: int | None = None) -> None:
        self.listing, self.parts, self.room, self.apart = listing, parts, room, apart
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
        self.left = listing.limit - int(spent.sum())
        self.score = int(listing.gains[:size] @ (self.given > 0))
        self.ties: list[Tie] = []
        # What is lost in any case.
        self.settled = 0.0
        self.possible = min([self.left, *self.money]) >= 0 and self._numbers()
        self._bonuses()
        self.tied = Ties(self.ties)
        # Which of the free wishes stands in which tie.
        self.of = np.zeros((len(self.ties), len(self.rank)))
        for number, tie in enumerate(self.ties):
            self.of[number, [self.rank[place] for place in tie.places]] = 1
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
        spare = gap + ROOM - floor
        if spare < 0:
            return None
        lists = [one.where(one.lost <= one.lost.min() + spare) for one in self.lists]
        whole = self.together(lists, gap + ROOM - self.settled)
        return self.listed(whole) if whole.size else None

    def _lists(self) -> list[Sets] | None:
        """For each group with free wishes the sets of them that can be part of one; None: there is none."""
        places: dict[int, list[int]] = {}
        for place in self.rank:
            places.setdefault(int(self.listing.groups[place]), []).append(place)
        if self.apart is not None:
            places.pop(self.apart, None)
        left = [one for group, one in enumerate(self.own) if group not in places and group != self.apart]
        self.settled += sum(max(one.worth, 0.0) for one in left)
        lists, floor = [], self.settled
        for group in sorted(places, key=lambda one: (len(places[one]), one)):
            found = self.group(group, places[group], self.room - floor)
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

    def group(self, group: int, places: list[int], room: float, fixed: Mapping[int, int] = _NOTHING) -> Sets:
        """Sets of the group's free wishes that lose at most `room`, with what they leave unused of its limits.

        fixed: others of its wishes, which are as they are.
        """
        prices, money = self.own[group], min(self.money[group], self.left)
        places = sorted(places, key=lambda place: (-self.parts.reduced[place], place))
        blocks = [places[start : start + _BLOCK] for start in range(0, len(places), _BLOCK)]
        reach = float(np.maximum(prices.each[places], 0).sum())
        limit = Limit(room, money, own=prices.worth, own_reach=reach)
        found = self._none()
        if fixed:
            found = self._block(list(fixed), np.array([*fixed.values()], dtype=float)[:, None], prices, limit)
        for block in blocks:
            reach -= float(np.maximum(prices.each[block], 0).sum())
            limit = Limit(room, money, own=prices.worth, own_reach=reach)
            more = self._block(block, _subsets(len(block)), prices, limit if found.is_nothing else Limit(room, money))
            found = undominated(more if found.is_nothing else joined(found, more, self.tied, limit), self.tied)
        return found.with_all_own(prices.worth)

    def _block(self, places: list[int], every: Numbers, prices: _Prices, limit: Limit) -> Sets:
        """Those of the sets `every` of few wishes that keep `limit`."""
        lost, each = self.lost[:, places], np.empty((SUMS, len(places)))
        each[0], each[1], each[2] = self.gains[places], self.listing.costs[places], lost[1] - lost[0]
        each[3], each[4] = prices.each[places], self.shared.each[places]
        sums = each @ every
        sums[2] += lost[0].sum()
        kept = limit.kept(sums)
        sums, inside = sums.take(kept, axis=1), every.take(kept, axis=1)
        of = self.of[:, [self.rank[place] for place in places]]
        counts = (of @ inside).astype(np.int64)
        sums[0] += self.tied.gain @ (counts > 0)
        picked = self._bits(places) @ inside.astype(np.int64)
        found = Sets(frozenset(places), tuple(np.flatnonzero(of.any(axis=1)).tolist()), sums, picked, counts)
        return closed(found, self.tied, limit.room) if found.ties else found

    def _bits(self, places: list[int]) -> Whole:
        """For each of the places the one bit that stands for it."""
        bits = np.zeros((self.words, len(places)), dtype=np.int64)
        for column, place in enumerate(places):
            word, bit = divmod(self.rank[place], WORD)
            bits[word, column] = 1 << (WORD - 1 - bit)
        return bits

    def _none(self) -> Sets:
        picked = np.zeros((self.words, 1), dtype=np.int64)
        counts = np.zeros((len(self.tied), 1), dtype=np.int64)
        return Sets(frozenset(), (), np.zeros((SUMS, 1)), picked, counts)

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

    def together(self, lists: list[Sets], room: float, reach: float = 0.0, pairs: int | None = None) -> Sets:
        """The sets of all the lists that lose at most `room`; what is left out takes at most `reach` of the limits."""
        whole = self._none()
        lost, cost = sum(float(one.lost.min()) for one in lists), sum(int(one.cost.min()) for one in lists)
        reach += sum(float(one.shared.max()) for one in lists)
        for one in lists:
            lost, cost = lost - float(one.lost.min()), cost - int(one.cost.min())
            reach -= float(one.shared.max())
            limit = Limit(room - lost, self.left - cost, shared=self.shared.worth, shared_reach=reach, pairs=pairs)
            whole = joined(whole, one, self.tied, limit)
            if not whole.size:
                break
            whole = undominated(whole, self.tied)
        return whole

    def listed(self, whole: Sets) -> Listed:
        """The best line: highest score, then lowest cost, then the first ids."""
        keys = (*whole.picked[::-1], -whole.cost, whole.score)
        best = int(np.lexsort(keys)[-1])
        inside = self.given.copy()
        for place, number in self.rank.items():
            word, bit = divmod(number, WORD)
            inside[place] = int(whole.picked[word, best]) >> (WORD - 1 - bit) & 1
        return Listed(inside, (self.score + int(whole.score[best])) // self.listing.scale)
