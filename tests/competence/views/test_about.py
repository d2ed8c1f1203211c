import pytest
from django.test import Client
from django.urls import reverse

from competence.domain import people
from tests.cast import Cast


@pytest.mark.parametrize("route", ["accessibility", "privacy"])
def test_a_page_for_everybody_speaks_the_language_of_whoever_is_signed_in(
    cast: Cast, client: Client, route: str
) -> None:
    people.choose_language(employee=cast.sven, language="sv")
    client.force_login(cast.sven)
    own = client.get(reverse(route)).content.decode()
    client.logout()
    anybodys = client.get(reverse(route)).content.decode()
    assert ('<html lang="sv"' in own, '<html lang="da"' in anybodys) == (True, True)
