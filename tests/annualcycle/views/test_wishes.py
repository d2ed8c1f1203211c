import re
from datetime import datetime
from decimal import Decimal

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from annualcycle.domain import wishes
from annualcycle.models import Decision, Wish
from competence.models import Employee
from tests.annualcycle import autumn
from tests.annualcycle.autumn import IN_OCTOBER
from tests.annualcycle.board import published_cycle
from tests.annualcycle.domain.test_letters import answered
from tests.cast import Cast

FILLED = {
    "kind": "course",
    "title": "Kursus i konflikter",
    "fee": "4.000",
    "days": "0,5",
    "motivation": "Jeg møder vrede borgere hver uge.",
    "target": "person",
}


def signed_in(employee: Employee) -> Client:
    client = Client()
    client.force_login(employee)
    return client


def edit(wish: Wish) -> str:
    return reverse("year:wish_edit", args=[wish.pk])


def texts(html: str, css: str) -> list[str]:
    """The texts of the elements of class `css`."""
    found = re.findall(rf'class="{css}"[^>]*>(.*?)</p>', html, re.S)
    return [" ".join(re.sub(r"<[^>]+>", " ", text).split()) for text in found]


def test_new_wish_is_a_draft_with_a_form(cast: Cast) -> None:
    published_cycle(cast)
    response = signed_in(cast.anna).post(reverse("year:wish_new"))
    wish = Wish.objects.get()
    assert (response["Location"], wish.employee, wish.unit, wish.state) == (edit(wish), cast.anna, cast.mod, "draft")


def test_reading_the_page_for_a_new_wish_makes_none(cast: Cast) -> None:
    published_cycle(cast)
    signed_in(cast.anna).get(reverse("year:wish_new"))
    assert Wish.objects.count() == 0


def test_new_wish_is_refused_after_the_wishes_are_due(cast: Cast) -> None:
    published_cycle(cast)
    with time_machine.travel(datetime.fromisoformat("2026-12-01T12:00:00+01:00")):
        page = signed_in(cast.anna).post(reverse("year:wish_new")).content.decode()
    assert (Wish.objects.count(), "Der samles ikke ønsker ind nu" in page) == (0, True)


def test_sending_the_form_submits_the_wish(cast: Cast) -> None:
    wish = autumn.draft(cast)
    response = signed_in(cast.anna).post(edit(wish), FILLED)
    wish.refresh_from_db()
    assert (response.status_code, wish.state, wish.fee, wish.days) == (302, "submitted", 400_000, Decimal("0.5"))


def test_education_is_asked_how_much_of_it_and_the_pages_say_so(cast: Cast) -> None:
    wish, client = autumn.draft(cast), signed_in(cast.anna)
    filled = FILLED | {"kind": "formal_education", "ects": "10"}
    page = client.post(edit(wish), filled).content.decode()
    assert texts(page, "field-error") == ["Vælg, om du ønsker hele uddannelsen eller enkelte moduler."]
    asked = page[page.index("Hvor meget af uddannelsen?") :].split("</legend>")[0]
    assert "kan vente" not in asked
    assert client.post(edit(wish), filled | {"extent": "modules"}).status_code == 302
    page = client.get(reverse("year:wish", args=[wish.pk])).content.decode()
    assert "<dt>Hvor meget af uddannelsen</dt><dd>Enkelte moduler</dd>" in page
    page = signed_in(cast.mads).get(reverse("year:board_wish", args=[wish.cycle_id, wish.pk])).content.decode()
    assert "· enkelte moduler · 10 ECTS" in page


def test_faults_are_said_under_the_field_and_what_was_typed_stays(cast: Cast) -> None:
    wish = autumn.draft(cast)
    page = signed_in(cast.anna).post(edit(wish), FILLED | {"days": "to", "fee": "mange"}).content.decode()
    wish.refresh_from_db()
    assert texts(page, "field-error") == [
        "Skriv beløbet som et tal, fx 6.400 eller 6400,50.",
        "Skriv dage som et tal, fx 2 eller 0,5.",
    ]
    assert (wish.state, 'value="to"' in page, 'value="mange"' in page) == ("draft", True, True)


