"""What comes again is kept: supervision, brush-up, first aid (sources: S15, S29, S34)."""

from datetime import date, timedelta

import pytest

from strategy.domain import duties
from strategy.models import BrushUp, FirstAid, Need, Supervision, SupervisionQuarter
from tests.cast import TODAY, Cast
from tests.strategy import writing
from tests.strategy.writing import AT

TOMORROW = TODAY + timedelta(days=1)


@pytest.fixture
def noted(cast: Cast) -> duties.Noted:
    return duties.Noted(cast.tove, AT, TODAY)


@pytest.fixture
def supervision(cast: Cast) -> Supervision:
    return duties.offer_supervision(unit=cast.mod, starts_on=date(2026, 1, 1))


def test_team_has_one_supervision_at_a_time(cast: Cast, supervision: Supervision) -> None:
    with pytest.raises(duties.HasSupervision):
        duties.offer_supervision(unit=cast.mod, starts_on=TODAY)
    duties.end_supervision(supervision=supervision, on=TODAY)
    again = duties.offer_supervision(unit=cast.mod, starts_on=TOMORROW)
    assert list(Supervision.objects.filter(unit=cast.mod)) == [supervision, again]


def test_supervision_ended_before_it_began_ends_on_its_first_day(supervision: Supervision) -> None:
    duties.end_supervision(supervision=supervision, on=date(2025, 6, 1))
    supervision.refresh_from_db()
    assert supervision.ends_on == date(2026, 1, 1)


def test_quarter_is_noted_once_and_can_be_corrected(supervision: Supervision, noted: duties.Noted) -> None:
    for state, day in (("planned", date(2026, 9, 10)), ("held", date(2026, 9, 12))):
        duties.note_quarter(supervision=supervision, year=2026, quarter=3, state=state, day=day, noted=noted)
    row = SupervisionQuarter.objects.get()
    assert (row.state, row.day, row.noted_by, row.noted_at) == ("held", date(2026, 9, 12), noted.by, AT)


def test_missed_quarter_has_no_day(supervision: Supervision, noted: duties.Noted) -> None:
    duties.note_quarter(supervision=supervision, year=2026, quarter=3, state="missed", day=TODAY, noted=noted)
    row = SupervisionQuarter.objects.get()
    assert (row.state, row.day) == ("missed", None)


@pytest.mark.parametrize(("state", "taken"), [("planned", True), ("held", False)])
def test_only_a_planned_quarter_lies_ahead(
    supervision: Supervision, noted: duties.Noted, *, state: str, taken: bool
) -> None:
    try:
        duties.note_quarter(supervision=supervision, year=2026, quarter=4, state=state, day=TOMORROW, noted=noted)
    except duties.InTheFuture:
        assert not taken
    assert SupervisionQuarter.objects.exists() == taken


def test_dropped_topic_is_taken_up_again_with_its_days(cast: Cast, noted: duties.Noted) -> None:
    first = duties.add_brush_up(unit=cast.mod, topic="Notatpligt", interval_months=12)
    duties.note_brush_up(brush_up=first, day=TODAY, noted=noted)
    duties.drop_brush_up(brush_up=first)
    dropped = BrushUp.objects.get().is_active
    again = duties.add_brush_up(unit=cast.mod, topic="Notatpligt", interval_months=24)
    found = (again, again.is_active, again.interval_months, [held.day for held in again.held.all()])
    assert (dropped, found) == (False, (first, True, 24, [TODAY]))


def test_topic_is_held_by_today_and_once_a_day(cast: Cast, noted: duties.Noted) -> None:
    topic = duties.add_brush_up(unit=cast.mod, topic="Notatpligt", interval_months=12)
    with pytest.raises(duties.InTheFuture):
        duties.note_brush_up(brush_up=topic, day=TOMORROW, noted=noted)
    for _again in range(2):
        duties.note_brush_up(brush_up=topic, day=TODAY, noted=noted)
    assert [held.day for held in topic.held.all()] == [TODAY]


def test_certificate_is_taken_by_today_and_its_expiry_can_be_corrected(cast: Cast, noted: duties.Noted) -> None:
    later = TODAY + timedelta(days=730)
    with pytest.raises(duties.InTheFuture):
        duties.note_first_aid(employee=cast.bo, taken_on=TOMORROW, expires_on=later, noted=noted)
    for expires_on in (later, later + timedelta(days=1)):
        duties.note_first_aid(employee=cast.bo, taken_on=TODAY, expires_on=expires_on, noted=noted)
    assert [row.expires_on for row in FirstAid.objects.all()] == [later + timedelta(days=1)]


def followed(cast: Cast) -> tuple[list[str], list[tuple[str, int]]]:
    """The teams with supervision and the topics of the centre."""
    teams = Supervision.objects.order_by("unit__name").values_list("unit__name", flat=True)
    return list(teams), list(BrushUp.objects.filter(unit=cast.bu).values_list("topic", "interval_months"))


def test_duties_follow_from_recurring_needs_only(cast: Cast) -> None:
    made = duties.follow_from(strategy=writing.with_duties(cast), on=TODAY)
    assert (made, followed(cast)) == (3, (["Familie", "Modtagelse"], [("Tavshedspligt", 24)]))


def test_need_that_names_teams_brings_supervision_to_them_only(cast: Cast) -> None:
    strategy = writing.with_duties(cast)
    Need.objects.get(title="Supervision").units.set([cast.fam])
    duties.follow_from(strategy=strategy, on=TODAY)
    assert followed(cast)[0] == ["Familie"]


def test_what_is_there_already_is_left_as_it_is(cast: Cast, supervision: Supervision) -> None:
    duties.drop_brush_up(brush_up=duties.add_brush_up(unit=cast.bu, topic="Tavshedspligt", interval_months=12))
    strategy = writing.with_duties(cast)
    made = [duties.follow_from(strategy=strategy, on=TODAY) for _again in range(2)]
    supervision.refresh_from_db()
    topic = BrushUp.objects.get()
    assert (made, supervision.need, topic.is_active, topic.interval_months) == ([1, 0], None, False, 12)
