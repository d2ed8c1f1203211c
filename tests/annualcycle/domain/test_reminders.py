"""Reminders: every date of the year, to the one who must act, once (source: S69)."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, date, datetime, timedelta
from threading import Thread
from typing import Any

import pytest
from django.db import close_old_connections
from django.utils import timezone
from post_office.models import Email

from annualcycle.domain import reminders, talks
from annualcycle.models import Cycle, Decision, Orientation, Plan, PlanVersion, Preparation, Talk, Theme, Wish
from annualcycle.queries.reminders import Due, Kind
from competence.domain import mailings, people
from competence.models import Notice
from tests import cast as cast_module
from tests.annualcycle.board import published_cycle, submitted_wish
from tests.cast import Cast

AUGUST = date(2026, 8, 3)
BEFORE_CLOSING = date(2026, 11, 27)
BEFORE_MEETING = date(2026, 12, 8)
NOW = datetime(2026, 12, 10, 6, 0, tzinfo=UTC)


@pytest.fixture
def cycle(cast: Cast) -> Cycle:
    """Published, with a talk for everybody."""
    cycle = published_cycle(cast)
    talks.create_for(cycle=cycle, on=AUGUST)
    return cycle


def due(on: date) -> list[Due]:
    return reminders.due(cycles=reminders.running(), on=on)


def told(cast: Cast, on: date, *kinds: Kind) -> set[tuple[str, date, int]]:
    """(name, date, how many) of what is due on `on`."""
    names = {cast.member(name).pk: name for name in [*cast_module.MEMBERS, "leif"]}
    return {(names[one.person], one.due_on, one.count) for one in due(on) if not kinds or one.kind in kinds}


def change(cycle: Cycle, **values: object) -> None:
    Cycle.objects.filter(pk=cycle.pk).update(**values)


def release(cast: Cast, cycle: Cycle) -> None:
    change(cycle, released_at=datetime(2026, 12, 21, 9, tzinfo=UTC), released_by=cast.mads)


@pytest.mark.parametrize("days", [14, 3])
def test_criteria_are_to_be_published_before_the_talks_open(cast: Cast, cycle: Cycle, days: int) -> None:
    opening = date(2026, 8, 1)
    assert told(cast, opening - timedelta(days=days)) == set()

    change(cycle, published_at=None, published_by=None)

    assert told(cast, opening - timedelta(days=days)) == {("mads", opening, 1)}
    assert told(cast, opening - timedelta(days=15)) == set()


def test_leaders_invite_when_the_talks_open_and_hold_the_last_before_they_close(cast: Cast, cycle: Cycle) -> None:
    closing = date(2026, 11, 30)
    # tove's team are anna, bo, vik and tess (orla is on leave, leif leaves in September); mads leads the two leaders.
    assert told(cast, AUGUST, Kind.INVITE) == {("tove", closing, 5), ("finn", closing, 3), ("mads", closing, 2)}
    Talk.objects.filter(employee__in=[cast.anna, cast.bo]).update(state=Talk.State.HELD, held_on=AUGUST)
    expected = {("tove", closing, 2), ("finn", closing, 3), ("mads", closing, 2)}
    assert told(cast, BEFORE_CLOSING, Kind.TALKS) == expected
    assert told(cast, date(2026, 10, 15), Kind.TALKS) == set()


def test_an_employee_prepares_and_both_sides_remember_the_talk(cast: Cast, cycle: Cycle) -> None:
    talk = Talk.objects.get(employee=cast.anna)
    day = date(2026, 10, 20)
    Talk.objects.filter(pk=talk.pk).update(
        state=Talk.State.SCHEDULED, starts_at=datetime(2026, 10, 20, 8, 0, tzinfo=UTC)
    )
    assert told(cast, date(2026, 10, 16)) == set()
    assert told(cast, date(2026, 10, 17), Kind.PREPARE) == {("anna", day, 1)}
    assert told(cast, date(2026, 10, 19)) == {("anna", day, 1), ("tove", day, 1)}

    Preparation.objects.create(
        talk=talk, side="employee", author=cast.anna, saved_at=timezone.now(), given_at=timezone.now()
    )

    assert told(cast, date(2026, 10, 17)) == set()
    assert {one.kind for one in due(date(2026, 10, 19))} == {Kind.TALK, Kind.LED_TALKS}


def test_each_side_is_asked_for_the_plans_it_has_not_confirmed(cast: Cast, cycle: Cycle) -> None:
    for employee, confirmed in ((cast.anna, timezone.now()), (cast.bo, None)):
        plan = Plan.objects.create(cycle=cycle, employee=employee)
        PlanVersion.objects.create(
            plan=plan, made_by=cast.tove, made_at=timezone.now(), employee_confirmed_at=confirmed
        )

    assert told(cast, BEFORE_CLOSING, Kind.PLAN) == {("bo", date(2026, 11, 30), 1)}
    assert told(cast, BEFORE_CLOSING, Kind.PLANS) == {("tove", date(2026, 11, 30), 2)}


def test_drafts_are_to_be_submitted_before_wishes_are_due(cast: Cast, cycle: Cycle) -> None:
    submitted_wish(cycle, cast.anna)
    submitted_wish(cycle, cast.bo, state=Wish.State.DRAFT, submitted_at=None)

    assert told(cast, BEFORE_CLOSING, Kind.DRAFTS) == {("bo", date(2026, 11, 30), 1)}
    assert told(cast, date(2026, 11, 20), Kind.DRAFTS) == set()


def test_the_leadership_group_assesses_the_wishes_of_others_and_meets(cast: Cast, cycle: Cycle) -> None:
    wish = submitted_wish(cycle, cast.anna)
    submitted_wish(cycle, cast.tove)
    meeting = date(2026, 12, 10)
    assert told(cast, BEFORE_MEETING) == {("mads", meeting, 2), ("tove", meeting, 1), ("finn", meeting, 2)}

    wish.assessments.create(criterion=cycle.criteria.all()[0], assessor=cast.mads, score=3, made_at=timezone.now())

    assert told(cast, BEFORE_MEETING) == {("mads", meeting, 1), ("tove", meeting, 1), ("finn", meeting, 2)}
    assert told(cast, date(2026, 12, 9), Kind.MEETING) == {(name, meeting, 1) for name in ("mads", "tove", "finn")}


@pytest.mark.parametrize("on", [date(2026, 12, 17), date(2026, 12, 21), date(2026, 12, 23)])
def test_answers_are_to_be_released_by_their_date_and_chased_once_after(cast: Cast, cycle: Cycle, on: date) -> None:
    assert told(cast, on) == {("mads", date(2026, 12, 22), 1)}
    assert told(cast, date(2026, 12, 31)) == set()

    release(cast, cycle)

    assert told(cast, on) == set()


def test_an_answer_unread_for_five_days_is_called_to_mind(cast: Cast, cycle: Cycle) -> None:
    release(cast, cycle)
    given = datetime(2026, 12, 21, 9, tzinfo=UTC)
    for employee, read in ((cast.anna, None), (cast.bo, given)):
        Decision.objects.create(
            wish=submitted_wish(cycle, employee),
            route="december",
            outcome="granted",
            decided_at=given,
            released_at=given,
            read_at=read,
        )

    assert told(cast, date(2026, 12, 25)) == set()
    assert told(cast, date(2026, 12, 26)) == {("anna", date(2026, 12, 21), 1)}


def test_the_manager_informs_places_themes_and_evaluates(cast: Cast, cycle: Cycle) -> None:
    release(cast, cycle)
    Theme.objects.create(cycle=cycle, title="Samtaler med børn")

    assert told(cast, date(2027, 1, 8), Kind.ORIENTATION) == {("mads", date(2027, 1, 15), 1)}
    Orientation.objects.create(cycle=cycle, published_at=NOW, published_by=cast.mads)
    assert told(cast, date(2027, 1, 8), Kind.ORIENTATION) == set()
    assert told(cast, date(2027, 1, 29)) == {("mads", date(2027, 2, 12), 1)}
    change(cycle, themes_published_at=NOW, themes_published_by=cast.mads)
    assert told(cast, date(2027, 1, 29)) == set()
    assert told(cast, date(2027, 6, 1)) == {("mads", date(2027, 6, 15), 1)}


def test_a_deputy_acts_for_a_leader_on_leave_and_nobody_on_leave_is_chased(cast: Cast, cycle: Cycle) -> None:
    on = date(2026, 10, 31)
    people.start_leave(employment=cast.tove.employments.get(), starts_on=date(2026, 10, 1))
    submitted_wish(cycle, cast.orla, state=Wish.State.DRAFT, submitted_at=None)

    assert {name for name, _, _ in told(cast, on, Kind.TALKS)} == {"dan", "finn", "mads"}
    assert told(cast, date(2026, 11, 29), Kind.DRAFTS) == set()


def test_two_things_on_one_day_are_one_mail_and_twice_is_once(cast: Cast, cycle: Cycle) -> None:
    submitted_wish(cycle, cast.bo, state=Wish.State.DRAFT, submitted_at=None)
    plan = Plan.objects.create(cycle=cycle, employee=cast.bo)
    PlanVersion.objects.create(plan=plan, made_by=cast.tove, made_at=timezone.now(), leader_confirmed_at=None)
    dues = due(BEFORE_CLOSING)
    own = [one for one in dues if one.person == cast.bo.pk]

    assert reminders.send(dues=dues, on=BEFORE_CLOSING, at=NOW) == len({one.person for one in dues})

    assert {one.kind for one in own} == {Kind.DRAFTS, Kind.PLAN}
    mail = Email.objects.filter(notices__recipient=cast.bo).distinct().get()
    assert mail.notices.count() == 2
    assert due(BEFORE_CLOSING) == []
    assert due(BEFORE_CLOSING + timedelta(days=1)) == [], "the step lasts until the next one"
    assert reminders.send(dues=dues, on=BEFORE_CLOSING, at=NOW) == 0


def test_a_run_that_died_is_finished_by_the_next(cast: Cast, cycle: Cycle, monkeypatch: pytest.MonkeyPatch) -> None:
    dues = due(AUGUST)
    notify_together = mailings.notify_together

    def die_at_the_second(**told: Any) -> int:
        if Notice.objects.exists():
            raise SystemExit
        return notify_together(**told)

    monkeypatch.setattr(mailings, "notify_together", die_at_the_second)
    with pytest.raises(SystemExit):
        reminders.send(dues=dues, on=AUGUST, at=NOW)
    monkeypatch.undo()

    assert Email.objects.count() == 1
    reminders.send(dues=due(AUGUST), on=AUGUST, at=NOW)
    assert Email.objects.count() == len({one.person for one in dues}) == 3
    assert Notice.objects.count() == len(dues)


@pytest.mark.django_db(transaction=True)
def test_two_runs_at_the_same_time_tell_everybody_once() -> None:
    cast = cast_module.build()
    cycle = published_cycle(cast)
    talks.create_for(cycle=cycle, on=AUGUST)
    dues = due(AUGUST)

    def run() -> None:
        reminders.send(dues=dues, on=AUGUST, at=NOW)
        close_old_connections()

    runs = [Thread(target=run) for _ in range(4)]
    for thread in runs:
        thread.start()
    for thread in runs:
        thread.join()

    assert Notice.objects.count() == len(dues)
    assert Email.objects.count() == len({one.person for one in dues}) == 3


def test_the_queries_do_not_grow_with_years_and_people(
    cast: Cast, cycle: Cycle, django_assert_num_queries: Callable[[int], AbstractContextManager[object]]
) -> None:
    submitted_wish(cycle, cast.bo, state=Wish.State.DRAFT, submitted_at=None)
    with django_assert_num_queries(9):
        assert len(due(BEFORE_CLOSING)) == 4

    other = Cycle.objects.create(
        unit=cast.yd,
        year=2026,
        published_at=NOW,
        published_by=cast.ylva,
        **{f: getattr(cycle, f) for f in ("talks_open_on", "talks_close_on", "wishes_due_on", "decide_on")},
        **{f: getattr(cycle, f) for f in ("feedback_by", "orientation_on", "evaluate_on")},
    )
    talks.create_for(cycle=other, on=AUGUST)
    for person in (cast.anna, cast.tess, cast.vik):
        submitted_wish(cycle, person, state=Wish.State.DRAFT, submitted_at=None)
    with django_assert_num_queries(9):
        assert len(due(BEFORE_CLOSING)) == 8
