import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from annualcycle.models import Talk
from tests.annualcycle.year import published_year, talk_of
from tests.cast import Cast


@pytest.mark.parametrize("rows", [1, 3])
def test_the_leaders_list_asks_the_same_number_of_questions(
    cast: Cast, client: Client, django_assert_num_queries: DjangoAssertNumQueries, rows: int
) -> None:
    published_year(cast)
    kept = [cast.anna, cast.bo, cast.tess][:rows]
    Talk.objects.exclude(employee__in=kept).delete()
    client.force_login(cast.tove)
    with django_assert_num_queries(5):
        response = client.get(reverse("year:talks"))
    assert [name.name in response.content.decode() for name in kept] == [True] * rows


def test_several_are_invited_after_the_times_were_seen(cast: Cast, client: Client) -> None:
    cycle = published_year(cast)
    client.force_login(cast.tove)
    talks = [talk_of(cast.anna), talk_of(cast.bo), talk_of(cast.orla)]
    data = {"talk": [talk.pk for talk in talks], "day": "2026-10-22", "time": "13:00", "minutes": "60"}
    data |= {"a_day": "2", "pause": "30", "place": "Mødelokale 2"}
    url = reverse("year:talks_invite", args=[cycle.pk])
    assert "23. oktober 2026" in client.post(url, data).content.decode()
    assert Talk.objects.filter(state=Talk.State.SCHEDULED).count() == 0
    client.post(url, data | {"send": "yes"})
    times = [talk_of(talk.employee).starts_at for talk in talks]
    found = [f"{time:%d %H:%M}" for time in times if time]
    assert found == ["22 11:00", "22 12:30", "23 11:00"]


def test_handing_over_without_a_choice_says_nothing_was_moved(cast: Cast, client: Client) -> None:
    cycle = published_year(cast)
    client.force_login(cast.mads)
    url = reverse("year:hand_over", args=[cycle.pk])
    client.post(url, {"leader": cast.tove.pk, "to": cast.anna.pk})
    assert talk_of(cast.anna).leader == cast.tove
    client.post(url, {"leader": cast.tove.pk, "to": cast.finn.pk})
    assert talk_of(cast.anna).leader == cast.finn
