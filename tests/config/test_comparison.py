"""Own trainers beside bought places: what counts, and what is not shown of few (source: T26)."""

from dataclasses import asdict, replace
from datetime import date, datetime, timedelta
from io import BytesIO
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from annualcycle.models import Decision, FollowUp
from annualcycle.models.decisions import Outcome
from annualcycle.queries.bought import Bought, bought_by
from competence.domain import settings
from config.comparison import Side, compare, from_json, year_shown
from tests.annualcycle import january
from tests.annualcycle.board import published_cycle
from tests.cast import Cast
from tests.trainers import working
from trainers.domain import compared, sessions
from trainers.models import ComparedYear, Mandate
from trainers.queries.taught import Taught, taught_in

LAST = date(2026, 12, 31)
FIRST = LAST - timedelta(days=364)
NEW_YEAR = datetime(2027, 1, 4, 9, tzinfo=ZoneInfo("Europe/Copenhagen"))
TAUGHT = Taught(preparation=10, teaching=20, people=6, places=9, units_seen=6, units_used=4)
BOUGHT = Bought(people=6, places=8, cost=6_400_000, asked=6, used=5)


def test_a_place_costs_the_hours_at_the_stated_price() -> None:
    found = compare(TAUGHT, BOUGHT, price=45_000, smallest=6)
    assert (found.own, found.bought) == (Side(9, 1_350_000, 70), Side(8, 6_400_000, 80))
    assert found.own
    assert found.own.each == 150_000


def test_fewer_than_six_people_are_not_shown() -> None:
    few = Bought(people=5, places=8, cost=6_400_000, asked=5, used=5)
    found = compare(Taught(10, 20, 5, 9, 6, 4), few, price=45_000, smallest=6)
    assert (found.own, found.bought) == (None, None)
    found = compare(TAUGHT, Bought(people=6, places=8, cost=6_400_000, asked=5, used=5), price=45_000, smallest=6)
    assert found.bought == Side(8, 6_400_000, None)


def test_hours_are_those_of_the_days_within_and_who_came_is_counted(cast: Cast) -> None:
    """Of 17 December to 13 January, two weeks lie in the year: 3 hours with colleagues and 1 of preparation a week."""
    (mandate,) = working.ready(cast)
    held = working.planned(mandate, cast)
    sessions.invite(session=held, employees=[cast.anna, cast.tess, cast.karl], at=working.MORNING)
    came = held.participants.exclude(employee=cast.karl).values_list("pk", flat=True)
    sessions.hold(session=held, came=list(came), notes="", follow_up_on=None, at=working.MORNING)
    year = taught_in(cast.nordby, FIRST, LAST)
    assert (year.people, year.places) == (2, 2)
    weeks = taught_in(cast.nordby, date(2026, 12, 17), date(2026, 12, 30))
    assert (weeks.preparation, weeks.teaching) == (2, 6)
    assert taught_in(cast.sydby, FIRST, LAST) == Taught(0, 0, 0, 0, 0, 0)


def test_bought_places_are_granted_courses_of_others_and_asked_after_eight_weeks(cast: Cast) -> None:
    cycle = published_cycle(cast)
    ended: dict[str, Any] = {"is_external": True, "fee": 900_000, "ends_on": LAST - timedelta(weeks=9)}
    for person in (cast.anna, cast.eva, cast.tess):
        january.decided(cycle, person, Outcome.GRANTED, **ended)
    january.decided(cycle, cast.bo, Outcome.NOT_MET, **ended)
    january.decided(cycle, cast.karl, Outcome.GRANTED, **ended | {"ends_on": LAST + timedelta(days=1)})
    january.release(cast, cycle)
    for decision, used in zip(Decision.objects.order_by("pk"), ("yes", "no"), strict=False):
        FollowUp.objects.create(
            decision=decision, due_on=LAST, used=used, followed_at=working.MORNING, followed_by=cast.tove
        )
    found = bought_by(cast.nordby, FIRST, LAST)
    spent = sum(Decision.objects.order_by("pk").values_list("amount", flat=True)[:3])
    assert found == Bought(people=3, places=3, cost=spent, asked=2, used=1)
    assert bought_by(cast.sydby, FIRST, LAST).places == 0


def test_an_answer_given_after_the_year_changes_no_figure(cast: Cast) -> None:
    """The attack: what a leader answered in January is the difference between two days' figures."""
    cycle = published_cycle(cast)
    ended = LAST - timedelta(weeks=9)
    january.decided(cycle, cast.anna, Outcome.GRANTED, is_external=True, fee=900_000, ends_on=ended)
    january.release(cast, cycle)
    before = bought_by(cast.nordby, FIRST, LAST)
    later = working.MORNING.replace(year=LAST.year + 1, month=1, day=4)
    decision = Decision.objects.get()
    FollowUp.objects.create(decision=decision, due_on=LAST, used="no", followed_at=later, followed_by=cast.tove)
    assert (before.places, before.asked) == (1, 0)
    assert bought_by(cast.nordby, FIRST, LAST) == before


def test_a_share_in_fewer_units_than_the_smallest_group_is_not_shown() -> None:
    """One unit looked at would tell by 0 or 100 per cent how it does."""
    found = compare(replace(TAUGHT, units_seen=5, units_used=5), BOUGHT, price=45_000, smallest=6)
    assert found.own == Side(9, 1_350_000, None)


def test_every_day_of_a_year_shows_the_same_whole_year() -> None:
    """Two windows with days in common would tell by subtraction who came on the days they do not share."""
    days = [date(2026, 1, 1) + timedelta(days=number) for number in range(365)]
    assert {year_shown(day) for day in days} == {(date(2025, 1, 1), date(2025, 12, 31))}
    assert year_shown(date(2027, 1, 1)) == (date(2026, 1, 1), date(2026, 12, 31))


