"""What is due on a day in all apps, as JSON; without --dry-run it is sent, each once."""

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from annualcycle import emails
from annualcycle.domain import reminders as of_the_year
from annualcycle.queries.reminders import Due
from competence.domain import reminding
from competence.domain.mailings import Message
from competence.domain.reminding import Reminder
from competence.models import Employee
from strategy.domain import reminders as of_strategies
from trainers.domain import reminders as of_trainers


class Command(BaseCommand):
    help = "Prints as JSON who is to be reminded of what on a day, and sends it."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--on", type=date.fromisoformat, help="the day, as 2026-11-24; today when left out")
        parser.add_argument("--dry-run", action="store_true", help="print only")

    def handle(self, *args: Any, on: date | None, dry_run: bool, **options: Any) -> None:
        now = timezone.now()
        day = on or timezone.localdate(now)
        dues = of_the_year.due(cycles=of_the_year.running(), on=day)
        others = [*of_strategies.due(on=day), *of_trainers.due(on=day)]
        rows = [*_of_the_year(dues), *(_row(one) for one in others)]
        mails = 0
        if not dry_run:
            mails = of_the_year.send(dues=dues, on=day, at=now) + reminding.send(reminders=others, at=now)
        report = {"on": day.isoformat(), "dry_run": dry_run, "due": rows, "mails": mails}
        self.stdout.write(json.dumps(report, ensure_ascii=False, indent=2))


def _of_the_year(dues: Sequence[Due]) -> list[dict[str, str]]:
    people = Employee.objects.select_related("municipality__settings").in_bulk({due.person for due in dues})
    return [
        _told(str(due.kind), due.about, people[due.person], due.due_on, emails.reminders(people[due.person], [due]))
        for due in dues
    ]


def _row(one: Reminder) -> dict[str, str]:
    return _told(one.kind, one.about, one.recipient, one.due_on, one.make())


def _told(kind: str, about: str, recipient: Employee, due_on: date, message: Message) -> dict[str, str]:
    return {
        "kind": kind,
        "about": about,
        "recipient": recipient.number,
        "due_on": due_on.isoformat(),
        "subject": message.subject,
    }
