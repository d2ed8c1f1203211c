"""The rules of the funds: shipped with their days, kept by HR in the browser (source: S52)."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.urls import reverse

from competence.domain import units
from strategy.domain import fund_rules as domain
from strategy.domain.fund_rules import RuleFacts
from strategy.models import FundRule
from tests.cast import Cast

AT = datetime(2026, 10, 15, 10, 0, tzinfo=UTC)
FUND = "Den Kommunale Kompetencefond"
PAGE = "/strategy/funding/rules/"
NB = "\u00a0"
# Where those of the fund that hold on other days begin.
OTHER_DAYS = '<details class="below-small more">'
TYPED = {"fund": FUND, "kind": "ceiling", "amount": "35.000", "valid_from": "2027-01-01", "reason": "Nyt loft"}


def ceiling(cast: Cast, first: date = date(2022, 1, 1)) -> FundRule:
    return FundRule.objects.of_municipality(cast.nordby).get(kind="ceiling", valid_from=first)


def said_on(cast: Cast, on: date, kind: str = "ceiling") -> list[str]:
    return [row.said for row in FundRule.objects.of_municipality(cast.nordby).filter(kind=kind).meeting(on, on)]


def page_on(client: Client, on: str) -> str:
    return client.get(PAGE, {"on": on}).content.decode()


@pytest.mark.parametrize(("on", "kroner"), [(date(2021, 12, 31), "25.000"), (date(2022, 1, 1), "30.000")])
def test_the_ceiling_for_a_person_is_that_of_the_day(cast: Cast, on: date, kroner: str) -> None:
    assert said_on(cast, on) == [f"Højst {kroner}{NB}kr. for en person på 12 måneder."]


def test_the_page_of_rules_shows_those_of_the_day(cast: Cast, client: Client) -> None:
    client.force_login(cast.anna)
    pages = [page_on(client, on) for on in ("2021-12-31", "2022-01-01")]
    assert [(f"25.000{NB}kr." in page, f"30.000{NB}kr." in page) for page in pages] == [(True, False), (False, True)]


def test_every_kind_is_told_in_a_sentence(cast: Cast, client: Client) -> None:
    client.force_login(cast.anna)
    page = page_on(client, "2026-10-15")
    for said in (
        "Fonden betaler 80 procent.",
        "Ansøg tidligst 9 måneder før start.",
        "Ansøg senest 1 dag før start.",
        "Fra 5 personer med samme arbejdsplads, uddannelse og overenskomst skal gruppen godkendes først.",
        "Fonden svarer inden for 14 dage.",
    ):
        assert said in page


def test_a_new_municipality_knows_the_funds_of_its_own_country(cast: Cast) -> None:
    granby = units.found_municipality(code="GRA", name="Granby kommun", language="sv")
    funds = [
        set(FundRule.objects.of_municipality(root).values_list("fund", flat=True)) for root in (cast.nordby, granby)
    ]
    assert funds == [{FUND}, {"Omställningsfonden (KOM-KR)"}]


def test_loading_twice_changes_nothing_and_a_changed_file_comes_in(cast: Cast) -> None:
    shipped = domain.rules_in(domain.SHIPPED)
    changed = tuple(
        replace(one, facts=replace(one.facts, valid_to=date(2026, 12, 31)))
        if one.code == "kompetencefond-ceiling-2022"
        else one
        for one in shipped
    )
    facts = RuleFacts(FUND, "ceiling", date(2027, 1, 1), money=3_500_000)
    changed = (*changed, domain.Shipped("kompetencefond-ceiling-2027", "da", facts))
    assert [domain.load(municipality=cast.nordby, rules=rules) for rules in (shipped, changed, changed)] == [0, 2, 0]
    connection.check_constraints()
    days = [date(2026, 12, 31), date(2027, 1, 1)]
    assert [said_on(cast, day) for day in days] == [
        [f"Højst {kroner}{NB}kr. for en person på 12 måneder."] for kroner in ("30.000", "35.000")
    ]


def test_what_hr_has_written_goes_before_the_file(cast: Cast) -> None:
    old = ceiling(cast)
    facts = RuleFacts(FUND, "ceiling", old.valid_from, date(2025, 12, 31), money=3_000_000)
    domain.save(rule=old, facts=facts, reason="slut", at=AT)
    new = RuleFacts(FUND, "ceiling", date(2026, 1, 1), money=4_000_000)
    domain.save(rule=FundRule(municipality=cast.nordby), facts=new, reason="nyt", at=AT)
    later = domain.Shipped("kompetencefond-ceiling-2027", "da", replace(new, valid_from=date(2027, 1, 1)))
    assert domain.load(municipality=cast.nordby, rules=(*domain.rules_in(domain.SHIPPED), later)) == 0
    assert (ceiling(cast).valid_to, said_on(cast, date(2027, 1, 1))) == (
        date(2025, 12, 31),
        [f"Højst 40.000{NB}kr. for en person på 12 måneder."],
    )


def test_two_rules_of_a_kind_never_hold_on_one_day(cast: Cast) -> None:
    facts = RuleFacts(FUND, "ceiling", date(2027, 1, 1), money=3_500_000)
    with pytest.raises(domain.HoldsAlready):
        domain.save(rule=FundRule(municipality=cast.nordby), facts=facts, reason="nyt", at=AT)
    with pytest.raises(IntegrityError):
        _write_second_share(cast)


@transaction.atomic
def _write_second_share(cast: Cast) -> None:
    FundRule.objects.create(municipality=cast.nordby, fund=FUND, kind="share", number=50, valid_from=date(2027, 1, 1))
    connection.check_constraints()


def test_hr_ends_a_rule_and_adds_the_next_in_the_browser(cast: Cast, client: Client) -> None:
    client.force_login(cast.hanne)
    new = reverse("strategy:fund_rule_new")
    refused = client.post(new, TYPED).content.decode()
    assert ("Lad det ene af dem slutte først." in refused, 'value="35.000"' in refused) == (True, True)
    end = TYPED | {"amount": "30.000", "valid_from": "2022-01-01", "valid_to": "2026-12-31"}
    client.post(reverse("strategy:fund_rule", args=[ceiling(cast).pk]), end)
    client.post(new, TYPED | {"fund": "den kommunale  Kompetencefond"})
    pages = [page_on(client, on) for on in ("2026-12-31", "2027-01-01")]
    assert ["30.000" in page.split(OTHER_DAYS)[0] for page in pages] == [True, False]
    assert ["35.000" in page.split(OTHER_DAYS)[0] for page in pages] == [False, True]
    rows = FundRule.pgh_event_model.objects  # type: ignore[attr-defined]  # set by pghistory
    reasons = rows.filter(pgh_label="update").values_list("pgh_context__metadata__reason", flat=True)
    assert list(reasons) == ["Nyt loft"]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"amount": ""}, "Skriv tallet."),
        ({"amount": "mange"}, "Skriv beløbet som et tal"),
        ({"kind": "share", "amount": "101"}, "Højst 100 procent."),
        ({"kind": "latest", "amount": "1,5"}, "Skriv et helt tal."),
        ({"kind": "group", "amount": "1000"}, "Tjek tallet."),
        ({"kind": "other", "amount": "5"}, "Sådan en regel har ikke et tal."),
        ({"kind": "other", "amount": ""}, "Skriv, hvad reglen siger."),
        ({"valid_to": "2026-12-31"}, "Den sidste dag ligger før den første."),
    ],
)
def test_what_does_not_fit_is_told_in_place(cast: Cast, client: Client, typed: dict[str, str], said: str) -> None:
    client.force_login(cast.hanne)
    before = FundRule.objects.count()
    page = client.post(reverse("strategy:fund_rule_new"), TYPED | typed).content.decode()
    assert (said in page, "Nyt loft" in page, FundRule.objects.count()) == (True, True, before)


def test_the_second_of_two_who_change_a_rule_is_told(cast: Cast, client: Client) -> None:
    client.force_login(cast.hanne)
    url = reverse("strategy:fund_rule", args=[ceiling(cast).pk])
    mark = client.get(url).context["form"].now
    mine = TYPED | {"amount": "31.000", "valid_from": "2022-01-01", "seen": mark}
    client.post(url, mine | {"amount": "32.000"})
    page = client.post(url, mine).content.decode()
    assert ("En anden har gemt, siden du åbnede siden." in page, 'value="31.000"' in page) == (True, True)
    assert said_on(cast, date(2026, 10, 15)) == [f"Højst 32.000{NB}kr. for en person på 12 måneder."]


def test_only_those_who_keep_the_rules_see_other_days_and_the_way_to_change(cast: Cast, client: Client) -> None:
    shown = []
    for person in (cast.anna, cast.mads, cast.hanne):
        client.force_login(person)
        page = page_on(client, "2026-10-15")
        shown.append((f"25.000{NB}kr." in page, "Tilføj en regel" in page))
    assert shown == [(False, False), (False, False), (True, True)]
