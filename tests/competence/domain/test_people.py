"""Employments, leave, roles and deputies, and what they mean for those signed in."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from competence.domain import people
from competence.models import Role
from tests.cast import TODAY, Cast


def test_leave_does_not_change_seniority(cast: Cast) -> None:
    post = cast.anna.employments.get()
    people.start_leave(employment=post, starts_on=TODAY)
    post.refresh_from_db()
    assert post.seniority_on == date(2019, 3, 1)


def test_two_leaves_cannot_hold_the_same_day(cast: Cast) -> None:
    post = cast.orla.employments.get()
    with pytest.raises(people.LeaveOverlaps):
        people.start_leave(employment=post, starts_on=date(2026, 7, 1), ends_on=date(2026, 8, 1))
    people.start_leave(employment=post, starts_on=date(2026, 7, 1), ends_on=date(2026, 7, 31))
    assert post.leaves.count() == 2


def test_end_of_the_last_employment_ends_roles_and_leave(cast: Cast) -> None:
    people.end_employment(employment=cast.tove.employments.get(), on=TODAY)
    assert {role.ends_on for role in cast.tove.role_assignments.all()} == {TODAY}


def test_end_of_one_of_two_employments_keeps_the_roles(cast: Cast) -> None:
    people.employ(employee=cast.tove, unit=cast.fam, post=people.Post(job_title="Konsulent", starts_on=TODAY))
    people.end_employment(employment=cast.tove.employments.get(unit=cast.mod), on=TODAY)
    assert {role.ends_on for role in cast.tove.role_assignments.all()} == {None}


def test_session_ends_the_day_after_the_last_day(cast: Cast, client: Client) -> None:
    client.force_login(cast.anna)
    people.end_employment(employment=cast.anna.employments.get(), on=TODAY)
    assert cast.anna.name in client.get(reverse("me")).content.decode()
    people.end_employment(employment=cast.anna.employments.get(), on=TODAY - timedelta(days=1))
    answer = client.get(reverse("me"))
    assert answer["Location"] == "/account/login/?next=/me/"


def test_ended_role_gives_no_access_from_the_next_request_on(cast: Cast, client: Client) -> None:
    client.force_login(cast.tove)
    page = reverse("person", args=[cast.anna.pk])
    assert "anna@nordby.example" in client.get(page).content.decode()
    for role in cast.tove.role_assignments.all():
        people.end_role(assignment=role, on=TODAY)
    assert "anna@nordby.example" not in client.get(page).content.decode()


def test_deputy_has_the_access_of_the_role_only_in_the_period(cast: Cast, client: Client) -> None:
    deputy = cast.dan.role_assignments.get()
    page = reverse("person", args=[cast.anna.pk])
    client.force_login(cast.dan)
    assert "anna@nordby.example" in client.get(page).content.decode()
    people.end_role(assignment=deputy, on=TODAY)
    assert "anna@nordby.example" not in client.get(page).content.decode()


def test_deputy_loses_the_role_with_the_one_deputised_for(cast: Cast, client: Client) -> None:
    client.force_login(cast.dan)
    people.end_role(assignment=cast.tove.role_assignments.get(role=Role.TEAM_LEADER), on=TODAY)
    assert "anna@nordby.example" not in client.get(reverse("person", args=[cast.anna.pk])).content.decode()


def test_nobody_deputises_for_themselves_or_twice(cast: Cast) -> None:
    role = cast.tove.role_assignments.get(role=Role.TEAM_LEADER)
    for deputy in (cast.tove, cast.dan):
        with pytest.raises(people.NotADeputy):
            people.name_deputy(assignment=role, deputy=deputy, starts_on=TODAY, ends_on=TODAY)


def test_role_is_not_assigned_twice_nor_across_municipalities(cast: Cast) -> None:
    with pytest.raises(people.AlreadyHeld):
        people.assign_role(employee=cast.tove, role=Role.TEAM_LEADER, unit=cast.mod, starts_on=TODAY)
    with pytest.raises(people.NotInThisMunicipality):
        people.assign_role(employee=cast.sven, role=Role.HR, unit=cast.nordby, starts_on=TODAY)


def test_leader_names_own_deputy_on_the_page(cast: Cast, client: Client) -> None:
    role = cast.finn.role_assignments.get(role=Role.TEAM_LEADER)
    client.force_login(cast.finn)
    page = reverse("deputy_new", args=[role.pk])
    assert cast.eva.name in client.get(page, {"q": "eva"}).content.decode()
    data = {"q": "eva", "deputy": cast.eva.pk, "starts_on": "2026-10-15", "ends_on": "2026-10-20"}
    assert client.post(page, data)["Location"] == reverse("me")
    named = cast.eva.role_assignments.get()
    assert (named.deputises_for_id, named.ends_on) == (role.pk, date(2026, 10, 20))


def test_refused_deputy_keeps_what_was_typed(cast: Cast, client: Client) -> None:
    role = cast.finn.role_assignments.get(role=Role.TEAM_LEADER)
    client.force_login(cast.finn)
    data = {"q": "eva", "starts_on": "2026-10-15", "ends_on": "2026-10-01"}
    body = client.post(reverse("deputy_new", args=[role.pk]), data).content.decode()
    assert 'value="2026-10-01"' in body
    assert cast.eva.role_assignments.count() == 0
