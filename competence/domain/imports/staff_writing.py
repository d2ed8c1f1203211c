"""Writes what the staff file changes, a statement for each table whatever the number of rows.

One document of JSON carries the rows: PostgreSQL takes it in several times as fast as it parses arrays of parameters.
Only rows that change are touched.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.db import connection
from django.db.models import F, Q
from django.db.models.functions import Greatest

from competence.domain.imports import birth_years, history, roles
from competence.domain.imports.plans import Setting
from competence.domain.imports.staff_columns import ROLE_OF_TRUST
from competence.domain.imports.staff_matching import Facts, Post, Row
from competence.models import Employee, Employment, Leave, RoleAssignment

_INSERT_PEOPLE = """
INSERT INTO competence_employee (municipality_id, number, first_name, last_name, email, language, is_active, password)
SELECT %s, number, first_name, last_name, email, '', true, '!' || replace(gen_random_uuid()::text, '-', '')
FROM json_to_recordset(%s) AS row (number text, first_name text, last_name text, email text)
RETURNING number, id
"""
# An address can go from one person to another in the same file, so all are let go before any is taken.
_RELEASE_ADDRESSES = "UPDATE competence_employee SET email = NULL WHERE id = ANY(%s) AND email IS NOT NULL"
_UPDATE_PEOPLE = """
UPDATE competence_employee AS employee
SET first_name = row.first_name, last_name = row.last_name, email = row.email
FROM json_to_recordset(%s) AS row (id bigint, first_name text, last_name text, email text)
WHERE employee.id = row.id
"""
_POST = """
    unit_id bigint, job_title text, profession text, agreement text, kind text, weekly_hours numeric, starts_on date,
    ends_on date, seniority_on date
"""
_INSERT_POSTS = f"""
INSERT INTO competence_employment
    (employee_id, unit_id, job_title, profession, agreement, kind, weekly_hours, starts_on, ends_on, seniority_on)
SELECT * FROM json_to_recordset(%s) AS row (employee_id bigint, {_POST})
RETURNING employee_id, unit_id, starts_on, id
"""  # noqa: S608 - the columns are written above
_UPDATE_POSTS = f"""
UPDATE competence_employment AS post
SET unit_id = row.unit_id, job_title = row.job_title, profession = row.profession, agreement = row.agreement,
    kind = row.kind, weekly_hours = row.weekly_hours, starts_on = row.starts_on, ends_on = row.ends_on,
    seniority_on = row.seniority_on
