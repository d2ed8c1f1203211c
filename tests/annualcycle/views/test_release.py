from collections.abc import Iterator

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from annualcycle.domain import assessments, decisions
from annualcycle.models import Budget, Cycle, Decision
from annualcycle.models.decisions import Outcome
from annualcycle.queries.december_pending import pending_december
from competence.access import actor_of, with_access
from competence.models import Employee
from tests.annualcycle.board import DECEMBER_DAY, IN_DECEMBER, published_cycle, submitted_wish
from tests.annualcycle.views.test_december import read, signed_in
from tests.cast import Cast


@pytest.fixture(autouse=True)
def _december(cast: Cast) -> Iterator[None]:
    with time_machine.travel(IN_DECEMBER, tick=False):
        yield


@pytest.fixture
def cycle(cast: Cast) -> Cycle:
    return published_cycle(cast)


def send(client: Client, name: str, *args: object, **data: object) -> str:
    response = client.post(reverse(f"year:{name}", args=args), data, follow=True)
    assert response.status_code == 200
    return " ".join(response.content.decode().replace("\u00a0", " ").split())


def test_answers_are_proofread_edited_and_released_by_the_manager(cast: Cast, cycle: Cycle) -> None:
    wish = submitted_wish(cycle, cast.anna)
    decisions.decide(wish=wish, outcome=Outcome.NOT_MET, by=cast.tove, at=IN_DECEMBER)
    client = signed_in(cast.mads)
    page = read(client, "release", cycle.pk)
    assert "Ønsker med større samlet behov brugte pengene for 2027." in page
    assert "1 svar bliver givet nu" not in page
    assert "Én medarbejder får svaret nu. Det kan ikke tages tilbage." in page
    page = send(client, "answer_text", cycle.pk, wish.pk, reason="To andre skal først.", next_step="", until_then="")
    assert "To andre skal først." in page
    page = send(client, "release_now", cycle.pk)
    assert "Svaret er frigivet." in page
    assert "Én har ikke læst svaret endnu." in page
    assert Decision.objects.get().reason == "To andre skal først."


def test_words_that_are_hard_to_read_are_marked_while_they_are_proofread(cast: Cast, cycle: Cycle) -> None:
    for person, outcome in zip((cast.anna, cast.bo, cast.eva, cast.vik), Outcome, strict=True):
        decisions.decide(wish=submitted_wish(cycle, person), outcome=outcome, by=cast.mads, at=IN_DECEMBER)
    client = signed_in(cast.mads)
    assert "Svær at læse" not in read(client, "release", cycle.pk)
    heavy = (
        "Efteruddannelsesaktiviteten forudsætter ledelsesmæssig understøttelse af kompetenceudviklingsstrategiens "
        "overordnede målsætninger vedrørende myndighedssagsbehandlingens kvalitetssikring"
    )
    wish = Decision.objects.filter(outcome=Outcome.NOT_MET).get().wish_id
    page = send(client, "answer_text", cycle.pk, wish, reason=heavy, next_step="", until_then="")
    assert page.count("Svær at læse: lix") == 1
    send(client, "release_now", cycle.pk)
    assert "Svær at læse" not in read(client, "release", cycle.pk)


def test_first_name_of_a_colleague_is_confirmed_on_the_page_before_the_release(cast: Cast, cycle: Cycle) -> None:
    wish, said = submitted_wish(cycle, cast.anna), "Bo og bolig er ikke din opgave."
    decisions.decide(wish=wish, outcome=Outcome.NOT_MET, by=cast.tove, at=IN_DECEMBER, reason=said)
    client = signed_in(cast.mads)
    assert "En kollega har dette fornavn: Bo." in read(client, "release", cycle.pk)
    assert "Fornavne på kolleger (Bo) står i svaret til: Anna Ærø." in send(client, "release_now", cycle.pk)
    page = send(client, "confirm_names", cycle.pk, wish.pk)
    assert "Bekræftet, at der ikke menes en kollega: Bo." in page
    assert "Svaret er frigivet." in send(client, "release_now", cycle.pk)


def test_answer_that_is_hard_to_read_is_told_with_its_hardest_words(cast: Cast, cycle: Cycle) -> None:
    reason = "Kompetenceudviklingsstrategiens overordnede målsætninger forudsætter ledelsesmæssig understøttelse " * 12
    wish = submitted_wish(cycle, cast.anna)
    decisions.decide(wish=wish, outcome=Outcome.NOT_MET, by=cast.tove, at=IN_DECEMBER, reason=reason)
    page = send(signed_in(cast.mads), "release_now", cycle.pk)
    assert "Svaret til Anna Ærø er svært at læse: lix " in page
    assert "De længste ord: Kompetenceudviklingsstrategiens, " in page
    asked = submitted_wish(cycle, cast.bo, is_ad_hoc=True, why_now="Ny opgave.")
    page = send(signed_in(cast.mads), "decide_ad_hoc", cycle.pk, asked.pk, outcome="not_met", reason=reason)
    assert "er svært at læse: lix " in page
    assert Decision.objects.filter(released_at__isnull=False).count() == 0


