"""Team problems and answers as JSON (trainer-team-problem/1, trainer-teams/1). What is wrong is told with its place."""

import hashlib
import json
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from trainers.domain.composer import Answer, Candidate, Competence, Conflict, Problem, Status, Team, Unit

FORMAT, ANSWER_FORMAT = "trainer-team-problem/1", "trainer-teams/1"
HIGHEST = 5
# Above this, sums are no longer exact in the solver.
LARGEST = 1_000_000

T = TypeVar("T")


class Malformed(ValueError):
    """The file is not of the format; the message begins with the place, as `candidates[3].hours: must be …`."""


@dataclass(frozen=True)
class _Row:
    """An object of the file with its place."""

    place: str
    values: Mapping[str, Any]

    def fault(self, key: str, rule: str) -> Malformed:
        return Malformed(f"{self.at(key)}: {rule}")

    def at(self, key: str) -> str:
        return f"{self.place}.{key}" if self.place else key

    def only(self, *keys: str) -> None:
        for key in self.values:
            if key not in keys:
                raise self.fault(key, "is not a key of the format")
        for key in keys:
            if key not in self.values:
                raise self.fault(key, "is missing")

    def number(self, key: str, least: int = 0, most: int = LARGEST, unit: str = "") -> int:
        value = self.values[key]
        if not _is_whole(value) or not least <= value <= most:
            number = f"a whole number{unit and f' of {unit}'}"
            limits = f"{number}, {least} or more" if most == LARGEST else f"{number} from {least} to {most}"
            too_large = _is_whole(value) and value > LARGEST
            raise self.fault(key, f"must be at most {LARGEST}" if too_large else f"must be {limits}")
        return int(value)

    def number_or_none(self, key: str, unit: str = "") -> int | None:
        value = self.values[key]
        if value is None:
            return None
        if not _is_whole(value):
            raise self.fault(key, f"must be a whole number{unit and f' of {unit}'}, 0 or more, or null")
        return self.number(key, unit=unit)

    def truth(self, key: str) -> bool:
        value = self.values[key]
        if not isinstance(value, bool):
            raise self.fault(key, "must be true or false")
        return value

    def name(self, key: str) -> str:
        value = self.values[key]
        if not isinstance(value, str) or not value:
            raise self.fault(key, "must be a text that is not empty")
        return value

    def known(self, key: str, known: Collection[str], what: str) -> str:
        value = self.name(key)
        if value not in known:
            raise self.fault(key, f"no {what} has the id “{value}”")
        return value

    def set_of(self, key: str, known: Collection[str], what: str) -> frozenset[str]:
        """A list of known ids, each once."""
        values = self.values[key]
        if not isinstance(values, list):
            raise self.fault(key, f"must be a list of ids of {what}")
        for number, value in enumerate(values):
            place = f"{key}[{number}]"
            if not isinstance(value, str) or value not in known:
                raise self.fault(place, f"no {what} has the id {_quoted(value)}")
            if value in values[:number]:
                raise self.fault(place, f"“{value}” stands here twice")
        return frozenset(values)

    def rows(self, key: str) -> list["_Row"]:
        values = self.values[key]
        if not isinstance(values, list):
            raise self.fault(key, "must be a list")
        return [_row(f"{self.at(key)}[{number}]", value) for number, value in enumerate(values)]


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _quoted(value: object) -> str:
    return f"“{value}”" if isinstance(value, str) else json.dumps(value)


def _row(place: str, value: object) -> _Row:
    if not isinstance(value, dict):
        raise Malformed(f"{place}: must be an object" if place else "the file must hold one object")
    return _Row(place, value)


