"""Team problems and answers as JSON (trainer-team-problem/1, trainer-teams/1). What is wrong is told with its place."""

import hashlib
import json
from collections.abc import Mapping

from competence.strict import Row, load, row_of, unique
from trainers.domain.composer import Answer, Conflict, Team
from trainers.domain.team_rules import Candidate, Competence, Problem, Status, Unit

FORMAT, ANSWER_FORMAT = "trainer-team-problem/1", "trainer-teams/1"
HIGHEST = 5
# Above this, sums are no longer exact in the solver.
LARGEST = 1_000_000


def read(text: str | bytes) -> Problem:
    """The problem a file holds. Raises Malformed."""
    return _problem(load(text, FORMAT))


def problem_of(content: object) -> Problem:
    """The problem of an object as read from JSON. Raises Malformed."""
    return _problem(row_of(content, FORMAT))


def _problem(top: Row) -> Problem:
    top.only("format", "min_size", "max_size", "hours_needed", "competences", "units", "candidates")
    competences = unique(top.rows("competences"), _competence)
    units = unique(top.rows("units"), _unit)
    known = (set(competences), set(units))
    candidates = unique(top.rows("candidates"), lambda row: _candidate(row, *known))
    return Problem(
        min_size=_count(top, "min_size"),
        max_size=_count(top, "max_size"),
        hours_needed=_count(top, "hours_needed", "hours"),
        competences=tuple(competences.values()),
        units=tuple(units.values()),
        candidates=tuple(candidates.values()),
    )


def _count(row: Row, key: str, unit: str = "") -> int:
    return row.number(key, most=LARGEST, unit=unit)


def _competence(row: Row) -> Competence:
    row.only("id", "level", "cover", "experience")
    return Competence(row.name("id"), row.number("level", most=HIGHEST), _count(row, "cover"), row.truth("experience"))


def _unit(row: Row) -> Unit:
    row.only("id", "users", "max_members", "max_hours")
    return Unit(
        row.name("id"),
        _count(row, "users"),
        row.number_or_none("max_members", most=LARGEST),
        row.number_or_none("max_hours", "hours", most=LARGEST),
    )


def _candidate(row: Row, competences: set[str], units: set[str]) -> Candidate:
    keys = ("id", "unit", "near", "hours", "levels", "wishes", "suitability", "willing", "released", "close", "status")
    row.only(*keys, optional=["counted"])
    return Candidate(
        id=row.name("id"),
        unit=row.known("unit", units, "unit"),
        near=row.ids("near", units, "unit"),
        hours=_count(row, "hours", "hours"),
        levels=_levels(row, competences),
        wishes=row.ids("wishes", competences, "competence"),
        suitability=_count(row, "suitability"),
        willing=row.truth("willing"),
        released=row.truth("released"),
        close=row.truth("close"),
        status=Status(row.one_of("status", list(Status))),
        counted="counted" in row.values and row.truth("counted"),
    )


def _levels(row: Row, competences: set[str]) -> dict[str, int]:
    """Whole levels 0–5 by competence; what is left out is 0."""
    levels = row.row("levels")
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
    told: dict[str, object] = {
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
    # Left out where it is false: the format knows no such key.
    return told | {"counted": True} if one.counted else told


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
