from datetime import UTC, date, datetime

import pytest

from annualcycle.domain import cycle as years
from annualcycle.domain import forecasts
from annualcycle.models import Budget, Cycle
from annualcycle.queries.forecasts import history_of
from tests.annualcycle.board import DECEMBER_DAY, IN_DECEMBER, published_cycle, submitted_wish
from tests.annualcycle.domain.test_proposals import scored
from tests.cast import Cast


@pytest.fixture
def cycle(cast: Cast) -> Cycle:
    return published_cycle(cast)


def year_before(cast: Cast) -> Cycle:
    """2025, whose reserve paid for two urgent needs in 2026, and whose December had two people."""
    before = years.ensure(unit=cast.bu, year=2025, by=cast.mads, at=datetime(2025, 7, 1, tzinfo=UTC))
    for fee in (300_000, 500_000):
        submitted_wish(before, cast.bo, title=f"{fee}", fee=fee, is_ad_hoc=True, why_now="Ny opgave.")
    for person, score in ((cast.anna, 5), (cast.eva, 3)):
        scored(submitted_wish(before, person), cast.mads, need=score)
    return before


def test_history_is_read_from_the_centre_itself(cast: Cast, cycle: Cycle) -> None:
    year_before(cast)
    submitted_wish(cycle, cast.anna)
    found = history_of(cycle, DECEMBER_DAY)
    assert [(one.year, one.urgent) for one in found.years] == [(2026, (300_000, 500_000))]
    assert found.years[0].people == (((640_000, 15, ()),), ((640_000, 9, ()),))
    # In June only half of the year's urgent needs have come, and they are not counted.
    assert history_of(cycle, date(2026, 6, 1)).years[0].urgent is None


def test_history_of_another_centre_counts_for_nothing(cast: Cast, cycle: Cycle) -> None:
    other = years.ensure(unit=cast.yd, year=2025, by=cast.ylva, at=datetime(2025, 7, 1, tzinfo=UTC))
    submitted_wish(other, cast.karl, is_ad_hoc=True, why_now="Ny opgave.")
    assert history_of(cycle, DECEMBER_DAY).years == ()


def test_a_simulation_starts_from_history_and_budget(cast: Cast, cycle: Cycle) -> None:
    year_before(cast)
    said = forecasts.assumed(cycle=cycle, history=history_of(cycle, DECEMBER_DAY))
    assert (said.budget, said.reserve, said.urgent, said.urgent_cost, said.people) == (
        5_000_000, 1_000_000, 2.0, 400_000, 2.0,
    )  # fmt: skip


def test_a_kept_run_is_repeated_when_history_has_changed(cast: Cast, cycle: Cycle) -> None:
    before = year_before(cast)
    Budget.objects.filter(cycle=cycle).update(placed=200_000, agreed=100_000)
    said = forecasts.assumed(cycle=cycle, history=history_of(cycle, DECEMBER_DAY))
    run = forecasts.make(cycle=cycle, said=said, by=cast.mads, at=IN_DECEMBER, on=DECEMBER_DAY)
    before.wishes.all().delete()
    run.refresh_from_db()
    assert forecasts.again(run) == run.answer
    assert (run.given["placed"], run.given["seed"], run.made_by, run.cycle) == (300_000, 2027, cast.mads, cycle)
    assert forecasts.assumed_in(run) == said
    assert "Ærø" not in str(run.given)


def test_a_simulation_changes_no_budget(cast: Cast, cycle: Cycle) -> None:
    said = forecasts.assumed(cycle=cycle, history=history_of(cycle, DECEMBER_DAY))
    before = Budget.objects.values().get(cycle=cycle)
    forecasts.make(cycle=cycle, said=said, by=cast.mads, at=IN_DECEMBER, on=DECEMBER_DAY)
    assert Budget.objects.values().get(cycle=cycle) == before
