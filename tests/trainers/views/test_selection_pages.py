"""The pages of a selection: what they ask of the database, and what they show (sources: K05, K23, K33)."""

from dataclasses import replace

import pytest
from django.test import Client
from django.urls import reverse

from competence.domain import units
from competence.models import Employee, Unit
from tests.cast import Cast
from tests.trainers import selecting
from tests.trainers.domain.test_load import mentor
from tests.trainers.selecting import AT, FACTS
from tests.trainers.views.asking import asked, assessed
from trainers.domain import decisions, limits, selection, teams
from trainers.models import Candidate


@pytest.mark.parametrize("name", ["round", "compare", "matrix", "compose", "decide"])
def test_pages_of_a_selection_ask_the_same_for_one_and_for_three(client: Client, cast: Cast, name: str) -> None:
    round_ = selecting.opened_round(cast)
    client.force_login(cast.eva)
    url = reverse(f"trainers:{name}", args=[round_.pk])
    assessed(round_, [cast.bo], cast)
    teams.run(round_=round_, by=cast.eva, at=AT)
    one = asked(client, url)
    assessed(round_, [cast.anna, cast.tess], cast)
    teams.run(round_=round_, by=cast.eva, at=AT)
    assert asked(client, url) == one


def test_every_mean_stands_beside_its_spread(client: Client, cast: Cast) -> None:
    round_ = selecting.opened_round(cast)
    assessed(round_, [cast.bo, cast.anna], cast)
    client.force_login(cast.eva)
    content = client.get(reverse("trainers:compare", args=[round_.pk])).content.decode()
    means = content.count('class="level heat-4"')
    assert (means, content.count('class="spread')) == (6, 6)
    assert content.count("3 til 5") == 6


def test_six_are_compared_at_most(client: Client, cast: Cast) -> None:
    round_ = selecting.opened_round(cast)
    people = [cast.bo, cast.anna, cast.tess, cast.vik, cast.orla, cast.finn, cast.dan]
    found = assessed(round_, people, cast)
    client.force_login(cast.eva)
    url = reverse("trainers:compare", args=[round_.pk])
    content = client.get(url, {"who": [one.pk for one in found]}).content.decode()
    assert content.count("<td><b>") == 6


def test_units_give_hours_side_by_side_for_each_team(client: Client, cast: Cast) -> None:
    round_ = selecting.opened_round(cast)
    assessed(round_, [cast.bo, cast.anna, cast.dan, cast.tess], cast)
    teams.run(round_=round_, by=cast.eva, at=AT)
    client.force_login(cast.eva)
    response = client.get(reverse("trainers:compose", args=[round_.pk]))
    cards, drains = response.context["cards"], response.context["drains"]
    assert len(cards) == 3
    for place, card in enumerate(cards):
        assert sum(cells[place][1].now for _unit, cells in drains) == card.hours


def test_units_show_people_once_whatever_their_roles(client: Client, cast: Cast) -> None:
    """Bo is a mentor already, so that a team with him takes no head more; Anna is one more (source: T27)."""
    mentor(cast.bo, cast.mod, 1)
    limits.set_limit(unit=cast.mod, max_members=2, max_hours=None)
    round_ = selecting.opened_round(cast)
    bo, _anna = assessed(round_, [cast.bo, cast.anna], cast)
    run = teams.run(round_=round_, by=cast.eva, at=AT)
    counted = {one["id"]: one.get("counted", False) for one in run.problem["candidates"]}
    assert counted == {teams.key_of(one.pk): one is bo for one in (bo, _anna)}
    client.force_login(cast.eva)
    page = client.get(reverse("trainers:compose", args=[round_.pk]))
    drains = dict(page.context["drains"])
    found = {frozenset(one.first_name for one in card.people): row.members for card, row in drains[cast.mod]}
    assert found == {frozenset({"Bo"}): 1, frozenset({"Anna"}): 2, frozenset({"Anna", "Bo"}): 2}
    assert "1 af højst 2 personer" in page.content.decode()


