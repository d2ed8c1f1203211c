"""What composing a trainer team costs: 300 candidates, 12 competences, 30 units, and what the bare HiGHS calls cost."""

from dataclasses import dataclass
from random import Random
from statistics import median
from time import process_time

from config.bench.outcome import Outcome
from trainers.domain.composer import compose
from trainers.domain.team_rules import Candidate, Competence, Problem, Status, Unit
from trainers.domain.team_solver import Solver, Term

SEEDS = range(5)
SECONDS = 2.0


@dataclass(frozen=True)
class Figures:
    """Seconds of processor time of one problem, and of the calls to HiGHS within."""

    seconds: float
    bare: float


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


def measure() -> list[Figures]:
    """The figures of each problem."""
    return [_measure(problem(seed)) for seed in SEEDS]


def outcome() -> Outcome:
    """Two lines; a fault when the slowest team takes longer than `SECONDS`."""
    found = measure()
    worst, middle = max(one.seconds for one in found), median(one.seconds for one in found)
    ratio = median(one.seconds / one.bare for one in found)
    text = (
        f"trainer team of 300 candidates, 12 competences, 30 units: three teams proved in {middle:.2f} s "
        f"of processor time (median of {len(found)}), at most {worst:.2f} s; at most {SECONDS:.0f} s wanted\n"
        f"that is {ratio:.2f} × the bare HiGHS calls"
    )
    return Outcome(text, [] if worst <= SECONDS else [f"composer: {worst:.1f} s, at most {SECONDS:.0f} s"])


class _Timed(Solver):
    """Counts the seconds spent in HiGHS itself."""

    spent = 0.0

    def minimise(self, terms: list[Term]) -> list[int]:
        start = process_time()
        try:
            return super().minimise(terms)
        finally:
            _Timed.spent += process_time() - start


def _measure(one: Problem) -> Figures:
    _Timed.spent = 0.0
    start = process_time()
    compose(one, solver=_Timed)
    return Figures(process_time() - start, _Timed.spent)
