from datetime import date

import pytest

from strategy.domain import editing, versions
from strategy.models import Strategy
from strategy.queries import need_met_by, needs_of, readable_strategies, strategy_in_force
from tests.annualcycle import autumn
from tests.cast import TODAY, Cast


def drafted(cast: Cast, *, starts_on: date = date(2026, 1, 1), ends_on: date = date(2026, 12, 31)) -> Strategy:
    return versions.draft(unit=cast.bu, title="Strategi", starts_on=starts_on, ends_on=ends_on)


def test_draft_gets_the_next_version(cast: Cast) -> None:
    approved = autumn.strategy(cast)
    assert [approved.version, drafted(cast).version] == [1, 2]


def test_second_draft_of_a_unit_is_refused(cast: Cast) -> None:
    drafted(cast)
    with pytest.raises(versions.BeingWritten):
        drafted(cast)


def test_needs_are_numbered_within_their_section(cast: Cast) -> None:
    strategy = autumn.strategy(cast)
    assert [need.reference for need in needs_of(strategy)] == ["3.2.1", "3.2.2"]


def test_approve_refuses_an_empty_strategy(cast: Cast) -> None:
    with pytest.raises(versions.NothingInIt):
        versions.adopt(strategy=drafted(cast), committee="MED", on=TODAY)


def test_approved_version_is_frozen(cast: Cast) -> None:
    strategy = autumn.strategy(cast)
    with pytest.raises(versions.IsFrozen):
        editing.add_section(strategy=strategy, number="4", title="Nyt", on=TODAY)
    assert strategy.sections.count() == 2


def test_approval_supersedes_the_version_before(cast: Cast) -> None:
    first, second = autumn.strategy(cast), autumn.strategy(cast)
    first.refresh_from_db()
    assert (first.state, second.state) == (Strategy.State.SUPERSEDED, Strategy.State.APPROVED)


def test_strategy_of_the_nearest_unit_above_holds(cast: Cast) -> None:
    strategy = autumn.strategy(cast)
    found = [strategy_in_force(unit, TODAY) for unit in (cast.mod, cast.bu, cast.yd)]
    assert found == [strategy, strategy, None]


def test_strategy_holds_only_in_its_period(cast: Cast) -> None:
    strategy = autumn.strategy(cast)
    days = [date(2025, 12, 31), date(2026, 1, 1), date(2028, 12, 31), date(2029, 1, 1)]
    assert [strategy_in_force(cast.mod, day) for day in days] == [None, strategy, strategy, None]


@pytest.mark.parametrize(
    ("state", "frames"),
    [
        ("draft", False),
        ("hearing", False),
        ("med", False),
        ("approved", True),
        ("evaluated", True),
        ("superseded", False),
    ],
)
def test_only_an_approved_version_frames_wishes(cast: Cast, state: str, frames: bool) -> None:
    made = drafted(cast)
    days = {"hearing_opens_on": TODAY, "hearing_closes_on": TODAY, "approved_on": TODAY}
    Strategy.objects.filter(pk=made.pk).update(state=state, approved_by="MED", **days)
    assert strategy_in_force(cast.mod, made.starts_on) == (made if frames else None)


def test_drafts_are_not_for_everybody_to_read(cast: Cast) -> None:
    approved = autumn.strategy(cast)
    drafted(cast)
    assert (list(readable_strategies(cast.nordby.pk)), list(readable_strategies(cast.sydby.pk))) == ([approved], [])


def test_need_is_found_by_the_competences_of_a_course(cast: Cast) -> None:
    strategy = autumn.strategy(cast)
    found = need_met_by(autumn.offer(cast), strategy)
    assert found is not None
    assert found.reference == "3.2.1"
