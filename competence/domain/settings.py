"""What a municipality sets for itself: look, language, words and default rules."""

from datetime import date, timedelta

import pghistory
from django.db import transaction
from django.utils.translation import gettext as _

from competence.models import Municipality, Rule, Unit
from competence.words import WORDS


class RuleChangedLater(Exception):
    """A later row of the same rule exists: the past is not rewritten under it."""


def change(*, settings: Municipality, language: str, accent: str, smallest_cell: int) -> Municipality:
    """Language, accent colour (as #1c6b72) and the smallest group shown in figures (at least 3)."""
    settings.language, settings.accent, settings.smallest_cell = language, accent, smallest_cell
    settings.save(update_fields=["language", "accent", "smallest_cell"])
    return settings


def choose_words(*, settings: Municipality, words: dict[str, str]) -> Municipality:
    """Own words by key; an empty one gives the product's own word back. Unknown keys are left out."""
    settings.words = {key: text.strip() for key, text in words.items() if key in WORDS and text.strip()}
    settings.save(update_fields=["words"])
    return settings


class RuleOfAll(Exception):
    """Such a rule is the same in the whole municipality: no other unit has its own."""


@transaction.atomic
def set_rule(*, unit: Unit, kind: str, value: int, starts_on: date, reason: str) -> Rule:
    """The rule of `unit` and all below it from `starts_on` on; the row before it ends the day before.

    Raises RuleChangedLater when a row begins on that day or later, RuleOfAll.
    """
    if Rule.Kind(kind).is_of_all and unit.parent_id:
        raise RuleOfAll(_("This rule is the same in the whole municipality. Choose the municipality."))
    rows = Rule.objects.filter(unit=unit, kind=kind)
    if rows.filter(starts_on__gte=starts_on).exists():
        raise RuleChangedLater(_("The rule has been changed from this day or a later one already. Choose a later day."))
    with pghistory.context(reason=reason):
        rows.filter(ends_on__isnull=True).update(ends_on=starts_on - timedelta(days=1))
        return Rule.objects.create(unit=unit, kind=kind, value=value, starts_on=starts_on)
