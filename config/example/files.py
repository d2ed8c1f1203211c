"""The files of the example municipality, moved to the year in which they are loaded."""

import io
import re
import tomllib
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl

FOLDER = Path(__file__).parent
FILES_YEAR = 2026

# Past dates stay: a career does not move. What is to come, and the year a wish belongs to, does.
_DATE = re.compile(r"\b(\d\d-\d\d-)(20\d\d)\b")
_YEAR = re.compile(r"^(20\d\d)(?=;)", re.MULTILINE)


@cache
def texts() -> dict[str, Any]:
    """`content.toml`: competences, strategies, goals and preparations."""
    return tomllib.loads((FOLDER / "content.toml").read_text(encoding="utf-8"))


def year_for(today: date) -> int:
    """The year in progress on `today`: a year runs from summer until the next spring."""
    return max(FILES_YEAR, today.year if today.month > 2 else today.year - 1)


def content(name: str, year: int) -> bytes:
    """The file `name`, as it would be exported in `year`."""
    raw = (FOLDER / "data" / name).read_bytes()
    shift = year - FILES_YEAR
    if not shift:
        return raw
    return _moved_sheet(raw, shift) if name.endswith(".xlsx") else _moved_text(raw, shift)


def _moved_text(raw: bytes, shift: int) -> bytes:
    text = raw.decode("cp1252")
    text = _YEAR.sub(lambda match: str(int(match[1]) + shift), text)
    return _DATE.sub(lambda match: match[1] + _moved_year(int(match[2]), shift), text).encode("cp1252")


def _moved_year(year: int, shift: int) -> str:
    return str(year + shift if year >= FILES_YEAR else year)


def _moved_sheet(raw: bytes, shift: int) -> bytes:
    """The first column of a wish list holds its year."""
    book = openpyxl.load_workbook(io.BytesIO(raw))
    for row in book.active.iter_rows(min_row=2, max_col=1):
        row[0].value += shift
    moved = io.BytesIO()
    book.save(moved)
    return moved.getvalue()
