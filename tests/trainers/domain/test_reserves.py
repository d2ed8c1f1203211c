"""A reserve takes the place of somebody who has stopped, under the same rules (sources: K44, K45, T27)."""

from datetime import date, timedelta

import pytest
from django.utils import translation

from competence.domain import people, retention
from competence.models import Notice
from tests import papers
from tests.cast import Cast
from tests.trainers import selecting, working
from tests.trainers.selecting import AT
from trainers import emails, pdf, tasks
from trainers.domain import decisions, limits, mandates, reserves, selection, teams
from trainers.letters import letter_of
from trainers.models import Candidate, Mandate, Release, Selection, UnitLimit
from trainers.obstacles import obstacles_of
from trainers.proposals import proposal
from trainers.queries.answered import answered_before
from trainers.queries.candidates import person_of
from trainers.queries.teams_at_work import free_places, members_of, without, without_trainer

WHY = "Bo er holdt op, og du dækker det samme."


def team_with_a_reserve(cast: Cast) -> tuple[Candidate, Candidate]:
    """Bo is chosen, Anna is the reserve; both come from Modtagelse and give four hours."""
    round_ = selecting.opened_round(cast)
    bo, anna = (selecting.candidate_for(round_, one, cast) for one in (cast.bo, cast.anna))
    for one in (bo, anna):
        selecting.handed_in(one, cast.eva)
    outcomes = {bo.pk: Selection.Outcome.CHOSEN, anna.pk: Selection.Outcome.RESERVE}
    reasons = dict.fromkeys(outcomes, "Holdet er dækket.")
    decisions.decide(round_=round_, outcomes=outcomes, reasons=reasons, reason="Dækker det.", by=cast.eva, at=AT)
    return working.fresh(bo), working.fresh(anna)


def units_alone(candidate: Candidate) -> list[str]:
    """The units that nobody of the team is near."""
    round_ = candidate.round
    return [str(one.unit) for one in without_trainer(round_, members_of(round_))]


def team_whose_time_is_erased(cast: Cast) -> tuple[Candidate, Candidate]:
    """Both are near Familie too, as the manager said; a half year later what the manager said is gone."""
    round_ = selecting.opened_round(cast)
    bo, anna = (selecting.candidate_for(round_, one, cast) for one in (cast.bo, cast.anna))
    for one in (bo, anna):
        selecting.handed_in(one, cast.eva)
        selection.release(
            candidate=one,
            hours=selection.Hours(1, 4, 1),
            near=[round_.taught.get(unit=cast.fam)],
            words="",
            by=cast.tove,
            at=AT,
        )
    outcomes = {bo.pk: Selection.Outcome.CHOSEN, anna.pk: Selection.Outcome.RESERVE}
    reasons = dict.fromkeys(outcomes, "Holdet er dækket.")
    decisions.decide(round_=round_, outcomes=outcomes, reasons=reasons, reason="Dækker det.", by=cast.eva, at=AT)
    return working.fresh(bo), working.fresh(anna)


def erased(cast: Cast) -> None:
    retention.erase(municipality=cast.nordby, on=date(2027, 4, 17), at=AT)
    assert Release.objects.count() == 0


def taken_in(candidate: Candidate, cast: Cast, reason: str = WHY) -> Selection:
    return reserves.take_in(selection=working.fresh(candidate).selection, reason=reason, by=cast.eva, at=AT)


def test_a_reserve_is_taken_in_when_a_mandate_has_ended(cast: Cast) -> None:
    bo, anna = team_with_a_reserve(cast)
    mandates.end(mandate=working.made(bo, cast), reason="Nyt arbejde.", at=AT)
    row = taken_in(anna, cast)
    assert (row.outcome, row.hours, row.reason, row.taken_in_by) == ("chosen", 4, WHY, cast.eva)
    assert {one.name for one in row.covers.all()} == {"Faglig", "Undervisning", "Dialog"}
    limit = UnitLimit.objects.get(unit=cast.mod)
    assert (limit.members, limit.hours) == (1, 4)
    assert WHY in dict(letter_of(working.fresh(anna).selection).rows).values()
    assert Notice.objects.filter(recipient=cast.anna, kind="trainer_answer").count() == 2
    mandate = working.made(working.fresh(anna), cast)
    assert mandate.hours_taken == 4


def test_a_reserve_takes_the_most_hours_of_the_three_phases(cast: Cast) -> None:
    bo, anna = team_with_a_reserve(cast)
    Release.objects.filter(candidate=anna).update(hours_before=9)
    reserves.withdraw(selection=bo.selection, reason="Vil ikke.", at=AT)
    assert (taken_in(anna, cast).hours, UnitLimit.objects.get(unit=cast.mod).hours) == (9, 9)


