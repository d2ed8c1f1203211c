"""Three parties act for themselves (sources: K14–K16, K20, K45)."""

from datetime import UTC, date, datetime

import pytest

from competence.domain import retention
from competence.models import Notice
from tests.cast import Cast
from tests.trainers.selecting import AT, candidate_for, handed_in, nominated, opened_round, released, willing
from trainers import tasks
from trainers.domain import decisions, profiles, selection, teams
from trainers.models import Criterion, Nomination, Profile, Round, Score
from trainers.queries.candidates import person_of
from trainers.retention import opinions_until


def mails(kind: str) -> list[str]:
    return [notice.recipient.first_name for notice in Notice.objects.filter(kind=kind)]


def test_a_nomination_asks_the_person_once(cast: Cast) -> None:
    round_ = opened_round(cast)
    candidate = nominated(round_, cast.anna, cast.bo)
    assert nominated(round_, cast.anna, cast.tove) == candidate
    with pytest.raises(selection.NominatedAlready):
        nominated(round_, cast.anna, cast.bo)
    kinds = [row.kind for row in candidate.nominations.order_by("pk")]
    assert kinds == [Nomination.Kind.COLLEAGUE, Nomination.Kind.LEADER]
    assert mails("trainer_nominated") == ["Anna"]


def test_who_nominates_themselves_gets_no_mail(cast: Cast) -> None:
    candidate = nominated(opened_round(cast), cast.anna, cast.anna)
    assert candidate.nominations.get().kind == Nomination.Kind.SELF
    assert mails("trainer_nominated") == []


def test_only_those_in_the_unit_are_nominated(cast: Cast) -> None:
    with pytest.raises(selection.NotInReach):
        nominated(opened_round(cast), cast.karl, cast.tove)


def test_a_yes_asks_the_nearest_leader(cast: Cast) -> None:
    willing(nominated(opened_round(cast), cast.anna, cast.bo))
    assert mails("trainer_release") == ["Tove"]


def test_without_yes_time_and_nearness_nobody_is_chosen(cast: Cast) -> None:
    round_ = opened_round(cast)
    candidate = nominated(round_, cast.anna, cast.bo)
    assert decisions.obstacles(person_of(candidate, None), AT.date()) == ["unwilling", "not_released", "unmet"]
    released(willing(candidate), cast.tove)
    handed_in(candidate, cast.eva)
    assert decisions.obstacles(person_of(candidate, None), AT.date()) == []
    round_.taught.filter(unit=cast.mod).delete()
    assert decisions.obstacles(person_of(candidate, None), AT.date()) == ["not_close"]


def test_an_exception_stands_in_for_the_leaders_time_with_the_hours_wished(cast: Cast) -> None:
    candidate = willing(nominated(opened_round(cast), cast.anna, cast.bo), hours=5)
    with pytest.raises(selection.ReasonMissing):
        selection.except_from(candidate=candidate, criterion=None, reason=" ", by=cast.eva, at=AT)
    selection.except_from(candidate=candidate, criterion=None, reason="Lederen er ny.", by=cast.eva, at=AT)
    person = person_of(candidate, None)
    assert (person.is_released, person.hours) == (True, 5)


def test_a_default_takes_an_exception_and_what_the_team_shares_needs_none(cast: Cast) -> None:
    candidate = candidate_for(opened_round(cast), cast.anna, cast)
    handed_in(candidate, cast.eva, 1)
    [dialogue] = person_of(candidate, None).unmet
    assert dialogue.name == "Dialog"
    shared = candidate.round.profile.criteria.get(name="Faglig")
    with pytest.raises(selection.HardRule):
        selection.except_from(candidate=candidate, criterion=shared, reason="Ja.", by=cast.eva, at=AT)
    selection.except_from(candidate=candidate, criterion=dialogue, reason="Øver sig.", by=cast.eva, at=AT)
    assert person_of(candidate, None).unmet == []


def test_a_hard_criterion_takes_no_exception(cast: Cast) -> None:
    candidate = candidate_for(opened_round(cast), cast.anna, cast)
    dialogue = candidate.round.profile.criteria.get(name="Dialog")
    Criterion.objects.filter(pk=dialogue.pk).update(demand=Criterion.Demand.HARD)
    dialogue.refresh_from_db()
    with pytest.raises(selection.HardRule):
        selection.except_from(candidate=candidate, criterion=dialogue, reason="Ja.", by=cast.eva, at=AT)


def test_a_round_keeps_the_version_it_was_opened_under(cast: Cast) -> None:
    round_ = opened_round(cast)
    made = profiles.copy(profile=round_.profile, version="2.0", at=AT)
    profiles.publish(profile=made, by=cast.hanne, at=AT)
    old = Round.objects.get().profile
    assert (old.version, old.state) == ("1.0", Profile.State.RETIRED)
    with pytest.raises(profiles.NotADraft):
        profiles.change(profile=old, facts=profiles.Facts("1.1"))
    assert [one.name for one in made.criteria.all()] == [one.name for one in old.criteria.all()]


def test_the_problem_says_who_covers_by_wish(cast: Cast) -> None:
    round_ = opened_round(cast)
    teaching = round_.profile.criteria.get(name="Undervisning")
    candidate = released(willing(nominated(round_, cast.anna, cast.bo), wishes=[teaching]), cast.tove)
    handed_in(candidate, cast.eva, 2)
    selection.except_from(
        candidate=candidate,
        criterion=round_.profile.criteria.get(name="Dialog"),
        reason="Øver sig.",
        by=cast.eva,
        at=AT,
    )
    run = teams.run(round_=round_, by=cast.eva, at=AT)
    [team] = run.answer["teams"]
    key = teams.key_of(candidate.pk)
    assert team["coverage"][f"c{teaching.pk}"] == {"members": [key], "by_wish": [key]}
    assert (team["missing_cover"], team["units_without"], team["missing_hours"]) == (2, 1, 2)


def test_a_selection_nobody_decided_is_stopped_half_a_year_after_its_day(cast: Cast) -> None:
    """So that what is said in it of people gets its end: it is due half a year later (note on K22)."""
    candidate = candidate_for(opened_round(cast), cast.bo, cast)
    handed_in(candidate, cast.eva)
    assert selection.stop_due(reason="Ingen valgte.", at=datetime(2027, 5, 10, 9, tzinfo=UTC)) == 0
    at = datetime(2027, 5, 11, 9, tzinfo=UTC)
    assert (selection.stop_due(reason="Ingen valgte.", at=at), selection.stop_due(reason="Igen.", at=at)) == (1, 0)
    round_ = Round.objects.get()
    assert (round_.closed_at, round_.decided_at, round_.reason) == (at, None, "Ingen valgte.")
    assert [one.recipient for one in Notice.objects.filter(kind="trainer_stopped")] == [cast.bo]
    assert opinions_until(round_) == date(2027, 11, 11)
    for on, left in ((date(2027, 11, 11), 3), (date(2027, 11, 12), 0)):
        retention.erase(municipality=cast.nordby, on=on, at=AT)
        assert Score.objects.count() == left


def test_the_clock_says_in_words_why_nobody_is_chosen(cast: Cast) -> None:
    round_ = opened_round(cast)
    assert tasks.stop_undecided() == 0
    Round.objects.update(
        nominate_by=date(2025, 1, 1), answer_by=date(2025, 1, 1), score_by=date(2025, 1, 1), decide_on=date(2025, 1, 1)
    )
    assert tasks.stop_undecided() == 1
    round_.refresh_from_db()
    assert round_.reason == "Ingen valgte et team senest et halvt år efter den dag, det skulle vælges."
