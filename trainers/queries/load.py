"""What all roles take from a unit, week by week (source: T27)."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db.models import Q, QuerySet

from competence.models import Commitment, Employee, Unit
from competence.models.people import EmployeeQuerySet
from trainers.models import UnitLimit

WEEKS = 52
# From this share of the limit on, the page warns.
NEAR = 0.8
STATES = ("within", "near", "over")


@dataclass(frozen=True)
class Week:
    """One week of a unit: hours, people, and the hours of each kind of role."""

    monday: date
    hours: int
    heads: int
    by_kind: dict[str, int]
    state: str


@dataclass(frozen=True)
class Year:
    """A unit's load over the year that begins with `weeks[0]`."""

    unit: Unit
    limit: UnitLimit | None
    weeks: list[Week]
    rows: list[Commitment] = field(default_factory=list)

    @property
    def most(self) -> int:
        return max((week.hours for week in self.weeks), default=0)

    @property
    def heads(self) -> int:
        return max((week.heads for week in self.weeks), default=0)

    @property
    def max_hours(self) -> int | None:
        return self.limit.max_hours if self.limit else None

    @property
    def whole(self) -> int:
        """What the picture is tall."""
        return max(self.most, self.max_hours or 0, 1)

    @property
    def max_people(self) -> int | None:
        return self.limit.max_members if self.limit else None

    @property
    def state(self) -> str:
        """The worse of hours and people."""
        return max(state_of(self.most, self.max_hours), self.people_state, key=STATES.index)

    @property
    def people_state(self) -> str:
        """As `state_of`, but of people only the last one is near: four of five leave room for a whole person."""
        if self.max_people is None or not self.heads or self.heads < self.max_people:
            return "within"
        return "over" if self.heads > self.max_people else "near"

    @property
    def taken(self) -> int:
        """What the counter of the unit holds."""
        return self.limit.hours if self.limit else 0

    @property
    def tint(self) -> str:
        return "teal" if state_of(self.taken, self.max_hours) == "within" else "amber"

    @property
    def bars(self) -> list[tuple[Week, str, str, str]]:
        """Each week with the x, y and height of its bar in a picture of 624 × 160."""
        rows = []
        for place, week in enumerate(self.weeks):
            height = 150 * week.hours / self.whole
            rows.append((week, f"{place * 12 + 1}", f"{160 - height:.1f}", f"{height:.1f}"))
        return rows

    @property
    def outline(self) -> str:
        """The year as one line around an area in a picture of 624 × 160, for lists of many units."""
        path, before = "M0 160", -1
        for place, week in enumerate(self.weeks):
            if week.hours != before:
                path += f"H{place * 12}V{160 - 150 * week.hours / self.whole:.0f}"
                before = week.hours
        return f"{path}H624V160Z"

    @property
    def limit_y(self) -> str:
        return f"{160 - 150 * (self.max_hours or 0) / self.whole:.1f}"

    @property
    def months(self) -> list[tuple[str, date]]:
        """Where each month begins."""
        found: list[tuple[str, date]] = []
        for place, week in enumerate(self.weeks):
            if place == 0 or week.monday.month != self.weeks[place - 1].monday.month:
                found.append((f"{place * 12 + 1}", week.monday))
        return found

    @property
    def stretches(self) -> list[tuple[date, date, Week]]:
        """The text twin: weeks that are alike, put together; each with its first and last day."""
        found: list[tuple[date, date, Week]] = []
        for week in self.weeks:
            last = week.monday + timedelta(days=6)
            if found and (found[-1][2].hours, found[-1][2].heads) == (week.hours, week.heads):
                found[-1] = (found[-1][0], last, found[-1][2])
            else:
                found.append((week.monday, last, week))
        return found


def state_of(hours: int, limit: int | None) -> str:
    """`over`, `near` the limit, or `within`."""
    if limit is None:
        return "within"
    if hours > limit:
        return "over"
    return "near" if hours >= NEAR * limit and hours else "within"


def years_of(units: Sequence[Unit], on: date) -> list[Year]:
    """The year from this week on of each unit; two queries for all."""
    monday = on - timedelta(days=on.weekday())
    rows = Commitment.objects.filter(
        Q(starts_on__lt=monday + timedelta(weeks=WEEKS)), unit__in=units, ends_on__gte=monday
    ).select_related("employee")
    limits = {row.unit_id: row for row in UnitLimit.objects.filter(unit__in=units)}
    by_unit: dict[int, list[Commitment]] = {}
    for row in rows:
        by_unit.setdefault(row.unit_id, []).append(row)
    return [_year(unit, limits.get(unit.pk), by_unit.get(unit.pk, []), monday) for unit in units]


def _year(unit: Unit, limit: UnitLimit | None, rows: list[Commitment], monday: date) -> Year:
    most = limit.max_hours if limit else None
    weeks = [_week(monday + timedelta(weeks=number), rows, most) for number in range(WEEKS)]
    return Year(unit, limit, weeks, rows)


def _week(monday: date, rows: list[Commitment], limit: int | None) -> Week:
    """A role that changes its hours within the week counts with the most of it."""
    sunday = monday + timedelta(days=6)
    most: dict[tuple[int, str, str], int] = {}
    for row in rows:
        if row.starts_on <= sunday and row.ends_on >= monday:
            key = (row.employee_id, row.kind, row.subject or f"row:{row.pk}")
            most[key] = max(most.get(key, 0), row.hours)
    by_kind: Counter[str] = Counter()
    for (_employee, kind, _subject), hours in most.items():
        by_kind[kind] += hours
    hours = sum(most.values())
    return Week(monday, hours, len({key[0] for key in most}), dict(by_kind), state_of(hours, limit))


def staff_in(unit: Unit, on: date) -> "QuerySet[Employee]":
    """Who works in `unit` or below it, by name."""
    return EmployeeQuerySet(Employee).below(unit, on).order_by("sort_name")
