"""How long an import of staff takes beside the mere copying of the same rows, in one run on one database.

Copying is what a program does that checks nothing: it reads the same file, and writes the same rows of the same tables
(people, employments, leave, roles and the history of each) by COPY into tables without keys, indexes and triggers.
"""

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from statistics import median
from time import perf_counter
from typing import Any

from django.db import connection, transaction
from django.db.models import Model
from django.utils import timezone
from psycopg2 import sql

from competence.domain import units
from competence.domain.imports.plans import Setting
from competence.domain.imports.reading import decode
from competence.domain.imports.running import File, run
from competence.models import Employee, Employment, Leave, RoleAssignment, Unit
from competence.tracking import event_tables
from config.bench.outcome import Outcome

HEADER = (
    *("Medarbejdernr.", "Fornavn", "Efternavn", "E-mail", "Enhedskode", "Stilling", "Faggruppe", "Overenskomst"),
    *("Ansættelsesform", "Timer pr. uge", "Ansat fra", "Ansat til", "Anciennitetsdato", "Status", "Hverv"),
)
SURNAMES = ("Holm", "Sørensen", "Aagaard", "Jensen", "Lund", "Bach", "Nielsen", "Dam", "Hansen", "Friis")
TEAMS = 40
ROWS = 10_000
ROUNDS = 3
MOST = 5.0


@dataclass(frozen=True)
class Times:
    """Seconds: the import, the same file again, copying its rows, inserting them, and COPY of its lines as they are."""

    first: float
    again: float
    copied: float
    inserted: float
    lines: float


def outcome() -> Outcome:
    """The median of several rounds; a fault when the import takes more than `MOST` times as long as copying."""
    rounds = [measure(rows=ROWS, at=timezone.now()) for _ in range(ROUNDS)]
    first, again = (median(pick) for pick in zip(*((t.first, t.again) for t in rounds), strict=True))

    def times(of: Callable[[Times], float]) -> float:
        return median(t.first / of(t) for t in rounds)

    ratio = times(lambda t: t.copied)
    text = (
        f"import of {ROWS} staff: {first:.2f} s, unchanged again {again:.2f} s; {ratio:.1f} × copying the same rows "
        f"(at most {MOST:.0f}), {times(lambda t: t.inserted):.1f} × inserting them 500 at a time, "
        f"{times(lambda t: t.lines):.0f} × COPY of the bare lines"
    )
    return Outcome(text, [] if ratio <= MOST else [f"import: {ratio:.1f} × copying the same rows, at most {MOST:.0f}"])


def measure(*, rows: int, at: datetime) -> Times:
    """Import `rows` invented staff twice, then copy and insert the same; leaves nothing behind."""
    with transaction.atomic():
        root = _municipality()
        lines = [_line(number) for number in range(rows)]
        file = File("staff", "bench.csv", _as_csv(lines))
        setting = Setting(municipality=root, on=at.date(), at=at)
        first = _seconds(lambda: _import(file, setting))
        again = _seconds(lambda: _import(file, setting))
        tables = [_Table(number, model) for number, model in enumerate(_filled_models())]
        copied = _seconds(lambda: _copy_all(file, tables))
        inserted = _seconds(lambda: _insert_all(file, tables))
        bare = _seconds(lambda: _copy_lines(lines))
        transaction.set_rollback(True)
    return Times(first, again, copied, inserted, bare)


def _seconds(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start


def _import(file: File, setting: Setting) -> None:
    """With the checks of foreign keys, which otherwise wait for the commit."""
    run(file=file, setting=setting)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def _municipality() -> Unit:
    root = units.found_municipality(code="BENCH", name="Bench")
    for number in range(TEAMS):
        units.add(parent=root, code=f"T{number}", name=f"Team {number}", kind=Unit.Kind.TEAM)
    return root


def _line(number: int) -> list[str]:
    start = f"{1 + number % 28:02}-{1 + number % 12:02}-{2000 + number % 25}"
    job = ("Socialrådgiver", "Pædagog", "Psykolog", "Kontorassistent")[number % 4]
    name = f"{SURNAMES[number % len(SURNAMES)]}-{number}"
    return [
        str(500_000 + number),
        f"Fornavn{number % 300}",
        name,
        f"person.{number}@bench.example",
        f"T{number % TEAMS}",
        job,
        job,
        "HK Kommunal",
        "Fast",
        "37",
        start,
        "",
        start,
        "Orlov" if number % 40 == 0 else "Aktiv",
        "TR" if number % 50 == 0 else "",
    ]


def _as_csv(lines: list[list[str]]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";")
    writer.writerows([HEADER, *lines])
    return text.getvalue().encode("cp1252")


def _filled_models() -> list[type[Model]]:
    """The tables an import of staff fills, each with its history."""
    models: list[type[Model]] = [Employee, Employment, Leave, RoleAssignment]
    return [table for model in models for table in (model, *event_tables(model))]


class _Table:
    """The rows this transaction has written to a table, and a bare table with the same columns."""

    def __init__(self, number: int, model: type[Model]) -> None:
        self.name = sql.Identifier(f"bench_{number}")
        original = sql.Identifier(model._meta.db_table)
        with connection.cursor() as cursor:
            cursor.execute(_text(_BARE, name=self.name, original=original))
            cursor.execute(_text(_WRITTEN, name=original))
            self.rows: Sequence[tuple[Any, ...]] = cursor.fetchall()


_BARE = "CREATE TEMPORARY TABLE {name} ON COMMIT DROP AS SELECT * FROM {original} WITH NO DATA"
# Everything here happens in one transaction, so its rows are those that no other one could see.
_WRITTEN = "SELECT * FROM {name} WHERE xmin::text::bigint >= pg_current_xact_id()::text::bigint % 4294967296"
_COPY = "COPY {name} FROM STDIN WITH (FORMAT csv)"


def _text(statement: str, **names: sql.Composable) -> str:
    return str(sql.SQL(statement).format(**names).as_string(connection.cursor().cursor))


def _read(file: File) -> list[list[str]]:
    return list(csv.reader(io.StringIO(decode(file.content)[0], newline=""), delimiter=";"))


def _copy_all(file: File, tables: Sequence[_Table]) -> None:
    _read(file)
    for table in tables:
        _copy(_text(_COPY, name=table.name), table.rows)


def _copy(statement: str, rows: Sequence[Sequence[Any]]) -> None:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    text.seek(0)
    with connection.cursor() as cursor:
        cursor.copy_expert(statement, text)


def _insert_all(file: File, tables: Sequence[_Table]) -> None:
    """As a program does it that knows no COPY."""
    _read(file)
    with connection.cursor() as cursor:
        for table in tables:
            statement = _text("INSERT INTO {name} VALUES ", name=table.name)
            for start in range(0, len(table.rows), 500):
                part = table.rows[start : start + 500]
                row = "(" + ", ".join(["%s"] * len(part[0])) + ")"
                cursor.execute(statement + ", ".join([row] * len(part)), [cell for line in part for cell in line])


def _copy_lines(lines: list[list[str]]) -> None:
    """The strictest reading: the lines of the file as they are, into one table of texts."""
    columns = ", ".join(f"c{number} text" for number in range(len(HEADER)))
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE TEMPORARY TABLE bench_lines ({columns}) ON COMMIT DROP")
    _copy("COPY bench_lines FROM STDIN WITH (FORMAT csv)", lines)
