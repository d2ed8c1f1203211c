"""The development plan employee and leader write together (source: S43): confirmed by both, then frozen."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from annualcycle import emails
from annualcycle.models import Cycle, Goal, Plan, PlanVersion, Talk
from annualcycle.models.talks import Side
from competence.domain import mailings
from competence.models import Employee


class ChangedMeanwhile(Exception):
    """The other has saved since the page was opened; `version` is what is there now."""

    def __init__(self, version: PlanVersion) -> None:
        super().__init__(_("%(name)s has saved since you opened the plan.") % {"name": version.made_by.name})
        self.version = version


class NothingAgreed(Exception):
    """A plan without a word in it cannot be confirmed."""


class IsFrozen(Exception):
    """Both have confirmed this version."""


@dataclass(frozen=True)
class GoalFacts:
    """A goal as written; `pk` is set when it was in the version before."""

    title: str
    how: str = ""
    help_from: str = ""
    due_on: date | None = None
    need: int | None = None
    pk: int | None = None


@dataclass(frozen=True)
class Content:
    """All that a version says."""

    summary: str
    goals: Sequence[GoalFacts] = ()


@transaction.atomic
def open_for(*, cycle: Cycle, employee: Employee, by: Employee, at: datetime) -> Plan:
    """The plan of `employee` in `cycle`, with an empty first version when it is new."""
    plan, made = Plan.objects.get_or_create(cycle=cycle, employee=employee)
    if made:
        PlanVersion.objects.create(plan=plan, made_by=by, made_at=at)
    return plan


def current(plan: Plan) -> PlanVersion:
    """The newest version."""
    return plan.versions.select_related("made_by", "leader_confirmed_by").order_by("-number")[0]


@transaction.atomic
def save(*, plan: Plan, content: Content, revision: int, by: Employee, at: datetime) -> PlanVersion:
    """Write `content` into the newest version, or into a next one when both have confirmed it.

    `revision` is what the writer saw. A confirmation falls away when the words change.
    Raises ChangedMeanwhile when the other has saved since.
    """
    version = _locked(plan, revision)
    if version.is_confirmed:
        version = PlanVersion(plan=plan, number=version.number + 1, revision=version.revision)
        content = Content(content.summary, [_as_new(goal) for goal in content.goals])
    version.summary = content.summary
    version.revision += 1
    version.made_by, version.made_at = by, at
    version.employee_confirmed_at = version.leader_confirmed_at = version.leader_confirmed_by = None
    version.save()
    _write_goals(version, content.goals)
    return version


def _locked(plan: Plan, revision: int) -> PlanVersion:
    rows = PlanVersion.objects.select_for_update(of=("self",)).select_related("made_by", "plan__cycle")
    version = rows.filter(plan=plan).order_by("-number")[0]
    if version.revision != revision:
        raise ChangedMeanwhile(version)
    return version


def _as_new(goal: GoalFacts) -> GoalFacts:
    return GoalFacts(goal.title, goal.how, goal.help_from, goal.due_on, goal.need)


def _write_goals(version: PlanVersion, goals: Sequence[GoalFacts]) -> None:
    kept = {goal.pk for goal in goals if goal.pk}
    there = {goal.pk: goal for goal in version.goals.all()}
    version.goals.exclude(pk__in=kept).delete()
    for position, facts in enumerate(goals, start=1):
        goal = there.get(facts.pk or 0) or Goal(version=version)
        goal.position = position
        goal.title, goal.how, goal.help_from = facts.title, facts.how, facts.help_from
        goal.due_on, goal.need_id = facts.due_on, facts.need
        goal.save()


@transaction.atomic
def confirm(*, plan: Plan, side: str, revision: int, by: Employee, at: datetime) -> PlanVersion:
    """One of the two says yes to the newest version; the other is asked, or the version is frozen.

    Raises ChangedMeanwhile, NothingAgreed, IsFrozen.
    """
    version = _locked(plan, revision)
    if version.is_confirmed:
        raise IsFrozen(_("Both of you have confirmed this plan."))
    if not version.summary.strip() and not version.goals.exists():
        raise NothingAgreed(_("Write what you agreed on, or a goal, before you confirm."))
    if side == Side.EMPLOYEE:
        version.employee_confirmed_at = at
    else:
        version.leader_confirmed_at, version.leader_confirmed_by = at, by
    version.save()
    if not version.is_confirmed:
        _ask_the_other(version, side, at)
    return version


@transaction.atomic
def unconfirm(*, plan: Plan, side: str, by: Employee, at: datetime) -> PlanVersion:
    """Take one's own yes back while the other has not confirmed. Raises IsFrozen."""
    version = PlanVersion.objects.select_for_update().filter(plan=plan).order_by("-number")[0]
    if version.is_confirmed:
        raise IsFrozen(_("Both of you have confirmed this plan. Change it to make a new version."))
    if side == Side.EMPLOYEE:
        version.employee_confirmed_at = None
    else:
        version.leader_confirmed_at = version.leader_confirmed_by = None
    version.save()
    return version


def _ask_the_other(version: PlanVersion, side: str, at: datetime) -> None:
    plan = version.plan
    talk = Talk.objects.filter(cycle=plan.cycle_id, employee=plan.employee_id).select_related("leader").first()
    recipient = (talk.leader if talk else None) if side == Side.EMPLOYEE else plan.employee
    if recipient:
        mailings.notify(
            kind="plan_to_confirm",
            about=f"plan:{plan.pk}:{version.revision}",
            recipient=recipient,
            message=emails.plan_to_confirm(version, recipient),
            due_on=timezone.localdate(at),
            at=at,
        )
