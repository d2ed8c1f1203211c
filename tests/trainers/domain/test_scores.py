"""Scores are given alone and read together (sources: K03, K17–K32)."""

import pytest

from competence.models import Employee
from tests.cast import Cast
from tests.trainers.selecting import AT, EXAMPLE, candidate_for, entries, handed_in, opened_round
from trainers.domain import scores, selection
from trainers.domain.scores import Entry
from trainers.models import Candidate, Criterion, Score
from trainers.queries.candidates import person_of, stored_about


def seen_by(candidate: Candidate, reader: Employee) -> list[str]:
    """Whose scores `reader` reads about the candidate."""
    return [sheet.assessor.first_name for sheet in person_of(candidate, reader).sheets]


def test_others_are_read_only_when_the_own_sheet_is_handed_in(cast: Cast) -> None:
    candidate = candidate_for(opened_round(cast), cast.anna, cast)
    handed_in(candidate, cast.mette)
    assert seen_by(candidate, cast.eva) == []
    scores.save(candidate=candidate, assessor=cast.eva, entries=entries(candidate.round, 1), note="", at=AT)
    assert seen_by(candidate, cast.eva) == ["Eva"]
    assert person_of(candidate, cast.eva).means == {}
    handed_in(candidate, cast.eva)
    assert seen_by(candidate, cast.eva) == ["Eva", "Mette"]
    assert {mean.values for mean in person_of(candidate, cast.eva).means.values()} == {(4, 4)}


def test_a_sheet_on_one_candidate_opens_no_other(cast: Cast) -> None:
    round_ = opened_round(cast)
    anna, bo = (candidate_for(round_, one, cast) for one in (cast.anna, cast.bo))
    handed_in(anna, cast.mette)
    handed_in(bo, cast.mette)
    handed_in(anna, cast.eva)
    assert [seen_by(one, cast.eva) for one in (anna, bo)] == [["Eva", "Mette"], []]


def test_a_draft_of_somebody_else_is_read_by_nobody(cast: Cast) -> None:
    candidate = candidate_for(opened_round(cast), cast.anna, cast)
    scores.save(candidate=candidate, assessor=cast.mette, entries=entries(candidate.round, 2), note="", at=AT)
    handed_in(candidate, cast.eva)
    assert seen_by(candidate, cast.eva) == ["Eva"]


def test_each_score_has_an_example(cast: Cast) -> None:
    candidate = candidate_for(opened_round(cast), cast.anna, cast)
    first, *rest = candidate.round.profile.criteria.all()
    given = [Entry(first, 4, "  "), *(Entry(one, 4, EXAMPLE) for one in rest)]
    with pytest.raises(scores.Incomplete) as refusal:
        scores.hand_in(candidate=candidate, assessor=cast.eva, entries=given, note="", at=AT)
    assert refusal.value.criteria == [first]
    assert Score.objects.count() == 0


def test_where_it_is_asked_for_each_score_says_who_knows_it(cast: Cast) -> None:
    candidate = candidate_for(opened_round(cast), cast.anna, cast)
    first, *rest = candidate.round.profile.criteria.all()
    Criterion.objects.filter(pk=first.pk).update(needs_source=True)
    first.refresh_from_db()
    others = [Entry(one, 4, EXAMPLE) for one in rest]
    with pytest.raises(scores.Incomplete) as refusal:
        scores.hand_in(
            candidate=candidate, assessor=cast.eva, entries=[Entry(first, 4, EXAMPLE), *others], note="", at=AT
        )
    assert refusal.value.criteria == [first]
    told = [Entry(first, 4, EXAMPLE, "Kollegerne i teamet"), *others]
    scores.hand_in(candidate=candidate, assessor=cast.eva, entries=told, note="", at=AT)
    assert Score.objects.get(criterion=first).source == "Kollegerne i teamet"


def test_what_is_handed_in_stays(cast: Cast) -> None:
    candidate = candidate_for(opened_round(cast), cast.anna, cast)
    handed_in(candidate, cast.eva, 4)
    with pytest.raises(scores.HandedIn):
        handed_in(candidate, cast.eva, 1)
    assert set(Score.objects.values_list("value", flat=True)) == {4}


def test_nobody_assesses_themselves(cast: Cast) -> None:
    candidate = candidate_for(opened_round(cast), cast.mette, cast)
    with pytest.raises(scores.OwnCandidacy):
        handed_in(candidate, cast.mette)


def test_the_candidate_reads_scores_when_everybody_is_done(cast: Cast) -> None:
    candidate = candidate_for(opened_round(cast), cast.anna, cast)
    handed_in(candidate, cast.mette)
    before = stored_about(candidate)
    assert (before.sheets, before.waiting) == ([], 1)
    handed_in(candidate, cast.eva)
    assert [sheet.assessor.first_name for sheet in stored_about(candidate).sheets] == ["Eva", "Mette"]


def test_a_stopped_round_takes_no_scores(cast: Cast) -> None:
    candidate = candidate_for(opened_round(cast), cast.anna, cast)
    selection.stop(round_=candidate.round, at=AT)
    with pytest.raises(selection.RoundClosed):
        handed_in(candidate, cast.eva)
