"""Erase personal data that has been kept long enough, or show what would go."""

import json
from argparse import ArgumentParser
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from competence.domain import retention
from competence.models import Unit


def _rows(municipality: Unit, on: date, options: dict[str, Any]) -> list[dict[str, object]]:
    code = municipality.code
    if options["dry_run"]:
        due = [(str(each.kind.what), len(each.keys)) for each in retention.due(municipality, on)]
    else:
        erased = retention.erase(municipality=municipality, on=on, at=timezone.now())
        due = [(each.what, each.rows) for each in erased]
    return [{"municipality": code, "what": what, "rows": rows} for what, rows in due]


class Command(BaseCommand):
    help = "Erases personal data that has been kept long enough on a day. Prints what went as JSON."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--on", type=date.fromisoformat, help="The day, as 2026-12-01. Left out: today.")
        parser.add_argument("--dry-run", action="store_true", help="Only count what would go.")

    def handle(self, *args: Any, **options: Any) -> None:
        on = options["on"] or timezone.localdate()
        rows = [row for root in Unit.objects.filter(parent=None).order_by("pk") for row in _rows(root, on, options)]
        report = {"on": on.isoformat(), "dry_run": options["dry_run"], "erased": rows}
        self.stdout.write(json.dumps(report, ensure_ascii=False, indent=1))
