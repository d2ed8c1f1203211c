"""Lists as Excel files: typed columns, nothing that a spreadsheet would run, noted in the ledger of exports."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from io import BytesIO
from typing import Any, Generic, TypeVar

from django.http import HttpResponse
from django.utils import timezone
from django.utils.encoding import force_str
from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from competence.access import AccessedRequest
from competence.domain.exports import record
from competence.pdf import file_name

T = TypeVar("T")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LONGEST_CELL = 32_767
# What a spreadsheet takes for the beginning of a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class Kind(Enum):
    """What a column holds, with Excel's number format. Money is given in øre and written in kroner."""

    TEXT = "@"
    NUMBER = "#,##0"
    DECIMAL = "#,##0.0"
    MONEY = "#,##0.00"
    DATE = "dd-mm-yyyy"
    MOMENT = "dd-mm-yyyy hh:mm"


_WIDTHS = {Kind.TEXT: 28, Kind.NUMBER: 11, Kind.DECIMAL: 11, Kind.MONEY: 15, Kind.DATE: 13, Kind.MOMENT: 18}


@dataclass(frozen=True)
class Column(Generic[T]):
    """A column: its heading, how to read it from a row, what it holds."""

    title: Any
    value: Callable[[T], Any]
    kind: Kind = Kind.TEXT
    width: int = 0


def download(request: AccessedRequest, *, what: str, columns: Sequence[Column[T]], rows: Iterable[T]) -> HttpResponse:
    """The list `what` as a file, noted as taken by whoever asks."""
    found = list(rows)
    content = workbook(title=what, columns=columns, rows=found)
    record(what=what, rows=len(found), by=request.actor.employee, at=timezone.now())
    answer = HttpResponse(content, content_type=XLSX)
    answer["Content-Disposition"] = f'attachment; filename="{file_name(what)}.xlsx"'
    return answer


def workbook(*, title: str, columns: Sequence[Column[T]], rows: Iterable[T]) -> bytes:
    """One sheet with a frozen heading and filters."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(_sheet_name(title))
    for place, column in enumerate(columns, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = column.width or _WIDTHS[column.kind]
    sheet.freeze_panes = "A2"
    sheet.append([_heading(sheet, column) for column in columns])
    count = 1
    for row in rows:
        sheet.append([_cell(sheet, column.kind, column.value(row)) for column in columns])
        count += 1
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{count}"
    output = BytesIO()
    book.save(output)
    return output.getvalue()


def _sheet_name(title: str) -> str:
    """At most 31 letters, none of those Excel refuses."""
    return "".join(" " if letter in "[]:*?/\\'" else letter for letter in title)[:31].strip() or "1"


def _heading(sheet: Any, column: "Column[T]") -> Cell:
    cell = WriteOnlyCell(sheet, force_str(column.title))
    cell.font = Font(bold=True, color="0F2F3A")
    cell.fill = PatternFill("solid", fgColor="E8EEF0")
    cell.alignment = Alignment(vertical="top", wrap_text=True)
    return cell


def _cell(sheet: Any, kind: Kind, value: Any) -> Cell | None:
    if value is None or value == "":
        return None
    cell = WriteOnlyCell(sheet, typed(kind, value))
    cell.number_format = kind.value
    if kind == Kind.TEXT:
        cell.data_type = "s"
        cell.quotePrefix = str(cell.value).startswith(_FORMULA)
    return cell


def typed(kind: Kind, value: Any) -> str | int | float | Decimal | date | datetime:
    """`value` as the column's kind: øre become kroner, moments the local time, texts lose what no file can hold."""
    if kind == Kind.MONEY:
        return Decimal(value) / 100
    if kind in (Kind.NUMBER, Kind.DECIMAL):
        return Decimal(value)
    if isinstance(value, datetime):
        local = timezone.localtime(value).replace(tzinfo=None)
        return local if kind == Kind.MOMENT else local.date()
    if isinstance(value, date):
        return value
    text: str = ILLEGAL_CHARACTERS_RE.sub("", force_str(value))
    return text[:LONGEST_CELL]
