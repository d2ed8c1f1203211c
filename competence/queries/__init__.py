"""What pages read about people and units."""

from dataclasses import dataclass
from datetime import date

from competence.models import Employee, RoleAssignment, Unit


@dataclass(frozen=True)
class Pending:
    """One thing that waits for a person: a row of the start page.

    `due_on` None: no date, shown last. `why` is one line under `title`; `action` is the verb on the button.
    """

    due_on: date | None
    title: str
    why: str
    url: str
    action: str


@dataclass(frozen=True)
class Figure:
    """A number on the start page: `value` of `whole` as a bar, `of` are the words after it, `note` one line under."""

    title: str
    value: int
    whole: int
    of: str
    note: str
    url: str


def leaders_by_path(municipality: int, on: date) -> dict[str, list[Employee]]:
    """Unit path → those who lead its staff on `on`; one query."""
    rows = RoleAssignment.objects.valid_on(on).leading().filter(unit__municipality=municipality)
    own = RoleAssignment.objects.valid_on(on).leading().filter(unit=municipality)
    leaders: dict[str, list[Employee]] = {}
    for row in (rows | own).select_related("employee", "unit").order_by("starts_on", "pk"):
        leaders.setdefault(row.unit.path, []).append(row.employee)
    return leaders


def nearest_leader(leaders: dict[str, list[Employee]], unit: Unit, employee: Employee) -> Employee | None:
    """The leader of `unit`, or of the nearest unit above it, who is not `employee` (source: X02).

    A leader's own leader is therefore the next one up. None when nobody above leads.
    """
    path = unit.path
    while path:
        found = [leader for leader in leaders.get(path, []) if leader.pk != employee.pk]
        if found and not _is_led_here(leaders, path, employee):
            return found[0]
        path = path[: path.rstrip("/").rfind("/") + 1]
    return None


def _is_led_here(leaders: dict[str, list[Employee]], path: str, employee: Employee) -> bool:
    """Whether `employee` leads this unit too: two who lead together do not lead each other."""
    return any(leader.pk == employee.pk for leader in leaders.get(path, []))


def leader_for(employee: Employee, unit: Unit, on: date) -> Employee | None:
    """Who leads `employee` in `unit` on `on`; for many people use `leaders_by_path` once."""
    return nearest_leader(leaders_by_path(employee.municipality_id, on), unit, employee)
