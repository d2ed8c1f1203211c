"""Background work, done by a real worker over the real broker."""

import subprocess

import pytest
from django.core.cache import cache
from post_office import mail

from config import health, tasks
from config.celery import BEAT, app
from tests.processes import eventually
from tests.services import Inbox


def test_heartbeat_reaches_a_worker_and_leaves_its_trace(worker: subprocess.Popen[bytes]) -> None:
    tasks.heartbeat.delay()

    assert eventually(lambda: cache.get(health.HEARTBEAT) is not None, 120)


def test_beat_knows_only_tasks_that_exist() -> None:
    app.loader.import_default_modules()

    assert {entry["task"] for entry in BEAT.values()} - set(app.tasks) == set()


@pytest.mark.django_db
def test_mail_travels_by_smtp(inbox: Inbox) -> None:
    mail.send(
        "anna@nordby.example", "hr@nordby.example", subject="Svar på dit ønske", message="Læs det.", priority="now"
    )

    assert [(str(found["To"]), str(found["Subject"])) for found in inbox.mails] == [
        ("anna@nordby.example", "Svar på dit ønske")
    ]
