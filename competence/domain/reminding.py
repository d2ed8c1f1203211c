"""Reminders of one thing each, told once through the ledger of mails (source: S69)."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from competence.domain import mailings
from competence.domain.mailings import Message
from competence.models import Employee, Notice


@dataclass(frozen=True)
class Reminder:
    """One mail; the first three and the recipient are its row in the ledger. `make` writes it when it is needed."""

    kind: str
    about: str
    due_on: date
    recipient: Employee
    make: Callable[[], Message]

    @property
    def row(self) -> tuple[str, str, date, int]:
        return self.kind, self.about, self.due_on, self.recipient.pk


def step_on(day: date, on: date, steps: Sequence[int]) -> int | None:
    """The step that `on` lies in, in days before `day`: what one night missed is made up for the next morning."""
    left = (day - on).days
    return min((step for step in steps if 0 <= left <= step), default=None)


def untold(reminders: Iterable[Reminder]) -> list[Reminder]:
    """Those that are not in the ledger, each once, in order of their dates; one query."""
    found = {one.row: one for one in reminders}
    days = {one.due_on for one in found.values()}
    kinds = {one.kind for one in found.values()}
    ledger = Notice.objects.filter(kind__in=kinds, due_on__in=days)
    told = set(ledger.values_list("kind", "subject", "due_on", "recipient"))
    rows = [one for row, one in found.items() if row not in told]
    return sorted(rows, key=lambda one: (one.due_on, one.kind, one.about, one.recipient.pk))


def send(*, reminders: Iterable[Reminder], at: datetime) -> int:
    """Store each once; returns how many mails. Twice, or again after it died, stores only what is missing."""
    stored = 0
    for one in reminders:
        notice = mailings.notify(
            kind=one.kind, about=one.about, recipient=one.recipient, message=one.make(), due_on=one.due_on, at=at
        )
        stored += notice is not None
    return stored
