"""Who is taken from a unit at all: people, however many roles each has (source: T27, docs/adr/0021)."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Exists, OuterRef, QuerySet

from competence.models import Commitment
from trainers.models import Mandate, Selection


def heads_of(units: Iterable[int], on: date) -> dict[int, set[int]]:
    """The people with a role after `on`, by unit, both by key; one query.

    Running mandates, people chosen who have no mandate yet, and everybody with hours in another role.
    """
    wanted = list(units)
    mandates = Mandate.objects.running().filter(unit__in=wanted).order_by().values_list("unit", "employee")
    chosen = waiting_for_mandate().filter(candidate__unit__in=wanted).order_by()
    roles = Commitment.objects.filter(unit__in=wanted, ends_on__gt=on).order_by().values_list("unit", "employee")
    found: dict[int, set[int]] = {unit: set() for unit in wanted}
    for unit, person in mandates.union(chosen.values_list("candidate__unit", "candidate__employee"), roles):
        found[unit].add(person)
    return found


def waiting_for_mandate() -> "QuerySet[Selection]":
    """Chosen, and without a mandate in that round yet."""
    mandate = Mandate.objects.filter(round=OuterRef("candidate__round"), employee=OuterRef("candidate__employee"))
    return Selection.objects.filter(outcome=Selection.Outcome.CHOSEN).exclude(Exists(mandate))
