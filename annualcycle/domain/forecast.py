"""A year simulated before it comes: how large a reserve urgent needs ask for, and what less money costs. Pure.

Each simulated year draws its urgent needs and the people who wish from the centre's own years, lifted to the prices
of the coming one. How many there will be, and what they cost, is not known from a few years: each year is drawn with
a rate of its own (gamma) and from an urn that fills with what was drawn (Pólya), so that the intervals hold that doubt.

The simulated December takes the most points per krone first. That is quick, and a little worse than the proposal.
"""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from math import ceil, exp, log
from random import Random
from typing import Any, NamedTuple, TypeVar

DRAWS = 400
# Nobody foretells øre.
KRONE = 100
LOW, HIGH = 0.05, 0.95
# How amounts lie around their mean where there is no history to say so.
_TYPICAL = (0.4, 0.6, 0.8, 1.0, 1.2, 2.0)
# Wishes so many places up or down cost about as much.
_NEAR = 10
# Steps of the picture of the reserve, about so many.
_STEPS = 24
T = TypeVar("T")


class Want(NamedTuple):
    """A wish without its wisher: øre, points, and the needs it meets."""

    cost: int
    points: int
    needs: tuple[str, ...] = ()


Person = tuple[Want, ...]


@dataclass(frozen=True)
class Past:
    """An earlier year: what each urgent need cost, in the order they came, and what each person wished."""

    year: int
    urgent: tuple[int, ...]
    people: tuple[Person, ...]


