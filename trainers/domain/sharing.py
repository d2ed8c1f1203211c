"""Best practice for others, without persons, in the installation and as files (source: K43)."""

import json
import re
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from competence.models import Employee, Unit
from competence.strict import Malformed, Row, gettext_noop, load
from trainers.models import Practice
from trainers.queries.sharing import named_in

FORMAT = "trainer-practices/1"
TEXTS = ("programme", "title", "situation", "how", "result")
LONGEST = {"programme": 120, "title": 160, "situation": 3000, "how": 3000, "result": 3000, "origin": 120}
MOST = 500
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+\.\w+")
# Eight digits or more, as telephone and civil registration numbers have, however they are grouped.
_NUMBER = re.compile(r"(?<!\d)(?:\d[ -]?){7,}\d(?!\d)")


class TellsOfSomebody(Exception):
    """The text holds `what`: a name, an address or a number that leads to a person."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what


class NotOurs(Exception):
    """What came from another municipality is not changed here."""


@dataclass(frozen=True)
class PracticeFacts:
    """When it helps, how you do it, and what comes of it."""

    title: str
    how: str
    programme: str = ""
    situation: str = ""
    result: str = ""

    @property
    def texts(self) -> str:
        return "\n".join(getattr(self, name) for name in TEXTS)


@transaction.atomic
def write(
    *, municipality: Unit, facts: PracticeFacts, by: Employee, at: datetime, practice: Practice | None = None
) -> Practice:
    """A practice of one's own municipality. Raises TellsOfSomebody, NotOurs."""
    if practice and practice.origin != municipality.name:
        raise NotOurs
    refuse_persons(municipality, facts.texts)
    row = practice or Practice(municipality=municipality, origin=municipality.name, made_by=by, made_at=at)
    for name in TEXTS:
        setattr(row, name, getattr(facts, name).strip())
    row.save()
    return row


@transaction.atomic
def share(*, practice: Practice, is_shared: bool) -> Practice:
    """Whether the other municipalities of the installation read it. Raises TellsOfSomebody, NotOurs."""
    if practice.origin != practice.municipality.name:
        raise NotOurs
    if is_shared:
        refuse_persons(practice.municipality, "\n".join(getattr(practice, name) for name in TEXTS))
    practice.is_shared = is_shared
    practice.save(update_fields=["is_shared"])
    return practice


@transaction.atomic
def remove(*, practice: Practice) -> None:
    practice.delete()


def refuse_persons(municipality: Unit, text: str) -> None:
    """Raises TellsOfSomebody where the text names an employee, or holds an address or a long number."""
    what = address_or_number(text) or named_in(municipality, text)
    if what:
        raise TellsOfSomebody(what)


def address_or_number(text: str) -> str:
    """The first one in `text` that leads to a person."""
    found = _ADDRESS.search(text) or _NUMBER.search(text)
    return found.group().strip() if found else ""


def written(practices: Iterable[Practice]) -> bytes:
    """The practices as a file: no persons, no days, by key, so that the same practices are the same file."""
    rows = [
        {"key": str(one.key), "origin": one.origin, **{name: getattr(one, name) for name in TEXTS}}
        for one in sorted(practices, key=lambda one: str(one.key))
    ]
    return json.dumps({"format": FORMAT, "practices": rows}, ensure_ascii=False, indent=1).encode()


@transaction.atomic
def read(*, municipality: Unit, content: bytes, by: Employee, at: datetime) -> int:
    """Take in a file of practices, all or nothing; those known already get its words. Returns how many were new.

    What is one's own is left as it is. Raises Malformed, TellsOfSomebody.
    """
    top = load(content, FORMAT)
    top.only("format", "practices")
    rows = [_told(row) for row in top.rows("practices", most=MOST)]
    refuse_persons(municipality, "\n".join(text for _key, told in rows for text in told.values()))
    return sum(_take_in(key, told, municipality, by, at) for key, told in rows)


def _told(row: Row) -> tuple[uuid.UUID, dict[str, str]]:
    row.only("key", "origin", *TEXTS)
    return key_of(row), {name: _text(row, name) for name in ("origin", *TEXTS)}


def _take_in(key: uuid.UUID, told: dict[str, str], municipality: Unit, by: Employee, at: datetime) -> bool:
    known = Practice.objects.filter(municipality=municipality, key=key).first()
    if known and known.origin == municipality.name:
        return False
    _found, is_new = Practice.objects.update_or_create(
        municipality=municipality, key=key, defaults=told, create_defaults=told | {"made_by": by, "made_at": at}
    )
    return is_new


def _text(row: Row, name: str) -> str:
    return row.text(name, LONGEST[name], empty=name not in ("title", "how", "origin"))


def key_of(row: Row) -> uuid.UUID:
    told = row.name("key")
    try:
        return uuid.UUID(told)
    except ValueError as error:
        raise row.fault("key", gettext_noop("must be a UUID")) from error


__all__ = ["Malformed", "NotOurs", "PracticeFacts", "TellsOfSomebody", "read", "remove", "share", "write", "written"]
