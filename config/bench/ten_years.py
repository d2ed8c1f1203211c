"""Invented units through ten Decembers under one rule: the same people, wishes and scores whatever the rule. Pure."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field, replace
from random import Random

from annualcycle.domain.optimiser import propose
from annualcycle.domain.optimiser.comparing import by_points
from annualcycle.domain.optimiser.problem import Criterion, Group, Problem, Status, Wish
from annualcycle.ledger import YearCount, counting

FIRST_YEAR = 2027
COSTS = (110_000, 480_000, 640_000, 890_000, 1_185_000, 2_040_000)
CRITERIA = (Criterion("need", 3), Criterion("motivation", 2), Criterion("retention", 1))
ACTIVE, SECOND_WISH, GIVEN_UP = 0.85, 0.25, 0.2
# What persons and teams keep through the years, and what changes with each wish, in steps of the scale 0–5.
MERIT, LEAN, NOISE = 0.7, 0.4, 0.9
MONEY_FOR = 0.45
# The rules of the year in our rule; the criteria give at most 30 points.
HISTORY_POINTS, HISTORY_YEARS, FIRST_GRANT = 3, 4, 4

Rule = Callable[[Problem], Collection[str]]


@dataclass(frozen=True)
class Plan:
    """How large a unit is, and how many steps of the scale the group `disadvantaged` is given too few."""

    teams: int = 2
    people: int = 8
    years: int = 10
    window: int = HISTORY_YEARS
    lost: float = 0.0
    share: float = 0.25


@dataclass(frozen=True)
class Person:
    id: int
    team: int
    merit: float
    disadvantaged: bool


@dataclass
class Course:
    """Something a person wishes until it is granted."""

    id: str
    cost: int
    refused: list[int] = field(default_factory=list)


@dataclass(frozen=True)
class Answer:
    """One wish of one December. `points` are those of the criteria alone."""

    person: Person
    year: int
    cost: int
    points: int
    granted: bool


class Unit:
    """One unit on its way through the years; `seed` gives its people and their luck."""

    def __init__(self, seed: int, plan: Plan) -> None:
        self.seed, self.plan = seed, plan
        luck = Random(f"unit {seed}")
        leans = [luck.gauss(0, LEAN) for _team in range(plan.teams)]
        self.people = [
            Person(team * plan.people + number, team, leans[team] + luck.gauss(0, MERIT), luck.random() < plan.share)
            for team in range(plan.teams)
            for number in range(plan.people)
        ]
        self.open: dict[int, list[Course]] = {person.id: [] for person in self.people}

    def run(self, rule: Rule) -> list[Answer]:
        """All answers of all years, oldest first."""
        years = range(FIRST_YEAR, FIRST_YEAR + self.plan.years)
        return [answer for year in years for answer in self._december(year, rule)]

    def _december(self, year: int, rule: Rule) -> Iterator[Answer]:
        asked = [(person, course, wish) for person in self.people for course, wish in self._wishes(person, year)]
        problem = self._problem(year, [wish for _person, _course, wish in asked])
        granted = set(rule(problem))
        plain = replace(problem, history_points=0)
        for person, course, wish in asked:
            if wish.id in granted:
                self.open[person.id].remove(course)
            else:
                course.refused.append(year)
            yield Answer(person, year, wish.cost, plain.points(wish), wish.id in granted)

    def _wishes(self, person: Person, year: int) -> list[tuple[Course, Wish]]:
        """What was not granted is mostly wished again; the luck of a person and year is the same under every rule."""
        luck = Random(f"{self.seed} {person.id} {year}")
        is_active, number = luck.random() < ACTIVE, 1 + (luck.random() < SECOND_WISH)
        new = [Course(f"{person.id}-{year}-{place}", luck.choice(COSTS)) for place in range(2)]
        moods = [[luck.gauss(0, NOISE) for _criterion in CRITERIA] for _place in range(2)]
        gives_up = luck.random() < GIVEN_UP
        if not is_active:
            return []
        kept = self.open[person.id]
        if gives_up:
            del kept[:1]
        kept += new[: max(0, number - len(kept))]
        return [(course, self._wish(person, course, mood, year)) for course, mood in zip(kept, moods, strict=False)]

    def _wish(self, person: Person, course: Course, mood: list[float], year: int) -> Wish:
        level = 2.5 + person.merit - (self.plan.lost if person.disadvantaged else 0)
        scores = {one.id: max(0, min(5, round(level + more))) for one, more in zip(CRITERIA, mood, strict=True)}
        waited = counting(course.refused, (), year=year, window=self.plan.window)
        group = f"t{person.team:02}"
        return Wish(course.id, f"p{person.id}", group, course.cost, scores, frozenset(), len(waited), Status.OPEN)

    def _problem(self, year: int, wishes: list[Wish]) -> Problem:
        people = self.plan.teams * self.plan.people
        mean = sum(COSTS) / len(COSTS)
        return Problem(
            year=year,
            budget=round(MONEY_FOR * people * ACTIVE * (1 + SECOND_WISH) * mean),
            reserve=0,
            max_per_person=2,
            first_grant_bonus=0,
            coverage_bonus=0,
            history_points=0,
            criteria=CRITERIA,
            needed=frozenset(),
            groups=tuple(Group(f"t{team:02}", None, None) for team in range(self.plan.teams)),
            wishes=tuple(wishes),
        )


def points_alone(problem: Problem) -> Collection[str]:
    """From the most points down, as long as the money lasts."""
    return by_points(problem)


def our_rule(problem: Problem) -> Collection[str]:
    """The best set with weight for earlier years of a wish, and for a person's first grant of the year."""
    weighed = replace(problem, history_points=HISTORY_POINTS, first_grant_bonus=FIRST_GRANT)
    return propose(weighed, explain=()).granted


def years_of(answers: Collection[Answer]) -> list[list[YearCount]]:
    """Each person's years as the ledger counts them."""
    years = sorted({answer.year for answer in answers})
    counts: dict[int, dict[int, list[int]]] = {}
    for answer in answers:
        counts.setdefault(answer.person.id, {year: [0, 0] for year in years})[answer.year][not answer.granted] += 1
    return [[YearCount(year, *pair) for year, pair in found.items()] for _person, found in sorted(counts.items())]
