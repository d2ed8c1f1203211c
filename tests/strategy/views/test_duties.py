"""Pages of what comes again (source: S34)."""

import re
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from strategy.models import FirstAid
from tests.cast import Cast


@pytest.fixture
def tove(cast: Cast, client: Client) -> Client:
    client.force_login(cast.tove)
    return client


def found(client: Client, cast: Cast, words: str, **headers: str) -> list[int]:
    page = client.get(reverse("strategy:first_aid_new", args=[cast.mod.pk]), {"q": words}, headers=headers)
    return [int(pk) for pk in re.findall(r'name="employee" value="(\d+)"', page.content.decode())]


def test_person_with_first_aid_is_found_in_the_unit_only(cast: Cast, tove: Client) -> None:
    assert found(tove, cast, "") == []
    assert found(tove, cast, "bo") == found(tove, cast, "bo", **{"HX-Request": "true"}) == [cast.bo.pk]
    assert found(tove, cast, "eva") == []


def test_certificate_is_noted_for_the_person_picked(cast: Cast, tove: Client) -> None:
    address = reverse("strategy:first_aid_new", args=[cast.mod.pk])
    days = {"taken_on": "2026-10-01", "expires_on": "2028-10-01"}
    outside = tove.post(address, days | {"q": "eva", "employee": cast.eva.pk}).content.decode()
    page = tove.post(address, days | {"q": "bo"}).content.decode()
    before = FirstAid.objects.count()
    tove.post(address, days | {"q": "bo", "employee": cast.bo.pk})
    row = FirstAid.objects.get()
    refusals = ["field-error" in outside, "Find personen ved navn, og vælg en." in page]
    assert (refusals, before) == ([True, True], 0)
    assert (row.employee, row.expires_on, row.noted_by) == (cast.bo, date(2028, 10, 1), cast.tove)
