"""What the way of a version asks of whom, and what each says of where it stands (sources: S01–S03)."""

from datetime import date, timedelta

import pytest

from strategy.domain import approval, hearing
from strategy.models import Strategy
from strategy.queries import way
from tests.annualcycle import autumn
from tests.cast import TODAY, Cast
from tests.strategy import writing
from tests.strategy.writing import AT, acting

NAMES = ("anna", "tove", "bo", "karl", "mads", "mette", "hanne", "ylva", "sven")
CLOSES = date(2026, 10, 29)
AFTER = CLOSES + timedelta(days=1)
MEETS = date(2026, 10, 20)


def asked(cast: Cast, on: date = TODAY) -> dict[str, str]:
    """The page of the version each of the cast is sent to, those who are asked for nothing left out."""
    rows = {name: way.pending_on_the_way(acting(cast.member(name), on), on) for name in NAMES}
    return {name: " ".join(row.url.split("/", 3)[3] for row in found) for name, found in rows.items() if found}


def listed(cast: Cast) -> set[str]:
    """Who finds the version among those on their way."""
    return {name for name in NAMES if way.on_their_way(acting(cast.member(name)))}


def test_draft_is_written_by_its_group_and_the_manager(cast: Cast) -> None:
    writing.draft(cast)
    assert asked(cast) == dict.fromkeys(["anna", "tove", "mads"], "way/")


def test_draft_is_listed_for_those_who_write_and_run_it(cast: Cast) -> None:
    writing.draft(cast)
    assert listed(cast) == {"anna", "tove", "mads", "hanne"}


def test_hearing_asks_everybody_in_the_unit_who_did_not_write(cast: Cast) -> None:
    writing.heard(cast)
    assert asked(cast) == dict.fromkeys(["bo", "mads", "mette"], "")
    assert listed(cast) == {"anna", "tove", "bo", "mads", "mette", "hanne"}


def test_comment_asks_the_group_and_the_manager_for_an_answer(cast: Cast) -> None:
    section = writing.section(writing.heard(cast))
    made = hearing.comment(section=section, text="Hvorfor?", by=cast.bo, at=AT, on=TODAY)
    waiting = asked(cast, AFTER)
    hearing.answer(comment=made, text="Fordi.", by=cast.tove, at=AT)
    assert waiting == dict.fromkeys(["anna", "tove", "mads"], "hearing/")
    assert asked(cast, AFTER) == {"mads": "med/"}


def test_agenda_waits_until_the_hearing_is_over(cast: Cast) -> None:
    writing.heard(cast, closes_on=CLOSES)
    assert [asked(cast, day).get("mads") for day in (CLOSES, AFTER)] == ["", "med/"]


@pytest.mark.parametrize(("on", "url"), [(MEETS - timedelta(days=1), ""), (MEETS, "med/result/")])
def test_members_of_med_read_before_the_meeting_and_record_from_its_day(cast: Cast, on: date, url: str) -> None:
    writing.before_med(cast)
    assert asked(cast, on) == dict.fromkeys(["mads", "mette"], url)


def test_approved_version_asks_nobody(cast: Cast) -> None:
    put = writing.before_med(cast)
    approval.record(approval=put, result="approved", minutes="Referat, punkt 4", by=cast.mette, at=AT)
    assert (asked(cast, MEETS), listed(cast)) == ({}, set())


def test_evaluation_is_asked_of_the_manager_before_the_period_ends(cast: Cast) -> None:
    strategy = autumn.strategy(cast)
    first = strategy.ends_on - way.ASK_TO_EVALUATE
    days = [first - timedelta(days=1), first, strategy.ends_on]
    found = [[row.due_on for row in way.pending_evaluations(acting(cast.mads, day), day)] for day in days]
    others = [way.pending_evaluations(acting(person, first), first) for person in (cast.anna, cast.ylva, cast.mette)]
    assert (found, others) == ([[], [strategy.ends_on], [strategy.ends_on]], [[], [], []])


def test_evaluated_version_is_not_asked_for_again(cast: Cast) -> None:
    strategy = autumn.strategy(cast)
    Strategy.objects.filter(pk=strategy.pk).update(state=Strategy.State.EVALUATED)
    assert way.pending_evaluations(acting(cast.mads, strategy.ends_on), strategy.ends_on) == []


def test_unit_with_a_version_on_its_way_begins_no_other(cast: Cast) -> None:
    before = [unit.name for unit in way.units_without_draft(acting(cast.mads))]
    writing.draft(cast)
    after = [unit.name for unit in way.units_without_draft(acting(cast.mads))]
    assert (before, after) == (["Børn og Unge", "Modtagelse", "Familie"], ["Modtagelse", "Familie"])


def test_steps_tell_where_a_version_stands(cast: Cast) -> None:
    draft = writing.draft(cast)
    states = [[step.state for step in way.steps_of(draft, TODAY)]]
    draft.state = Strategy.State.HEARING
    states.append([step.state for step in way.steps_of(draft, TODAY)])
    draft.state = Strategy.State.APPROVED
    states.append([step.state for step in way.steps_of(draft, TODAY)])
    draft.state = Strategy.State.SUPERSEDED
    states.append([step.state for step in way.steps_of(draft, TODAY)])
    assert states == [
        ["now", "next", "next", "next", "next"],
        ["done", "now", "next", "next", "next"],
        ["done", "done", "done", "now", "next"],
        ["done"] * 5,
    ]
