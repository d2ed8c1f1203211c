"""The law in force copied into what may still be changed; a frozen version is never edited (source: S21)."""

from dataclasses import fields
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from competence.domain import introductions
from competence.domain.introductions import StepFacts
from competence.models import IntroductionItem, IntroductionStep
from competence.queries.law import Outdated, outdated_on, renewed
from strategy.domain import editing
from strategy.models import BrushUp, Need, Strategy

TEXTS = ("title", "text", "law_reference", "delivery_note", "target_note", "external_reason")


class NoDraft(Exception):
    """The unit has no draft of the next version into which the change could go."""


@transaction.atomic
def renew_need(*, need: Need, on: date) -> Need:
    """Let the need cite the law in force on `on`: itself in a draft, else its copy in the draft of the next version.

    Returns the need that was changed. Raises NoDraft, editing.NotWritable.
    """
    target = _writable(need)
    outdated = outdated_on(target.section.strategy.unit.municipality_id or target.section.strategy.unit_id, on)
    facts = {each.name: getattr(target, each.name) for each in fields(editing.NeedFacts)}
    facts |= {name: list(facts[name].all()) for name in editing.LINKS}
    current = {one.reference.pk: one.current for one in outdated if one.current}
    facts["law_references"] = [current.get(row.pk, row) for row in facts["law_references"]]
    facts |= {name: _renewed(facts[name], outdated) for name in TEXTS}
    return editing.change_need(need=target, facts=editing.NeedFacts(**facts), on=on)


def _renewed(text: str, outdated: list[Outdated]) -> str:
    for one in outdated:
        text = renewed(text, one)
    return text


def _writable(need: Need) -> Need:
    """The need itself in a draft; otherwise the draft's need that was copied from it."""
    if need.section.strategy.state == Strategy.State.DRAFT:
        return need
    copies = Need.objects.filter(copied_from=need, section__strategy__state=Strategy.State.DRAFT)
    found = copies.select_related("section__strategy__unit").first()
    if found is None:
        raise NoDraft(_("Begin the next version of the strategy first; then the change can go into it."))
    return found


@transaction.atomic
def renew_brush_up(*, brush_up: BrushUp, on: date) -> BrushUp:
    """Let the topic cite the law in force on `on`."""
    outdated = outdated_on(brush_up.unit.municipality_id or brush_up.unit_id, on)
    brush_up.topic = _renewed(brush_up.topic, outdated)
    brush_up.save(update_fields=["topic"])
    return brush_up


@transaction.atomic
def renew_step(*, step: IntroductionStep, on: date) -> IntroductionStep:
    """Let the step of a unit's introductions cite the law in force on `on`."""
    outdated = outdated_on(step.unit.municipality_id or step.unit_id, on)
    facts = StepFacts(_renewed(step.title, outdated), step.after_days, _renewed(step.text, outdated))
    return introductions.change_step(step=step, facts=facts)


@transaction.atomic
def renew_item(*, item: IntroductionItem, on: date) -> IntroductionItem:
    """Let what is left in a programme cite the law in force on `on`. Raises introductions.IsDone."""
    outdated = outdated_on(item.introduction.unit.municipality_id or item.introduction.unit_id, on)
    return introductions.change_item(
        item=item,
        title=_renewed(item.title, outdated),
        due_on=item.due_on,
        text=_renewed(item.text, outdated),
    )
