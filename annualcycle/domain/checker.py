"""Checks a December proposal, or any set of decisions, from the two files alone.

Pure, and without any code of the optimiser's. It says what is broken and counts every figure again in whole øre; that
no better set exists is for the optimiser to prove.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]

PROBLEM = "december-problem/1"
# A proposal has all its figures; decisions are only the ids of what is granted.
PROPOSAL, DECISIONS = "december-proposal/1", "december-decisions/1"


class NotOfTheFormat(ValueError):
    """A file cannot be checked at all; the message says why."""


@dataclass(frozen=True)
class Check:
    """`faults`: what is wrong, in words; `left`: øre left of what may be granted."""

    faults: tuple[str, ...]
    value: int
    persons: int
    cost: int
    left: int


@dataclass(frozen=True)
class Totals:
    """What a set comes to: its ids, øre in all and in each group, wishes of each person."""

    ids: set[str]
    cost: int
    groups: Counter[str]
    persons: Counter[str]


def _totals(inside: list[Json]) -> Totals:
    groups: Counter[str] = Counter()
    for wish in inside:
        groups[wish["group"]] += wish["cost"]
    return Totals({wish["id"] for wish in inside}, groups.total(), groups, Counter(wish["person"] for wish in inside))


def check(problem: Json, proposal: Json) -> Check:
    """Every hard rule and every figure of formats.md. Raises NotOfTheFormat."""
    if not isinstance(problem, dict) or problem.get("format") != PROBLEM:
        raise NotOfTheFormat(f"problem: format must be “{PROBLEM}”")
    if not isinstance(proposal, dict) or proposal.get("format") not in (PROPOSAL, DECISIONS):
        raise NotOfTheFormat(f"proposal: format must be “{PROPOSAL}” or “{DECISIONS}”")
    try:
        return _check(problem, proposal)
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise NotOfTheFormat(f"a key is missing or holds something else than the format says: {error!r}") from error


def _check(problem: Json, proposal: Json) -> Check:
    granted = list(proposal["granted"])
    by_id = {wish["id"]: wish for wish in problem["wishes"]}
    inside = [by_id[one] for one in dict.fromkeys(granted) if one in by_id]
    cost, persons = sum(wish["cost"] for wish in inside), len({wish["person"] for wish in inside})
    value = _value(problem, inside)
    faults = [*_unknown(granted, by_id)]
    if proposal.get("status") != "infeasible":
        faults += [*_statuses(problem, granted), *_money(problem, inside), *_numbers(problem, inside)]
    if proposal["format"] == PROPOSAL:
        faults += _figures(proposal, {"value": value, "persons": persons, "cost": cost})
        faults += _lines(problem, proposal, inside)
    return Check(tuple(faults), value, persons, cost, _limit(problem) - cost)


def _limit(problem: Json) -> int:
    return int(problem["budget"] - problem["reserve"])


def _points(problem: Json, wish: Json) -> int:
    weights = {criterion["id"]: criterion["weight"] for criterion in problem["criteria"]}
    scored = sum(weight * wish["scores"][key] for key, weight in weights.items())
    return int(scored + wish["history_years"] * problem["history_points"])


def _value(problem: Json, inside: list[Json]) -> int:
    people = {wish["person"] for wish in inside}
    built = _union(inside).intersection(problem["needed"])
    return (
        sum(_points(problem, wish) for wish in inside)
        + len(people) * int(problem["first_grant_bonus"])
        + len(built) * int(problem["coverage_bonus"])
    )


def _union(inside: list[Json]) -> set[str]:
    return {competence for wish in inside for competence in wish["builds"]}


def _unknown(granted: list[str], by_id: dict[str, Json]) -> Iterator[str]:
    for one, times in Counter(granted).items():
        if one not in by_id:
            yield f"{one}: the problem has no such wish"
        if times > 1:
            yield f"{one}: stands {times} times"


def _statuses(problem: Json, granted: list[str]) -> Iterator[str]:
    inside = set(granted)
    for wish in problem["wishes"]:
        if wish["status"] == "granted" and wish["id"] not in inside:
            yield f"{wish['id']}: was granted by a person, but is not in"
        if wish["status"] in ("refused", "ineligible") and wish["id"] in inside:
            yield f"{wish['id']}: is in, but is {wish['status']}"


def _money(problem: Json, inside: list[Json]) -> Iterator[str]:
    spent = sum(wish["cost"] for wish in inside)
    if spent > _limit(problem):
        yield f"budget: {spent - _limit(problem)} øre too much"
    for group in problem["groups"]:
        amount = sum(wish["cost"] for wish in inside if wish["group"] == group["id"])
        if group["max_amount"] is not None and amount > group["max_amount"]:
            yield f"max_amount of {group['id']}: {amount - group['max_amount']} øre too much"


def _numbers(problem: Json, inside: list[Json]) -> Iterator[str]:
    most = problem["max_per_person"]
    for person, number in sorted(Counter(wish["person"] for wish in inside).items()):
        if most is not None and number > most:
            yield f"max_per_person: {person} has {number}, at most {most}"
    for group in problem["groups"]:
        possible = [
            wish for wish in problem["wishes"] if wish["group"] == group["id"] and wish["status"] in ("open", "granted")
        ]
        least = min(group["min_grants"] or 0, len(possible))
        number = sum(wish["group"] == group["id"] for wish in inside)
        if number < least:
            yield f"min_grants of {group['id']}: {number}, at least {least}"


def _figures(proposal: Json, right: dict[str, int]) -> Iterator[str]:
    if proposal["status"] == "infeasible":
        if proposal["granted"] or not proposal["conflicts"]:
            yield "status: infeasible grants nothing and names its conflicts"
        return
    for key, number in right.items():
        if proposal[key] != number:
            yield f"{key}: says {proposal[key]}, is {number}"
    if proposal["bound"] < right["value"]:
        yield f"bound: {proposal['bound']} is less than the value"
    if proposal["status"] == "optimal" and proposal["bound"] != right["value"]:
        yield "bound: differs from the value, so nothing is proved"


def _lines(problem: Json, proposal: Json, inside: list[Json]) -> Iterator[str]:
    if proposal["status"] == "infeasible":
        return
    lines = {line["id"]: line for line in proposal["wishes"]}
    totals = _totals(inside)
    for wish in problem["wishes"]:
        if wish["id"] not in lines:
            yield f"{wish['id']}: has no line"
        else:
            yield from _line(problem, wish, lines[wish["id"]], totals)
    for unknown in sorted(lines.keys() - {wish["id"] for wish in problem["wishes"]}):
        yield f"{unknown}: has a line, but the problem has no such wish"


def _line(problem: Json, wish: Json, line: Json, totals: Totals) -> Iterator[str]:
    points, is_in = _points(problem, wish), wish["id"] in totals.ids
    if line["points"] != points:
        yield f"{wish['id']}: says {line['points']} points, is {points}"
    if line["granted"] != is_in:
        yield f"{wish['id']}: its line says granted {line['granted']}"
    reason, missing = _reason(problem, wish, totals, is_in=is_in)
    if line["reason"] != reason:
        yield f"{wish['id']}: says {line['reason']}, is {reason}"
    if line["extra_budget"] != missing:
        yield f"{wish['id']}: says extra_budget {line['extra_budget']}, is {missing}"
    yield from _explanation(wish, line, totals, is_in=is_in)


def _explanation(wish: Json, line: Json, totals: Totals, *, is_in: bool) -> Iterator[str]:
    """What can be told of an explanation without solving: which of its figures there may be, and what they imply."""
    if line["points_short"] != (None if line["loss"] is None else line["loss"] + 1):
        yield f"{wish['id']}: points_short is not one more than loss"
    if line["loss"] is not None and (is_in or wish["status"] != "open"):
        yield f"{wish['id']}: only an open wish that is not in has a loss"
    if line["margin"] is not None and not is_in:
        yield f"{wish['id']}: only a wish that is in has a margin"
    if min(line["loss"] or 0, 0 if wish["status"] == "granted" else line["margin"] or 0) < 0:
        yield f"{wish['id']}: something better is known than the proposal"
    for other in line["displaces"] or ():
        if line["loss"] is None or other not in totals.ids:
            yield f"{wish['id']}: cannot displace {other}"


def _reason(problem: Json, wish: Json, totals: Totals, *, is_in: bool) -> tuple[str, int | None]:
    """The reason, and the øre missing to grant the wish on top of the rest."""
    if is_in:
        return ("decided" if wish["status"] == "granted" else "best"), None
    if wish["status"] in ("refused", "ineligible"):
        return wish["status"], None
    if problem["max_per_person"] is not None and totals.persons[wish["person"]] >= problem["max_per_person"]:
        return "person", 0
    [most] = [group["max_amount"] for group in problem["groups"] if group["id"] == wish["group"]]
    if most is not None and totals.groups[wish["group"]] + wish["cost"] > most:
        return "group", 0
    missing = totals.cost + wish["cost"] - _limit(problem)
    return ("budget", missing) if missing > 0 else ("value", 0)
