"""What is written in a profile is stored, or its error says why not (sources: K24–K26)."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.cast import Cast
from tests.trainers.selecting import AT, published_profile
from trainers.domain import profiles
from trainers.models import Criterion, Profile
from trainers.models.profiles import LONGEST_PART


@pytest.fixture
def draft(client: Client, cast: Cast) -> Profile:
    client.force_login(cast.hanne)
    return profiles.copy(profile=published_profile(cast), version="2.0", at=AT)


def test_a_part_that_is_too_long_is_refused_in_words_and_stays(client: Client, draft: Profile) -> None:
    criterion = draft.criteria.earliest("pk")
    url = reverse("trainers:criterion", args=[criterion.pk])
    form = client.get(url).context["form"]
    typed = {name: form[name].value() for name in form.fields if form[name].value() is not None}
    long = "a" * (LONGEST_PART + 1)
    content = client.post(url, typed | {"parts": f"Kort\n{long}"}).content.decode()
    assert "Skriv højst 200 tegn på en linje." in content
    assert long in content
    assert client.post(url, typed | {"parts": "Kort\nogså kort"}).status_code == 302
    assert Criterion.objects.get(pk=criterion.pk).parts == ["Kort", "også kort"]


def test_a_reference_may_have_a_long_address(client: Client, draft: Profile) -> None:
    url = reverse("trainers:profile_references", args=[draft.pk])
    address = "https://nordby.example/" + "dokumenter/" * 40
    told = {"lines-TOTAL_FORMS": "1", "lines-INITIAL_FORMS": "0", "lines-0-text": "Håndbogen", "lines-0-url": address}
    assert client.post(url, told).status_code == 302
    assert draft.references.get().url == address
    content = client.post(url, told | {"lines-0-url": address + "x" * 1000}).content.decode()
    assert "1000" in content
