"""Best practice names nobody; the use afterwards is followed; figures of who stays are made once (K10, K43, T28)."""

import json
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from tests.cast import TODAY, Cast
from tests.strategy import writing
from tests.trainers import working
from tests.trainers.selecting import AT
from tests.trainers.working import MORNING
from trainers.domain import sessions, sharing, staying, use_checks
from trainers.domain.sharing import PracticeFacts
from trainers.models import Practice, StayingYear, UseCheck
from trainers.queries.pending_use import pending_use
from trainers.queries.sharing import practices_for
from trainers.queries.staying import members_of

HOW = "Åbn sagen sammen, før I taler om den."
FACTS = PracticeFacts("Den første sag", HOW)


def practice(cast: Cast, facts: PracticeFacts = FACTS) -> Practice:
    return sharing.write(municipality=cast.nordby, facts=facts, by=cast.bo, at=AT)


@pytest.mark.parametrize(
    "told",
    ["Spørg anna ærø om det.", "Skriv til hjaelp@nordby.example.", "Ring på 12 34 56 78.", "Nummeret er 010203-1234."],
)
def test_what_leads_to_a_person_is_refused(cast: Cast, told: str) -> None:
    with pytest.raises(sharing.TellsOfSomebody):
        practice(cast, PracticeFacts("Den første sag", HOW, result=told))
    assert Practice.objects.count() == 0


def test_paragraphs_years_and_short_numbers_are_no_persons(cast: Cast) -> None:
    text = "Se § 20 i loven fra 2024, side 112, og tag 45 minutter."
    assert practice(cast, PracticeFacts("Loven", text)).how == text


def test_a_practice_is_read_elsewhere_only_when_it_is_shared(cast: Cast) -> None:
    made = practice(cast)
    assert list(practices_for(cast.sydby.pk)) == []
    sharing.share(practice=made, is_shared=True)
    assert list(practices_for(cast.sydby.pk)) == [made]


def test_a_file_goes_from_one_municipality_to_another_and_back(cast: Cast) -> None:
    made = practice(cast)
    content = sharing.written([made])
    read: dict[str, Any] = {"content": content, "by": cast.sven, "at": AT}
    assert sharing.read(municipality=cast.sydby, **read) == 1
    assert sharing.read(municipality=cast.sydby, **read) == 0
    there = Practice.objects.get(municipality=cast.sydby)
    assert (there.origin, there.how, there.key) == ("Nordby Kommune", HOW, made.key)
    assert sharing.written([there]) == content
    with pytest.raises(sharing.NotOurs):
        sharing.write(municipality=cast.sydby, facts=FACTS, by=cast.sven, at=AT, practice=there)


def test_a_file_tells_of_no_person_and_no_day(cast: Cast) -> None:
    (row,) = json.loads(sharing.written([practice(cast)]))["practices"]
    assert sorted(row) == ["how", "key", "origin", "programme", "result", "situation", "title"]


def test_ones_own_words_are_not_overwritten_by_a_file(cast: Cast) -> None:
    made = practice(cast)
    content = sharing.written([made]).replace(b"sammen", b"alene")
    assert sharing.read(municipality=cast.nordby, content=content, by=cast.eva, at=AT) == 0
    made.refresh_from_db()
    assert made.how == HOW


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"\xff\xfe",
        b'{"format": "trainer-practices/1", "practices": [{"key": "x"}]}',
        b'{"format": "trainer-practices/1", "practices": [3]}',
        json.dumps(
            {
                "format": "trainer-practices/1",
                "practices": [
                    {"key": "x", "origin": "A", "programme": "", "title": "", "situation": "", "how": 3, "result": ""}
                ],
            }
        ).encode(),
    ],
)
def test_a_broken_file_says_where_and_changes_nothing(cast: Cast, client: Client, content: bytes) -> None:
    with pytest.raises(sharing.Malformed):
        sharing.read(municipality=cast.nordby, content=content, by=cast.eva, at=AT)
    client.force_login(cast.hanne)
    response = client.post(reverse("trainers:practices_import"), {"file": SimpleUploadedFile("x.json", content)})
    assert (response.status_code, Practice.objects.count()) == (200, 0)


def test_a_file_that_names_somebody_is_not_taken_in_at_all(cast: Cast) -> None:
    rows = [practice(cast), practice(cast, PracticeFacts("Nummer to", HOW))]
    content = sharing.written(rows).replace(b"Nummer to", "Spørg Sven Svensson".encode())
    with pytest.raises(sharing.TellsOfSomebody):
        sharing.read(municipality=cast.sydby, content=content, by=cast.sven, at=AT)
    assert Practice.objects.filter(municipality=cast.sydby).count() == 0


