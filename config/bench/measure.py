"""What the main pages cost, in one run with the yardstick: a signed-in view with one trivial query, same server."""

import gzip
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import median

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from competence.models import Employee
from competence.remembered import forget
from config.bench.load import Figures, press
from config.bench.pages import Case

YARDSTICK = "/yardstick/"
# Seconds, in which the workers load templates and open connections.
WARM_UP = 1.0


@dataclass(frozen=True)
class Row:
    """One case measured; `share` is the median of its rounds, each beside the yardstick just before and after."""

    case: Case
    figures: Figures
    share: float
    queries: int
    size: int

    @property
    def faults(self) -> list[str]:
        """What is worse than it may be, in words."""
        page, found = self.case.page, []
        if self.share < page.share:
            found.append(f"{self.share:.0%} of the yardstick, at least {page.share:.0%}")
        if self.queries > page.queries:
            found.append(f"{self.queries} queries, at most {page.queries}")
        if self.size > page.size:
            found.append(f"{self.size / 1024:.1f} KB, at most {page.size / 1024:.0f}")
        return [f"{self.case.name}: {fault}" for fault in found]


def cookie_of(person: Employee) -> str:
    """A session of `person`, as a Cookie header."""
    session = SessionStore()
    session[SESSION_KEY] = str(person.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = person.get_session_auth_hash()
    session.create()
    return f"{settings.SESSION_COOKIE_NAME}={session.session_key}"


@contextmanager
def server() -> Iterator[int]:
    """Our web server with two workers on a free port of this machine."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    command = [sys.executable, "-m", "gunicorn", "config.wsgi", "--bind", f"127.0.0.1:{port}", "--workers", "2"]
    process = subprocess.Popen([*command, "--threads", "2", "--log-level", "error"], env=os.environ | {"BENCH": "1"})
    try:
        _wait_for(port)
        yield port
    finally:
        process.terminate()
        process.wait(20)


def _wait_for(port: int) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.2)
    raise TimeoutError("The server did not start.")


def queries_and_size(case: Case) -> tuple[int, int]:
    """SQL queries of one request of which nothing is remembered, and its bytes compressed."""
    client = Client(HTTP_HOST="127.0.0.1")
    client.cookies.load(cookie_of(case.person))
    client.get(case.url)
    forget(case.person.pk)
    with CaptureQueriesContext(connection) as captured:
        response = client.get(case.url)
    assert response.status_code == 200, (case, response.status_code)
    return len(captured), len(gzip.compress(response.content, 6))


def measure(cases: list[Case], seconds: float, rounds: int) -> Iterator[Row]:
    """Each case in turn, pressed `rounds` times for `seconds`."""
    with server() as port:
        for case in cases:
            shares, figures = _rounds(port, case, seconds, rounds)
            yield Row(case, figures, median(shares), *queries_and_size(case))


def _rounds(port: int, case: Case, seconds: float, rounds: int) -> tuple[list[float], Figures]:
    """The share of each round, and the figures of the median one."""
    cookie = cookie_of(case.person)
    press(port, case.url, cookie, WARM_UP)
    before = press(port, YARDSTICK, cookie, seconds)
    shares, found = [], []
    for _round in range(rounds):
        figures = press(port, case.url, cookie, seconds)
        after = press(port, YARDSTICK, cookie, seconds)
        shares.append(2 * figures.rate / (before.rate + after.rate))
        found.append(figures)
        before = after
    return shares, sorted(found, key=lambda figures: figures.rate)[rounds // 2]
