"""Ten years of 200 units under our rule and by points alone; and whether the monitor finds a disadvantage.

Units, people, wishes and scores are invented by seeds, so every run gives the same figures.
"""

import os
from collections import defaultdict
from collections.abc import Collection, Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from random import Random
from statistics import mean

from annualcycle.equality import CHANCE, Answered, Finding, examine
from annualcycle.ledger import standings
from config.bench.outcome import Outcome
from config.bench.ten_years import Answer, Plan, Rule, Unit, our_rule, points_alone, years_of

UNITS = 200
FEWER_POINTS = 0.03
# The planted disadvantage: 0.8 of a step of 0–5 on each criterion, for every fourth person of a centre of 200.
PLANTED = Plan(teams=8, people=25, years=5, lost=0.8)
ALIKE = Plan(teams=8, people=25, years=5)
RUNS = 200
POWER, FALSE_ALARM = 0.8, 0.08
SMALLEST, DRAWS, FEW_DRAWS = 6, 999, 299
NO_WORTH = {"profession": 5, "agreement": 4, "hours": 2, "kind": 3, "age": 5}


@dataclass(frozen=True)
class TenYears:
    """A unit after ten years. `longest`: years without a grant; `spread`: share of the best team less the worst's."""

    longest: int
    nothing: int
    wished: int
    spread: float
    points: int


def ten_years(answers: Collection[Answer]) -> TenYears:
    found = standings(years_of(answers))
    by_team: dict[int, list[bool]] = defaultdict(list)
    for one in answers:
        by_team[one.person.team].append(one.granted)
    shares = [mean(granted) for granted in by_team.values()]
    return TenYears(
        longest=max(one.longest for one in found),
        nothing=found[-1].nothing,
        wished=found[-1].wished,
        spread=max(shares) - min(shares),
        points=sum(one.points for one in answers if one.granted),
    )


def both(seed: int) -> tuple[TenYears, TenYears]:
    """The unit of `seed` by points alone, and under our rule."""
    return (_under(seed, points_alone), _under(seed, our_rule))


def _under(seed: int, rule: Rule) -> TenYears:
    return ten_years(Unit(seed, Plan()).run(rule))


@dataclass(frozen=True)
class Sums:
    """What all units come to."""

    longest: float
    without: float
    spread: float
    points: int


def sums_of(units: Collection[TenYears]) -> Sums:
    return Sums(
        longest=mean(one.longest for one in units),
        without=sum(one.nothing for one in units) / sum(one.wished for one in units),
        spread=mean(one.spread for one in units),
        points=sum(one.points for one in units),
    )


@dataclass(frozen=True)
class Look:
    """What the monitor says of one centre: the planted group found to be behind, anything found at all, and anything
    found by a test that takes each wish for itself."""

    planted: bool
    anything: bool
    wish_by_wish: bool


def look(seed: int, plan: Plan) -> Look:
    """Five years of one centre, decided by points alone, and looked at."""
    answers = Unit(seed, plan).run(points_alone)
    rows, groupings = monitored(answers, seed)
    found = [one for one in examine(rows, groupings, smallest=SMALLEST, draws=DRAWS) if one.is_proved]
    naive = {"profession": groupings["profession"]}
    alone = examine(_wish_by_wish(answers), _of_wishes(answers, naive), smallest=SMALLEST, draws=FEW_DRAWS)
    return Look(
        planted=any(one.grouping == "planted" and _is_behind(one) for one in found),
        anything=bool(found),
        wish_by_wish=any(one.is_proved for one in alone),
    )


def _is_behind(one: Finding) -> bool:
    """The smaller of the two groups is named, nearly always the planted one."""
    return one.difference is not None and (one.difference < 0) == (one.group == "planted")


