"""Inequalities that every set of wishes keeps and parts of wishes may break: they bring the bound close to the best.

Each follows from one amount (Σ cost ≤ limit) and max_per_person alone, so it holds whatever is forced in or out.
Two kinds: covers, lifted (Balas 1975; Gu, Nemhauser and Savelsbergh 2000), and mixed-integer rounding with wishes that
are more than half in turned round (Marchand and Wolsey 2001). Pure.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from math import floor, inf
from typing import Any

import numpy as np

from annualcycle.domain.optimiser.model import Model, Numbers, Row
from annualcycle.domain.optimiser.problem import RuleKind

AMOUNTS = (RuleKind.BUDGET, RuleKind.MAX_AMOUNT)
_LEAST_DEPTH = 0.005
_MOST_DIVISORS = 60
# Inequalities are given this much room, far more than the rounding errors in them.
_ROOM = 1e-6
_WHOLE = 1e-6


@dataclass(frozen=True)
class Amount:
    """Σ factor × column ≤ limit in whole numbers; at most `cap` of the places in each of `persons` can be in."""

    columns: list[int]
    factors: Numbers
    limit: int
    persons: list[list[int]]
    cap: int

    def broken_by(self, values: Numbers) -> Iterator[Row]:
        """Inequalities that follow from this amount and that `values` break."""
        parts = values[self.columns]
        if not np.any(_is_broken(parts)):
            return
        for factors, high in (_rounding(self, parts), _cover(self, parts)):
            if factors @ parts - high > _LEAST_DEPTH * np.sqrt(factors @ factors):
                used = np.flatnonzero(factors)
                yield Row([self.columns[place] for place in used], factors[used], -inf, high + _ROOM)


def amounts_of(model: Model) -> list[Amount]:
    """What the wishes may cost together, and those of each group."""
    return [_amount(model, row) for row in model.rows if row.rule is not None and row.rule.kind in AMOUNTS]


def _amount(model: Model, row: Row) -> Amount:
    persons: dict[str, list[int]] = defaultdict(list)
    for place, column in enumerate(row.columns):
        persons[model.wishes[column].person].append(place)
    cap = model.problem.max_per_person
    crowded = [] if cap is None else [places for places in persons.values() if len(places) > cap]
    return Amount(row.columns, row.factors, floor(row.high), crowded, cap or 0)


def _is_broken(parts: Numbers) -> "np.ndarray[Any, np.dtype[np.bool_]]":
    return (parts > _WHOLE) & (parts < 1 - _WHOLE)


def _rounding(amount: Amount, parts: Numbers) -> tuple[Numbers, float]:
    """The deepest rounding of the amount divided by one of its own factors.

    A wish that is more than half in counts as one that may be left out, and of a person with as many as can be in, any
    other counts as an exchange: so both begin at 0.
    """
    base = np.where(parts > 0.5, amount.factors, 0.0)
    turned = base.copy()
    for places in amount.persons:
        if parts[places].sum() > amount.cap - _WHOLE:
            base[places] = amount.factors[places[int(np.argmax(parts[places]))]]
            turned[places] = 0
            turned[places[: amount.cap]] = base[places[0]]
    divisors = _divisors(amount, parts)
    whole, rest = np.divmod((amount.limit - turned.sum()) / divisors, 1)
    usable = (rest > 0.01) & (rest < 0.99)
    if not usable.any():
        return np.zeros(len(parts)), 0.0
    divisors, whole, rest = divisors[usable, None], whole[usable], rest[usable, None]
    factors = _rounded((amount.factors - base) / divisors, rest) - _rounded(-base / divisors, rest)
    high = whole - _rounded(-turned / divisors, rest).sum(axis=1)
    deepest = int(np.argmax((factors @ parts - high) / np.sqrt((factors**2).sum(axis=1) + _WHOLE)))
    return factors[deepest], float(high[deepest])


def _divisors(amount: Amount, parts: Numbers) -> Numbers:
    some = np.unique(amount.factors[_is_broken(parts)])
    found = np.concatenate([some, np.unique(amount.factors)])
    return found[found > 0][:_MOST_DIVISORS]


def _rounded(factors: Numbers, rest: Numbers) -> Numbers:
    down = np.floor(factors)
    rounded: Numbers = down + np.maximum(0, factors - down - rest) / (1 - rest)
    return rounded


def _cover(amount: Amount, parts: Numbers) -> tuple[Numbers, float]:
    """Wishes that are too much together cannot all be in; the others count for as many of them as they displace."""
    order = np.lexsort((-amount.factors, -parts))
    size = int(np.searchsorted(np.cumsum(amount.factors[order]), amount.limit, side="right")) + 1
    if size > len(order):
        return np.zeros(len(parts)), 0.0
    cover = _minimal(amount, order[:size])
    amounts = np.sort(amount.factors[cover])[::-1]
    factors = _lifted(amount.factors, amounts, amounts.sum() - amount.limit)
    factors[cover] = 1.0
    return factors, len(cover) - 1.0


def _minimal(amount: Amount, cover: "np.ndarray[tuple[int], np.dtype[np.int64]]") -> list[int]:
    """Without those that can be spared, the least certain ones first."""
    kept = [int(place) for place in cover]
    spare = amount.factors[kept].sum() - amount.limit
    for place in kept[::-1]:
        if amount.factors[place] < spare:
            kept.remove(place)
            spare -= amount.factors[place]
    return kept


def _lifted(factors: Numbers, amounts: Numbers, excess: float) -> Numbers:
    """For each factor how many of the cover's `amounts`, largest first, it displaces: superadditive, so all at once."""
    sums = np.concatenate([[0.0], np.cumsum(amounts)])
    starts, slopes = sums[1:-1] - excess, np.maximum(0, amounts - (amounts[0] - excess))
    counts = np.searchsorted(starts, factors, side="left")
    if len(starts) == 0:
        return np.zeros(len(factors))
    steps = np.maximum(counts, 1)
    short = np.maximum(0, starts[steps - 1] + slopes[steps] - factors)
    rising = short / max(float(slopes[1]), _WHOLE)
    found: Numbers = np.where((counts > 0) & (factors <= sums[-1] - excess), counts - rising, 0.0)
    return found
