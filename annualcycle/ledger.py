"""The arithmetic of fairness across the years (sources: S62–S65). Pure: no Django.

Nothing here orders people. What earlier years give is a weight on the same wish for a published number of years; it is
no place in a queue.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist

import numpy as np

SEED = 20_260_102
DRAWS = 2_000
_Z = NormalDist().inv_cdf(0.975)


@dataclass(frozen=True)
class YearCount:
    """One year of a person or team; None is hidden."""

    year: int
    granted: int | None
    not_met: int | None

    @property
    def wished(self) -> bool:
        return bool(self.granted or self.not_met)


@dataclass(frozen=True)
class Without:
    """No grant since `since`, the first year after the last grant in which a relevant wish was not met."""

    since: int
    years: int


def without(years: Sequence[YearCount]) -> Without | None:
    """What `years` (oldest first) say of a person; None for who got something last, or never wished."""
    granted = [one.year for one in years if one.granted]
    refused = [one.year for one in years if one.not_met and one.year > max(granted, default=0)]
    return Without(refused[0], years[-1].year - refused[0] + 1) if refused else None


@dataclass(frozen=True)
class Standing:
    """The end of a year: the longest time without a grant, and of those who wished so far how many got nothing."""

    year: int
    longest: int
    nothing: int
    wished: int

    @property
    def share(self) -> int:
        """Without any grant, in whole per cent of those who wished."""
        return round(100 * self.nothing / self.wished) if self.wished else 0


def standings(people: Collection[Sequence[YearCount]]) -> list[Standing]:
    """A standing for each year, oldest first, from the years until then; every person has the same years."""
    number = max((len(years) for years in people), default=0)
    return [_standing([years[: last + 1] for years in people]) for last in range(number)]


def _standing(people: Sequence[Sequence[YearCount]]) -> Standing:
    wished = [years for years in people if any(one.wished for one in years)]
    found = [one.years for one in map(without, wished) if one]
    nothing = sum(not any(one.granted for one in years) for years in wished)
    return Standing(people[0][-1].year, max(found, default=0), nothing, len(wished))


@dataclass(frozen=True)
class Protected:
    """A standing that tells of nobody: so many years without at least the smallest group has been; tenths, rounded.

    None is hidden.
    """

    year: int
    longest: int | None
    tenths: int | None


def protected(people: Collection[Sequence[YearCount]], smallest: int) -> list[Protected]:
    """As `standings`, without any number of persons: so nothing can be worked out from two of them."""
    found = standings(people)
    return [_protected(one, [years[: place + 1] for years in people], smallest) for place, one in enumerate(found)]


def _protected(standing: Standing, people: Sequence[Sequence[YearCount]], smallest: int) -> Protected:
    waits = sorted((one.years for one in map(without, people) if one), reverse=True)
    longest = waits[smallest - 1] if len(waits) >= smallest else None
    enough = min(standing.nothing, standing.wished - standing.nothing) >= smallest
    return Protected(standing.year, longest, round(10 * standing.nothing / standing.wished) if enough else None)


@dataclass(frozen=True)
class Interval:
    """A number with the range that holds the true one in 95 of 100 cases."""

    value: float
    low: float
    high: float


def share(part: int, whole: int) -> Interval:
    """Per cent with Wilson's interval, which stays within 0–100 and holds for small numbers too."""
    if not whole:
        return Interval(0, 0, 100)
    rate, squared = part / whole, _Z**2
    middle = (rate + squared / (2 * whole)) / (1 + squared / whole)
    reach = _Z / (1 + squared / whole) * sqrt(rate * (1 - rate) / whole + squared / (4 * whole**2))
    return Interval(100 * rate, 100 * max(0.0, middle - reach), 100 * min(1.0, middle + reach))


def per_head(heads: Sequence[tuple[int, int]]) -> Interval:
    """Øre for each person and year, of (øre, years employed) of all heads; persons drawn anew give the interval."""
    years = sum(count for _amount, count in heads)
    if not years:
        return Interval(0, 0, 0)
    table = np.array(sorted(heads), dtype=np.float64)
    drawn = np.random.default_rng(SEED).integers(0, len(table), (DRAWS, len(table)))
    amounts, lengths = table[:, 0][drawn].sum(axis=1), table[:, 1][drawn].sum(axis=1)
    low, high = np.quantile(amounts / np.maximum(lengths, 1), [0.025, 0.975])
    return Interval(sum(amount for amount, _count in heads) / years, float(low), float(high))


def counting(refused: Iterable[int], granted: Iterable[int], *, year: int, window: int) -> list[int]:
    """The years of a wish that count in `year`: not met, within `window` years before, and not granted since.

    The published rule (source: S63): each of them gives the points of the year, then it falls away.
    """
    last = max((one for one in granted if one < year), default=0)
    return sorted(one for one in set(refused) if max(last, year - window - 1) < one < year)


@dataclass(frozen=True)
class Weight:
    """What earlier years give one wish when it is made again in `year`, if nothing more happens to it."""

    year: int
    points: int


def weights(refused: Collection[int], granted: Collection[int], *, year: int, window: int, points: int) -> list[Weight]:
    """From `year` on until nothing is left, the first year of 0 included; empty where nothing counts in `year`."""
    found: list[Weight] = []
    while not found or found[-1].points:
        count = len(counting(refused, granted, year=year + len(found), window=window))
        found.append(Weight(year + len(found), count * points))
    return found if found[0].points else []
