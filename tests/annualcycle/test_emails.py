"""The mails of the year: act and date in the subject, the recipient's language, nothing personal, the exact page."""

import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.utils import translation

from annualcycle import emails
from annualcycle.domain import talks
from annualcycle.models import Cycle, Decision, Orientation, Plan, PlanVersion, Talk
from annualcycle.queries.reminders import Due, Kind
from competence.domain import mailings
from tests.annualcycle.board import IN_DECEMBER, published_cycle, submitted_wish
from tests.cast import Cast

AT = datetime(2026, 11, 3, 9, 0, tzinfo=UTC)
REASON = "Sygdom i teamet"


@pytest.fixture
def cycle(cast: Cast) -> Cycle:
    cycle = published_cycle(cast)
    talks.create_for(cycle=cycle, on=date(2026, 8, 3))
    return cycle


@pytest.fixture
def talk(cycle: Cycle, cast: Cast) -> Talk:
    talk = Talk.objects.get(employee=cast.anna)
    talk.state, talk.starts_at, talk.place, talk.invitations = Talk.State.SCHEDULED, AT, "Lokale 4", 2
    talk.save()
    return talk


def calendar_of(message: mailings.Message) -> str:
    (file,) = message.attachments
    assert file.name == "samtale.ics"
    return file.content.decode().replace("\r\n ", "")


def decision(cycle: Cycle, cast: Cast) -> Decision:
    wish = submitted_wish(cycle, cast.anna)
    return Decision.objects.create(
        wish=wish, route="december", outcome="not_met", reason=REASON, decided_at=IN_DECEMBER, released_at=IN_DECEMBER
    )


def test_an_invitation_says_when_and_where_and_goes_into_the_calendar(talk: Talk) -> None:
    message = emails.talk_invitation(talk)

    assert message.subject == "Forbered din MUS 3. november 2026"
    assert "3. november 2026 kl. 10.00. Sted: Lokale 4." in message.text
    assert f"/year/talks/{talk.pk}/" in message.text
    file = calendar_of(message)
    assert ("METHOD:REQUEST" in file, "SEQUENCE:2" in file, "LOCATION:Lokale 4" in file) == (True, True, True)
    assert message.attachments[0].media_type == "text/calendar; method=REQUEST"


def test_a_talk_called_off_leaves_the_calendar_and_keeps_its_reason_behind_the_link(talk: Talk, cast: Cast) -> None:
    talk.state, talk.reason = Talk.State.POSTPONED, REASON
    message = emails.talk_cancelled(talk, cast.tove)

    assert message.subject == "Se, hvorfor samtalen 3. november 2026 er aflyst"
    assert (REASON in message.text + message.html, "Anna" in message.text) == (False, False)
    assert "METHOD:CANCEL" in calendar_of(message)
    talk.starts_at = None
    assert emails.talk_cancelled(talk, cast.tove).attachments == ()


def test_a_handed_over_talk_names_the_new_leader(talk: Talk, cast: Cast) -> None:
    message = emails.talk_handed_over(talk, cast.mads)

    assert message.subject == "Mads Madsen holder nu din samtale i 2026"
    assert "METHOD:CANCEL" in calendar_of(message)


def test_a_plan_is_asked_to_be_confirmed_by_its_date(cycle: Cycle, cast: Cast) -> None:
    plan = Plan.objects.create(cycle=cycle, employee=cast.anna)
    version = PlanVersion.objects.create(plan=plan, made_by=cast.tove, made_at=AT, summary=REASON)

    assert emails.plan_to_confirm(version, cast.anna).subject == "Bekræft din udviklingsplan senest 30. november 2026"
    to_leader = emails.plan_to_confirm(version, cast.tove)
    assert to_leader.subject == "Bekræft en plan senest 30. november 2026"
    assert (REASON in to_leader.text, "Anna" in to_leader.text) == (False, False)


