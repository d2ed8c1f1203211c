"""The year wheel's geometry."""

from datetime import date

from competence.wheel import Phase, angle, arc_path, wheel

TALKS = Phase("talks", "Samtaler og planer", date(2026, 8, 1), date(2026, 11, 30), "teal", "Samtaler")
RANKING = Phase("ranking", "Prioritering", date(2026, 12, 1), date(2026, 12, 21), "rust")


def test_year_begins_at_the_top_and_goes_clockwise() -> None:
    assert [round(angle(day)) for day in (date(2026, 1, 1), date(2026, 4, 2), date(2026, 7, 2), date(2026, 10, 1))] == [
        0,
        90,
        180,
        269,
    ]


def test_arc_runs_to_the_end_of_its_last_day() -> None:
    assert arc_path(date(2026, 1, 1), date(2026, 12, 31)).startswith("M160.0 36.0A114 114 0 1 1 159.8 36.0L")


def test_arc_crosses_new_year() -> None:
    begin, end = arc_path(date(2026, 12, 22), date(2027, 1, 10)).split("A114")
    assert (begin, end.split("L")[0]) == ("M140.5 37.7", " 114 0 0 1 179.5 37.7")


def test_current_phase_and_its_days_left_count_today() -> None:
    drawn = wheel([TALKS, RANKING], date(2026, 11, 22))
    assert (drawn.current, drawn.days_left) == (TALKS, 9)


def test_between_phases_there_is_no_current_one() -> None:
    drawn = wheel([TALKS, RANKING], date(2026, 12, 24))
    assert (drawn.current, drawn.days_left) == (None, 0)


def test_only_this_month_is_marked() -> None:
    marked = [mark.first.month for mark in wheel([], date(2026, 11, 22)).months if mark.current]
    assert marked == [11]