def test_a_place_is_free_only_when_somebody_has_stopped_and_once(cast: Cast) -> None:
    bo, anna = team_with_a_reserve(cast)
    with pytest.raises(reserves.NoPlace):
        taken_in(anna, cast)
    reserves.withdraw(selection=bo.selection, reason="Vil hellere være i teamet.", at=AT)
    taken_in(anna, cast)
    with pytest.raises(reserves.NotTheirTurn):
        taken_in(anna, cast)
    assert reserves.free_places(anna.round) == 0


def test_a_mandate_that_ends_with_its_period_leaves_no_place(cast: Cast) -> None:
    """Neither where it is counted for the reserve nor on the page of the team."""
    bo, anna = team_with_a_reserve(cast)
    mandate = working.made(bo, cast)
    after = AT + timedelta(days=400)
    assert mandates.end_due(reason="Perioden er slut.", left="Er rejst.", at=after) == 1
    assert working.now(mandate).ended_at == after
    assert (reserves.free_places(anna.round), free_places(members_of(anna.round))) == (0, 0)
    Mandate.objects.update(ended_at=AT)
    assert (reserves.free_places(anna.round), free_places(members_of(anna.round))) == (1, 1)


def test_who_steps_back_says_why_and_the_project_leader_is_told(cast: Cast) -> None:
    bo, _anna = team_with_a_reserve(cast)
    row = reserves.step_back(selection=bo.selection, reason="Flytter til Jylland.", at=AT)
    assert (row.outcome, row.reason, row.hours) == ("withdrawn", "Flytter til Jylland.", 0)
    notice = Notice.objects.get(kind="trainer_stepped_back")
    assert notice.recipient == cast.eva
    assert "Flytter" not in emails.stepped_back(row).text


def test_who_has_left_holds_neither_hours_nor_a_head(cast: Cast) -> None:
    """Nightly; the project leader is told, the place is free, and who still works there stays in the team."""
    bo, anna = team_with_a_reserve(cast)
    assert reserves.withdraw_gone(reason="Er rejst.", at=AT) == 0
    people.end_employment(employment=cast.bo.employments.get(), on=date(2026, 1, 31))
    with translation.override("da"):
        tasks.end_mandates()
    row = working.fresh(bo).selection
    assert (row.outcome, row.reason, row.hours) == ("withdrawn", "Er ikke længere ansat i kommunen.", 0)
    limit = UnitLimit.objects.get(unit=cast.mod)
    assert (limit.members, limit.hours, reserves.free_places(anna.round)) == (0, 0, 1)
    assert Notice.objects.get(kind="trainer_stepped_back").recipient == cast.eva


def test_nobody_without_a_post_in_the_unit_is_chosen_or_taken_in(cast: Cast) -> None:
    bo, anna = team_with_a_reserve(cast)
    reserves.withdraw(selection=bo.selection, reason="Vil ikke.", at=AT)
    cast.anna.employments.update(unit=cast.fam)
    with pytest.raises(decisions.NotSelectable):
        taken_in(anna, cast)
    (told,) = [one for one in teams.problem_for(anna.round, AT.date()).candidates if one.id == teams.key_of(anna.pk)]
    assert told.unusable == "excluded"
    person = person_of(anna, None)
    assert decisions.obstacles(person, AT.date()) == ["no_post"]
    with translation.override("da"):
        words = [(one.text, one.is_hard) for one in obstacles_of(person, AT.date())]
        assert proposal([person], set(), AT.date())[anna.pk] == ("declined", "Du arbejder ikke længere i Modtagelse.")
    assert words == [("Arbejder ikke længere i Modtagelse.", True)]


def test_what_was_answered_first_is_kept(cast: Cast) -> None:
    bo, _anna = team_with_a_reserve(cast)
    row = reserves.withdraw(selection=bo.selection, reason="Vil hellere være i teamet.", at=AT + timedelta(days=3))
    found = [(one.outcome, one.reason, one.decided_at) for one in answered_before(row)]
    assert found == [("chosen", "Holdet er dækket.", AT)]


def test_who_withdraws_before_the_mandate_gives_everything_back(cast: Cast) -> None:
    bo, _anna = team_with_a_reserve(cast)
    row = reserves.withdraw(selection=bo.selection, reason="Vil hellere være i teamet.", at=AT)
    limit = UnitLimit.objects.get(unit=cast.mod)
    assert (row.outcome, row.hours, limit.members, limit.hours) == ("withdrawn", 0, 0, 0)
    with pytest.raises(mandates.NotChosen):
        working.made(working.fresh(bo), cast)


