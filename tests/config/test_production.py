"""A public server: nothing that the deployment check warns of, and no start without its secrets."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
COMPLETE = {
    "PRODUCTION": "1",
    "SECRET_KEY": "r7-Kd0Qm3xV9sLw2ZtYb8NfGh5JpUc1AoEe4TiRy6WvXqSn-Ml",
    "ALLOWED_HOSTS": "kompetence.nordby.example",
    "BASE_URL": "https://kompetence.nordby.example",
}

# What the tests set for themselves.
OURS = {"SECURE_SSL_REDIRECT", "DJANGO_ALLOW_ASYNC_UNSAFE"}


def check(values: dict[str, str]) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name not in OURS | set(values)}
    return subprocess.run(
        [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"],
        cwd=ROOT,
        env=environment | values,
        capture_output=True,
        text=True,
        check=False,
    )


def test_deployment_check_finds_nothing() -> None:
    result = check(COMPLETE)

    assert (result.returncode, result.stdout + result.stderr) == (
        0,
        "System check identified no issues (0 silenced).\n",
    )


@pytest.mark.parametrize("name", ["SECRET_KEY", "ALLOWED_HOSTS", "BASE_URL", "DATABASE_URL", "REDIS_URL", "EMAIL_URL"])
def test_missing_setting_stops_the_start_and_is_named(name: str) -> None:
    result = check(COMPLETE | {name: ""})

    assert result.returncode == 1
    assert f"ImproperlyConfigured: {name} is missing." in result.stderr
