"""December problems and proposals as JSON (december-problem/1, december-proposal/1)."""

import hashlib
import json
from typing import Any

from annualcycle.domain.optimiser.problem import Conflict, Criterion, Group, Line, Problem, Proposal, Status, Wish
from competence.strict import Row, load, unique

FORMAT, ANSWER_FORMAT = "december-problem/1", "december-proposal/1"
HIGHEST_SCORE = 5
_MONEY = "øre"
_NUMBERS = ("first_grant_bonus", "coverage_bonus", "history_points")


def read(text: str | bytes) -> Problem:
    """The problem a file holds. Raises Malformed."""
    top = load(text, FORMAT)
    top.only(
        "format", "year", "budget", "reserve", "max_per_person", *_NUMBERS, "criteria", "needed", "groups", "wishes"
    )
    budget = top.number("budget", unit=_MONEY)
    criteria = unique(top.rows("criteria"), _criterion)
    groups = unique(top.rows("groups"), _group)
    wishes = unique(top.rows("wishes"), lambda row: _wish(row, set(criteria), set(groups)))
    return Problem(
        year=top.number("year"),
        budget=budget,
        reserve=top.number("reserve", most=budget, unit=_MONEY),
        max_per_person=top.number_or_none("max_per_person"),
        **{key: top.number(key) for key in _NUMBERS},
        criteria=tuple(criteria.values()),
        needed=top.names("needed"),
        groups=tuple(groups.values()),
        wishes=tuple(wishes.values()),
    )


def _criterion(row: Row) -> Criterion:
    row.only("id", "weight")
    return Criterion(row.name("id"), row.number("weight"))


def _group(row: Row) -> Group:
    row.only("id", "min_grants", "max_amount")
    return Group(row.name("id"), row.number_or_none("min_grants"), row.number_or_none("max_amount", _MONEY))


def _wish(row: Row, criteria: set[str], groups: set[str]) -> Wish:
    row.only("id", "person", "group", "cost", "scores", "builds", "history_years", "status")
    scores = row.row("scores")
    scores.only(*sorted(criteria))
    return Wish(
        id=row.name("id"),
        person=row.name("person"),
        group=row.known("group", groups, "group"),
        cost=row.number("cost", unit=_MONEY),
        scores={key: scores.number(key, most=HIGHEST_SCORE) for key in sorted(criteria)},
        builds=row.names("builds"),
        history_years=row.number("history_years"),
        status=Status(row.one_of("status", list(Status))),
    )


def write_problem(problem: Problem) -> dict[str, Any]:
    """The problem as an object for JSON, rows by id, so that equal problems are equal files."""
    return {
        "format": FORMAT,
        "year": problem.year,
        "budget": problem.budget,
        "reserve": problem.reserve,
        "max_per_person": problem.max_per_person,
        **{key: getattr(problem, key) for key in _NUMBERS},
        "criteria": [vars(one) for one in sorted(problem.criteria, key=lambda one: one.id)],
        "needed": sorted(problem.needed),
        "groups": [vars(one) for one in sorted(problem.groups, key=lambda one: one.id)],
        "wishes": [_write_wish(one) for one in sorted(problem.wishes, key=lambda one: one.id)],
    }


def _write_wish(wish: Wish) -> dict[str, Any]:
    return vars(wish) | {
        "scores": dict(sorted(wish.scores.items())),
        "builds": sorted(wish.builds),
        "status": wish.status.value,
    }


def fingerprint(problem: Problem) -> str:
    """SHA-256 of the problem as it is written."""
    text = json.dumps(write_problem(problem), sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def write(proposal: Proposal) -> dict[str, Any]:
    """The proposal as an object for JSON."""
    return {
        "format": ANSWER_FORMAT,
        "status": proposal.status.value,
        "value": proposal.value,
        "bound": proposal.bound,
        "persons": proposal.persons,
        "cost": proposal.cost,
        "granted": list(proposal.granted),
        "wishes": [_write_line(line) for line in proposal.lines],
        "conflicts": [_write_conflict(one) for one in proposal.conflicts],
    }


def _write_line(line: Line) -> dict[str, Any]:
    return {
        "id": line.id,
        "points": line.points,
        "granted": line.granted,
        "reason": line.reason.value,
        "margin": line.margin,
        "loss": line.loss,
        "displaces": None if line.displaces is None else list(line.displaces),
        "extra_budget": line.extra_budget,
        "points_short": line.points_short,
    }


def _write_conflict(conflict: Conflict) -> dict[str, Any]:
    return {"rule": conflict.rule.value, "of": conflict.of, "wishes": list(conflict.wishes)}
