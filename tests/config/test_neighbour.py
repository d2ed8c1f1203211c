"""The second municipality of the example: what its trainers share is seen, and nothing else of it (ADR 0014)."""

import pytest
from django.test import Client
from django.urls import reverse

from competence.models import Employee
from config.example import accounts, neighbour
from tests.cast import Cast
from tests.trainers import working
from tests.trainers.selecting import AT
from trainers.domain import pool
from trainers.domain.pool import ShareFacts
from trainers.models import Round, TrainerRequest


@pytest.fixture
def ingrid(cast: Cast) -> Employee:
    """The Swedish project leader, who asks for Bo."""
    working.ready(cast)
    share = pool.offer(employee=cast.bo, facts=ShareFacts("Den første sag", "dansk", "both"), by=cast.eva, at=AT)
    pool.agree(share=share, at=AT)
    root = neighbour.load(now=AT)
    return Employee.objects.get(municipality=root, number=accounts.NEIGHBOUR)


def test_two_trainers_are_seen_and_their_colleagues_are_not(client: Client, cast: Cast, ingrid: Employee) -> None:
    client.force_login(cast.eva)
    page = client.get(reverse("trainers:pool")).content.decode()
    assert "Elin Wikström" in page
    assert "Samir Haddad" in page
    for hidden in ("Åkesson", "Öberg", "Barn och unga", "Ny i yrket", "granby.example"):
        assert hidden not in page
    round_ = Round.objects.get(leader=ingrid)
    assert client.get(reverse("trainers:round", args=[round_.pk])).status_code == 404


def test_the_neighbour_reads_swedish_and_waits_for_an_answer(client: Client, ingrid: Employee) -> None:
    assert TrainerRequest.objects.get().asked_by == ingrid
    client.force_login(ingrid)
    page = client.get(reverse("trainers:pool")).content.decode()
    assert "Vem har lärt sig att undervisa?" in page
    assert "Bo Bang: Det svåra samtalet" in page
