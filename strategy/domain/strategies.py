"""Writes on strategies: drafted with numbered sections and needs, approved, then never edited (sources: S01, S03)."""

from dataclasses import dataclass, field
from datetime import date

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from competence.models import Competence, Unit
from strategy.models import Need, Section, Strategy


class NotADraft(Exception):
    """An approved version is frozen; a change makes the next version."""


class NothingInIt(Exception):
    """A strategy without sections cannot be approved."""


@dataclass(frozen=True)
class NeedFacts:
    """What can be written about a need."""

    title: str
    target_group: str = ""
    delivery: str = ""
    law_reference: str = ""
    competences: list[Competence] = field(default_factory=list)


@transaction.atomic
def draft(*, unit: Unit, title: str, starts_on: date, ends_on: date) -> Strategy:
    """The next version for `unit`, in force from–to (inclusive) once it is approved."""
    last = Strategy.objects.filter(unit=unit).aggregate(last=Max("version"))["last"] or 0
    return Strategy.objects.create(unit=unit, title=title, version=last + 1, starts_on=starts_on, ends_on=ends_on)


@transaction.atomic
def add_section(*, strategy: Strategy, number: str, title: str, text: str = "") -> Section:
    """A section at the end; `number` as 3 or 3.2 (source: S10). Raises NotADraft."""
    _refuse_frozen(strategy)
    last = strategy.sections.aggregate(last=Max("position"))["last"] or 0
    return Section.objects.create(strategy=strategy, number=number, title=title, text=text, position=last + 1)


@transaction.atomic
def add_need(*, section: Section, facts: NeedFacts) -> Need:
    """A need with the next number under `section` (source: S08). Raises NotADraft."""
    _refuse_frozen(section.strategy)
    last = section.needs.aggregate(last=Max("number"))["last"] or 0
    need = Need.objects.create(
        section=section,
        number=last + 1,
        title=facts.title,
        target_group=facts.target_group,
        delivery=facts.delivery,
        law_reference=facts.law_reference,
    )
    need.competences.set(facts.competences)
    return need


@transaction.atomic
def approve(*, strategy: Strategy, by: str, on: date) -> Strategy:
    """Approved in the committee `by`; earlier approved versions of the unit are superseded from then on (source: S03).

    Raises NotADraft, NothingInIt.
    """
    _refuse_frozen(strategy)
    if not strategy.sections.exists():
        raise NothingInIt(_("Write at least one section before the strategy is approved."))
    earlier = Strategy.objects.filter(unit=strategy.unit_id, state=Strategy.State.APPROVED)
    for version in earlier.filter(ends_on__gte=strategy.starts_on):
        version.state = Strategy.State.SUPERSEDED
        version.save(update_fields=["state"])
    strategy.state = Strategy.State.APPROVED
    strategy.approved_by, strategy.approved_on = by, on
    strategy.save(update_fields=["state", "approved_by", "approved_on"])
    return strategy


def _refuse_frozen(strategy: Strategy) -> None:
    """Lock the version and raise NotADraft when it is approved."""
    if Strategy.objects.select_for_update().get(pk=strategy.pk).state != Strategy.State.DRAFT:
        raise NotADraft(_("This version is approved. Draft the next version to change it."))
