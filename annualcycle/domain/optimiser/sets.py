"""Sets of wishes, many at a time: one set in each column of some arrays. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from annualcycle.domain.optimiser.model import Numbers

Whole: TypeAlias = NDArray[np.int64]
Places: TypeAlias = NDArray[np.intp]
Flags: TypeAlias = "np.ndarray[Any, np.dtype[np.bool_]]"
# More pairs than these are not looked at: HiGHS is quicker then.
MOST = 100_000
# So many wishes are written as one number.
WORD = 62
# Fewer sets than these are not worth comparing with one another.
_FEW = 24
# From so many sets on, those too are compared that leave different bonuses to decide.
_MANY = 64
# So many of the strongest, at most, are held against all others.
_STRONG = 32
# What is summed up of each set, in this order.
SUMS = 5
_SCORE, _COST, _LOST, _OWN, _SHARED = range(SUMS)


class TooMany(Exception):
    """More sets to look at than it is worth."""


@dataclass(frozen=True)
class Tie:
    """Wishes that count together: a person's, those that build a needed competence, a group's where it needs some.

    `least` to `most` of them can be in. The first one in adds `gain` to the score. With n of them in at least `lost[n]`
    points are lost; where `lost` ends, more of them make no difference.
    """

    places: frozenset[int]
    least: int
    most: int
    gain: int
    lost: Numbers


class Ties:
    """All ties of a search, a column for each."""

    def __init__(self, ties: Sequence[Tie]) -> None:
        self.places = [tie.places for tie in ties]
        self.least, self.most, self.gain = (
            np.array([getattr(tie, key) for tie in ties], dtype=np.int64) for key in ("least", "most", "gain")
        )
        # Counts from here on make no difference.
        self.last = np.array([len(tie.lost) - 1 for tie in ties], dtype=np.int64)
        self.lost = np.zeros((len(ties), int(self.last.max(initial=0)) + 1))
        for number, tie in enumerate(ties):
            self.lost[number, : len(tie.lost)] = tie.lost

    def __len__(self) -> int:
        return len(self.places)


@dataclass(frozen=True, eq=False)
class Sets:
    """Sets of the wishes at `places`.

    sums: lines of what each comes to: score (value first, then persons), cost in øre, points lost at least against the
    bound, and points that its amounts take of what the limits of the group, and those for all, are worth; picked: who
    is in, the first id as the highest bit; ties: those that reach beyond `places`; counts: how many of each of them are
    in, 0 for all other ties.
    """

    places: frozenset[int]
    ties: tuple[int, ...]
    sums: Numbers
    picked: Whole
    counts: Whole

    @property
    def size(self) -> int:
        return int(self.sums.shape[1])

    @property
    def score(self) -> Numbers:
        return self._line(_SCORE)

    @property
    def cost(self) -> Numbers:
        return self._line(_COST)

    @property
    def lost(self) -> Numbers:
        return self._line(_LOST)

    @property
    def own(self) -> Numbers:
        return self._line(_OWN)

    @property
    def shared(self) -> Numbers:
        return self._line(_SHARED)

    @property
    def is_nothing(self) -> bool:
        """Whether nothing has been decided."""
        return not self.places

    def _line(self, number: int) -> Numbers:
        found: Numbers = self.sums[number]
        return found

    def where(self, chosen: Flags) -> "Sets":
        return self.taken(np.flatnonzero(chosen))

    def taken(self, places: Places) -> "Sets":
        return Sets(
            places=self.places,
            ties=self.ties,
            sums=self.sums.take(places, axis=1),
            picked=self.picked.take(places, axis=1),
            counts=self.counts.take(places, axis=1),
        )

    def with_all_own(self, worth: float) -> "Sets":
        """Where the group's limits are decided: what is not used of their worth is lost."""
        sums = self.sums.copy()
        sums[_LOST] += np.maximum(worth - sums[_OWN], 0)
        sums[_OWN] = 0
        return Sets(self.places, self.ties, sums, self.picked, self.counts)


@dataclass(frozen=True)
class Limit:
    """At most `room` points lost and `money` øre spent.

    own, shared: points that the limits are worth; what is still to come takes at most `own_reach` and `shared_reach`
    of them. What it surely leaves is lost. pairs: so many are looked at.
    """

    room: float
    money: int
    own: float = 0.0
    own_reach: float = 0.0
    shared: float = 0.0
    shared_reach: float = 0.0
    pairs: int | None = None

    def kept(self, sums: Numbers) -> Places:
        """Which of the sets with these sums keep it."""
        lost = sums[_LOST]
        if (own := self.own - self.own_reach) > 0:
            lost = lost + np.maximum(own - sums[_OWN], 0)
        if (shared := self.shared - self.shared_reach) > 0:
            lost = lost + np.maximum(shared - sums[_SHARED], 0)
        return np.flatnonzero((sums[_COST] <= self.money) & (lost <= self.room))


