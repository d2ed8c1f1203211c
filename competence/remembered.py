"""What a page of one person is made of, kept for a minute (docs/adr/0008).

A person's own acts and mails to the person forget it at once; what others do without a mail shows a minute later at
the latest. Roles, posts and language are part of the question: a role that ends is never answered from memory.
"""

import logging
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from typing import TypeVar, cast

from django.conf import settings
from django.core.cache import cache
from django.utils.translation import get_language
from redis.exceptions import RedisError

from competence.models import Employee

logger = logging.getLogger(__name__)

T = TypeVar("T")


def remembered(employee: Employee, on: date, held: object, make: Callable[[], T]) -> T:
    """What `make` returns, or what it returned within the last minute for the same day, language and `held` rights."""
    if not settings.REMEMBERED_SECONDS:
        return make()
    question = (on, get_language(), held)
    try:
        asked, found = cache.get(_key(employee.pk), (None, None))
        if asked != question:
            found = make()
            cache.set(_key(employee.pk), (question, found), timeout=settings.REMEMBERED_SECONDS)
    except RedisError:
        logger.warning("nothing is remembered", exc_info=True)
        return make()
    return cast(T, found)


def forget(employee: int) -> None:
    """The next page is made anew."""
    if settings.REMEMBERED_SECONDS:
        with suppress(RedisError):
            cache.delete(_key(employee))


def _key(employee: int) -> str:
    return f"remembered:{employee}"
