"""Needs reported from below: told, taken over, answered or set aside (source: T21)."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from competence import emails
from competence.domain import mailings
from competence.models import Competence, Employee, ReportedNeed, Unit


class AnsweredAlready(Exception):
    """Somebody has answered it: what was said stands."""


class AnswerMissing(Exception):
    """The one who reported reads why."""


@dataclass(frozen=True)
class Report:
    """What is missing, where it was seen, and for about how many colleagues."""

    unit: Unit
    title: str
    text: str = ""
    competence: Competence | None = None
    colleagues: int | None = None


@transaction.atomic
def report(*, employee: Employee, facts: Report, at: datetime) -> ReportedNeed:
    """Told by somebody who teaches there."""
    return ReportedNeed.objects.create(employee=employee, made_at=at, **facts.__dict__)


@transaction.atomic
def take_back(*, reported: ReportedNeed) -> None:
    """By the one who reported it, while nobody has answered. Raises AnsweredAlready."""
    _open(reported).delete()


@transaction.atomic
def take_over(*, reported: ReportedNeed, subject: str, taken_as: str, by: Employee, at: datetime) -> ReportedNeed:
    """It has become `subject` (as need:17), called `taken_as`; its reporter hears it. Raises AnsweredAlready."""
    row = _open(reported)
    row.subject, row.taken_as = subject, taken_as[:240]
    return _closed(row, ReportedNeed.State.TAKEN, by, at)


@transaction.atomic
def answer(*, reported: ReportedNeed, words: str, by: Employee, at: datetime) -> ReportedNeed:
    """Answered without a need in a strategy. Raises AnsweredAlready, AnswerMissing."""
    return _said(reported, ReportedNeed.State.ANSWERED, words, by, at)


@transaction.atomic
def set_aside(*, reported: ReportedNeed, reason: str, by: Employee, at: datetime) -> ReportedNeed:
    """Not now, and why. Raises AnsweredAlready, AnswerMissing."""
    return _said(reported, ReportedNeed.State.ASIDE, reason, by, at)


def _said(reported: ReportedNeed, state: ReportedNeed.State, words: str, by: Employee, at: datetime) -> ReportedNeed:
    row = _open(reported)
    if not words.strip():
        raise AnswerMissing
    row.answer = words.strip()
    return _closed(row, state, by, at)


def _closed(row: ReportedNeed, state: ReportedNeed.State, by: Employee, at: datetime) -> ReportedNeed:
    row.state, row.answered_by, row.answered_at = state, by, at
    row.save()
    mailings.notify(
        kind="need_answered",
        about=f"reported_need:{row.pk}",
        recipient=row.employee,
        message=emails.need_answered(row.employee),
        due_on=timezone.localdate(at),
        at=at,
    )
    return row


def _open(reported: ReportedNeed) -> ReportedNeed:
    """The row as it is now, locked. Raises AnsweredAlready."""
    rows = ReportedNeed.objects.select_related("employee").select_for_update(of=("self",))
    row = rows.filter(pk=reported.pk).first()
    if row is None or not row.is_open:
        raise AnsweredAlready
    return row
