"""The whole product, started and stopped as `make run` does."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import urlsplit
from uuid import uuid4

import psycopg2
import pytest

from config import embedded, probe
from tests import services
from tests.processes import eventually, scratch_folder, working_for

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def migrated_database() -> Iterator[str]:
    """The address of a database of its own in which the migrations have run."""
    url = urlsplit(os.environ["DATABASE_URL"])
    name = f"start_{uuid4().hex[:8]}"
    with closing(psycopg2.connect(url._replace(path="/postgres").geturl())) as server:
        server.autocommit = True
        with server.cursor() as cursor:
            cursor.execute(f'CREATE DATABASE "{name}" TEMPLATE "{os.environ["TEST_TEMPLATE"]}"')
            yield url._replace(path=f"/{name}").geturl()
            cursor.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@contextmanager
def started(database: str) -> Iterator[tuple[subprocess.Popen[bytes], Path, int]]:
    """The process, its VAR_DIR and its port."""
    port = embedded.free_port()
    with scratch_folder() as folder:
        services.lend_fonts(folder)
        environment = os.environ | {"VAR_DIR": str(folder), "PORT": str(port), "EXAMPLE": "0", "DATABASE_URL": database}
        del environment["REDIS_URL"]
        with (folder / "output").open("wb") as output:
            process = subprocess.Popen(
                [sys.executable, "-m", "config.start"], cwd=ROOT, env=environment, stdout=output, stderr=output
            )
        try:
            yield process, folder, port
        finally:
            process.kill()
            process.wait()


def printed(folder: Path) -> str:
    return (folder / "output").read_text()


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
def test_start_serves_until_it_is_stopped_and_leaves_nothing(stop: signal.Signals, migrated_database: str) -> None:
    with started(migrated_database) as (process, folder, port):
        assert eventually(lambda: "Ready" in printed(folder) or process.poll() is not None, 180), printed(folder)
        states = probe.states(port)
        process.send_signal(stop)
        code = process.wait(60)
        left = working_for(folder)
        last = printed(folder).splitlines()[-2:]

    assert states == {"database": "ok", "broker": "ok", "worker": "ok"}
    assert (code, last, left) == (0, ["Stopping …", "Stopped."], [])


def test_start_ends_with_the_log_of_a_child_that_died(migrated_database: str) -> None:
    with started(migrated_database) as (process, folder, _):
        assert eventually(lambda: "Ready" in printed(folder) or process.poll() is not None, 180), printed(folder)
        beat = next(path for path in Path("/proc").glob("[0-9]*") if _is_beat(path, folder))
        os.kill(int(beat.name), signal.SIGKILL)
        code = process.wait(60)
        left = working_for(folder)
        output = printed(folder)

    assert (code, left) == (1, [])
    assert f"beat ended. Its log, {folder}/log/beat.log, ends with:" in output


def _is_beat(process: Path, folder: Path) -> bool:
    try:
        arguments = (process / "cmdline").read_bytes().decode().split("\0")
    except OSError:
        return False
    return "beat" in arguments and f"--schedule={folder / 'beat'}" in arguments
