"""One cell → one value, or the reason why not. Pure."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from competence.domain.imports.reading import Cell


class Wrong(Exception):
    """The cell cannot be this; the message says what was expected."""


@dataclass(frozen=True)
class NumberForm:
    """How numbers are written: 1.234,50 (a comma for the decimals) or 1,234.50."""

    decimal: str = ","

    @property
    def thousands(self) -> str:
        return "." if self.decimal == "," else ","


Parser = Callable[[Cell, NumberForm], Any]

_EXCEL_EPOCH = date(1899, 12, 30)
_DAY_FIRST = re.compile(r"(\d{1,2})([-./])(\d{1,2})\2(\d{4})(?:[ T]00:00(?::00)?)?$")
_YEAR_FIRST = re.compile(r"(\d{4})([-./])(\d{1,2})\2(\d{1,2})(?:[ T]00:00(?::00(?:\.0+)?)?)?$")
_SERIAL = re.compile(r"\d{5}$")
_PLAIN_ADDRESS = re.compile(r"[a-z0-9_-]+(?:\.[a-z0-9_-]+)*@(?:[a-z0-9][a-z0-9]*\.)+[a-z]{2,20}$")
_NUMBER = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)*$")
_DANISH_EVIDENCE = re.compile(r"\d,\d{1,2}$|\d\.\d{3},\d+$|\d\.\d{3}\.\d{3}")
_ENGLISH_EVIDENCE = re.compile(r"\d\.\d{1,2}$|\d,\d{3}\.\d+$|\d,\d{3},\d{3}")


def text(cell: Cell, form: NumberForm | None = None) -> str:
    """The cell as one line of text without blanks around it."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    # NUL cannot be stored, and a non-breaking blank is what spreadsheets put for a blank.
    return " ".join(str(cell).replace("\0", "").split())


def long_text(cell: Cell, form: NumberForm | None = None) -> str:
    """The cell as text that may have several lines."""
    return "" if cell is None else str(cell).replace("\0", "").replace("\r\n", "\n").strip()


def up_to(length: int) -> Parser:
    """Text of at most `length` characters."""

    def parse(cell: Cell, form: NumberForm) -> str:
        value = text(cell)
        if len(value) > length:
            raise Wrong(_("At most %(length)s characters fit here.") % {"length": length})
        return value

    return parse


def day(cell: Cell, form: NumberForm | None = None) -> date | None:
    """A date written dd-mm-yyyy or yyyy-mm-dd (also with . or /), or as a spreadsheet keeps it; None when empty."""
    if isinstance(cell, date):
        return cell
    value = text(cell)
    if not value:
        return None
    try:
        found = _day(value)
    except ValueError as error:
        raise Wrong(_("There is no such day. A date is written dd-mm-yyyy, as 31-12-2026.")) from error
    if found is None or not 1900 <= found.year <= 2200:
        raise Wrong(_("A date was expected, written dd-mm-yyyy, as 31-12-2026."))
    return found


def _day(value: str) -> date | None:
    if match := _DAY_FIRST.match(value):
        return date(int(match[4]), int(match[3]), int(match[1]))
    if match := _YEAR_FIRST.match(value):
        return date(int(match[1]), int(match[3]), int(match[4]))
    return _EXCEL_EPOCH + timedelta(days=int(value)) if _SERIAL.match(value) else None


def date_form(cells: Iterable[Cell]) -> str:
    """How the dates of `cells` are written: dd-mm-yyyy, yyyy-mm-dd or excel; empty when there are none."""
    for cell in cells:
        value = text(cell)
        if isinstance(cell, date) or _SERIAL.match(value):
            return "excel"
        if _DAY_FIRST.match(value):
            return "dd-mm-yyyy"
        if _YEAR_FIRST.match(value):
            return "yyyy-mm-dd"
    return ""


def number_form(cells: Iterable[Cell]) -> NumberForm:
    """How the numbers of `cells` are written; the comma for decimals unless the point is proved."""
    danish = english = 0
    for cell in cells:
        if isinstance(cell, str):
            value = cell.strip()
            danish += bool(_DANISH_EVIDENCE.search(value))
            english += bool(_ENGLISH_EVIDENCE.search(value))
    return NumberForm(".") if english > danish else NumberForm(",")


def number(cell: Cell, form: NumberForm) -> Decimal | None:
    """A number written as `form` says; None when empty. A number written unmistakably otherwise is understood."""
    if isinstance(cell, int | float):
        return Decimal(str(cell))
    value = re.sub(r"(?i)kr\.?|sek|dkk|\s|’|'", "", text(cell)).replace("−", "-").removesuffix(",-")
    if not value:
        return None
    if not _NUMBER.match(value):
        raise Wrong(_("A number was expected, as 37 or 7,5."))
    return Decimal(_with_point(value, form))


