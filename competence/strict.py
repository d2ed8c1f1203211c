"""Reading JSON of a fixed format: what is wrong is told with its place. Pure: no Django.

Formats are for files that are kept and repeated years later, so unknown keys are refused and nothing is guessed.
"""

import json
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

# Above this, sums are no longer exact in a solver.
LARGEST = 10**12

T = TypeVar("T")


def gettext_noop(text: str) -> str:
    """Shows a rule to whoever collects what is to be translated; `competence/faults.py` says it in a language."""
    return text


class Malformed(ValueError):
    """The file is not of the format; the message begins with the place, as `wishes[3].cost: must be …`.

    `rule` has named placeholders for `values`, so that it can be said in another language.
    """

    def __init__(self, rule: str, place: str = "", **values: object) -> None:
        self.place, self.rule, self.values = place, rule, values
        super().__init__(self.said(rule))

    def said(self, rule: str) -> str:
        """The place and `rule`, perhaps translated, with what was found there."""
        told = rule % self.values if self.values else rule
        return f"{self.place}: {told}" if self.place else told


@dataclass(frozen=True)
class Row:
    """An object of the file with its place."""

    place: str
    values: Mapping[str, Any]

    def fault(self, key: str, rule: str, **values: object) -> Malformed:
        return Malformed(rule, self.at(key), **values)

    def at(self, key: str) -> str:
        return f"{self.place}.{key}" if self.place else key

    def only(self, *keys: str, optional: Collection[str] = ()) -> None:
        """All of these keys, perhaps some of the `optional` ones, and no others."""
        for key in self.values:
            if key not in keys and key not in optional:
                raise self.fault(key, gettext_noop("is not a key of the format"))
        for key in keys:
            if key not in self.values:
                raise self.fault(key, gettext_noop("is missing"))

    def number(self, key: str, least: int = 0, most: int = LARGEST, unit: str = "") -> int:
        value = self.values[key]
        if _is_whole(value) and value > LARGEST:
            raise self.fault(key, gettext_noop("must be at most %(most)s"), most=min(most, LARGEST))
        if not _is_whole(value) or not least <= value <= most:
            if not unit and most != LARGEST:
                raise self.fault(
                    key, gettext_noop("must be a whole number from %(least)s to %(most)s"), least=least, most=most
                )
            number = f"a whole number{unit and f' of {unit}'}"
            limits = f"{number}, {least} or more" if most == LARGEST else f"{number} from {least} to {most}"
            raise self.fault(key, f"must be {limits}")
        return int(value)

    def number_or_none(self, key: str, unit: str = "", most: int = LARGEST) -> int | None:
        value = self.values[key]
        if value is None:
            return None
        if not _is_whole(value):
            raise self.fault(key, f"must be a whole number{unit and f' of {unit}'}, 0 or more, or null")
        return self.number(key, most=most, unit=unit)

    def truth(self, key: str) -> bool:
        value = self.values[key]
        if not isinstance(value, bool):
            raise self.fault(key, gettext_noop("must be true or false"))
        return value

    def name(self, key: str) -> str:
        value = self.values[key]
        if not _is_text(value):
            raise self.fault(key, gettext_noop("must be a text that is not empty"))
        return str(value)

    def text(self, key: str, longest: int, *, empty: bool = True, lines: bool = True) -> str:
        """At most `longest` characters, without blanks around; perhaps none at all, perhaps several lines."""
        value = self.values[key]
        if not isinstance(value, str) or len(value) > longest or not _can_be_kept(value):
            raise self.fault(key, gettext_noop("must be a text of at most %(longest)s characters"), longest=longest)
        told = value.strip()
        if not empty and not told:
            raise self.fault(key, gettext_noop("must be a text that is not empty"))
        if not lines and len(told.splitlines()) > 1:
            raise self.fault(key, gettext_noop("must be one line"))
        return told

    def one_of(self, key: str, known: Collection[str]) -> str:
        value = self.name(key)
        if value not in known:
            raise self.fault(key, gettext_noop("must be one of %(known)s"), known=", ".join(known))
        return value

    def known(self, key: str, known: Collection[str], what: str) -> str:
        value = self.name(key)
        if value not in known:
            raise self.fault(key, f"no {what} has the id “{value}”")
        return value

    def names(self, key: str) -> frozenset[str]:
        """A list of texts, each once."""
        values = self.values[key]
        if not isinstance(values, list):
            raise self.fault(key, gettext_noop("must be a list of texts"))
        for number, value in enumerate(values):
            place = f"{key}[{number}]"
            if not _is_text(value):
                raise self.fault(place, gettext_noop("must be a text that is not empty"))
            if value in values[:number]:
                raise self.fault(place, gettext_noop("“%(value)s” stands here twice"), value=value)
        return frozenset(values)

    def some_of(self, key: str, known: Collection[str]) -> list[str]:
        """A list of known words, each once, in the order of `known`."""
        found = self.names(key)
        for number, value in enumerate(self.values[key]):
            if value not in known:
                place = f"{key}[{number}]"
                raise self.fault(place, gettext_noop("must be one of %(known)s"), known=", ".join(known))
        return [one for one in known if one in found]

    def ids(self, key: str, known: Collection[str], what: str) -> frozenset[str]:
        """A list of known ids, each once."""
        found = self.names(key)
        for number, value in enumerate(self.values[key]):
            if value not in known:
                raise self.fault(f"{key}[{number}]", f"no {what} has the id “{value}”")
        return found

    def row(self, key: str) -> "Row":
        return _row(self.at(key), self.values[key])

    def rows(self, key: str, most: int = LARGEST) -> list["Row"]:
        values = self.values[key]
        if not isinstance(values, list):
            raise self.fault(key, gettext_noop("must be a list"))
        if len(values) > most:
            raise self.fault(key, gettext_noop("must have at most %(most)s rows"), most=most)
        return [_row(f"{self.at(key)}[{number}]", value) for number, value in enumerate(values)]