def test_no_two_teams_are_called_the_same_and_it_is_said_why_somebody_is_needed(client: Client, cast: Cast) -> None:
    round_ = selecting.opened_round(cast, replace(FACTS, min_size=2, max_size=2, hours_needed=2))
    assessed(round_, [cast.bo, cast.anna, cast.dan, cast.tess], cast)
    teams.run(round_=round_, by=cast.eva, at=AT)
    client.force_login(cast.eva)
    response = client.get(reverse("trainers:compose", args=[round_.pk]))
    cards = response.context["cards"]
    titles = [card.title for card in cards]
    assert len(set(titles)) == len(titles) == 3
    best = set(cards[0].names)
    for card in cards[1:]:
        gone, new = best - set(card.names), set(card.names) - best
        assert card.title == f"Med {' og '.join(sorted(new))} i stedet for {' og '.join(sorted(gone))}"
    needed = {(one.name, one.why) for card in cards for one in card.critical}
    assert ("Dan", "ingen anden er tæt på Familie") in needed
    assert "<b>Dan</b>: ingen anden er tæt på Familie" in response.content.decode()


def test_after_the_decision_those_chosen_stand_first(client: Client, cast: Cast) -> None:
    round_ = selecting.opened_round(cast)
    anna, bo, dan = assessed(round_, [cast.anna, cast.bo, cast.dan], cast)
    outcomes = {anna.pk: "declined", bo.pk: "reserve", dan.pk: "chosen"}
    reasons = dict.fromkeys(outcomes, "Sådan er det.")
    decisions.decide(round_=round_, outcomes=outcomes, reasons=reasons, reason="Dan er god.", by=cast.eva, at=AT)
    client.force_login(cast.eva)
    rows = client.get(reverse("trainers:round", args=[round_.pk])).context["rows"]
    people = client.get(reverse("trainers:compose", args=[round_.pk])).context["people"]
    assert [row.person.pk for row in rows] == [one.pk for one in people] == [dan.pk, bo.pk, anna.pk]


def test_matrix_tells_people_with_the_same_initials_apart_and_says_both_numbers(client: Client, cast: Cast) -> None:
    round_ = selecting.opened_round(cast)
    Employee.objects.filter(pk=cast.bo.pk).update(first_name="Osvald", last_name="Lind")
    Employee.objects.filter(pk=cast.anna.pk).update(first_name="Ofelia", last_name="Laursen")
    assessed(round_, [cast.bo, cast.anna], cast)
    client.force_login(cast.eva)
    content = client.get(reverse("trainers:matrix", args=[round_.pk])).content.decode()
    assert [content.count(f">{sign}<") for sign in ("OsL", "OfL", "OL")] == [2, 2, 0]
    assert content.count("kan 4, vil 4") == 2


def test_every_unit_can_be_said_and_those_not_shown_stay(client: Client, cast: Cast) -> None:
    """Seventy teams in two centres: all are on the page, in groups, and what is posted of some leaves the others."""
    centres = [units.add(parent=cast.bu, code=f"C{n}", name=f"Center {n}", kind=Unit.Kind.CENTRE) for n in range(2)]
    made = [units.add(parent=centres[n % 2], code=f"T{n}", name=f"Hold {n}", kind=Unit.Kind.TEAM) for n in range(70)]
    round_ = selecting.opened_round(cast)
    client.force_login(cast.eva)
    url = reverse("trainers:set_up", args=[round_.pk])
    page = client.get(url)
    groups = {group.name: len(group.fields) for group in page.context["form"].groups}
    assert (groups["Center 0"], groups["Center 1"]) == (36, 36)
    assert all(f"users_{unit.pk}" in page.content.decode() for unit in made)
    client.post(url, {f"users_{made[-1].pk}": "7", f"users_{cast.mod.pk}": "6", "selectors": [cast.mette.pk]})
    assert dict(round_.taught.values_list("unit", "users")) == {cast.mod.pk: 6, made[-1].pk: 7}
    selection.set_up(round_=round_, users={cast.mod.pk: 0}, selectors=[cast.mette])
    assert dict(round_.taught.values_list("unit", "users")) == {made[-1].pk: 7}


def test_the_composer_reads_nobody_twice(client: Client, cast: Cast) -> None:
    round_ = selecting.opened_round(cast)
    assessed(round_, [cast.bo, cast.anna], cast)
    teams.run(round_=round_, by=cast.eva, at=AT)
    client.force_login(cast.eva)
    assert asked(client, reverse("trainers:compose", args=[round_.pk])) == 13


