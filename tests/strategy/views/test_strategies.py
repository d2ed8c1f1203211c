import re
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from competence.models import Employee, Unit
from strategy.domain import versions
from strategy.models import Strategy
from tests.annualcycle import autumn
from tests.cast import Cast
from tests.strategy import writing


def signed_in(employee: Employee) -> Client:
    client = Client()
    client.force_login(employee)
    return client


def adopted(cast: Cast, unit: Unit) -> Strategy:
    """The strategy of `unit`, in force."""
    drafted = writing.draft(cast, unit=unit, year=2026)
    return versions.adopt(strategy=drafted, committee="MED-udvalget", on=date(2025, 12, 10))


def test_list_names_the_version_in_force_and_the_earlier_ones(cast: Cast) -> None:
    first, second = autumn.strategy(cast), autumn.strategy(cast)
    page = signed_in(cast.karl).get(reverse("strategy:strategies")).content.decode()
    links = re.findall(r'href="/strategy/(\d+)/"', page)
    assert ([int(pk) for pk in links], "gælder" in page) == ([second.pk, first.pk], True)


def test_list_begins_with_what_holds_for_the_reader(cast: Cast) -> None:
    made = {unit: adopted(cast, unit) for unit in (cast.bu, cast.yd)}
    pages = {
        person: signed_in(person).get(reverse("strategy:strategies")).content.decode()
        for person in (cast.anna, cast.karl, cast.hanne)
    }
    order = [[int(pk) for pk in re.findall(r'href="/strategy/(\d+)/"', page)] for page in pages.values()]
    bu, yd = made[cast.bu].pk, made[cast.yd].pk
    assert order == [[bu, yd], [yd, bu], [bu, yd]]
    assert [page.count("Din enheds strategi") for page in pages.values()] == [1, 1, 0]


@pytest.mark.parametrize("units", [1, 3])
def test_list_takes_the_same_queries_for_many_units(
    cast: Cast, units: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for unit in (cast.bu, cast.yd, cast.mod)[:units]:
        adopted(cast, unit)
    client = signed_in(cast.hanne)
    with django_assert_num_queries(5):
        client.get(reverse("strategy:strategies"))


def test_replaced_version_says_so(cast: Cast) -> None:
    first, second = autumn.strategy(cast), autumn.strategy(cast)
    client = signed_in(cast.anna)
    pages = [client.get(reverse("strategy:strategy", args=[s.pk])).content.decode() for s in (first, second)]
    assert ["En nyere version har afløst denne." in page for page in pages] == [True, False]


@pytest.mark.parametrize("more", [0, 3])
def test_reading_takes_the_same_queries_for_many_sections(
    cast: Cast, more: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    strategy = writing.approved(cast, more=more)
    client = signed_in(cast.anna)
    with django_assert_num_queries(10):
        client.get(reverse("strategy:strategy", args=[strategy.pk]))


def test_part_for_the_reader_names_the_sections_of_the_profession(cast: Cast) -> None:
    strategy = autumn.strategy(cast)
    address = reverse("strategy_for_me", args=[strategy.pk])
    page = signed_in(cast.anna).get(address, headers={"HX-Request": "true"}).content.decode()
    outside = signed_in(cast.karl).get(address).content.decode()
    assert "Du er socialrådgiver i Modtagelse: Afsnit 3.2 gælder dig." in page
    assert ("<html" in page, "Du arbejder i en anden enhed." in outside) == (False, True)


def test_part_for_the_reader_lies_under_the_strategy_in_the_menu(cast: Cast) -> None:
    page = signed_in(cast.anna).get(reverse("strategy_for_me", args=[autumn.strategy(cast).pk])).content.decode()
    assert re.findall(r'href="([^"]+)"[^>]*aria-current="page"', page) == ["/strategy/"]
