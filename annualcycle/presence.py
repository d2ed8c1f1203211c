"""Who has the December board open: kept for a few seconds in the cache, never stored."""

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core.cache import cache
from redis.exceptions import RedisError

from annualcycle.models import Cycle
from competence.models import Employee

logger = logging.getLogger(__name__)

GONE_AFTER = timedelta(seconds=12)


@dataclass(frozen=True)
class Present:
    """A leader with the board open, last heard from at `at`."""

    employee: int
    name: str
    at: datetime


def arrive(cycle: Cycle, employee: Employee, at: datetime) -> list[Present]:
    """Note that `employee` has the board open; who else has it, in order of name.

    Nobody, when the cache cannot be reached: one can decide without knowing who else does.
    """
    try:
        here = _note(f"board:{cycle.pk}", Present(employee.pk, employee.name, at))
    except RedisError:
        logger.warning("nobody knows who has the December board open", exc_info=True)
        return []
    return sorted((one for one in here.values() if one.employee != employee.pk), key=lambda one: one.name)


def _note(key: str, present: Present) -> dict[int, Present]:
    known: dict[int, Present] = cache.get(key, {})
    here = {pk: one for pk, one in known.items() if one.at > present.at - GONE_AFTER}
    here[present.employee] = present
    cache.set(key, here, timeout=60)
    return here