def test_the_price_of_an_hour_is_the_municipalitys_rule_on_the_last_day_of_the_year(client: Client, cast: Cast) -> None:
    client.force_login(cast.hanne)
    assert _price(client) == 40_000
    last = year_shown(timezone.localdate())[1]
    day = timedelta(days=1)
    for value, starts_on in ((30_000, last - day), (52_500, last), (90_000, last + day)):
        settings.set_rule(
            unit=cast.nordby, kind="trainer_hour", value=value, starts_on=starts_on, reason="Ny overenskomst"
        )
    settings.set_rule(unit=cast.sydby, kind="trainer_hour", value=11_100, starts_on=last, reason="Sydbys egen")
    assert _price(client) == 52_500


def test_hr_sets_the_price_in_the_browser_for_the_whole_municipality_only(client: Client, cast: Cast) -> None:
    client.force_login(cast.hanne)
    last = year_shown(timezone.localdate())[1]
    sent = {"kind": "trainer_hour", "value": "612,50", "starts_on": last.isoformat(), "reason": "Ny overenskomst"}
    refused = client.post(reverse("rule_new"), sent | {"unit": cast.bu.pk})
    assert refused.context["form"].errors.keys() == {"unit"}
    assert _price(client) == 40_000
    client.post(reverse("rule_new"), sent | {"unit": cast.nordby.pk})
    assert _price(client) == 61_250


def _price(client: Client) -> int:
    price: int = client.get(reverse("comparison")).context["shown"].figures.price
    return price


def test_excel_says_what_the_page_says(client: Client, cast: Cast) -> None:
    client.force_login(cast.hanne)
    lines = client.get(reverse("comparison")).context["lines"]
    answer = client.get(reverse("comparison_excel"))
    rows = list(load_workbook(BytesIO(answer.content)).active.iter_rows(min_row=2, values_only=True))
    assert rows == [tuple(line) for line in lines]


def test_attendance_written_after_the_figures_are_fixed_changes_none_of_them(client: Client, cast: Cast) -> None:
    (mandate,) = working.ready(cast)
    _taught(cast, mandate, at=working.MORNING)
    with time_machine.travel(NEW_YEAR, tick=False) as clock:
        client.force_login(cast.hanne)
        client.post(reverse("comparison_keep"))
        before = client.get(reverse("comparison"))
        clock.move_to(NEW_YEAR + timedelta(days=30))
        client.force_login(cast.hanne)
        _taught(cast, mandate, at=NEW_YEAR + timedelta(days=30))
        after = client.get(reverse("comparison"))
        rows = list(load_workbook(BytesIO(client.get(reverse("comparison_excel")).content)).active.values)
    assert before.context["lines"][0].own == after.context["lines"][0].own == "7"
    assert after.context["lines"] == before.context["lines"] == [tuple(row) for row in rows[1:]]
    assert "som de var 4. januar 2027" in after.content.decode()


def test_a_year_that_is_not_fixed_still_moves(client: Client, cast: Cast) -> None:
    """Also the year after one that is fixed: each is fixed on its own."""
    (mandate,) = working.ready(cast)
    with time_machine.travel(NEW_YEAR, tick=False) as clock:
        client.force_login(cast.hanne)
        client.post(reverse("comparison_keep"))
        _taught(cast, mandate, at=NEW_YEAR, starts_at=NEW_YEAR - timedelta(hours=5))
        clock.move_to(NEW_YEAR.replace(year=2028))
        client.force_login(cast.hanne)
        first = client.get(reverse("comparison"))
        _taught(cast, mandate, at=NEW_YEAR.replace(year=2028), starts_at=NEW_YEAR)
        second = client.get(reverse("comparison"))
    assert [page.context["lines"][0].own for page in (first, second)] == ["7", "14"]
    assert "tæller stadig" in second.content.decode()


def test_a_year_is_fixed_once_and_only_when_it_is_over(client: Client, cast: Cast) -> None:
    told: dict[str, Any] = {"municipality": cast.nordby, "figures": {}, "by": cast.hanne, "at": NEW_YEAR}
    with pytest.raises(compared.NotOver):
        compared.keep(year=2027, **told)
    compared.keep(year=2026, **told)
    with pytest.raises(compared.KeptAlready):
        compared.keep(year=2026, **told)
    with time_machine.travel(NEW_YEAR, tick=False):
        client.force_login(cast.hanne)
        assert client.post(reverse("comparison_keep")).status_code == 302
    assert list(ComparedYear.objects.values_list("year", "figures")) == [(2026, {})]


def test_fixed_figures_are_read_as_they_were_and_keep_nothing_of_few() -> None:
    few = compare(replace(TAUGHT, people=5), BOUGHT, price=45_000, smallest=6)
    assert from_json(asdict(few)) == few
    assert (few.own, few.preparation, few.teaching) == (None, 0, 0)
    both = compare(TAUGHT, BOUGHT, price=45_000, smallest=6)
    assert from_json(asdict(both)) == both


def _taught(cast: Cast, mandate: Mandate, *, at: datetime, **changes: Any) -> None:
    """Seven people come to a session."""
    held = working.planned(mandate, cast, **changes)
    people = [cast.anna, cast.tess, cast.karl, cast.eva, cast.mette, cast.dan, cast.finn]
    sessions.invite(session=held, employees=people, at=at)
    came = held.participants.values_list("pk", flat=True)
    sessions.hold(session=held, came=list(came), notes="", follow_up_on=None, at=at)
