"""What has to come yet for a part of a team to become one of the best (docs/adr/0018)."""

from bisect import bisect_left
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from trainers.domain.team_arrays import Arrays, Key, Numbers, Part, Places


class Demand(Protocol):
    """Something the `left` members to come have to bring, all of them from `rest`."""

    def narrowed(self, rest: Places, left: int) -> Places:
        """Those who can be among them."""

    def branches(self, rest: Places, left: int) -> tuple[Places, int]:
        """`rest` in an order, and how many of them can be the first of the members to come in that order."""


@dataclass(frozen=True)
class Amount:
    """The gains of the members to come are `need` at least in sum. Later a gain is worth what it is now, or less."""

    gains: Numbers
    need: float

    def narrowed(self, rest: Places, left: int) -> Places:
        gains = self.gains[rest]
        return rest[gains >= self.need - most(gains, left - 1)] if self.need > 0 else rest

    def branches(self, rest: Places, left: int) -> tuple[Places, int]:
        order = rest[np.argsort(-self.gains[rest], kind="stable")]
        sums = np.concatenate(([0.0], np.cumsum(self.gains[order])))
        return order, int((sums[left:] - sums[:-left] >= self.need).sum())


@dataclass(frozen=True)
class Earlier:
    """The sorted team comes before `than`: everything else is equal."""

    members: tuple[int, ...]
    than: tuple[int, ...]

    def narrowed(self, rest: Places, left: int) -> Places:
        return rest

    def branches(self, rest: Places, left: int) -> tuple[Places, int]:
        order = np.sort(rest)

        def late(first: int) -> bool:
            return tuple(sorted((*self.members, *order[first : first + left].tolist()))) >= self.than

        return order, bisect_left(range(len(order) - left + 1), True, key=late)


def most(gains: Numbers, number: int) -> float:
    """The largest `number` of `gains` summed; all of them where there are fewer."""
    rest = len(gains) - number
    if not number or not len(gains):
        return 0
    if number == 1:
        return float(gains.max())
    return float(np.partition(gains, rest)[rest:].sum() if rest > 0 else gains.sum())


def demands(arrays: Arrays, part: Part, rest: Places, left: int, worst: Key) -> list[Demand] | None:
    """What `left` members of `rest` have to bring to be better than `worst`; None: they cannot be.

    Each number has to be as good as that of `worst`. As long as one can be better still, those after it demand nothing.
    """
    found: list[Demand] = []
    for value, gains, target in (
        (part.missing, arrays.covers @ (part.spare < 0), worst.missing),
        (part.without, arrays.near @ part.lonely, worst.without),
        (part.hours, arrays.hours, worst.hours),
    ):
        found.append(Amount(gains, value - target))
        if value - most(gains[rest], left) < target and target > 0:
            return found
    size = len(part.members) + left
    if size != worst.size:
        return found if size < worst.size else None
    more = _robust(arrays, part, rest, left, worst)
    return None if more is None else found + more


def _robust(arrays: Arrays, part: Part, rest: Places, left: int, worst: Key) -> list[Demand] | None:
    """One more than needed costs each competence so many members; the cheapest ones show how many there can be."""
    open_ = (part.spare <= 0) & (part.spare > -left)
    prices = np.cumsum(np.sort(1 - part.spare[open_]))
    wanted = -worst.robust - int((part.spare > 0).sum())
    if wanted > len(prices):
        return None
    gains = arrays.covers @ open_
    found: list[Demand] = [Amount(gains, float(prices[wanted - 1]) if wanted > 0 else 0)]
    if int((prices <= most(gains[rest], left)).sum()) > wanted:
        return found
    need = -worst.suitability - part.suitability
    found.append(Amount(arrays.suitability, need))
    if most(arrays.suitability[rest], left) <= need:
        found.append(Earlier(part.members, worst.members))
    return found


def can_be_best(arrays: Arrays, part: Part, order: Places, block: range, left: int, worst: Key) -> NDArray[np.bool_]:
    """For each of `block` whether `part` with it and later ones of `order` may cover and reach as much as `worst`."""
    more = order[block.start : block.stop]
    later = order[block.start + 1 :]
    spare = np.minimum(0, part.spare + arrays.covers[more])
    lonely = part.lonely & (arrays.near[more] == 0)
    need = -spare.sum(axis=1)
    covering = np.triu((spare < 0) @ arrays.covers[later].T)
    missing = np.maximum(0, need - _most_of_each(covering, left - 1))
    # Whom no others can make up for is not among them.
    able = covering >= (need - worst.missing - _most_of_each(covering, left - 2))[:, np.newaxis]
    without = lonely.sum(axis=1) - _most_of_each(np.triu(lonely @ arrays.near[later].T) * able, left - 1)
    may: NDArray[np.bool_] = (missing < worst.missing) | ((missing <= worst.missing) & (without <= worst.without))
    return may


def _most_of_each(gains: Numbers, number: int) -> Numbers:
    """`most` for each row."""
    rest = gains.shape[1] - number
    if number == 0:
        return np.zeros(len(gains))
    if number > 1 and rest > 0:
        gains = np.partition(gains, rest, axis=1)[:, rest:]
    sums: Numbers = gains.max(axis=1, initial=0) if number == 1 else gains.sum(axis=1)
    return sums
