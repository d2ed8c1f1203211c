import re
from collections.abc import Iterator

import pytest
import time_machine
from django.db import connection
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from annualcycle.domain import assessments, decisions
from annualcycle.models import Budget, Cycle, Decision, Wish
from annualcycle.models.decisions import Outcome
from competence.models import Employee
from tests.annualcycle.board import IN_DECEMBER, published_cycle, submitted_wish
from tests.cast import Cast


@pytest.fixture(autouse=True)
def _december(cast: Cast) -> Iterator[None]:
    with time_machine.travel(IN_DECEMBER, tick=False):
        yield


@pytest.fixture
def cycle(cast: Cast) -> Cycle:
    return published_cycle(cast)


def signed_in(employee: Employee) -> Client:
    client = Client()
    client.force_login(employee)
    return client


def read(client: Client, name: str, *args: object, query: str = "") -> str:
    response = client.get(reverse(f"year:{name}", args=args) + query)
    assert response.status_code == 200
    return " ".join(response.content.decode().replace("\u00a0", " ").split())


def shown_names(page: str) -> list[str]:
    return re.findall(r'<td><div class="two-lines"><strong>([^<]+)</strong>', page)


def press(client: Client, name: str, wish: Wish, **data: object) -> str:
    """What htmx gets back after a click on the board."""
    address = reverse(f"year:{name}", args=[wish.cycle_id, wish.pk])
    response = client.post(address, data, headers={"HX-Request": "true"})
    assert response.status_code == 200
    return " ".join(response.content.decode().replace("\u00a0", " ").split())


def test_board_shows_every_wish_with_points_money_and_decision(cast: Cast, cycle: Cycle) -> None:
    wish = submitted_wish(cycle, cast.anna)
    need = cycle.criteria.get(key="need")
    assessments.score(wish=wish, criterion=need, score=5, by=cast.tove, at=IN_DECEMBER)
    assessments.score(wish=wish, criterion=need, score=4, by=cast.mads, at=IN_DECEMBER)
    decisions.decide(wish=wish, outcome=Outcome.GRANTED, by=cast.tove, at=IN_DECEMBER)
    submitted_wish(cycle, cast.eva, title="Konflikthåndtering")
    page = read(signed_in(cast.mads), "board", cycle.pk)
    assert shown_names(page) == ["Anna Ærø", "Eva Eriksen"]
    assert ">14<svg" in page  # 3 × 4,5 rounded to the even
    assert "<title>4 · 5</title>" in page
    assert "<dt>Bevilget i udkastet</dt><dd>6.400 kr.</dd>" in page
    assert "<dt>Frit</dt><dd>33.600 kr.</dd>" in page
    assert "Bevilges<b>1</b>" in page
    assert "Mangler<b>1</b>" in page


def test_board_sorts_and_filters_by_its_address(cast: Cast, cycle: Cycle) -> None:
    submitted_wish(cycle, cast.anna, title="Traumebevidst praksis", fee=100_000)
    submitted_wish(cycle, cast.eva, title="Netværk", kind=Wish.Kind.NETWORK, fee=300_000)
    submitted_wish(cycle, cast.bo, title="Supervisor", fee=200_000, eligibility=["seniority_years"])
    client = signed_in(cast.mads)
    found = {
        query: shown_names(read(client, "board", cycle.pk, query=query))
        for query in [
            "?sort=-cost",
            "?sort=name",
            "?q=traume",
            "?q=ERIKSEN",
            f"?unit={cast.fam.pk}",
            "?kind=network",
            "?rules=unmet",
            "?outcome=granted",
            "?sort=nonsense&unit=x",
        ]
    }
    assert found == {
        "?sort=-cost": ["Eva Eriksen", "Bo Bang", "Anna Ærø"],
        "?sort=name": ["Anna Ærø", "Bo Bang", "Eva Eriksen"],
        "?q=traume": ["Anna Ærø"],
        "?q=ERIKSEN": ["Eva Eriksen"],
        f"?unit={cast.fam.pk}": ["Eva Eriksen"],
        "?kind=network": ["Eva Eriksen"],
        "?rules=unmet": ["Bo Bang"],
        "?outcome=granted": [],
        "?sort=nonsense&unit=x": ["Anna Ærø", "Bo Bang", "Eva Eriksen"],
    }