def test_who_has_a_mandate_ends_it_and_does_not_withdraw(cast: Cast) -> None:
    bo, _anna = team_with_a_reserve(cast)
    working.made(bo, cast)
    with pytest.raises(reserves.NotTheirTurn):
        reserves.withdraw(selection=bo.selection, reason="Vil ikke.", at=AT)


def test_what_held_for_the_chosen_holds_for_a_reserve(cast: Cast) -> None:
    """The unit’s limit, the released time, and a reason; then nothing has changed."""
    bo, anna = team_with_a_reserve(cast)
    reserves.withdraw(selection=bo.selection, reason="Vil ikke.", at=AT)
    with pytest.raises(reserves.ReasonMissing):
        taken_in(anna, cast, " ")
    limits.set_limit(unit=cast.mod, max_members=None, max_hours=3)
    with pytest.raises(limits.OverLimit):
        taken_in(anna, cast)
    limits.set_limit(unit=cast.mod, max_members=None, max_hours=None)
    Release.objects.filter(candidate=anna).delete()
    with pytest.raises(decisions.NotSelectable):
        taken_in(anna, cast)
    assert working.fresh(anna).selection.outcome == Selection.Outcome.RESERVE


def test_the_record_says_who_was_taken_in_by_whom_and_who_withdrew(cast: Cast) -> None:
    bo, anna = team_with_a_reserve(cast)
    reserves.withdraw(selection=bo.selection, reason="Privat grund.", at=AT)
    taken_in(anna, cast)
    content = pdf.record(working.fresh(anna).round, on=AT.date(), language="da")
    text = " ".join(papers.pages(content))
    assert f"Anna Ærø blev taget ind fra reserven af Eva Eriksen den 15. oktober 2026: {WHY}" in text
    assert "Bo Bang trak sig den 15. oktober 2026." in text
    assert "Privat grund." not in text


def test_nearness_stays_when_what_the_manager_answered_is_erased(cast: Cast) -> None:
    """No gap is told that is none, and what is lost with somebody is told as before (sources: K06, K20)."""
    bo, _anna = team_whose_time_is_erased(cast)
    working.made(bo, cast)
    before = without(bo.round, bo.pk)
    assert (units_alone(bo), str(before["lacking"])) == ([], "[<TaughtUnit: Modtagelse>, <TaughtUnit: Familie>]")
    erased(cast)
    assert units_alone(bo) == []
    assert without(bo.round, bo.pk) == before


def test_nearness_of_a_reserve_who_was_taken_in_stays_too(cast: Cast) -> None:
    bo, anna = team_whose_time_is_erased(cast)
    reserves.withdraw(selection=bo.selection, reason="Vil ikke.", at=AT)
    assert units_alone(anna) == ["Modtagelse", "Familie"]
    taken_in(anna, cast)
    erased(cast)
    assert units_alone(anna) == []


def test_the_record_says_who_covers_what_when_the_scores_are_erased(cast: Cast) -> None:
    bo, _anna = team_with_a_reserve(cast)
    levels = " ".join(papers.pages(pdf.record(bo.round, on=AT.date(), language="da")))
    assert ("Niveauer i teamet" in levels, "Dækkes af" in levels) == (True, False)
    erased(cast)
    told = " ".join(papers.pages(pdf.record(working.fresh(bo).round, on=date(2027, 4, 17), language="da")))
    assert ("Niveauer i teamet" in told, "Dækkes af" in told) == (False, True)
    assert told.count("Bo Bang") == 4


def test_a_reserve_who_no_longer_wants_to_is_not_taken_in_until_it_is_taken_back(cast: Cast) -> None:
    """No place becomes free by it."""
    bo, anna = team_with_a_reserve(cast)
    reserves.want_no_longer(selection=anna.selection, at=AT)
    assert (reserves.free_places(anna.round), free_places(members_of(anna.round))) == (0, 0)
    reserves.withdraw(selection=bo.selection, reason="Vil ikke.", at=AT)
    with pytest.raises(reserves.WantsToNoLonger):
        taken_in(anna, cast)
    assert working.fresh(anna).selection.outcome == "reserve"
    reserves.want_again(selection=anna.selection)
    assert taken_in(anna, cast).outcome == "chosen"
    with pytest.raises(reserves.NotTheirTurn):
        reserves.want_no_longer(selection=anna.selection, at=AT)
