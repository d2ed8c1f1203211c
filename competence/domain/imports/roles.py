"""Roles that follow from the files: who leads a unit, who works with HR, who represents colleagues.

- The leader of a team is team leader of it and in the leadership group of its centre.
- The leader of any other unit is its manager; of a centre or staff function also in its leadership group.
- Who is employed in a staff function for HR works with HR for the whole municipality. Such a unit is of the kind
  staff function and has the code HR, or the word HR in its name.
- `Hverv` gives union representative (TR), safety representative (AMR), member of the safety group (AMG) and super-user
  on the unit of the employment.

Imported roles hold from the day of the import. They end when the file stops giving them; a role given by hand never
ends through an import, except that all roles end with the last employment.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q

from competence.models import Employee, Employment, Role, RoleAssignment, Unit

LEADING = frozenset({Role.TEAM_LEADER, Role.MANAGER, Role.LEADERSHIP_GROUP})
REPRESENTING = frozenset({Role.UNION_REPRESENTATIVE, Role.SAFETY_REPRESENTATIVE, Role.SAFETY_GROUP, Role.SUPER_USER})


@dataclass(frozen=True)
class Held:
    """A role of one person on one unit, by ids."""

    employee: int
    role: str
    unit: int


def led(unit: Unit, employee: int) -> set[Held]:
    """The roles of the leader of `unit`."""
    if unit.kind == Unit.Kind.TEAM:
        group = {Held(employee, Role.LEADERSHIP_GROUP, unit.centre_id)} if unit.centre_id else set()
        return {Held(employee, Role.TEAM_LEADER, unit.pk)} | group
    group = {Held(employee, Role.LEADERSHIP_GROUP, unit.pk)} if unit.centre_id == unit.pk else set()
    return {Held(employee, Role.MANAGER, unit.pk)} | group


def is_hr(unit: Unit) -> bool:
    words = re.findall(r"\w+", unit.name.casefold())
    return unit.kind == Unit.Kind.STAFF and (unit.code.casefold() == "hr" or "hr" in words)


def open_roles(
    root: Unit, roles: Collection[str], on: date, *, imported: bool | None = None
) -> dict[Held, RoleAssignment]:
    """Roles of `roles` held in the municipality on `on` or later, deputies left out."""
    found = RoleAssignment.objects.filter(
        Q(ends_on__isnull=True) | Q(ends_on__gte=on),
        unit__path__startswith=root.path,
        role__in=roles,
        deputises_for__isnull=True,
    ).order_by("pk")
    if imported is not None:
        found = found.filter(is_imported=imported)
    return {Held(role.employee_id, role.role, role.unit_id): role for role in found}


def sync(
    root: Unit, wanted: set[Held], roles: Collection[str], on: date, employees: Collection[int] | None = None
) -> None:
    """Make the imported roles of `roles` (of `employees` only, when named) exactly `wanted`."""
    imported = open_roles(root, roles, on, imported=True)
    theirs = {held: role for held, role in imported.items() if employees is None or held.employee in employees}
    end([role for held, role in theirs.items() if held not in wanted], on)
    add(root, wanted - imported.keys(), on)


def add(root: Unit, wanted: Collection[Held], on: date) -> None:
    """Give the roles of `wanted` that are not held already, by hand or by file."""
    if not wanted:
        return
    there = open_roles(root, {held.role for held in wanted}, on)
    RoleAssignment.objects.bulk_create(
        RoleAssignment(employee_id=held.employee, role=held.role, unit_id=held.unit, starts_on=on, is_imported=True)
        for held in sorted(wanted - there.keys(), key=lambda held: (held.unit, held.role, held.employee))
    )


def end(assignments: Iterable[RoleAssignment], on: date) -> None:
    """Roles are last held the day before `on`; those that began no earlier are deleted."""
    chosen = list(assignments)
    RoleAssignment.objects.filter(pk__in=[role.pk for role in chosen if role.starts_on >= on]).delete()
    RoleAssignment.objects.filter(pk__in=[role.pk for role in chosen if role.starts_on < on]).update(
        ends_on=on - timedelta(days=1)
    )


def leaders(root: Unit, on: date) -> dict[int, int]:
    """Unit → its leader according to the files so far."""
    imported = open_roles(root, {Role.TEAM_LEADER, Role.MANAGER}, on, imported=True)
    return {held.unit: held.employee for held in imported}


def sync_leaders(root: Unit, by_unit: dict[int, int], on: date) -> None:
    """Make `by_unit` (unit → employee) the leaders of the municipality's units."""
    units = Unit.objects.below(root).filter(pk__in=by_unit)
    wanted = {held for unit in units for held in led(unit, by_unit[unit.pk])}
    sync(root, wanted, LEADING, on)


def resolve_pending(root: Unit, on: date) -> int:
    """Give units the leaders they were waiting for, where the staff file has brought them; their number."""
    waiting = list(Unit.objects.below(root).exclude(pending_leader=""))
    if not waiting:
        return 0
    numbers = [unit.pending_leader for unit in waiting]
    people = dict(Employee.objects.filter(municipality=root, number__in=numbers).values_list("number", "pk"))
    found = [unit for unit in waiting if unit.pending_leader in people]
    add(root, {held for unit in found for held in led(unit, people[unit.pending_leader])}, on)
    Unit.objects.filter(pk__in=[unit.pk for unit in found]).update(pending_leader="")
    return len(found)


def sync_hr(root: Unit, on: date) -> None:
    """Everybody employed in an HR unit on `on` works with HR for the municipality, and nobody else by file."""
    paths = Q(pk__in=[])
    for unit in Unit.objects.below(root).filter(kind=Unit.Kind.STAFF):
        if is_hr(unit):
            paths |= Q(unit__path__startswith=unit.path)
    staff = Employment.objects.valid_on(on).filter(paths).values_list("employee", flat=True)
    sync(root, {Held(employee, Role.HR, root.pk) for employee in staff}, {Role.HR}, on)