def test_missing_motivation_is_asked_for(cast: Cast) -> None:
    wish = autumn.draft(cast)
    page = signed_in(cast.anna).post(edit(wish), FILLED | {"motivation": " ", "title": ""}).content.decode()
    wish.refresh_from_db()
    assert (wish.state, wish.title, wish.motivation, len(texts(page, "field-error"))) == ("draft", "", "", 2)


def test_last_day_before_the_first_is_said(cast: Cast) -> None:
    wish = autumn.draft(cast)
    backwards = {"starts_on": "2027-03-02", "ends_on": "2027-03-01"}
    page = signed_in(cast.anna).post(edit(wish), FILLED | backwards).content.decode()
    assert texts(page, "field-error") == ["Den sidste dag ligger før den første."]


def test_typing_is_saved_with_what_follows_from_it(cast: Cast) -> None:
    wish = autumn.draft(cast, title="", fee=0)
    client = signed_in(cast.anna)
    htmx = {"HX-Request": "true"}
    page = client.post(reverse("year:wish_save", args=[wish.pk]), FILLED | {"fee": "6.400", "days": "x"}, headers=htmx)
    wish.refresh_from_db()
    assert (wish.title, wish.fee, wish.days, wish.state) == ("Kursus i konflikter", 640_000, Decimal(1), "draft")
    assert "Gemt kl. 12.00" in page.content.decode()
    assert "5.000\xa0kr. eller 3 dage afgøres det i december" in page.content.decode()


def test_typing_in_a_wish_sent_meanwhile_leads_to_it_and_overtakes_no_page(cast: Cast) -> None:
    wish = autumn.submitted(cast)
    address = reverse("year:wish_save", args=[wish.pk])
    response = signed_in(cast.anna).post(address, FILLED, headers={"HX-Request": "true"})
    assert "HX-Redirect" not in response
    assert f'<a href="{reverse("year:wish", args=[wish.pk])}">Ønsket er sendt.' in response.content.decode()


@pytest.mark.parametrize("name", ["wish_find", "wish_pick", "wish_edit"])
def test_a_wish_sent_in_another_tab_is_shown(cast: Cast, name: str) -> None:
    wish, offer = autumn.submitted(cast), autumn.offer(cast)
    address = reverse(f"year:{name}", args=[wish.pk])
    answer = signed_in(cast.anna).post(address, FILLED | {"offer": str(offer.pk)})
    assert (answer.status_code, answer["Location"]) == (302, reverse("year:wish", args=[wish.pk]))


def test_search_finds_courses_by_words_of_the_title(cast: Cast) -> None:
    wish, offer = autumn.draft(cast), autumn.offer(cast)
    autumn.offer(cast, code="X", title="Regneark")
    client, address = signed_in(cast.anna), reverse("year:offers", args=[wish.pk])
    pages = [client.get(address, {"title": typed}).content.decode() for typed in ("UNGE sam", "unge regneark", "u")]
    assert [re.findall(r'name="offer" value="(\d+)"', page) for page in pages] == [[str(offer.pk)], [], []]


def test_search_works_without_script(cast: Cast) -> None:
    wish, offer = autumn.draft(cast), autumn.offer(cast)
    client = signed_in(cast.anna)
    found = client.post(reverse("year:wish_find", args=[wish.pk]), FILLED | {"title": "samtaler"}, follow=True)
    assert re.findall(r'name="offer" value="(\d+)"', found.content.decode()) == [str(offer.pk)]