def test_board_tells_of_earlier_years_and_of_who_knows_it_already(cast: Cast, cycle: Cycle) -> None:
    for year, outcome, employee in [
        (2024, Outcome.NOT_MET, cast.anna),
        (2025, Outcome.NOT_MET, cast.anna),
        (2025, Outcome.GRANTED, cast.tess),
    ]:
        _earlier(cycle, year, employee, outcome)
    submitted_wish(cycle, cast.anna)
    page = read(signed_in(cast.mads), "board", cycle.pk)
    assert "Uden afsnit · Ønsket var relevant i 2024 og 2025 · Kun én i teamet har denne viden" in page


def _earlier(cycle: Cycle, year: int, employee: Employee, outcome: str) -> None:
    names = [
        field.name for field in Cycle._meta.fields if field.name.endswith(("_on", "_by")) and "ed_by" not in field.name
    ]
    dates = {name: getattr(cycle, name).replace(year=getattr(cycle, name).year + year - cycle.year) for name in names}
    past, _made = Cycle.objects.get_or_create(
        unit=cycle.unit, year=year, defaults=dates | {"published_at": IN_DECEMBER, "is_history": True}
    )
    wish = submitted_wish(past, employee)
    Decision.objects.create(wish=wish, route="december", outcome=outcome, decided_at=IN_DECEMBER)


def test_pressing_a_decision_swaps_row_money_and_counts(cast: Cast, cycle: Cycle) -> None:
    wish = submitted_wish(cycle, cast.anna)
    answer = press(signed_in(cast.mads), "decide", wish, outcome="granted", revision=0, since=0)
    assert f'<tr id="w{wish.pk}" class="" data-outcome="granted" data-revision="1"' in answer
    assert "<dt>Bevilget i udkastet</dt><dd>6.400 kr.</dd>" in answer
    assert "Bevilges<b>1</b>" in answer
    assert Decision.objects.get().decided_by == cast.mads


def test_a_wish_that_does_not_fit_the_frame_says_how_much_is_missing(cast: Cast, cycle: Cycle) -> None:
    Budget.objects.filter(cycle=cycle).update(total=1_450_000, reserve=1_000_000)
    wish = submitted_wish(cycle, cast.anna)
    answer = press(signed_in(cast.mads), "decide", wish, outcome="granted", revision=0, since=0)
    assert "Der mangler 1.900 kr. inden for rammen, så ønsket er ikke bevilget." in answer
    assert not Decision.objects.exists()


def test_two_who_decide_see_who_was_first(cast: Cast, cycle: Cycle) -> None:
    wish = submitted_wish(cycle, cast.anna)
    press(signed_in(cast.tove), "decide", wish, outcome="sharing", revision=0, since=0)
    answer = press(signed_in(cast.mads), "decide", wish, outcome="granted", revision=0, since=0)
    assert "Tove Toft har imens afgjort ønsket: videndeling. Dit valg blev ikke gemt." in answer
    assert 'data-outcome="sharing"' in answer
    assert Decision.objects.get().decided_by == cast.tove


def test_leaders_own_wish_is_left_to_another(cast: Cast, cycle: Cycle) -> None:
    wish = submitted_wish(cycle, cast.tove)
    assert "Dit eget ønske" in read(signed_in(cast.tove), "board", cycle.pk)
    answer = press(signed_in(cast.tove), "decide", wish, outcome="granted", revision=0, since=0)
    assert "Ønsket er dit eget, så en anden leder afgør det." in answer
    assert not Decision.objects.exists()


@pytest.mark.parametrize("name", ["decide_on_page", "decide"])
def test_forged_post_about_ones_own_wish_is_refused_in_words(cast: Cast, cycle: Cycle, name: str) -> None:
    wish = submitted_wish(cycle, cast.mads)
    client, address = signed_in(cast.mads), reverse(f"year:{name}", args=[cycle.pk, wish.pk])
    answer = client.post(address, {"outcome": "granted", "revision": 0}, follow=True).content.decode()
    assert "Ønsket er dit eget, så en anden leder afgør det." in answer
    assert not Decision.objects.exists()
    assert Budget.objects.get(cycle=cycle).granted == 0


def test_forged_post_about_ones_own_need_during_the_year_is_refused_in_words(cast: Cast, cycle: Cycle) -> None:
    wish = submitted_wish(cycle, cast.mads, is_ad_hoc=True, why_now="En ny opgave.")
    address = reverse("year:decide_ad_hoc", args=[cycle.pk, wish.pk])
    asked = {"outcome": "granted", "revision": 0}
    answer = signed_in(cast.mads).post(address, asked, follow=True).content.decode()
    assert "Ønsket er dit eget, så en anden leder afgør det." in answer
    assert not Decision.objects.exists()


