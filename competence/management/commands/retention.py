"""Erase personal data that has been kept long enough, or show what would go."""

import json
from argparse import ArgumentParser
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from competence.domain import retention


class Command(BaseCommand):
    help = "Erases personal data that has been kept long enough on a day. Prints what went as JSON."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--on", type=date.fromisoformat, help="The day, as 2026-12-01. Left out: today.")
        parser.add_argument("--dry-run", action="store_true", help="Only count what would go.")

    def handle(self, *args: Any, **options: Any) -> None:
        on = options["on"] or timezone.localdate()
        if options["dry_run"]:
            rows = [{"what": str(each.kind.what), "rows": len(each.keys)} for each in retention.due(on)]
        else:
            rows = [{"what": each.what, "rows": each.rows} for each in retention.erase(on=on, at=timezone.now())]
        report = {"on": on.isoformat(), "dry_run": options["dry_run"], "erased": rows}
        self.stdout.write(json.dumps(report, ensure_ascii=False, indent=1))