@dataclass(frozen=True)
class Given:
    """What is assumed. Money is øre; `price` to `newcomers` and `less`, `met` are per cent.

    `placed` is spent before the competition; `urgent` and `people` are means of a year, `urgent_cost` is of the last
    year's prices. `newcomers` is the part of the urgent needs that people bring who replace somebody.
    """

    year: int
    budget: int
    reserve: int
    placed: int
    less: int
    met: int
    price: float
    price_spread: float
    price_before: float
    urgent: float
    urgent_cost: int
    people: float
    turnover: float
    turnover_before: float
    newcomers: float
    max_per_person: int | None
    past: tuple[Past, ...]
    seed: int
    draws: int = DRAWS

    @property
    def frame(self) -> int:
        """What December can spend."""
        return max(0, self.budget - self.reserve - self.placed)

    @property
    def less_frame(self) -> int:
        """What December can spend when the budget is cut and the reserve kept."""
        return max(0, self.budget * (100 - self.less) // 100 - self.reserve - self.placed)


@dataclass(frozen=True)
class Year:
    """A year as it may come, or as it came: the costs of urgent needs in their order, and the people who wish.

    What the wishes cost is to be multiplied by `price`.
    """

    urgent: tuple[int, ...]
    people: Sequence[Person]
    price: float = 1.0


@dataclass(frozen=True)
class Spread:
    """Of all simulated years 90 % lie from `low` to `high`, both inclusive; `mid` is the median."""

    low: int
    mid: int
    high: int


@dataclass(frozen=True)
class Step:
    """What a reserve would do: the share of needs it meets over all years, and in single years (per cent)."""

    reserve: int
    met: int
    low: int
    high: int


@dataclass(frozen=True)
class Forecast:
    """The answer. `reserve` meets the share that is asked for; None where no step of the picture does.

    `spreads` goes by the keys of `measured`; without people who wish only those of urgent needs are there.
    """

    reserve: int | None
    steps: tuple[Step, ...]
    now: Step
    spreads: Mapping[str, Spread]


def forecast(given: Given) -> Forecast:
    """Simulate `given.draws` years; the same for the same `given`."""
    years = simulated(given)
    found = [measured(year, given) for year in years]
    costs = [year.urgent for year in years]
    steps = tuple(step(costs, reserve) for reserve in _reserves(costs))
    return Forecast(
        reserve=next((one.reserve for one in steps if one.met >= given.met), None),
        steps=steps,
        now=step(costs, given.reserve),
        spreads={key: spread([one[key] for one in found]) for key in found[0]},
    )


def measured(year: Year, given: Given) -> dict[str, int]:
    """What is foretold of a year, of one that came as of a simulated one.

    `urgent`: needs; `urgent_cost`: øre; `needed`: the reserve that meets the wanted share of them as they come;
    `points`, `persons`, `wishes`, `needs` of December with all the money, `less_…` with less, `lost_…` between them.
    """
    first = ceil(len(year.urgent) * given.met / 100)
    found = {"urgent": len(year.urgent), "urgent_cost": sum(year.urgent), "needed": sum(year.urgent[:first])}
    if not any(year.people) and not given.people:
        return found
    ladder = _ladder(year.people)
    full = _december(ladder, given.frame / year.price, given.max_per_person)
    less = _december(ladder, given.less_frame / year.price, given.max_per_person)
    found |= full | {f"less_{key}": number for key, number in less.items()}
    return found | {f"lost_{key}": full[key] - less[key] for key in full}


def step(years: Sequence[Sequence[int]], reserve: int) -> Step:
    """What `reserve` meets of the needs of `years`; a need that does not fit leaves the money to the next one."""
    met = [_served(costs, reserve) for costs in years]
    shares = [100 * part // len(costs) if costs else 100 for part, costs in zip(met, years, strict=True)]
    needs = sum(len(costs) for costs in years)
    found = spread(shares)
    return Step(reserve, 100 * sum(met) // needs if needs else 100, found.low, found.high)


def _served(costs: Sequence[int], reserve: int) -> int:
    met = 0
    for cost in costs:
        if cost <= reserve:
            reserve -= cost
            met += 1
    return met


def spread(numbers: Sequence[int]) -> Spread:
    """Median and 90 % interval of what was simulated."""
    ranked = sorted(numbers)
    last = len(ranked) - 1
    return Spread(ranked[int(LOW * last)], ranked[last // 2], ranked[ceil(HIGH * last)])


def _reserves(years: Sequence[Sequence[int]]) -> list[int]:
    """Round amounts from 0 to what nearly every year would need."""
    most = max(1, spread([sum(costs) for costs in years]).high)
    size = next(n * 10**power for power in range(4, 15) for n in (1, 2, 5) if n * 10**power * _STEPS >= most)
    return [size * number for number in range(ceil(most / size) + 1)]


def simulated(given: Given) -> list[Year]:
    """Years drawn from `given`: needs and wishes each from a stream of their own, so that neither moves the other."""
    needs, wishes = Random(f"{given.seed}/urgent"), Random(f"{given.seed}/wishes")
    prices = [_price(given, Random(f"{given.seed}/price/{number}")) for number in range(given.draws)]
    amounts, urn = _amounts(given), Urn.of(_people(given))
    return [Year(_urgent(given, amounts, price, needs), _wishing(given, urn, wishes), price) for price in prices]


def _price(given: Given, random: Random) -> float:
    """What the coming year's prices are of the last one's."""
    return exp(random.gauss(log(1 + given.price / 100), given.price_spread / 100))


def _lift(given: Given, past: Past) -> float:
    """From the prices of `past` to those of the year before the coming one."""
    return float((1 + given.price_before / 100) ** max(0, given.year - 1 - past.year))


def mean_cost(past: Sequence[Past], year: int, price_before: float) -> int | None:
    """What an urgent need has cost, in the prices of the year before `year`; None where there was none."""
    lifted = [cost * (1 + price_before / 100) ** max(0, year - 1 - one.year) for one in past for cost in one.urgent]
    return KRONE * round(sum(lifted) / len(lifted) / KRONE) if lifted else None


def _amounts(given: Given) -> list[float]:
    """What urgent needs cost in the last year's prices, scaled so that their mean is the assumed one."""
    seen = [cost * _lift(given, past) for past in given.past for cost in past.urgent]
    mean = sum(seen) / len(seen) if seen else 0
    shape = [one / mean for one in seen] if mean else list(_TYPICAL)
    return [one * given.urgent_cost for one in shape]


def _urgent(given: Given, amounts: list[float], price: float, random: Random) -> tuple[int, ...]:
    leaving = given.turnover / given.turnover_before if given.turnover_before else 1
    mean = given.urgent * max(0.0, 1 + given.newcomers / 100 * (leaving - 1))
    number = _count(mean, sum(len(past.urgent) for past in given.past) or mean, random)
    return tuple(KRONE * round(one * price / KRONE) for one in _chosen(amounts, number, random))


def _people(given: Given) -> list[Person]:
    """Everybody who wished, in the last year's prices."""
    found = []
    for past in given.past:
        lift = _lift(given, past)
        found += [tuple(w._replace(cost=round(w.cost * lift)) for w in one) for one in past.people]
    return found


@dataclass(frozen=True)
class Urn:
    """Whom a year is drawn from, and over all their wishes the needs, the points from the cheapest wish up, and where
    among those a wish of such a cost and such points stands."""

    people: list[Person]
    needs: list[tuple[str, ...]]
    points: list[int]
    place: dict[tuple[int, int], int]

    @classmethod
    def of(cls, people: list[Person]) -> "Urn":
        wants = [want for one in people for want in one]
        ladder = sorted((want.cost, want.points) for want in wants)
        place = {pair: number for number, pair in reversed(list(enumerate(ladder)))}
        return cls(people, [want.needs for want in wants], [points for _cost, points in ladder], place)


def _wishing(given: Given, urn: Urn, random: Random) -> list[Person]:
    """People with their wishes. What each wish is about, and what it is worth among those that cost about as much, is
    drawn anew: one drawn twice is not twice the same need, and does not stand twice at the edge of the money."""
    if not urn.people:
        return []

    def anew(want: Want) -> Want:
        place = urn.place[want.cost, want.points] + random.randint(-_NEAR, _NEAR)
        return Want(want.cost, urn.points[min(max(place, 0), len(urn.points) - 1)], random.choice(urn.needs))

    chosen = _chosen(urn.people, _count(given.people, len(urn.people), random), random)
    return [tuple(anew(want) for want in one) for one in chosen]


def _count(mean: float, seen: float, random: Random) -> int:
    """How many in a year, when `mean` is known from `seen` of them: Poisson with a rate that is in doubt."""
    shape = seen + 0.5
    rate = mean * random.gammavariate(shape, 1 / shape)
    number, reached = -1, 0.0
    while reached <= rate:
        number, reached = number + 1, reached + random.expovariate(1)
    return number


def _chosen(among: list[T], number: int, random: Random) -> list[T]:
    """`number` of them from an urn: what was drawn lies in it twice, for their weights are in doubt as well."""
    found: list[T] = []
    for drawn in range(number):
        place = int(random.random() * (len(among) + drawn))
        found.append(among[place] if place < len(among) else found[place - len(among)])
    return found


def _ladder(people: Sequence[Person]) -> list[tuple[float, int, Want]]:
    """All wishes with whose they are, most points per krone first."""
    rows = [(-one.points / (one.cost or 0.5), number, one) for number, wishes in enumerate(people) for one in wishes]
    return sorted(rows)


def _december(ladder: list[tuple[float, int, Want]], money: float, most: int | None) -> dict[str, int]:
    """What is granted of `ladder` for `money`, at most `most` to one person."""
    grants: Counter[int] = Counter()
    covered: set[str] = set()
    points = 0
    for _worth, person, want in ladder:
        if want.cost <= money and (most is None or grants[person] < most):
            money -= want.cost
            grants[person] += 1
            points += want.points
            covered.update(want.needs)
    return {"points": points, "persons": len(grants), "wishes": grants.total(), "needs": len(covered)}


def as_json(one: Given | Forecast) -> dict[str, Any]:
    """For keeping."""
    kept: dict[str, Any] = json.loads(json.dumps(asdict(one)))
    return kept


def given_from(kept: Mapping[str, Any]) -> Given:
    """Back from `as_json`."""
    past = tuple(
        Past(one["year"], tuple(one["urgent"]), tuple(tuple(_want(w) for w in person) for person in one["people"]))
        for one in kept["past"]
    )
    return Given(**{**kept, "past": past})


def _want(kept: Sequence[Any]) -> Want:
    cost, points, needs = kept
    return Want(cost, points, tuple(needs))


def forecast_from(kept: Mapping[str, Any]) -> Forecast:
    """Back from `as_json`."""
    return Forecast(
        reserve=kept["reserve"],
        steps=tuple(Step(**one) for one in kept["steps"]),
        now=Step(**kept["now"]),
        spreads={key: Spread(**one) for key, one in kept["spreads"].items()},
    )
