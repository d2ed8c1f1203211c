"""Which row of the staff file is which employment. Pure."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from competence.models import Employment


class Facts(NamedTuple):
    """An employment as the file tells it; `unit` is an id. In a row, None stands for a column the file lacks."""

    unit: int
    job_title: str | None
    profession: str | None
    agreement: str | None
    kind: str | None
    weekly_hours: Decimal | None
    starts_on: date
    ends_on: date | None
    seniority_on: date | None


@dataclass(frozen=True, slots=True)
class Person:
    """An employee in the database."""

    pk: int
    first_name: str
    last_name: str
    email: str | None


@dataclass(frozen=True, slots=True)
class Post:
    """An employment in the database."""

    pk: int
    facts: Facts


class Row(NamedTuple):
    """A row of the file; `email` None: not told; `state` and `trusts` None: the file has no such column.

    `birth_year` None: not told, or no such column.
    """

    place: int
    line: int
    number: str
    first_name: str
    last_name: str
    email: str | None
    facts: Facts
    state: str | None
    trusts: tuple[str, ...] | None
    birth_year: int | None = None

    @property
    def name(self) -> str:
        return f"{self.number} {self.first_name} {self.last_name}"


@dataclass(frozen=True)
class Matched:
    """Rows with the employment each stands for (None: a new one), and employments that no row stands for."""

    pairs: list[tuple[Row, Post | None]]
    left: list[tuple[str, Post]]

    def missing(self, on: date) -> list[tuple[str, Post]]:
        """Employments valid on `on` that the file does not name."""
        return [(number, post) for number, post in self.left if holds(post.facts, on)]


def holds(facts: Facts, on: date) -> bool:
    return facts.starts_on <= on and (facts.ends_on is None or facts.ends_on >= on)


def _overlap(one: Facts, other: Facts) -> bool:
    return (one.ends_on is None or one.ends_on >= other.starts_on) and (
        other.ends_on is None or other.ends_on >= one.starts_on
    )


def _same(row: Facts, post: Facts) -> bool:
    return (row.unit, row.starts_on) == (post.unit, post.starts_on)


def _corrected(row: Facts, post: Facts) -> bool:
    return row.unit == post.unit and _overlap(row, post)


def _moved(row: Facts, post: Facts) -> bool:
    return row.starts_on == post.starts_on


def match(rows: Iterable[Row], posts: Mapping[str, list[Post]]) -> Matched:
    """Pair rows with employments: the same unit and start, else the same unit at the time, else moved to a new unit."""
    pairs: list[tuple[Row, Post | None]] = []
    by_number: dict[str, list[Row]] = {}
    for row in rows:
        if row.number in posts:
            by_number.setdefault(row.number, []).append(row)
        else:
            pairs.append((row, None))
    left: list[tuple[str, Post]] = []
    for number, there in posts.items():
        pool = list(there)
        pairs += _match_person(by_number.get(number, []), pool)
        left += [(number, post) for post in pool]
    return Matched(pairs, left)


def _match_person(rows: list[Row], pool: list[Post]) -> list[tuple[Row, Post | None]]:
    """Pair the rows of one person, taking what is paired out of `pool`."""
    found: dict[int, Post] = {}
    tests: tuple[Callable[[Facts, Facts], bool], ...] = (_same, _corrected, _moved)
    for fits in tests:
        for row in rows:
            post = next((post for post in pool if row.place not in found and fits(row.facts, post.facts)), None)
            if post is not None:
                found[row.place] = post
                pool.remove(post)
    return [(row, found.get(row.place)) for row in rows]


_DEFAULTS = Facts(0, "", "", "", Employment.Kind.PERMANENT, Decimal(37), date.min, None, None)


def filled(facts: Facts, before: Facts | None) -> Facts:
    """`facts` with what the file does not tell taken from `before`, else from the defaults."""
    source = before or _DEFAULTS
    return Facts(
        unit=facts.unit,
        job_title=source.job_title if facts.job_title is None else facts.job_title,
        profession=source.profession if facts.profession is None else facts.profession,
        agreement=source.agreement if facts.agreement is None else facts.agreement,
        kind=facts.kind or source.kind,
        weekly_hours=facts.weekly_hours or source.weekly_hours,
        starts_on=facts.starts_on,
        ends_on=facts.ends_on,
        seniority_on=facts.seniority_on or (source.seniority_on if before else None) or facts.starts_on,
    )
