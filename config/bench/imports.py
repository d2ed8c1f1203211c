"""How long an import of staff takes beside the bare copying of the same rows, in one run on one database."""

import csv
import io
from dataclasses import dataclass
from datetime import datetime
from time import perf_counter
from typing import Any

from django.db import connection, transaction

from competence.domain import units
from competence.domain.imports.plans import Setting
from competence.domain.imports.running import File, run
from competence.models import Unit

HEADER = (
    *("Medarbejdernr.", "Fornavn", "Efternavn", "E-mail", "Enhedskode", "Stilling", "Faggruppe", "Overenskomst"),
    *("Ansættelsesform", "Timer pr. uge", "Ansat fra", "Ansat til", "Anciennitetsdato", "Status", "Hverv"),
)
TEAMS = 40


@dataclass(frozen=True)
class ImportTimes:
    """Seconds; `unchanged` is the same file a second time."""

    rows: int
    first: float
    unchanged: float
    copy: float
    insert: float
    one_by_one: float

    def __str__(self) -> str:
        yardsticks = {"COPY": self.copy, "INSERT of 500 rows": self.insert, "INSERT one by one": self.one_by_one}
        shares = "; ".join(f"{self.first / seconds:.1f} × {name}" for name, seconds in yardsticks.items())
        return (
            f"import of {self.rows} staff: {self.first:.2f} s, again {self.unchanged:.2f} s; {shares} into a bare table"
        )


def measure(*, rows: int, at: datetime) -> ImportTimes:
    """Import `rows` invented staff twice, copy and insert them into a bare table; leaves nothing behind."""
    with transaction.atomic():
        root = _municipality()
        lines = [_line(number) for number in range(rows)]
        file = File("staff", "bench.csv", _as_csv(lines))
        setting = Setting(municipality=root, on=at.date(), at=at)
        first = _seconds(lambda: _import(file, setting))
        unchanged = _seconds(lambda: _import(file, setting))
        copy = _seconds(lambda: _copy(lines))
        insert = _seconds(lambda: _insert(lines, "bench_inserted", at_once=500))
        one_by_one = _seconds(lambda: _insert(lines, "bench_inserted_singly", at_once=1))
        transaction.set_rollback(True)
    return ImportTimes(rows, first, unchanged, copy, insert, one_by_one)


def _seconds(work: Any) -> float:
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
    name = f"Efternavn{number}"
    return [
        str(500_000 + number),
        f"Fornavn{number % 300}",
        name,
        f"{name.lower()}@bench.example",
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


def _bare_table(name: str) -> str:
    columns = ", ".join(f"c{number} text" for number in range(len(HEADER)))
    return f"CREATE TEMPORARY TABLE {name} ({columns}) ON COMMIT DROP"


def _copy(lines: list[list[str]]) -> None:
    text = io.StringIO()
    csv.writer(text, delimiter="\t").writerows(lines)
    text.seek(0)
    with connection.cursor() as cursor:
        cursor.execute(_bare_table("bench_copied"))
        cursor.copy_expert("COPY bench_copied FROM STDIN WITH (FORMAT csv, DELIMITER E'\t')", text)


def _insert(lines: list[list[str]], table: str, *, at_once: int) -> None:
    """As a program does it that knows no COPY: INSERT with `at_once` rows a statement."""
    row = "(" + ", ".join(["%s"] * len(HEADER)) + ")"
    with connection.cursor() as cursor:
        cursor.execute(_bare_table(table))
        for start in range(0, len(lines), at_once):
            part = lines[start : start + at_once]
            values = ", ".join([row] * len(part))
            cursor.execute(f"INSERT INTO {table} VALUES {values}", [cell for line in part for cell in line])  # noqa: S608
