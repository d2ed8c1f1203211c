"""Mail: stored in the transaction of what it reports, then sent one at a time (source: S47, S69; docs/adr/0001).

Storing and sending never meet: `notify` writes the ledger row and the mail, `send_due` takes the oldest
waiting mail under a row lock that other senders skip, and releases it with the result. A sender that dies
leaves the mail waiting. Only between the server's acceptance and our commit can a mail leave twice, with
the same Message-ID.
"""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from smtplib import SMTPRecipientsRefused
from typing import Protocol, TypeVar
from urllib.parse import urlsplit

from celery import current_app
from django.conf import settings
from django.core.files.base import ContentFile
from django.db import connection, transaction
from django.db.models import Q
from django.utils.functional import Promise
from post_office.connections import connections
from post_office.models import PRIORITY, STATUS, Email, Log
from post_office.utils import create_attachments

from competence.models import Employee, Notice
from competence.remembered import forget

logger = logging.getLogger(__name__)

TASK = "competence.tasks.send_mail"
# 1 min, 4 min, 16 min, … 17 h: a mail is tried for a day before a person must look at it.
RETRIES = 6
FIRST_DELAY = timedelta(minutes=1)
BATCH = 200
WAITING = (STATUS.queued, STATUS.requeued)


# What each kind of mail is called in HR's list; every app adds its own when it is loaded.
KINDS: dict[str, str | Promise] = {}


class NoAddress(Exception):
    """The recipient has no e-mail address."""


class NotFailed(Exception):
    """The mail is waiting or sent: there is nothing to try again."""


@dataclass(frozen=True)
class Attachment:
    """`media_type` as in `text/calendar; method=REQUEST`."""

    name: str
    content: bytes
    media_type: str


@dataclass(frozen=True)
class Message:
    """What is said, in the recipient's language. `text` says all that `html` says."""

    subject: str
    text: str
    html: str = ""
    attachments: tuple[Attachment, ...] = ()


class Claim(Protocol):
    """What a recipient is told once: of `kind`, about a row as `cycle:4`, for `due_on`."""

    @property
    def kind(self) -> str: ...
    @property
    def about(self) -> str: ...
    @property
    def due_on(self) -> date: ...


@dataclass(frozen=True)
class _Single:
    kind: str
    about: str
    due_on: date


C = TypeVar("C", bound=Claim)


def notify(
    *, kind: str, about: str, recipient: Employee, message: Message, due_on: date, at: datetime
) -> Notice | None:
    """Store `message` once for (`kind`, `about`, `recipient`, `due_on`); it is sent after the commit.

    None when it was stored before, or when the recipient has no address: then the mail is kept as failed,
    so that HR sees it and can send it once there is an address.
    """
    claim = _Single(kind, about, due_on)
    notices = _notify(claims=[claim], recipient=recipient, compose=lambda new: message, at=at)
    return notices[0] if notices and recipient.email else None


def notify_together(
    *, claims: Sequence[C], recipient: Employee, compose: Callable[[list[C]], Message], at: datetime
) -> int:
    """One mail, made by `compose`, about those of `claims` that `recipient` has not been told; returns how many."""
    return len(_notify(claims=claims, recipient=recipient, compose=compose, at=at))


@transaction.atomic
def _notify(
    *, claims: Sequence[C], recipient: Employee, compose: Callable[[list[C]], Message], at: datetime
) -> list[Notice]:
    made = [(claim, notice) for claim in claims if (notice := _claim(claim, recipient, at))]
    if not made:
        return []
    notices = [notice for _, notice in made]
    mail = _store(notices[0], recipient, compose([claim for claim, _ in made]))
    Notice.objects.filter(pk__in=[notice.pk for notice in notices]).update(mail=mail)
    for notice in notices:
        notice.mail = mail
    transaction.on_commit(partial(forget, recipient.pk))
    if recipient.email:
        wake_on_commit()
    return notices


def _claim(claim: Claim, recipient: Employee, at: datetime) -> Notice | None:
    """The new ledger row, None when there is one. Waits for a transaction that is just making it."""
    municipality = recipient.municipality_id
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO competence_notice (kind, subject, due_on, recipient_id, municipality_id, made_at) "
            "VALUES (%s, %s, %s, %s, %s, %s) ON CONFLICT DO NOTHING RETURNING id",
            [claim.kind, claim.about, claim.due_on, recipient.pk, municipality, at],
        )
        row = cursor.fetchone()
    if row is None:
        return None
    return Notice(
        pk=row[0],
        kind=claim.kind,
        subject=claim.about,
        due_on=claim.due_on,
        recipient=recipient,
        municipality_id=municipality,
        made_at=at,
    )


