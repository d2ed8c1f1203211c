"""`python -m config.start`: the whole product on this machine, until Ctrl-C.

Starts the services that no variable names, prepares the database and the
files, and then web, worker, document worker and beat.
"""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from config import embedded, probe
from config.processes import Child, ProcessFailed, launch, stop, wait_until

PYTHON = sys.executable


class Stopped(Exception):
    """Somebody asked us to end."""


def say(text: str) -> None:
    print(text, flush=True)


def commands(folder: Path, port: int) -> dict[str, list[str]]:
    """What runs side by side, by the name of its log."""
    celery = [PYTHON, "-m", "celery", "-A", "config"]
    gunicorn = [PYTHON, "-m", "gunicorn", "config.wsgi", f"--bind=0.0.0.0:{port}", "--workers=2"]
    worker = [*celery, "worker", "--loglevel=INFO", "--without-gossip", "--without-mingle"]
    recycled = ["--max-tasks-per-child=20", "--max-memory-per-child=600000"]
    return {
        # Threads keep their database connection between requests; opening one costs more than most pages.
        "web": [*gunicorn, "--worker-class=gthread", "--threads=4", "--no-control-socket"],
        "worker": [*worker, "-Q", "default,mail", "--concurrency=2", "-n", "worker@%h"],
        "documents": [*worker, "-Q", "pdf", "--concurrency=1", "-n", "documents@%h", *recycled],
        "beat": [*celery, "beat", "--loglevel=INFO", f"--schedule={folder / 'beat'}", "--pidfile="],
    }


def prepare() -> None:
    """Brings database, translations and static files up to date; loads the example the first time."""
    subprocess.run([PYTHON, "manage.py", "prepare"], check=True)


@contextmanager
def children(folder: Path, port: int) -> Iterator[list[Child]]:
    """Runs web, workers and beat, and ends them in any case."""
    running: list[Child] = []
    (folder / "log").mkdir(exist_ok=True, mode=0o700)
    try:
        for name, command in commands(folder, port).items():
            running.append(launch(name, command, log=folder / "log" / f"{name}.log"))
        yield running
    finally:
        say("Stopping …")
        stop(*running)


def healthy(port: int) -> bool:
    """Whether the web answers and finds database, broker and worker."""
    return set(probe.states(port).values()) == {"ok"}


def watch(running: list[Child]) -> None:
    """Returns never: raises ProcessFailed when one of the children ends."""
    while True:
        for child in running:
            if not child.alive:
                raise ProcessFailed(f"{child.name} ended. Its log, {child.log}, ends with:\n{child.last_words()}")
        time.sleep(0.5)


def _stop_on(number: int, _: object) -> None:
    # A second Ctrl-C must not break the orderly end that the first one began.
    for known in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(known, signal.SIG_IGN)
    raise Stopped(signal.Signals(number).name)


def serve() -> None:
    """Everything from the services to the address on the screen; ends by an exception only."""
    began = time.monotonic()
    folder = embedded.var_dir()
    port = int(os.environ.get("PORT") or 8000)
    say("Starting the services …")
    with embedded.running(folder):
        prepare()
        say("Starting web, worker and beat …")
        with children(folder, port) as running:
            wait_until(lambda: healthy(port), running[0], seconds=120)
            say(f"\nReady after {time.monotonic() - began:.0f} s: http://localhost:{port}")
            subprocess.run([PYTHON, "manage.py", "example_accounts"], check=False, stderr=subprocess.DEVNULL)
            if not os.environ.get("PRODUCTION"):
                say(f"Mail is kept in {folder / 'mail'}, logs in {folder / 'log'}. Ctrl-C stops everything.")
            watch(running)


def main() -> int:
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _stop_on)
    try:
        serve()
    except Stopped:
        say("Stopped.")
        return 0
    except (embedded.AlreadyRunning, ProcessFailed) as problem:
        say(str(problem))
    except subprocess.CalledProcessError as failed:
        say(f"This step failed: {' '.join(map(str, failed.cmd))}")
    return 1


if __name__ == "__main__":
    sys.exit(main())
