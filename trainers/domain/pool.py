"""Sharing a trainer with other municipalities, and asking for one (sources: T02, T14, T30).

Two must want it: the own municipality switches it on, the trainer says yes. Either ends it, at once.
"""

from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils import timezone

from competence.domain import mailings
from competence.models import Employee
from trainers import emails_pool
from trainers.models import Mandate, PoolShare, TrainerRequest


class NotTrained(Exception):
    """Only who has been ready as a trainer is shared."""


class SharedAlready(Exception):
    """The trainer is shared, or is asked already."""


class Over(Exception):
    """The trainer is not shared any more, or was never asked."""


class AskedAlready(Exception):
    """A colleague of the same municipality has asked for the trainer and waits for the answer."""


class Answered(Exception):
    """The request has its answer."""


@dataclass(frozen=True)
class ShareFacts:
    """All that others see beside name, job title and municipality."""

    topics: str
    languages: str
    reach: str


@transaction.atomic
def offer(*, employee: Employee, facts: ShareFacts, by: Employee, at: datetime) -> PoolShare:
    """Switched on by the own municipality, seen after the trainer’s yes. Raises NotTrained, SharedAlready."""
    if not Mandate.objects.filter(employee=employee, ready_at__isnull=False).exists():
        raise NotTrained
    try:
        with transaction.atomic():
            share = PoolShare.objects.create(employee=employee, asked_by=by, asked_at=at, **facts.__dict__)
    except IntegrityError as error:
        raise SharedAlready from error
    mailings.notify(
        kind="trainer_share",
        about=f"pool_share:{share.pk}",
        recipient=employee,
        message=emails_pool.consent_asked(share),
        due_on=timezone.localdate(at),
        at=at,
    )
    return share


@transaction.atomic
def agree(*, share: PoolShare, at: datetime) -> PoolShare:
    """The trainer's own yes, from now on. Raises Over."""
    row = _open(share)
    row.agreed_at = row.agreed_at or at
    row.save(update_fields=["agreed_at"])
    return row


@transaction.atomic
def end(*, share: PoolShare, by: Employee, at: datetime) -> PoolShare:
    """By the trainer, or by the own municipality; who waits for an answer gets a no. Raises Over."""
    row = _open(share)
    row.ended_at, row.ended_by = at, by
    row.save(update_fields=["ended_at", "ended_by"])
    for request in row.requests.filter(answer=""):
        answer(request=request, given=TrainerRequest.Answer.NO, reply="", by=by, at=at)
    return row


@transaction.atomic
def ask(*, share: PoolShare, topic: str, wanted: str, words: str, by: Employee, at: datetime) -> TrainerRequest:
    """Another municipality asks; those who shared the trainer are told. Raises Over, AskedAlready."""
    row = _open(share)
    if not row.is_shared:
        raise Over
    try:
        with transaction.atomic():
            request = TrainerRequest.objects.create(
                share=row,
                municipality_id=by.municipality_id,
                asked_by=by,
                topic=topic.strip(),
                wanted=wanted.strip(),
                words=words.strip(),
                asked_at=at,
            )
    except IntegrityError as error:
        raise AskedAlready from error
    _tell("trainer_request", request, row.asked_by, at)
    return request


@transaction.atomic
def answer(*, request: TrainerRequest, given: str, reply: str, by: Employee, at: datetime) -> TrainerRequest:
    """The own municipality's answer, to whoever asked. Raises Answered."""
    row = TrainerRequest.objects.select_for_update(of=("self",)).select_related("asked_by").get(pk=request.pk)
    if not row.is_open:
        raise Answered
    row.answer, row.reply = TrainerRequest.Answer(given), reply.strip()
    row.answered_by, row.answered_at = by, at
    row.save(update_fields=["answer", "reply", "answered_by", "answered_at"])
    _tell("trainer_request_answer", row, row.asked_by, at)
    return row


def _tell(kind: str, request: TrainerRequest, recipient: Employee, at: datetime) -> None:
    make = emails_pool.asked_for if kind == "trainer_request" else emails_pool.answered
    mailings.notify(
        kind=kind,
        about=f"trainer_request:{request.pk}",
        recipient=recipient,
        message=make(request, recipient),
        due_on=timezone.localdate(at),
        at=at,
    )


def _open(share: PoolShare) -> PoolShare:
    """The share as it is now, locked. Raises Over."""
    row = PoolShare.objects.select_for_update(of=("self",)).select_related("employee", "asked_by").get(pk=share.pk)
    if row.ended_at is not None:
        raise Over
    return row
