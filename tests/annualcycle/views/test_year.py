import re

import pytest
from django.test import Client
from django.urls import reverse

from annualcycle.domain import calendar_feeds
from annualcycle.models import Budget, Cycle
from tests.annualcycle.year import draft_year, invited, published_year
from tests.cast import Cast


def test_a_date_out_of_order_is_named_and_what_was_typed_stays(cast: Cast, client: Client) -> None:
    cycle = draft_year(cast)
    client.force_login(cast.mads)
    dates = {field.name: field.value_from_object(cycle) for field in Cycle._meta.fields if field.name.endswith("_on")}
    data = {name: f"{day:%Y-%m-%d}" for name, day in dates.items()} | {"feedback_by": "2026-12-01"}
    page = client.post(reverse("year:cycle_dates", args=[cycle.pk]), data).content.decode()
    assert ["Det skal ligge efter" in page, 'value="2026-12-01"' in page] == [True, True]


@pytest.mark.parametrize(
    ("total", "reserve", "shown"),
    [("mange", "0", "Skriv beløbet som et tal"), ("1.000", "2.000", "Reserven kan ikke være større")],
)
def test_a_budget_that_cannot_be_is_refused_in_words(
    cast: Cast, client: Client, total: str, reserve: str, shown: str
) -> None:
    cycle = draft_year(cast)
    client.force_login(cast.mads)
    page = client.post(reverse("year:cycle_budget", args=[cycle.pk]), {"total": total, "reserve": reserve})
    assert [shown in page.content.decode(), Budget.objects.get().total] == [True, None]


def test_the_budget_is_typed_in_kroner_and_kept_in_oere(cast: Cast, client: Client) -> None:
    cycle = draft_year(cast)
    client.force_login(cast.hanne)
    client.post(reverse("year:cycle_budget", args=[cycle.pk]), {"total": "850.000 kr.", "reserve": "170.000,50"})
    budget = Budget.objects.get()
    assert (budget.total, budget.reserve) == (85_000_000, 17_000_050)


def test_the_amounts_are_for_those_who_decide(cast: Cast, client: Client) -> None:
    cycle = published_year(cast)
    Budget.objects.update(total=98_765_400)
    seen = {}
    for name in ("anna", "tove", "mads", "hanne"):
        client.force_login(cast.member(name))
        seen[name] = "987.654" in client.get(reverse("year:cycle", args=[cycle.pk])).content.decode()
    assert seen == {"anna": False, "tove": True, "mads": True, "hanne": True}


def test_days_are_typed_with_a_comma_and_months_are_written_small(cast: Cast, client: Client) -> None:
    cycle = draft_year(cast)
    client.force_login(cast.mads)
    data = {"process": "Sådan", "threshold_amount": "6.000", "threshold_days": "2,5"}
    data |= {"seniority_years": "2", "substitute_months": "12", "first_grant_bonus": "6", "coverage_bonus": "4"}
    data |= {"history_points": "2", "history_years": "3", "team_grants": "1", "team_amount": "250.000"}
    client.post(reverse("year:cycle_rules", args=[cycle.pk]), data)
    page = client.get(reverse("year:cycle", args=[cycle.pk])).content.decode()
    assert ["6.000\u00a0kr. eller 2,5 dage" in page, "10. december 2026" in page] == [True, True]
    assert re.findall(r"Forslaget i december.*?</dl>", page, re.S)
    rules = re.findall(r"<dd data-rule>(.*?)</dd>", page)
    assert rules == ["6 point", "4 point", "2 point i 3 år", "mindst 1 bevilling", "højst 250.000\u00a0kr."]


def test_the_feed_has_the_dates_and_ones_own_talk_until_the_address_is_renewed(cast: Cast, client: Client) -> None:
    published_year(cast)
    invited(cast.anna, by=cast.tove)
    url = reverse("year:calendar_feed", args=[calendar_feeds.token_for(cast.anna)])
    text = client.get(url).content.decode()
    assert (text.count("BEGIN:VEVENT"), "Mødelokale 2" in text) == (8, True)
    calendar_feeds.renew(employee=cast.anna)
    assert client.get(url).status_code == 404
    assert client.get(reverse("year:calendar_feed", args=["made-up"])).status_code == 404
