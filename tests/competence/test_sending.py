"""Sending under fault: four real workers, a real mail server, and workers killed with -9."""

import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import pytest
from celery import Celery
from django.db import connection, transaction
from django.utils import timezone
from post_office.models import STATUS, Email

from competence.domain import mailings, people, units
from competence.models import Employee, Notice
from config.celery import app
from tests import services
from tests.cast import TODAY
from tests.competence import dying

MAILS = 1000
PATIENCE_SECONDS = 300

pytestmark = pytest.mark.xdist_group("celery")


@dataclass(frozen=True)
class Workers:
    orders: Path
    processes: dict[str, subprocess.Popen[bytes]]

    def order_death(self, worker: str, point: str) -> None:
        (self.orders / worker).write_text(point)


@pytest.fixture(scope="module")
def workers(django_db_setup: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workers]:
    """Four Celery workers on the queue of mails."""
    orders = tmp_path_factory.mktemp("orders")
    with ExitStack() as running:
        found = {name: running.enter_context(_worker(name, orders)) for name in ("w1", "w2", "w3", "w4")}
        yield Workers(orders, found)
        for process in found.values():
            process.kill()


def _worker(name: str, orders: Path) -> subprocess.Popen[bytes]:
    database = connection.settings_dict
    address = f"{database['USER']}:{database['PASSWORD']}@{database['HOST']}:{database['PORT']}"
    environment = os.environ | {
        "DATABASE_URL": f"postgres://{address}/{database['NAME']}",
        "DJANGO_SETTINGS_MODULE": "tests.competence.dying_settings",
        "ORDERS": str(orders),
        "WORKER": name,
    }
    # One process a worker, so that its death takes all of it.
    command = [
        sys.executable,
        "-m",
        "celery",
        "-A",
        "config",
        "worker",
        "-Q",
        "mail",
        "--pool=solo",
        "-n",
        f"{name}@%h",
    ]
    quiet = ["--without-gossip", "--without-mingle"]
    with (orders / f"{name}.log").open("wb") as log:
        return subprocess.Popen([*command, *quiet], env=environment, stdout=log, stderr=subprocess.STDOUT)


@pytest.fixture
def recipient(transactional_db: None) -> Employee:
    root = units.found_municipality(code="NOR", name="Nordby Kommune")
    return people.register(
        municipality=root, number="1", first_name="Anna", last_name="Ærø", email="anna@nordby.example"
    )


def store(recipient: Employee, count: int = 1) -> list[Notice]:
    message = mailings.Message("Læs svaret på dit ønske", "Hej Anna")
    with transaction.atomic():
        stored = [
            mailings.notify(
                kind="answer_ready",
                about=f"wish:{number}",
                recipient=recipient,
                message=message,
                due_on=TODAY,
                at=timezone.now(),
            )
            for number in range(count)
        ]
    return [notice for notice in stored if notice]


def wake(times: int) -> None:
    for _ in range(times):
        app.send_task(mailings.TASK, queue="mail")


def wait_until_all_are_sent() -> None:
    """Wakes the workers now and then, as beat does."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    next_beat = time.monotonic() + 5
    while Email.objects.exclude(status=STATUS.sent).exists():
        if time.monotonic() > deadline:
            pytest.fail(f"{Email.objects.exclude(status=STATUS.sent).count()} mails were not sent")
        if time.monotonic() > next_beat:
            wake(1)
            next_beat += 5
        time.sleep(0.2)


def received(inbox: services.Inbox) -> Counter[str]:
    return Counter(str(mail["Message-ID"]) for mail in inbox.mails)


def test_four_workers_send_each_of_1000_mails_once(
    workers: Workers, recipient: Employee, inbox: services.Inbox
) -> None:
    stored = store(recipient, MAILS)

    wake(12)
    wait_until_all_are_sent()

    assert received(inbox) == Counter(mailings.message_id(notice) for notice in stored)


def test_killed_workers_lose_nothing_and_repeat_only_what_was_accepted_but_not_committed(
    workers: Workers, recipient: Employee, inbox: services.Inbox
) -> None:
    workers.order_death("w1", dying.BEFORE)
    workers.order_death("w2", dying.ACCEPTED)
    workers.order_death("w3", dying.COMMITTED)
    stored = store(recipient, MAILS)

    wake(12)
    wait_until_all_are_sent()

    assert [process.poll() for process in workers.processes.values()] == [-9, -9, -9, None]
    arrived = received(inbox)
    assert set(arrived) == {mailings.message_id(notice) for notice in stored}
    assert sorted(arrived.values())[-2:] == [1, 2], "one worker died between acceptance and commit"
    assert sum(arrived.values()) == MAILS + 1


def test_a_commit_wakes_the_workers(
    worker: subprocess.Popen[bytes], recipient: Employee, inbox: services.Inbox
) -> None:
    (notice,) = store(recipient)

    deadline = time.monotonic() + 20
    while not inbox.mails and time.monotonic() < deadline:
        time.sleep(0.05)

    assert received(inbox) == {mailings.message_id(notice): 1}


def test_a_rollback_after_the_sending_was_registered_sends_nothing(recipient: Employee, inbox: services.Inbox) -> None:
    woken = waiting_tasks()

    with transaction.atomic():
        (notice,) = store(recipient)
        assert [entry[1] for entry in connection.run_on_commit].count(mailings._wake) == 1
        transaction.set_rollback(True)

    assert waiting_tasks() == woken
    assert not Notice.objects.filter(pk=notice.pk).exists()
    assert mailings.send_due(at=timezone.now()) == 0
    assert inbox.mails == []


def test_a_broker_that_is_down_loses_nothing(
    recipient: Employee, inbox: services.Inbox, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    stopped = Celery("stopped", broker="redis://127.0.0.1:9/0", set_as_current=False)
    stopped.conf.broker_transport_options = app.conf.broker_transport_options
    monkeypatch.setattr(mailings, "current_app", stopped)

    before = time.monotonic()
    (notice,) = store(recipient)

    assert time.monotonic() - before < 3, "nobody waits for a broker that is down"
    assert "Connection refused" in caplog.text
    assert mailings.send_due(at=timezone.now()) == 1, "what beat starts every minute"
    assert received(inbox) == {mailings.message_id(notice): 1}


def waiting_tasks() -> int:
    with app.connection_for_read() as broker:
        return int(cast(Any, broker.default_channel).client.llen("mail"))
