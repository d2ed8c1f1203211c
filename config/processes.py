"""Child processes that never outlive the one that started them."""

import os
import pwd
import signal
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

PATIENCE_SECONDS = 20.0


class ProcessFailed(Exception):
    """A child ended, or did not get ready, when it should be running; the text shows its last words."""


@dataclass(frozen=True)
class Child:
    name: str
    popen: subprocess.Popen[bytes]
    log: Path
    stop_signal: signal.Signals

    @property
    def alive(self) -> bool:
        return self.popen.poll() is None

    def last_words(self, lines: int = 15) -> str:
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-lines:])


def unprivileged_account() -> pwd.struct_passwd | None:
    """Whom a server runs as that refuses to be root; None when we are not root ourselves."""
    return pwd.getpwnam("nobody") if os.geteuid() == 0 else None


def as_account(account: pwd.struct_passwd | None) -> list[str]:
    """The options by which setpriv becomes `account`, with none of our own groups."""
    if account is None:
        return []
    return [f"--reuid={account.pw_uid}", f"--regid={account.pw_gid}", "--clear-groups"]


def launch(
    name: str,
    command: Sequence[str | Path],
    *,
    log: Path,
    env: Mapping[str, str] | None = None,
    account: pwd.struct_passwd | None = None,
    stop_signal: signal.Signals = signal.SIGTERM,
    stdin: bytes = b"",
) -> Child:
    """Starts `command` with its output in `log`.

    A session of its own keeps the terminal's Ctrl-C from it, so that the
    children end in our order; setpriv lets the kernel stop it should we be killed.
    """
    death = f"--pdeathsig={stop_signal.name.removeprefix('SIG')}"
    with log.open("wb") as output:
        popen = subprocess.Popen(
            ["setpriv", death, *as_account(account), "--", *map(str, command)],
            stdin=subprocess.PIPE,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            cwd="/" if account else None,
            env=env,
        )
    assert popen.stdin is not None
    popen.stdin.write(stdin)
    popen.stdin.close()
    return Child(name, popen, log, stop_signal)


def wait_until(ready: Callable[[], bool], child: Child, *, seconds: float = 60.0) -> None:
    """Returns when `ready()` is true; raises ProcessFailed when `child` ends first or the time is up."""
    deadline = time.monotonic() + seconds
    while not ready():
        if not child.alive or time.monotonic() > deadline:
            raise ProcessFailed(f"{child.name} did not start. Its log, {child.log}, ends with:\n{child.last_words()}")
        time.sleep(0.05)


def stop(*children: Child, patience: float = PATIENCE_SECONDS) -> None:
    """Asks all to end, waits, and kills what is left with everything it started."""
    for child in children:
        if child.alive:
            child.popen.send_signal(child.stop_signal)
    deadline = time.monotonic() + patience
    for child in children:
        try:
            child.popen.wait(max(0.1, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            child.popen.kill()
            child.popen.wait()
        _kill_group(child.popen.pid)


def _kill_group(leader: int) -> None:
    try:
        os.killpg(leader, signal.SIGKILL)
    except ProcessLookupError:
        return
