"""Scores are given alone and read together (sources: K03, K17–K32)."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from competence.models import Employee
from competence.queries.me import everything_about
from tests.cast import Cast
from tests.trainers.selecting import AT, EXAMPLE, candidate_for, entries, handed_in, opened_round
from trainers.domain import scores, selection
from trainers.domain.scores import Entry
from trainers.models import Candidate, Criterion, Score, ScoreSheet
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
    selection.stop(round_=candidate.round, reason="Vi venter.", at=AT)
    with pytest.raises(selection.RoundClosed):
        handed_in(candidate, cast.eva)


def test_a_draft_keeps_halves_as_they_were_typed(client: Client, cast: Cast) -> None:
    candidate = candidate_for(opened_round(cast), cast.anna, cast)
    first, second, _third = candidate.round.profile.criteria.order_by("position")
    client.force_login(cast.eva)
    url = reverse("trainers:sheet", args=[candidate.pk])
    client.post(url, {"save": "", f"value_{first.pk}": "3", f"example_{second.pk}": "Hjalp Vik med en svær sag."})
    shown = client.get(url).content.decode()
    assert "Hjalp Vik med en svær sag." in shown
    assert re.search(rf'name="value_{first.pk}" value="3"[^>]*checked', shown)
    assert Score.objects.count() == 0
    handed_in(candidate, cast.eva, 4)
    assert (Score.objects.count(), ScoreSheet.objects.get().draft) == (3, {})


def test_a_draft_is_in_nobodys_data(cast: Cast) -> None:
    candidate = candidate_for(opened_round(cast), cast.anna, cast)
    scores.save(
        candidate=candidate, assessor=cast.eva, entries=entries(candidate.round, 1, "Hemmeligt"), note="", at=AT
    )
    selection.stop(round_=candidate.round, reason="Vi venter.", at=AT)
    assert "Hemmeligt" not in str(everything_about(cast.anna))


def test_who_assesses_no_more_opens_nothing_early(cast: Cast) -> None:
    """Mette has handed in and is replaced by Finn, who hands in too: the project leader has not yet."""
    candidate = candidate_for(opened_round(cast), cast.anna, cast)
    handed_in(candidate, cast.mette)
    selection.set_up(round_=candidate.round, users={cast.mod.pk: 6}, selectors=[cast.finn])
    handed_in(candidate, cast.finn)
    told = stored_about(candidate)
    assert (told.sheets, told.waiting) == ([], 1)
    handed_in(candidate, cast.eva)
    assert len(stored_about(candidate).sheets) == 3


def test_an_assessor_who_is_a_candidate_is_not_waited_for(cast: Cast) -> None:
    candidate = candidate_for(opened_round(cast), cast.mette, cast)
    handed_in(candidate, cast.eva)
    assert len(stored_about(candidate).sheets) == 1


def test_a_note_to_oneself_is_on_no_page_of_the_candidate(client: Client, cast: Cast) -> None:
    candidate = candidate_for(opened_round(cast), cast.anna, cast)
    for one in (cast.eva, cast.mette):
        given = entries(candidate.round, 4)
        scores.hand_in(candidate=candidate, assessor=one, entries=given, note="PRIVAT", at=AT)
    client.force_login(cast.anna)
    shown = client.get(reverse("trainers:candidacy", args=[candidate.pk])).content.decode()
    assert EXAMPLE in shown
    assert "PRIVAT" not in shown
