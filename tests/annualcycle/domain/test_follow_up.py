from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from annualcycle.domain import follow_up
from annualcycle.models import Decision, FollowUp
from annualcycle.models.decisions import Outcome
from annualcycle.queries.figures import figures_of
from annualcycle.queries.follow_ups import COMING, DONE, DUE, in_pill, led, pending, steps_of
from tests.annualcycle import autumn
from tests.annualcycle.board import published_cycle
from tests.annualcycle.domain.test_letters import answered
from tests.annualcycle.january import decided, release
from tests.annualcycle.queries.test_talks import actor
from tests.cast import TODAY, Cast

IN_MARCH = datetime(2027, 3, 1, 9, 0, tzinfo=UTC)
BEGINS, ENDS = date(2027, 2, 1), date(2027, 2, 3)


def granted(cast: Cast, **fields: object) -> Decision:
    """Anna's granted course in February."""
    wish = autumn.submitted(cast, starts_on=BEGINS, ends_on=ENDS, application="I to sager.", sharing="Et skema.")
    return answered(wish, outcome=Outcome.GRANTED, **fields)


def planned(cast: Cast) -> FollowUp:
    decision = granted(cast)
    return follow_up.plan(
        wish=decision.wish, facts=follow_up.suggested(decision), by=cast.anna, at=IN_MARCH - timedelta(days=20)
    )


def test_plan_begins_with_the_words_of_the_wish_and_days_from_the_end_of_the_course(cast: Cast) -> None:
    found = planned(cast)
    assert (found.use_what, found.share_what) == ("I to sager.", "Et skema.")
    assert (found.use_by, found.share_by, found.due_on) == (date(2027, 3, 3), date(2027, 3, 17), date(2027, 3, 31))


def test_without_dates_the_days_are_counted_from_the_answer(cast: Cast) -> None:
    decision = answered(autumn.submitted(cast), outcome=Outcome.GRANTED)
    assert follow_up.suggested(decision).use_by == date(2026, 12, 29)


@pytest.mark.parametrize("fields", [{"outcome": Outcome.NOT_MET}, {"outcome": Outcome.GRANTED, "released_at": None}])
def test_only_a_released_grant_is_planned(cast: Cast, fields: dict[str, object]) -> None:
    decision = answered(autumn.submitted(cast), **fields)
    facts = follow_up.Plan("I to sager.", TODAY, TODAY)
    with pytest.raises(follow_up.NotGranted):
        follow_up.plan(wish=decision.wish, facts=facts, by=cast.anna, at=IN_MARCH)


def test_sharing_is_planned_first_and_noted_when_it_has_been(cast: Cast) -> None:
    decision = granted(cast)
    with pytest.raises(follow_up.NothingPlanned):
        follow_up.share(wish=decision.wish, on=date(2027, 2, 20), at=IN_MARCH)
    follow_up.plan(wish=decision.wish, facts=follow_up.suggested(decision), by=cast.anna, at=IN_MARCH)
    with pytest.raises(follow_up.NotYet):
        follow_up.share(wish=decision.wish, on=date(2027, 3, 2), at=IN_MARCH)
    assert follow_up.share(wish=decision.wish, on=date(2027, 3, 1), at=IN_MARCH).shared_on == date(2027, 3, 1)


def test_nobody_follows_up_on_a_course_of_their_own(cast: Cast) -> None:
    wish = planned(cast).decision.wish
    with pytest.raises(follow_up.OwnCourse):
        follow_up.follow_up(wish=wish, used="yes", words="", by=cast.anna, at=IN_MARCH)


def test_not_yet_is_asked_again_after_eight_weeks(cast: Cast) -> None:
    wish = planned(cast).decision.wish
    found = follow_up.follow_up(wish=wish, used="not_yet", words="", by=cast.tove, at=IN_MARCH)
    assert (found.is_done, found.due_on) == (False, date(2027, 4, 26))


def test_not_used_is_explained_and_closes_the_plan(cast: Cast) -> None:
    decision = planned(cast).decision
    with pytest.raises(follow_up.WordsMissing):
        follow_up.follow_up(wish=decision.wish, used="no", words=" ", by=cast.tove, at=IN_MARCH)
    follow_up.follow_up(wish=decision.wish, used="no", words="Opgaven er flyttet.", by=cast.tove, at=IN_MARCH)
    with pytest.raises(follow_up.AlreadyFollowedUp):
        follow_up.plan(wish=decision.wish, facts=follow_up.suggested(decision), by=cast.anna, at=IN_MARCH)