def monitored(answers: Collection[Answer], seed: int) -> tuple[list[Answered], dict[str, dict[int, str]]]:
    """Rows and groupings as the monitor reads them: the planted group beside five groupings by chance."""
    counts: dict[tuple[int, int, int], list[int]] = defaultdict(lambda: [0, 0])
    for one in answers:
        counts[one.person.id, one.person.team, one.year][0] += 1
        counts[one.person.id, one.person.team, one.year][1] += one.granted
    people = {one.person.id: one.person for one in answers}
    luck = Random(f"groups {seed}")
    groupings = {name: {pk: str(luck.randrange(size)) for pk in sorted(people)} for name, size in NO_WORTH.items()}
    groupings["planted"] = {pk: "planted" if one.disadvantaged else "others" for pk, one in people.items()}
    return [Answered(*key, *pair) for key, pair in counts.items()], groupings


def _wish_by_wish(answers: Iterable[Answer]) -> list[Answered]:
    """As if each wish came from a person of its own."""
    return [Answered(number, one.person.team, one.year, 1, int(one.granted)) for number, one in enumerate(answers)]


def _of_wishes(answers: Iterable[Answer], groupings: dict[str, dict[int, str]]) -> dict[str, dict[int, str]]:
    people = [one.person.id for one in answers]
    return {name: {number: group[pk] for number, pk in enumerate(people)} for name, group in groupings.items()}


def outcome() -> Outcome:
    """Both rules side by side and what the monitor finds; faults where either is not as good as said."""
    with ProcessPoolExecutor(min(2, os.cpu_count() or 1)) as workers:
        pairs = list(workers.map(both, range(UNITS), chunksize=10))
        planted = list(workers.map(look, range(RUNS), [PLANTED] * RUNS, chunksize=10))
        alike = list(workers.map(look, range(RUNS, 2 * RUNS), [ALIKE] * RUNS, chunksize=10))
    before, ours = (sums_of(units) for units in zip(*pairs, strict=True))
    return merged(compared(before, ours), found_out(planted, alike))


def merged(*parts: Outcome) -> Outcome:
    return Outcome("\n".join(part.text for part in parts), [fault for part in parts for fault in part.faults])


def compared(before: Sums, ours: Sums) -> Outcome:
    """Our rule has to be fairer in all three at (nearly) the same points."""
    text = (
        f"ten years of {UNITS} units, by points alone → our rule: longest time without a grant {before.longest:.1f} → "
        f"{ours.longest:.1f} years (mean of the units), without any grant {before.without:.1%} → {ours.without:.1%} of "
        f"those who wished, between the teams {before.spread:.1%} → {ours.spread:.1%}\n"
        f"at {ours.points / before.points:.1%} of the points; at least {1 - FEWER_POINTS:.0%} wanted"
    )
    faults = [
        f"{name}: {now:.3f}, not below {then:.3f}"
        for name, now, then in (
            ("longest time without a grant", ours.longest, before.longest),
            ("share without any grant", ours.without, before.without),
            ("spread between teams", ours.spread, before.spread),
        )
        if now >= then
    ]
    if ours.points < (1 - FEWER_POINTS) * before.points:
        faults.append(f"points: {ours.points / before.points:.1%} of those by points alone")
    return Outcome(text, faults)


def found_out(planted: Collection[Look], alike: Collection[Look]) -> Outcome:
    """How often a planted disadvantage is found, and how often something is found where nothing is."""
    power, alarm = mean(one.planted for one in planted), mean(one.anything for one in alike)
    text = (
        f"monitor: a group {PLANTED.lost} of a step of 0–5 behind is found in {power:.0%} of {len(planted)} centres "
        f"(at least {POWER:.0%} wanted); where all are alike something is found in {alarm:.1%} of {len(alike)} (meant "
        f"{CHANCE:.0%}, at most {FALSE_ALARM:.0%}); wish by wish instead of person by person: "
        f"{mean(one.wish_by_wish for one in alike):.0%}"
    )
    faults = [f"monitor: power {power:.0%}, at least {POWER:.0%}"] if power < POWER else []
    return Outcome(text, faults + ([f"monitor: false alarms {alarm:.1%}"] if alarm > FALSE_ALARM else []))
