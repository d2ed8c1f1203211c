"""From a problem to what helps; a measure of competence becomes a need, and leads back (sources: M14–M19, M36)."""

from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import TypeVar

from django.db import transaction
from django.db.models import F, Max, Model
from django.utils.translation import gettext as _

from competence.models import Employee, Unit
from strategy.domain.editing import NeedFacts, add_need
from strategy.models import Cause, Measure, MeasureKind, Need, Section, SolutionTree, TreeLevel


class TreeIsClosed(Exception):
    """A closed tree stands as it is, until it is opened again."""


class NoNeed(Exception):
    """The measure cannot become this need; the words say why."""


@dataclass(frozen=True)
class TreeFacts:
    """What is written of a tree; `goal` is what is to be reached, `work` how one works then (source: M09)."""

    problem: str
    goal: str
    work: str
    level: str = TreeLevel.UNIT


@dataclass(frozen=True)
class CauseFacts:
    """`source` is whom one has asked: an expert, research, a neighbour (source: M15)."""

    text: str
    source: str = ""


@dataclass(frozen=True)
class MeasureFacts:
    """`amount` is how much by when, as “one talk a week” (source: M18)."""

    text: str
    kind: str = MeasureKind.COMPETENCE
    amount: str = ""


R = TypeVar("R", bound=Model)


@transaction.atomic
def plant(*, unit: Unit, facts: TreeFacts, by: Employee, at: datetime) -> SolutionTree:
    """A tree of `unit` with its problem and its goal, and nothing between them yet."""
    return _write(SolutionTree(unit=unit, made_by=by, made_at=at), facts)


@transaction.atomic
def change(*, tree: SolutionTree, facts: TreeFacts) -> SolutionTree:
    """Raises TreeIsClosed."""
    return _write(_open(tree), facts)


@transaction.atomic
def close(*, tree: SolutionTree, on: date) -> SolutionTree:
    """What is done with; it can be read still, and what became of it stays linked."""
    return _set_closed(tree, on)


@transaction.atomic
def reopen(*, tree: SolutionTree) -> SolutionTree:
    return _set_closed(tree, None)


@transaction.atomic
def add_cause(*, tree: SolutionTree, facts: CauseFacts) -> Cause:
    """A cause under the others. Raises TreeIsClosed."""
    last = _open(tree).causes.aggregate(last=Max("position"))["last"] or 0
    return _write(Cause(tree=tree, position=last + 1), facts)


@transaction.atomic
def change_cause(*, cause: Cause, facts: CauseFacts) -> Cause:
    """Raises TreeIsClosed."""
    _open(cause.tree)
    return _write(cause, facts)


@transaction.atomic
def remove_cause(*, cause: Cause) -> None:
    """With its measures; needs made of them stay in their strategy. Raises TreeIsClosed."""
    _open(cause.tree)
    cause.delete()
    Cause.objects.filter(tree=cause.tree_id, position__gt=cause.position).update(position=F("position") - 1)


@transaction.atomic
def add_measure(*, cause: Cause, facts: MeasureFacts) -> Measure:
    """A measure under the others of its cause. Raises TreeIsClosed."""
    _open(cause.tree)
    last = cause.measures.aggregate(last=Max("position"))["last"] or 0
    return _write(Measure(cause=cause, position=last + 1), facts)


@transaction.atomic
def change_measure(*, measure: Measure, facts: MeasureFacts) -> Measure:
    """Raises TreeIsClosed, NoNeed: what is a need is of competence."""
    _open(measure.cause.tree)
    if facts.kind != MeasureKind.COMPETENCE and measure.needs.exists():
        raise NoNeed(_("It is a need of the strategy, so it is competence. Undo the link first."))
    return _write(measure, facts)


@transaction.atomic
def remove_measure(*, measure: Measure) -> None:
    """A need made of it stays in its strategy. Raises TreeIsClosed."""
    _open(measure.cause.tree)
    measure.delete()
    later = Measure.objects.filter(cause=measure.cause_id, position__gt=measure.position)
    later.update(position=F("position") - 1)


@transaction.atomic
def become_need(*, measure: Measure, section: Section, facts: NeedFacts, on: date) -> Need:
    """A need under `section`, linked to its measure (source: M36).

    Raises IsFrozen, NotWritable, TreeIsClosed, and NoNeed for a measure of another kind, one that is a need
    already, and a strategy that does not hold in the tree's unit.
    """
    _refuse_unlinkable(measure, section.strategy.unit)
    need = add_need(section=section, facts=facts, on=on)
    measure.needs.add(need)
    return need


@transaction.atomic
def link(*, measure: Measure, need: Need) -> Measure:
    """The strategy says so already: `need`, and its copy in the next version, meet the measure.

    Raises TreeIsClosed, NoNeed as `become_need`.
    """
    _refuse_unlinkable(measure, need.section.strategy.unit)
    measure.needs.set([need, *Need.objects.filter(copied_from=need)])
    return measure


@transaction.atomic
def unlink(*, measure: Measure) -> Measure:
    """The need stays in its strategy, the measure in its tree. Raises TreeIsClosed."""
    _open(measure.cause.tree)
    measure.needs.clear()
    return measure


def _refuse_unlinkable(measure: Measure, unit: Unit) -> None:
    tree = _open(measure.cause.tree)
    now = Measure.objects.get(pk=measure.pk)
    if not now.is_of_competence:
        raise NoNeed(_("Only a measure of competence becomes a need of the strategy."))
    if now.needs.exists():
        raise NoNeed(_("Somebody has made it a need already."))
    if not tree.unit.path.startswith(unit.path):
        raise NoNeed(_("That strategy does not hold in %(unit)s.") % {"unit": tree.unit})


def _open(tree: SolutionTree) -> SolutionTree:
    """The tree, locked: whoever changes a part of it waits for who does so already."""
    now = SolutionTree.objects.select_for_update(of=("self",)).select_related("unit").get(pk=tree.pk)
    if now.closed_on:
        raise TreeIsClosed(_("The tree is closed. Open it again to change it."))
    return now


def _set_closed(tree: SolutionTree, on: date | None) -> SolutionTree:
    now = SolutionTree.objects.select_for_update().get(pk=tree.pk)
    now.closed_on = on
    now.save(update_fields=["closed_on"])
    return now


def _write(row: R, facts: TreeFacts | CauseFacts | MeasureFacts) -> R:
    for one in fields(facts):
        setattr(row, one.name, getattr(facts, one.name))
    row.save()
    return row
