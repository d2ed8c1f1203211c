from datetime import date, timedelta

import pytest

from annualcycle.phases import Phase, phase_on, spans
from tests.annualcycle.year import draft_year, published_year
from tests.cast import Cast


@pytest.mark.parametrize(
    ("day", "phase"),
    [
        (date(2026, 7, 31), Phase.PREPARATION),
        (date(2026, 8, 1), Phase.TALKS),
        (date(2026, 11, 30), Phase.TALKS),
        (date(2026, 12, 1), Phase.PRIORITISATION),
        (date(2026, 12, 10), Phase.PRIORITISATION),
        (date(2026, 12, 11), Phase.ANSWERS),
        (date(2026, 12, 22), Phase.ANSWERS),
        (date(2026, 12, 23), Phase.ORIENTATION),
        (date(2027, 2, 12), Phase.ORIENTATION),
        (date(2027, 2, 13), Phase.LEARNING),
        (date(2028, 1, 1), Phase.LEARNING),
    ],
)
def test_phase_on_follows_the_dates_inclusive(cast: Cast, day: date, phase: Phase) -> None:
    assert phase_on(published_year(cast), day) == phase


def test_an_unpublished_year_is_in_preparation_whatever_the_day(cast: Cast) -> None:
    assert phase_on(draft_year(cast), date(2026, 10, 1)) == Phase.PREPARATION


def test_spans_fill_the_year_without_gaps(cast: Cast) -> None:
    found = spans(draft_year(cast))
    assert [span.starts for span in found[1:]] == [span.ends + timedelta(days=1) for span in found[:-1]]
    assert (found[0].starts, found[-1].ends) == (date(2026, 8, 1), date(2027, 7, 31))


def test_a_phase_without_days_is_left_out(cast: Cast) -> None:
    cycle = draft_year(cast)
    cycle.feedback_by = cycle.decide_on
    assert [span.phase for span in spans(cycle)] == [
        Phase.TALKS,
        Phase.PRIORITISATION,
        Phase.ORIENTATION,
        Phase.LEARNING,
    ]
