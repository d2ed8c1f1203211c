"""What a page asks of the database, and people it is asked about."""

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from competence.models import Employee
from tests.cast import Cast
from tests.trainers import selecting
from trainers.models import Candidate, Round


def asked(client: Client, url: str) -> int:
    """How many queries the page asks the second time, when nothing has to be looked up first."""
    client.get(url)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(url).status_code == 200
    return len(queries)


def assessed(round_: Round, people: list[Employee], cast: Cast) -> list[Candidate]:
    """Candidates whom both assessors have seen differently."""
    found = [selecting.candidate_for(round_, one, cast, hours=1) for one in people]
    for one in found:
        selecting.handed_in(one, cast.eva, 3)
        selecting.handed_in(one, cast.mette, 5)
    return found
