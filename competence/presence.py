"""Who has a page open: kept for a few seconds in the cache, never stored."""

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core.cache import cache
from redis.exceptions import RedisError

from competence.models import Employee

logger = logging.getLogger(__name__)

GONE_AFTER = timedelta(seconds=12)


@dataclass(frozen=True)
class Present:
    """Somebody with the page open, last heard from at `at`."""

    employee: int
    name: str
    at: datetime


def arrive(key: str, employee: Employee, at: datetime) -> list[Present]:
    """Note that `employee` has the page of `key` open; who else has it, in order of name.

    Nobody, when the cache cannot be reached: one can work without knowing who else does.
    """
    try:
        here = _note(key, Present(employee.pk, employee.name, at))
    except RedisError:
        logger.warning("nobody knows who has %s open", key, exc_info=True)
        return []
    return sorted((one for one in here.values() if one.employee != employee.pk), key=lambda one: one.name)


def at_work(keys: list[str], at: datetime) -> dict[str, list[Present]]:
    """Who has each of the pages open; nobody, when the cache cannot be reached."""
    try:
        known: dict[str, dict[int, Present]] = cache.get_many(keys)
    except RedisError:
        logger.warning("nobody knows who is at work", exc_info=True)
        return {}
    here = {key: [one for one in people.values() if one.at > at - GONE_AFTER] for key, people in known.items()}
    return {key: people for key, people in here.items() if people}


def _note(key: str, present: Present) -> dict[int, Present]:
    known: dict[int, Present] = cache.get(key, {})
    here = {pk: one for pk, one in known.items() if one.at > present.at - GONE_AFTER}
    here[present.employee] = present
    cache.set(key, here, timeout=60)
    return here