def test_composer_says_whether_one_person_is_enough(client: Client, cast: Cast) -> None:
    round_ = selecting.opened_round(cast)
    bo = selecting.candidate_for(round_, cast.bo, cast)
    selecting.handed_in(bo, cast.eva)
    url = reverse("trainers:compose", args=[round_.pk])
    teams.run(round_=round_, by=cast.eva, at=AT)
    client.force_login(cast.eva)
    assert "Ingen dækker det hele alene" in client.get(url).content.decode()
    hours, near = selection.Hours(1, FACTS.hours_needed, 1), list(round_.taught.all())
    selection.release(candidate=bo, hours=hours, near=near, words="", by=cast.tove, at=AT)
    teams.run(round_=round_, by=cast.eva, at=AT)
    assert "Én person er nok: Bo Bang dækker det hele alene." in client.get(url).content.decode()


def test_who_is_left_out_on_the_page_is_in_no_team_of_the_next_run(client: Client, cast: Cast) -> None:
    round_ = selecting.opened_round(cast)
    bo, _anna = assessed(round_, [cast.bo, cast.anna], cast)
    client.force_login(cast.eva)
    for pin, is_in in (("excluded", False), ("chosen", True)):
        client.post(reverse("trainers:pin", args=[bo.pk]), {"pin": pin})
        found = [team["members"] for team in round_.runs.latest("pk").answer["teams"]]
        assert {teams.key_of(bo.pk) in members for members in found} == {is_in}


def test_nobody_must_be_in_who_is_below_what_each_member_must_have(client: Client, cast: Cast) -> None:
    """Also where it was said before it was known; the page names the criteria both times."""
    round_ = selecting.opened_round(cast)
    bo, anna = (selecting.candidate_for(round_, one, cast) for one in (cast.bo, cast.anna))
    selecting.handed_in(bo, cast.eva)
    selecting.handed_in(anna, cast.eva, 1)
    client.force_login(cast.eva)
    answer = client.post(reverse("trainers:pin", args=[anna.pk]), {"pin": "chosen"}, follow=True).content.decode()
    assert "Anna Ærø kan ikke være med: niveauet er under det, alle i teamet skal have, i Dialog." in answer
    assert (Candidate.objects.get(pk=anna.pk).pin, round_.runs.count()) == ("open", 0)
    Candidate.objects.filter(pk=anna.pk).update(pin="chosen")
    client.post(reverse("trainers:compose_run", args=[round_.pk]))
    found = [team["members"] for team in round_.runs.get().answer["teams"]]
    assert found == [[teams.key_of(bo.pk)]]
    page = client.get(reverse("trainers:compose", args=[round_.pk])).content.decode()
    assert "Anna Ærø skal med, men niveauet er under det, alle i teamet skal have, i Dialog." in page
    selection.except_from(
        candidate=anna, criterion=round_.profile.criteria.get(name="Dialog"), reason="Øver sig.", by=cast.eva, at=AT
    )
    client.post(reverse("trainers:pin", args=[anna.pk]), {"pin": "chosen"})
    assert all(teams.key_of(anna.pk) in team["members"] for team in round_.runs.latest("pk").answer["teams"])


def test_an_exchange_says_what_the_team_becomes(cast: Cast) -> None:
    round_ = selecting.opened_round(cast)
    assessed(round_, [cast.bo, cast.anna], cast)
    tess = selecting.candidate_for(round_, cast.tess, cast, hours=2)
    selecting.handed_in(tess, cast.eva, 1)
    dialogue = round_.profile.criteria.get(name="Dialog")
    selection.except_from(candidate=tess, criterion=dialogue, reason="Øver sig.", by=cast.eva, at=AT)
    composed = teams.read_run(teams.run(round_=round_, by=cast.eva, at=AT))
    for team in composed.teams:
        found = teams.exchanges(composed, team)
        assert len(found) <= 3
        for one in found:
            after = teams.team_of(composed.problem, {*team.members, one.joins} - {one.leaves})
            assert after.missing_cover == team.missing_cover + one.missing_cover
            assert after.missing_hours == team.missing_hours + one.missing_hours
            assert after.suitability == team.suitability + one.suitability
    assert any(teams.exchanges(composed, team) for team in composed.teams)
