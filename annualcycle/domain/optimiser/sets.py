"""Sets of wishes, many at a time: one set in each line of some arrays. Pure."""

from dataclasses import dataclass, replace
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from annualcycle.domain.optimiser.model import Numbers

Whole: TypeAlias = NDArray[np.int64]
Chosen: TypeAlias = "np.ndarray[Any, np.dtype[np.bool_]] | NDArray[np.intp]"
# More pairs than these are not looked at: HiGHS is quicker then.
MOST = 100_000
# So many wishes are written as one number.
WORD = 62
# Fewer sets than these are not worth comparing with one another.
_FEW = 24


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


@dataclass(frozen=True, eq=False)
class Sets:
    """Sets of the wishes at `places`.

    score: value first, then persons; cost: øre; lost: points lost at least against the bound; own, shared: points that
    their amounts take of what the limits of the group, and those for all, are worth; picked: who is in, the first id
    as the highest bit; counts: for each of the ties that reach beyond `places`, how many are in.
    """

    places: frozenset[int]
    ties: tuple[int, ...]
    score: Whole
    cost: Whole
    lost: Numbers
    own: Numbers
    shared: Numbers
    picked: Whole
    counts: Whole

    @property
    def size(self) -> int:
        return len(self.score)

    def taken(self, lines: Chosen) -> "Sets":
        return replace(
            self,
            score=self.score[lines],
            cost=self.cost[lines],
            lost=self.lost[lines],
            own=self.own[lines],
            shared=self.shared[lines],
            picked=self.picked[lines],
            counts=self.counts[lines],
        )


@dataclass(frozen=True)
class Limit:
    """At most `room` points lost and `money` øre spent.

    own, shared: points that the limits are worth; what is still to come takes at most `own_reach` and `shared_reach`
    of them. What it surely leaves is lost.
    """

    room: float
    money: int
    own: float = 0.0
    own_reach: float = 0.0
    shared: float = 0.0
    shared_reach: float = 0.0

    def kept(self, cost: Whole, lost: Numbers, own: Numbers, shared: Numbers) -> Chosen:
        """Which of the sets with these sums keep it."""
        unused = np.maximum(self.own - self.own_reach - own, 0) + np.maximum(
            self.shared - self.shared_reach - shared, 0
        )
        kept: Chosen = (cost <= self.money) & (lost + unused <= self.room)
        return kept


def joined(one: Sets, other: Sets, ties: list[Tie], limit: Limit) -> Sets:
    """Each set of `one` with each of `other` that together keep `limit` and the ties. Raises TooMany."""
    left, right = _pairs(one.lost, other.lost, limit.room)
    cost, lost = one.cost[left] + other.cost[right], one.lost[left] + other.lost[right]
    own, shared = one.own[left] + other.own[right], one.shared[left] + other.shared[right]
    fits = limit.kept(cost, lost, own, shared)
    left, right = left[fits], right[fits]
    names = tuple(sorted({*one.ties, *other.ties}))
    score = one.score[left] + other.score[right]
    counts = np.zeros((len(left), len(names)), dtype=np.int64)
    if names:
        here, there = _columns(one, names)[left], _columns(other, names)[right]
        counts = here + there
        if twice := [column for column, tie in enumerate(names) if tie in one.ties and tie in other.ties]:
            gains = np.array([ties[names[column]].gain for column in twice])
            score -= ((here[:, twice] > 0) & (there[:, twice] > 0)) @ gains
    both = Sets(
        places=one.places | other.places,
        ties=names,
        score=score,
        cost=cost[fits],
        lost=lost[fits],
        own=own[fits],
        shared=shared[fits],
        picked=one.picked[left] | other.picked[right],
        counts=counts,
    )
    return closed(both, ties, limit.room) if names else both


def _pairs(one: Numbers, other: Numbers, room: float) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Which lines of the one and the other lose at most `room` together."""
    order = np.argsort(other, kind="stable")
    numbers = np.searchsorted(other[order], room - one, side="right")
    total = int(numbers.sum())
    if total > MOST:
        raise TooMany
    left = np.repeat(np.arange(len(one)), numbers)
    starts = np.cumsum(numbers) - numbers
    return left, order[np.arange(total) - np.repeat(starts, numbers)]


def _columns(sets: Sets, names: tuple[int, ...]) -> Whole:
    """The counts with a column for each of `names`."""
    found = np.zeros((sets.size, len(names)), dtype=np.int64)
    found[:, [names.index(tie) for tie in sets.ties]] = sets.counts
    return found


def closed(sets: Sets, ties: list[Tie], room: float) -> Sets:
    """Without the sets that a tie forbids; ties with nothing left to decide are counted, the others kept."""
    own = [ties[name] for name in sets.ties]
    allowed = (sets.counts <= np.array([tie.most for tie in own])).all(axis=1)
    counts = np.minimum(sets.counts, np.array([len(tie.lost) - 1 for tie in own]))
    done = [column for column, tie in enumerate(own) if tie.places <= sets.places]
    lost = sets.lost
    for column in done:
        allowed &= counts[:, column] >= own[column].least
        lost = lost + own[column].lost[counts[:, column]]
    kept = [column for column in range(len(own)) if column not in done]
    found = replace(sets, ties=tuple(sets.ties[column] for column in kept), lost=lost, counts=counts[:, kept])
    allowed &= lost <= room
    return found if allowed.all() else found.taken(allowed)


def undominated(sets: Sets, ties: list[Tie]) -> Sets:
    """Without those that cost as much or more than another and are no better, where both leave the same to decide."""
    if sets.size < _FEW:
        return sets
    state = _states(sets, ties)
    order = np.lexsort((*-sets.picked.T[::-1], -sets.score, sets.cost, state))
    score, state = sets.score[order], state[order]
    number = np.concatenate([[0], np.cumsum(state[1:] != state[:-1])])
    # Each state's scores are lifted above those of the state before, so that one running maximum serves all.
    lifted = score - score.min() + number * (int(score.max() - score.min()) + 1)
    better = np.concatenate([[True], lifted[1:] > np.maximum.accumulate(lifted)[:-1]])
    return sets.taken(order[better])


def _states(sets: Sets, ties: list[Tie]) -> Whole:
    """One number for what the ties of a set still allow. Raises TooMany."""
    found, size = np.zeros(sets.size, dtype=np.int64), 1
    for column, name in enumerate(sets.ties):
        found = found * len(ties[name].lost) + sets.counts[:, column]
        size *= len(ties[name].lost)
    if size >= 2**WORD:
        raise TooMany
    return found
