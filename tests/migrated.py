"""A database in which every migration has run, kept as the template of the test databases.

Running the migrations takes most of a minute; copying the result takes less than a second. The
template's name tells which migrations and libraries it was made with, so that any change makes a new one.
"""

import hashlib
import os
import subprocess
import sys
from contextlib import closing
from importlib.metadata import distributions
from pathlib import Path
from urllib.parse import urlsplit

import psycopg2

ROOT = Path(__file__).parent.parent
PREFIX = "migrated_"
# A number that a page writes as its reader does ("1.001") leads nowhere in an address; rows must have such numbers.
RAISE_NUMBERS = """
    SELECT setval(format('%I.%I', schemaname, sequencename)::regclass, 1000 + coalesce(last_value, 0)) FROM pg_sequences
"""


def template() -> str:
    """The template's name, for the migrations as they are now; makes it where it is missing."""
    name = PREFIX + _fingerprint()
    url = urlsplit(os.environ["DATABASE_URL"])
    with closing(psycopg2.connect(url._replace(path="/postgres").geturl())) as server:
        server.autocommit = True
        with server.cursor() as cursor:
            cursor.execute("SELECT datname FROM pg_database WHERE datname LIKE %s", [f"{PREFIX}%"])
            kept = {row[0] for row in cursor.fetchall()}
            if name in kept:
                return name
            for old in [*kept, "migrating"]:
                cursor.execute(f'DROP DATABASE IF EXISTS "{old}"')
            cursor.execute("CREATE DATABASE migrating TEMPLATE template0 ENCODING 'UTF8'")
            _migrate(url._replace(path="/migrating").geturl())
            cursor.execute(f'ALTER DATABASE migrating RENAME TO "{name}"')
    return name


def _migrate(url: str) -> None:
    subprocess.run(
        [sys.executable, "manage.py", "migrate", "--verbosity", "0"],
        cwd=ROOT,
        env=os.environ | {"DATABASE_URL": url},
        check=True,
    )
    with closing(psycopg2.connect(url)) as database, database, database.cursor() as cursor:
        cursor.execute(RAISE_NUMBERS)


def _fingerprint() -> str:
    """Of our migrations' text and of the versions of everything installed, whose migrations count too."""
    found = hashlib.sha256()
    for path in sorted([*ROOT.glob("*/migrations/*.py"), ROOT / "competence/migrating.py", Path(__file__)]):
        found.update(str(path.relative_to(ROOT)).encode() + path.read_bytes())
    for line in sorted(f"{part.name} {part.version}" for part in distributions()):
        found.update(line.encode())
    return found.hexdigest()[:16]
