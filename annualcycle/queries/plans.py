"""What pages read about development plans."""

from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from django.db.models import Exists, Func, IntegerField, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from annualcycle.models import Cycle, Goal, Plan, PlanVersion, Talk, Wish
from annualcycle.models.talks import Side
from annualcycle.queries.talks import led_by
from competence.access import Actor
from competence.queries import Pending
from competence.words import sentence
from strategy.models import Need, Strategy


@dataclass(frozen=True)
class Change:
    """How a goal differs between two versions: `before` and `after` are None where it was not there."""

    before: Goal | None
    after: Goal | None

    @property
    def kind(self) -> str:
        if self.before is None:
            return "added"
        if self.after is None:
            return "removed"
        same = all(getattr(self.before, name) == getattr(self.after, name) for name in _COMPARED)
        return "same" if same else "changed"


_COMPARED = ("title", "how", "help_from", "due_on", "need_id")


def find(pk: int) -> QuerySet[Plan]:
    return Plan.objects.filter(pk=pk).select_related("employee", "cycle__unit")


def talk_of(plan: Plan) -> Talk | None:
    """The talk the plan comes from, whose leader is the plan's other side."""
    return Talk.objects.filter(cycle=plan.cycle_id, employee=plan.employee_id).select_related("leader", "unit").first()


def versions_of(plan: Plan) -> QuerySet[PlanVersion]:
    """All versions with their goals, newest first."""
    goals = Goal.objects.select_related("need__section").order_by("position")
    rows = plan.versions.select_related("made_by", "leader_confirmed_by")
    return rows.prefetch_related(Prefetch("goals", goals)).order_by("-number")


def side_of(actor: Actor, plan: Plan, on: date) -> Side | None:
    """Which of the two `actor` is in `plan`, deputies counting as the leader; None for everybody else."""
    if plan.employee_id == actor.employee.pk:
        return Side.EMPLOYEE
    talks = Talk.objects.filter(led_by(actor, on), cycle=plan.cycle_id, employee=plan.employee_id)
    return Side.LEADER if talks.exists() else None


def changes(before: PlanVersion, after: PlanVersion) -> list[Change]:
    """The goals of two versions beside each other, paired by title, else by place."""
    old, new = list(before.goals.all()), list(after.goals.all())
    pairs: list[Change] = []
    for goal in new:
        twin = next((o for o in old if o.title == goal.title), None)
        twin = twin or next((o for o in old if o.position == goal.position and not _kept(o, new)), None)
        if twin:
            old.remove(twin)
        pairs.append(Change(twin, goal))
    return pairs + [Change(goal, None) for goal in old]


def _kept(goal: Goal, goals: list[Goal]) -> bool:
    return any(other.title == goal.title for other in goals)


def needs_for(cycle: Cycle, on: date) -> QuerySet[Need]:
    """The needs of the approved strategies of the centre and of the units above it."""
    strategies = Strategy.objects.in_force_on(on).filter(unit__in=cycle.unit.line)
    return (
        Need.objects.filter(section__strategy__in=strategies)
        .select_related("section")
        .order_by("section__strategy__unit__path", "section__position", "number")
    )


def mine(actor: Actor) -> QuerySet[Plan]:
    """All plans of `actor`, newest year first."""
    return Plan.objects.filter(employee=actor.employee).select_related("cycle__unit").order_by("-cycle__year")


def pending_plans(actor: Actor, on: date) -> list[Pending]:
    """Plans that wait for `actor`'s words or yes; one query."""
    newer = PlanVersion.objects.filter(plan=OuterRef("plan"), number__gt=OuterRef("number"))
    # One EXISTS over the talks, not one of two conditions: that the database can turn into a join.
    talks = Talk.objects.filter(
        led_by(actor, on) | Q(employee=actor.employee),
        cycle=OuterRef("plan__cycle"),
        employee=OuterRef("plan__employee"),
    )
    rows = PlanVersion.objects.filter(
        Exists(talks),
        ~Exists(newer),
        Q(employee_confirmed_at__isnull=True) | Q(leader_confirmed_at__isnull=True),
        plan__cycle__published_at__isnull=False,
        plan__cycle__evaluated_at__isnull=True,
    )
    goals = Goal.objects.filter(version=OuterRef("pk"))
    wishes = Wish.objects.filter(
        employee=OuterRef("plan__employee"), cycle=OuterRef("plan__cycle"), state=Wish.State.SUBMITTED
    )
    counted = rows.select_related("plan__employee", "plan__cycle", "leader_confirmed_by").annotate(
        goal_count=_number_of(goals), wish_count=_number_of(wishes)
    )
    return [
        row for row in (_pending(actor, version) for version in counted.order_by("plan__employee__sort_name")) if row
    ]


def _number_of(rows: QuerySet[Any]) -> Subquery:
    """How many `rows` there are, counted beside the query instead of joined into it."""
    count = Func(function="COUNT", template="%(function)s(*)", output_field=IntegerField())
    return Subquery(rows.order_by().annotate(number=count).values("number"))


def _pending(actor: Actor, version: PlanVersion) -> Pending | None:
    own = version.plan.employee_id == actor.employee.pk
    mine, other = version.employee_confirmed_at, version.leader_confirmed_at
    if not own:
        mine, other = other, mine
    if mine:
        return None
    return Pending(
        due_on=version.plan.cycle.wishes_due_on,
        title=_title(version, own=own, asked=bool(other)),
        why=_why(version, own=own),
        url=reverse("year:plan", args=[version.plan_id]),
        action=_("Confirm") if other else _("Open the plan"),
    )


def _title(version: PlanVersion, *, own: bool, asked: bool) -> str:
    if own:
        return sentence(_("Confirm your {plan}") if asked else _("Finish your {plan}"))
    name = version.plan.employee.name
    return sentence(_("Confirm the plan with {name}") if asked else _("Finish the plan with {name}"), name=name)


def _why(version: PlanVersion, *, own: bool) -> str:
    """Who has confirmed, and how much is in it."""
    confirmed = version.leader_confirmed_at if own else version.employee_confirmed_at
    by = version.leader_confirmed_by if own else version.plan.employee
    row = cast(Any, version)
    goals = ngettext("%(count)s goal", "%(count)s goals", row.goal_count) % {"count": row.goal_count}
    wishes = ngettext("%(count)s wish", "%(count)s wishes", row.wish_count) % {"count": row.wish_count}
    content = _("The plan has %(goals)s and %(wishes)s.") % {"goals": goals, "wishes": wishes}
    if not row.wish_count:
        content = _("The plan has %(goals)s.") % {"goals": goals}
    if not row.goal_count:
        content = _("There is no goal in it yet.")
    if not confirmed or by is None:
        return content
    who = _("%(name)s confirmed on %(day)s.") % {
        "name": by.first_name,
        "day": date_format(timezone.localtime(confirmed), "MONTH_DAY_FORMAT"),
    }
    return f"{who} {content}"
