"""Fixtures for every test. Services come first: Django's settings point to them."""

import gc
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from socket import gethostname
from time import monotonic
from zoneinfo import ZoneInfo

import django
import pytest
import time_machine
from playwright.sync_api import Browser, Page, expect, sync_playwright
from pytest_django import Settings

from tests import services

services.provide()
django.setup()

from django.core.cache import cache
from django.db import connection

from config.celery import app
from config.management.commands.prepare import compile_translations
from tests import cast as cast_module
from tests import emptying, kept
from tests.browser import contexts
from tests.browser.contexts import DESKTOP, PHONE, open_context

# The workers of pytest-xdist inherit our environment; with this name in it they would read the settings
# before their own services are there.
del os.environ["DJANGO_SETTINGS_MODULE"]

if not services.IS_XDIST_WORKER:
    compile_translations()

# What is loaded by now stays: looking through it for garbage again and again took a seventh of the time.
gc.freeze()
gc.set_threshold(200_000, 20, 100)

QUEUES = ("default", "mail", "pdf")
# Told by its name: tests that start workers of their own are answered by those, too.
WORKER = f"of-all-tests@{gethostname()}"
CHROMIUM = "/usr/bin/chromium"
# Seconds. A busy machine is slow, not wrong.
PATIENCE = 300
CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def pytest_unconfigure() -> None:
    services.close()


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings: None) -> None:
    """Test databases are copies of one in which the migrations have run."""
    connection.settings_dict["TEST"]["TEMPLATE"] = os.environ["TEST_TEMPLATE"]


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None) -> None:
    emptying.delete_rows_instead_of_truncating(type(connection.ops))


@pytest.fixture(autouse=True)
def _fresh_cache_and_inbox() -> None:
    cache.clear()
    services.inbox.mails.clear()


@pytest.fixture
def cast(db: None) -> Iterator[cast_module.Cast]:
    """The fixed cast, at noon of its day."""
    day = cast_module.TODAY
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=ZoneInfo("Europe/Copenhagen"))
    with time_machine.travel(noon):
        yield kept.the_cast()


@pytest.fixture
def inbox() -> services.Inbox:
    """The mails received by SMTP during this test."""
    return services.inbox


@pytest.fixture(autouse=True)
def _mail_really_leaves(settings: Settings) -> None:
    """pytest-django puts mail into a list; ours goes through the real server."""
    settings.EMAIL_BACKEND = "post_office.EmailBackend"


@pytest.fixture(scope="session")
def _worker_process(django_db_setup: None) -> Iterator[subprocess.Popen[bytes]]:
    database = connection.settings_dict
    address = f"{database['USER']}:{database['PASSWORD']}@{database['HOST']}:{database['PORT']}"
    environment = os.environ | {"DATABASE_URL": f"postgres://{address}/{database['NAME']}"}
    command = [sys.executable, "-m", "celery", "-A", "config", "worker", "-n", WORKER, "-Q", "none", "--concurrency=1"]
    log = services.FOLDER / "log" / "worker.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    with (
        log.open("wb") as output,
        subprocess.Popen(
            command, env=environment, stdout=output, stderr=subprocess.STDOUT, cwd=Path(__file__).parent.parent
        ) as process,
    ):
        _wait_for_worker(process, log)
        yield process
        process.terminate()
        with suppress(subprocess.TimeoutExpired):
            process.wait(15)
        process.kill()


def _wait_for_worker(process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = monotonic() + PATIENCE
    while not app.control.ping(destination=[WORKER], timeout=0.5):
        if process.poll() is not None or monotonic() > deadline:
            process.kill()
            pytest.fail(f"The Celery worker did not start:\n{log.read_text()}")


@pytest.fixture
def worker(_worker_process: subprocess.Popen[bytes], transactional_db: None) -> Iterator[subprocess.Popen[bytes]]:
    """A real Celery worker on the test's database. What it is to see must be committed: the test is transactional.

    It listens during the test alone: other tests have workers of their own, or want to find what nobody takes.
    """
    for queue in QUEUES:
        app.control.add_consumer(queue, destination=[WORKER], reply=True, timeout=30)
    yield _worker_process
    for queue in QUEUES:
        app.control.cancel_consumer(queue, destination=[WORKER], reply=True, timeout=30)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        expect.set_options(timeout=contexts.PATIENCE)
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A fresh window on a desktop, in Danish."""
    context = open_context(chromium, viewport=DESKTOP)
    yield context.new_page()
    context.close()


@pytest.fixture
def phone(chromium: Browser) -> Iterator[Page]:
    """A fresh window on a phone, in Danish."""
    context = open_context(chromium, viewport=PHONE, is_mobile=True, has_touch=True)
    yield context.new_page()
    context.close()