def _with_point(value: str, form: NumberForm) -> str:
    """`value` with a point before its decimals and nothing between its thousands."""
    has_both = "," in value and "." in value
    decimal = max(",.", key=value.rfind) if has_both else _only_separator(value, form)
    if value.count(decimal) > 1:
        raise Wrong(_("A number was expected, as 37 or 7,5."))
    thousands = "." if decimal == "," else ","
    return value.replace(thousands, "").replace(decimal, ".")


def _only_separator(value: str, form: NumberForm) -> str:
    """Which sign stands before the decimals of `value`, which has one kind of separator at most."""
    used = "," if "," in value else "."
    other = "." if used == "," else ","
    looks_like_thousands = re.fullmatch(rf"[+-]?[1-9]\d{{0,2}}(?:\{used}\d{{3}})+", value) is not None
    if not looks_like_thousands:
        return used
    return other if used == form.thousands or value.count(used) > 1 else used


def number_between(low: int, high: int, *, places: int = 2) -> Parser:
    """A number from `low` to `high`, both allowed, with at most `places` decimals."""

    def parse(cell: Cell, form: NumberForm) -> Decimal | None:
        value = number(cell, form)
        if value is None:
            return None
        if not low <= value <= high:
            raise Wrong(_("A number from %(low)s to %(high)s was expected.") % {"low": low, "high": high})
        rounded = round(value, places)
        if rounded != value:
            raise Wrong(_("At most %(places)s decimals were expected.") % {"places": places})
        return rounded

    return parse


def weekly_hours(cell: Cell, form: NumberForm) -> Decimal | None:
    """Hours a week: more than 0, at most 60."""
    value = number(cell, form)
    if value is not None and not 0 < value <= 60:
        raise Wrong(_("Hours a week were expected: more than 0 and at most 60, as 37 or 7,5."))
    return None if value is None else round(value, 2)


def whole(low: int, high: int) -> Parser:
    """A whole number from `low` to `high`."""

    def parse(cell: Cell, form: NumberForm) -> int | None:
        value = number(cell, form)
        if value is None:
            return None
        if value != value.to_integral_value() or not low <= value <= high:
            raise Wrong(_("A whole number from %(low)s to %(high)s was expected.") % {"low": low, "high": high})
        return int(value)

    return parse


def year_of_birth(cell: Cell, form: NumberForm) -> int | None:
    """Four digits; anything longer could be a number that may not be kept at all."""
    value = text(cell)
    if not value:
        return None
    if not (value.isascii() and value.isdecimal() and len(value) == 4 and 1920 <= int(value) <= 2020):
        raise Wrong(_("A year of four digits was expected, as 1984, and nothing else."))
    return int(value)


def money(cell: Cell, form: NumberForm) -> int | None:
    """An amount in kroner, as whole øre."""
    value = number(cell, form)
    if value is None:
        return None
    cents = value * 100
    if cents < 0 or cents != cents.to_integral_value() or cents > 2_000_000_000:
        raise Wrong(_("An amount in kroner was expected, 0 or more, as 8.900,00."))
    return int(cents)


def email(cell: Cell, form: NumberForm) -> str | None:
    """An e-mail address in lower case; None when empty, which is no fault."""
    value = text(cell).lower()
    if not value:
        return None
    try:
        # Django's validator takes its time; most addresses need none of it.
        if not _PLAIN_ADDRESS.match(value):
            validate_email(value)
    except ValidationError as error:
        raise Wrong(_("An e-mail address was expected, as anna.holm@kommune.dk.")) from error
    if len(value) > 254:
        raise Wrong(_("At most %(length)s characters fit here.") % {"length": 254})
    return value


def one_of(words: Mapping[str, str], expected: str) -> Parser:
    """One of the words of a list, however it is capitalised; `expected` names them in the message."""
    return partial(_one_of, words, expected)


def _one_of(words: Mapping[str, str], expected: str, cell: Cell, form: NumberForm) -> str:
    value = text(cell).casefold()
    if not value:
        return ""
    if value not in words:
        raise Wrong(_("Expected one of: %(words)s.") % {"words": expected})
    return words[value]


def several_of(words: Mapping[str, str], expected: str) -> Parser:
    """Words of a list, joined by | or a comma, as a sorted tuple."""

    def parse(cell: Cell, form: NumberForm) -> tuple[str, ...]:
        parts = [part for part in re.split(r"[|,/+]", text(cell)) if part.strip()]
        return tuple(sorted({_one_of(words, expected, part, form) for part in parts}))

    return parse
