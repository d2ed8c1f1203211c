"""What pages read about strategies."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.db.models import Q, QuerySet

from competence.models import Offer, Unit
from strategy.models import Need, Section, Strategy


def line_of(unit: Unit) -> list[int]:
    """The ids of `unit` and of every unit above it, the root first."""
    return [int(part) for part in unit.path.split("/") if part]


def strategy_in_force(unit: Unit, on: date) -> Strategy | None:
    """The approved strategy that holds in `unit` on `on`: its own, else the nearest above (source: S03)."""
    found = Strategy.objects.in_force_on(on).filter(unit__in=line_of(unit))
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


@dataclass(frozen=True)
class Chapter:
    """A section with its needs; `level` is 1 for section 3 and 2 for section 3.2."""

    section: Section
    needs: list[Need]
    level: int


def chapters_of(strategy: Strategy) -> list[Chapter]:
    """The sections in reading order; two queries."""
    sections = strategy.sections.prefetch_related("needs").order_by("position")
    return [Chapter(section, list(section.needs.all()), section.number.count(".") + 1) for section in sections]


@dataclass(frozen=True)
class UnitStrategies:
    """One unit's version in force, or the newest when none is, and the earlier ones."""

    newest: Strategy
    is_in_force: bool
    earlier: list[Strategy]


def strategies_by_unit(municipality: int, on: date) -> list[UnitStrategies]:
    """The strategies of the municipality by unit; one query."""
    rows = []
    for _unit, versions in groupby(readable_strategies(municipality), key=lambda version: version.unit_id):
        newest, *earlier = sorted(versions, key=lambda version: (not version.is_in_force(on), -version.version))
        rows.append(UnitStrategies(newest, newest.is_in_force(on), earlier))
    return rows
