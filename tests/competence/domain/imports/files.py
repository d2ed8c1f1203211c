"""The shipped example files, and small files made for one test."""

from datetime import UTC, date, datetime
from pathlib import Path

from competence.domain.imports.plans import Setting
from competence.domain.imports.running import File, Report, run
from competence.models import Unit

DATA = Path(__file__).parents[4] / "config" / "example" / "data"
TODAY = date(2026, 10, 15)
NOW = datetime(2026, 10, 15, 9, tzinfo=UTC)
STAFF_HEADER = (
    "Medarbejdernr.;Fornavn;Efternavn;E-mail;Enhedskode;Stilling;Faggruppe;Overenskomst;Ansættelsesform;"
    "Timer pr. uge;Ansat fra;Ansat til;Anciennitetsdato;Status;Hverv"
)


def root() -> Unit | None:
    return Unit.objects.filter(parent=None).order_by("pk").first()


def load(
    kind: str, content: bytes | str, *, dry_run: bool = False, on: date = TODAY, end_missing: bool = False
) -> Report:
    """Import bytes, or text that is encoded as Windows does."""
    encoded = content.encode("cp1252") if isinstance(content, str) else content
    setting = Setting(municipality=root(), on=on, at=NOW, end_missing=end_missing)
    return run(file=File(kind, "a file", encoded), setting=setting, dry_run=dry_run)


def ship(kind: str, name: str) -> Report:
    """Import one of the example municipality's files."""
    return load(kind, (DATA / name).read_bytes())


def counts(report: Report) -> tuple[int, int, int, int]:
    """Rows, created, updated, unchanged."""
    return report.rows, report.created, report.updated, report.unchanged


def faults(report: Report) -> list[tuple[int, str]]:
    return [(fault.line, fault.column) for fault in report.errors]


def person(number: int = 7, **changes: str) -> str:
    """A line of the staff file that has no fault."""
    cells = {
        "Medarbejdernr.": str(number),
        "Fornavn": "Anna",
        "Efternavn": "Holm",
        "E-mail": f"anna{number}@solbjerg.example",
        "Enhedskode": "BU-MOD",
        "Stilling": "Socialrådgiver",
        "Faggruppe": "Socialrådgiver",
        "Overenskomst": "DS",
        "Ansættelsesform": "Fast",
        "Timer pr. uge": "37",
        "Ansat fra": "01-03-2019",
        "Ansat til": "",
        "Anciennitetsdato": "01-03-2019",
        "Status": "Aktiv",
        "Hverv": "",
    } | changes
    return ";".join(cells[heading] for heading in STAFF_HEADER.split(";"))


def staff(*lines: str) -> str:
    return "\r\n".join([STAFF_HEADER, *lines]) + "\r\n"
