from collections.abc import Iterator

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from annualcycle.domain import forecasts
from annualcycle.models import Cycle, ForecastRun
from annualcycle.queries.forecasts import history_of
from tests.annualcycle.board import DECEMBER_DAY, IN_DECEMBER, published_cycle
from tests.annualcycle.domain.test_forecasts import year_before
from tests.annualcycle.views.test_december import read, signed_in
from tests.cast import Cast


@pytest.fixture(autouse=True)
def _december(cast: Cast) -> Iterator[None]:
    with time_machine.travel(IN_DECEMBER, tick=False):
        yield


@pytest.fixture
def cycle(cast: Cast) -> Cycle:
    return published_cycle(cast)


WRITTEN = {
    "budget": "50.000", "reserve": "10.000", "less": "10", "met": "90", "urgent": "2,5", "urgent_cost": "4.000",
    "people": "2", "price": "3,5", "price_spread": "2", "price_before": "3", "turnover": "10", "newcomers": "30",
    "seed": "7",
}  # fmt: skip


def simulated(client: Client, cycle: Cycle, **changed: str) -> str:
    response = client.post(reverse("year:ahead_run", args=[cycle.pk]), WRITTEN | changed, follow=True)
    assert response.status_code == 200
    return " ".join(response.content.decode().replace("\u00a0", " ").split())


def test_the_page_starts_from_the_centres_own_years(cast: Cast, cycle: Cycle) -> None:
    year_before(cast)
    page = read(signed_in(cast.mads), "ahead", cycle.pk)
    assert '<th scope="row">2026</th><td class="num">2</td><td class="num">2</td>' in page
    assert 'value="4.000"' in page or "4000" in page
    assert ForecastRun.objects.count() == 0


def test_a_simulation_is_shown_kept_and_opened_again(cast: Cast, cycle: Cycle) -> None:
    year_before(cast)
    client = signed_in(cast.tove)
    page = simulated(client, cycle)
    run = ForecastRun.objects.get()
    assert (run.made_by, run.given["urgent"], run.given["price"], run.given["seed"]) == (cast.tove, 2.5, 3.5, 7)
    reserve = forecasts.answer_of(run).reserve
    assert reserve is not None
    assert "opfylder 90 % af de akutte behov" in page
    assert f"?run={run.pk}" in page
    simulated(client, cycle, seed="8")
    assert 'value="7"' in read(client, "ahead", cycle.pk, query=f"?run={run.pk}")
    assert 'value="8"' in read(client, "ahead", cycle.pk)


def test_bad_input_is_told_in_words_and_what_was_typed_stays(cast: Cast, cycle: Cycle) -> None:
    page = simulated(signed_in(cast.mads), cycle, reserve="60.000", price="mange", less="0")
    assert ForecastRun.objects.count() == 0
    assert "Reserven kan ikke være større end budgettet." in page
    assert 'value="mange"' in page
    assert 'value="60.000"' in page
    assert "Der er ikke simuleret noget." in page


def test_a_run_of_another_year_is_not_shown(cast: Cast, cycle: Cycle) -> None:
    said = forecasts.assumed(cycle=cycle, history=history_of(cycle, DECEMBER_DAY))
    run = forecasts.make(cycle=cycle, said=said, by=cast.mads, at=IN_DECEMBER, on=DECEMBER_DAY)
    before = year_before(cast)
    response = signed_in(cast.mads).get(reverse("year:ahead", args=[before.pk]) + f"?run={run.pk}")
    assert response.status_code == 404
