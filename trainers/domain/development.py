"""A trainer's own development, written by the trainer alone (sources: T06, T11–T13)."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from competence.models import Employee
from trainers.models import Insight, Learnt, Note, Pulse, Session, SessionTrainer


class NothingWritten(Exception):
    """A note or an insight says something."""


class NotHolding(Exception):
    """Only who holds a session says how it feels."""


@dataclass(frozen=True)
class LearntFacts:
    """What was done, on which day, for how many hours, and what the trainer takes with him or her."""

    kind: str
    title: str
    on: date
    hours: int
    takeaway: str = ""


@transaction.atomic
def record_learnt(*, employee: Employee, facts: LearntFacts, learnt: Learnt | None = None) -> Learnt:
    """A course, supervision, observation or reading; `learnt` is the row to correct (source: T06)."""
    row = learnt or Learnt(employee=employee)
    for name, value in facts.__dict__.items():
        setattr(row, name, value.strip() if isinstance(value, str) else value)
    row.save()
    return row


@transaction.atomic
def write_note(
    *, employee: Employee, text: str, shown_to: Employee | None, at: datetime, note: Note | None = None
) -> Note:
    """A note only its writer reads, or one leader beside (None: nobody). Raises NothingWritten (source: T11)."""
    if not text.strip():
        raise NothingWritten
    row = note or Note(employee=employee)
    row.text, row.shown_to, row.written_at = text.strip(), shown_to, at
    row.save()
    return row


@transaction.atomic
def remove_note(*, note: Note) -> None:
    """Gone for good: there is no history of notes."""
    note.delete()


@transaction.atomic
def keep_insight(*, employee: Employee, kind: str, text: str, session: Session | None, on: date) -> Insight:
    """A question or an insight, as it came. Raises NothingWritten (source: T12)."""
    if not text.strip():
        raise NothingWritten
    return Insight.objects.create(employee=employee, kind=Insight.Kind(kind), text=text.strip(), session=session, on=on)


@transaction.atomic
def bring_home(*, insight: Insight, words: str, on: date) -> Insight:
    """The trainer's own team has heard it, and the leader reads it from now on (source: T12)."""
    insight.brought_home_on, insight.brought_home = on, words.strip()
    insight.save(update_fields=["brought_home_on", "brought_home"])
    return insight


@transaction.atomic
def remove_insight(*, insight: Insight) -> None:
    insight.delete()


@transaction.atomic
def feel(*, session: Session, employee: Employee, before: int | None, after: int | None) -> Pulse:
    """How it feels, 1–5, before and after; None leaves it out. Raises NotHolding (source: T13)."""
    if not SessionTrainer.objects.filter(session=session, mandate__employee=employee).exists():
        raise NotHolding
    row, _made = Pulse.objects.update_or_create(
        session=session, employee=employee, defaults={"before": before, "after": after}
    )
    return row
