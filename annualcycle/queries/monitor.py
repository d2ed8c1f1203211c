"""Whether wishes are granted alike to all kinds of staff (rules: forskelsbehandlingsloven § 3, directive 1999/70).

What is read here is read nowhere else for wishes: hours, leave and age never reach the proposal or the board.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from annualcycle.disclosure import too_few
from annualcycle.equality import Answered, Finding, examine
from annualcycle.models import Cycle, Evaluation
from annualcycle.models.decisions import Outcome
from annualcycle.queries.fairness import decided_wishes
from competence.models import BirthYear, Employment, Municipality, Unit

OTHERS = ""
PART_TIME, FULL_TIME = "part_time", "full_time"
# The youngest age of each band; everybody younger is in the first.
BANDS = (0, 30, 40, 50, 60)


class Grouping(StrEnum):
    PROFESSION = "profession"
    AGREEMENT = "agreement"
    HOURS = "hours"
    KIND = "kind"
    AGE = "age"


@dataclass(frozen=True)
class Monitor:
    """What the years in it say; `smallest` is the fewest persons of a group. Groups put together have no name."""

    years: tuple[int, ...]
    smallest: int
    findings: tuple[Finding, ...]

    def as_json(self) -> dict[str, Any]:
        """Without the numbers of persons, wishes and grants: with a year's figures they could tell of fewer."""
        found = [asdict(replace(one, persons=0, wishes=0, granted=0)) for one in self.findings]
        return {"years": list(self.years), "smallest": self.smallest, "findings": found}


def from_json(stored: Mapping[str, Any]) -> Monitor:
    findings = tuple(Finding(**one) for one in stored["findings"])
    return Monitor(tuple(stored["years"]), stored["smallest"], findings)


@dataclass(frozen=True)
class _Row:
    person: int
    unit: int
    year: int
    day: date
    granted: bool


def monitor_of(unit: Unit, cycles: Sequence[Cycle]) -> Monitor:
    """The monitor of `cycles` as they stand; four queries. What was asked for during the year is left out."""
    wishes = decided_wishes(cycles).filter(is_ad_hoc=False).order_by("pk")
    fields = ("employee", "unit", "cycle__year", "cycle__decide_on", "decision__outcome")
    rows = [
        _Row(person, team, year, day, granted=outcome == Outcome.GRANTED)
        for person, team, year, day, outcome in wishes.values_list(*fields)
    ]
    smallest = Municipality.objects.get(unit=unit.municipality_id).smallest_cell
    last = {row.person: row for row in sorted(rows, key=lambda row: row.year)}
    groupings = {name: _merged(groups, smallest) for name, groups in _groupings(last, smallest).items()}
    return Monitor(
        years=tuple(cycle.year for cycle in cycles),
        smallest=smallest,
        findings=tuple(_discreet(one) for one in examine(_answered(rows), groupings, smallest=smallest)),
    )


def frozen_monitor(unit: Unit) -> Monitor | None:
    """The monitor of the newest finished evaluation; None where there is none. One query."""
    rows = Evaluation.objects.filter(cycle__unit=unit, cycle__evaluated_at__isnull=False)
    figures = rows.order_by("-cycle__year").values_list("figures", flat=True).first() or {}
    return from_json(figures["monitor"]) if "monitor" in figures else None


def _answered(rows: Iterable[_Row]) -> list[Answered]:
    counts: dict[tuple[int, int, int], list[int]] = defaultdict(lambda: [0, 0])
    for row in rows:
        found = counts[row.person, row.unit, row.year]
        found[0] += 1
        found[1] += row.granted
    return [Answered(*key, wishes, granted) for key, (wishes, granted) in counts.items()]


def _groupings(last: Mapping[int, _Row], smallest: int) -> dict[str, dict[int, str]]:
    """Each person's groups at the last wish."""
    posts = _posts(last)
    full = _full_time(posts.values(), smallest)
    born = dict(BirthYear.objects.filter(employee__in=last).values_list("employee", "year"))
    return {
        Grouping.PROFESSION: {person: post.profession for person, post in posts.items()},
        Grouping.AGREEMENT: {person: post.agreement for person, post in posts.items()},
        Grouping.HOURS: {
            person: PART_TIME if post.weekly_hours < full else FULL_TIME for person, post in posts.items()
        },
        Grouping.KIND: {person: str(post.kind) for person, post in posts.items()},
        Grouping.AGE: {person: band(last[person].year - year) for person, year in born.items()},
    }


def band(age: int) -> str:
    """The youngest age of the band that `age` is in."""
    return str(max(one for one in BANDS if one <= age))


def _posts(last: Mapping[int, _Row]) -> dict[int, Employment]:
    """The employment in which the last wish was made: in its unit and begun by then, if there is such a one."""
    found: dict[int, tuple[tuple[bool, bool, date], Employment]] = {}
    for post in Employment.objects.filter(employee__in=last).order_by("pk"):
        wish = last[post.employee_id]
        fit = (post.unit_id == wish.unit, post.starts_on <= wish.day, post.starts_on)
        if post.employee_id not in found or fit >= found[post.employee_id][0]:
            found[post.employee_id] = (fit, post)
    return {person: post for person, (_fit, post) in found.items()}


def _full_time(posts: Iterable[Employment], smallest: int) -> Decimal:
    """The longest week that at least the smallest group works: 37 hours here, 40 elsewhere."""
    hours = sorted((post.weekly_hours for post in posts), reverse=True)
    return next((one for one in hours if sum(other == one for other in hours) >= smallest), Decimal(0))


def _merged(groups: Mapping[int, str], smallest: int) -> dict[int, str]:
    """Small groups put together, so that each group and all others beside it have at least `smallest` persons."""
    people: dict[str, set[int]] = defaultdict(set)
    for person, group in groups.items():
        people[group].add(person)
    few = too_few(people, smallest)
    return {person: OTHERS if group in few else group for person, group in groups.items()}


def _discreet(finding: Finding) -> Finding:
    """Who knows what each person got could tell ages from the numbers of a band."""
    return replace(finding, persons=0, wishes=0, granted=0) if finding.grouping == Grouping.AGE else finding
