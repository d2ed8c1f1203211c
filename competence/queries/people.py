"""What pages read about people."""

from datetime import date

from django.db.models import Exists, F, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.utils.translation import get_language

from competence.models import Employee, Employment, Leave, RoleAssignment
from competence.models.people import EmployeeQuerySet
from competence.text import fold

CANDIDATES = 8


def name_order(prefix: str = "") -> str:
    """The generated column that sorts names as the reader's language does."""
    return f"{prefix}sort_name_sv" if get_language() == "sv" else f"{prefix}sort_name"


def matching(people: "QuerySet[Employee]", words: str) -> "QuerySet[Employee]":
    """Those whose name or number holds each of `words`, accents and case aside."""
    for word in fold(words).replace("\x00", " ").split():
        people = people.filter(search__contains=word)
    return people


def with_posts(people: "QuerySet[Employee]", on: date) -> "QuerySet[Employee]":
    """`people` with `posts`, the employments of `on` with their unit, and `away` on those that are on leave."""
    away = Exists(Leave.objects.valid_on(on).filter(employment=OuterRef("pk")))
    posts = Employment.objects.valid_on(on).select_related("unit").annotate(away=away).order_by("-weekly_hours", "pk")
    return people.prefetch_related(Prefetch("employments", posts, to_attr="posts"))


def ordered_by_post(people: "QuerySet[Employee]", field: str, on: date, *, falling: bool) -> "QuerySet[Employee]":
    """`people` by `field` of the employment with the most hours on `on`, then by name."""
    main = Employment.objects.valid_on(on).filter(employee=OuterRef("pk")).order_by("-weekly_hours", "pk")
    key = F("post_key").desc(nulls_last=True) if falling else F("post_key").asc(nulls_last=True)
    return people.annotate(post_key=Subquery(main.values(field)[:1])).order_by(key, name_order())


def in_post(posts: "QuerySet[Employment]") -> Exists:
    """A filter for people who hold one of `posts`."""
    return Exists(posts.filter(employee=OuterRef("pk")))


def candidates(municipality: int, words: str, on: date, *, besides: int | None = None) -> list[Employee]:
    """The first few in post on `on` whom `words` fit, with their posts; nobody for no words, never `besides`."""
    people = EmployeeQuerySet(Employee).filter(municipality=municipality).exclude(pk=besides or 0).employed_on(on)
    return first_few(people, words, on)


def first_few(people: "QuerySet[Employee]", words: str, on: date) -> list[Employee]:
    """The first few of `people` whom `words` fit, with their posts on `on`; nobody for no words."""
    if not words.strip():
        return []
    return list(with_posts(matching(people, words), on).order_by(name_order())[:CANDIDATES])


def roles_of(employee: Employee) -> "QuerySet[RoleAssignment]":
    """Every role held now, before or later, the newest first."""
    roles = RoleAssignment.objects.filter(employee=employee).select_related("unit", "deputises_for__employee")
    return roles.order_by("-starts_on", "role")


def deputies_of(employee: Employee, on: date) -> "QuerySet[RoleAssignment]":
    """Those who deputise for `employee` on `on` or later."""
    rows = RoleAssignment.objects.filter(deputises_for__employee=employee).exclude(ends_on__lt=on)
    return rows.select_related("employee", "unit").order_by("starts_on")


def roles_below(reach: Q) -> "QuerySet[RoleAssignment]":
    """The roles on the units of `reach`, with everything a list shows."""
    rows = RoleAssignment.objects.filter(reach)
    return rows.select_related("employee", "unit", "deputises_for__employee")
