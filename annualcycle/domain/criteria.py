"""What wishes are weighed by (source: S60): extendable per centre, fixed once the year is published."""

from dataclasses import dataclass

from django.db import transaction
from django.db.models import Max
from django.utils.text import slugify
from django.utils.translation import gettext as _

from annualcycle.models import Criterion, Cycle


class AlreadyPublished(Exception):
    """Criteria and rules are fixed once everybody has read them."""


@dataclass(frozen=True)
class CriterionFacts:
    """What can be written about a criterion; weight 1–10."""

    name: str
    weight: int = 1
    description: str = ""
    is_confidential: bool = False


def usual_criteria() -> list[CriterionFacts]:
    """The criteria a centre starts from (source: S60)."""
    return [
        CriterionFacts(_("Need"), 3, _("How much the unit needs it, by its strategy and its tasks.")),
        CriterionFacts(_("Motivation"), 2, _("Your own wish to learn it, and how you will use and share it.")),
        CriterionFacts(_("Retention"), 1, _("Whether it helps us keep someone we would miss."), is_confidential=True),
    ]


def set_up(*, cycle: Cycle, before: Cycle | None) -> None:
    """The criteria of the year before, or the usual ones."""
    rows = list(before.criteria.all()) if before else []
    facts = [CriterionFacts(row.name, row.weight, row.description, row.is_confidential) for row in rows]
    keys = [row.key for row in rows] or ["need", "motivation", "retention"]
    Criterion.objects.bulk_create(
        _criterion(cycle, key, number, fact)
        for number, (key, fact) in enumerate(zip(keys, facts or usual_criteria(), strict=True), start=1)
    )


def _criterion(cycle: Cycle, key: str, position: int, facts: CriterionFacts) -> Criterion:
    return Criterion(
        cycle=cycle,
        key=key,
        position=position,
        name=facts.name,
        weight=facts.weight,
        description=facts.description,
        is_confidential=facts.is_confidential,
    )


@transaction.atomic
def add(*, cycle: Cycle, facts: CriterionFacts) -> Criterion:
    """One more criterion, last in the list. Raises AlreadyPublished."""
    refuse_published(cycle)
    last = cycle.criteria.aggregate(last=Max("position"))["last"] or 0
    criterion = _criterion(cycle, _free_key(cycle, facts.name), last + 1, facts)
    criterion.save()
    return criterion


def _free_key(cycle: Cycle, name: str) -> str:
    base = slugify(name)[:28] or "criterion"
    taken = set(cycle.criteria.values_list("key", flat=True))
    return next(key for key in [base, *(f"{base}-{n}" for n in range(2, len(taken) + 3))] if key not in taken)


@transaction.atomic
def change(*, criterion: Criterion, facts: CriterionFacts) -> Criterion:
    """Change words, weight or confidentiality. Raises AlreadyPublished."""
    refuse_published(criterion.cycle)
    criterion.name = facts.name
    criterion.weight = facts.weight
    criterion.description = facts.description
    criterion.is_confidential = facts.is_confidential
    criterion.save()
    return criterion


@transaction.atomic
def remove(*, criterion: Criterion) -> None:
    """Raises AlreadyPublished."""
    refuse_published(criterion.cycle)
    criterion.delete()


@transaction.atomic
def move(*, criterion: Criterion, steps: int) -> None:
    """Up (negative) or down the list, no further than its ends. Raises AlreadyPublished."""
    refuse_published(criterion.cycle)
    rows = list(Criterion.objects.select_for_update().filter(cycle=criterion.cycle_id))
    here = next(index for index, row in enumerate(rows) if row.pk == criterion.pk)
    there = min(max(here + steps, 0), len(rows) - 1)
    rows.insert(there, rows.pop(here))
    for position, row in enumerate(rows, start=1):
        row.position = position
    Criterion.objects.bulk_update(rows, ["position"])


def refuse_published(cycle: Cycle) -> None:
    """Lock the year and raise AlreadyPublished when it is."""
    if Cycle.objects.select_for_update().get(pk=cycle.pk).is_published:
        raise AlreadyPublished(_("The year is published, so criteria and rules are fixed."))
