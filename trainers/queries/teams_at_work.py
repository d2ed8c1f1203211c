"""What pages read about mandates and the team they make."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, Exists, OuterRef, Q
from django.utils import timezone

from competence.models import Employee
from competence.tracking import event_tables
from trainers.models import (
    Anchoring,
    Candidate,
    Criterion,
    Mandate,
    MandatePhase,
    Round,
    Selection,
    Session,
    TaughtUnit,
)
from trainers.models.mandates import MandateQuerySet
from trainers.queries.path import Step, steps_of_all


@dataclass(frozen=True)
class Member:
    """One chosen person of a team: the mandate once it is made, and how far the path is walked."""

    candidate: Candidate
    mandate: Mandate | None
    steps: list[Step]

    @property
    def is_gone(self) -> bool:
        """Withdrawn, or the mandate has ended; whoever has none yet is still to come."""
        if self.mandate is None:
            return self.selection.outcome == Selection.Outcome.WITHDRAWN
        return not self.mandate.is_running

    @property
    def leaves_a_place(self) -> bool:
        """Gone before the period was over; a mandate that ends with its period leaves nothing to fill."""
        if self.mandate is None or self.mandate.ended_at is None:
            return self.is_gone
        return timezone.localdate(self.mandate.ended_at) <= self.mandate.ends_on

    @property
    def selection(self) -> Selection:
        return self.candidate.selection

    @property
    def covers(self) -> set[int]:
        """What the person was chosen for, by key."""
        return set(self.candidate.cover_keys)  # type: ignore[attr-defined]  # annotated by members_of

    @property
    def done(self) -> int:
        return sum(step.is_done or step.is_excused for step in self.steps if step.part.is_mandatory)

    @property
    def whole(self) -> int:
        return sum(step.part.is_mandatory for step in self.steps)


@dataclass(frozen=True)
class Tally:
    """One kind of task of a trainer: how many sessions are planned and held, and the hours held (source: K07)."""

    kind: str
    planned: int
    held: int
    hours: float


def tallies_of(sessions: Iterable[Session]) -> list[Tally]:
    """The kinds of task that have any session planned or held; who cancels does not do it."""
    rows = [one for one in sessions if one.state != Session.State.CANCELLED]
    kinds = [kind for kind in Session.Kind if any(one.kind == kind for one in rows)]
    return [_tally(kind, [one for one in rows if one.kind == kind]) for kind in kinds]


def _tally(kind: Session.Kind, rows: list[Session]) -> Tally:
    held = [one for one in rows if not one.is_planned]
    return Tally(str(kind.label), len(rows) - len(held), len(held), sum(one.minutes for one in held) / 60)


_COVERS = ArraySubquery(
    Selection.covers.through.objects.filter(selection__candidate=OuterRef("pk")).order_by().values("criterion")
)


def members_of(round_: Round) -> list[Member]:
    """Those chosen, by name; four queries."""
    ever = (Selection.Outcome.CHOSEN, Selection.Outcome.WITHDRAWN)
    chosen = Candidate.objects.filter(round=round_, selection__outcome__in=ever)
    chosen = chosen.annotate(cover_keys=_COVERS).select_related("employee", "unit", "selection")
    rows = list(chosen.order_by("employee__sort_name"))
    mandates = {one.employee_id: one for one in Mandate.objects.filter(round=round_).select_related("anchoring")}
    steps = steps_of_all(mandates.values(), round_.profile_id)
    return [
        Member(row, mandate, steps[mandate.pk] if mandate else [])
        for row in rows
        for mandate in [mandates.get(row.employee_id)]
    ]


def lost_with(round_: Round, members: list[Member], gone: Collection[int] = ()) -> list[Criterion]:
    """What fewer than needed cover since somebody has gone, or when `gone` (candidates) do (source: K06).

    One query where somebody has gone, none otherwise. What the team lacked from the first day is not lost.
    """
    left = [one for one in members if not one.is_gone and one.candidate.pk not in gone]
    if len(left) == len(members):
        return []

    def is_lost(criterion: Criterion) -> bool:
        now, before = (sum(criterion.pk in one.covers for one in team) for team in (left, members))
        return now < criterion.cover and now < before

    return [one for one in Criterion.objects.filter(profile=round_.profile_id).order_by("position") if is_lost(one)]


def without(round_: Round, candidate: int) -> dict[str, object]:
    """What the team loses with one of its people, which it has now (source: K06)."""
    members, gone = members_of(round_), {candidate}
    lost, lacking = lost_with(round_, members), without_trainer(round_, members)
    return {
        "lost": [one for one in lost_with(round_, members, gone) if one not in lost],
        "lacking": [one for one in without_trainer(round_, members, gone) if one not in lacking],
    }


def without_trainer(round_: Round, members: list[Member], gone: Collection[int] = ()) -> list[TaughtUnit]:
    """The taught units that nobody of the team is among every day, once `gone` have gone (sources: K06, K20)."""
    at_work = [one.candidate.pk for one in members if not one.is_gone and one.candidate.pk not in gone]
    is_near = Q(selection__near=OuterRef("pk")) | Q(unit__path__startswith=OuterRef("unit__path"))
    taught = TaughtUnit.objects.filter(round=round_).select_related("unit").order_by("unit__path")
    return list(taught.exclude(Exists(Candidate.objects.filter(is_near, pk__in=at_work))))


def free_places(members: list[Member]) -> int:
    """How many have stopped whose place no reserve has taken; as `reserves.free_places`, of what is read already."""
    return sum(one.leaves_a_place for one in members) - sum(one.selection.taken_in_at is not None for one in members)


def mandates_of(employee: Employee) -> MandateQuerySet:
    """Running ones first."""
    rows = Mandate.objects.filter(employee=employee).select_related(
        "unit", "round__leader", "round__profile__programme"
    )
    return rows.order_by("ended_at", "-made_at")


def phase_now(mandate: Mandate, on: date) -> MandatePhase | None:
    """The phase that holds on `on`."""
    return next((phase for phase in mandate.phases.all() if phase.holds(on)), None)


def signed_before(mandate: Mandate) -> list[Any]:
    """Signatures under what the mandate said before it was changed, newest first: who and when, from the history."""
    (table,) = event_tables(Anchoring)
    rows = table.objects.filter(mandate=mandate.pk, pgh_label="delete").select_related("signed_by")
    return list(rows.order_by("-pgh_id"))


def staff_of_team(round_: Round) -> MandateQuerySet:
    """The team's running mandates, by name."""
    return Mandate.objects.running().filter(round=round_).select_related("employee", "unit")


def who_can_hold(round_: Round, kind: str) -> MandateQuerySet:
    """Those of the team whose roles include it: super-users walk the floor, the rest is for trainers (source: K04)."""
    team = staff_of_team(round_)
    return team if kind == Session.Kind.FLOOR_WALK else team.filter(is_trainer=True)


def cancelled_for_time(round_: Round) -> tuple[int, int]:
    """How many sessions were cancelled because no time was released, and how many were planned in all (T09)."""
    fallen = Count("pk", filter=Q(cause=Session.Cause.NO_TIME))
    found = Session.objects.filter(round=round_).aggregate(fallen=fallen, planned=Count("pk"))
    return found["fallen"], found["planned"]
