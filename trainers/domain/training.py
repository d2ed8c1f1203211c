"""The way from selected to ready (sources: K35–K42)."""

from collections.abc import Collection
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from competence.domain import career
from competence.models import CareerStep
from trainers.domain import sessions
from trainers.domain.mandates import Ended, ReasonMissing, role_of, running_row
from trainers.models import Mandate, PartRecord, TrainingPart
from trainers.queries.path import READ, missing_parts, unread_parts

__all__ = [
    "Ended",
    "NotBegun",
    "NotHandedOut",
    "NotWalked",
    "OutOfOrder",
    "ReasonMissing",
    "Unprepared",
    "WrongPart",
    "attend",
    "correct_hand_out",
    "finish",
    "hand_out",
    "mark_ready",
]


class NotBegun(Exception):
    """The training has not begun: the mandate is not started."""


class WrongPart(Exception):
    """The part is not one of the mandate's profile."""


class OutOfOrder(Exception):
    """Nothing is read before it is handed out; `record` has both days as they would be."""

    def __init__(self, record: PartRecord) -> None:
        super().__init__(record)
        self.record = record


class NotHandedOut(Exception):
    """Preparation has a day on which the trainer got it (source: K38)."""


class Unprepared(Exception):
    """Nobody takes the course before the preparation, `parts`, is read (source: K38)."""

    def __init__(self, parts: list[TrainingPart]) -> None:
        super().__init__(parts)
        self.parts = parts


class NotWalked(Exception):
    """Mandatory `parts` are not done, and nobody says why the trainer is ready anyway."""

    def __init__(self, parts: list[TrainingPart]) -> None:
        super().__init__(parts)
        self.parts = parts


@transaction.atomic
def hand_out(*, mandate: Mandate, part: TrainingPart, on: date) -> PartRecord:
    """What is to be read is in the trainer's hands. Raises Ended, OutOfOrder, WrongPart (source: K38)."""
    row = _record(mandate, part)
    row.handed_out_on = row.handed_out_on or on
    return _kept(row)


@transaction.atomic
def correct_hand_out(*, mandate: Mandate, part: TrainingPart, on: date | None) -> PartRecord:
    """It was handed out on another day, or not at all. Raises Ended, OutOfOrder, WrongPart."""
    row = _record(mandate, part)
    row.handed_out_on = on
    return _kept(row)


@transaction.atomic
def attend(*, mandate: Mandate, part: TrainingPart, days: Collection[date]) -> PartRecord:
    """The days of a course the trainer was there; with all of them it is done.

    Raises Ended, NotBegun, OutOfOrder, Unprepared, WrongPart.
    """
    row = _begun(mandate, part)
    if days and (unread := unread_parts(row.mandate)):
        raise Unprepared(unread)
    row.attended = sorted(set(days))
    row.done_on = row.attended[-1] if row.attended and len(row.attended) >= (part.days or 1) else None
    return _kept(row)


@transaction.atomic
def finish(
    *, mandate: Mandate, part: TrainingPart, words: str, on: date, handed_out_on: date | None = None
) -> PartRecord:
    """Read, learnt, handed over; `words` say what. `handed_out_on` counts for what is read, where nobody has
    noted that day.

    Raises Ended, NotBegun, NotHandedOut, OutOfOrder, WrongPart (sources: K36–K38).
    """
    row = _begun(mandate, part)
    if part.kind in READ:
        row.handed_out_on = row.handed_out_on or handed_out_on
    if part.kind == TrainingPart.Kind.PREPARATION and row.handed_out_on is None:
        raise NotHandedOut
    row.done_on, row.words = on, words.strip()
    return _kept(row)


@transaction.atomic
def mark_ready(*, mandate: Mandate, reason: str, at: datetime) -> Mandate:
    """The trainer can teach, and is invited to the network; before the path is walked only with a reason.

    Raises Ended, NotBegun, NotWalked (sources: K40, K42).
    """
    row = running_row(mandate)
    if row.state == Mandate.State.SELECTED:
        raise NotBegun
    missing = missing_parts(row)
    if missing and not reason.strip():
        raise NotWalked(missing)
    if row.state == Mandate.State.IN_TRAINING:
        row.state, row.ready_at = Mandate.State.READY, at
        row.unready_reason = reason.strip() if missing else ""
        row.save(update_fields=["state", "ready_at", "unready_reason"])
        career.take_step(role=role_of(row), level=CareerStep.Level.READY, on=timezone.localdate(at))
        sessions.invite_to_network(mandate=row, at=at)
    return row


def _kept(row: PartRecord) -> PartRecord:
    if row.handed_out_on and row.done_on and row.done_on < row.handed_out_on:
        raise OutOfOrder(row)
    row.save()
    return row


def _begun(mandate: Mandate, part: TrainingPart) -> PartRecord:
    record = _record(mandate, part)
    if record.mandate.state == Mandate.State.SELECTED:
        raise NotBegun
    return record


def _record(mandate: Mandate, part: TrainingPart) -> PartRecord:
    """The trainer's row of this part, made where there is none."""
    row = running_row(mandate)
    if part.profile_id != row.round.profile_id:
        raise WrongPart
    record, _made = PartRecord.objects.get_or_create(mandate=row, part=part)
    record.mandate = row
    return record
