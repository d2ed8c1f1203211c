"""Who leads a selection: the named one while holding the role, and who deputises for that person (K03, K45)."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from competence.domain import people
from competence.models import Employee, Notice, Role, RoleAssignment
from tests.cast import START, Cast
from tests.trainers import working
from tests.trainers.selecting import AT, candidate_for, handed_in, nominated, opened_round, willing
from trainers.domain import selection, teams
from trainers.models import Candidate, CoSelector, Round


def pages(client: Client, employee: Employee, round_: Round, *names: str) -> dict[str, int]:
    client.force_login(employee)
    return {name: client.get(reverse(f"trainers:{name}", args=[round_.pk])).status_code for name in names}


def start_page(client: Client, employee: Employee) -> str:
    client.force_login(employee)
    return client.get(reverse("start")).content.decode()


def project_leader(employee: Employee, cast: Cast) -> RoleAssignment:
    return people.assign_role(employee=employee, role=Role.PROJECT_LEADER, unit=cast.nordby, starts_on=START)


def deputy(employee: Employee, assignment: RoleAssignment) -> None:
    people.name_deputy(assignment=assignment, deputy=employee, starts_on=START, ends_on=date(2099, 1, 1))


def without_role(employee: Employee) -> None:
    RoleAssignment.objects.filter(employee=employee, role=Role.PROJECT_LEADER).update(ends_on=date(2020, 1, 1))


def test_the_deputy_of_another_project_leader_leads_nothing_here(client: Client, cast: Cast) -> None:
    round_ = opened_round(cast)
    deputy(cast.anna, project_leader(cast.dan, cast))
    deputy(cast.vik, cast.eva.role_assignments.get(role=Role.PROJECT_LEADER))
    assert pages(client, cast.anna, round_, "round", "round_edit") == {"round": 403, "round_edit": 403}
    assert pages(client, cast.vik, round_, "round", "round_edit") == {"round": 200, "round_edit": 200}


def test_a_deputy_is_told_of_candidates_the_leader_has_not_assessed(client: Client, cast: Cast) -> None:
    round_ = opened_round(cast)
    bo, anna = (willing(nominated(round_, one, cast.eva)) for one in (cast.bo, cast.anna))
    deputy(cast.vik, cast.eva.role_assignments.get(role=Role.PROJECT_LEADER))
    deputy(cast.dan, project_leader(cast.tess, cast))
    handed_in(bo, cast.eva)
    assert "Vurdér én kandidat" in start_page(client, cast.vik)
    assert "Vurdér én kandidat" in start_page(client, cast.eva)
    assert "Vurdér" not in start_page(client, cast.dan)
    handed_in(anna, cast.eva)
    assert "Vurdér" not in start_page(client, cast.vik)
    CoSelector.objects.create(round=round_, employee=cast.vik)
    assert "Vurdér 2 kandidater" in start_page(client, cast.vik)


def test_a_deputy_is_told_of_the_team_to_choose_and_to_begin(client: Client, cast: Cast) -> None:
    round_ = opened_round(cast)
    Round.objects.filter(pk=round_.pk).update(answer_by=START, nominate_by=START, score_by=START)
    deputy(cast.vik, cast.eva.role_assignments.get(role=Role.PROJECT_LEADER))
    assert "Vælg trænerteamet" in start_page(client, cast.vik)
    handed_in(willing(nominated(round_, cast.bo, cast.eva)), cast.eva)
    assert "Vurdér én kandidat" in start_page(client, cast.vik), "who chooses has assessed everybody"
    without_role(cast.eva)
    assert "Vælg trænerteamet" not in start_page(client, cast.eva)


def test_whoever_holds_the_role_takes_over_from_one_who_does_not(client: Client, cast: Cast) -> None:
    round_ = opened_round(cast)
    project_leader(cast.dan, cast)
    url = reverse("trainers:hand_over", args=[round_.pk])
    assert pages(client, cast.dan, round_, "hand_over", "round") == {"hand_over": 403, "round": 403}
    without_role(cast.eva)
    assert pages(client, cast.eva, round_, "hand_over", "round") == {"hand_over": 403, "round": 403}
    client.force_login(cast.dan)
    assert url in client.get(reverse("trainers:home")).content.decode()
    client.post(url, {"to": cast.dan.pk})
    assert Round.objects.get(pk=round_.pk).leader == cast.dan
    assert pages(client, cast.dan, round_, "round", "round_edit") == {"round": 200, "round_edit": 200}


def test_a_decided_selection_is_taken_over_too(client: Client, cast: Cast) -> None:
    round_ = opened_round(cast)
    selection.stop(round_=round_, reason="Vi venter.", at=AT)
    project_leader(cast.dan, cast)
    without_role(cast.eva)
    client.force_login(cast.dan)
    assert reverse("trainers:hand_over", args=[round_.pk]) in client.get(reverse("trainers:home")).content.decode()


def test_handing_over_tells_the_new_leader_who_assesses_once(client: Client, cast: Cast) -> None:
    round_ = opened_round(cast)
    project_leader(cast.mette, cast)
    client.force_login(cast.eva)
    client.post(reverse("trainers:hand_over", args=[round_.pk]), {"to": cast.mette.pk})
    assert Round.objects.get(pk=round_.pk).leader == cast.mette
    assert not CoSelector.objects.filter(round=round_, employee=cast.mette).exists()
    assert Notice.objects.get(kind="trainer_handed_over").recipient == cast.mette
    answer = client.post(reverse("trainers:hand_over", args=[round_.pk]), {"to": cast.mette.pk})
    assert answer.status_code == 403


def test_only_a_project_leader_can_be_named(client: Client, cast: Cast) -> None:
    round_ = opened_round(cast)
    project_leader(cast.dan, cast)
    client.force_login(cast.eva)
    answer = client.post(reverse("trainers:hand_over", args=[round_.pk]), {"to": cast.anna.pk})
    assert "Vælg en fra listen" in answer.content.decode()
    assert Round.objects.get(pk=round_.pk).leader == cast.eva


@pytest.fixture
def own(cast: Cast) -> Candidate:
    """Eva leads a round she is a candidate in; Mette has assessed everybody, Eva all but herself."""
    round_ = opened_round(cast)
    other, found = candidate_for(round_, cast.anna, cast), willing(nominated(round_, cast.eva, cast.finn))
    handed_in(other, cast.eva)
    handed_in(other, cast.mette)
    handed_in(found, cast.mette, 5)
    teams.run(round_=round_, by=cast.mette, at=AT)
    return Candidate.objects.get(pk=found.pk)


def test_nobody_decides_on_oneself(client: Client, cast: Cast, own: Candidate) -> None:
    (run,) = own.round.runs.all()
    client.force_login(cast.eva)
    for name, pk in (
        ("decide", own.round_id),
        ("run_problem", run.pk),
        ("run_answer", run.pk),
        ("exception", own.pk),
        ("peers_ask", own.pk),
        ("mandate_new", own.pk),
    ):
        assert client.get(reverse(f"trainers:{name}", args=[pk])).status_code == 403, name
    for name, pk in (("compose_run", own.round_id), ("pin", own.pk), ("pin", own.round.candidates.earliest("pk").pk)):
        assert client.post(reverse(f"trainers:{name}", args=[pk]), {"pin": "chosen"}).status_code == 403, name
    shown = client.get(reverse("trainers:compose", args=[own.round_id])).content.decode()
    assert "Du er selv kandidat" in shown
    assert "Anbefalet" not in shown


def test_a_deputy_decides_instead(client: Client, cast: Cast, own: Candidate) -> None:
    deputy(cast.vik, cast.eva.role_assignments.get(role=Role.PROJECT_LEADER))
    assert pages(client, cast.vik, own.round, "decide")["decide"] in (200, 302)
    selection.answer(candidate=own, answer="no", hours_wished=None, words="", wishes=[], at=AT)
    assert pages(client, cast.eva, own.round, "decide") == {"decide": 200}


def test_stopping_says_why_to_all_but_those_who_said_no(client: Client, cast: Cast) -> None:
    round_ = opened_round(cast)
    anna, dan = nominated(round_, cast.anna, cast.tove), nominated(round_, cast.dan, cast.finn)
    selection.answer(candidate=dan, answer="no", hours_wished=None, words="", wishes=[], at=AT)
    client.force_login(cast.eva)
    url = reverse("trainers:round_stop", args=[round_.pk])
    assert client.post(url, {"reason": " "}).status_code == 200
    assert Round.objects.get(pk=round_.pk).is_open
    client.post(url, {"reason": "Systemet kommer først næste år."})
    assert [one.recipient for one in Notice.objects.filter(kind="trainer_stopped")] == [cast.anna]
    client.force_login(cast.anna)
    shown = client.get(reverse("trainers:candidacy", args=[anna.pk])).content.decode()
    assert "Systemet kommer først næste år." in shown


def test_after_the_day_only_those_who_select_nominate(cast: Cast) -> None:
    round_ = opened_round(cast)
    late = AT.replace(day=21)
    with pytest.raises(selection.NominationsOver):
        selection.nominate(round_=round_, employee=cast.anna, by=cast.tove, words="", at=late)
    selection.nominate(round_=round_, employee=cast.anna, by=cast.mette, words="", at=late)
    deputy(cast.tove, cast.eva.role_assignments.get(role=Role.PROJECT_LEADER))
    selection.nominate(round_=round_, employee=cast.anna, by=cast.tove, words="", at=late)


def test_an_exception_is_taken_back(client: Client, cast: Cast) -> None:
    candidate = willing(nominated(opened_round(cast), cast.anna, cast.bo))
    selection.except_from(candidate=candidate, criterion=None, reason="Lederen er ny.", by=cast.eva, at=AT)
    client.force_login(cast.eva)
    url = reverse("trainers:exception", args=[candidate.pk])
    assert "Lederen er ny." in client.get(url).content.decode()
    client.post(url, {"back": ""})
    assert not candidate.exceptions.exists()


def test_who_leads_and_teaches_decides_nothing_about_the_own_mandate(client: Client, cast: Cast) -> None:
    (mandate,) = working.signed(cast)
    project_leader(cast.bo, cast)
    selection.hand_over(round_=mandate.round, to=cast.bo, by=cast.eva, at=AT)
    client.force_login(cast.bo)
    shown = client.get(reverse("trainers:mandate", args=[mandate.pk]))
    assert shown.status_code == 200
    for name in ("mandate_end", "mandate_edit", "mandate_topics"):
        url = reverse(f"trainers:{name}", args=[mandate.pk])
        assert client.get(url).status_code == 403, name
        assert url not in shown.content.decode()
    for name in ("ready", "mandate_start"):
        assert client.post(reverse(f"trainers:{name}", args=[mandate.pk])).status_code == 403, name
    course = mandate.round.profile.training.get(kind="course_day")
    assert client.get(reverse("trainers:part", args=[mandate.pk, course.pk])).status_code == 403
