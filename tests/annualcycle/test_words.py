"""The municipality's own words on the pages, in the mails and in the files of the year (source: X04)."""

from io import BytesIO

import pikepdf
import pytest
from django.test import Client
from django.urls import reverse

from annualcycle import emails
from annualcycle.queries.reminders import Due, Kind
from competence.domain import settings
from competence.models import Employee, Municipality
from tests.annualcycle.year import invited, plan_of, published_year, talk_of
from tests.cast import TODAY, Cast

WORDS = {
    "mus": "udviklingssamtale",
    "plan": "læringsplan",
    "strategy": "retning",
    "the_leadership_group": "centerledelsen",
    "team_leader": "teamkoordinator",
}


@pytest.fixture
def worded(cast: Cast) -> Cast:
    published_year(cast)
    settings.choose_words(settings=Municipality.objects.get(pk=cast.nordby.pk), words=WORDS)
    return cast


def shown(person: Employee, name: str, *args: object) -> str:
    client = Client()
    client.force_login(person)
    return " ".join(client.get(reverse(name, args=args)).content.decode().split())


def test_start_page_and_menu_speak_the_municipalitys_words(worded: Cast) -> None:
    body = shown(worded.anna, "start")
    assert "Forbered din udviklingssamtale" in body
    assert "Retning</a>" in body.replace("</span>", "")
    assert "MUS" not in body


def test_another_municipality_keeps_our_words(worded: Cast) -> None:
    body = shown(worded.sven, "start")
    assert "Strategi</a>" in body.replace("</span>", "")
    assert "Retning" not in body


def test_page_of_a_talk_is_named_as_the_municipality_names_it(worded: Cast) -> None:
    invited(worded.anna, by=worded.tove)
    talk = talk_of(worded.anna)
    assert "<h1>Din udviklingssamtale</h1>" in shown(worded.anna, "year:talk", talk.pk)
    assert "<h1>Udviklingssamtale med Anna Ærø</h1>" in shown(worded.tove, "year:talk", talk.pk)


def test_plan_and_its_file_are_named_as_the_municipality_names_them(worded: Cast) -> None:
    plan = plan_of(worded.anna, worded.tove, "Lære at lytte")
    assert "<h1>Din læringsplan</h1>" in shown(worded.anna, "year:plan", plan.pk)
    client = Client()
    client.force_login(worded.anna)
    with pikepdf.open(BytesIO(client.get(reverse("year:plan_pdf", args=[plan.pk])).content)) as document:
        assert document.docinfo["/Title"] == "Læringsplan 2026"


def test_mails_and_calendar_speak_the_recipients_words(worded: Cast) -> None:
    invited(worded.anna, by=worded.tove)
    talk = talk_of(worded.anna)
    mail = emails.talk_invitation(talk)
    assert mail.subject == "Forbered din udviklingssamtale 20. oktober 2026"
    assert "indkalder dig til udviklingssamtale" in mail.text
    assert b"SUMMARY:Udviklingssamtale 2026" in mail.attachments[0].content
    due = Due(Kind.PREPARE, "talk:1:3", TODAY, worded.anna.pk, talk.cycle, talk.pk, talk="mus")
    anna = Employee.objects.get(pk=worded.anna.pk)
    assert emails.reminders(anna, [due]).subject == "Forbered din udviklingssamtale 15. oktober 2026"
    sven = Employee.objects.get(pk=worded.sven.pk)
    assert emails.reminders(sven, [due]).subject == "Forbered din MUS 15. oktober 2026"


def test_steps_of_the_year_name_the_leadership_group_as_it_is_called(worded: Cast) -> None:
    assert "Centerledelsen vejer alle ønsker" in shown(worded.anna, "year:overview")
