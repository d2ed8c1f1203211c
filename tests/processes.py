"""Which processes of this machine work for a folder."""

import json
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path


def working_for(folder: Path) -> list[str]:
    """The command lines of all processes but ours whose VAR_DIR is `folder`, or that work in its services' home.

    Valkey writes its title over its environment, so that only its place tells whose it is.
    """
    wanted = f"VAR_DIR={folder}".encode()
    places = (folder, home(folder))
    return [
        _read(process / "cmdline").replace(b"\0", b" ").decode()
        for process in Path("/proc").glob("[0-9]*")
        if process.name != str(os.getpid())
        and (wanted in _read(process / "environ").split(b"\0") or _works_in(process, places))
    ]


def home(folder: Path) -> Path:
    """Where the embedded services of `folder` keep their data."""
    remembered = folder / "embedded.json"
    return Path(json.loads(remembered.read_text())["home"]) if remembered.exists() else folder


def _works_in(process: Path, places: Iterable[Path]) -> bool:
    try:
        where = (process / "cwd").readlink()
    except OSError:
        return False
    return any(where.is_relative_to(place) for place in places)


@contextmanager
def scratch_folder() -> Iterator[Path]:
    """An empty VAR_DIR that leaves nothing; its parents are closed to the account that the servers run under."""
    with tempfile.TemporaryDirectory(prefix="kompetence-test-") as made:
        folder = Path(made) / "var"
        folder.mkdir()
        yield folder
        shutil.rmtree(home(folder))


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
