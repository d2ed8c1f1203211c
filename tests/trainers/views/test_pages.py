"""Pages of a team at work, of the pool and of a unit: what they ask does not grow with what they show."""

import re
from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from competence.domain import units
from competence.models import Employee, Employment, Unit
from tests.cast import START, Cast
from tests.trainers import selecting, working
from tests.trainers.domain.test_load import mentor
from tests.trainers.domain.test_reserves import team_with_a_reserve
from tests.trainers.selecting import AT
from tests.trainers.views.asking import asked
from tests.trainers.working import MORNING
from trainers.domain import decisions, limits, pool, scores, sessions, support
from trainers.models import Mandate, PoolShare, Score, Selection, Session
from trainers.queries import pool as pool_queries
from trainers.queries import sessions as session_queries
from trainers.queries.teams_at_work import tallies_of


def logged_in(client: Client, person: Employee) -> Client:
    client.force_login(person)
    return client


@pytest.mark.parametrize("name", ["team", "sessions"])
def test_pages_of_a_team_ask_the_same_for_one_and_for_three(client: Client, cast: Cast, name: str) -> None:
    bo, *others = working.ready(cast, cast.bo, cast.anna, cast.tess)
    for one in others:
        Mandate.objects.filter(pk=one.pk).delete()
    sessions.invite(session=working.planned(bo, cast), employees=[cast.dan], at=AT)
    client.force_login(cast.eva)
    url = reverse(f"trainers:{name}", args=[bo.round_id])
    before = asked(client, url)
    for title in ("Anden gang", "Tredje gang"):
        session = working.planned(bo, cast, title=title, unit=cast.fam)
        sessions.invite(session=session, employees=[cast.dan, cast.finn, cast.tove], at=AT)
    assert asked(client, url) == before


def test_pool_asks_the_same_for_one_and_for_three_also_of_others(client: Client, cast: Cast) -> None:
    found = working.ready(cast, cast.bo, cast.anna, cast.tess)
    Mandate.objects.exclude(pk=found[0].pk).update(ready_at=None, state="in_training")
    facts = pool.ShareFacts("Signering", "dansk", PoolShare.Reach.BOTH)
    share = pool.agree(share=pool.offer(employee=cast.bo, facts=facts, by=cast.hanne, at=AT), at=AT)
    pool.ask(share=share, topic="Signering", wanted="Marts", words="", by=cast.sven, at=AT)
    url = reverse("trainers:pool")
    people = (cast.hanne, cast.sven)
    before = [asked(logged_in(client, one), url) for one in people]
    Mandate.objects.update(ready_at=AT, state="ready")
    for one in (cast.anna, cast.tess):
        pool.agree(share=pool.offer(employee=one, facts=facts, by=cast.hanne, at=AT), at=AT)
    assert [asked(logged_in(client, one), url) for one in people] == before


def test_load_asks_the_same_for_few_and_many_units(client: Client, cast: Cast) -> None:
    working.ready(cast, cast.bo, cast.anna)
    client.force_login(cast.mads)
    before = asked(client, reverse("trainers:loads"))
    for number in range(3):
        units.add(parent=cast.bu, code=f"NY{number}", name=f"Nyt team {number}", kind=Unit.Kind.TEAM)
    assert asked(client, reverse("trainers:loads")) == before


