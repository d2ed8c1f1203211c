"""What surrounds a group, listed once for all questions about its wishes. Pure.

The problem with parts, solved without a question, is a bound for every question too: to have a wish otherwise loses at
least its reduced cost. So the sets of all other groups that lose at most `room` besides are listed once for a group,
and for each of its wishes only the group's own sets are listed anew and joined to them.
"""

import numpy as np

from annualcycle.domain.optimiser.listing import ROOM, Listed, Listing, Search
from annualcycle.domain.optimiser.model import Numbers
from annualcycle.domain.optimiser.relaxed import Bounds, Parts
from annualcycle.domain.optimiser.sets import Flags, Limit, Sets, TooMany, joined

# How many points a set may lose besides what the question itself costs; the next where the one before was too few.
_ROOMS = (4.0, 8.0, 16.0, 32.0)
# With more pairs it is quicker to solve the problem with parts for the question alone.
_PAIRS = 20_000


class Surroundings:
    """Of all groups of one problem; `parts` is its answer with parts between `bounds`."""

    def __init__(self, listing: Listing, bounds: Bounds, parts: Parts) -> None:
        self._listing, self._bounds, self._parts = listing, bounds, parts
        self._made: dict[tuple[int, float], _Around | None] = {}

    def best(self, place: int, *, inside: bool) -> Listed | None:
        """The best set by all goals with the wish at `place` in or out; None: it has to be looked for elsewhere."""
        if self._bounds.low[place] == self._bounds.high[place]:
            return None
        group = int(self._listing.groups[place])
        for room in _ROOMS:
            around = self._around(group, room)
            if around is None or place in around.outer:
                return None
            try:
                found = around.best(place, inside=inside)
            except TooMany:
                return None
            if found:
                return found
        return None

    def _around(self, group: int, room: float) -> "_Around | None":
        """None where it would be too much to list."""
        if (group, room) not in self._made:
            try:
                found = _Around(self._listing, self._bounds, self._parts, group, room)
            except TooMany:
                found = None
            self._made[group, room] = found
        return self._made[group, room]


class _Around:
    """One group among the sets that lose at most `room`. Raises TooMany.

    outer: wishes of the group that stand as they are because they count together with wishes outside it: were each of
    them open to a question, the lists of the others would have to tell far more apart.
    """

    def __init__(self, listing: Listing, bounds: Bounds, parts: Parts, group: int, room: float) -> None:
        self._group, self._parts, self._room = group, parts, room + ROOM
        core = bounds.fixed_at(parts.inside, parts.reduced > self._room)
        own, free = listing.groups == group, core.low < core.high
        outer = own & ~free & _tied(listing, free & ~own, core.low * ~own)
        self.outer = frozenset(np.flatnonzero(outer).tolist())
        inner = own & ~outer
        self._fixed = {int(place): int(core.low[place]) for place in np.flatnonzero(inner & ~free)}
        self._free = [int(place) for place in np.flatnonzero(own & free)]
        opened = Bounds(np.where(inner, 0.0, core.low), np.where(inner, 1.0, core.high))
        self._search = Search(listing, opened, parts, self._room, apart=group)
        self._others = self._listed(inner)

    def best(self, place: int, *, inside: bool) -> Listed | None:
        """The best set with the wish in or out if it loses at most `room` besides. Raises TooMany."""
        if self._others is None:
            return None
        search, value = self._search, int(inside)
        lost = self._room + float(self._parts.reduced[place] * abs(value - self._parts.inside[place]))
        free = [one for one in self._free if one != place]
        own = search.group(self._group, free, lost - search.settled, self._fixed | {place: value})
        limit = Limit(lost - search.settled, search.left, shared=search.shared.worth, pairs=_PAIRS)
        whole = joined(self._others, own, search.tied, limit)
        found = search.listed(whole) if whole.size else None
        return found if found and found.value >= self._parts.most - lost + ROOM else None

    def _listed(self, inner: Flags) -> Sets | None:
        """The sets of all other groups together; None: there is none."""
        if self._search.lists is None:
            return None
        reach = float(np.maximum(self._search.shared.each[inner], 0).sum())
        room = self._room - self._search.settled
        return self._search.together(self._search.lists, room, reach=reach, pairs=_PAIRS)


def _tied(listing: Listing, free: Flags, given: Numbers) -> Flags:
    """Wishes that count together with one of `free`; a bonus that is `given` anyhow ties nothing."""
    members = listing.members
    ties = (members @ free > 0) & ((listing.most < np.inf) | (listing.least > 0))
    bonuses = members[listing.shared]
    ties[listing.shared] = (bonuses @ free > 0) & (bonuses @ given == 0) & (listing.gains[listing.bonuses] > 0)
    found: Flags = members[ties].sum(axis=0) > 0
    return found
