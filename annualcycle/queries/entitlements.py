"""Which days are due by right, and what was offered (rules-and-complaints.md, E1: AMO/AMR)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from annualcycle.models import Cycle, Entitlement
from annualcycle.models.entitlements import long_in_words
from annualcycle.phases import same_day
from annualcycle.queries.cycle import years_of
from competence.access import Actor, Permission
from competence.models import Employee, Role, RoleAssignment, Rule, Unit
from competence.queries import Pending
from competence.queries.rights import rules_of
from competence.waiting import Source

Kind = Entitlement.Kind


@dataclass(frozen=True)
class Right:
    """Something a safety representative is to be offered; `length` is hours for the basic training, else days."""

    employee: Employee
    unit: Unit
    elected_on: date
    kind: Kind
    length: Decimal
    due_on: date

    @property
    def long(self) -> str:
        return long_in_words(self.length, in_hours=self.kind == Kind.BASIC)


def due_in(cycle: Cycle) -> list[Right]:
    """What is to be offered within the budget year of `cycle` and is not yet, by the last day; three queries.

    A year of service belongs to the budget year in which it ends, the basic training to the one its last day is in.
    """
    rules = rules_of(cycle.unit, date(cycle.budget_year, 1, 1))
    first, last = date(cycle.budget_year, 1, 1), date(cycle.budget_year, 12, 31)
    held = RoleAssignment.objects.filter(role=Role.SAFETY_REPRESENTATIVE, unit__path__startswith=cycle.unit.path)
    held = held.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=first), starts_on__lte=last)
    rows = held.select_related("employee__municipality__settings", "unit").order_by("employee__sort_name", "pk")
    offered = set(Entitlement.objects.filter(cycle=cycle).values_list("employee", "kind"))
    rights = [right for row in rows for right in _rights(row, rules) if first <= right.due_on <= last]
    # Who represents two places has the right once.
    left = {(one.employee.pk, one.kind): one for one in rights if (one.employee.pk, one.kind) not in offered}
    return sorted(left.values(), key=lambda one: (one.due_on, one.employee.sort_name))


def _rights(role: RoleAssignment, rules: dict[Rule.Kind, int]) -> Iterator[Right]:
    """All that follows from one election, for as many years as a budget looks ahead."""

    def right(kind: Kind, length: Decimal, due_on: date) -> Right:
        return Right(role.employee, role.unit, role.starts_on, kind, length, due_on)

    begun = role.starts_on
    yield right(Kind.BASIC, Decimal(rules[Rule.Kind.AMR_HOURS]), months_after(begun, rules[Rule.Kind.AMR_MONTHS]))
    for year in range(60):
        ends = same_day(begun, begun.year + year + 1) - timedelta(days=1)
        if role.ends_on and same_day(begun, begun.year + year) > role.ends_on:
            return
        kind = Kind.LATER_YEAR if year else Kind.FIRST_YEAR
        halves = rules[Rule.Kind.AMR_LATER_YEARS if year else Rule.Kind.AMR_FIRST_YEAR]
        yield right(kind, Decimal(halves) / 2, ends)


def months_after(day: date, months: int) -> date:
    """The same day `months` later, or the last one of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    following = date(year + (month == 11), (month + 1) % 12 + 1, 1)
    return date(year, month + 1, min(day.day, (following - timedelta(days=1)).day))


def offers_of(cycle: Cycle) -> "QuerySet[Entitlement]":
    """What was offered for the budget year, by the last day."""
    found = Entitlement.objects.filter(cycle=cycle).select_related("employee", "offered_by", "answered_by")
    return found.order_by("due_on", "pk")


def letters() -> "QuerySet[Entitlement]":
    """Offers with all that a letter names."""
    related = ("cycle__unit", "employee__municipality__settings", "offered_by", "answered_by")
    return Entitlement.objects.select_related(*related)


def recipient(employee: int) -> Employee:
    """The person with what a mail to them needs."""
    return Employee.objects.select_related("municipality__settings").get(pk=employee)


def _mine(actor: Actor, on: date) -> "QuerySet[Entitlement]":
    return Entitlement.objects.filter(employee=actor.employee, answer="").order_by("due_on")


def pending_mine(actor: Actor, on: date) -> list[Pending]:
    """Offers that wait for the employee's yes or no."""
    return [
        Pending(
            due_on=one.due_on,
            title=_("Say yes or no to the offer: %(title)s") % {"title": one},
            why=_("You have a right to it. The money is set aside."),
            url=reverse("year:right", args=[one.pk]),
            action=pgettext("verb on a button", "Answer"),
        )
        for one in _mine(actor, on)
    ]


def _represented(actor: Actor, on: date) -> "QuerySet[RoleAssignment] | None":
    """Safety representatives in the centres whose money the person places."""
    paths = actor.paths(Permission.GRANT_AD_HOC)
    if not paths:
        return None
    below = Q()
    for path in paths:
        below |= Q(unit__path__startswith=path)
    return RoleAssignment.objects.valid_on(on).filter(below, role=Role.SAFETY_REPRESENTATIVE)


def pending_offers(actor: Actor, on: date) -> list[Pending]:
    """What is to be offered in the newest running years the person places the money of."""
    years = [one for one in years_of(actor) if one.is_running and actor.may(Permission.GRANT_AD_HOC, one.unit)]
    return [_to_offer(cycle, rights) for cycle in years if (rights := due_in(cycle))]


def _to_offer(cycle: Cycle, rights: list[Right]) -> Pending:
    number, first = len(rights), rights[0]
    one = _("Offer %(name)s the days of a safety representative") % {"name": first.employee}
    many = ngettext("Make one offer by right", "Make %(number)s offers by right", number) % {"number": number}
    day = date_format(first.due_on, pgettext("date in a sentence, Django format", "j F Y"))
    return Pending(
        due_on=first.due_on,
        title=one if number == 1 else many,
        why=_("They are placed before the wishes are weighed. The first is to be held by %(day)s.") % {"day": day},
        url=reverse("year:rights", args=[cycle.pk]),
        action=pgettext("verb on a button", "Offer"),
    )


SOURCES = (Source(_mine, pending_mine), Source(_represented, pending_offers))