def test_answers_are_behind_the_link_in_the_recipients_language(cycle: Cycle, cast: Cast) -> None:
    made = decision(cycle, cast)
    title = made.wish.title
    assert emails.answer_ready(made).subject == "Læs svaret på dit ønske, givet 10. december 2026"
    cast.anna.language = made.wish.employee.language = "sv"

    message = emails.answer_ready(made)

    assert message.subject == "Läs svaret på ditt önskemål, lämnat den 10 december 2026"
    assert "Hej Anna" in message.text
    assert [word in message.text + message.html for word in (title, REASON, "ikke i år", "inte i år")] == [False] * 4
    assert translation.get_language() == "da"


def test_the_other_mails_say_act_and_date(cycle: Cycle, cast: Cast) -> None:
    made = decision(cycle, cast)
    agreed = submitted_wish(cycle, cast.bo, agreed_at=AT, agreed_by=cast.tove, decided_in_december=False)
    orientation = Orientation(cycle=cycle, published_at=AT)
    subjects = [
        emails.ad_hoc_answer(made).subject,
        emails.ad_hoc_to_decide(made.wish, cast.mads).subject,
        emails.wish_agreed(agreed).subject,
        emails.orientation_published(orientation, cast.anna).subject,
        emails.themes_published(cycle, cast.anna).subject,
    ]
    assert subjects == [
        "Læs svaret på det, du bad om 12. november 2026",
        "Svar på et ønske, der ikke kan vente, fra 12. november 2026",
        "Se det ønske, I aftalte 3. november 2026",
        "Læs, hvad Børn og Unge skal lære i 2027",
        "Se temaerne i 2027 og deres datoer",
    ]


def test_several_reminders_are_one_mail_with_the_most_urgent_in_the_subject(cycle: Cycle, cast: Cast) -> None:
    day = date(2026, 11, 30)
    plan = Due(Kind.PLAN, "plan:7:7", day, cast.anna.pk, cycle, 7)
    drafts = Due(Kind.DRAFTS, "cycle:1:7", day, cast.anna.pk, cycle, cycle.pk, 2)

    message = emails.reminders(cast.anna, [plan, drafts])

    assert message.subject == "Bekræft din udviklingsplan senest 30. november 2026, og 1 ting mere"
    assert "Indsend dine 2 ønsker senest 30. november 2026" in message.text
    assert len(re.findall('class="button', message.html)) == 2


@pytest.mark.parametrize("kind", list(Kind), ids=str)
@pytest.mark.parametrize("count", [1, 3])
def test_every_reminder_is_translated_and_links_to_its_page(kind: Kind, count: int, cycle: Cycle, cast: Cast) -> None:
    due = Due(kind, "cycle:1:7", date(2026, 11, 30), cast.anna.pk, cycle, cycle.pk, count)
    texts = {}
    for language in ("en", "da", "sv"):
        cast.anna.language = language
        message = emails.reminders(cast.anna, [due])
        assert "30" in message.subject
        assert re.search(r": http://localhost:\d+/year/\S+\n", message.text), "a page, not the front door"
        texts[language] = [line for line in message.text.splitlines() if line]

    assert not set(texts["en"][1:4]) & set(texts["da"][1:4])
    assert not set(texts["da"][1:4]) & set(texts["sv"][1:4])


def test_every_kind_of_mail_has_a_name_for_hr() -> None:
    assert set(Kind.values) <= set(mailings.KINDS)
    with translation.override("da"):
        names = [str(name) for name in mailings.KINDS.values()]
    assert len(set(names)) == len(names)


def test_every_mail_that_the_domain_stores_has_a_name_for_hr() -> None:
    written = " ".join(path.read_text() for path in Path("annualcycle/domain").glob("*.py"))
    kinds = set(re.findall(r'kind="(\w+)"', written)) | set(re.findall(r'_notify\("(\w+)"', written))
    assert "talk_invitation" in kinds
    assert kinds - set(mailings.KINDS) == set()
