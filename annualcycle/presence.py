"""Who has the December board open: kept for a few seconds in the cache, never stored."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core.cache import cache

from annualcycle.models import Cycle
from competence.models import Employee

GONE_AFTER = timedelta(seconds=12)


@dataclass(frozen=True)
class Present:
    """A leader with the board open, last heard from at `at`."""

    employee: int
    name: str
    at: datetime


def arrive(cycle: Cycle, employee: Employee, at: datetime) -> list[Present]:
    """Note that `employee` has the board open; who else has it, in order of name."""
    key = f"board:{cycle.pk}"
    known: dict[int, Present] = cache.get(key, {})
    here = {pk: one for pk, one in known.items() if one.at > at - GONE_AFTER}
    here[employee.pk] = Present(employee.pk, employee.name, at)
    cache.set(key, here, timeout=60)
    return sorted((one for one in here.values() if one.employee != employee.pk), key=lambda one: one.name)