def read(text: str | bytes) -> Problem:
    """The problem a file holds. Raises Malformed."""
    try:
        content = json.loads(text, object_pairs_hook=_without_repeats)
    except (json.JSONDecodeError, UnicodeDecodeError) as error:
        raise Malformed(f"the file is not JSON: {error}") from error
    except RecursionError as error:
        raise Malformed("the file is nested too deeply") from error
    return problem_of(content)


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A key that stands twice in one object would silently lose its first value."""
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise Malformed(f"{key}: stands twice in one object")
        found[key] = value
    return found


def problem_of(content: object) -> Problem:
    """The problem of an object as read from JSON. Raises Malformed."""
    top = _row("", content)
    if top.values.get("format") != FORMAT:
        raise top.fault("format", f"must be “{FORMAT}”")
    top.only("format", "min_size", "max_size", "hours_needed", "competences", "units", "candidates")
    competences = _unique(top.rows("competences"), _competence)
    units = _unique(top.rows("units"), _unit)
    known = (set(competences), set(units))
    candidates = _unique(top.rows("candidates"), lambda row: _candidate(row, *known))
    return Problem(
        min_size=top.number("min_size"),
        max_size=top.number("max_size"),
        hours_needed=top.number("hours_needed", unit="hours"),
        competences=tuple(competences.values()),
        units=tuple(units.values()),
        candidates=tuple(candidates.values()),
    )


def _unique(rows: list[_Row], read_row: Callable[[_Row], T]) -> dict[str, T]:
    """What the rows say, by id; each id once."""
    found: dict[str, T] = {}
    for row in rows:
        one = read_row(row)
        if row.values["id"] in found:
            raise row.fault("id", f"“{row.values['id']}” stands here twice")
        found[row.values["id"]] = one
    return found


def _competence(row: _Row) -> Competence:
    row.only("id", "level", "cover", "experience")
    return Competence(row.name("id"), row.number("level", most=HIGHEST), row.number("cover"), row.truth("experience"))


def _unit(row: _Row) -> Unit:
    row.only("id", "users", "max_members", "max_hours")
    return Unit(
        row.name("id"), row.number("users"), row.number_or_none("max_members"), row.number_or_none("max_hours", "hours")
    )


def _candidate(row: _Row, competences: set[str], units: set[str]) -> Candidate:
    keys = ("id", "unit", "near", "hours", "levels", "wishes", "suitability", "willing", "released", "close", "status")
    row.only(*keys)
    status = row.name("status")
    if status not in set(Status):
        raise row.fault("status", f"must be one of {', '.join(Status)}")
    return Candidate(
        id=row.name("id"),
        unit=row.known("unit", units, "unit"),
        near=row.set_of("near", units, "unit"),
        hours=row.number("hours", unit="hours"),
        levels=_levels(row, competences),
        wishes=row.set_of("wishes", competences, "competence"),
        suitability=row.number("suitability"),
        willing=row.truth("willing"),
        released=row.truth("released"),
        close=row.truth("close"),
        status=Status(status),
    )


def _levels(row: _Row, competences: set[str]) -> dict[str, int]:
    """Whole levels 0–5 by competence; what is left out is 0."""
    levels = _row(row.at("levels"), row.values["levels"])
    for key in levels.values:
        if key not in competences:
            raise levels.fault(key, "no competence has this id")
        levels.number(key, most=HIGHEST)
    return dict(levels.values)


def write(problem: Problem) -> dict[str, object]:
    """The problem as an object for JSON, rows by id, so that equal problems are equal files."""
    return {
        "format": FORMAT,
        "min_size": problem.min_size,
        "max_size": problem.max_size,
        "hours_needed": problem.hours_needed,
        "competences": [
            {"id": one.id, "level": one.level, "cover": one.cover, "experience": one.experience}
            for one in sorted(problem.competences, key=lambda one: one.id)
        ],
        "units": [
            {"id": one.id, "users": one.users, "max_members": one.max_members, "max_hours": one.max_hours}
            for one in sorted(problem.units, key=lambda one: one.id)
        ],
        "candidates": [_write_candidate(one) for one in sorted(problem.candidates, key=lambda candidate: candidate.id)],
    }


def _write_candidate(one: Candidate) -> dict[str, object]:
    return {
        "id": one.id,
        "unit": one.unit,
        "near": sorted(one.near),
        "hours": one.hours,
        "levels": dict(sorted(one.levels.items())),
        "wishes": sorted(one.wishes),
        "suitability": one.suitability,
        "willing": one.willing,
        "released": one.released,
        "close": one.close,
        "status": one.status.value,
    }


def hash_of(problem: Mapping[str, object]) -> str:
    """SHA-256 of a written problem."""
    return hashlib.sha256(json.dumps(problem, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def write_answer(answer: Answer) -> dict[str, object]:
    """The answer as an object for JSON."""
    return {
        "format": ANSWER_FORMAT,
        "status": answer.status,
        "teams": [_write_team(team) for team in answer.teams],
        "candidates": [{"id": one, "reason": reason} for one, reason in answer.reasons.items()],
        "conflicts": [_write_conflict(one) for one in answer.conflicts],
    }


def _write_team(team: Team) -> dict[str, object]:
    return {
        "members": list(team.members),
        "missing_cover": team.missing_cover,
        "units_without": team.units_without,
        "missing_hours": team.missing_hours,
        "robust": team.robust,
        "suitability": team.suitability,
        "coverage": {
            key: {"members": list(cover.members), "by_wish": list(cover.by_wish)}
            for key, cover in team.coverage.items()
        },
        "critical": list(team.critical),
    }


def _write_conflict(conflict: Conflict) -> dict[str, object]:
    return {"rule": conflict.rule, "unit": conflict.unit, "candidates": list(conflict.candidates)}
