"""Writes on people: employments, leave, roles and deputies."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

import pghistory
from django.db import transaction
from django.utils.translation import gettext as _

from competence.models import Employee, Employment, Leave, Role, RoleAssignment, Unit


class NotInThisMunicipality(Exception):
    """The person and the unit belong to different municipalities."""


class NotADeputy(Exception):
    """Nobody deputises for themselves, nor for a deputy."""


class LeaveOverlaps(Exception):
    """Two leaves of one employment cannot hold the same day."""


class AlreadyHeld(Exception):
    """The person holds this role on this unit, or is employed there, from the same day already."""


@dataclass(frozen=True)
class Post:
    """The facts of an employment. Dates are inclusive; hours a week."""

    job_title: str
    starts_on: date
    weekly_hours: Decimal = Decimal(37)
    profession: str = ""
    agreement: str = ""
    kind: str = Employment.Kind.PERMANENT
    ends_on: date | None = None
    seniority_on: date | None = None


def register(*, municipality: Unit, number: str, first_name: str, last_name: str, email: str = "") -> Employee:
    """A person of `municipality`; without an e-mail address the person cannot sign in yet."""
    employee = Employee(
        municipality=municipality,
        number=number,
        first_name=first_name,
        last_name=last_name,
        email=email.strip().lower() or None,
    )
    employee.set_unusable_password()
    employee.save()
    return employee


def change_facts(*, employee: Employee, first_name: str, last_name: str, email: str) -> Employee:
    """Name and e-mail address; without an address the person cannot sign in."""
    employee.first_name, employee.last_name = first_name, last_name
    employee.email = email.strip().lower() or None
    employee.save(update_fields=["first_name", "last_name", "email"])
    return employee


def choose_language(*, employee: Employee, language: str) -> Employee:
    """The language `employee` reads pages and mails in."""
    employee.language = language
    employee.save(update_fields=["language"])
    return employee


def employ(*, employee: Employee, unit: Unit, post: Post) -> Employment:
    """Employ `employee` in `unit`. Raises NotInThisMunicipality, AlreadyHeld."""
    _same_municipality(employee, unit)
    if employee.employments.filter(unit=unit, starts_on=post.starts_on).exists():
        raise AlreadyHeld(_("The person is employed in this unit from that day already."))
    return Employment.objects.create(
        employee=employee,
        unit=unit,
        job_title=post.job_title,
        profession=post.profession,
        agreement=post.agreement,
        kind=post.kind,
        weekly_hours=post.weekly_hours,
        starts_on=post.starts_on,
        ends_on=post.ends_on,
        seniority_on=post.seniority_on or post.starts_on,
    )


@transaction.atomic
def end_employment(*, employment: Employment, on: date) -> Employment:
    """Last day is `on`; leave ends with it, and all roles when no other employment is left."""
    employment.ends_on = on
    employment.save(update_fields=["ends_on"])
    employment.leaves.filter(ends_on__isnull=True, starts_on__lte=on).update(ends_on=on)
    employee = employment.employee
    if not employee.employments.exclude(ends_on__lte=on).exists():
        employee.role_assignments.filter(starts_on__lte=on).exclude(ends_on__lte=on).update(ends_on=on)
    return employment


def start_leave(*, employment: Employment, starts_on: date, ends_on: date | None = None) -> Leave:
    """Leave does not touch seniority. Raises LeaveOverlaps."""
    others = employment.leaves.exclude(ends_on__lt=starts_on)
    if (others.filter(starts_on__lte=ends_on) if ends_on else others).exists():
        raise LeaveOverlaps(_("There is leave in these days already. End it first."))
    return Leave.objects.create(employment=employment, starts_on=starts_on, ends_on=ends_on)


def end_leave(*, leave: Leave, on: date) -> Leave:
    """Last day of the leave is `on`."""
    leave.ends_on = on
    leave.save(update_fields=["ends_on"])
    return leave


def assign_role(
    *, employee: Employee, role: Role, unit: Unit, starts_on: date, ends_on: date | None = None, reason: str = ""
) -> RoleAssignment:
    """`role` on `unit` and everything below it, both dates inclusive. Raises NotInThisMunicipality, AlreadyHeld."""
    _same_municipality(employee, unit)
    held = employee.role_assignments.filter(role=role, unit=unit, deputises_for=None)
    if held.exclude(ends_on__lt=starts_on).exists():
        raise AlreadyHeld(_("The person holds this role on the unit already."))
    with pghistory.context(**({"reason": reason} if reason else {})):
        return RoleAssignment.objects.create(
            employee=employee, role=role, unit=unit, starts_on=starts_on, ends_on=ends_on
        )


def end_role(*, assignment: RoleAssignment, on: date) -> RoleAssignment | None:
    """The role is last held the day before `on`, so it is gone at once; one that never began is deleted."""
    if assignment.starts_on >= on:
        assignment.delete()
        return None
    assignment.ends_on = on - timedelta(days=1)
    assignment.save(update_fields=["ends_on"])
    return assignment


def name_deputy(*, assignment: RoleAssignment, deputy: Employee, starts_on: date, ends_on: date) -> RoleAssignment:
    """`deputy` holds the role too, from–to, and no longer than the one deputised for. Raises NotADeputy."""
    if assignment.employee_id == deputy.pk or assignment.deputises_for_id:
        raise NotADeputy(_("Choose another person than the one to be deputised for."))
    _same_municipality(deputy, assignment.unit)
    if assignment.deputies.filter(employee=deputy, starts_on__lte=ends_on, ends_on__gte=starts_on).exists():
        raise NotADeputy(_("The person is deputy in these days already."))
    return RoleAssignment.objects.create(
        employee=deputy,
        role=assignment.role,
        unit=assignment.unit,
        starts_on=starts_on,
        ends_on=ends_on,
        deputises_for=assignment,
    )


def _same_municipality(employee: Employee, unit: Unit) -> None:
    if (unit.municipality_id or unit.pk) != employee.municipality_id:
        raise NotInThisMunicipality(_("The person and the unit belong to different municipalities."))
