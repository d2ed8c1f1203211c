"""Own trainers beside bought places: what counts, and what is not shown of few (source: T26)."""

from datetime import date, timedelta
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from annualcycle.models import Decision, FollowUp
from annualcycle.models.decisions import Outcome
from annualcycle.queries.bought import Bought, bought_by
from config.comparison import Side, compare
from tests.annualcycle import january
from tests.annualcycle.board import published_cycle
from tests.cast import Cast
from tests.trainers import working
from trainers.domain import sessions
from trainers.queries.taught import Taught, taught_in

LAST = date(2026, 12, 31)
FIRST = LAST - timedelta(days=364)
TAUGHT = Taught(preparation=10, teaching=20, people=6, places=9, units_seen=3, units_used=2)
BOUGHT = Bought(people=6, places=8, cost=6_400_000, asked=6, used=5)


def test_a_place_costs_the_hours_at_the_stated_price() -> None:
    found = compare(TAUGHT, BOUGHT, price=450, smallest=6)
    assert (found.own, found.bought) == (Side(9, 1_350_000, 70), Side(8, 6_400_000, 80))
    assert found.own
    assert found.own.each == 150_000


def test_fewer_than_six_people_are_not_shown() -> None:
    few = Bought(people=5, places=8, cost=6_400_000, asked=5, used=5)
    found = compare(Taught(10, 20, 5, 9, 3, 2), few, price=450, smallest=6)
    assert (found.own, found.bought) == (None, None)
    found = compare(TAUGHT, Bought(people=6, places=8, cost=6_400_000, asked=5, used=5), price=450, smallest=6)
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


@pytest.mark.parametrize("price", ["", "0", "-4", "dyrt", "9" * 10_000])
def test_a_price_that_is_none_leaves_the_usual_one(client: Client, cast: Cast, price: str) -> None:
    client.force_login(cast.hanne)
    page = client.get(reverse("comparison"), {"price": price})
    assert page.status_code == 200
    assert page.context["shown"].figures.price == 400
    assert page.context["shown"].form.errors


def test_excel_says_what_the_page_says(client: Client, cast: Cast) -> None:
    client.force_login(cast.hanne)
    lines = client.get(reverse("comparison"), {"price": 500}).context["lines"]
    answer = client.get(reverse("comparison_excel"), {"price": 500})
    rows = list(load_workbook(BytesIO(answer.content)).active.iter_rows(min_row=2, values_only=True))
    assert rows == [tuple(line) for line in lines]