@pytest.mark.parametrize("column", ["planned_by", "followed_at"])
def test_who_and_when_stand_together(cast: Cast, column: str) -> None:
    wish = planned(cast).decision.wish
    found = follow_up.follow_up(wish=wish, used="yes", words="", by=cast.tove, at=IN_MARCH)
    with pytest.raises(IntegrityError), transaction.atomic():
        FollowUp.objects.filter(pk=found.pk).update(**{column: None})


def test_leader_sees_what_is_due_later_and_done(cast: Cast) -> None:
    found = planned(cast)
    tove = actor(cast.tove)

    def counts(on: date) -> list[int]:
        return [in_pill(led(tove), shown, on).count() for shown in (DUE, COMING, DONE)]

    assert (counts(date(2027, 3, 30)), counts(date(2027, 3, 31))) == ([0, 1, 0], [1, 0, 0])
    follow_up.follow_up(wish=found.decision.wish, used="yes", words="", by=cast.tove, at=IN_MARCH)
    assert counts(date(2027, 3, 31)) == [0, 0, 1]


def test_due_day_is_the_same_before_anything_is_written(cast: Cast) -> None:
    granted(cast)
    assert [row.due_on for row in led(actor(cast.tove))] == [date(2027, 3, 31)]  # type: ignore[attr-defined]  # annotated


def test_start_page_asks_for_the_plan_then_the_sharing_then_the_leader(cast: Cast) -> None:
    decision = granted(cast, read_at=IN_MARCH)
    decision.wish.cycle.talks.create(employee=cast.anna, unit=cast.mod, leader=cast.tove)
    anna, tove = actor(cast.anna), actor(cast.tove)
    assert [row.due_on for row in pending(anna, date(2027, 1, 3))] == []
    assert [row.due_on for row in pending(anna, date(2027, 1, 4))] == [date(2027, 2, 1)]
    follow_up.plan(wish=decision.wish, facts=follow_up.suggested(decision), by=cast.anna, at=IN_MARCH)
    assert [row.due_on for row in pending(anna, date(2027, 3, 3))] == [date(2027, 3, 17)]
    follow_up.share(wish=decision.wish, on=date(2027, 3, 1), at=IN_MARCH)
    assert pending(anna, date(2027, 3, 31)) == []
    assert [row.due_on for row in pending(tove, date(2027, 3, 31))] == [date(2027, 3, 31)]
    assert pending(actor(cast.mads), date(2027, 3, 31)) == []


def test_steps_show_whose_turn_it_is(cast: Cast) -> None:
    found = planned(cast)
    assert [step.state for step in steps_of(None, TODAY)] == ["now", "next", "next"]
    assert [step.state for step in steps_of(found, TODAY)] == ["done", "now", "next"]


def test_figures_show_follow_ups_where_enough_have_been_granted_something(cast: Cast) -> None:
    cycle = published_cycle(cast, total=100_000_000)
    team = (cast.anna, cast.bo, cast.vik, cast.orla, cast.tess, cast.tove)
    wishes = [decided(cycle, employee, Outcome.GRANTED) for employee in team]
    release(cast, cycle)
    for wish in wishes[:5]:
        follow_up.follow_up(wish=wish, used="yes", words="", by=cast.mads, at=IN_MARCH)
    figures = figures_of(cycle)
    assert [(row.label, row.cells["granted"], row.cells["followed"]) for row in figures.teams] == [("Modtagelse", 6, 5)]
    assert figures.whole.cells["followed"] == 5


def test_one_follow_up_of_a_small_team_is_hidden_and_cannot_be_subtracted(cast: Cast) -> None:
    cycle = published_cycle(cast, total=100_000_000)
    team = (cast.anna, cast.bo, cast.vik, cast.orla, cast.tess, cast.tove)
    wishes = [decided(cycle, employee, Outcome.GRANTED) for employee in (*team, cast.eva)]
    release(cast, cycle)
    for wish in wishes:
        follow_up.follow_up(wish=wish, used="yes", words="", by=cast.mads, at=IN_MARCH)
    figures = figures_of(cycle)
    shown = {row.label: row.cells["followed"] for row in figures.teams}
    assert shown["Familie"] is None
    assert None in (shown["Modtagelse"], figures.whole.cells["followed"])