def test_first_name_in_an_answer_during_the_year_is_confirmed_with_a_tick(cast: Cast, cycle: Cycle) -> None:
    wish = submitted_wish(cycle, cast.anna, is_ad_hoc=True, why_now="Ny opgave.")
    client, said = signed_in(cast.mads), {"outcome": "not_met", "reason": "Bo og bolig er ikke din opgave."}
    page = send(client, "decide_ad_hoc", cycle.pk, wish.pk, **said)
    assert "En kollega har dette fornavn: Bo." in page
    assert 'type="checkbox" name="names_confirmed"' in page
    page = send(client, "decide_ad_hoc", cycle.pk, wish.pk, names_confirmed="on", **said)
    assert "Svaret er sendt til Anna Ærø." in page
    assert Decision.objects.get().confirmed_names == ["Bo"]


def test_release_waits_for_what_is_not_decided_and_links_to_it(cast: Cast, cycle: Cycle) -> None:
    submitted_wish(cycle, cast.anna)
    client = signed_in(cast.mads)
    page = read(client, "release", cycle.pk)
    assert f'Ét ønske er ikke afgjort endnu. <a href="/year/{cycle.pk}/december/?outcome=undecided">' in page
    assert "data-confirm" not in page
    assert "Ét ønske er ikke afgjort endnu." in send(client, "release_now", cycle.pk)
    assert Cycle.objects.get(pk=cycle.pk).released_at is None


def test_rest_moves_to_the_reserve_after_the_release(cast: Cast, cycle: Cycle) -> None:
    decisions.decide(wish=submitted_wish(cycle, cast.anna), outcome=Outcome.GRANTED, by=cast.tove, at=IN_DECEMBER)
    client = signed_in(cast.mads)
    assert "Svarene er ikke frigivet endnu" in send(client, "move_rest", cycle.pk)
    send(client, "release_now", cycle.pk)
    assert "33.600 kr. af rammen blev ikke bevilget." in read(client, "release", cycle.pk)
    page = send(client, "move_rest", cycle.pk)
    assert "<dt>Tilbage af reserven</dt><dd>43.600 kr.</dd>" in page
    assert Budget.objects.get(cycle=cycle).free == 0


def test_need_during_the_year_is_answered_from_the_reserve(cast: Cast, cycle: Cycle) -> None:
    wish = submitted_wish(cycle, cast.anna, is_ad_hoc=True, why_now="En ny opgave fra marts.")
    client = signed_in(cast.mads)
    assert "En ny opgave fra marts." in read(client, "ad_hoc", cycle.pk)
    page = send(client, "decide_ad_hoc", cycle.pk, wish.pk, outcome="not_met", reason="")
    assert "Skriv, hvorfor det ikke bevilges. Medarbejderen læser det." in page
    page = send(client, "decide_ad_hoc", cycle.pk, wish.pk, outcome="granted")
    assert "Svaret er sendt til Anna Ærø." in page
    assert "<dt>Bevilget af reserven</dt><dd>6.400 kr.</dd>" in page


def test_answer_during_the_year_that_names_another_who_wished_is_not_given(cast: Cast, cycle: Cycle) -> None:
    wish = submitted_wish(cycle, cast.anna, is_ad_hoc=True, why_now="En ny opgave fra marts.")
    submitted_wish(cycle, cast.eva)
    client, said = signed_in(cast.mads), "Vi valgte eva eriksen denne gang."
    for outcome in ("not_met", "granted"):
        page = send(client, "decide_ad_hoc", cycle.pk, wish.pk, outcome=outcome, reason=said)
        assert "Et svar må ikke nævne andre. Tag navnet ud af begrundelsen." in page
        assert said in page
    assert (Decision.objects.count(), Budget.objects.get(cycle=cycle).ad_hoc) == (0, 0)


