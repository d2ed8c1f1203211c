"""What is due on a day, as JSON; without --dry-run it is sent, each once."""

import json
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from annualcycle import emails
from annualcycle.domain import reminders
from annualcycle.queries.reminders import Due
from competence.models import Employee


class Command(BaseCommand):
    help = "Prints as JSON who is to be reminded of what on a day, and sends it."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--on", type=date.fromisoformat, help="the day, as 2026-11-24; today when left out")
        parser.add_argument("--dry-run", action="store_true", help="print only")

    def handle(self, *args: Any, on: date | None, dry_run: bool, **options: Any) -> None:
        now = timezone.now()
        day = on or timezone.localdate(now)
        dues = reminders.due(cycles=reminders.running(), on=day)
        people = Employee.objects.select_related("municipality__settings").in_bulk({due.person for due in dues})
        rows = [self._row(due, people[due.person]) for due in dues]
        mails = 0 if dry_run else reminders.send(dues=dues, on=day, at=now)
        report = {"on": day.isoformat(), "dry_run": dry_run, "due": rows, "mails": mails}
        self.stdout.write(json.dumps(report, ensure_ascii=False, indent=2))

    def _row(self, due: Due, recipient: Employee) -> dict[str, object]:
        return {
            "kind": str(due.kind),
            "about": due.about,
            "recipient": recipient.number,
            "due_on": due.due_on.isoformat(),
            "subject": emails.reminders(recipient, [due]).subject,
        }
