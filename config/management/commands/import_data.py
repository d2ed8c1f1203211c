"""`import_data {units|staff|courses|wishes} FILE`: a file in by the command line.

Prints what the file was taken for and what it changes as JSON. Exit status 0; 1 when the file has faults, and then
nothing at all is written; 2 when the command cannot be carried out, with the reason on standard error.
"""

import json
import sys
from pathlib import Path
from typing import Any, NoReturn

from django.core.management.base import BaseCommand, CommandParser
from django.db.models import QuerySet
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from competence.domain.imports.plans import Setting
from competence.domain.imports.reading import Unreadable
from competence.domain.imports.running import KINDS, File, Report, run
from competence.models import Municipality, Unit


class Command(BaseCommand):
    help = "Import a file of units, staff, courses or wishes, and print what it does as JSON."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("kind", choices=KINDS)
        parser.add_argument("file", type=Path)
        parser.add_argument("--dry-run", action="store_true", help="Say what would happen, and write nothing.")
        parser.add_argument("--municipality", default="", metavar="CODE", help="Needed when there are several.")
        parser.add_argument("--language", default="", choices=["", "da", "sv", "en"], help="Of the messages.")
        parser.add_argument(
            "--end-missing", action="store_true", help="End employments that the staff file does not name."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        municipality = _municipality(options["kind"], options["municipality"])
        language = options["language"] or _language_of(municipality)
        now = timezone.now()
        setting = Setting(
            municipality=municipality,
            on=timezone.localdate(now),
            at=now,
            end_missing=options["end_missing"],
            code=options["municipality"],
        )
        with translation.override(language):
            report = _run(options["kind"], options["file"], setting, dry_run=options["dry_run"])
            self.stdout.write(json.dumps(report.as_summary(), ensure_ascii=False, indent=2))
            self._say(report)
        if report.errors:
            sys.exit(1)

    def _say(self, report: Report) -> None:
        """What the JSON has no field for, for the person at the keyboard."""
        for note in report.notes:
            self.stderr.write(note)
        if report.missing:
            self.stderr.write(_("Not in the file:") if not report.ended else _("Not in the file, and so ended:"))
            for name in report.missing:
                self.stderr.write(f"  {name}")


def _municipality(kind: str, code: str) -> Unit | None:
    roots = Unit.objects.filter(parent=None)
    if code:
        found = roots.filter(code=code).first()
        if found is None and kind != "units":
            _stop(f"There is no municipality with the code {code}.")
        return found
    meant = _meant(roots)
    if len(meant) > 1:
        _stop("There are several municipalities. Name one with --municipality CODE.")
    if not meant and kind != "units":
        _stop("There is no municipality yet. Import the file of units first.")
    return meant[0] if meant else None


def _meant(roots: "QuerySet[Unit]") -> list[Unit]:
    """The municipalities a file can be of when none is named; the example's neighbour is only there to be looked at."""
    examples = Municipality.objects.filter(is_example=True).values("unit")
    return list(roots.exclude(pk__in=examples)[:2]) or list(roots.order_by("pk")[:1])


def _language_of(municipality: Unit | None) -> str:
    settings = Municipality.objects.filter(unit=municipality).first() if municipality else None
    return settings.language if settings else "da"


def _run(kind: str, path: Path, setting: Setting, *, dry_run: bool) -> Report:
    try:
        content = path.read_bytes()
    except OSError as error:
        _stop(f"{path}: {error.strerror}")
    try:
        return run(file=File(kind, path.name, content), setting=setting, dry_run=dry_run)
    except Unreadable as error:
        _stop(f"{path.name}: {error}")


def _stop(message: str) -> NoReturn:
    sys.stderr.write(message + "\n")
    sys.exit(2)
