"""The trainer team: which few people cover the profile together, exactly (sources: K33, K34, T27).

Pure: a `Problem` in, an `Answer` out; no database, no clock. What is best is decided in this order: least missing
cover; fewest units with users and nobody near; least missing hours; fewest members; most competences with one more
than needed; highest suitability; and of what is left equal the set whose sorted ids come first. All sets that may be
among the best are looked at; where those are too many, HiGHS proves each step before the next one begins
(docs/adr/0018). Both ways give the same answer, whatever the order of rows. A person decides.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from trainers.domain.team_branches import STEPS, Branches
from trainers.domain.team_rules import (
    Candidate,
    Competence,
    Problem,
    Status,
    fits,
    lost_without,
    missing_cover,
    missing_hours,
    robust_of,
    units_without,
    usable_of,
)
from trainers.domain.team_search import Search

TEAMS = 3


@dataclass(frozen=True)
class Cover:
    """Who covers a competence, and which of them by the wish to learn it only."""

    members: tuple[str, ...]
    by_wish: tuple[str, ...]


@dataclass(frozen=True)
class Team:
    """One team with what makes it good; all numbers as the order of steps counts them."""

    members: tuple[str, ...]
    missing_cover: int
    units_without: int
    missing_hours: int
    robust: int
    suitability: int
    coverage: dict[str, Cover]
    critical: tuple[str, ...]


@dataclass(frozen=True)
class Conflict:
    """A rule that cannot hold, with the candidates and, where it is one of a unit, the unit."""

    rule: str
    candidates: tuple[str, ...]
    unit: str | None = None


@dataclass(frozen=True)
class Answer:
    """`optimal` with up to three teams, the best first, or `infeasible` with `conflicts`.

    `reasons` says of each candidate outside the best team why.
    """

    status: str
    teams: tuple[Team, ...]
    reasons: dict[str, str]
    conflicts: tuple[Conflict, ...]


def compose(problem: Problem, *, steps: int = STEPS) -> Answer:
    """The best three different teams, proved (formats: trainer-teams/1)."""
    found = conflicts(problem)
    if found:
        return Answer("infeasible", (), {}, found)
    teams = Branches(problem, steps=steps).best(TEAMS) or Search(problem).best(TEAMS)
    reasons = _reasons(problem, teams[0])
    return Answer("optimal", tuple(describe(problem, team) for team in teams), reasons, ())


def describe(problem: Problem, members: Iterable[Candidate]) -> Team:
    """What a team covers and lacks; also for one a person puts together."""
    team = sorted(members, key=lambda one: one.id)
    return Team(
        members=tuple(one.id for one in team),
        missing_cover=missing_cover(problem, team),
        units_without=len(units_without(problem, team)),
        missing_hours=missing_hours(problem, team),
        robust=robust_of(problem, team),
        suitability=sum(one.suitability for one in team),
        coverage={one.id: _cover(team, one) for one in sorted(problem.competences, key=lambda one: one.id)},
        critical=tuple(one.id for one in team if _is_critical(problem, team, one)),
    )


def conflicts(problem: Problem) -> tuple[Conflict, ...]:
    """The rules that cannot hold; empty when there is a team."""
    chosen = [one for one in problem.candidates if one.status == Status.CHOSEN]
    found = [Conflict(one.unusable, (one.id,)) for one in chosen if one.unusable]
    chosen = [one for one in chosen if not one.unusable]
    for unit in problem.units:
        here = [one for one in chosen if one.unit == unit.id]
        if here and not fits(unit, here):
            found.append(Conflict("unit_limit", _ids(here), unit.id))
    if len(chosen) > problem.max_size:
        found.append(Conflict("max_size", _ids(chosen)))
    usable = usable_of(problem)
    if not found and min(_most(problem, usable), problem.max_size) < problem.min_size:
        found.append(Conflict("min_size", _ids(usable)))
    return tuple(sorted(found, key=lambda one: (one.rule, one.unit or "", one.candidates)))


def _ids(candidates: Iterable[Candidate]) -> tuple[str, ...]:
    return tuple(sorted(one.id for one in candidates))


def _most(problem: Problem, usable: list[Candidate]) -> int:
    """The largest team the unit limits allow: of each unit the chosen, then those with fewest hours."""
    most = 0
    for unit in problem.units:
        here: list[Candidate] = []
        for one in sorted(usable, key=lambda one: (one.status != Status.CHOSEN, one.hours)):
            if one.unit == unit.id and fits(unit, [*here, one]):
                here.append(one)
        most += len(here)
    return most


def _cover(team: Collection[Candidate], competence: Competence) -> Cover:
    covering = [one for one in team if one.covers(competence)]
    return Cover(_ids(covering), _ids(one for one in covering if not one.experienced(competence)))


def _is_critical(problem: Problem, team: list[Candidate], member: Candidate) -> bool:
    return bool(lost_without(problem, team, member.id))


def _reasons(problem: Problem, best: list[Candidate]) -> dict[str, str]:
    units = {unit.id: unit for unit in problem.units}
    members = {one.id for one in best}
    reasons = {}
    for one in sorted(problem.candidates, key=lambda one: one.id):
        if one.id not in members:
            with_it = [one, *(member for member in best if member.unit == one.unit)]
            reasons[one.id] = one.unusable or ("not_needed" if fits(units[one.unit], with_it) else "unit_limit")
    return reasons