def joined(one: Sets, other: Sets, ties: Ties, limit: Limit) -> Sets:
    """Each set of `one` with each of `other` that together keep `limit` and the ties. Raises TooMany."""
    most = MOST if limit.pairs is None else min(limit.pairs, MOST)
    left, right = _pairs(one.lost, other.lost, limit.room, most)
    sums = one.sums.take(left, axis=1) + other.sums.take(right, axis=1)
    fits = limit.kept(sums)
    if len(fits) < len(left):
        left, right, sums = left.take(fits), right.take(fits), sums.take(fits, axis=1)
    here, there = one.counts.take(left, axis=1), other.counts.take(right, axis=1)
    if twice := [name for name in one.ties if name in other.ties and ties.gain[name]]:
        sums[_SCORE] -= ties.gain[twice] @ ((here[twice] > 0) & (there[twice] > 0))
    both = Sets(
        places=one.places | other.places,
        ties=tuple(sorted({*one.ties, *other.ties})),
        sums=sums,
        picked=one.picked.take(left, axis=1) | other.picked.take(right, axis=1),
        counts=here + there,
    )
    return closed(both, ties, limit.room) if both.ties else both


def _pairs(one: Numbers, other: Numbers, room: float, most: int) -> tuple[Places, Places]:
    """Which of the one and the other lose at most `room` together."""
    order = other.argsort(kind="stable")
    numbers = other.take(order).searchsorted(room - one, side="right")
    ends = numbers.cumsum()
    total = int(ends[-1]) if len(ends) else 0
    if total > most:
        raise TooMany
    left = np.arange(len(one)).repeat(numbers)
    return left, order.take(np.arange(total) - (ends - numbers).take(left))


def closed(sets: Sets, ties: Ties, room: float) -> Sets:
    """Without the sets that a tie forbids; ties with nothing left to decide are counted, the others kept."""
    names = np.array(sets.ties)
    counts = sets.counts[names]
    allowed = (counts <= ties.most[names, None]).all(axis=0)
    counts = np.minimum(counts, ties.last[names, None])
    lasting = np.zeros_like(sets.counts)
    lasting[names] = counts
    sums = sets.sums
    is_done = [ties.places[name] <= sets.places for name in sets.ties]
    if any(is_done):
        counts, done = counts[is_done], names[is_done]
        allowed &= (counts >= ties.least[done, None]).all(axis=0)
        sums = sums.copy()
        sums[_LOST] += ties.lost[done[:, None], np.where(allowed, counts, 0)].sum(axis=0)
        lasting[done] = 0
        allowed &= sums[_LOST] <= room
    left = tuple(name for name, done in zip(sets.ties, is_done, strict=True) if not done)
    found = Sets(sets.places, left, sums, sets.picked, lasting)
    return found if allowed.all() else found.where(allowed)


def undominated(sets: Sets, ties: Ties) -> Sets:
    """Without those that cost as much or more than another and are no better, where both leave the same to decide."""
    if sets.size < _FEW:
        return sets
    keys = (*-sets.picked[::-1], -sets.score, sets.cost)
    score = sets.score.astype(np.int64)
    if sets.ties:
        state = _states(sets, ties)
        order = np.lexsort((*keys, state))
        # Each state's scores are lifted above those of the state before, so that one running maximum serves all.
        state = state.take(order)
        number = np.concatenate([[0], (state[1:] != state[:-1]).cumsum()])
        least, span = int(score.min()), int(np.ptp(score)) + 1
        if span * (int(number[-1]) + 1) >= 2**WORD:
            raise TooMany
        lifted = score.take(order) - least + number * span
    else:
        order = np.lexsort(keys)
        lifted = score.take(order)
    better = np.concatenate([[True], lifted[1:] > np.maximum.accumulate(lifted)[:-1]])
    return _unbeaten(sets.taken(order[better]), ties)


def _unbeaten(sets: Sets, ties: Ties) -> Sets:
    """Without those that are beaten whatever comes, though they leave other bonuses to decide.

    Bonuses that a set has before another are the most it can lose of what it is ahead.
    """
    names = np.array(sets.ties, dtype=np.int64)
    if sets.size < _MANY or not 0 < len(names) <= WORD or not ties.gain[names].all():
        return sets
    gain, has = ties.gain[names], sets.counts[names] > 0
    score, cost, rank = sets.score.astype(np.int64), sets.cost, _rank(sets)
    strong = np.union1d(_strong(score, rank), _strong(score - gain @ has, rank))
    ahead = score[strong, None] - score
    for one in np.unique(gain):
        bits = np.where(gain == one, 1 << np.arange(len(names)), 0) @ has
        ahead -= one * np.bitwise_count(bits[strong, None] & ~bits)
    is_better = (ahead > 0) | ((ahead == 0) & (rank[strong, None] < rank))
    return sets.where(~(is_better & (cost[strong, None] <= cost)).any(axis=0))


def _rank(sets: Sets) -> Whole:
    """The place of each by cost, then by its ids."""
    rank = np.empty(sets.size, dtype=np.int64)
    rank[np.lexsort((*-sets.picked[::-1], sets.cost))] = np.arange(sets.size)
    return rank


def _strong(score: Whole, rank: Whole) -> Places:
    """Sets from the cheapest to the dearest than which none before has so high a score; every so many of them."""
    order = rank.argsort()
    best = score.take(order)
    found: Places = order[np.concatenate([[True], best[1:] > np.maximum.accumulate(best)[:-1]])]
    return found[:: -(-2 * len(found) // _STRONG)]


def _states(sets: Sets, ties: Ties) -> Whole:
    """One number for what the ties of a set still allow. Raises TooMany."""
    sizes = [int(ties.last[name]) + 1 for name in sets.ties]
    factors, size = [], 1
    for one in sizes:
        factors.append(size)
        size *= one
        if size >= 2**WORD:
            raise TooMany
    found: Whole = np.array(factors) @ sets.counts[list(sets.ties)]
    return found
