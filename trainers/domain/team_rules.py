"""What a trainer team is composed of, and how one is counted: shared by the composer and its search."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True)
class Competence:
    """`level` 0–5 is needed by `cover` members; the wish to learn it counts unless `experience`."""

    id: str
    level: int
    cover: int
    experience: bool


@dataclass(frozen=True)
class Unit:
    """Where `users` are taught; at most `max_members` and `max_hours` a week are taken from it (None: no limit)."""

    id: str
    users: int
    max_members: int | None
    max_hours: int | None


class Status(StrEnum):
    OPEN = "open"
    CHOSEN = "chosen"
    EXCLUDED = "excluded"


@dataclass(frozen=True)
class Candidate:
    """Somebody of `unit`, `near` the users of some units, with `hours` a week and `levels` by competence."""

    id: str
    unit: str
    near: frozenset[str]
    hours: int
    levels: dict[str, int]
    wishes: frozenset[str]
    suitability: int
    willing: bool
    released: bool
    close: bool
    status: Status
    # Another role takes this person from the unit already, so that the team takes no head more (docs/adr/0021).
    counted: bool = False

    @property
    def unusable(self) -> str:
        """Why this candidate cannot be in a team, or an empty string."""
        if not self.willing:
            return "unwilling"
        if not self.released:
            return "not_released"
        if not self.close:
            return "not_close"
        return "excluded" if self.status == Status.EXCLUDED else ""

    def experienced(self, competence: Competence) -> bool:
        return self.levels.get(competence.id, 0) >= competence.level

    def covers(self, competence: Competence) -> bool:
        return self.experienced(competence) or (not competence.experience and competence.id in self.wishes)


@dataclass(frozen=True)
class Problem:
    """Everything a team is composed of; `hours_needed` is what the team needs a week."""

    min_size: int
    max_size: int
    hours_needed: int
    competences: tuple[Competence, ...]
    units: tuple[Unit, ...]
    candidates: tuple[Candidate, ...]


def missing_cover(problem: Problem, team: Collection[Candidate]) -> int:
    """How many members more the competences need, summed."""
    return sum(max(0, one.cover - count(team, one)) for one in problem.competences)


def units_without(problem: Problem, team: Collection[Candidate]) -> list[str]:
    """Units with users to whom no member is near."""
    reached = {unit for one in team for unit in one.near}
    return sorted(unit.id for unit in problem.units if unit.users and unit.id not in reached)


def lost_without(problem: Problem, team: Collection[Candidate], member: str) -> set[str]:
    """The competences and units of which the team of `team` would lack more without the one whose id is `member`."""
    rest = [one for one in team if one.id != member]
    lost = set(units_without(problem, rest)) - set(units_without(problem, team))
    for one in problem.competences:
        if count(rest, one) < min(one.cover, count(team, one)):
            lost.add(one.id)
    return lost


def missing_hours(problem: Problem, team: Collection[Candidate]) -> int:
    """How many hours a week the team is short of."""
    return max(0, problem.hours_needed - sum(one.hours for one in team))


def usable_of(problem: Problem) -> list[Candidate]:
    return sorted((one for one in problem.candidates if not one.unusable), key=lambda one: one.id)


def fits(unit: Unit, members: Collection[Candidate]) -> bool:
    """Whether the unit can do without all of `members`."""
    hours = sum(one.hours for one in members)
    heads = sum(not one.counted for one in members)
    return (unit.max_members is None or heads <= unit.max_members) and (
        unit.max_hours is None or hours <= unit.max_hours
    )


def count(team: Collection[Candidate], competence: Competence) -> int:
    return sum(one.covers(competence) for one in team)


def robust_of(problem: Problem, team: Collection[Candidate]) -> int:
    return sum(count(team, one) > one.cover for one in problem.competences)
