"""Lists: what is on them, in which order, and that their queries do not grow."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from competence.domain import people
from competence.models import Employee, Role
from tests.cast import START, Cast

MOST = 10


def _hire(cast: Cast, number: int) -> Employee:
    employee = people.register(municipality=cast.nordby, number=str(number), first_name="Nye", last_name=f"N{number}")
    post = people.Post(job_title="Rådgiver", profession=f"Fag {number}", starts_on=START)
    people.employ(employee=employee, unit=cast.mod, post=post)
    people.assign_role(employee=employee, role=Role.MENTOR, unit=cast.mod, starts_on=START)
    return employee


def queries_of(client: Client, address: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as seen:
        assert client.get(address).status_code == 200
    return len(seen)


def assert_constant_queries(client: Client, address: str, grow: Callable[[], object], most: int = MOST) -> None:
    """The same number of queries before and after `grow` has added rows, and no more than `most`."""
    queries_of(client, address)
    before = queries_of(client, address)
    grow()
    assert queries_of(client, address) == before <= most


@pytest.mark.parametrize("name", ["people", "roles", "units", "search", "learning", "history", "organisation", "me"])
def test_queries_do_not_grow_with_the_staff(name: str, cast: Cast, client: Client) -> None:
    client.force_login(cast.hanne)
    _hire(cast, 500)
    address = reverse(name) + ("?q=nye" if name == "search" else "")
    assert_constant_queries(client, address, lambda: [_hire(cast, number) for number in range(501, 505)])


def test_persons_page_has_a_constant_number_of_queries(cast: Cast, client: Client) -> None:
    client.force_login(cast.hanne)
    post = people.Post(job_title="Vejleder", starts_on=START)

    def grow() -> None:
        for unit in (cast.fam, cast.kon, cast.hr):
            people.employ(employee=cast.anna, unit=unit, post=post)

    assert_constant_queries(client, reverse("person", args=[cast.anna.pk]), grow)


def names_on(client: Client, **asked: str) -> list[str]:
    table = client.get(reverse("people"), asked).context["table"]
    return [row.record.first_name for row in table.rows]


def test_people_stand_in_danish_order(cast: Cast, client: Client) -> None:
    for number, name in enumerate(["Åse", "Zenia", "Ørn", "Ælfred", "Aage"], start=600):
        employee = people.register(municipality=cast.nordby, number=str(number), first_name=name, last_name="Test")
        people.employ(employee=employee, unit=cast.kon, post=people.Post(job_title="Rådgiver", starts_on=START))
    client.force_login(cast.hanne)
    assert names_on(client, q="test") == ["Zenia", "Ælfred", "Ørn", "Aage", "Åse"]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"q": "ØSTERGAARD"}, ["Orla"]),
        ({"q": "103"}, ["Orla"]),
        ({"leave": "yes"}, ["Orla"]),
        ({"kind": "substitute"}, ["Vik"]),
        ({"kind": "substitute", "leave": "yes"}, []),
        ({"q": "leif"}, []),
    ],
)
def test_people_are_found_by_name_number_and_post(
    asked: dict[str, str], expected: list[str], cast: Cast, client: Client
) -> None:
    client.force_login(cast.hanne)
    assert names_on(client, **asked) == expected


def test_leader_lists_only_own_staff(cast: Cast, client: Client) -> None:
    client.force_login(cast.tove)
    people.end_role(assignment=cast.tove.role_assignments.get(role="leadership_group"), on=START)
    assert names_on(client) == ["Anna", "Bo", "Orla", "Tess", "Tove", "Vik"]


def test_nonsense_in_the_address_gives_the_whole_list(cast: Cast, client: Client) -> None:
    client.force_login(cast.hanne)
    address = reverse("people") + "?unit=x&kind=y&page=999&sort=zz"
    assert client.get(address).status_code == 200


def test_search_finds_colleagues_units_and_nobody_elsewhere(cast: Cast, client: Client) -> None:
    client.force_login(cast.anna)
    body = client.get(reverse("search"), {"q": "mod"}).content.decode()
    assert "Modtagelse" in body
    assert "anna@nordby.example" not in client.get(reverse("search"), {"q": "anna"}).content.decode()
    client.force_login(cast.sven)
    assert "Modtagelse" not in client.get(reverse("search"), {"q": "mod"}).content.decode()


def test_history_shows_who_changed_what_from_and_to(cast: Cast, client: Client) -> None:
    client.force_login(cast.hanne)
    data = {"first_name": "Anna", "last_name": "Nord", "email": "anna@nordby.example"}
    client.post(reverse("person_edit", args=[cast.anna.pk]), data)
    change = client.get(reverse("history"), {"q": "anna nord", "label": "competence.Employee"}).context["changes"][0]
    assert (change.who, change.subject) == ("Hanne Holm", "Anna Nord")
    assert [(old, new) for _field, old, new in change.details] == [("Ærø", "Nord")]


def test_my_data_is_mine_alone(cast: Cast, client: Client) -> None:
    client.force_login(cast.anna)
    everything = client.get(reverse("my_data")).json()
    assert [row["email"] for row in everything["competence.Employee"]] == ["anna@nordby.example"]
    assert [row["employee"] for row in everything["competence.Employment"]] == [cast.anna.pk]
    assert "password" not in everything["competence.Employee"][0]


def test_refused_page_is_logged(cast: Cast, client: Client, caplog: pytest.LogCaptureFixture) -> None:
    client.force_login(cast.anna)
    client.get(reverse("roles"))
    assert f"refused GET /roles/ to {cast.anna.pk}" in caplog.text


def test_pages_do_not_change_anything_by_get(cast: Cast, client: Client) -> None:
    client.force_login(cast.hanne)
    role = cast.dan.role_assignments.get()
    client.get(reverse("role_end", args=[role.pk]))
    assert cast.dan.role_assignments.get() == role
