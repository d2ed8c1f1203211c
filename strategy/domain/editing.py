"""Writing a version: sections, their texts, and the needs in them (sources: S08, S10)."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import transaction
from django.db.models import F, Max
from django.utils.translation import gettext as _

from competence.models import Competence, Employee, LawReference, Unit
from competence.tracking import event_tables
from strategy.domain.versions import refuse_frozen
from strategy.models import Foundation, FoundationUse, Need, OtherText, Section, SectionKind, Strategy, StrategyGoal


class NotWritable(Exception):
    """The text stands still: it is being heard, or lies before MED."""


@dataclass(frozen=True)
class Saved:
    """The section as it is now. `other` is what could not be saved, because somebody else had saved meanwhile."""

    section: Section
    other: OtherText | None = None


@dataclass(frozen=True)
class NeedFacts:
    """What can be written about a need."""

    title: str
    target_group: str = "everyone"
    target_note: str = ""
    text: str = ""
    delivery: str = ""
    delivery_note: str = ""
    provider: str = ""
    recurs_months: int | None = None
    law_reference: str = ""
    external_only_if: str = ""
    external_reason: str = ""
    competences: Sequence[Competence] = field(default_factory=tuple)
    goals: Sequence[StrategyGoal] = field(default_factory=tuple)
    units: Sequence[Unit] = field(default_factory=tuple)
    law_references: Sequence[LawReference] = field(default_factory=tuple)


OWN_FIELDS = (
    *("title", "text", "target_group", "target_note", "delivery", "delivery_note", "provider"),
    *("recurs_months", "law_reference", "external_only_if", "external_reason"),
)
LINKS = ("competences", "goals", "units", "law_references")


@transaction.atomic
def add_section(
    *, strategy: Strategy, number: str, title: str, on: date, text: str = "", kind: str = SectionKind.CONTENTS
) -> Section:
    """A section at the end; `number` as 3 or 3.2 (source: S10). Raises IsFrozen, NotWritable."""
    refuse_still(strategy, on)
    last = strategy.sections.aggregate(last=Max("position"))["last"] or 0
    return Section.objects.create(
        strategy=strategy, number=number, title=title, text=text, kind=kind, position=last + 1
    )


@transaction.atomic
def add_need(*, section: Section, facts: NeedFacts, on: date) -> Need:
    """A need with the next number under `section` (source: S08). Raises IsFrozen, NotWritable."""
    refuse_still(section.strategy, on)
    last = section.needs.aggregate(last=Max("number"))["last"] or 0
    return _write_need(Need(section=section, number=last + 1), facts)


@transaction.atomic
def change_need(*, need: Need, facts: NeedFacts, on: date) -> Need:
    """Raises IsFrozen, NotWritable."""
    refuse_still(need.section.strategy, on)
    return _write_need(need, facts)


def _write_need(need: Need, facts: NeedFacts) -> Need:
    for name in OWN_FIELDS:
        setattr(need, name, getattr(facts, name))
    need.save()
    for name in LINKS:
        getattr(need, name).set(getattr(facts, name))
    return need


@transaction.atomic
def remove_need(*, need: Need, on: date) -> None:
    """The needs after it move up. Raises IsFrozen, NotWritable."""
    refuse_still(need.section.strategy, on)
    section, number = need.section, need.number
    need.delete()
    section.needs.filter(number__gt=number).update(number=F("number") - 1)


@transaction.atomic
def move_need(*, need: Need, to: int, on: date) -> Need:
    """To place `to` in its section, from 1; the others keep their order. Raises IsFrozen, NotWritable."""
    refuse_still(need.section.strategy, on)
    others = list(need.section.needs.exclude(pk=need.pk).order_by("number"))
    place = max(1, min(to, len(others) + 1))
    others.insert(place - 1, need)
    for number, row in enumerate(others, start=1):
        if row.number != number:
            row.number = number
            row.save(update_fields=["number"])
    need.refresh_from_db(fields=["number"])
    return need


@transaction.atomic
def save_text(*, section: Section, text: str, revision: int, by: Employee, at: datetime, on: date) -> Saved:
    """Keep the text of a section that was read at `revision`.

    When somebody else has saved since, the text is kept beside the section until it is settled: nobody's text is
    lost (source: X06). Raises IsFrozen, NotWritable.
    """
    refuse_still(section.strategy, on)
    now = Section.objects.select_for_update().get(pk=section.pk)
    if now.text == text:
        return Saved(now)
    if _somebody_else_saved(now, revision, by):
        return Saved(now, _set_aside(now, text, revision, by, at))
    now.text, now.revision, now.edited_by, now.edited_at = text, now.revision + 1, by, at
    now.save(update_fields=["text", "revision", "edited_by", "edited_at"])
    return Saved(now)


def _somebody_else_saved(now: Section, revision: int, by: Employee) -> bool:
    """Whether anybody but `by` has saved after `revision`; one's own lost answer is no conflict."""
    (history,) = event_tables(Section)
    later = history.objects.filter(pgh_obj_id=now.pk, revision__gt=revision)
    return bool(later.exclude(edited_by=by).exists())