def test_picking_a_course_fills_the_form_and_names_the_need(cast: Cast) -> None:
    wish, offer, need = autumn.draft(cast), autumn.offer(cast), autumn.need(cast)
    client = signed_in(cast.anna)
    client.post(reverse("year:wish_pick", args=[wish.pk]), FILLED | {"offer": str(offer.pk)})
    wish.refresh_from_db()
    assert (wish.offer, wish.title, wish.provider, wish.fee, wish.days, wish.need, wish.motivation) == (
        offer,
        "Samtaler med børn og unge",
        "Komponent",
        640_000,
        Decimal(2),
        need,
        FILLED["motivation"],
    )
    assert "afsnit 3.2, Samtaler" in client.get(edit(wish)).content.decode()


@pytest.mark.parametrize("given", ["", "x", "0"])
def test_picking_nothing_known_is_not_found(cast: Cast, given: str) -> None:
    wish = autumn.draft(cast)
    response = signed_in(cast.anna).post(reverse("year:wish_pick", args=[wish.pk]), FILLED | {"offer": given})
    assert response.status_code == 404


def test_own_page_hides_what_is_decided_until_it_is_released(cast: Cast) -> None:
    decision = answered(autumn.submitted(cast), released_at=None)
    client = signed_in(cast.anna)
    before = client.get(reverse("year:my_wishes")).content.decode()
    Decision.objects.filter(pk=decision.pk).update(released_at=IN_OCTOBER)
    after = client.get(reverse("year:my_wishes")).content.decode()
    assert ["Læs svaret" in page for page in (before, after)] == [False, True]


def test_answer_is_read_by_a_button_and_not_by_opening_it(cast: Cast) -> None:
    decision = answered(autumn.submitted(cast))
    client = signed_in(cast.anna)
    client.get(reverse("year:answer", args=[decision.wish_id]))
    decision.refresh_from_db()
    opened = decision.read_at
    client.post(reverse("year:answer_read", args=[decision.wish_id]))
    decision.refresh_from_db()
    assert (opened, decision.read_at is not None) == (None, True)


def test_answer_says_that_it_is_no_waiting_list_and_names_no_number(cast: Cast) -> None:
    decision = answered(autumn.submitted(cast))
    page = signed_in(cast.anna).get(reverse("year:answer", args=[decision.wish_id])).content.decode()
    assert ["Det er ikke en venteliste" in page, "point" in page] == [True, False]


@pytest.mark.parametrize("count", [1, 3])
def test_own_page_takes_the_same_queries_for_many_wishes(
    cast: Cast, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(count):
        autumn.submitted(cast, title=f"Kursus {number}", need=autumn.need(cast))
    client = signed_in(cast.anna)
    with django_assert_num_queries(4):
        client.get(reverse("year:my_wishes"))


def test_copy_of_an_earlier_wish_is_a_draft(cast: Cast) -> None:
    old = autumn.submitted(cast)
    response = signed_in(cast.anna).post(reverse("year:wish_copy", args=[old.pk]))
    draft = Wish.objects.get(state="draft")
    assert (response["Location"], draft.title) == (edit(draft), old.title)


def test_start_page_asks_to_finish_drafts_and_to_read_answers(cast: Cast) -> None:
    autumn.draft(cast, title="Regneark")
    answered(autumn.submitted(cast))
    page = signed_in(cast.anna).get(reverse("start")).content.decode()
    assert ["Gør dit ønske færdigt: Regneark" in page, "Læs svaret på dit ønske" in page] == [True, True]


def test_ad_hoc_wish_asks_why_it_cannot_wait(cast: Cast) -> None:
    published_cycle(cast)
    client = signed_in(cast.anna)
    client.post(reverse("year:wish_ad_hoc"))
    wish = Wish.objects.get()
    refused = client.post(edit(wish), FILLED).content.decode()
    client.post(edit(wish), FILLED | {"why_now": "Loven gælder fra nytår."})
    wish.refresh_from_db()
    assert (len(texts(refused, "field-error")), wish.state, wish.is_ad_hoc) == (1, "submitted", True)
    assert wishes.facts_of(wish).why_now == "Loven gælder fra nytår."
