"""What comes again as its pages and the start page show it (sources: S15, S29, S34)."""

from datetime import date, timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from competence.models import Employee
from strategy.domain import duties
from strategy.models import BrushUp
from strategy.months import months_after
from strategy.queries import duties as queries
from tests.cast import TODAY, Cast
from tests.strategy.writing import AT, acting


def noted(cast: Cast, on: date = TODAY) -> duties.Noted:
    return duties.Noted(cast.tove, AT, on)


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 11, 15), 3, date(2027, 2, 15)),
        (date(2026, 12, 1), 12, date(2027, 12, 1)),
    ],
)
def test_months_after_keeps_the_day_or_the_last_of_the_month(day: date, months: int, later: date) -> None:
    assert months_after(day, months) == later


def test_grid_tells_each_quarter_of_a_team(cast: Cast) -> None:
    row = duties.offer_supervision(unit=cast.mod, starts_on=date(2026, 4, 10))
    held = date(2026, 5, 3)
    duties.note_quarter(supervision=row, year=2026, quarter=2, state="held", day=held, noted=noted(cast))
    [found] = queries.supervision_grid(cast.bu, 2026, TODAY)
    cells = [(cell.state, cell.day) for cell in found.cells]
    assert (cells, found.held) == ([("outside", None), ("held", held), ("open", None), ("coming", None)], 1)


def test_quarter_is_coming_until_its_last_day_is_over(cast: Cast) -> None:
    duties.offer_supervision(unit=cast.mod, starts_on=date(2026, 1, 1))
    days = [date(2026, 9, 30), date(2026, 10, 1)]
    states = [queries.supervision_grid(cast.mod, 2026, day)[0].cells[2].state for day in days]
    assert states == ["coming", "open"]


def test_grid_shows_the_units_own_teams_in_the_years_they_had_supervision(cast: Cast) -> None:
    row = duties.offer_supervision(unit=cast.mod, starts_on=date(2025, 1, 1))
    duties.end_supervision(supervision=row, on=date(2026, 2, 1))
    asked = [(cast.bu, 2024), (cast.bu, 2025), (cast.bu, 2026), (cast.bu, 2027), (cast.fam, 2026)]
    assert [len(queries.supervision_grid(unit, year, TODAY)) for unit, year in asked] == [0, 1, 1, 0, 0]


@pytest.mark.parametrize("teams", [1, 3])
def test_grid_takes_two_queries(cast: Cast, teams: int, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    for unit in (cast.mod, cast.fam, cast.bu)[:teams]:
        duties.offer_supervision(unit=unit, starts_on=date(2026, 1, 1))
    with django_assert_num_queries(2):
        assert len({str(row.supervision) for row in queries.supervision_grid(cast.bu, 2026, TODAY)}) == teams


def topic(cast: Cast, name: str, held: date | None) -> BrushUp:
    made = duties.add_brush_up(unit=cast.mod, topic=name, interval_months=12)
    if held:
        duties.note_brush_up(brush_up=made, day=held, noted=noted(cast))
    return made


def test_topics_stand_in_the_order_they_are_due(cast: Cast) -> None:
    for name, held in (
        ("Frisk", TODAY - timedelta(days=30)),
        ("Snart", date(2025, 11, 14)),
        ("For sent", date(2025, 10, 14)),
        ("Aldrig", None),
    ):
        topic(cast, name, held)
    found = [(row.brush_up.topic, row.is_late, row.is_soon) for row in queries.topics_of(cast.mod, TODAY)]
    expected = [("Aldrig", True, False), ("For sent", True, False), ("Snart", False, True), ("Frisk", False, False)]
    assert found == expected


def test_dropped_topic_is_not_shown(cast: Cast) -> None:
    duties.drop_brush_up(brush_up=topic(cast, "Notatpligt", None))
    assert queries.topics_of(cast.mod, TODAY) == []


def certificate(cast: Cast, employee: Employee, expires_on: date, taken_on: date = date(2024, 11, 1)) -> None:
    duties.note_first_aid(employee=employee, taken_on=taken_on, expires_on=expires_on, noted=noted(cast))


def test_first_aid_shows_the_newest_certificate_of_those_in_the_unit(cast: Cast) -> None:
    certificate(cast, cast.bo, date(2025, 3, 1), taken_on=date(2023, 3, 1))
    certificate(cast, cast.bo, date(2027, 3, 1))
    certificate(cast, cast.anna, date(2026, 11, 1))
    certificate(cast, cast.eva, date(2026, 11, 1))
    found = [(row.employee, row.expires_on) for row in queries.first_aid_of(cast.mod, TODAY)]
    assert found == [(cast.anna, date(2026, 11, 1)), (cast.bo, date(2027, 3, 1))]


@pytest.mark.parametrize(("days", "asked"), [(60, 1), (61, 0), (-5, 1)])
def test_own_certificate_is_asked_for_two_months_before_it_expires(cast: Cast, days: int, asked: int) -> None:
    certificate(cast, cast.bo, TODAY + timedelta(days=days))
    found = [queries.pending_first_aid(acting(person), TODAY) for person in (cast.bo, cast.anna)]
    assert [len(rows) for rows in found] == [asked, 0]


def test_renewed_certificate_is_not_asked_for(cast: Cast) -> None:
    certificate(cast, cast.bo, TODAY + timedelta(days=5))
    certificate(cast, cast.bo, TODAY + timedelta(days=700), taken_on=TODAY)
    assert queries.pending_first_aid(acting(cast.bo), TODAY) == []


def test_leader_is_asked_whether_last_quarters_supervision_was_held(cast: Cast) -> None:
    row = duties.offer_supervision(unit=cast.mod, starts_on=date(2026, 1, 1))
    people = (cast.tove, cast.finn, cast.anna)
    before = [[one.due_on for one in queries.pending_quarters(acting(person), TODAY)] for person in people]
    duties.note_quarter(supervision=row, year=2026, quarter=3, state="missed", noted=noted(cast))
    after = queries.pending_quarters(acting(cast.tove), TODAY)
    assert (before, after) == ([[date(2026, 9, 30)], [], []], [])


def test_january_asks_for_the_last_quarter_of_the_year_before(cast: Cast) -> None:
    duties.offer_supervision(unit=cast.mod, starts_on=date(2026, 1, 1))
    [row] = queries.pending_quarters(acting(cast.tove), date(2027, 1, 4))
    assert (row.due_on, row.url) == (date(2026, 12, 31), f"/strategy/duties/{cast.mod.pk}/?year=2026")


def test_quarter_before_supervision_began_is_not_asked_for(cast: Cast) -> None:
    duties.offer_supervision(unit=cast.mod, starts_on=date(2026, 10, 1))
    assert queries.pending_quarters(acting(cast.tove), TODAY) == []


def test_leader_is_asked_once_for_all_topics_that_are_due(cast: Cast) -> None:
    topic(cast, "For sent", date(2025, 10, 1))
    topic(cast, "Snart", date(2025, 11, 1))
    topic(cast, "Frisk", TODAY)
    found = [
        [(row.due_on, row.title) for row in queries.pending_topics(acting(person), TODAY)]
        for person in (cast.tove, cast.finn, cast.anna)
    ]
    assert found == [[(date(2026, 10, 1), "Tag 2 emner op igen i Modtagelse")], [], []]
