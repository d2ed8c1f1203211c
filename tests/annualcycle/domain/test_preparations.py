import pytest

from annualcycle.domain import preparations, talks
from annualcycle.domain.preparations import Answers
from annualcycle.models.talks import Side
from annualcycle.queries import talks as queries
from tests.annualcycle.year import NOON, published_year, talk_of
from tests.cast import Cast


def test_a_draft_is_seen_by_the_other_only_while_it_is_given(cast: Cast) -> None:
    published_year(cast)
    talk = talk_of(cast.anna)
    draft = preparations.save(talk=talk, side=Side.EMPLOYEE, answers=Answers("Mit"), by=cast.anna, at=NOON)
    assert queries.given_by(talk, Side.EMPLOYEE) is None
    preparations.give(preparation=draft, at=NOON)
    assert queries.given_by(talk, Side.EMPLOYEE) == draft
    preparations.take_back(preparation=draft)
    assert queries.given_by(talk, Side.EMPLOYEE) is None


def test_what_is_given_is_not_changed_under_the_readers_eyes(cast: Cast) -> None:
    published_year(cast)
    talk = talk_of(cast.anna)
    draft = preparations.save(talk=talk, side=Side.EMPLOYEE, answers=Answers("Mit"), by=cast.anna, at=NOON)
    preparations.give(preparation=draft, at=NOON)
    with pytest.raises(preparations.AlreadyGiven):
        preparations.save(talk=talk, side=Side.EMPLOYEE, answers=Answers("Andet"), by=cast.anna, at=NOON)
    draft.refresh_from_db()
    assert draft.went_well == "Mit"


def test_nothing_is_not_given(cast: Cast) -> None:
    published_year(cast)
    empty = preparations.save(talk=talk_of(cast.anna), side=Side.EMPLOYEE, answers=Answers(" "), by=cast.anna, at=NOON)
    with pytest.raises(preparations.NothingToGive):
        preparations.give(preparation=empty, at=NOON)


def test_a_talk_without_a_leader_has_nobody_to_note_for(cast: Cast) -> None:
    published_year(cast)
    with pytest.raises(preparations.NobodyToShareWith):
        preparations.note(talk=talk_of(cast.mads), text="Til mig selv", by=cast.mads, at=NOON)


def test_notes_stay_with_the_leader_who_was_there(cast: Cast) -> None:
    cycle = published_year(cast)
    note = preparations.note(talk=talk_of(cast.anna), text="Mellem os", by=cast.tove, at=NOON)
    talks.hand_over(talks=cycle.talks.filter(employee=cast.anna), to=cast.finn, by=cast.mads, at=NOON)
    later = preparations.note(talk=talk_of(cast.anna), text="Nyt", by=cast.finn, at=NOON)
    assert (note.leader, later.leader) == (cast.tove, cast.finn)