def test_grant_against_a_rule_asks_for_a_reason_and_keeps_it(cast: Cast, cycle: Cycle) -> None:
    wish = submitted_wish(cycle, cast.vik, eligibility=["substitute_months"])
    client = signed_in(cast.mads)
    answer = press(client, "decide", wish, outcome="granted", revision=0, since=0)
    assert "Hvorfor gøres der en undtagelse?" in answer
    assert not Decision.objects.exists()
    press(client, "decide", wish, outcome="granted", exception_reason="Hun bliver fast.", since=0)
    assert Decision.objects.get().exception_reason == "Hun bliver fast."
    assert "Vikar i under 12 måneder: undtagelse begrundet" in read(client, "board", cycle.pk)


def test_a_reason_that_is_refused_stays_and_says_why(cast: Cast, cycle: Cycle) -> None:
    wish = submitted_wish(cycle, cast.vik, eligibility=["substitute_months"])
    client = signed_in(cast.mads)
    typed = {"outcome": "granted", "exception_reason": "Hun bliver fast.", "since": 0}
    Budget.objects.filter(cycle=cycle).update(total=1_450_000, reserve=1_000_000)
    answer = press(client, "decide", wish, revision=0, **typed)
    assert ">Hun bliver fast.</textarea>" in answer
    assert "Der mangler 1.900 kr. inden for rammen" in answer
    long = press(client, "decide", wish, revision=0, **typed | {"exception_reason": "å" * 2001})
    assert "å" * 2001 in long
    assert "højst" in long
    assert not Decision.objects.exists()


def test_what_another_decided_while_a_reason_was_written_is_not_overwritten(cast: Cast, cycle: Cycle) -> None:
    wish = submitted_wish(cycle, cast.vik, eligibility=["substitute_months"])
    client = signed_in(cast.mads)
    asked = press(client, "decide", wish, outcome="granted", revision=0, since=0)
    assert 'name="revision" value="0"' in asked
    press(signed_in(cast.tove), "decide", wish, outcome="sharing", revision=0, since=0)
    typed = {"outcome": "granted", "exception_reason": "Hun bliver fast.", "since": 0}
    answer = press(client, "decide", wish, revision=0, **typed)
    assert "Tove Toft har imens afgjort ønsket: videndeling. Dit valg blev ikke gemt." in answer
    assert ">Hun bliver fast.</textarea>" in answer
    assert 'name="revision" value="1"' in answer
    assert Decision.objects.get().outcome == Outcome.SHARING


def test_changes_of_others_come_by_themselves_and_cost_one_query(cast: Cast, cycle: Cycle) -> None:
    wish = submitted_wish(cycle, cast.anna)
    client = signed_in(cast.mads)
    poll = reverse("year:board_changes", args=[cycle.pk])
    with CaptureQueriesContext(connection) as queries:
        assert client.get(poll + "?since=0&here=").status_code == 204
    assert len(queries) == 3  # session, person, changes
    decisions.decide(wish=wish, outcome=Outcome.GRANTED, by=cast.tove, at=IN_DECEMBER)
    answer = read(client, "board_changes", cycle.pk, query="?since=0&here=")
    assert 'data-outcome="granted"' in answer
    since = re.findall(r'name="since" value="(\d+)"', answer)[0]
    assert client.get(poll + f"?since={since}&here=").status_code == 204
    decisions.undo(wish=wish, by=cast.tove)
    assert 'data-outcome="undecided"' in read(client, "board_changes", cycle.pk, query=f"?since={since}&here=")


def test_leaders_on_the_board_see_each_other(cast: Cast, cycle: Cycle) -> None:
    submitted_wish(cycle, cast.anna)
    assert "arbejder her nu" not in read(signed_in(cast.mads), "board", cycle.pk)
    page = read(signed_in(cast.tove), "board", cycle.pk)
    assert '<span class="visually-hidden">Mads Madsen</span><span>arbejder her nu</span>' in page


AWAY = {"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": "redis://127.0.0.1:1/0"}}


@override_settings(CACHES=AWAY)
def test_board_works_while_the_cache_is_away(cast: Cast, cycle: Cycle) -> None:
    submitted_wish(cycle, cast.anna)
    assert shown_names(read(signed_in(cast.mads), "board", cycle.pk)) == ["Anna Ærø"]


