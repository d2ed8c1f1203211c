"""Whether the intervals of the year in advance hold what they promise, on years made with known parameters."""

from collections import defaultdict
from math import exp, log
from random import Random
from time import process_time

from annualcycle.domain.forecast import (
    HIGH,
    LOW,
    Given,
    Past,
    Want,
    Year,
    forecast,
    mean_cost,
    measured,
    simulated,
    spread,
)
from config.bench.outcome import Outcome

CENTRES = 600
LEAST, MOST = 0.85, 0.95
SECONDS = 2.0
PRICE, PRICE_SPREAD = 3.0, 2.0
YEARS = 5


# Counted in øre or points, so that an interval can end anywhere; the rest are few and whole.
FINE = frozenset({"urgent_cost", "needed", "points", "less_points", "lost_points"})


def coverage(centres: int, *, seed: int, draws: int) -> dict[str, float]:
    """The share of invented centres whose next year lay inside each 90 % interval that their history foretold.

    A number of few whole steps lies inside more often, because an interval takes its last step in whole. Of these it
    is counted how much of the step lies between 5 and 95 per cent of the simulated years.
    """
    inside: dict[str, float] = defaultdict(float)
    for number in range(centres):
        given, came = centre(Random(f"{seed}/{number}"), draws=draws)
        foretold = [measured(year, given) for year in simulated(given)]
        for key, value in measured(came, given).items():
            numbers = [one[key] for one in foretold]
            found = spread(numbers)
            inside[key] += found.low <= value <= found.high if key in FINE else _part_inside(value, numbers)
    return {key: found / centres for key, found in inside.items()}


def _part_inside(value: int, numbers: list[int]) -> float:
    """How much of the step `value` of `numbers` lies between the limits; a value never seen is outside."""
    below = sum(one < value for one in numbers) / len(numbers)
    upto = sum(one <= value for one in numbers) / len(numbers)
    return max(0.0, min(upto, HIGH) - max(below, LOW)) / (upto - below) if upto > below else 0.0


def centre(random: Random, *, draws: int, wishing: float = 45, urgent: float = 14) -> tuple[Given, Year]:
    """What five years tell of a centre whose true parameters are these, and the year that then came."""
    rates = (wishing * random.uniform(0.7, 1.4), urgent * random.uniform(0.7, 1.4))
    prices = [1.0]
    for _year in range(YEARS):
        prices.append(prices[-1] * exp(random.gauss(log(1 + PRICE / 100), PRICE_SPREAD / 100)))
    years = [_year_of(rates, price, random) for price in prices]
    past = tuple(Past(2020 + n, one.urgent, tuple(one.people)) for n, one in enumerate(years[:-1]))
    needs, people = (sum(len(getattr(one, name)) for one in past) / YEARS for name in ("urgent", "people"))
    wished = sum(want.cost for one in past for person in one.people for want in person) // YEARS
    given = Given(
        year=2020 + YEARS, budget=wished * 2 // 3, reserve=wished // 6, placed=0, less=10, met=90,
        price=PRICE, price_spread=PRICE_SPREAD, price_before=PRICE,
        urgent=needs, urgent_cost=mean_cost(past, 2020 + YEARS, PRICE) or 0, people=people,
        turnover=10, turnover_before=10, newcomers=30, max_per_person=2, past=past, seed=7, draws=draws,
    )  # fmt: skip
    return given, years[-1]


def _year_of(rates: tuple[float, float], price: float, random: Random) -> Year:
    wishing, urgent = (_poisson(rate, random) for rate in rates)
    people = tuple(
        tuple(
            Want(_cost(price, random), random.randint(6, 30), (f"n{int(30 * random.random() ** 2)}",))
            for _wish in range(random.choice([1, 1, 2, 3]))
        )
        for _person in range(wishing)
    )
    return Year(tuple(_cost(price, random) for _need in range(urgent)), people)


def _cost(price: float, random: Random) -> int:
    """Around 6.000 kr., in whole hundreds of kroner."""
    return round(price * exp(random.gauss(log(600_000), 0.6)) / 10_000) * 10_000


def _poisson(rate: float, random: Random) -> int:
    number, reached = -1, 0.0
    while reached <= rate:
        number, reached = number + 1, reached + random.expovariate(1)
    return number


def outcome() -> Outcome:
    """Coverage of every interval, and the seconds of one run for a centre with 400 wishes a year."""
    found = coverage(CENTRES, seed=1, draws=200)
    given, _came = centre(Random(3), draws=400, wishing=230, urgent=40)
    start = process_time()
    forecast(given)
    seconds = process_time() - start
    shares = ", ".join(f"{key} {share:.1%}" for key, share in found.items())
    text = f"90 % intervals of {CENTRES} invented centres cover: {shares}; one run with 400 wishes: {seconds:.2f} s"
    faults = [f"{key}: {share:.1%} inside" for key, share in found.items() if not LEAST <= share <= MOST]
    return Outcome(text, [*faults, *([f"one run took {seconds:.2f} s"] if seconds > SECONDS else [])])
