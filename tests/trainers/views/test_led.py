"""Leaders find those they lead on the page of trainers (sources: T07, T11, T12, K15)."""

from django.test import Client
from django.urls import reverse

from tests.cast import Cast
from tests.trainers import selecting, working
from tests.trainers.views.asking import asked

HOME = reverse("trainers:home")


def home(client: Client) -> str:
    return " ".join(client.get(HOME).content.decode().split())


def test_a_leader_is_led_to_the_answer_about_time_also_when_it_is_given(client: Client, cast: Cast) -> None:
    found = selecting.candidate_for(selecting.opened_round(cast), cast.bo, cast)
    url = reverse("trainers:release", args=[found.pk])
    client.force_login(cast.tove)
    assert (url in home(client), "har timer fra dig" in home(client)) == (True, True)
    for other in (cast.finn, cast.bo):
        client.force_login(other)
        assert url not in home(client)


def test_a_leader_is_led_to_mandate_and_development_of_trainers_at_work(client: Client, cast: Cast) -> None:
    (mandate,) = working.ready(cast)
    client.force_login(cast.tove)
    shown = home(client)
    urls = [reverse(f"trainers:{name}", args=[mandate.pk]) for name in ("mandate", "followed")]
    assert [url in shown for url in urls] == [True, True]
    assert "Der er ingen udvælgelse i gang" not in shown
    assert [client.get(url).status_code for url in urls] == [200, 200]
    client.force_login(cast.finn)
    assert ("Trænere, du leder" in home(client), "Der er ingen udvælgelse i gang" in home(client)) == (False, True)


def test_home_asks_the_same_for_one_and_for_three(client: Client, cast: Cast) -> None:
    bo, anna, tess = working.ready(cast, cast.bo, cast.anna, cast.tess)
    client.force_login(cast.tove)
    three = asked(client, HOME)
    for one in (anna, tess):
        type(one).objects.filter(pk=one.pk).delete()
    assert (asked(client, HOME), bo.is_running) == (three, True)
