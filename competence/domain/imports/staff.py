"""The file of staff: people, their employments, leave and trusts.

A row is an employment. A person is known by the number, an employment as `staff_matching` says. An empty e-mail
address says nothing: one that is known already stays.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.translation import pgettext

from competence.domain.imports import birth_years, staff_writing
from competence.domain.imports.columns import Sheet
from competence.domain.imports.plans import Difference, Kind, Plan, Setting, difference
from competence.domain.imports.staff_columns import COLUMNS, TRUST_OF_ROLE
from competence.domain.imports.staff_matching import Facts, Person, Post, Row, filled, match
from competence.domain.imports.staff_rules import check
from competence.models import Employee, Employment, Leave, RoleAssignment, Unit

_FACTS = ("job_title", "profession", "agreement", "kind", "weekly_hours", "starts_on", "ends_on", "seniority_on")


@dataclass
class Existing:
    """What the database holds of the municipality. `trusts` are held by hand or file, `imported` by file."""

    units: Mapping[str, int]
    people: dict[str, Person] = field(default_factory=dict)
    posts: dict[str, list[Post]] = field(default_factory=dict)
    leaves: dict[int, Leave] = field(default_factory=dict)
    trusts: dict[tuple[int, int], set[str]] = field(default_factory=dict)
    imported: dict[tuple[int, int], set[str]] = field(default_factory=dict)
    birth_years: dict[str, int] = field(default_factory=dict)


def plan(sheet: Sheet, setting: Setting) -> Plan:
    """Compare the file with the people and employments of the municipality."""
    existing = _existing(setting)
    if sheet.has("birth_year"):
        existing.birth_years = birth_years.known(setting.root)
    check(sheet, setting.root, existing.units, existing.people)
    setting.progress(20)
    made = Plan()
    if sheet.faults:
        return made
    rows = _rows(sheet, existing.units)
    matched = match(rows, existing.posts)
    changes = staff_writing.Changes(missing=matched.missing(setting.on))
    _compare_people(rows, existing, changes)
    if sheet.has("birth_year"):
        changes.birth_years = birth_years.told(rows)
    for row, post in sorted(matched.pairs, key=lambda pair: pair[0].line):
        _compare(row, post, _Comparison(sheet, existing, setting.on, made, changes))
    made.missing = _named(changes.missing, existing)
    made.write = lambda: staff_writing.write(changes, setting)
    setting.progress(35)
    return made


def _existing(setting: Setting) -> Existing:
    root, on = setting.root, setting.on
    found = Existing(units=dict(Unit.objects.below(root).values_list("code", "pk")))
    people = Employee.objects.filter(municipality=root)
    for pk, number, first, last, email in people.order_by().values_list(
        "pk", "number", "first_name", "last_name", "email"
    ):
        found.people[number] = Person(pk, first, last, email)
    if not found.people:
        return found
    posts = Employment.objects.filter(employee__municipality=root).order_by("employee", "starts_on", "pk")
    for number, pk, *facts in posts.values_list("employee__number", "pk", "unit", *_FACTS):
        found.posts.setdefault(number, []).append(Post(pk, Facts(*facts)))
    leaves = Leave.objects.valid_on(on).filter(employment__employee__municipality=root)
    found.leaves = {leave.employment_id: leave for leave in leaves}
    _add_trusts(found, root, on)
    return found


def _add_trusts(found: Existing, root: Unit, on: date) -> None:
    held = RoleAssignment.objects.valid_on(on).filter(
        employee__municipality=root, role__in=TRUST_OF_ROLE, deputises_for__isnull=True
    )
    for employee, unit, role, is_imported in held.values_list("employee", "unit", "role", "is_imported"):
        found.trusts.setdefault((employee, unit), set()).add(TRUST_OF_ROLE[role])
        if is_imported:
            found.imported.setdefault((employee, unit), set()).add(TRUST_OF_ROLE[role])


def _rows(sheet: Sheet, units: Mapping[str, int]) -> list[Row]:
    def column(key: str) -> list[Any]:
        return sheet.values[key] if sheet.has(key) else [None] * len(sheet.lines)

    posts = map(Facts, [units[code] for code in column("unit")], *map(column, _FACTS))
    return [
        Row(index, line, number, first, last, email, facts, state and (state or "active"), trusts, born)
        for index, (line, number, first, last, email, facts, state, trusts, born) in enumerate(
            zip(
                sheet.lines,
                *map(column, ("number", "first_name", "last_name", "email")),
                posts,
                *map(column, ("state", "trusts", "birth_year")),
                strict=True,
            )
        )
    ]


def _compare_people(rows: list[Row], existing: Existing, changes: staff_writing.Changes) -> None:
    """One person can have several rows: names from the first, the address from whichever has one."""
    emails = {row.number: row.email for row in rows if row.email}
    for row in rows:
        if row.number in changes.seen:
            continue
        changes.seen.add(row.number)
        known = existing.people.get(row.number)
        person = (row.first_name, row.last_name, emails.get(row.number) or (known.email if known else None))
        if known is None:
            changes.new_people.append((row.number, *person))
        else:
            changes.people[row.number] = known.pk
            if person != (known.first_name, known.last_name, known.email):
                changes.changed_people.append((known.pk, *person))


@dataclass(frozen=True)
class _Comparison:
    sheet: Sheet
    existing: Existing
    on: date
    made: Plan
    changes: staff_writing.Changes


def _compare(row: Row, post: Post | None, at: _Comparison) -> None:
    facts = filled(row.facts, post.facts if post else None)
    is_over = facts.ends_on is not None and facts.ends_on < at.on
    at.changes.hold_trusts(row, facts, is_over=is_over)
    if post is None:
        at.made.create(row.line, row.name)
        at.changes.new_posts.append((row.number, facts))
        if row.state == "leave" and not is_over:
            at.changes.new_leaves.add((row.number, facts.unit, facts.starts_on))
        return
    found = _person_differences(row, at)
    if facts != post.facts:
        at.changes.changed_posts.append((post.pk, facts))
        found += _post_differences(post.facts, facts, at)
    if not is_over:
        found += _leave_differences(row, post, at)
    found += _trust_differences(row, facts, at, is_over=is_over)
    at.made.count(row.line, row.name, found)


def _person_differences(row: Row, at: _Comparison) -> list[Difference]:
    known = at.existing.people[row.number]
    headings = at.sheet.headings
    found = difference(headings["first_name"], known.first_name, row.first_name)
    found += difference(headings["last_name"], known.last_name, row.last_name)
    found += difference(headings["email"], known.email, row.email) if row.email else []
    if not at.sheet.has("birth_year"):
        return found
    after = at.changes.birth_years.get(row.number)
    return found + birth_years.difference(headings["birth_year"], at.existing.birth_years.get(row.number), after)


def _post_differences(before: Facts, after: Facts, at: _Comparison) -> list[Difference]:
    headings, names = at.sheet.headings, {pk: code for code, pk in at.existing.units.items()}
    found = difference(headings["unit"], names.get(before.unit, ""), names[after.unit])
    if before.kind != after.kind:
        kinds = dict(Employment.Kind.choices)
        found += difference(headings["kind"], str(kinds[before.kind or ""]), str(kinds[after.kind or ""]))
    for key in _FACTS:
        if key != "kind":
            found += difference(headings.get(key, key), getattr(before, key), getattr(after, key))
    return found


def _leave_differences(row: Row, post: Post, at: _Comparison) -> list[Difference]:
    leave = at.existing.leaves.get(post.pk)
    if row.state is None or (row.state == "leave") == (leave is not None):
        return []
    if leave is None:
        at.changes.leaves_to_start.append(post.pk)
    else:
        at.changes.leaves_to_end.append(leave)
    words = (pgettext("staff file", "on leave"), pgettext("staff file", "active"))
    return [Difference(at.sheet.headings["state"], words[leave is None], words[leave is not None])]


def _trust_differences(row: Row, facts: Facts, at: _Comparison, *, is_over: bool) -> list[Difference]:
    if row.trusts is None:
        return []
    key = (at.existing.people[row.number].pk, facts.unit)
    wanted = set() if is_over else set(row.trusts)
    held = at.existing.trusts.get(key, set())
    after = (held - at.existing.imported.get(key, set())) | wanted
    return difference(at.sheet.headings["trusts"], ", ".join(sorted(held)), ", ".join(sorted(after)))


def _named(missing: list[tuple[str, Post]], existing: Existing) -> list[str]:
    codes = {pk: code for code, pk in existing.units.items()}
    people = existing.people
    return [
        f"{number} {people[number].first_name} {people[number].last_name}, {codes.get(post.facts.unit, '')}"
        for number, post in sorted(missing, key=lambda item: item[0])
    ]


STAFF = Kind(COLUMNS, plan)
