from hypothesis import given
from hypothesis import strategies as st

from annualcycle.ledger import Standing, YearCount, counting, per_head, protected, share, standings, weights, without


def person(*years: tuple[int, int], first: int = 2022) -> list[YearCount]:
    """(granted, not met) of each year."""
    return [YearCount(year, *counts) for year, counts in enumerate(years, start=first)]


def test_the_time_without_begins_with_the_first_wish_not_met_after_the_last_grant() -> None:
    found = without(person((0, 1), (1, 0), (0, 0), (0, 1), (0, 0)))
    assert found is not None
    assert (found.since, found.years) == (2025, 2)


def test_who_got_something_last_or_never_wished_is_not_without() -> None:
    assert without(person((0, 1), (1, 1))) is None
    assert without(person((0, 0), (0, 0))) is None


def test_each_year_stands_on_the_years_until_then() -> None:
    people = [person((0, 1), (0, 1), (1, 0)), person((1, 0), (0, 0), (0, 1)), person((0, 0), (0, 0), (0, 0))]
    assert standings(people) == [Standing(2022, 1, 1, 2), Standing(2023, 2, 1, 2), Standing(2024, 1, 0, 2)]


def test_nobody_is_told_of_in_a_protected_standing() -> None:
    waiting, given_something = [person((0, 1), (0, 1))] * 5, [person((1, 0), (1, 0))] * 20
    assert [(one.longest, one.tenths) for one in protected([*waiting, *given_something], 6)] == [(None, None)] * 2
    long = person((0, 1), (0, 0))
    found = protected([*waiting, long, *given_something], 6)
    assert [(one.longest, one.tenths) for one in found] == [(1, 2), (2, 2)]


@given(st.lists(st.tuples(st.integers(0, 2), st.integers(0, 2)), min_size=3, max_size=3), st.integers(1, 8))
def test_a_group_below_the_smallest_never_changes_what_is_shown_of_the_longest_time(
    years: list[tuple[int, int]], smallest: int
) -> None:
    found = protected([person(*years)] * (smallest - 1), smallest)
    assert {one.longest for one in found} <= {None}
    assert {one.tenths for one in found} <= {None}


def test_a_share_has_the_interval_of_wilson() -> None:
    """Textbook figures: 8 of 10 lies between 49,0 and 94,3 per cent."""
    found = share(8, 10)
    assert (round(found.value), round(found.low, 1), round(found.high, 1)) == (80, 49.0, 94.3)
    assert (share(0, 5).low, share(5, 5).high) == (0, 100)


def test_kroner_a_head_count_those_who_got_nothing_and_their_years() -> None:
    heads = [(600_000, 3), (0, 3), (0, 2)]
    found = per_head(heads)
    assert found.value == 75_000
    assert found.low == 0
    assert found.low <= found.value <= found.high
    assert per_head(list(reversed(heads))) == found


def test_earlier_years_count_within_the_published_window_and_not_after_a_grant() -> None:
    assert counting([2022, 2024, 2025], (), year=2026, window=3) == [2024, 2025]
    assert counting([2023, 2025], [2024], year=2026, window=3) == [2025]
    assert counting([2026], (), year=2026, window=3) == []


def test_the_weight_falls_away_year_by_year_until_nothing_is_left() -> None:
    found = weights([2024, 2025], (), year=2026, window=3, points=2)
    assert [(one.year, one.points) for one in found] == [(2026, 4), (2027, 4), (2028, 2), (2029, 0)]
    assert weights([2020], (), year=2026, window=3, points=2) == []
    assert weights([2025], (), year=2026, window=3, points=0) == []


@given(st.sets(st.integers(2015, 2025)), st.sets(st.integers(2015, 2025)), st.integers(1, 5), st.integers(1, 9))
def test_the_weight_never_grows_by_waiting(refused: set[int], granted: set[int], window: int, points: int) -> None:
    found = [one.points for one in weights(refused, granted, year=2026, window=window, points=points)]
    assert found == sorted(found, reverse=True)
    assert found[-1:] in ([], [0])
    assert len(found) <= window + 1
