"""The embedded services, started for real in a folder of their own."""

import json
import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psycopg2
import pytest
import redis

from config import embedded
from tests.processes import eventually, scratch_folder, working_for

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def folder() -> Iterator[Path]:
    with scratch_folder() as made:
        yield made


@pytest.fixture
def no_addresses(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in embedded.NAMES:
        monkeypatch.delenv(name, raising=False)


def run_embedded(folder: Path, *command: str, **more: str) -> subprocess.Popen[str]:
    environment = {name: value for name, value in os.environ.items() if name not in embedded.NAMES}
    return subprocess.Popen(
        [sys.executable, "-m", "config.embedded", "--", *command],
        cwd=ROOT,
        env=environment | {"VAR_DIR": str(folder)} | more,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def query(url: str, statement: str) -> list[tuple[object, ...]]:
    connection = psycopg2.connect(url)
    connection.autocommit = True
    with connection.cursor() as cursor:
        cursor.execute(statement)
        rows = cursor.fetchall() if cursor.description else []
    connection.close()
    return rows


@pytest.mark.usefixtures("no_addresses")
def test_services_keep_data_and_addresses_between_runs(folder: Path) -> None:
    with embedded.running(folder) as first:
        query(first["DATABASE_URL"], "CREATE TABLE kept AS SELECT 42 AS answer")
        with redis.Redis.from_url(first["REDIS_URL"]) as client:
            client.set("kept", "42")
    with embedded.running(folder) as second:
        rows = query(second["DATABASE_URL"], "SELECT answer FROM kept")
        with redis.Redis.from_url(second["REDIS_URL"]) as client:
            value = client.get("kept")

    assert (second, rows, value) == (first, [(42,)], b"42")


@pytest.mark.usefixtures("no_addresses")
def test_postgres_is_eighteen_and_knows_danish_capitals(folder: Path) -> None:
    with embedded.running(folder) as found:
        rows = query(found["DATABASE_URL"], "SELECT current_setting('server_version_num')::int / 10000, lower('ÆØÅÄÖ')")

    assert rows == [(18, "æøåäö")]


@pytest.mark.usefixtures("no_addresses")
def test_services_ask_for_their_password(folder: Path) -> None:
    with embedded.running(folder) as found:
        password = json.loads((folder / "embedded.json").read_text())["password"]
        with pytest.raises(psycopg2.OperationalError, match="password authentication failed"):
            psycopg2.connect(found["DATABASE_URL"].replace(password, "guessed"))
        with (
            redis.Redis.from_url(found["REDIS_URL"].replace(password, "guessed")) as client,
            pytest.raises(redis.AuthenticationError),
        ):
            client.ping()


@pytest.mark.usefixtures("no_addresses")
def test_secrets_are_readable_by_their_owner_only(folder: Path) -> None:
    with embedded.running(folder):
        modes = {
            name: stat.filemode((folder / name).stat().st_mode)
            for name in ("embedded.json", "services.json", "mail", "log")
        }

    assert modes == {
        "embedded.json": "-rw-------",
        "services.json": "-rw-------",
        "mail": "drwx------",
        "log": "drwx------",
    }


@pytest.mark.usefixtures("no_addresses")
def test_addresses_are_known_while_running_and_forgotten_afterwards(folder: Path) -> None:
    with embedded.running(folder) as found:
        during = (embedded.addresses(folder), os.environ["DATABASE_URL"])
    after = (embedded.addresses(folder), "DATABASE_URL" in os.environ)

    assert during == (found, found["DATABASE_URL"])
    assert after == ({}, False)


@pytest.mark.usefixtures("no_addresses")
def test_second_start_on_the_same_folder_is_refused_and_a_command_joins(folder: Path) -> None:
    with embedded.running(folder) as found:
        with pytest.raises(embedded.AlreadyRunning, match=str(folder)), embedded.running(folder):
            pass
        joined = run_embedded(folder, "printenv", "DATABASE_URL")
        output, _ = joined.communicate(timeout=60)

    assert output.splitlines() == [found["DATABASE_URL"]]


def test_named_services_are_not_started(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in embedded.NAMES:
        monkeypatch.setenv(name, f"elsewhere://{name}")

    with embedded.running(folder) as found:
        made = sorted(path.name for path in folder.iterdir())

    assert found == {name: f"elsewhere://{name}" for name in embedded.NAMES}
    assert made == ["embedded.lock", "services.json"]


def test_a_killed_starter_leaves_nothing_running(folder: Path) -> None:
    starter = run_embedded(folder, "sleep", "600")
    assert eventually(lambda: embedded.addresses(folder) != {})
    before = {line.split()[0].rpartition("/")[2] for line in working_for(folder)}

    starter.kill()
    starter.wait()

    assert before >= {"postgres", "valkey-server", "sleep"}
    assert eventually(lambda: working_for(folder) == [])


def test_exit_code_of_the_command_is_handed_on(folder: Path) -> None:
    command = run_embedded(folder, "bash", "-c", "exit 7")
    command.communicate(timeout=60)

    assert command.returncode == 7
