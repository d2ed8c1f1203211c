"""A table → values by column, and the faults of its cells. Pure."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from competence.domain.imports import values
from competence.domain.imports.reading import Cell, Table
from competence.domain.imports.values import NumberForm, Parser, Wrong


@dataclass(frozen=True)
class Fault:
    """What is wrong where: `line` of the file, `column` as the file calls it, the `value` found.

    `expected` says what was expected there, `message` all of it in one sentence.
    """

    line: int
    column: str
    value: str
    expected: str
    message: str


def _fault(line: int, column: str, value: str, expected: str) -> Fault:
    if value:
        message = _("Line %(line)s, %(column)s: found “%(value)s”. %(expected)s")
    else:
        message = _("Line %(line)s, %(column)s: %(expected)s")
    return Fault(
        line, column, value, expected, message % {"line": line, "column": column, "value": value, "expected": expected}
    )


@dataclass(frozen=True)
class Column:
    """A column we know. `names` are its headings in Danish (the one shown), Swedish and English.

    What stands in a private one is in no report of the import, faulty or not.
    """

    key: str
    names: tuple[str, ...]
    parse: Parser
    required: bool = False
    filled: bool = False
    is_date: bool = False
    is_number: bool = False
    is_private: bool = False


def simplified(heading: str) -> str:
    """`heading` without what differs between systems: case, points, brackets, double blanks."""
    return " ".join(re.sub(r"[^\w\s/-]", " ", heading.casefold()).replace("_", " ").split())


@dataclass
class Sheet:
    """The values of a table by column key, with the faults found so far."""

    table: Table
    headings: Mapping[str, str]
    lines: Sequence[int]
    values: dict[str, list[Any]]
    raw: dict[str, list[Cell]]
    faults: list[Fault] = field(default_factory=list)
    date_form: str = ""
    decimal: str = ","
    faulty: set[tuple[int, str]] = field(default_factory=set)
    private: frozenset[str] = frozenset()

    def has(self, key: str) -> bool:
        """Whether the file has that column."""
        return key in self.headings

    def fault(self, index: int, key: str, expected: str) -> None:
        """Note a fault of the cell, unless one is noted already."""
        if (index, key) in self.faulty:
            return
        self.faulty.add((index, key))
        found = self.raw[key][index] if key in self.raw and key not in self.private else None
        heading = self.headings.get(key, key)
        self.faults.append(_fault(self.lines[index], heading, shown(found), expected))

    def is_faulty(self, index: int, *keys: str) -> bool:
        return any((index, key) in self.faulty for key in keys)

    def sorted_faults(self) -> list[Fault]:
        """Faults in the order of the file: line, then column."""
        order = {heading: position for position, heading in enumerate(self.table.header)}
        return sorted(self.faults, key=lambda fault: (fault.line, order.get(fault.column, -1)))


def shown(cell: Cell) -> str:
    """What was found, short enough for a message."""
    return values.text(cell)[:80]


def sheet(table: Table, columns: Sequence[Column]) -> Sheet:
    """The values of `columns` in `table`; columns of the file that are not asked for are left alone."""
    places = _places(table, columns)
    raw = {column.key: _cells(table, places[column.key]) for column in columns if column.key in places}
    form = values.number_form(cell for column in columns if column.is_number for cell in raw.get(column.key, ()))
    made = Sheet(
        table=table,
        headings={key: table.header[place] for key, place in places.items()},
        lines=[row.line for row in table.rows],
        values={},
        raw=raw,
        date_form=values.date_form(cell for c in columns if c.is_date for cell in raw.get(c.key, ())),
        decimal=form.decimal,
        private=frozenset(column.key for column in columns if column.is_private),
    )
    lacking = [column for column in columns if column.required and column.key not in places]
    for column in lacking:
        _missing_column(made, column)
    for column in [] if lacking else columns:
        _parse_column(made, column, form)
    return made


def _places(table: Table, columns: Sequence[Column]) -> dict[str, int]:
    known = {simplified(name): column.key for column in columns for name in column.names}
    places: dict[str, int] = {}
    for place, heading in enumerate(table.header):
        key = known.get(simplified(heading))
        if key is not None:
            places.setdefault(key, place)
    return places


def _cells(table: Table, place: int) -> list[Cell]:
    return [row.cells[place] if place < len(row.cells) else None for row in table.rows]


def _parse_column(made: Sheet, column: Column, form: NumberForm) -> None:
    """Parse each different value once: ten thousand rows hold few of them."""
    if column.key not in made.raw:
        made.values[column.key] = [column.parse(None, form)] * len(made.lines)
        return
    cells = made.raw[column.key]
    outcomes = {cell: _parsed(column, cell, form) for cell in set(cells)}
    made.values[column.key] = [outcomes[cell][0] for cell in cells]
    wrong = {cell: message for cell, (_value, message) in outcomes.items() if message}
    if wrong:
        for index, cell in enumerate(cells):
            if cell in wrong:
                made.fault(index, column.key, wrong[cell])


def _parsed(column: Column, cell: Cell, form: NumberForm) -> tuple[Any, str]:
    """The value of a cell, and what is wrong with it."""
    try:
        value = column.parse(cell, form)
    except Wrong as error:
        return None, str(error)
    is_empty = value is None or value == ""
    return value, _("The cell is empty, but must be filled in.") if column.filled and is_empty else ""


def _missing_column(made: Sheet, column: Column) -> None:
    expected = _("The column is missing. Is this the right kind of file?")
    made.faults.append(_fault(made.table.header_line, column.names[0], "", expected))