def _store(notice: Notice, recipient: Employee, message: Message) -> Email:
    """The mail of `notice`. Made here, not by post_office's `send`, which would read the text as a template."""
    mail = Email(
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=[recipient.email] if recipient.email else [],
        subject=message.subject,
        message=message.text,
        html_message=message.html,
        message_id=message_id(notice),
        headers={"Auto-Submitted": "auto-generated"},
        priority=PRIORITY.medium,
        status=STATUS.queued if recipient.email else STATUS.failed,
    )
    mail.save()
    files = {
        part.name: {"file": ContentFile(part.content), "mimetype": part.media_type} for part in message.attachments
    }
    if files:
        mail.attachments.add(*create_attachments(files))
    return mail


def message_id(notice: Notice) -> str:
    """The same for every attempt, so that a mail that left twice is recognised as one."""
    return f"<notice-{notice.pk}@{urlsplit(settings.BASE_URL).hostname}>"


def wake_on_commit() -> None:
    """Wake the senders after the commit, once for all mails of a transaction.

    A broker that is down is only logged: beat wakes the senders every minute.
    """
    if not any(entry[1] is _wake for entry in connection.run_on_commit):
        transaction.on_commit(_wake, robust=True)


def stored_elsewhere(**_: object) -> None:
    """A library stored a mail by Django's mail backend."""
    wake_on_commit()


def _wake() -> None:
    current_app.send_task(TASK, queue="mail", retry=False)


def send_due(*, at: datetime) -> int:
    """Send what is due at `at`, at most `BATCH`; returns how many were tried.

    Any number of senders may run. Raises OSError when the mail server cannot be reached: no mail is blamed.
    """
    tried = 0
    try:
        while tried < BATCH and _send_next(at):
            tried += 1
    finally:
        connections.close()
    return tried


@transaction.atomic
def _send_next(at: datetime) -> bool:
    """Send one mail under its row lock; False when none is due that no other sender holds."""
    # Should this machine vanish while sending, the database gives the mail free.
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL idle_in_transaction_session_timeout = '5min'")
    due = Email.objects.filter(Q(scheduled_time=None) | Q(scheduled_time__lte=at), status__in=WAITING)
    mail = due.select_for_update(skip_locked=True, of=("self",)).order_by("-priority", "pk").first()
    if mail is None:
        return False
    server = connections["default"]
    try:
        mail.dispatch(commit=False, disconnect_after_delivery=False, connection=server)
    except Exception as error:  # whatever hinders one mail must not hinder the others
        connections.close()
        _failed(mail, error, at)
    else:
        _update(mail, at, status=STATUS.sent)
    return True


def _failed(mail: Email, error: Exception, at: datetime) -> None:
    """Try again later, each time four times as late; a refused address and the last attempt end it."""
    retries = mail.number_of_retries or 0
    Log.objects.create(email=mail, status=STATUS.failed, message=str(error), exception_type=type(error).__name__)
    logger.warning("mail %s not sent: %s", mail.pk, type(error).__name__)
    if retries >= RETRIES or _is_final(error):
        _update(mail, at, status=STATUS.failed)
    else:
        later = at + FIRST_DELAY * 4**retries
        _update(mail, at, status=STATUS.requeued, number_of_retries=retries + 1, scheduled_time=later)


def _is_final(error: Exception) -> bool:
    return isinstance(error, SMTPRecipientsRefused) and all(code >= 500 for code, _ in error.recipients.values())


def _update(mail: Email, at: datetime, **values: object) -> None:
    Email.objects.filter(pk=mail.pk).update(last_updated=at, **values)


@transaction.atomic
def retry(*, mail: Email, by: Employee) -> Email:
    """Send a failed mail again, to the address the recipient has now. Raises NotFailed, NoAddress."""
    row = Email.objects.select_for_update(of=("self",)).get(pk=mail.pk)
    if row.status != STATUS.failed:
        raise NotFailed
    recipient = Employee.objects.filter(notices__mail=row).distinct().get()
    if not recipient.email:
        raise NoAddress
    row.to, row.status, row.number_of_retries, row.scheduled_time = [recipient.email], STATUS.queued, 0, None
    row.save()
    logger.info("mail %s sent again by %s", row.pk, by.pk)
    wake_on_commit()
    return row
