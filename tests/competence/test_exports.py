from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

from django.test import Client
from openpyxl import load_workbook

from annualcycle.models import Assessment, Decision
from competence.domain import learning
from competence.exports import Column, Kind, workbook
from competence.models import ExportLog
from tests.annualcycle.board import published_cycle, submitted_wish
from tests.cast import Cast

AT = datetime(2026, 10, 15, 10, 0, tzinfo=UTC)
ROWS: list[dict[str, Any]] = [
    {
        "name": "Ærø, Anna",
        "price": 640_050,
        "days": Decimal("2.5"),
        "on": date(2026, 11, 27),
        "at": datetime(2026, 11, 27, 13, 2, tzinfo=UTC),
    },
    {"name": '=HYPERLINK("http://x")', "price": None, "days": 3, "on": None, "at": None},
    {"name": "-1+2", "price": 0, "days": 0, "on": None, "at": None},
    {"name": "@SUM(A1)\x00", "price": 0, "days": 0, "on": None, "at": None},
]
COLUMNS: list[Column[dict[str, Any]]] = [
    Column("Navn", lambda row: row["name"]),
    Column("Pris", lambda row: row["price"], Kind.MONEY),
    Column("Dage", lambda row: row["days"], Kind.DECIMAL),
    Column("Dato", lambda row: row["on"], Kind.DATE),
    Column("Tid", lambda row: row["at"], Kind.MOMENT),
]


def sheet(content: bytes) -> Any:
    return load_workbook(BytesIO(content)).active


def test_columns_are_typed() -> None:
    made = sheet(workbook(title="Ønsker [2026]/alle", columns=COLUMNS, rows=ROWS))
    assert [cell.value for cell in made[1]] == ["Navn", "Pris", "Dage", "Dato", "Tid"]
    assert [cell.value for cell in made[2]] == [
        "Ærø, Anna",
        6400.5,
        2.5,
        datetime(2026, 11, 27),  # noqa: DTZ001 - a spreadsheet knows no time zones
        datetime(2026, 11, 27, 14, 2),  # noqa: DTZ001 - the same
    ]
    assert [cell.number_format for cell in made[2]] == ["@", "#,##0.00", "#,##0.0", "dd-mm-yyyy", "dd-mm-yyyy hh:mm"]
    assert (made.freeze_panes, made.auto_filter.ref) == ("A2", "A1:E5")


def test_what_looks_like_a_formula_is_text() -> None:
    made = sheet(workbook(title="Navne", columns=COLUMNS, rows=ROWS))
    cells = [made.cell(row, 1) for row in (3, 4, 5)]
    assert [cell.value for cell in cells] == ['=HYPERLINK("http://x")', "-1+2", "@SUM(A1)"]
    assert [(cell.data_type, bool(cell.quotePrefix)) for cell in cells] == [("s", True)] * 3


def test_a_fetched_list_is_noted(cast: Cast, client: Client) -> None:
    cycle = published_cycle(cast)
    submitted_wish(cycle, cast.anna, title="=1+1")
    submitted_wish(cycle, cast.eva)
    client.force_login(cast.mads)
    response = client.get(f"/year/{cycle.pk}/wishes.xlsx")
    made = sheet(response.content)
    assert [(row[1].value, row[3].value, row[9].value) for row in made.iter_rows(min_row=2)] == [
        ("Anna Ærø", "=1+1", 6400),
        ("Eva Eriksen", "Samtaler med børn og unge", 6400),
    ]
    log = ExportLog.objects.get()
    assert (log.rows, log.made_by, log.municipality) == (2, cast.mads, cast.nordby)
    assert 'filename="' in response["Content-Disposition"]


def fetched(client: Client, address: str, column: int) -> list[object]:
    """The cells of one column of the list at `address`, without its heading."""
    return [row[column].value for row in sheet(client.get(address).content).iter_rows(min_row=2)]


