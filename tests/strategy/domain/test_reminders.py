"""Reminders of strategies and what comes again: to the one who must act, each once (sources: S15, S29, S34, S69)."""

from datetime import date, timedelta

import pytest
from post_office.models import Email

from competence.models import Notice
from strategy.domain import approval, duties, hearing, reminders
from tests.cast import TODAY, Cast
from tests.strategy import writing
from tests.strategy.writing import AT

CLOSES = date(2026, 10, 29)
MEETS = date(2026, 10, 20)
KINDS = ("strategy_comments_wait", "strategy_result_missing", "brush_up_due", "first_aid_expires")


def told(on: date) -> list[tuple[str, str, date]]:
    """(name, kind, date it is due) of every reminder sent by `on`, after the run of that day."""
    reminders.send(on=on, at=AT)
    rows = Notice.objects.filter(kind__in=KINDS).select_related("recipient").order_by("recipient__first_name", "pk")
    return [(row.recipient.first_name, row.kind, row.due_on) for row in rows]


@pytest.fixture
def noted(cast: Cast) -> duties.Noted:
    return duties.Noted(cast.tove, AT, TODAY)


def test_group_is_reminded_of_comments_when_the_hearing_is_over(cast: Cast) -> None:
    section = writing.section(writing.heard(cast, closes_on=CLOSES))
    for text in ("Hvorfor?", "Hvordan?"):
        hearing.comment(section=section, text=text, by=cast.bo, at=AT, on=TODAY)
    waits = [(name, "strategy_comments_wait", CLOSES) for name in ("Anna", "Tove")]
    assert [told(CLOSES), told(CLOSES + timedelta(days=1))] == [[], waits]


def test_answered_comments_remind_nobody(cast: Cast) -> None:
    section = writing.section(writing.heard(cast, closes_on=CLOSES))
    made = hearing.comment(section=section, text="Hvorfor?", by=cast.bo, at=AT, on=TODAY)
    hearing.answer(comment=made, text="Fordi.", by=cast.tove, at=AT)
    assert told(CLOSES + timedelta(days=1)) == []


def test_med_is_reminded_of_its_answer_after_the_meeting(cast: Cast) -> None:
    put = writing.before_med(cast)
    days = [told(MEETS), told(MEETS + timedelta(days=1))]
    assert days == [[], [("Mette", "strategy_result_missing", MEETS)]]
    approval.record(approval=put, result="approved", minutes="Referat, punkt 4", by=cast.mette, at=AT)
    Notice.objects.all().delete()
    assert told(MEETS + timedelta(days=1)) == []


@pytest.mark.parametrize(("before", "count"), [(31, 0), (30, 1), (-5, 1)])
def test_leader_is_reminded_of_a_topic_a_month_before_it_is_due(
    cast: Cast, noted: duties.Noted, before: int, count: int
) -> None:
    topic = duties.add_brush_up(unit=cast.mod, topic="Notatpligt", interval_months=12)
    duties.note_brush_up(brush_up=topic, day=date(2026, 3, 1), noted=noted)
    due = date(2027, 3, 1)
    assert told(due - timedelta(days=before)) == [("Tove", "brush_up_due", due)] * count


def test_topic_never_held_or_dropped_reminds_nobody(cast: Cast, noted: duties.Noted) -> None:
    duties.add_brush_up(unit=cast.mod, topic="Notatpligt", interval_months=12)
    dropped = duties.add_brush_up(unit=cast.mod, topic="Aktindsigt", interval_months=12)
    duties.note_brush_up(brush_up=dropped, day=date(2025, 3, 1), noted=noted)
    duties.drop_brush_up(brush_up=dropped)
    assert told(TODAY) == []


@pytest.mark.parametrize(("before", "count"), [(61, 0), (60, 1), (0, 1), (-1, 0)])
def test_person_is_reminded_two_months_before_first_aid_expires(
    cast: Cast, noted: duties.Noted, before: int, count: int
) -> None:
    expires_on = date(2027, 3, 1)
    duties.note_first_aid(employee=cast.bo, taken_on=date(2025, 3, 1), expires_on=expires_on, noted=noted)
    assert told(expires_on - timedelta(days=before)) == [("Bo", "first_aid_expires", expires_on)] * count


def test_renewed_first_aid_reminds_nobody(cast: Cast, noted: duties.Noted) -> None:
    for taken_on, expires_on in ((date(2024, 11, 1), date(2026, 11, 1)), (TODAY, date(2028, 10, 15))):
        duties.note_first_aid(employee=cast.bo, taken_on=taken_on, expires_on=expires_on, noted=noted)
    assert told(TODAY) == []


def test_nobody_is_told_the_same_twice(cast: Cast, noted: duties.Noted) -> None:
    writing.before_med(cast)
    duties.note_first_aid(employee=cast.bo, taken_on=TODAY, expires_on=date(2026, 11, 1), noted=noted)
    before, day = Email.objects.count(), MEETS + timedelta(days=1)
    stored = [reminders.send(on=day, at=AT), reminders.send(on=day, at=AT)]
    reminders.send(on=day + timedelta(days=1), at=AT)
    assert (stored, Email.objects.count() - before) == ([2, 0], 2)
