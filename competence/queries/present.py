"""Who is at work on a day, and who stands in for those who are not."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Exists, OuterRef, QuerySet

from competence.models import Employee, Employment, Leave, RoleAssignment


def at_work(on: date) -> "QuerySet[Employment]":
    """Posts filled on `on` by somebody who is not on leave from them."""
    away = Leave.objects.valid_on(on).filter(employment=OuterRef("pk"))
    posts: QuerySet[Employment] = Employment.objects.valid_on(on)
    return posts.filter(~Exists(away))


def present(people: Iterable[int], on: date) -> dict[int, Employee]:
    """Those of `people` who have a post on `on` in which they are not on leave, with what their mails need."""
    there = Exists(at_work(on).filter(employee=OuterRef("pk")))
    rows = Employee.objects.filter(there, pk__in=set(people), is_active=True)
    return {row.pk: row for row in rows.select_related("municipality__settings")}


def deputies(people: Iterable[int], on: date) -> dict[int, set[int]]:
    """Employee → those who deputise for them on `on`."""
    found: dict[int, set[int]] = {}
    rows = RoleAssignment.objects.valid_on(on).filter(deputises_for__employee__in=set(people))
    for away, deputy in rows.values_list("deputises_for__employee", "employee"):
        found.setdefault(away, set()).add(deputy)
    return found
