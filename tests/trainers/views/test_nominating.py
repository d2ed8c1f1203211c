"""Whom one finds when pointing to somebody (source: K03)."""

from django.test import Client
from django.urls import reverse

from competence.domain import people
from competence.queries.people import CANDIDATES
from tests.cast import START, Cast
from tests.trainers.selecting import opened_round


def test_those_of_the_unit_are_found_however_many_have_the_name_elsewhere(client: Client, cast: Cast) -> None:
    post = people.Post(job_title="Jurist", profession="Jurist", agreement="DS", starts_on=START)
    for number in range(CANDIDATES):
        other = people.register(
            municipality=cast.nordby, number=str(900 + number), first_name="Anna", last_name=f"Abel {number}"
        )
        people.employ(employee=other, unit=cast.hr, post=post)
    client.force_login(cast.tove)
    url = reverse("trainers:nominate", args=[opened_round(cast).pk])
    content = client.get(url, {"q": "anna"}).content.decode()
    assert str(cast.anna) in content
    assert "Abel" not in content


def test_searching_keeps_what_is_written_already(client: Client, cast: Cast) -> None:
    client.force_login(cast.tove)
    url = reverse("trainers:nominate", args=[opened_round(cast).pk])
    content = client.get(url, {"q": "anna", "words": "Hun forklarer roligt."}).content.decode()
    assert "Hun forklarer roligt.</textarea>" in content
