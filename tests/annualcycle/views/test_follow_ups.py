import re

import time_machine
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from annualcycle.domain import follow_up
from annualcycle.models import FollowUp
from annualcycle.models.decisions import Outcome
from competence.models import Employee
from tests.annualcycle import autumn
from tests.annualcycle.domain.test_follow_up import IN_MARCH, granted, planned
from tests.annualcycle.domain.test_letters import answered
from tests.annualcycle.views.test_wishes import signed_in
from tests.cast import Cast

PLAN = {
    "use_what": "I to sager.",
    "use_by": "2027-03-03",
    "use_with": "Bo",
    "share_form": "cases",
    "share_what": "",
    "audience": "team",
    "share_by": "2027-03-17",
}


def primary(reader: Employee, wish: int) -> list[str]:
    """The words on the primary buttons of the page."""
    html = signed_in(reader).get(reverse("year:follow_up", args=[wish])).content.decode()
    found = re.findall(r'<button class="btn btn-primary">(.*?)</button>', html, re.S)
    return [re.sub(r"<[^>]+>|\s+", " ", words).strip() for words in found]


def test_employee_plans_in_one_form(cast: Cast) -> None:
    wish = granted(cast).wish_id
    signed_in(cast.anna).post(reverse("year:follow_up_plan", args=[wish]), PLAN)
    found = FollowUp.objects.get()
    assert (found.use_with, found.share_form, found.planned_by) == ("Bo", "cases", cast.anna)


def test_plan_without_words_keeps_what_was_typed(cast: Cast) -> None:
    wish = granted(cast).wish_id
    data = PLAN | {"use_what": "", "use_with": "Bo og Vik"}
    html = signed_in(cast.anna).post(reverse("year:follow_up_plan", args=[wish]), data).content.decode()
    assert ("Bo og Vik" in html, FollowUp.objects.count()) == (True, 0)


def test_one_primary_button_for_the_one_whose_turn_it_is(cast: Cast) -> None:
    wish = granted(cast).wish_id
    assert (primary(cast.anna, wish), primary(cast.tove, wish)) == (["Gem planen"], ["Gem det, du ser"])
    signed_in(cast.anna).post(reverse("year:follow_up_plan", args=[wish]), PLAN)
    assert primary(cast.anna, wish) == ["Det er delt"]


@time_machine.travel(IN_MARCH)
def test_sharing_to_come_is_refused_in_words(cast: Cast) -> None:
    wish = planned(cast).decision.wish_id
    url = reverse("year:follow_up_share", args=[wish])
    html = signed_in(cast.anna).post(url, {"on": "2027-03-02"}).content.decode()
    assert "Den dag er ikke kommet endnu. Vælg den dag, du delte det." in html
    signed_in(cast.anna).post(url, {"on": "2027-03-01"})
    assert str(FollowUp.objects.get().shared_on) == "2027-03-01"


def test_leader_says_what_is_in_the_way(cast: Cast) -> None:
    wish = granted(cast).wish_id
    url = reverse("year:follow_up_note", args=[wish])
    html = signed_in(cast.tove).post(url, {"used": "no", "words": ""}).content.decode()
    assert ("Skriv, hvad der står i vejen." in html, FollowUp.objects.count()) == (True, 0)
    signed_in(cast.tove).post(url, {"used": "no", "words": "Opgaven er flyttet."})
    html = signed_in(cast.anna).get(reverse("year:follow_up", args=[wish])).content.decode()
    assert "Opgaven er flyttet." in html


def test_a_refusal_has_nothing_to_follow_up(cast: Cast) -> None:
    wish = answered(autumn.submitted(cast)).wish_id
    assert signed_in(cast.anna).get(reverse("year:follow_up", args=[wish])).status_code == 404
    assert reverse("year:follow_up", args=[wish]) not in (
        signed_in(cast.anna).get(reverse("year:answer", args=[wish])).content.decode()
    )


@time_machine.travel(IN_MARCH)
def test_list_of_the_leader_asks_the_same_number_of_queries_for_one_and_three(
    cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    url, client = reverse("year:follow_ups") + "?show=coming", signed_in(cast.tove)
    granted(cast)
    client.get(url)
    with django_assert_num_queries(7):
        assert client.get(url).content.decode().count("Kursus i konflikter") == 1
    today = IN_MARCH.date()
    for employee in (cast.bo, cast.tess):
        wish = autumn.submitted(cast, employee, starts_on=today)
        answered(wish, outcome=Outcome.GRANTED)
        follow_up.plan(wish=wish, facts=follow_up.Plan("I to sager.", today, today), by=employee, at=IN_MARCH)
    with django_assert_num_queries(7):
        assert client.get(url).content.decode().count("Kursus i konflikter") == 3
