"""The tree of units: usable with a handful, and with six hundred."""

from django.test import Client
from django.urls import reverse

from competence.domain import units
from competence.models import Unit
from tests.cast import Cast
from tests.competence.views.test_lists import assert_constant_queries

MANY = 600
# Actor, units, leaders, staff, and what every page asks.
MOST = 8


def spread_out(cast: Cast, count: int = MANY) -> None:
    """`count` more teams, ten in each new centre."""
    for number in range(count // 10):
        centre = units.add(parent=cast.nordby, code=f"C{number}", name=f"Center {number}", kind=Unit.Kind.CENTRE)
        Unit.objects.bulk_create(
            Unit(
                municipality=cast.nordby,
                parent=centre,
                centre=centre,
                code=f"C{number}-{place}",
                name=f"Hold {number}.{place}",
                kind=Unit.Kind.TEAM,
                path=f"{centre.path}{number}00{place}/",
            )
            for place in range(10)
        )


def page(client: Client, **asked: str) -> str:
    return " ".join(client.get(reverse("units"), asked).content.decode().split())


def test_small_tree_is_whole_and_folds_what_lies_deep(cast: Cast, client: Client) -> None:
    deep = units.add(parent=cast.mod, code="MOD-1", name="Vagten", kind=Unit.Kind.TEAM)
    client.force_login(cast.anna)
    body = page(client)
    assert deep.name in body
    assert body.count("<details open>") == 3
    assert body.count("<details>") == 1


def test_large_tree_stops_at_the_centres_and_says_how_much_lies_under_each(cast: Cast, client: Client) -> None:
    spread_out(cast)
    client.force_login(cast.anna)
    body = page(client)
    assert ("Center 59" in body, "Hold 59.9" in body) == (True, False)
    assert body.count("10 enheder under sig") == 60
    assert "666 enheder" in body


def test_units_are_found_by_name_or_code_wherever_they_lie(cast: Cast, client: Client) -> None:
    spread_out(cast)
    client.force_login(cast.anna)
    assert all(said in page(client, q="hold 59.9") for said in ("Hold 59.9", "Center 59", "1 enhed"))
    assert "Modtagelse" in page(client, q="MOD")
    assert "Ingen enhed passer" in page(client, q="findes ikke")


def test_queries_do_not_grow_with_the_units(cast: Cast, client: Client) -> None:
    client.force_login(cast.anna)
    assert_constant_queries(client, reverse("units"), lambda: spread_out(cast), most=MOST)