FROM json_to_recordset(%s) AS row (id bigint, {_POST})
WHERE post.id = row.id
"""  # noqa: S608 - the columns are written above


@dataclass
class Changes:
    """What is to be written; people are named by number until their rows exist."""

    seen: set[str] = field(default_factory=set)
    people: dict[str, int] = field(default_factory=dict)
    new_people: list[tuple[str, str, str, str | None]] = field(default_factory=list)
    changed_people: list[tuple[int, str, str, str | None]] = field(default_factory=list)
    new_posts: list[tuple[str, Facts]] = field(default_factory=list)
    changed_posts: list[tuple[int, Facts]] = field(default_factory=list)
    new_leaves: set[tuple[str, int, date]] = field(default_factory=set)
    leaves_to_start: list[int] = field(default_factory=list)
    leaves_to_end: list[Leave] = field(default_factory=list)
    trusts: set[tuple[str, str, int]] = field(default_factory=set)
    tells_trusts: bool = False
    birth_years: dict[str, int | None] = field(default_factory=dict)
    missing: list[tuple[str, Post]] = field(default_factory=list)

    def hold_trusts(self, row: Row, facts: Facts, *, is_over: bool) -> None:
        """Note the trusts of a row; an employment that is over holds none."""
        self.tells_trusts = self.tells_trusts or row.trusts is not None
        if row.trusts and not is_over:
            self.trusts |= {(row.number, ROLE_OF_TRUST[trust], facts.unit) for trust in row.trusts}


def write(changes: Changes, setting: Setting) -> None:
    """Write people, employments, leave and roles; end what is missing when `setting` says so."""
    root, on = setting.root, setting.on
    with history.in_one_statement():
        _write_people(changes, root.pk)
        setting.progress(60)
        _write_posts(changes)
    birth_years.write({changes.people[number]: year for number, year in changes.birth_years.items()})
    setting.progress(80)
    _write_leaves(changes, on)
    if setting.end_missing:
        _end(changes.missing, on)
    if changes.tells_trusts:
        _write_trusts(changes, setting)
    roles.resolve_pending(root, on)
    roles.sync_hr(root, on)


_PERSON = ("first_name", "last_name", "email")
_FACTS = (
    *("unit_id", "job_title", "profession", "agreement", "kind", "weekly_hours"),
    *("starts_on", "ends_on", "seniority_on"),
)


def _document(names: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    """Rows as the JSON that `json_to_recordset` reads; numbers and days go as text."""
    return json.dumps([dict(zip(names, row, strict=True)) for row in rows], ensure_ascii=False, default=str)


def _write_people(changes: Changes, root: int) -> None:
    with connection.cursor() as cursor:
        if changes.changed_people:
            cursor.execute(_RELEASE_ADDRESSES, [_addresses_on_the_move(changes)])
            cursor.execute(_UPDATE_PEOPLE, [_document(("id", *_PERSON), changes.changed_people)])
            history.record(Employee, "update", [person[0] for person in changes.changed_people])
        if changes.new_people:
            cursor.execute(_INSERT_PEOPLE, [root, _document(("number", *_PERSON), changes.new_people)])
            made = dict(cursor.fetchall())
            history.record(Employee, "insert", list(made.values()))
            changes.people |= made


def _addresses_on_the_move(changes: Changes) -> list[int]:
    """People whose address another person gets in this file."""
    wanted = {email: pk for pk, _first, _last, email in changes.changed_people if email}
    wanted |= {email: 0 for _number, _first, _last, email in changes.new_people if email}
    held = Employee.objects.filter(pk__in=[person[0] for person in changes.changed_people]).order_by()
    return [pk for pk, email in held.values_list("pk", "email") if wanted.get(email or "", pk) != pk]


def _write_posts(changes: Changes) -> None:
    with connection.cursor() as cursor:
        if changes.changed_posts:
            rows = [(pk, *facts) for pk, facts in changes.changed_posts]
            cursor.execute(_UPDATE_POSTS, [_document(("id", *_FACTS), rows)])
            history.record(Employment, "update", [pk for pk, _facts in changes.changed_posts])
        if changes.new_posts:
            rows = [(changes.people[number], *facts) for number, facts in changes.new_posts]
            cursor.execute(_INSERT_POSTS, [_document(("employee_id", *_FACTS), rows)])
            made = {(employee, unit, starts): pk for employee, unit, starts, pk in cursor.fetchall()}
            history.record(Employment, "insert", list(made.values()))
            keys = {(changes.people[number], unit, starts) for number, unit, starts in changes.new_leaves}
            changes.leaves_to_start += [made[key] for key in sorted(keys)]


def _write_leaves(changes: Changes, on: date) -> None:
    """Leave runs from the day of the import, and ends the day before the import that says active."""
    starts = dict(Employment.objects.filter(pk__in=changes.leaves_to_start).values_list("pk", "starts_on"))
    Leave.objects.bulk_create(Leave(employment_id=pk, starts_on=max(on, starts[pk])) for pk in changes.leaves_to_start)
    ending = [leave.pk for leave in changes.leaves_to_end]
    Leave.objects.filter(pk__in=ending, starts_on__gte=on).delete()
    Leave.objects.filter(pk__in=ending).update(ends_on=on - timedelta(days=1))


def _end(missing: list[tuple[str, Post]], on: date) -> None:
    """Last day is the day before `on`; leave ends with it, and all roles with a person's last employment."""
    last_day = on - timedelta(days=1)
    posts = Employment.objects.filter(pk__in=[post.pk for _number, post in missing])
    people = set(posts.order_by().values_list("employee", flat=True))
    units = set(posts.order_by().values_list("employee", "unit"))
    Leave.objects.filter(employment__in=posts, starts_on__gte=on).delete()
    Leave.objects.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=on), employment__in=posts).update(ends_on=last_day)
    posts.update(ends_on=Greatest(F("starts_on"), last_day))
    staying = set(
        Employment.objects.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=on), employee__in=people)
        .order_by()
        .values_list("employee", flat=True)
    )
    held = RoleAssignment.objects.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=on), employee__in=people)
    roles.end(
        [
            role
            for role in held
            if role.employee_id not in staying
            or (role.is_imported and role.role in roles.REPRESENTING and (role.employee_id, role.unit_id) in units)
        ],
        on,
    )


def _write_trusts(changes: Changes, setting: Setting) -> None:
    wanted = {roles.Held(changes.people[number], role, unit) for number, role, unit in changes.trusts}
    in_the_file = {changes.people[number] for number in changes.seen}
    roles.sync(setting.root, wanted, roles.REPRESENTING, setting.on, employees=in_the_file)
