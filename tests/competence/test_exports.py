from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

from django.test import Client
from openpyxl import load_workbook

from competence.exports import Column, Kind, workbook
from competence.models import ExportLog
from tests.annualcycle.board import published_cycle, submitted_wish
from tests.cast import Cast

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
        datetime(2026, 11, 27),  # noqa: DTZ001 a spreadsheet knows no time zones
        datetime(2026, 11, 27, 14, 2),  # noqa: DTZ001
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
    client.force_login(cast.tove)
    response = client.get(f"/year/{cycle.pk}/wishes.xlsx")
    made = sheet(response.content)
    assert [(row[1].value, row[3].value, row[7].value) for row in made.iter_rows(min_row=2)] == [
        ("Anna Ærø", "=1+1", 6400),
        ("Eva Eriksen", "Samtaler med børn og unge", 6400),
    ]
    log = ExportLog.objects.get()
    assert (log.rows, log.made_by, log.municipality) == (2, cast.tove, cast.nordby)
    assert 'filename="' in response["Content-Disposition"]
