"""A complete example to start from, in the language of the municipality (sources: S04–S41)."""

import tomllib
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from django.db import transaction

from competence.domain.introductions import StepFacts
from competence.models import Unit
from strategy.domain import editing
from strategy.models import Foundation, Section, Strategy

FOLDER = Path(__file__).parent.parent / "examples"


@cache
def read(language: str) -> dict[str, Any]:
    """The example in `language`, in Danish where there is none."""
    path = FOLDER / f"{language}.toml"
    return tomllib.loads((path if path.exists() else FOLDER / "da.toml").read_text())


@transaction.atomic
def fill(*, strategy: Strategy, language: str, on: date) -> Strategy:
    """Put the example into an empty draft. Foundations of the municipality are used where there are some.

    Raises IsFrozen, NotWritable.
    """
    told = read(language)
    foundations = foundations_for(strategy.unit, language)
    editing.use_foundations(strategy=strategy, foundations=foundations, on=on)
    editing.set_goals(strategy=strategy, goals=[(goal["kind"], goal["text"]) for goal in told["goals"]], on=on)
    goals = list(strategy.goals.order_by("position"))
    for facts in told["sections"]:
        section = _section(strategy, facts, on)
        for need in facts.get("needs", ()):
            served = [goals[number - 1] for number in need.get("goals", ())]
            editing.add_need(section=section, facts=editing.NeedFacts(**need | {"goals": served}), on=on)
    return strategy


def foundations_for(unit: Unit, language: str) -> list[Foundation]:
    """One of each kind: the municipality's own, the example's where it has none."""
    root = unit.municipality or unit
    return [_foundation(root, facts) for facts in read(language)["foundations"]]


def _foundation(root: Unit, facts: dict[str, Any]) -> Foundation:
    known = Foundation.objects.filter(owner=root, kind=facts["kind"], is_active=True).first()
    return known or Foundation.objects.create(owner=root, **facts)


def _section(strategy: Strategy, facts: dict[str, Any], on: date) -> Section:
    return editing.add_section(
        strategy=strategy,
        number=facts["number"],
        title=facts["title"],
        text=facts["text"].strip(),
        kind=facts["kind"],
        on=on,
    )


def introduction(language: str) -> list[StepFacts]:
    """What a unit without steps of its own can begin introductions from (source: S35)."""
    return [StepFacts(**told) for told in read(language)["introduction"]]
