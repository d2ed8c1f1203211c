"""What waits for a person, asked of many sources at little cost."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, QuerySet

from competence.access import Actor
from competence.models import Employee
from competence.queries import Pending


@dataclass(frozen=True)
class Source:
    """Something that seldom waits: `rows` are what it would be about, None where that cannot be for this person."""

    rows: Callable[[Actor, date], "QuerySet[Any] | None"]
    pending: Callable[[Actor, date], list[Pending]]


def waiting(sources: Sequence[Source], actor: Actor, on: date) -> list[Pending]:
    """What waits, unsorted: one query says which sources have rows, only those are asked."""
    asked = {f"source_{number}": source.rows(actor, on) for number, source in enumerate(sources)}
    probes = {name: Exists(rows.order_by()) for name, rows in asked.items() if rows is not None}
    if not probes:
        return []
    found = Employee.objects.filter(pk=actor.employee.pk).values(**probes).get()
    return [
        row
        for number, source in enumerate(sources)
        if found.get(f"source_{number}")
        for row in source.pending(actor, on)
    ]
