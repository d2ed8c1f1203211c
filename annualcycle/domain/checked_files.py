"""The files that are checked, read strictly and without any code of the optimiser's: problem, proposal, decisions."""

from collections.abc import Callable
from typing import Any

from annualcycle.domain.checker import DECISIONS, PROBLEM, PROPOSAL, Json
from competence.strict import Malformed, Row, load, unique

_HIGHEST_SCORE = 5
_MONEY = "øre"
_BONUSES = ("first_grant_bonus", "coverage_bonus", "history_points")
_STATUSES = ("open", "granted", "refused", "ineligible")
_REASONS = ("best", "decided", "budget", "group", "person", "value", "refused", "ineligible")
_RULES = ("budget", "max_per_person", "max_amount", "min_grants")
_FIGURES = ("value", "bound", "persons", "cost")
_EXPLAINED = ("margin", "loss", "points_short")


def read_problem(text: str | bytes) -> Json:
    """A december-problem/1 as it stands in the file. Raises Malformed."""
    top = load(text, PROBLEM)
    lists = ("criteria", "needed", "groups", "wishes")
    top.only("format", "year", "budget", "reserve", "max_per_person", *_BONUSES, *lists)
    budget = top.number("budget", unit=_MONEY)
    top.number("reserve", most=budget, unit=_MONEY)
    top.number_or_none("max_per_person")
    for key in ("year", *_BONUSES):
        top.number(key)
    top.names("needed")
    criteria = unique(top.rows("criteria"), _criterion)
    groups = unique(top.rows("groups"), _group)
    unique(top.rows("wishes"), _wish(set(criteria), set(groups)))
    return dict(top.values)


def _criterion(row: Row) -> None:
    row.only("id", "weight")
    row.name("id")
    row.number("weight")


def _group(row: Row) -> None:
    row.only("id", "min_grants", "max_amount")
    row.name("id")
    row.number_or_none("min_grants")
    row.number_or_none("max_amount", _MONEY)


def _wish(criteria: set[str], groups: set[str]) -> Callable[[Row], None]:
    def check(row: Row) -> None:
        row.only("id", "person", "group", "cost", "scores", "builds", "history_years", "status")
        row.name("id")
        row.name("person")
        row.known("group", groups, "group")
        row.number("cost", unit=_MONEY)
        row.row("scores").only(*sorted(criteria))
        for key in criteria:
            row.row("scores").number(key, most=_HIGHEST_SCORE)
        row.names("builds")
        row.number("history_years")
        row.one_of("status", _STATUSES)

    return check


def read_answer(text: str | bytes) -> Json:
    """A december-proposal/1 or december-decisions/1 as it stands in the file. Raises Malformed."""
    try:
        top = load(text, DECISIONS)
    except Malformed as refusal:
        if not str(refusal).startswith("format:"):
            raise
        top = load(text, PROPOSAL)
        _proposal(top)
        return dict(top.values)
    top.only("format", "granted")
    _texts(top, "granted")
    return dict(top.values)


def _proposal(top: Row) -> None:
    top.only("format", "status", *_FIGURES, "granted", "wishes", "conflicts")
    top.one_of("status", ("optimal", "feasible", "infeasible"))
    for key in _FIGURES:
        top.number_or_none(key)
    _texts(top, "granted")
    unique(top.rows("wishes"), _line)
    for row in top.rows("conflicts"):
        row.only("rule", "of", "wishes")
        row.one_of("rule", _RULES)
        _texts(row, "wishes")


def _line(row: Row) -> None:
    row.only("id", "points", "granted", "reason", "displaces", "extra_budget", *_EXPLAINED)
    row.name("id")
    row.number("points")
    row.truth("granted")
    row.one_of("reason", _REASONS)
    if row.values["displaces"] is not None:
        _texts(row, "displaces")
    row.number_or_none("extra_budget", _MONEY)
    for key in _EXPLAINED:
        value: Any = row.values[key]
        if value is not None and (isinstance(value, bool) or not isinstance(value, int)):
            raise row.fault(key, "must be a whole number or null")


def _texts(row: Row, key: str) -> None:
    """A list of ids; one that stands there twice is a fault of what was decided, not of the file."""
    values = row.values[key]
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        raise row.fault(key, "must be a list of texts")
