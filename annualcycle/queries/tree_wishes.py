"""Wishes that come from a measure of a solution tree (source: M36)."""

from dataclasses import dataclass

from django.db.models import Q

from annualcycle.models import Decision, Wish
from annualcycle.queries.my_wishes import answer_to
from competence.access import Actor, Permission, scope
from competence.asked import whole_number
from strategy.models import Measure, MeasureKind, SolutionTree
from strategy.queries.trees import readable_trees


@dataclass(frozen=True)
class WishFrom:
    """A wish with its answer, None until it is released."""

    wish: Wish
    answer: Decision | None


@dataclass(frozen=True)
class MeasureInYear:
    """A measure of competence with the wishes the reader may see; `is_mine` where one of them is the reader's."""

    measure: Measure
    wishes: list[WishFrom]
    is_mine: bool


def measure_to_wish(actor: Actor, pk: str) -> Measure | None:
    """The measure of competence in an open tree that the reader may open."""
    trees = SolutionTree.objects.open().filter(readable_trees(actor))
    rows = Measure.objects.filter(kind=MeasureKind.COMPETENCE, cause__tree__in=trees)
    return rows.select_related("cause__tree").filter(pk=whole_number(pk) or 0).first()


def in_the_year(actor: Actor, tree: SolutionTree) -> list[MeasureInYear]:
    """The measures of competence in order, with one's own wishes and those sent by staff one leads; two queries."""
    rows: dict[int, list[WishFrom]] = {}
    seen = Q(employee=actor.employee) | (scope(actor, Permission.SEE_WISHES, "unit") & Q(state=Wish.State.SUBMITTED))
    found = Wish.objects.filter(seen, measure__cause__tree=tree).exclude(state=Wish.State.WITHDRAWN)
    for wish in found.select_related("employee", "cycle", "decision").order_by("-cycle__year", "pk"):
        rows.setdefault(wish.measure_id or 0, []).append(WishFrom(wish, answer_to(wish)))
    measures = Measure.objects.filter(cause__tree=tree, kind=MeasureKind.COMPETENCE)
    mine = {pk for pk, wishes in rows.items() if any(one.wish.employee_id == actor.employee.pk for one in wishes)}
    ordered = measures.order_by("cause__position", "position")
    return [MeasureInYear(row, rows.get(row.pk, []), row.pk in mine) for row in ordered]
