"""The lists of the shared core as tables: what stands in each column and how it sorts."""

from datetime import date
from typing import Any

import django_tables2 as tables
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.formats import number_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from competence.cells import badge, kroner, longday, two_lines
from competence.models import Employee, Employment, Offer, RoleAssignment
from competence.queries import people as queries

NUMBER = {"th": {"class": "num"}, "td": {"class": "num"}}


class PeopleTable(tables.Table):
    """People with the post of most hours; `on` is the day their posts are of."""

    name = tables.Column(gettext_lazy("Name"), accessor="pk", order_by=("sort_name", "pk"))
    unit = tables.Column(gettext_lazy("Unit"), accessor="pk")
    profession = tables.Column(gettext_lazy("Profession"), accessor="pk")
    kind = tables.Column(gettext_lazy("Employment"), accessor="pk")
    since = tables.Column(gettext_lazy("Seniority from"), accessor="pk")

    class Meta:
        attrs = {"class": "list"}
        empty_text = gettext_lazy("Nobody fits. Try fewer words or another unit.")

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        self.on = on
        super().__init__(*args, **kwargs)

    def render_name(self, record: Employee) -> SafeString:
        return two_lines(record.name, record.number, reverse("person", args=[record.pk]))

    def render_unit(self, record: Employee) -> SafeString:
        posts = _posts(record)
        more = _(" and %(count)s more") % {"count": len(posts) - 1} if len(posts) > 1 else ""
        return two_lines(posts[0].job_title, f"{posts[0].unit.name}{more}") if posts else SafeString("")

    def render_profession(self, record: Employee) -> str:
        return ", ".join(dict.fromkeys(post.profession for post in _posts(record) if post.profession)) or "–"

    def render_kind(self, record: Employee) -> str:
        posts = _posts(record)
        if any(getattr(post, "away", False) for post in posts):
            return badge(_("On leave"), "player-pause", "amber")
        return capfirst(", ".join(dict.fromkeys(str(post.get_kind_display()) for post in posts)))

    def render_since(self, record: Employee) -> str:
        return longday(min((post.seniority_on for post in _posts(record)), default=None))

    def order_name(self, people: "QuerySet[Employee]", is_descending: bool) -> "tuple[QuerySet[Employee], bool]":
        order = queries.name_order()
        return people.order_by(f"-{order}" if is_descending else order, "pk"), True

    def order_unit(self, people: "QuerySet[Employee]", is_descending: bool) -> "tuple[QuerySet[Employee], bool]":
        return queries.ordered_by_post(people, "unit__sort_name", self.on, falling=is_descending), True

    def order_profession(self, people: "QuerySet[Employee]", is_descending: bool) -> "tuple[QuerySet[Employee], bool]":
        return queries.ordered_by_post(people, "profession", self.on, falling=is_descending), True

    def order_kind(self, people: "QuerySet[Employee]", is_descending: bool) -> "tuple[QuerySet[Employee], bool]":
        return queries.ordered_by_post(people, "kind", self.on, falling=is_descending), True

    def order_since(self, people: "QuerySet[Employee]", is_descending: bool) -> "tuple[QuerySet[Employee], bool]":
        return queries.ordered_by_post(people, "seniority_on", self.on, falling=is_descending), True


def _posts(employee: Employee) -> list[Employment]:
    posts: list[Employment] = getattr(employee, "posts", [])
    return posts


class RoleTable(tables.Table):
    """Roles with holder, unit and dates; the last column ends one."""

    holder = tables.Column(gettext_lazy("Name"), accessor="employee__name", order_by=("employee__sort_name", "pk"))
    role = tables.Column(gettext_lazy("Role"), order_by=("role", "employee__sort_name"))
    unit = tables.Column(gettext_lazy("Unit"), accessor="unit__name", order_by=("unit__sort_name", "role"))
    starts_on = tables.Column(gettext_lazy("From"))
    ends_on = tables.Column(gettext_lazy("Until"), empty_values=())
    end = tables.Column("", accessor="pk", orderable=False)

    class Meta:
        attrs = {"class": "list"}
        empty_text = gettext_lazy("No role fits. Try fewer words or all roles.")

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        self.on = on
        super().__init__(*args, **kwargs)

    def render_holder(self, record: RoleAssignment) -> SafeString:
        original = record.deputises_for
        note = _("Deputy for %(name)s") % {"name": original.employee.name} if original else record.employee.number
        return two_lines(record.employee.name, note, reverse("person", args=[record.employee_id]))

    def render_role(self, record: RoleAssignment) -> str:
        return str(capfirst(record.get_role_display()))

    def render_starts_on(self, value: date) -> str:
        return longday(value)

    def render_ends_on(self, value: date | None) -> str:
        return longday(value)

    def render_end(self, record: RoleAssignment) -> SafeString:
        if record.ends_on and record.ends_on < self.on:
            return SafeString("")
        label, url = _("End"), reverse("role_end", args=[record.pk])
        name = f"{record.get_role_display()}, {record.employee.name}"
        return format_html(
            '<a class="btn btn-small btn-outline-primary" href="{}">{}<span class="visually-hidden">: {}</span></a>',
            url,
            label,
            name,
        )


class OfferTable(tables.Table):
    """The course catalogue."""

    title = tables.Column(gettext_lazy("Course"), order_by=("sort_title",))
    kind = tables.Column(gettext_lazy("Kind"))
    price = tables.Column(gettext_lazy("Price"), attrs=NUMBER)
    days = tables.Column(gettext_lazy("Days"), attrs=NUMBER)
    starts_on = tables.Column(gettext_lazy("Starts"))
    signup_by = tables.Column(gettext_lazy("Sign up by"))

    class Meta:
        attrs = {"class": "list"}
        empty_text = gettext_lazy("No course fits. Try fewer words, or all kinds.")

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        self.on = on
        super().__init__(*args, **kwargs)

    def render_title(self, record: Offer) -> SafeString:
        return two_lines(record.title, record.provider.name, reverse("offer", args=[record.pk]))

    def render_kind(self, record: Offer) -> str:
        return str(capfirst(record.get_kind_display()))

    def render_price(self, value: int) -> str:
        return kroner(value)

    def render_days(self, value: Any) -> str:
        return number_format(value.normalize(), use_l10n=True)

    def render_starts_on(self, value: date) -> str:
        return longday(value)

    def render_signup_by(self, value: date) -> SafeString | str:
        return longday(value) if value >= self.on else format_html('<span class="late">{}</span>', _("Closed"))
