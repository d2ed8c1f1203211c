"""What composing a trainer team costs: 300 candidates, 12 competences, 30 units, in shapes a municipality may have."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from random import Random
from statistics import median
from time import process_time
from typing import Any

from config.bench.outcome import Outcome
from trainers.domain.composer import compose
from trainers.domain.team_rules import Candidate, Competence, Problem, Status, Unit

SEEDS = range(5)
SECONDS = 2.0


@dataclass(frozen=True)
class Shape:
    """What is special about a municipality; `change` makes any problem like it. Without `bounded` it is only told."""

    words: str
    change: Callable[[Problem, Random], Problem]
    bounded: bool = True


def problem(seed: int, *, candidates: int = 300, competences: int = 12, units: int = 30) -> Problem:
    """An invented municipality; the same for the same seed."""
    random = Random(seed)
    keys = [f"c{number:02}" for number in range(competences)]
    places = [f"u{number:02}" for number in range(units)]
    return Problem(
        min_size=2,
        max_size=5,
        hours_needed=20,
        competences=tuple(
            Competence(key, random.choice([3, 3, 4]), random.choice([1, 1, 2]), random.random() < 0.5) for key in keys
        ),
        units=tuple(
            Unit(place, random.randint(0, 30), random.choice([None, 1, 2]), random.choice([None, 8, 15]))
            for place in places
        ),
        candidates=tuple(_candidate(f"k{number:03}", keys, places, random) for number in range(candidates)),
    )


def _candidate(name: str, competences: list[str], units: list[str], random: Random) -> Candidate:
    unit = random.choice(units)
    return Candidate(
        id=name,
        unit=unit,
        near=frozenset({unit, *random.sample(units, random.randint(0, 2))}),
        hours=random.randint(2, 8),
        levels={key: random.choices(range(6), [1, 2, 3, 3, 2, 1])[0] for key in competences},
        wishes=frozenset(key for key in competences if random.random() < 0.15),
        suitability=random.randint(20, 60),
        willing=random.random() < 0.9,
        released=random.random() < 0.9,
        close=random.random() < 0.95,
        status=Status.OPEN,
    )


def shaped(shape: Shape, seed: int, *, candidates: int = 300, competences: int = 12, units: int = 30) -> Problem:
    """An invented municipality of this shape; the same for the same seed."""
    made = problem(seed, candidates=candidates, competences=competences, units=units)
    return shape.change(made, Random(seed))


def _each(problem: Problem, change: Callable[[Candidate], dict[str, Any]]) -> Problem:
    return replace(problem, candidates=tuple(replace(one, **change(one)) for one in problem.candidates))


def _near_seven(problem: Problem, random: Random) -> Problem:
    units = [unit.id for unit in problem.units]
    return _each(problem, lambda one: {"near": frozenset({one.unit, *random.sample(units, random.randint(0, 6))})})


def _equal(problem: Problem, random: Random) -> Problem:
    return _each(_near_seven(problem, random), lambda _: {"suitability": 40})


def _kinds(problem: Problem, random: Random) -> Problem:
    """Ten of each kind, who differ in nothing but their ids."""
    kinds = _equal(problem, random).candidates[: max(1, len(problem.candidates) // 10)]
    people = tuple(replace(kinds[n % len(kinds)], id=one.id) for n, one in enumerate(problem.candidates))
    return replace(problem, candidates=people)


def _hours(problem: Problem, random: Random) -> Problem:
    return replace(_near_seven(problem, random), hours_needed=37)


def _few_units(problem: Problem, random: Random) -> Problem:
    units = tuple(replace(unit, max_members=None, max_hours=None) for unit in problem.units[:3])
    names = [unit.id for unit in units]
    return _each(
        replace(problem, units=units),
        lambda _: {"unit": random.choice(names), "near": frozenset(random.sample(names, random.randint(0, 2)))},
    )


def _critical(problem: Problem, random: Random) -> Problem:
    competences = tuple(replace(one, cover=2) for one in problem.competences)
    return _each(
        replace(_near_seven(problem, random), competences=competences),
        lambda one: {"levels": {key: 5 for key in one.levels if random.random() < 0.08}, "wishes": frozenset()},
    )


def _much_cover(problem: Problem, random: Random) -> Problem:
    competences = tuple(replace(one, cover=3) for one in problem.competences)
    return replace(_near_seven(problem, random), competences=competences)


def _larger_teams(problem: Problem, random: Random) -> Problem:
    return replace(_near_seven(problem, random), max_size=8, hours_needed=30)


NEAR_SEVEN = Shape("near up to seven units", _near_seven)
EQUAL = Shape("near up to seven units, equally suitable", _equal)
SHAPES = (
    Shape("near up to three units", lambda problem, random: problem),
    NEAR_SEVEN,
    EQUAL,
    Shape("near up to seven units, ten of each kind", _kinds),
    Shape("near up to seven units, hours scarce", _hours),
    Shape("three units", _few_units),
    Shape("near up to seven units, every member critical", _critical),
    Shape("near up to seven units, three for each competence", _much_cover),
    Shape("near up to seven units, teams of up to eight", _larger_teams, bounded=False),
)


def measure(shape: Shape) -> list[float]:
    """The seconds of processor time of each problem."""
    return [_measure(shaped(shape, seed)) for seed in SEEDS]


def outcome() -> Outcome:
    """A line for each shape; a fault when a team of a bounded shape takes longer than `SECONDS`."""
    lines = [
        "trainer team of 300 candidates, 12 competences, 30 units: three teams proved, seconds of processor time "
        f"(median of {len(SEEDS)}, at most; at most {SECONDS:.0f} s wanted)"
    ]
    faults = []
    for shape in SHAPES:
        found = measure(shape)
        lines.append(f"- {shape.words}: {median(found):.2f}, {max(found):.2f}{'' if shape.bounded else ' (no bound)'}")
        if shape.bounded and max(found) > SECONDS:
            faults.append(f"composer, {shape.words}: {max(found):.1f} s, at most {SECONDS:.0f} s")
    return Outcome("\n".join(lines), faults)


def _measure(one: Problem) -> float:
    start = process_time()
    compose(one)
    return process_time() - start
