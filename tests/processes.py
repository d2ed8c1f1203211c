"""Which processes of this machine work for a folder."""

import os
import time
from collections.abc import Callable
from pathlib import Path


def working_for(folder: Path) -> list[str]:
    """The command lines of all processes but ours whose VAR_DIR is `folder`."""
    wanted = f"VAR_DIR={folder}".encode()
    return [
        _read(process / "cmdline").replace(b"\0", b" ").decode()
        for process in Path("/proc").glob("[0-9]*")
        if process.name != str(os.getpid()) and wanted in _read(process / "environ").split(b"\0")
    ]


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:  # It has just ended.
        return b""


def eventually(condition: Callable[[], bool], seconds: float = 60) -> bool:
    """Whether `condition` becomes true within the time."""
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.1)
    return True
