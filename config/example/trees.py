"""Two solution trees of the example: one whose competence is a need and a wish by now, one of a unit that writes."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from annualcycle.domain import wishes
from annualcycle.models import Wish
from competence.models import Unit
from config.example import files
from strategy.domain import trees
from strategy.models import Measure, Need, SolutionTree
from strategy.queries import leaders_of, needs_of, strategy_in_force

AGO = timedelta(days=75)


def load(*, root: Unit, wisher: str, now: datetime) -> None:
    """A tree of each unit that the texts tell of, begun by its leader; the draft of `wisher` comes from one of them."""
    for told in files.texts()["trees"]:
        unit = Unit.objects.get(municipality=root, code=told["unit"])
        facts = trees.TreeFacts(told["problem"], told["goal"], told["work"], told["level"])
        by = leaders_of(unit, timezone.localdate(now)).earliest("pk")
        _grow(trees.plant(unit=unit, facts=facts, by=by, at=now - AGO), told["causes"], now)
    _wish(wisher, now)


def _grow(tree: SolutionTree, causes: list[dict[str, Any]], now: datetime) -> None:
    for told in causes:
        cause = trees.add_cause(tree=tree, facts=trees.CauseFacts(told["text"], told.get("source", "")))
        for row in told["measures"]:
            facts = trees.MeasureFacts(row["text"], row["kind"], row.get("amount", ""))
            measure = trees.add_measure(cause=cause, facts=facts)
            if title := row.get("need"):
                trees.link(measure=measure, need=_needs(tree.unit, now).get(title=title))


def _needs(unit: Unit, now: datetime) -> "QuerySet[Need]":
    """Those of the strategy that holds in `unit`."""
    holding = strategy_in_force(unit, timezone.localdate(now))
    assert holding is not None
    return needs_of(holding)


def _wish(number: str, now: datetime) -> None:
    wish = Wish.objects.get(employee__number=number, state=Wish.State.DRAFT)
    measure = Measure.objects.filter(cause__tree__unit=wish.unit, needs__isnull=False).earliest("pk")
    wishes.save_draft(wish=wish, facts=replace(wishes.facts_of(wish), measure=measure), at=now)