def load(text: str | bytes, format_name: str) -> Row:
    """The object a file holds, when it says that it is of this format. Raises Malformed."""
    try:
        content = json.loads(text, object_pairs_hook=_without_repeats)
    except Malformed:
        raise
    except ValueError as error:
        raise _no_json(error) from error
    except RecursionError as error:
        raise Malformed(gettext_noop("the file is nested too deeply")) from error
    return row_of(content, format_name)


def _no_json(error: ValueError) -> Malformed:
    if isinstance(error, json.JSONDecodeError):
        rule = gettext_noop("the file is not JSON: line %(line)s, column %(column)s")
        return Malformed(rule, line=error.lineno, column=error.colno)
    return Malformed(gettext_noop("the file is not JSON: it holds what cannot be read"))


def row_of(content: object, format_name: str) -> Row:
    """The same for what has been read already. Raises Malformed."""
    top = _row("", content)
    if top.values.get("format") != format_name:
        raise top.fault("format", gettext_noop("must be “%(format)s”"), format=format_name)
    return top


def unique(rows: list[Row], read_row: Callable[[Row], T]) -> dict[str, T]:
    """What the rows say, by id; each id once."""
    found: dict[str, T] = {}
    for row in rows:
        one = read_row(row)
        if row.values["id"] in found:
            raise row.fault("id", gettext_noop("“%(value)s” stands here twice"), value=row.values["id"])
        found[row.values["id"]] = one
    return found


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_text(value: object) -> bool:
    """A text that can be written again: halves of a pair of surrogates, which JSON lets through, cannot."""
    return isinstance(value, str) and value != "" and not any("\ud800" <= sign <= "\udfff" for sign in value)


def _can_be_kept(value: str) -> bool:
    """A database keeps no NUL either."""
    return value == "" or (_is_text(value) and "\x00" not in value)


def _row(place: str, value: object) -> Row:
    if not isinstance(value, dict):
        if not place:
            raise Malformed(gettext_noop("the file must hold one object"))
        raise Malformed(gettext_noop("must be an object"), place)
    return Row(place, value)


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A key that stands twice in one object would silently lose its first value."""
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise Malformed(gettext_noop("stands twice in one object"), key)
        found[key] = value
    return found
