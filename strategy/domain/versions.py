"""Versions of a unit’s strategy: drafted, copied, brought into force, evaluated (sources: S01, S02, S67)."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from competence.models import Employee, Unit
from strategy.models import FoundationUse, Need, Section, Strategy, StrategyGoal, WorkingGroupMember
from strategy.queries import names_in

State = Strategy.State
# The year belongs to the app above, which says here which dates an approved version keeps of its first year.
DATES: list[Callable[[Strategy], dict[str, str]]] = []


class IsFrozen(Exception):
    """An approved version is frozen; a change makes the next version."""


class NothingInIt(Exception):
    """A strategy without sections cannot be approved."""


class BeingWritten(Exception):
    """The unit has a version on its way already."""


class NotInForce(Exception):
    """Only a version in force is evaluated."""


@transaction.atomic
def draft(*, unit: Unit, title: str, starts_on: date, ends_on: date, copied_from: Strategy | None = None) -> Strategy:
    """The next version for `unit`, in force from–to (inclusive) once it is approved. Raises BeingWritten."""
    Unit.objects.select_for_update().get(pk=unit.pk)
    versions = Strategy.objects.filter(unit=unit)
    if versions.filter(state__in=Strategy.ON_THEIR_WAY).exists():
        raise BeingWritten(_("%(unit)s has a version on its way already.") % {"unit": unit})
    last = versions.aggregate(last=Max("version"))["last"] or 0
    return Strategy.objects.create(
        unit=unit, title=title, version=last + 1, starts_on=starts_on, ends_on=ends_on, copied_from=copied_from
    )


@transaction.atomic
def copy(*, strategy: Strategy, title: str, starts_on: date, ends_on: date) -> Strategy:
    """A draft of the next version with all that `strategy` says, its evaluation among it (sources: S67, X06).

    The foundations are linked as they are now. Raises BeingWritten.
    """
    made = draft(unit=strategy.unit, title=title, starts_on=starts_on, ends_on=ends_on, copied_from=strategy)
    for use in strategy.foundation_uses.filter(foundation__is_active=True):
        FoundationUse.objects.create(strategy=made, foundation=use.foundation, position=use.position)
    goals = {}
    for goal in strategy.goals.all():
        goals[goal.pk] = StrategyGoal.objects.create(
            strategy=made, kind=goal.kind, text=goal.text, position=goal.position
        )
    for section in strategy.sections.order_by("position"):
        _copy_section(section, made, goals)
    return made


def _copy_section(section: Section, made: Strategy, goals: dict[int, StrategyGoal]) -> None:
    twin = Section.objects.create(
        strategy=made,
        number=section.number,
        title=section.title,
        kind=section.kind,
        text=section.text,
        position=section.position,
        copied_from=section,
    )
    for need in section.needs.order_by("number").prefetch_related(*LINKED):
        _copy_need(need, twin, goals)


# What a need says by itself; its links are copied one by one.
NEED_FIELDS = (
    *("number", "title", "text", "target_group", "target_note", "delivery", "delivery_note", "provider"),
    *("recurs_months", "law_reference", "external_only_if", "external_reason"),
)

LINKED = ("competences", "goals", "units", "law_references", "measures")


def _copy_need(need: Need, section: Section, goals: dict[int, StrategyGoal]) -> None:
    facts = {name: getattr(need, name) for name in NEED_FIELDS}
    twin = Need.objects.create(section=section, copied_from=need, **facts)
    twin.competences.set(need.competences.all())
    twin.units.set(need.units.all())
    twin.law_references.set(need.law_references.all())
    twin.goals.set(goals[goal.pk] for goal in need.goals.all())
    twin.measures.set(need.measures.all())


@transaction.atomic
def set_period(*, strategy: Strategy, title: str, starts_on: date, ends_on: date) -> Strategy:
    """Raises IsFrozen."""
    refuse_frozen(strategy)
    strategy.title, strategy.starts_on, strategy.ends_on = title, starts_on, ends_on
    strategy.save(update_fields=["title", "starts_on", "ends_on"])
    return strategy


@transaction.atomic
def set_member(*, strategy: Strategy, employee: Employee, part: str) -> WorkingGroupMember:
    """In the working group as `part`, or as another part than before (source: S02). Raises IsFrozen."""
    refuse_frozen(strategy)
    member, _made = WorkingGroupMember.objects.update_or_create(
        strategy=strategy, employee=employee, defaults={"part": part}
    )
    return member


@transaction.atomic
def remove_member(*, member: WorkingGroupMember) -> None:
    """Raises IsFrozen."""
    refuse_frozen(member.strategy)
    member.delete()


@transaction.atomic
def adopt(*, strategy: Strategy, committee: str, on: date) -> Strategy:
    """Approved by `committee` on `on`: frozen, and earlier versions end when this one begins (source: S03).

    Also for what was approved before it came into the system. Raises IsFrozen, NothingInIt.
    """
    refuse_frozen(strategy)
    if not strategy.sections.exists():
        raise NothingInIt(_("Write at least one section before the strategy is approved."))
    for use in strategy.foundation_uses.select_related("foundation"):
        use.kept_title, use.kept_points = use.foundation.title, use.foundation.points
        use.save(update_fields=["kept_title", "kept_points"])
    _make_room(strategy)
    strategy.state, strategy.approved_by, strategy.approved_on = State.APPROVED, committee, on
    strategy.kept_dates = DATES[0](strategy) if DATES else None
    strategy.kept_names = names_in(strategy)
    strategy.save(update_fields=["state", "approved_by", "approved_on", "kept_dates", "kept_names"])
    supersede_due(on=on, unit=strategy.unit)
    return strategy


def _make_room(strategy: Strategy) -> None:
    """Earlier versions hold until the day before this one begins; what begins later is replaced at once."""
    for earlier in Strategy.objects.filter(
        unit=strategy.unit_id, state__in=Strategy.HOLDING, ends_on__gte=strategy.starts_on
    ):
        if earlier.starts_on >= strategy.starts_on:
            earlier.state = State.SUPERSEDED
        else:
            earlier.ends_on = strategy.starts_on - timedelta(days=1)
        earlier.save(update_fields=["state", "ends_on"])


@transaction.atomic
def supersede_due(*, on: date, unit: Unit | None = None) -> int:
    """Versions whose successor is in force on `on` are superseded; returns how many. For every unit, or one."""
    in_force = Strategy.objects.in_force_on(on)
    over = Strategy.objects.filter(state__in=Strategy.HOLDING, ends_on__lt=on, unit__in=in_force.values("unit"))
    if unit is not None:
        over = over.filter(unit=unit)
    count = 0
    for version in over.select_for_update():
        version.state = State.SUPERSEDED
        version.save(update_fields=["state"])
        count += 1
    return count


@transaction.atomic
def evaluate(*, strategy: Strategy, text: str, by: Employee, at: datetime, on: date) -> Strategy:
    """Say how it went; the text goes into the next version (source: S67). Raises NotInForce."""
    if not strategy.is_in_force(on):
        raise NotInForce(_("Only a strategy in force is evaluated."))
    strategy.evaluation, strategy.evaluated_by, strategy.evaluated_at = text, by, at
    strategy.state = State.EVALUATED
    strategy.save(update_fields=["evaluation", "evaluated_by", "evaluated_at", "state"])
    return strategy


def refuse_frozen(strategy: Strategy) -> Strategy:
    """Lock the version and return it as it is now; raise IsFrozen when it is approved."""
    now = Strategy.objects.select_for_update().get(pk=strategy.pk)
    if now.is_frozen:
        raise IsFrozen(_("This version is approved. Draft the next version to change it."))
    return now
