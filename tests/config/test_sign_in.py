"""Signing in: who may, who may not, and how often one may try."""

from typing import Any

import pytest
from django.test import Client

from tests.cast import PASSWORD, Cast

LOGIN = "/account/login/"


def _sign_in(client: Client, email: str, password: str) -> Any:
    return client.post(LOGIN, {"login": email, "password": password})


@pytest.fixture
def anna_has_a_password(cast: Cast) -> None:
    cast.anna.set_password(PASSWORD)
    cast.anna.save()
    cast.leif.set_password(PASSWORD)
    cast.leif.save()


@pytest.mark.usefixtures("anna_has_a_password")
def test_employee_signs_in_and_who_has_left_does_not(client: Client) -> None:
    answer = _sign_in(client, "leif@nordby.example", PASSWORD)
    assert answer["Location"] == "/account/inactive/"
    assert "_auth_user_id" not in client.session
    _sign_in(client, "anna@nordby.example", PASSWORD)
    assert "_auth_user_id" in client.session


@pytest.mark.usefixtures("anna_has_a_password")
def test_right_password_after_too_many_wrong_ones_is_refused(client: Client) -> None:
    for _attempt in range(6):
        _sign_in(client, "anna@nordby.example", "wrong")
    _sign_in(client, "anna@nordby.example", PASSWORD)
    assert "_auth_user_id" not in client.session
