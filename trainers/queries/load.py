"""What all roles take from a unit, week by week (source: T27)."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from django.db.models import Q, QuerySet

from competence.models import Commitment, Employee, Employment, Unit
from trainers.models import UnitLimit

WEEKS = 52
# The picture: where its floor is and how tall the tallest may be, in pixels. Across, it is told in shares of the width.
FLOOR, TALL = 160, 134
# Numbers at the axis stand so far apart at least.
APART = 15
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
class Stretch:
    """Hours of a role for a while; `since` only where it begins after this week, and not as the one before ends."""

    hours: int
    since: date | None
    until: date


@dataclass(frozen=True)
class HeldRole:
    """One role of a person; `row` where it was entered by hand, and can be ended so."""

    name: str
    stretches: list[Stretch]
    row: Commitment | None


@dataclass(frozen=True)
class Holder:
    """Somebody of the unit with all roles of the year, and what they take in the fullest week."""

    employee: Employee
    roles: list[HeldRole]
    most: int


@dataclass(frozen=True)
class Year:
    """A unit's load over the year that begins with `weeks[0]`."""

    unit: Unit
    limit: UnitLimit | None
    weeks: list[Week]
    rows: list[Commitment] = field(default_factory=list)
    # The most of all units that are shown together, so that their pictures have one measure.
    measure: int = 1

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
        return max(self.most, self.max_hours or 0, self.measure)

    @property
    def max_people(self) -> int | None:
        return self.limit.max_members if self.limit else None

    @property
    def state(self) -> str:
        """The worse of hours and people."""
        return max(self.hours_state, self.people_state, key=STATES.index)

    @property
    def hours_state(self) -> str:
        return state_of(self.most, self.max_hours)

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
        """Each week with the x of its bar as a share of the width, its y and its height."""
        found = []
        for place, week in enumerate(self.weeks):
            height = self._height(week.hours)
            found.append((week, _across(place + 0.08), f"{FLOOR - height:.1f}", f"{height:.1f}"))
        return found

    @property
    def outline(self) -> str:
        """The year as one line around an area in a picture of 624 × 164, for lists of many units."""
        path, before = f"M0 {FLOOR}", -1
        for place, week in enumerate(self.weeks):
            if week.hours != before:
                path += f"H{place * 12}V{FLOOR - self._height(week.hours):.0f}"
                before = week.hours
        return f"{path}H624V{FLOOR}Z"

    @property
    def limit_y(self) -> str:
        return f"{FLOOR - self._height(self.max_hours or 0):.1f}"

    @property
    def axis(self) -> list[tuple[str, int, bool]]:
        """The numbers at the axis with their y, and whether one is the limit: nought, the limit, the fullest week."""
        found = [(0, False)]
        if self.max_hours:
            found.append((self.max_hours, True))
        if all(abs(self._height(self.most) - self._height(hours)) >= APART for hours, _is_limit in found):
            found.append((self.most, False))
        return [(f"{FLOOR - self._height(hours):.1f}", hours, is_limit) for hours, is_limit in sorted(found)]

    def _height(self, hours: int) -> float:
        return TALL * hours / self.whole

    @property
    def months(self) -> list[tuple[str, date]]:
        """Where each month begins; one that the year only touches at its end has no room for a word."""
        found: list[tuple[str, date]] = []
        for place, week in enumerate(self.weeks[:-2]):
            begins = place == 0 or week.monday.month != self.weeks[place - 1].monday.month
            if begins and week.monday.month == self.weeks[place + 2].monday.month:
                found.append((_across(place), week.monday))
        return found

    @property
    def people(self) -> list[Holder]:
        """Who has roles in the year, by the order of the first one."""
        by_key: dict[int, list[Commitment]] = {}
        for row in self.rows:
            by_key.setdefault(row.employee_id, []).append(row)
        return [_holder(rows, [week.monday for week in self.weeks]) for rows in by_key.values()]

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


def _across(place: float) -> str:
    """Where a week stands in the width of the picture."""
    return f"{100 * place / WEEKS:.2f}%"


def _holder(rows: list[Commitment], mondays: list[date]) -> Holder:
    by_role: dict[tuple[str, str], list[Commitment]] = {}
    for row in rows:
        by_role.setdefault((row.kind, row.subject or f"row:{row.pk}"), []).append(row)
    roles = [_role(found, mondays[0]) for found in by_role.values()]
    return Holder(rows[0].employee, roles, max(_week(monday, rows, None).hours for monday in mondays))


def _role(rows: list[Commitment], monday: date) -> HeldRole:
    stretches: list[Stretch] = []
    before = monday + timedelta(days=6)
    for row in rows:
        since = None if row.starts_on <= before + timedelta(days=1) else row.starts_on
        if stretches and since is None and stretches[-1].hours == row.hours:
            since = stretches.pop().since
        stretches.append(Stretch(row.hours, since, row.ends_on))
        before = row.ends_on
    return HeldRole(str(rows[0].get_kind_display()), stretches, None if rows[0].subject else rows[0])


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
    years = [_year(unit, limits.get(unit.pk), by_unit.get(unit.pk, []), monday) for unit in units]
    measure = max((year.whole for year in years), default=1)
    return [replace(year, measure=measure) for year in years]


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
    """Who works in `unit` itself, by name: the hours of those below are taken from where they work."""
    posts = Employment.objects.valid_on(on).filter(unit=unit)
    return Employee.objects.filter(pk__in=posts.values("employee")).order_by("sort_name")
