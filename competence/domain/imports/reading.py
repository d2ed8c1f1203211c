"""Bytes of an uploaded file → a table, and what the file was taken for. Pure: knows no kind of import."""

import csv
import io
import zipfile
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from typing import Any, NamedTuple

import openpyxl
from django.utils.translation import gettext as _

MAX_BYTES = 10 * 1024 * 1024
MAX_UNPACKED = 120 * 1024 * 1024
MAX_ROWS = 100_000
MAX_COLUMNS = 100
# No list has headings this long; what has is no table.
MAX_HEADER = 20_000
PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8")
DELIMITERS = ";,\t|"

# What a cell can hold: csv gives text only, a spreadsheet typed values.
Cell = str | int | float | date | None


class Unreadable(Exception):
    """The file is no table we can read; the message says why and what to do."""


class Row(NamedTuple):
    """`line` is where the row begins in the file; the first line is 1."""

    line: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Table:
    """A file as a table. For a spreadsheet `encoding` is xlsx and `delimiter` is empty."""

    encoding: str
    delimiter: str
    header: tuple[str, ...]
    rows: tuple[Row, ...]
    header_line: int = 1


def read(content: bytes) -> Table:
    """The table in `content`. Raises Unreadable."""
    if not content.strip(b"\xef\xbb\xbf \r\n\t\0"):
        raise Unreadable(_("The file is empty."))
    if len(content) > MAX_BYTES:
        raise Unreadable(_("The file is larger than 10 MB. Split it in two, or leave out columns that are not used."))
    _refuse_other_kinds(content)
    return _spreadsheet(content) if content.startswith(b"PK\x03\x04") else _text_table(content)


def _refuse_other_kinds(content: bytes) -> None:
    if content.startswith(b"%PDF"):
        raise Unreadable(_("This is a PDF. Save the list as CSV or as an Excel file (xlsx), and choose that file."))
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise Unreadable(_("This is an old Excel file (xls). Save it as xlsx or CSV, and choose that file."))
    is_utf16 = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    is_binary = b"\0" in content[:4096] and not is_utf16 and not content.startswith(b"PK\x03\x04")
    if is_binary or content.startswith(PICTURES):
        raise _no_table()


def _no_table() -> Unreadable:
    return Unreadable(_("This is not a table. Choose a CSV file or an Excel file (xlsx)."))


def decode(content: bytes) -> tuple[str, str]:
    """The text and the name of its encoding: utf-8, cp1252 (Windows) or utf-16. Raises Unreadable."""
    is_utf16 = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ["utf-16"] if is_utf16 else ["utf-8-sig", "cp1252"]:
        try:
            return content.decode(encoding), "utf-8" if encoding == "utf-8-sig" else encoding
        except UnicodeDecodeError:
            continue
    raise Unreadable(_("The letters of this file cannot be read. Save it as CSV UTF-8, and choose that file."))


def find_delimiter(header: str) -> str:
    """The separator that divides `header` into most columns; a semicolon when none does."""
    return max(DELIMITERS, key=lambda delimiter: len(next(csv.reader([header], delimiter=delimiter), [])))


def _text_table(content: bytes) -> Table:
    text, encoding = decode(content)
    lines = text.splitlines(keepends=True)
    first = next((number for number, line in enumerate(lines) if line.strip()), None)
    if first is None:
        raise Unreadable(_("The file is empty."))
    if lines[first].lower().startswith("sep="):
        first += 1
    if first < len(lines) and len(lines[first]) > MAX_HEADER:
        raise _no_table()
    delimiter = find_delimiter(lines[first]) if first < len(lines) else ";"
    rows = _csv_rows("".join(lines[first:]), delimiter, first)
    return _table(rows, encoding, delimiter)


def _csv_rows(text: str, delimiter: str, skipped: int) -> list[Row]:
    # newline="" so that a line break inside quotes stays one, and line_num counts the file's own lines.
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    rows: list[Row] = []
    line = 1
    try:
        for cells in reader:
            rows.append(Row(line + skipped, tuple(cells)))
            line = reader.line_num + 1
    except csv.Error as error:
        message = _("The file cannot be read from line %(line)s on. Is a quotation mark missing its other half?")
        raise Unreadable(message % {"line": line + skipped}) from error
    return rows


def _spreadsheet(content: bytes) -> Table:
    try:
        _refuse_bombs(content)
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        sheets = book.worksheets
        values = islice(sheets[0].iter_rows(values_only=True, max_col=MAX_COLUMNS), MAX_ROWS + 2) if sheets else ()
        rows = [Row(number, tuple(map(_plain, cells))) for number, cells in enumerate(values, start=1)]
    except Unreadable:
        raise
    except Exception as error:
        # A damaged archive can fail anywhere inside the library; the user needs one answer to all of it.
        message = _("This Excel file cannot be opened. Open it in Excel, save it as xlsx, and choose that file.")
        raise Unreadable(message) from error
    return _table(rows, "xlsx", "")


def _refuse_bombs(content: bytes) -> None:
    """Refuse what unpacks to far more than it says, or defines entities of its own."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if sum(entry.file_size for entry in archive.infolist()) > MAX_UNPACKED:
            raise Unreadable(_("This Excel file unpacks to far more than a list of staff needs, so it is not opened."))
        for entry in archive.infolist():
            if entry.filename.endswith((".xml", ".rels")) and b"<!" in archive.open(entry).read(512):
                raise Unreadable(_("This Excel file is built in an unusual way, so it is not opened. Save it as CSV."))


def _plain(value: Any) -> Cell:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, bool):
        return str(value)
    return value if isinstance(value, str | int | float | date) else None


def _table(rows: list[Row], encoding: str, delimiter: str) -> Table:
    filled = [row for row in rows if any(str(cell).strip() for cell in row.cells if cell is not None)]
    if not filled:
        raise Unreadable(_("The file is empty."))
    if len(filled) > MAX_ROWS:
        raise Unreadable(_("The file has more than 100,000 rows. Split it in two."))
    header = tuple("" if cell is None else str(cell).strip() for cell in filled[0].cells)
    width = max(place for place, heading in enumerate(header) if heading) + 1 if any(header) else 0
    rows = [Row(row.line, row.cells[:width]) for row in filled[1:]]
    return Table(encoding, delimiter, header[:width], tuple(rows), filled[0].line)
