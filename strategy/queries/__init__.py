"""What pages read about strategies."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Prefetch, Q, QuerySet, Value

from competence.access import Actor
from competence.models import Employee, Offer, Role, RoleAssignment, Unit
from strategy.models import FoundationUse, Need, Section, SectionKind, Strategy, StrategyGoal


def strategy_in_force(unit: Unit, on: date) -> Strategy | None:
    """The approved strategy that holds in `unit` on `on`: its own, else the nearest above (source: S03)."""
    found = Strategy.objects.in_force_on(on).filter(unit__in=unit.line)
    return found.select_related("unit").order_by("-unit__path", "-version").first()


def readable_strategies(municipality: int) -> "QuerySet[Strategy]":
    """What everybody employed in the municipality may read: versions that are or were approved (source: S08)."""
    inside = Strategy.objects.filter(Q(unit__municipality=municipality) | Q(unit=municipality))
    return inside.published().select_related("unit").order_by("unit__path", "-version")


def needs_of(strategy: Strategy) -> "QuerySet[Need]":
    """All needs of the version in reading order, each with its section."""
    needs = Need.objects.filter(section__strategy=strategy)
    return needs.select_related("section").order_by("section__position", "number")


def need_met_by(offer: Offer, strategy: Strategy) -> Need | None:
    """The first need of the version that shares a competence with the course."""
    return needs_of(strategy).filter(competences__offers=offer).first()


def _names(of: str) -> ArrayAgg:
    return ArrayAgg(of, distinct=True, order_by=of, filter=Q(**{f"{of}__isnull": False}), default=Value([]))


# Names of a need's links that are rows of other tables; goals are frozen with the version.
KEPT = ("unit_names", "competence_names")


@dataclass(frozen=True)
class Chapter:
    """A section with its needs, and the strategy's goals where it tells them; level 1 is section 3, level 2 is 3.2."""

    section: Section
    needs: list[Need]
    level: int
    goals: list[StrategyGoal]


_NAMES = {
    "unit_names": _names("units__name"),
    "competence_names": _names("competences__name"),
    "goal_texts": _names("goals__text"),
}


def chapters_of(strategy: Strategy) -> list[Chapter]:
    """The sections in reading order, each need with the names of its units, competences and goals; four queries.

    An approved version tells them as they were called when it was approved (source: S03).
    """
    goals = list(strategy.goals.all())
    needs = Prefetch("needs", Need.objects.annotate(**_NAMES).prefetch_related("law_references"))
    rows = strategy.sections.prefetch_related(needs).order_by("position")
    if strategy.kept_names:
        _tell_as_kept((need for row in rows for need in row.needs.all()), strategy.kept_names["needs"])
    return [
        Chapter(row, list(row.needs.all()), row.level, goals if row.kind == SectionKind.GOALS else []) for row in rows
    ]


def names_in(strategy: Strategy) -> dict[str, Any]:
    """What the version names outside of itself, as it is called now: its unit and municipality, and by the id of each
    need its units, competences and law. Needs `unit`."""
    needs = [need for chapter in chapters_of(strategy) for need in chapter.needs]
    return {
        "unit": str(strategy.unit),
        "municipality": str(strategy.unit.municipality or strategy.unit),
        "needs": {str(need.pk): {**{name: getattr(need, name) for name in KEPT}, "law": need.law} for need in needs},
    }


def _tell_as_kept(needs: Iterable[Need], kept: dict[str, dict[str, list[str]]]) -> None:
    for need in needs:
        names = kept[str(need.pk)]
        for name in KEPT:
            setattr(need, name, names[name])
        need.kept_law = names["law"]


@dataclass(frozen=True)
class UnitStrategies:
    """One unit's version in force, or the newest when none is, and the earlier ones."""

    newest: Strategy
    is_in_force: bool
    earlier: list[Strategy]
    is_own: bool


def strategies_by_unit(actor: Actor, on: date) -> list[UnitStrategies]:
    """The strategies of the municipality by unit, those of the reader's own units first; one query."""
    rows = []
    for unit, versions in groupby(readable_strategies(actor.municipality), key=lambda version: version.unit):
        newest, *earlier = sorted(versions, key=lambda version: (not version.is_in_force(on), -version.version))
        is_own = any(post.path.startswith(unit.path) for post in actor.posts)
        rows.append(UnitStrategies(newest, newest.is_in_force(on), earlier, is_own))
    return sorted(rows, key=lambda row: not row.is_own)


def staff_of(unit: Unit, on: date) -> "QuerySet[Employee]":
    """Everybody employed in `unit` or under it on `on`, with what their mails need."""
    people = Employee.objects.get_queryset().below(unit, on).filter(is_active=True)
    return people.select_related("municipality__settings")


def med_members_of(unit: Unit, on: date) -> "QuerySet[Employee]":
    """The members of MED for `unit`: those of its own committee and of those above."""
    roles = RoleAssignment.objects.valid_on(on).filter(role=Role.MED_MEMBER, unit__in=unit.line)
    people = Employee.objects.filter(pk__in=roles.values("employee"), is_active=True)
    return people.select_related("municipality__settings")


def foundations_of(strategy: Strategy) -> list[FoundationUse]:
    """What the version stands on, in order; as it was approved where it is."""
    return list(strategy.foundation_uses.select_related("foundation").order_by("position"))


def leaders_of(unit: Unit, on: date) -> "QuerySet[Employee]":
    """Those who lead the staff of `unit` itself on `on`."""
    roles = RoleAssignment.objects.valid_on(on).leading().filter(unit=unit)
    people = Employee.objects.filter(pk__in=roles.values("employee"), is_active=True)
    return people.select_related("municipality__settings")