def test_need_during_the_year_is_explained_now_and_as_it_stood_when_it_was_answered(cast: Cast, cycle: Cycle) -> None:
    first, second = (
        submitted_wish(cycle, who, is_ad_hoc=True, why_now="Ny opgave.", title=title)
        for who, title in ((cast.anna, "Netværk"), (cast.bo, "Samtaler"))
    )
    criterion = cycle.criteria.get(key="need")
    for wish, score in ((first, 5), (second, 3)):
        assessments.score(wish=wish, criterion=criterion, score=score, by=cast.tove, at=IN_DECEMBER)
    client = signed_in(cast.mads)
    page = read(client, "board_wish", cycle.pk, second.pk)
    assert "Der mangler 2.800 kr. i reserven for at bevilge det oven i det andet, der venter." in page
    assert "Resultatet bliver 6 point lavere." in page
    assert f'<a href="/year/{cycle.pk}/december/{first.pk}/#proposal">Anna Ærø</a>' in page
    assert "Med 7 point mere ville det helt sikkert være med." in page
    send(client, "decide_ad_hoc", cycle.pk, first.pk, outcome="granted")
    assert "Der mangler 2.800 kr. i reserven." in read(client, "board_wish", cycle.pk, second.pk)
    page = read(client, "board_wish", cycle.pk, first.pk)
    assert "Sådan stod det, da svaret blev givet." in page
    assert "Uden det bliver resultatet 6 point lavere." in page


def test_the_list_says_of_each_need_whether_the_reserve_reaches(cast: Cast, cycle: Cycle) -> None:
    criterion = cycle.criteria.get(key="need")
    for who, title, fee, score in (
        (cast.anna, "Netværk", 640_000, 5),
        (cast.bo, "Samtaler", 500_000, 3),
        (cast.eva, "Master", 4_200_000, 5),
    ):
        wish = submitted_wish(cycle, who, is_ad_hoc=True, why_now="Ny opgave.", title=title, fee=fee)
        assessments.score(wish=wish, criterion=criterion, score=score, by=cast.mads, at=IN_DECEMBER)
    page = read(signed_in(cast.mads), "ad_hoc", cycle.pk)
    assert "Reserven rækker</span> <span>Derefter er der 3.600 kr. tilbage.</span>" in page
    assert (
        "Der er penge til det alene, og så er der 5.000 kr. tilbage. Noget andet, der venter, giver flere point."
        in page
    )
    assert "Reserven rækker ikke</span> <span>32.000 kr. mangler.</span>" in page
    assert "Tilsammen koster de 53.400 kr., og det er 43.400 kr. mere, end der er tilbage." in page


@pytest.mark.parametrize("number", [1, 3, 30])
def test_the_list_of_needs_takes_the_same_queries_whatever_the_number(cast: Cast, cycle: Cycle, number: int) -> None:
    for n in range(number):
        submitted_wish(cycle, cast.anna, is_ad_hoc=True, why_now="Ny opgave.", title=f"Kursus {n}", fee=10_000)
    client = signed_in(cast.mads)
    read(client, "ad_hoc", cycle.pk)
    with CaptureQueriesContext(connection) as queries:
        page = read(client, "ad_hoc", cycle.pk)
    assert len(queries) == 16
    assert page.count("Reserven rækker") == number


@pytest.mark.parametrize("number", [1, 3, 30])
def test_proofreading_takes_the_same_queries_whatever_the_number(cast: Cast, cycle: Cycle, number: int) -> None:
    for n in range(number):
        wish = submitted_wish(cycle, cast.anna, title=f"Kursus {n}")
        decisions.decide(wish=wish, outcome=Outcome.SHARING, by=cast.tove, at=IN_DECEMBER)
    client = signed_in(cast.mads)
    read(client, "release", cycle.pk)
    with CaptureQueriesContext(connection) as queries:
        read(client, "release", cycle.pk)
    assert len(queries) == 7


def waiting(employee: Employee) -> list[tuple[str, str]]:
    actor = actor_of(with_access(Employee.objects.filter(pk=employee.pk), DECEMBER_DAY).get())
    return [(row.title, row.url) for row in pending_december(actor, DECEMBER_DAY)]


def test_start_page_says_assess_then_decide_then_release(cast: Cast, cycle: Cycle) -> None:
    wish = submitted_wish(cycle, cast.anna)
    board, assess = f"/year/{cycle.pk}/december/", f"/year/{cycle.pk}/assess/"
    assert waiting(cast.tove) == [("Vurdér ét nyt ønske i dit team", assess), ("Afgør ét ønske", board)]
    assert waiting(cast.finn) == [("Afgør ét ønske", board)]
    assert waiting(cast.anna) == []
    decisions.decide(wish=wish, outcome=Outcome.SHARING, by=cast.tove, at=IN_DECEMBER)
    assert waiting(cast.finn) == []
    assert ("Frigiv svarene på ønskerne", f"{board}release/") in waiting(cast.mads)
    decisions.release(cycle=cycle, by=cast.mads, at=IN_DECEMBER)
    assert waiting(cast.mads) == []


def test_start_page_names_what_cannot_wait_to_the_manager_only(cast: Cast, cycle: Cycle) -> None:
    submitted_wish(cycle, cast.anna, is_ad_hoc=True, why_now="Ny opgave.")
    assert waiting(cast.mads) == [("Svar på et ønske, der ikke kan vente", f"/year/{cycle.pk}/during-the-year/")]
    assert waiting(cast.finn) == []
