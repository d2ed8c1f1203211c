from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client, override_settings

from competence.domain import mailings
from competence.models import Employee
from competence.remembered import forget, remembered
from tests.cast import Cast

TODAY = date(2026, 10, 15)


@pytest.fixture(autouse=True)
def _a_minute() -> Iterator[None]:
    with override_settings(REMEMBERED_SECONDS=60):
        yield


def ask(person: Employee, *, on: date = TODAY, held: object = ()) -> int:
    """How often the answer has been made."""
    made = cache.get_or_set("made", 0, timeout=None) or 0

    def make() -> int:
        cache.set("made", made + 1, timeout=None)
        return made + 1

    return remembered(person, on, held, make)


def test_the_same_question_is_answered_from_memory(cast: Cast) -> None:
    assert [ask(cast.anna), ask(cast.anna), ask(cast.bo), ask(cast.anna)] == [1, 1, 2, 1]


def test_another_day_or_another_right_is_another_question(cast: Cast) -> None:
    assert [ask(cast.anna), ask(cast.anna, on=date(2026, 10, 16)), ask(cast.anna, held=("HR",))] == [1, 2, 3]


def test_forgetting_asks_anew(cast: Cast) -> None:
    ask(cast.anna)
    forget(cast.anna.pk)
    assert ask(cast.anna) == 2


def test_without_a_cache_the_answer_is_made(cast: Cast) -> None:
    nowhere = {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": "redis://127.0.0.1:9/0"}
    with override_settings(CACHES={"default": nowhere}):
        forget(cast.anna.pk)
        assert remembered(cast.anna, TODAY, (), lambda: 7) == 7


def test_ones_own_act_is_seen_at_once(cast: Cast, client: Client) -> None:
    client.force_login(cast.anna)
    key = f"remembered:{cast.anna.pk}"
    client.get("/")
    client.get("/me/")
    assert cache.has_key(key)
    client.post("/language/")
    assert not cache.has_key(key)


def test_a_mail_to_a_person_makes_the_page_anew(cast: Cast, django_capture_on_commit_callbacks: Any) -> None:
    ask(cast.anna)
    message = mailings.Message("Forbered din samtale", "Hej")
    with django_capture_on_commit_callbacks(execute=True):
        mailings.notify(
            kind="talk_invitation",
            about="talk:1",
            recipient=cast.anna,
            message=message,
            due_on=TODAY,
            at=datetime(2026, 10, 15, tzinfo=UTC),
        )
    assert ask(cast.anna) == 2
