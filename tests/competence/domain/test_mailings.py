"""Mail: stored once, with what it reports; sent once, tried again, looked after by hand."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime, timedelta
from typing import Any

import pytest
from aiosmtpd.smtp import SMTP, Envelope, Session
from django.db import transaction
from django.test import TestCase
from django.utils import timezone
from post_office.models import STATUS, Email
from pytest_django import Settings

from competence.domain import mailings
from competence.models import Employee, Notice
from tests import services
from tests.cast import TODAY, Cast

Store = Callable[..., Notice | None]
ICS = mailings.Attachment("talk.ics", b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "text/calendar; method=REQUEST")


@pytest.fixture
def now() -> datetime:
    return timezone.now()


@pytest.fixture
def store(now: datetime) -> Store:
    def store(recipient: Employee, about: str = "talk:1", **parts: Any) -> Notice | None:
        message = mailings.Message("Forbered din MUS inden 3. november", "Hej {{ Anna }} {% if", **parts)
        return mailings.notify(
            kind="talk_invitation", about=about, recipient=recipient, message=message, due_on=TODAY, at=now
        )

    return store


def status_of(notice: Notice | None) -> int | None:
    assert notice is not None
    assert notice.mail is not None
    status: int | None = Email.objects.get(pk=notice.mail.pk).status
    return status


def test_a_mail_arrives_as_it_was_written(cast: Cast, store: Store, now: datetime, inbox: services.Inbox) -> None:
    notice = store(cast.anna, html="<p>Hej Anna</p>", attachments=(ICS,))

    assert mailings.send_due(at=now) == 1

    assert notice is not None
    (mail,) = inbox.mails
    assert (mail["To"], mail["Subject"]) == ("anna@nordby.example", "Forbered din MUS inden 3. november")
    assert mail["Message-ID"] == mailings.message_id(notice)
    assert mail["Auto-Submitted"] == "auto-generated"
    text, html, calendar = [part for part in mail.walk() if not part.is_multipart()]
    assert text.get_content().strip() == "Hej {{ Anna }} {% if"
    assert html.get_content().strip() == "<p>Hej Anna</p>"
    assert (calendar.get_content_type(), calendar["Content-Type"].params["method"]) == ("text/calendar", "REQUEST")
    assert calendar.get_content().encode() == ICS.content
    assert status_of(notice) == STATUS.sent


def test_the_same_notice_is_stored_once(cast: Cast, store: Store) -> None:
    first = store(cast.anna)

    assert store(cast.anna) is None
    assert store(cast.bo) is not None
    assert store(cast.anna, about="talk:2") is not None
    assert first is not None
    assert Notice.objects.filter(recipient=cast.anna, subject="talk:1").get() == first
    assert Email.objects.count() == 3


def test_storing_takes_three_queries_and_wakes_the_senders_once(
    cast: Cast, store: Store, django_assert_num_queries: Callable[[int], AbstractContextManager[object]]
) -> None:
    with TestCase.captureOnCommitCallbacks() as callbacks:
        with django_assert_num_queries(5):  # three, and two for the savepoint
            store(cast.anna)
        store(cast.bo)

    assert callbacks.count(mailings._wake) == 1


def test_who_has_no_address_is_told_nothing_but_seen(
    cast: Cast, store: Store, now: datetime, inbox: services.Inbox
) -> None:
    Employee.objects.filter(pk=cast.anna.pk).update(email=None)
    cast.anna.refresh_from_db()

    assert store(cast.anna) is None

    notice = Notice.objects.get(recipient=cast.anna)
    assert status_of(notice) == STATUS.failed
    assert mailings.send_due(at=now) == 0
    assert inbox.mails == []


def test_retry_goes_to_the_address_of_today(cast: Cast, store: Store, now: datetime, inbox: services.Inbox) -> None:
    Employee.objects.filter(pk=cast.anna.pk).update(email=None)
    cast.anna.refresh_from_db()
    store(cast.anna)
    mail = Email.objects.get()
    with pytest.raises(mailings.NoAddress):
        mailings.retry(mail=mail, by=cast.hanne)
    Employee.objects.filter(pk=cast.anna.pk).update(email="anna.ny@nordby.example")

    mailings.retry(mail=mail, by=cast.hanne)
    mailings.send_due(at=now)

    assert [mail["To"] for mail in inbox.mails] == ["anna.ny@nordby.example"]


def test_retry_refuses_what_has_not_failed(cast: Cast, store: Store, now: datetime, inbox: services.Inbox) -> None:
    notice = store(cast.anna)
    mailings.send_due(at=now)
    assert notice is not None
    assert notice.mail is not None

    with pytest.raises(mailings.NotFailed):
        mailings.retry(mail=notice.mail, by=cast.hanne)

    assert mailings.send_due(at=now) == 0
    assert len(inbox.mails) == 1


def test_nothing_is_stored_when_the_transaction_fails(cast: Cast, store: Store, now: datetime) -> None:
    with transaction.atomic():
        store(cast.anna)
        transaction.set_rollback(True)

    assert (Notice.objects.count(), Email.objects.count()) == (0, 0)
    assert store(cast.anna) is not None


def test_a_failure_is_tried_again_later_each_time_four_times_as_late(
    cast: Cast, store: Store, now: datetime, inbox: services.Inbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, "450 Try later")
    notice = store(cast.anna)
    delays = []
    at = now
    while status_of(notice) != STATUS.failed:
        assert mailings.send_due(at=at) == 1
        assert mailings.send_due(at=at) == 0, "not at once"
        mail = Email.objects.get()
        if mail.status == STATUS.requeued:
            assert mail.scheduled_time is not None
            delays.append(round((mail.scheduled_time - at) / timedelta(minutes=1)))
            at = mail.scheduled_time

    assert delays == [1, 4, 16, 64, 256, 1024]
    assert [log.message for log in mail.logs.all()] == ["(450, b'Try later')"] * 7


def test_a_refused_address_is_not_tried_again_and_hinders_nobody(
    cast: Cast, store: Store, now: datetime, inbox: services.Inbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def refuse_anna(server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]) -> str:
        if address.startswith("anna"):
            return "550 Nobody here"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    monkeypatch.setattr(services.Inbox, "handle_RCPT", staticmethod(refuse_anna), raising=False)
    refused, fine = store(cast.anna), store(cast.bo)

    assert mailings.send_due(at=now) == 2

    assert (status_of(refused), status_of(fine)) == (STATUS.failed, STATUS.sent)
    assert [mail["To"] for mail in inbox.mails] == ["bo@nordby.example"]


def test_a_server_out_of_reach_blames_no_mail(cast: Cast, store: Store, now: datetime, settings: Settings) -> None:
    settings.EMAIL_PORT = 9
    notice = store(cast.anna)

    with pytest.raises(OSError, match="refused"):
        mailings.send_due(at=now)

    assert status_of(notice) == STATUS.queued
    assert Email.objects.get().number_of_retries is None


def answer(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    async def handle(self: object, server: SMTP, session: Session, envelope: Envelope) -> str:
        return text

    monkeypatch.setattr(services.Inbox, "handle_DATA", handle)