@pytest.mark.parametrize("number", [1, 3, 30])
def test_board_takes_the_same_queries_whatever_the_number_of_wishes(cast: Cast, cycle: Cycle, number: int) -> None:
    for n in range(number):
        wish = submitted_wish(cycle, cast.anna, title=f"Kursus {n}", fee=100, eligibility=["seniority_years"])
        decisions.decide(wish=wish, outcome=Outcome.GRANTED, by=cast.tove, at=IN_DECEMBER, exception_reason="Ja.")
    client = signed_in(cast.mads)
    read(client, "board", cycle.pk)
    with CaptureQueriesContext(connection) as queries:
        read(client, "board", cycle.pk)
    assert len(queries) == 11


def test_page_of_a_wish_shows_scores_by_assessor_and_decides_with_a_reason(cast: Cast, cycle: Cycle) -> None:
    wish = submitted_wish(cycle, cast.anna)
    assessments.score(wish=wish, criterion=cycle.criteria.get(key="need"), score=5, by=cast.tove, at=IN_DECEMBER)
    client = signed_in(cast.mads)
    page = read(client, "board_wish", cycle.pk, wish.pk)
    assert "Jeg møder flere børn end før." in page
    assert '<th scope="col" title="Tove Toft">' in page
    assert "Point · 15" in page
    address = reverse("year:decide_on_page", args=[cycle.pk, wish.pk])
    response = client.post(address, {"outcome": "not_met", "reason": "To andre skal først.", "revision": "0"})
    assert response["Location"] == reverse("year:board", args=[cycle.pk]) + f"#w{wish.pk}"
    assert Decision.objects.get().reason == "To andre skal først."


def test_refused_decision_keeps_what_was_typed(cast: Cast, cycle: Cycle) -> None:
    Budget.objects.filter(cycle=cycle).update(total=1_000_000, reserve=1_000_000)
    wish = submitted_wish(cycle, cast.anna)
    address = reverse("year:decide_on_page", args=[cycle.pk, wish.pk])
    response = signed_in(cast.mads).post(address, {"outcome": "granted", "reason": "Teamet mangler det."})
    page = response.content.decode().replace("\u00a0", " ")
    assert "Der mangler 6.400 kr. inden for rammen" in page
    assert "Teamet mangler det." in page


def test_team_leader_assesses_quickly_and_never_sees_the_confidential_criterion(cast: Cast, cycle: Cycle) -> None:
    with time_machine.travel("2026-10-15", tick=False):
        client = signed_in(cast.dan)
        wish = submitted_wish(cycle, cast.anna)
        submitted_wish(cycle, cast.eva, title="Et andet teams ønske")
        page = read(client, "assess", cycle.pk)
        assert "Vurdér ét ønske" in page
        assert "Et andet teams ønske" not in page
        assert "Fastholdelse" not in page
        fields = {f"w{wish.pk}-score_{one.pk}": "4" for one in cycle.criteria.all()}
        address = reverse("year:assess_wish", args=[cycle.pk, wish.pk])
        assert client.post(address, fields).status_code == 302
    given = wish.assessments.values_list("criterion__key", "assessor", "score").order_by("criterion__position")
    assert list(given) == [("need", cast.dan.pk, 4), ("motivation", cast.dan.pk, 4)]


def test_within_the_strategy_without_a_need_is_asked_for(cast: Cast, cycle: Cycle) -> None:
    wish = submitted_wish(cycle, cast.anna)
    address = reverse("year:assess_wish", args=[cycle.pk, wish.pk])
    page = signed_in(cast.tove).post(address, {f"w{wish.pk}-frame": "within"}).content.decode()
    assert "Vælg det behov, ønsket møder." in page
    page = signed_in(cast.tove).post(address, {f"w{wish.pk}-frame": "outside"}).content.decode()
    assert "Skriv, hvorfor det ikke flugter med strategien." in page
    wish.refresh_from_db()
    assert wish.frame == ""


@pytest.mark.parametrize("number", [1, 3, 30])
def test_assessing_takes_the_same_queries_whatever_the_number_of_wishes(cast: Cast, cycle: Cycle, number: int) -> None:
    for n in range(number):
        submitted_wish(cycle, cast.anna, title=f"Kursus {n}")
    client = signed_in(cast.tove)
    read(client, "assess", cycle.pk)
    with CaptureQueriesContext(connection) as queries:
        read(client, "assess", cycle.pk)
    assert len(queries) == 7
