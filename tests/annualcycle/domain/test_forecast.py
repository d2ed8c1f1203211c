"""The year simulated in advance, without a database."""

from dataclasses import replace
from random import Random

import pytest

from annualcycle.domain import forecast as ahead
from annualcycle.domain.forecast import Given, Past, Want, Year, forecast, measured
from config.bench.ahead import FINE, LEAST, MOST, centre, coverage

NOISE = 0.03


@pytest.fixture
def given() -> Given:
    """Five years of an invented centre."""
    return centre(Random(5), draws=120)[0]


def test_the_same_assumptions_and_seed_give_the_same_answer(given: Given) -> None:
    assert forecast(given) == forecast(given)
    assert forecast(replace(given, seed=8)) != forecast(given)


def test_a_kept_simulation_is_repeated_from_what_was_kept(given: Given) -> None:
    kept = ahead.as_json(given)
    assert ahead.given_from(kept) == given
    answer = ahead.as_json(forecast(given))
    assert ahead.as_json(forecast(ahead.given_from(kept))) == answer
    assert ahead.forecast_from(answer) == forecast(given)


def test_the_reserve_is_the_first_round_amount_that_meets_what_is_asked_for(given: Given) -> None:
    found = forecast(given)
    assert found.reserve is not None
    below = [one.met for one in found.steps if one.reserve < found.reserve]
    assert max(below) < given.met <= next(one.met for one in found.steps if one.reserve == found.reserve)
    assert found.now.reserve == given.reserve


def test_a_need_that_does_not_fit_leaves_the_money_to_the_next_one() -> None:
    found = ahead.step([[600, 900, 300], [1_000]], 1_000)
    assert (found.met, found.low, found.high) == (75, 66, 100)


def test_a_year_is_measured_by_hand(given: Given) -> None:
    known = replace(given, budget=1_000, reserve=200, placed=100, less=30, met=90, max_per_person=1)
    people = ((Want(400, 12, ("a",)), Want(300, 10, ("b",))), (Want(300, 6, ("b",)),))
    found = measured(Year((50, 20), people), known)
    # 700 pays for the ten points and the six; with 30 per cent less, 400 pays for the ten alone.
    assert found == {
        "urgent": 2, "urgent_cost": 70, "needed": 70,
        "points": 16, "persons": 2, "wishes": 2, "needs": 1,
        "less_points": 10, "less_persons": 1, "less_wishes": 1, "less_needs": 1,
        "lost_points": 6, "lost_persons": 1, "lost_wishes": 1, "lost_needs": 0,
    }  # fmt: skip


def test_less_money_never_gives_more_in_the_middle_of_the_years(given: Given) -> None:
    spreads = forecast(replace(given, less=25)).spreads
    for key in ("points", "persons", "wishes"):
        assert spreads[f"less_{key}"].mid < spreads[key].mid
        assert spreads[f"lost_{key}"].mid > 0


def test_prices_and_turnover_raise_what_urgent_needs_ask_for(given: Given) -> None:
    before = forecast(given).spreads["urgent_cost"].mid
    assert forecast(replace(given, price=20.0)).spreads["urgent_cost"].mid > before * 1.1
    assert forecast(replace(given, turnover=30.0)).spreads["urgent"].mid > forecast(given).spreads["urgent"].mid * 1.3


def test_earlier_prices_are_lifted_to_those_of_the_year_before() -> None:
    past = (Past(2024, (100_000,), ()), Past(2026, (300_000,), ()))
    assert ahead.mean_cost(past, 2027, 10.0) == (121_000 + 300_000) // 2


def test_without_history_only_what_is_assumed_is_drawn(given: Given) -> None:
    found = forecast(replace(given, past=(), people=0.0, urgent=6.0, urgent_cost=500_000))
    assert set(found.spreads) == {"urgent", "urgent_cost", "needed"}
    assert found.spreads["urgent"].low < 6 < found.spreads["urgent"].high


def test_somebody_drawn_twice_does_not_stand_twice_in_one_place(given: Given) -> None:
    """Who it is can be told from the cost; the points are those of somebody whose wish costs about as much."""
    people = tuple((Want(10_000 * number, number, ("n",)),) for number in range(1, 41))
    known = replace(given, people=40.0, price_before=0, past=(Past(given.year - 1, (), people),))
    wants = [one[0] for year in ahead.simulated(known) for one in year.people]
    assert all(abs(one.points - one.cost // 10_000) <= 10 for one in wants)
    assert len({one.points for one in wants if one.cost == 200_000}) > 10


def test_intervals_cover_the_years_that_came() -> None:
    """120 invented centres with known parameters (600 in the bench); counts in whole steps are given their noise."""
    found = coverage(120, seed=1, draws=100)
    fine = {key: found.pop(key) for key in FINE}
    assert {key: share for key, share in fine.items() if not LEAST <= share <= MOST} == {}
    assert {key: share for key, share in found.items() if not LEAST - NOISE <= share <= MOST + NOISE} == {}
