"""`manage.py export_strategies --year Y --output DIR [--unit CODE]`: strategies of a year as documents, with no worker.

Prints a summary as JSON. Ends with 0 when all were made, 1 when some could not be, 2 when there was nothing to make.
"""

import hashlib
import json
from argparse import ArgumentParser
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from django.core.management import BaseCommand, CommandError
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from competence.domain import exports
from competence.domain.jobs import CannotBeMade
from competence.models import Municipality
from strategy import documents
from strategy.documents import Choice


class Command(BaseCommand):
    help = "Write the approved strategies of a year as documents into a folder, one for each unit."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--year", type=int, required=True)
        parser.add_argument("--output", type=Path, required=True, help="The folder; made when it is missing.")
        parser.add_argument("--unit", action="append", default=[], help="The code of a unit; may be given again.")
        parser.add_argument("--municipality", default="", help="The code of one municipality; default: all.")

    def handle(self, *args: Any, year: int, output: Path, unit: list[str], **options: Any) -> None:
        summary: dict[str, Any] = {"year": year, "made": [], "failed": []}
        named: set[str] = set()
        roots = Municipality.objects.select_related("unit").order_by("unit__code")
        if options["municipality"]:
            roots = roots.filter(unit__code=options["municipality"])
        for root in roots:
            found = documents.choices(municipality=root.pk, year=year)
            wanted = [one for one in found if one.unit.code in unit or (not unit and one.version)]
            named |= {one.unit.code for one in wanted}
            folder = output if len(roots) == 1 else output / root.unit.code
            with translation.override(root.language):
                made = self._write(wanted, folder, summary)
                what = _("Strategies %(year)s") % {"year": year}
            if made:
                exports.record_command(municipality=root.unit, what=what, rows=made, at=timezone.now())
        summary["failed"] += [{"unit": code, "reason": "unknown unit"} for code in unit if code not in named]
        self.stdout.write(json.dumps(summary, ensure_ascii=False, indent=2))
        if summary["failed"]:
            raise CommandError(f"{len(summary['failed'])} could not be made.", returncode=1)
        if not summary["made"]:
            raise CommandError(f"No strategy is approved for {year}.", returncode=2)

    def _write(self, wanted: list[Choice], folder: Path, summary: dict[str, Any]) -> int:
        """How many were made."""
        before = len(summary["made"])
        for choice in wanted:
            item = choice.item
            try:
                content = documents.make(item.key)
                _keep(folder / item.name, content)
            except (CannotBeMade, OSError) as reason:
                summary["failed"].append({"unit": choice.unit.code, "reason": str(reason)})
            except Exception as fault:  # whatever is wrong with one unit must not stop the others
                summary["failed"].append({"unit": choice.unit.code, "reason": f"{type(fault).__name__}: {fault}"})
            else:
                digest = hashlib.sha256(content).hexdigest()
                summary["made"].append({"unit": choice.unit.code, "file": item.name, "sha256": digest})
        return len(summary["made"]) - before


def _keep(path: Path, content: bytes) -> None:
    """Written beside and moved into place, so that no half file is ever taken for a document."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=path.parent, prefix=".", delete=False) as file:
        file.write(content)
    Path(file.name).chmod(0o644)
    Path(file.name).replace(path)