def test_pool_says_how_many_more_there_are(client: Client, cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    working.ready(cast, cast.bo, cast.anna, cast.tess)
    client.force_login(cast.hanne)
    assert "efter navn. Der er" not in client.get(reverse("trainers:pool")).content.decode()
    monkeypatch.setattr(pool_queries, "MOST", 2)
    assert "De første 2 efter navn. Der er 1 mere" in client.get(reverse("trainers:pool")).content.decode()


def test_hr_finds_the_pool_from_the_page_of_trainers(client: Client, cast: Cast) -> None:
    found = []
    for person in (cast.hanne, cast.anna):
        client.force_login(person)
        found.append(f'href="{reverse("trainers:pool")}"' in client.get(reverse("trainers:home")).content.decode())
    assert found == [True, False]


def test_the_page_of_a_unit_says_how_many_people_at_once(client: Client, cast: Cast) -> None:
    for person in (cast.bo, cast.anna, cast.anna):
        mentor(person, cast.mod, 1)
    limits.set_limit(unit=cast.mod, max_members=2, max_hours=9)
    client.force_login(cast.mads)
    content = " ".join(client.get(reverse("trainers:load", args=[cast.mod.pk])).content.decode().split())
    lead = "I den fyldigste uge tager roller 3 timer fra 2 personer. Højst 9 timer og 2 personer ad gangen."
    assert lead in content
    assert "2 af højst 2 personer" in client.get(reverse("trainers:loads")).content.decode()


def test_a_warning_of_a_unit_says_whether_people_or_hours_are_short(client: Client, cast: Cast) -> None:
    for person in (cast.bo, cast.anna):
        mentor(person, cast.mod, 2)
    client.force_login(cast.mads)
    people = "Der kan ikke gives en rolle til flere personer: 2 af højst 2 har en."
    hours = "Timerne er tæt på grænsen: 4 af højst 5 i den fyldigste uge."
    said = []
    for most, limit in ((2, 9), (3, 5), (2, 5), (3, 9)):
        limits.set_limit(unit=cast.mod, max_members=most, max_hours=limit)
        content = " ".join(client.get(reverse("trainers:load", args=[cast.mod.pk])).content.decode().split())
        said.append((people in content, hours in content))
    assert said == [(True, False), (False, True), (True, True), (False, False)]


def test_webinar_says_what_is_taken_up(client: Client, cast: Cast) -> None:
    (mandate,) = working.ready(cast)
    topics = (Session.Topic.LAW, Session.Topic.COMING)
    session = working.planned(mandate, cast, kind=Session.Kind.WEBINAR, topics=topics)
    client.force_login(cast.bo)
    content = client.get(reverse("trainers:session", args=[session.pk])).content.decode()
    assert [name.capitalize() in content for name in session.topic_names] == [True, True]


def test_log_leaves_without_who_reported(client: Client, cast: Cast) -> None:
    (mandate,) = working.ready(cast)
    Mandate.objects.update(gives_support=True)
    support.report(
        mandate=working.now(mandate), kind="error", cause="system", text="Brevet mangler.", reference="", at=AT
    )
    client.force_login(cast.eva)
    answer = client.get(reverse("trainers:support_export", args=[mandate.round_id]))
    sheet = load_workbook(BytesIO(answer.getvalue())).active
    assert sheet is not None
    cells = [str(cell) for row in sheet.iter_rows(values_only=True) for cell in row if cell]
    assert any("Brevet mangler." in cell for cell in cells)
    assert not any("Bang" in cell for cell in cells)


def test_stored_reference_documents_stand_in_the_profile(client: Client, cast: Cast) -> None:
    profile = selecting.published_profile(cast)
    profile.references.create(position=1, text="Håndbog for trænere", url="https://handbog.example/", section="2")
    client.force_login(cast.anna)
    content = client.get(reverse("trainers:profile", args=[profile.pk])).content.decode()
    assert 'href="https://handbog.example/"' in content


def test_pool_says_who_asks_and_shares_in_one_click(client: Client, cast: Cast) -> None:
    working.ready(cast)
    client.force_login(cast.hanne)
    url = reverse("trainers:share_new", args=[cast.bo.pk])
    refused = client.post(url, {"topics": "", "reach": "both"})
    assert refused.status_code == 200
    client.post(url, {"topics": "Signering", "languages": "dansk", "reach": "both"})
    share = PoolShare.objects.get()
    logged_in(client, cast.bo).post(reverse("trainers:share_agree", args=[share.pk]))
    logged_in(client, cast.sven)
    assert "Bo Bang" in client.get(reverse("trainers:pool")).content.decode()
    client.post(reverse("trainers:ask", args=[share.pk]), {"topic": "Signering", "wanted": "Marts"})
    logged_in(client, cast.hanne)
    assert "Sydby Kommune" in client.get(reverse("trainers:pool")).content.decode()


def test_whoever_is_taken_off_the_list_is_told_and_one_who_came_stays(client: Client, cast: Cast) -> None:
    (mandate,) = working.ready(cast)
    session = working.planned(mandate, cast)
    sessions.invite(session=session, employees=[cast.anna, cast.tess], at=AT)
    anna, tess = session.participants.order_by("employee__first_name")
    session.participants.filter(pk=tess.pk).update(attended=True, by_code=True)
    logged_in(client, cast.bo)
    answer = client.post(reverse("trainers:session_remove", args=[session.pk, anna.pk]), follow=True)
    assert "Anna Ærø er taget af listen og får besked." in answer.content.decode()
    assert client.post(reverse("trainers:session_remove", args=[session.pk, tess.pk])).status_code == 404
    assert [one.employee for one in session.participants.all()] == [cast.tess]


def test_a_unit_left_without_a_trainer_is_named(client: Client, cast: Cast) -> None:
    """Also later, when a mandate ends (source: K06)."""
    (bo,) = working.ready(cast, cast.bo)
    client.force_login(cast.eva)
    url = reverse("trainers:team", args=[bo.round_id])
    begun = " ".join(client.get(url).content.decode().split())
    Mandate.objects.filter(pk=bo.pk).update(state=Mandate.State.ENDED, ended_at=AT, end_reason="Nyt arbejde.")
    ended = " ".join(client.get(url).content.decode().split())
    near = "Ingen træner er nær:</strong> "
    assert (
        f"{near}Familie (4 brugere)</p>" in begun,
        f"{near}Modtagelse (6 brugere), Familie (4 brugere)</p>" in ended,
    ) == (
        True,
        True,
    )


def test_a_competence_that_is_lost_with_a_mandate_is_named(client: Client, cast: Cast) -> None:
    """Before it ends, and afterwards; what others cover still, and what nobody ever covered, is not (source: K06)."""
    round_ = selecting.opened_round(cast)
    bo, anna = (selecting.candidate_for(round_, one, cast) for one in (cast.bo, cast.anna))
    for one, levels in ((bo, {"Faglig": 4}), (anna, {"Undervisning": 2})):
        entries = [
            replace(entry, value=levels.get(entry.criterion.name, 3 if entry.criterion.name == "Dialog" else 2))
            for entry in selecting.entries(round_, 3)
        ]
        scores.hand_in(candidate=one, assessor=cast.eva, entries=entries, note="", at=AT)
    decisions.decide(
        round_=round_,
        outcomes={one.pk: Selection.Outcome.CHOSEN for one in (bo, anna)},
        reasons={one.pk: "I dækker det sammen." for one in (bo, anna)},
        reason="Dækker det meste.",
        by=cast.eva,
        at=AT,
    )
    mandate, _other = (working.made(working.fresh(one), cast) for one in (bo, anna))
    # The scores are erased half a year later; what is lost is known all the same.
    Score.objects.all().delete()
    client.force_login(cast.eva)
    team, end = reverse("trainers:team", args=[round_.pk]), reverse("trainers:mandate_end", args=[mandate.pk])
    assert "For få" not in client.get(team).content.decode()
    asked_before = " ".join(client.get(end).content.decode().split())
    assert "Så dækker for få:</strong> Faglig</p>" in asked_before
    client.post(end, {"reason": "Nyt arbejde."})
    assert "For få dækker, siden nogen stoppede:</strong> Faglig</p>" in " ".join(
        client.get(team).content.decode().split()
    )


def test_the_team_offers_its_free_place_to_the_reserve(client: Client, cast: Cast) -> None:
    bo, anna = team_with_a_reserve(cast)
    client.force_login(cast.eva)
    url = reverse("trainers:team", args=[bo.round_id])
    assert "1 plads er ledig" not in client.get(url).content.decode()
    client.post(reverse("trainers:withdraw", args=[bo.pk]), {"reason": "Vil hellere være i teamet."})
    offered = client.get(url).content.decode()
    assert ("1 plads er ledig" in offered, reverse("trainers:take_in", args=[anna.pk]) in offered) == (True, True)
    client.post(reverse("trainers:take_in", args=[anna.pk]), {"reason": "Du dækker det samme."})
    after = client.get(url).content.decode()
    assert (reverse("trainers:mandate_new", args=[anna.pk]) in after, "1 plads er ledig" in after) == (True, False)


def test_who_a_session_is_meant_for_is_proposed_with_why(client: Client, cast: Cast) -> None:
    (mandate,) = working.ready(cast)
    Employment.objects.update(starts_on=START, seniority_on=START)
    Employment.objects.filter(employee=cast.anna).update(starts_on=date(2026, 8, 1))
    session = working.planned(mandate, cast, meant_for="either", meant_months=6)
    client.force_login(cast.bo)
    content = client.get(reverse("trainers:session_invite", args=[session.pk])).content.decode()
    assert "Anna Ærø (ny i opgaven siden 1. august 2026)" in content
    ticked = re.findall(r'value="(\d+)"[^>]*checked', content)
    assert ticked == [str(cast.anna.pk)]


def test_a_session_shows_its_parts_in_order_and_the_form_keeps_them(client: Client, cast: Cast) -> None:
    (mandate,) = working.ready(cast)
    session = working.planned(mandate, cast)
    client.force_login(cast.bo)
    url = reverse("trainers:session_edit", args=[session.pk])
    told = {name: value for name, value in client.get(url).context["form"].initial.items() if value is not None}
    lines = "Jura: det, loven kræver\r\nSamtalen\r\n\r\nDokumentation: hvad der skrives ned"
    told |= {"day": "2026-12-03", "clock": "09:00", "unit": session.unit_id, "parts": lines}
    assert client.post(url, told).status_code == 302
    found = [(part["title"], part["about"]) for part in Session.objects.get(pk=session.pk).parts]
    assert found == [("Jura", "det, loven kræver"), ("Samtalen", ""), ("Dokumentation", "hvad der skrives ned")]
    page = client.get(reverse("trainers:session", args=[session.pk])).content.decode()
    assert page.index("1. Jura") < page.index("2. Samtalen") < page.index("3. Dokumentation")
    assert lines.replace("\r\n\r\n", "\r\n").replace("\r", "") in client.get(url).content.decode()


def test_pool_is_searched_by_what_the_own_trainers_may_teach(client: Client, cast: Cast) -> None:
    bo, _anna = working.ready(cast, cast.bo, cast.anna)
    client.force_login(cast.eva)
    client.post(reverse("trainers:mandate_topics", args=[bo.pk]), {"topics": "Signering, diktering"})
    content = client.get(reverse("trainers:pool"), {"q": "diktering"}).content.decode()
    assert ("Underviser i: Signering, diktering" in content, "Bo Bang" in content, "Anna Ærø" in content) == (
        True,
        True,
        False,
    )


def test_trainers_read_the_word_of_their_profile_where_they_teach(client: Client, cast: Cast) -> None:
    (mandate,) = working.ready(cast)
    session = working.planned(mandate, cast)
    word = "Sig det tydeligt, og sig til, når du ikke ved det."
    type(mandate.round.profile).objects.update(guidance=word)
    client.force_login(cast.bo)
    pages = (reverse("trainers:mandate", args=[mandate.pk]), reverse("trainers:session", args=[session.pk]))
    assert [word in client.get(url).content.decode() for url in pages] == [True, True]


def test_mandate_counts_what_is_planned_and_held_of_each_kind(client: Client, cast: Cast) -> None:
    (mandate,) = working.ready(cast)
    held, cancelled, _to_come = (working.planned(mandate, cast, minutes=90) for _number in range(3))
    sessions.hold(session=held, came=[], notes="", follow_up_on=None, at=MORNING)
    sessions.cancel(session=cancelled, cause="illness", words="", at=AT)
    working.planned(mandate, cast, kind="webinar")
    rows = tallies_of(session_queries.of_mandate(mandate))
    assert [(str(row.kind), row.planned, row.held, row.hours) for row in rows] == [
        (str(Session.Kind.TEACHING.label), 1, 1, 1.5),
        (str(Session.Kind.WEBINAR.label), 1, 0, 0),
    ]
    client.force_login(cast.bo)
    content = client.get(reverse("trainers:mandate", args=[mandate.pk])).content.decode()
    assert all(text in content for text in ("Det er planlagt og holdt af hver slags", "Timer holdt", ">1,5<"))
