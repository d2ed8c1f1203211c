"""What the December board and the rules about decisions read."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Max, OuterRef, QuerySet, Subquery, Sum
from django.db.models.functions import JSONObject

from annualcycle.models import Budget, Cycle, Decision, Entitlement, Wish
from annualcycle.models.decisions import Outcome, Route
from competence.models import Employee, Role, RoleAssignment, Rule, Unit
from competence.queries.settings import value_on

# django-pghistory makes this model: every state of every decision, also of those taken back.
DecisionEvent = cast(Any, Decision).pgh_event_model


# The counter of what is placed by right.
PLACED = "placed"


def last_revision(wish: Wish) -> int:
    """The revision of the wish's latest decision, also one that was taken back; 0 when it never had any."""
    revisions = DecisionEvent.objects.filter(wish=wish).order_by("-pgh_id").values_list("revision", flat=True)
    found: int | None = revisions.first()
    return found or 0


FORMAL = {Wish.Kind.FORMAL_EDUCATION: Rule.Kind.FORMAL_EDUCATION, Wish.Kind.COURSE: Rule.Kind.FORMAL_COURSE}


def complaint_weeks(wish: Wish, on: date) -> int:
    """Weeks to complain about what is decided of the wish, by the rule of the nearest unit on `on`; 0: not formal."""
    kind = FORMAL.get(Wish.Kind(wish.kind))
    if kind is None:
        return 0
    return value_on(wish.cycle.unit, kind, on) or 0


def subject_of(wish: int) -> str:
    """How a wish is named in rows about anything, as `wish:17`."""
    return f"wish:{wish}"


def cycles_for_board() -> "QuerySet[Cycle]":
    """Years with unit, budget and `seen`: the newest change of a decision, from which `changes_since` counts."""
    newest = DecisionEvent.objects.filter(wish__cycle=OuterRef("pk")).order_by().values("wish__cycle")
    return Cycle.objects.select_related("unit", "budget").annotate(
        seen=Subquery(newest.annotate(newest=Max("pgh_id")).values("newest"))
    )


def cycles_with_changes(since: int) -> "QuerySet[Cycle]":
    """Years with `changes`: what happened to decisions after change number `since`, oldest first; one query.

    Decisions of one year are made one after another, so the numbers rise in the order of the commits.
    """
    later = DecisionEvent.objects.filter(wish__cycle=OuterRef("pk"), pgh_id__gt=since).order_by("pgh_id")
    return Cycle.objects.select_related("unit").annotate(
        changes=ArraySubquery(later.values(row=JSONObject(number="pgh_id", wish="wish_id")))
    )


def wishes_to_answer(cycle: Cycle) -> "QuerySet[Wish]":
    """The wishes on the board with decision and employee, in order of name."""
    found = Wish.objects.filter(cycle=cycle).on_the_board()
    joined = found.select_related("decision__decided_by", "employee__municipality__settings", "unit", "cycle")
    return joined.order_by("employee__sort_name", "pk")


def ad_hoc_wishes(cycle: Cycle) -> "QuerySet[Wish]":
    """What was asked for during the year, oldest first, with the answers (source: S54)."""
    found = Wish.objects.filter(cycle=cycle, is_ad_hoc=True, state=Wish.State.SUBMITTED)
    return found.select_related("employee", "unit", "decision").order_by("submitted_at", "pk")


@dataclass(frozen=True)
class Difference:
    """A counter that is not the sum of what was granted; both øre."""

    cycle: Cycle
    counter: str
    kept: int
    summed: int


def differences() -> list[Difference]:
    """Where a budget's counters differ from the sums of the decisions; earlier years from files have no counters."""
    sums: dict[int, dict[str, int]] = defaultdict(dict)
    granted = Decision.objects.filter(outcome=Outcome.GRANTED, wish__cycle__is_history=False).order_by()
    for cycle, route, amount in granted.values_list("wish__cycle", "route").annotate(Sum("amount")):
        sums[cycle][route] = amount
    placed = Entitlement.objects.exclude(answer=Entitlement.Answer.DECLINED).order_by()
    for cycle, amount in placed.values_list("cycle").annotate(Sum("cost")):
        sums[cycle][PLACED] = amount
    counters = {PLACED: PLACED, "agreed": Route.TALK, "granted": Route.DECEMBER, "ad_hoc": Route.AD_HOC}
    return [
        Difference(budget.cycle, counter, getattr(budget, counter), sums[budget.cycle_id].get(route, 0))
        for budget in Budget.objects.filter(cycle__is_history=False).select_related("cycle__unit")
        for counter, route in counters.items()
        if getattr(budget, counter) != sums[budget.cycle_id].get(route, 0)
    ]


def who_hears_of_differences(unit: Unit, on: date) -> list[Employee]:
    """HR of the municipality of `unit` on `on`."""
    roles = RoleAssignment.objects.valid_on(on).filter(role=Role.HR, unit__path__startswith=unit.root_path)
    people = Employee.objects.filter(pk__in=roles.values("employee"))
    return list(people.select_related("municipality__settings"))
