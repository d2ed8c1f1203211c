"""From a round to the composer and back: the problem, the stored run, one exchange (sources: K33, K34)."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime
from importlib.metadata import version

from django.db import transaction
from django.utils import timezone

from competence.models import Employee
from trainers.domain import team_problem
from trainers.domain.composer import Team, compose, describe
from trainers.domain.selection import open_row
from trainers.domain.team_rules import Candidate, Competence, Problem, Status, Unit
from trainers.models import Candidate as CandidateRow
from trainers.models import ComposerRun, Criterion, Round
from trainers.queries.candidates import Frame, Person, frame_of, people_of, person_of
from trainers.queries.teams import Room, room_of


class Unmet(Exception):
    """Somebody who must be in is below the level each member must have in `criteria`, without an exception."""

    def __init__(self, criteria: list[Criterion]) -> None:
        super().__init__(criteria)
        self.criteria = criteria


@dataclass(frozen=True)
class Composed:
    """A stored run as dataclasses again."""

    run: ComposerRun
    problem: Problem
    teams: tuple[Team, ...]

    def candidate(self, key: str) -> Candidate:
        return next(one for one in self.problem.candidates if one.id == key)


@dataclass(frozen=True)
class Exchange:
    """How a team changes when `joins` takes the place of `leaves`; less is better, but for suitability."""

    leaves: str
    joins: str
    missing_cover: int
    units_without: int
    missing_hours: int
    suitability: int


def key_of(candidate: int) -> str:
    """As candidates are called in files, which hold no names."""
    return f"k{candidate}"


def problem_for(round_: Round, on: date) -> Problem:
    """The round as the composer's problem, with every sheet handed in and what each unit has left on `on`."""
    frame = frame_of(round_)
    people = people_of(round_, None, frame=frame)
    return _problem(frame, people, room_of(frame, people, on))


def _problem(frame: Frame, people: Collection[Person], room: Room) -> Problem:
    round_ = frame.round
    return Problem(
        min_size=round_.min_size,
        max_size=round_.max_size,
        hours_needed=round_.hours_needed,
        competences=tuple(
            Competence(f"c{one.pk}", one.level, one.cover, not one.wish_counts) for one in frame.criteria
        ),
        units=_units(frame, room),
        candidates=tuple(_candidate(person, room) for person in people),
    )


def _units(frame: Frame, room: Room) -> tuple[Unit, ...]:
    """The taught units and those of the candidates, with what their limits leave."""
    users = {one.unit_id: one.users for one in frame.taught}
    found = []
    for unit in sorted(room.heads):
        limit = room.limits.get(unit)
        left = (limit.members_left, limit.hours_left) if limit else (None, None)
        found.append(Unit(f"u{unit}", users.get(unit, 0), *left))
    return tuple(found)


def _candidate(person: Person, room: Room) -> Candidate:
    """Of who has not said yes nobody waits for an assessment, so that the problem, which is read, holds none (K03)."""
    pin, willing = Status(person.candidate.pin), person.is_willing
    return Candidate(
        id=key_of(person.pk),
        unit=f"u{person.candidate.unit_id}",
        near=frozenset(f"u{one.unit_id}" for one in person.near),
        hours=person.hours,
        levels={f"c{key}": mean.level for key, mean in person.means.items()} if willing else {},
        wishes=frozenset(f"c{key}" for key in person.wishes) if willing else frozenset(),
        suitability=person.suitability if willing else 0,
        willing=willing,
        released=person.is_released,
        close=person.is_close,
        # Also where somebody was to be in before it was known: such a team could not be decided.
        status=Status.EXCLUDED if person.barred_by or not person.has_post_on(room.on) else pin,
        counted=person.candidate.employee_id in room.heads[person.candidate.unit_id],
    )


@transaction.atomic
def pin(*, candidate: CandidateRow, pin: str) -> CandidateRow:
    """Say that the composer must take somebody, or must not, or is free. Raises selection.RoundClosed, Unmet."""
    open_row(candidate.round)
    wanted = CandidateRow.Pin(pin)
    if wanted == CandidateRow.Pin.CHOSEN and (criteria := person_of(candidate, None).barred_by):
        raise Unmet(criteria)
    candidate.pin = wanted
    candidate.save(update_fields=["pin"])
    return candidate


@transaction.atomic
def run(*, round_: Round, by: Employee, at: datetime) -> ComposerRun:
    """Compose and keep everything that was given and answered. Nothing is decided by it."""
    problem = problem_for(round_, timezone.localdate(at))
    written = team_problem.write(problem)
    return ComposerRun.objects.create(
        round=round_,
        problem=written,
        answer=team_problem.write_answer(compose(problem)),
        problem_hash=team_problem.hash_of(written),
        solver=f"HiGHS {version('highspy')}",
        made_by=by,
        made_at=at,
    )


def read_run(run: ComposerRun) -> Composed:
    """The stored run; its teams are described anew from its problem."""
    problem = team_problem.problem_of(run.problem)
    by_id = {one.id: one for one in problem.candidates}
    teams = (describe(problem, [by_id[key] for key in told["members"]]) for told in run.answer["teams"])
    return Composed(run, problem, tuple(teams))


def is_current(run: ComposerRun, frame: Frame, people: Collection[Person], room: Room) -> bool:
    """Whether the run was made of what is known now; `people` as somebody reads them, who may not read every sheet."""
    whole = people if all(one.is_whole for one in people) else people_of(frame.round, None, frame=frame)
    problem = _problem(frame, whole, room)
    return run.problem_hash == team_problem.hash_of(team_problem.write(problem))


def exchanges(composed: Composed, team: Team, *, most: int = 3) -> list[Exchange]:
    """The exchanges of one member that cost least, best first."""
    members = [composed.candidate(key) for key in team.members]
    others = [one for one in composed.problem.candidates if not one.unusable and one.id not in team.members]
    found = [
        _exchange(composed.problem, team, members, leaving, joining)
        for leaving in members
        if leaving.status != Status.CHOSEN
        for joining in others
    ]
    order = sorted(
        found, key=lambda one: (one.missing_cover, one.units_without, one.missing_hours, -one.suitability, one.joins)
    )
    return order[:most]


def _exchange(
    problem: Problem, team: Team, members: Collection[Candidate], leaving: Candidate, joining: Candidate
) -> Exchange:
    after = describe(problem, [*(one for one in members if one is not leaving), joining])
    return Exchange(
        leaves=leaving.id,
        joins=joining.id,
        missing_cover=after.missing_cover - team.missing_cover,
        units_without=after.units_without - team.units_without,
        missing_hours=after.missing_hours - team.missing_hours,
        suitability=after.suitability - team.suitability,
    )


def team_of(problem: Problem, members: Collection[str]) -> Team:
    """A team a person has put together, described as the composer does it; unknown ids are left out."""
    chosen = [replace(one) for one in problem.candidates if one.id in members]
    return describe(problem, chosen)