def _set_aside(now: Section, text: str, revision: int, by: Employee, at: datetime) -> OtherText:
    """The text beside the section; what the same writer set aside a moment ago is written on."""
    open_texts = OtherText.objects.filter(section=now, made_by=by, settled_at__isnull=True, based_on=revision)
    other = open_texts.first() or OtherText(section=now, made_by=by, based_on=revision)
    other.text, other.made_at = text, at
    other.save()
    return other


@transaction.atomic
def settle(*, other: OtherText, text: str, revision: int, by: Employee, at: datetime, on: date) -> Saved:
    """Save `text`, made of both, in place of the section's; the text set aside is kept as settled.

    A third text meanwhile is a conflict again. Raises IsFrozen, NotWritable.
    """
    saved = save_text(section=other.section, text=text, revision=revision, by=by, at=at, on=on)
    if saved.other is None:
        other.settled_at = at
        other.save(update_fields=["settled_at"])
    return saved


@transaction.atomic
def change_section(*, section: Section, number: str, title: str, kind: str, on: date) -> Section:
    """Raises IsFrozen, NotWritable."""
    refuse_still(section.strategy, on)
    section.number, section.title, section.kind = number, title, kind
    section.save(update_fields=["number", "title", "kind"])
    return section


@transaction.atomic
def remove_section(*, section: Section, on: date) -> None:
    """With its needs and comments; its history stays. Raises IsFrozen, NotWritable."""
    refuse_still(section.strategy, on)
    section.delete()


@transaction.atomic
def move_section(*, section: Section, to: int, on: date) -> None:
    """To place `to` in the version, from 1. Raises IsFrozen, NotWritable."""
    refuse_still(section.strategy, on)
    others = list(section.strategy.sections.exclude(pk=section.pk).order_by("position"))
    others.insert(max(0, min(to - 1, len(others))), section)
    for position, row in enumerate(others, start=1):
        if row.position != position:
            row.position = position
            row.save(update_fields=["position"])


@transaction.atomic
def set_goals(*, strategy: Strategy, goals: Sequence[tuple[str, str]], on: date) -> None:
    """The goals as (kind, text), in order; one whose text stays keeps its needs. Raises IsFrozen, NotWritable."""
    refuse_still(strategy, on)
    known = {goal.text: goal for goal in strategy.goals.all()}
    strategy.goals.exclude(text__in=[text for _kind, text in goals]).delete()
    for position, (kind, text) in enumerate(goals, start=1):
        goal = known.get(text) or StrategyGoal(strategy=strategy, text=text)
        goal.kind, goal.position = kind, position
        goal.save()


@transaction.atomic
def use_foundations(*, strategy: Strategy, foundations: Sequence[Foundation], on: date) -> None:
    """The foundations the version stands on, in order (source: S04). Raises IsFrozen, NotWritable."""
    refuse_still(strategy, on)
    strategy.foundation_uses.exclude(foundation__in=foundations).delete()
    for position, foundation in enumerate(foundations, start=1):
        FoundationUse.objects.update_or_create(
            strategy=strategy, foundation=foundation, defaults={"position": position}
        )


def refuse_still(strategy: Strategy, on: date) -> Strategy:
    """Lock the version; raise IsFrozen, or NotWritable while its text stands still on `on`."""
    now = refuse_frozen(strategy)
    if not now.is_writable_on(on):
        raise NotWritable(_("The text stands still now, so that all read the same."))
    return now