def test_notes_of_a_network_meeting_begin_a_practice(cast: Cast, client: Client) -> None:
    (mandate,) = working.ready(cast)
    meeting = working.planned(mandate, cast, kind="network", title="Trænertræf")
    sessions.hold(session=meeting, came=[], notes="To skærme virker bedst.", follow_up_on=None, at=MORNING)
    client.force_login(cast.bo)
    url = f"{reverse('trainers:practice_new')}?session={meeting.pk}"
    assert "To skærme virker bedst." in client.get(url).content.decode()
    refused = client.post(url, {"title": "To skærme", "how": "Spørg Anna Ærø."}).content.decode()
    assert "Anna Ærø" in refused
    client.post(url, {"title": "To skærme", "how": "To skærme virker bedst."})
    assert Practice.objects.get().title == "To skærme"


def test_a_finding_plans_the_next_look(cast: Cast) -> None:
    (mandate,) = working.ready(cast)
    check = use_checks.plan(round_=mandate.round, unit=cast.mod, due_on=TODAY)
    with pytest.raises(use_checks.PlannedAlready):
        use_checks.plan(round_=mandate.round, unit=cast.mod, due_on=TODAY)
    told: dict[str, Any] = {
        "use": "partly",
        "finding": "Halvdelen bruger det.",
        "next_step": "En time på gulvet.",
        "by": cast.bo,
    }
    with pytest.raises(use_checks.BeforeToday):
        use_checks.note(check=check, next_on=TODAY, on=TODAY, **told)
    use_checks.note(check=check, next_on=TODAY + timedelta(days=60), on=TODAY, **told)
    with pytest.raises(use_checks.LookedAlready):
        use_checks.note(check=check, next_on=None, on=TODAY, **told)
    assert list(UseCheck.objects.values_list("due_on", "use")) == [
        (TODAY, "partly"),
        (TODAY + timedelta(days=60), ""),
    ]


def test_a_look_that_is_due_waits_on_the_start_page_of_the_team(cast: Cast) -> None:
    (mandate,) = working.ready(cast)
    use_checks.plan(round_=mandate.round, unit=cast.mod, due_on=TODAY + timedelta(days=8))
    actors = [writing.acting(one) for one in (cast.bo, cast.eva, cast.anna)]
    assert [len(pending_use(one, TODAY)) for one in actors] == [0, 0, 0]
    assert [len(pending_use(one, TODAY + timedelta(days=1))) for one in actors] == [1, 1, 0]


def test_the_use_is_planned_and_noted_on_the_phone(cast: Cast, client: Client) -> None:
    (mandate,) = working.ready(cast)
    client.force_login(cast.bo)
    client.post(reverse("trainers:use_new", args=[mandate.round_id]), {"unit": cast.mod.pk, "due_on": "2026-10-15"})
    url = reverse("trainers:use_check", args=[UseCheck.objects.get().pk])
    refused = client.post(url, {"on": "2026-10-15", "use": "back", "finding": "", "next_step": "Bliv ved."})
    assert "Bliv ved." in refused.content.decode()
    client.post(url, {"on": "2026-10-15", "use": "back", "finding": "Papiret er tilbage."})
    page = client.get(reverse("trainers:use", args=[mandate.round_id])).content.decode()
    assert "Papiret er tilbage." in page


def test_colleagues_are_of_the_same_unit_and_profession(cast: Cast) -> None:
    """Bo is ready in Modtagelse: its others are beside him, Familie is not; a lawyer in Modtagelse is not either."""
    working.ready(cast)
    cast.anna.employments.update(profession="Jurist")
    found = {one.person: one.is_trainer for one in members_of(cast.nordby)}
    assert [found.get(one.pk) for one in (cast.bo, cast.tess, cast.anna, cast.eva)] == [True, False, None, None]


def test_the_figures_of_a_year_are_made_once(cast: Cast, client: Client) -> None:
    working.ready(cast)
    staying.make(municipality=cast.nordby, year=2026, by=cast.hanne, at=AT)
    with pytest.raises(staying.MadeAlready):
        staying.make(municipality=cast.nordby, year=2026, by=cast.hanne, at=AT)
    assert list(StayingYear.objects.values_list("year", "figures")) == [(2026, [])]
    client.force_login(cast.hanne)
    assert client.post(reverse("trainers:staying_make"), follow=True).status_code == 200


def test_a_session_shows_which_of_the_four_sources_is_missing(cast: Cast, client: Client) -> None:
    (mandate,) = working.ready(cast)
    made = working.planned(mandate, cast, rests_on=("research", "users"))
    assert [is_there for _name, is_there in made.sources] == [True, False, True, False]
    client.force_login(cast.bo)
    page = client.get(reverse("trainers:session", args=[made.pk])).content.decode()
    assert page.count("mangler") >= 2