def test_lists_of_the_organisation_are_fetched_as_they_are_narrowed(cast: Cast, client: Client) -> None:
    facts = learning.OfferFacts("SAM-1", "Samtaler med børn", "Komponent", "course", 640_000, Decimal(2))
    learning.add_offer(municipality=cast.nordby, facts=facts)
    client.force_login(cast.hanne)
    assert fetched(client, "/units.xlsx?q=fam", 1) == ["Familie"]
    assert fetched(client, "/roles.xlsx?role=hr", 1) == ["Hanne Holm"]
    assert (fetched(client, "/learning.xlsx?q=sam", 4), fetched(client, "/learning.xlsx?q=zzz", 4)) == ([6400], [])
    assert [log.rows for log in ExportLog.objects.order_by("made_at")][-1] == 0


def test_units_are_fetched_with_place_leader_and_staff(cast: Cast, client: Client) -> None:
    client.force_login(cast.hanne)
    made = sheet(client.get("/units.xlsx?q=modtagelse").content)
    assert [cell.value for cell in made[2]][:6] == ["MOD", "Modtagelse", "team", "Børn og Unge", "Tove Toft", 6]


def test_wishes_and_talks_are_fetched_as_the_list_is_narrowed(cast: Cast, client: Client) -> None:
    cycle = published_cycle(cast)
    submitted_wish(cycle, cast.anna, title="Konflikter")
    submitted_wish(cycle, cast.eva, title="Diplom")
    client.force_login(cast.mads)
    assert fetched(client, f"/year/{cycle.pk}/wishes.xlsx?q=diplom", 3) == ["Diplom"]
    assert fetched(client, f"/year/{cycle.pk}/talks.xlsx?show=held", 1) == []


def test_board_is_fetched_with_points_in_the_order_shown(cast: Cast, client: Client) -> None:
    cycle = published_cycle(cast)
    low, high = submitted_wish(cycle, cast.anna, title="Konflikter"), submitted_wish(cycle, cast.eva, title="Diplom")
    criterion = cycle.criteria.order_by("pk")[0]
    for wish, score in ((low, 1), (high, 4)):
        Assessment.objects.create(wish=wish, criterion=criterion, assessor=cast.mads, score=score, made_at=AT)
    client.force_login(cast.mads)
    made = sheet(client.get(f"/year/{cycle.pk}/december.xlsx").content)
    headings = [cell.value for cell in made[1]]
    rows = [(row[3].value, row[headings.index("Point")].value) for row in made.iter_rows(min_row=2)]
    assert rows == [("Diplom", 4 * criterion.weight), ("Konflikter", criterion.weight)]
    assert fetched(client, f"/year/{cycle.pk}/december.xlsx?q=konf&sort=name", 3) == ["Konflikter"]


def test_lists_offer_the_file_with_what_they_are_narrowed_by(cast: Cast, client: Client) -> None:
    client.force_login(cast.hanne)
    assert 'href="/roles.xlsx?role=hr"' in client.get("/roles/?role=hr").content.decode()
    client.force_login(cast.anna)
    assert "/learning.xlsx" not in client.get("/learning/").content.decode()


def test_answers_are_fetched_with_who_has_read_them(cast: Cast, client: Client) -> None:
    cycle = published_cycle(cast)
    wishes = [submitted_wish(cycle, cast.anna, title="Konflikter"), submitted_wish(cycle, cast.eva, title="Diplom")]
    for wish, read in zip(wishes, (AT, None), strict=True):
        given = {"decided_at": AT, "released_at": AT, "read_at": read}
        Decision.objects.create(wish=wish, route="december", outcome="not_met", reason="Andre først.", **given)
    client.force_login(cast.mads)
    made = sheet(client.get(f"/year/{cycle.pk}/answers.xlsx").content)
    found = {row[3].value: (row[4].value, str(row[8].value)) for row in made.iter_rows(min_row=2)}
    assert found == {
        "Konflikter": ("relevant, ikke i år", "2026-10-15 12:00:00"),
        "Diplom": ("relevant, ikke i år", "None"),
    }


def test_needs_during_the_year_are_fetched_without_those_of_december(cast: Cast, client: Client) -> None:
    cycle = published_cycle(cast)
    submitted_wish(cycle, cast.anna, title="Diplom")
    submitted_wish(cycle, cast.eva, title="Konflikter", is_ad_hoc=True, why_now="En ny opgave fra marts.")
    client.force_login(cast.mads)
    made = sheet(client.get(f"/year/{cycle.pk}/during-the-year.xlsx").content)
    assert [row[3].value for row in made.iter_rows(min_row=2)] == ["Konflikter"]
