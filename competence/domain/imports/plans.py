"""What an import would do: the vocabulary that all kinds share."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from competence.domain.imports.columns import Column, Sheet
from competence.models import Employee, Unit

SAMPLE = 12


class NoMunicipality(Exception):
    """It is not clear which municipality the file belongs to; the message says what to name."""


def _silent(percent: int) -> None:
    return None


@dataclass(frozen=True)
class Setting:
    """Where and when a file is imported. `municipality` is None only while a units file founds the first one.

    `on` is the day from which the file holds; `by` is None for the operator at the command line.
    """

    municipality: Unit | None
    on: date
    at: datetime
    by: Employee | None = None
    end_missing: bool = False
    code: str = ""
    progress: Callable[[int], None] = _silent

    @property
    def root(self) -> Unit:
        if self.municipality is None:
            raise NoMunicipality
        return self.municipality


@dataclass(frozen=True)
class Difference:
    """One field of one row before and after."""

    field: str
    before: str
    after: str


@dataclass(frozen=True)
class Change:
    """What one line of the file changes."""

    line: int
    what: str
    differences: tuple[Difference, ...] = ()


@dataclass
class Plan:
    """Counts by rows of the file; `created` and `updated` are samples for the dry run.

    `missing` names who is in the database and not in the file. `write` does it all, inside the caller's transaction.
    """

    created: int = 0
    updated: int = 0
    unchanged: int = 0
    new: list[Change] = field(default_factory=list)
    changed: list[Change] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    write: Callable[[], None] = lambda: None

    def count(self, line: int, what: str, differences: Sequence[Difference]) -> None:
        """Count a row that exists already as updated or unchanged."""
        if not differences:
            self.unchanged += 1
            return
        self.updated += 1
        if len(self.changed) < SAMPLE:
            self.changed.append(Change(line, what, tuple(differences)))

    def create(self, line: int, what: str) -> None:
        self.created += 1
        if len(self.new) < SAMPLE:
            self.new.append(Change(line, what))


@dataclass(frozen=True)
class Kind:
    """One kind of file: its columns, and the function that compares it with the database."""

    columns: tuple[Column, ...]
    plan: Callable[[Sheet, Setting], Plan]


def difference(heading: str, before: Any, after: Any) -> list[Difference]:
    """One difference, or none when both are the same."""
    return [] if before == after else [Difference(heading, said(before), said(after))]


def said(value: Any) -> str:
    """A value as a person reads it in a list of changes."""
    if value is None:
        return ""
    return value.strftime("%d-%m-%Y") if isinstance(value, date) else str(value)
