"""HR's list of mails: what is seen, narrowed and sent again; what is in a mail never shows."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date

import pytest
from django.test import Client
from django.utils import timezone
from post_office.models import STATUS, Email

from competence.domain import mailings
from competence.models import Employee
from tests.cast import Cast

SECRET = "Du lagde vægt på samtaler"


def store(recipient: Employee, subject: str = "Forbered din MUS 3. november", **values: object) -> Email:
    mailings.notify(
        kind="talk_invitation",
        about=f"talk:{subject}",
        recipient=recipient,
        message=mailings.Message(subject, SECRET, f"<p>{SECRET}</p>"),
        due_on=date(2026, 11, 3),
        at=timezone.now(),
    )
    mail = Email.objects.latest("pk")
    Email.objects.filter(pk=mail.pk).update(**values)
    return mail


@pytest.fixture
def hanne(cast: Cast, client: Client) -> Client:
    client.force_login(cast.hanne)
    return client


def subjects(client: Client, **query: str) -> list[str]:
    return [row.record.subject for row in client.get("/mails/", query).context["table"].rows]


def test_hr_sees_the_mails_of_the_municipality_and_nothing_of_their_content(cast: Cast, hanne: Client) -> None:
    store(cast.anna)
    store(cast.sven, "Fra Sydby")

    response = hanne.get("/mails/")

    assert [row.record.subject for row in response.context["table"].rows] == ["Forbered din MUS 3. november"]
    page = response.content.decode()
    assert ("Anna Ærø" in page, "anna@nordby.example" in page, SECRET in page) == (True, True, False)


def test_the_list_is_narrowed_by_words_state_and_kind(cast: Cast, hanne: Client) -> None:
    store(cast.anna, "A", status=STATUS.sent)
    store(cast.bo, "B", status=STATUS.failed)

    assert subjects(hanne) == ["B", "A"]
    assert subjects(hanne, sort="recipient") == ["A", "B"]
    assert subjects(hanne, q="ærø") == ["A"]
    assert subjects(hanne, state="failed") == ["B"]
    assert subjects(hanne, kind="talk_invitation") == ["B", "A"]
    assert subjects(hanne, kind="orientation_published") == []


def test_a_failed_mail_is_sent_again_by_hand(cast: Cast, hanne: Client) -> None:
    mail = store(cast.anna, status=STATUS.failed)
    assert f"/mails/{mail.pk}/retry/" in hanne.get("/mails/").content.decode()

    assert hanne.post(f"/mails/{mail.pk}/retry/")["Location"] == "/mails/"

    assert Email.objects.get(pk=mail.pk).status == STATUS.queued
    assert f"/mails/{mail.pk}/retry/" not in hanne.get("/mails/").content.decode()


def test_a_mail_of_another_municipality_cannot_be_sent_again(cast: Cast, hanne: Client) -> None:
    mail = store(cast.sven, status=STATUS.failed)

    assert hanne.post(f"/mails/{mail.pk}/retry/").status_code == 404
    assert Email.objects.get(pk=mail.pk).status == STATUS.failed


@pytest.mark.parametrize("mails", [1, 3])
def test_the_list_takes_as_many_queries_for_one_mail_as_for_three(
    cast: Cast, hanne: Client, mails: int, django_assert_num_queries: Callable[[int], AbstractContextManager[object]]
) -> None:
    for person in (cast.anna, cast.bo, cast.tess)[:mails]:
        store(person, status=STATUS.failed)

    with django_assert_num_queries(4):
        assert hanne.get("/mails/").status_code == 200
