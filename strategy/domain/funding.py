"""Writes on pools and experts (sources: S52, S53)."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from competence.models import Employee
from strategy.models import Expert, Need, Pool


class AmountMissing(Exception):
    """What is granted is an amount."""


@dataclass(frozen=True)
class PoolFacts:
    """What is known about a pool; both days inclusive, `amount` is øre."""

    source: str
    title: str
    opens_on: date
    closes_on: date
    amount: int | None = None
    state: str = Pool.State.WATCHED
    responsible: Employee | None = None
    note: str = ""
    needs: Sequence[Need] = field(default_factory=tuple)


@dataclass(frozen=True)
class ExpertFacts:
    organisation: str
    field: str
    contact: str = ""
    needs: Sequence[Need] = ()


@transaction.atomic
def save_pool(*, pool: Pool, facts: PoolFacts) -> Pool:
    """Write a pool, a new one too. Raises AmountMissing."""
    if facts.state == Pool.State.GRANTED and facts.amount is None:
        raise AmountMissing(_("Write the amount that was granted."))
    for name in ("source", "title", "opens_on", "closes_on", "amount", "state", "responsible", "note"):
        setattr(pool, name, getattr(facts, name))
    pool.save()
    pool.needs.set(facts.needs)
    return pool


@transaction.atomic
def save_expert(*, expert: Expert, facts: ExpertFacts) -> Expert:
    """Write an expert, a new one too."""
    expert.organisation, expert.field, expert.contact = facts.organisation, facts.field, facts.contact
    expert.save()
    expert.needs.set(facts.needs)
    return expert
