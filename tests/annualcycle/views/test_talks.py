from django.test import Client
from django.urls import reverse

from annualcycle.models import Preparation, Talk
from tests.annualcycle.year import invited, published_year, talk_of
from tests.cast import Cast


def test_a_draft_is_kept_as_it_is_written(cast: Cast, client: Client) -> None:
    published_year(cast)
    talk = talk_of(cast.anna)
    client.force_login(cast.anna)
    response = client.post(reverse("year:talk_draft", args=[talk.pk]), {"went_well": "Skolerne"})
    assert 'id="saved"' in response.content.decode()
    assert Preparation.objects.get().went_well == "Skolerne"


def test_giving_an_empty_preparation_says_so_and_gives_nothing(cast: Cast, client: Client) -> None:
    published_year(cast)
    client.force_login(cast.anna)
    response = client.post(reverse("year:talk_prepare", args=[talk_of(cast.anna).pk]), {"give": ""})
    assert "Skriv noget" in response.content.decode()
    assert Preparation.objects.get().given_at is None


def test_a_time_that_has_passed_is_refused_and_what_was_typed_stays(cast: Cast, client: Client) -> None:
    published_year(cast)
    client.force_login(cast.tove)
    data = {"day": "14-10-2026", "time": "9.30", "minutes": "60", "place": "Lokale 7"}
    response = client.post(reverse("year:talk_invite", args=[talk_of(cast.anna).pk]), data)
    page = response.content.decode()
    assert ["Den dag er gået" in page, "Lokale 7" in page] == [True, True]
    assert talk_of(cast.anna).state == Talk.State.PLANNED


def test_two_talks_at_the_same_time_are_refused_by_name(cast: Cast, client: Client) -> None:
    published_year(cast)
    invited(cast.bo, by=cast.tove)
    client.force_login(cast.tove)
    data = {"day": "2026-10-20", "time": "10:30", "minutes": "60"}
    response = client.post(reverse("year:talk_invite", args=[talk_of(cast.anna).pk]), data)
    assert "samtale med Bo Bang" in response.content.decode()


def test_the_employee_cannot_undo_that_the_talk_was_held(cast: Cast, client: Client) -> None:
    published_year(cast)
    Talk.objects.filter(employee=cast.anna).update(state="held", held_on="2026-10-14")
    client.force_login(cast.anna)
    assert client.post(reverse("year:talk_reopen", args=[talk_of(cast.anna).pk])).status_code == 403
    assert talk_of(cast.anna).state == Talk.State.HELD
