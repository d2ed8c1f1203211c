"""Rules, words and look of a municipality."""

from datetime import date
from functools import partial

import pytest
from django.test import Client
from django.urls import reverse

from competence.domain import settings
from competence.models import Municipality, Rule
from tests.cast import TODAY, Cast


def test_new_rule_ends_the_one_before_the_day_before(cast: Cast) -> None:
    old = settings.set_rule(unit=cast.bu, kind="seniority_years", value=2, starts_on=date(2025, 1, 1), reason="usual")
    new = settings.set_rule(unit=cast.bu, kind="seniority_years", value=3, starts_on=TODAY, reason="agreed")
    old.refresh_from_db()
    assert (old.ends_on, new.ends_on) == (date(2026, 10, 14), None)
    assert list(Rule.objects.valid_on(TODAY)) == [new]


def test_a_rule_of_the_whole_municipality_is_refused_to_a_centre(cast: Cast) -> None:
    price = partial(settings.set_rule, kind="trainer_hour", value=45_000, starts_on=TODAY, reason="agreed")
    with pytest.raises(settings.RuleOfAll):
        price(unit=cast.bu)
    assert price(unit=cast.nordby).value == 45_000


def test_rule_is_not_changed_before_a_later_change(cast: Cast) -> None:
    settings.set_rule(unit=cast.bu, kind="seniority_years", value=2, starts_on=TODAY, reason="usual")
    with pytest.raises(settings.RuleChangedLater):
        settings.set_rule(unit=cast.bu, kind="seniority_years", value=3, starts_on=date(2026, 1, 1), reason="late")


def test_own_word_replaces_ours_and_an_empty_one_gives_it_back(cast: Cast) -> None:
    row = Municipality.objects.get(pk=cast.nordby.pk)
    settings.choose_words(settings=row, words={"mus": " Udviklingssamtale ", "unknown": "x"})
    assert Municipality.objects.get(pk=cast.nordby.pk).words == {"mus": "Udviklingssamtale"}
    settings.choose_words(settings=row, words={"mus": " "})
    assert Municipality.objects.get(pk=cast.nordby.pk).words == {}


def test_accent_must_be_readable_on_white(cast: Cast, client: Client) -> None:
    client.force_login(cast.hanne)
    data = {"accent": "#ffe08a", "language": "da", "smallest_cell": 6}
    body = client.post(reverse("settings"), data).content.decode()
    assert "for lys" in body
    assert 'value="#ffe08a"' in body
    assert Municipality.objects.get(pk=cast.nordby.pk).accent == "#1c6b72"


def test_own_accent_is_on_every_page_and_can_be_cached(cast: Cast, client: Client) -> None:
    client.force_login(cast.hanne)
    client.post(reverse("settings"), {"accent": "#6b1c4a", "language": "da", "smallest_cell": 6})
    address = reverse("accent", args=[0x6B1C4A])
    assert address in client.get(reverse("me")).content.decode()
    sheet = client.get(address)
    assert "--accent: light-dark(#6b1c4a" in sheet.content.decode()
    assert "max-age=31536000" in sheet["Cache-Control"]
