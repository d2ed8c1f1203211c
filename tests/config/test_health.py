"""/healthz with everything there, and with each part missing in turn."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connections
from django.test import Client
from django.utils import timezone

from config import embedded, health

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _heartbeat() -> None:
    health.record_heartbeat(at=timezone.now())


def test_healthz_says_ok_of_each_part(client: Client) -> None:
    response = client.get("/healthz")

    assert (response.status_code, response.json()) == (200, {"database": "ok", "broker": "ok", "worker": "ok"})


def test_healthz_names_a_worker_that_is_silent_for_long(client: Client) -> None:
    health.record_heartbeat(at=timezone.now() - timedelta(minutes=4))

    response = client.get("/healthz")

    assert (response.status_code, response.json()) == (503, {"database": "ok", "broker": "ok", "worker": "down"})


def test_healthz_names_a_missing_broker(client: Client, settings: Any) -> None:
    settings.REDIS_URL = f"redis://127.0.0.1:{embedded.free_port()}/0"

    response = client.get("/healthz")

    assert (response.status_code, response.json()) == (503, {"database": "ok", "broker": "down", "worker": "ok"})


def test_healthz_names_a_missing_database(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(connections.settings["default"], "PORT", str(embedded.free_port()))

    response = client.get("/healthz")

    assert (response.status_code, response.json()) == (503, {"database": "down", "broker": "ok", "worker": "ok"})


def test_healthz_is_kept_by_no_cache(client: Client) -> None:
    assert "no-store" in client.get("/healthz")["Cache-Control"]


def test_healthz_changes_nothing_and_takes_no_post(client: Client) -> None:
    assert client.post("/healthz").status_code == 405
