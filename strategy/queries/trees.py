"""What pages read about solution trees."""

from collections.abc import Iterable
from datetime import date
from typing import Any, cast

from django.db.models import CharField, Count, Exists, ExpressionWrapper, F, OuterRef, Prefetch, Q, QuerySet

from competence.access import Actor, Permission, scope
from competence.models import Unit
from strategy.models import Cause, Measure, MeasureKind, Need, Section, SolutionTree, Strategy
from strategy.queries import needs_of, strategy_in_force


def trees_of(actor: Actor) -> "QuerySet[SolutionTree]":
    """The trees the reader may open, open ones first, with how far each has come; one query."""
    rows = SolutionTree.objects.filter(readable_trees(actor)).select_related("unit")
    measures = Count("causes__measures", distinct=True)
    needs = Count("causes__measures", filter=Q(causes__measures__needs__isnull=False), distinct=True)
    found = rows.annotate(cause_count=Count("causes", distinct=True), measure_count=measures, need_count=needs)
    return found.order_by("closed_on", "unit__path", "-made_at", "pk")


def readable_trees(actor: Actor) -> Q:
    """What `strategy.access` lets the reader open, as a filter for trees."""
    own = {int(part) for post in actor.posts for part in post.path.split("/") if part}
    return Q(unit__in=own) | writable_trees(actor, "unit")


def writable_trees(actor: Actor, unit: str = "") -> Q:
    """Where `strategy.access` lets the reader write trees, as a filter for units, or for rows with a `unit`."""
    leads = scope(actor, Permission.KEEP_DUTIES, unit) | scope(actor, Permission.WRITE_STRATEGY, unit)
    path = ExpressionWrapper(OuterRef(f"{unit}__path" if unit else "path"), output_field=CharField())
    return leads | Q(Exists(being_written_by(actor).annotate(below=path).filter(below__startswith=F("unit__path"))))


def being_written_by(actor: Actor) -> "QuerySet[Strategy]":
    """The versions on their way in whose working group the reader is."""
    return Strategy.objects.filter(state__in=Strategy.ON_THEIR_WAY, members__employee=actor.employee)


def units_to_plant_in(actor: Actor) -> "QuerySet[Unit]":
    """The units the reader may begin a tree for, open today."""
    return Unit.objects.filter(writable_trees(actor), closed_on__isnull=True).order_by("path")


def causes_of(tree: SolutionTree) -> "QuerySet[Cause]":
    """The causes in order, each with its measures and the needs these became; three queries."""
    needs = Prefetch("needs", Need.objects.select_related("section__strategy__unit"))
    measures = Measure.objects.prefetch_related(needs).order_by("position")
    return tree.causes.prefetch_related(Prefetch("measures", measures)).order_by("position")


def versions_to_write_in(unit: Unit, on: date) -> list[Strategy]:
    """The versions that will hold in `unit` and whose text can be written on `on`."""
    found = Strategy.objects.filter(state__in=Strategy.ON_THEIR_WAY, unit__in=unit.line).select_related("unit")
    return [row for row in found if row.is_writable_on(on)]


def sections_of(versions: Iterable[Strategy]) -> "QuerySet[Section]":
    rows = Section.objects.filter(strategy__in=[row.pk for row in versions]).select_related("strategy__unit")
    return rows.order_by("strategy__unit__path", "position")


def measures_to_take(unit: Unit) -> "QuerySet[Measure]":
    """The measures of competence that are no need yet, in open trees of `unit` and those under it."""
    rows = Measure.objects.filter(cause__tree__unit__path__startswith=unit.path, cause__tree__closed_on__isnull=True)
    rows = rows.filter(kind=MeasureKind.COMPETENCE, needs__isnull=True).select_related("cause__tree__unit")
    return rows.order_by("cause__tree", "cause__position", "position")


def needs_to_link(unit: Unit, on: date) -> "QuerySet[Need]":
    """The needs of the strategy that holds in `unit` on `on`."""
    holding = strategy_in_force(unit, on)
    return needs_of(holding) if holding else Need.objects.none()


def trees_behind(actor: Actor, strategy: Strategy) -> dict[int, list[SolutionTree]]:
    """The trees whose measures became needs of the version, by the need's id; those the reader may open. One query."""
    behind: dict[int, list[SolutionTree]] = {}
    rows = SolutionTree.objects.filter(readable_trees(actor), causes__measures__needs__section__strategy=strategy)
    links = rows.annotate(need=F("causes__measures__needs")).distinct().order_by("pk")
    for tree in links:
        behind.setdefault(cast(Any, tree).need, []).append(tree)
    return behind
