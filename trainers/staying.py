"""Who stays: cohorts that are disjoint, large enough and never counted again. Pure: no Django (source: T28).

A cohort is everybody who became a trainer in a run of whole years, and the colleagues beside them. It closes when both
groups are large enough, and its years then belong to no other cohort: each person is counted in one circle only, so
that no difference between two circles, or between two years' figures, tells of fewer persons than a circle holds.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

HORIZONS = (1, 2, 3)


@dataclass(frozen=True)
class Member:
    """One person, a trainer or a colleague beside one, from the day the two are compared from."""

    person: int
    since: date
    is_trainer: bool


@dataclass(frozen=True)
class Circle:
    """How many they were, and how many were still employed after 1, 2 and 3 years; None: not so long ago yet."""

    people: int
    stayed: tuple[int | None, ...]

    def share(self, years: int) -> int | None:
        """In whole per cent."""
        stayed = self.stayed[years - 1]
        return None if stayed is None else round(100 * stayed / self.people)


@dataclass(frozen=True)
class Cohort:
    first: int
    last: int
    trainers: Circle
    colleagues: Circle


IsEmployed = Callable[[int, date], bool]


def cohorts_of(
    members: Sequence[Member], is_employed: IsEmployed, *, year: int, smallest: int, before: Sequence[Cohort] = ()
) -> list[Cohort]:
    """The cohorts to show in `year` (counted on its first day); those of `before` keep what they say.

    `smallest` is the fewest persons in a circle. Years after the last closed cohort wait until they are enough.
    """
    found = [_further(one, members, is_employed, year) for one in before]
    years = sorted({member.since.year for member in members})
    first = before[-1].last + 1 if before else (years[0] if years else year)
    for last in range(first, year - 1):
        among = [one for one in members if first <= one.since.year <= last]
        trainers = sum(one.is_trainer for one in among)
        if trainers >= smallest and len(among) - trainers >= smallest:
            found.append(_cohort(first, last, among, is_employed, year))
            first = last + 1
    return found


def _cohort(first: int, last: int, among: Sequence[Member], is_employed: IsEmployed, year: int) -> Cohort:
    circles = [
        _circle([one for one in among if one.is_trainer == wanted], is_employed, last, year) for wanted in (True, False)
    ]
    return Cohort(first, last, *circles)


def _circle(among: Sequence[Member], is_employed: IsEmployed, last: int, year: int) -> Circle:
    return Circle(len(among), tuple(_stayed(among, is_employed, years, last, year) for years in HORIZONS))


def _stayed(among: Sequence[Member], is_employed: IsEmployed, years: int, last: int, year: int) -> int | None:
    """None before everybody of the cohort has had that long."""
    if last + years > year - 1:
        return None
    return sum(is_employed(one.person, years_after(one.since, years)) for one in among)


def _further(cohort: Cohort, members: Sequence[Member], is_employed: IsEmployed, year: int) -> Cohort:
    """What was counted stays; what has come within reach is added where the whole circle is still known."""
    among = [one for one in members if cohort.first <= one.since.year <= cohort.last]
    now = _cohort(cohort.first, cohort.last, among, is_employed, year)
    return Cohort(
        cohort.first, cohort.last, _add(cohort.trainers, now.trainers), _add(cohort.colleagues, now.colleagues)
    )


def _add(then: Circle, now: Circle) -> Circle:
    if now.people != then.people:
        return then
    return Circle(
        then.people, tuple(new if old is None else old for old, new in zip(then.stayed, now.stayed, strict=True))
    )


def years_after(day: date, years: int) -> date:
    """The same day `years` later; 28 February for the 29th."""
    is_leap_day = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year + years, day=28 if is_leap_day else day.day)


def as_json(cohorts: Sequence[Cohort]) -> list[dict[str, Any]]:
    return [asdict(one) for one in cohorts]


def from_json(stored: Sequence[Mapping[str, Any]]) -> list[Cohort]:
    return [
        Cohort(row["first"], row["last"], *(_circle_of(row[name]) for name in ("trainers", "colleagues")))
        for row in stored
    ]


def _circle_of(row: Mapping[str, Any]) -> Circle:
    return Circle(row["people"], tuple(row["stayed"]))
