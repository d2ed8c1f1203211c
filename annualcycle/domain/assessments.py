"""The two tests of a wish: is it within the strategy, and how much speaks for it (sources: S55–S60)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from django.db import transaction

from annualcycle.models import Assessment, Criterion, Cycle, Wish
from annualcycle.points import HIGHEST, LOWEST, Score, weighted_points
from competence.models import Employee
from strategy.models import Need


class OwnWish(Exception):
    """Nobody assesses a wish of their own."""


class Frozen(Exception):
    """The answers are released, so what they rest on is not changed any more."""


class NotSubmitted(Exception):
    """A draft or a wish withdrawn is not assessed."""


class OutOfScale(Exception):
    """Scores are whole numbers from 0 to 5."""


class OtherYear(Exception):
    """The criterion, or the need, belongs to another year or unit than the wish."""


class NeedMissing(Exception):
    """Within the strategy: say which need (source: S55)."""


class ReasonMissing(Exception):
    """Outside the strategy: say why (source: S55)."""


def score(*, wish: Wish, criterion: Criterion, score: int, by: Employee, at: datetime) -> Assessment:
    """Give or change one's own score, 0–5. Raises OwnWish, Frozen, NotSubmitted, OutOfScale, OtherYear."""
    score_all(wish=wish, scores={criterion: score}, by=by, at=at)
    return Assessment.objects.get(wish=wish, criterion=criterion, assessor=by)


@transaction.atomic
def score_all(*, wish: Wish, scores: Mapping[Criterion, int], by: Employee, at: datetime) -> None:
    """Give or change one's own scores by several criteria; others' are never touched. Raises as `score` does."""
    refuse(wish, by)
    if any(criterion.cycle_id != wish.cycle_id for criterion in scores):
        raise OtherYear
    if any(not LOWEST <= value <= HIGHEST for value in scores.values()):
        raise OutOfScale
    Assessment.objects.bulk_create(
        [
            Assessment(wish=wish, criterion=criterion, assessor=by, score=value, made_at=at)
            for criterion, value in scores.items()
        ],
        update_conflicts=True,
        unique_fields=["wish", "criterion", "assessor"],
        update_fields=["score", "made_at"],
    )


@transaction.atomic
def test_frame(*, wish: Wish, frame: str, need: Need | None, reason: str, by: Employee, at: datetime) -> Wish:
    """The first test: within the strategy names the need, outside gives a reason (source: S55).

    Raises OwnWish, Frozen, NotSubmitted, NeedMissing, ReasonMissing.
    """
    refuse(wish, by)
    if frame == Wish.Frame.WITHIN and need is None:
        raise NeedMissing
    if frame == Wish.Frame.OUTSIDE and not reason.strip():
        raise ReasonMissing
    wish.frame, wish.frame_reason = Wish.Frame(frame), reason.strip()
    wish.frame_by, wish.frame_at = by, at
    if need is not None:
        wish.need = need
    wish.save(update_fields=["frame", "frame_reason", "frame_by", "frame_at", "need"])
    return wish


@dataclass(frozen=True)
class Verdict:
    """The first test as somebody fills it in; an untested `frame` leaves what is there."""

    frame: str
    need: Need | None
    reason: str


@transaction.atomic
def assess(*, wish: Wish, verdict: Verdict, scores: Mapping[Criterion, int], by: Employee, at: datetime) -> None:
    """Both tests at once, all or nothing; raises as `test_frame` and `score` do."""
    if verdict.frame:
        test_frame(wish=wish, frame=verdict.frame, need=verdict.need, reason=verdict.reason, by=by, at=at)
    score_all(wish=wish, scores=scores, by=by, at=at)


def refuse(wish: Wish, by: Employee) -> None:
    """Raise when `by` may not assess the wish in the state it and its year are in."""
    if wish.employee_id == by.pk:
        raise OwnWish
    # The year is locked against a release that is under way.
    if Cycle.objects.select_for_update().get(pk=wish.cycle_id).is_released and not wish.is_ad_hoc:
        raise Frozen
    if not Wish.objects.filter(pk=wish.pk, state=Wish.State.SUBMITTED).exists():
        raise NotSubmitted


def points(wish: Wish) -> Fraction:
    """What speaks for the wish: Σ weight × mean of the scores by criterion (source: S60)."""
    weights = dict(Criterion.objects.filter(cycle=wish.cycle_id).values_list("pk", "weight"))
    given = Assessment.objects.filter(wish=wish).values_list("criterion", "assessor", "score")
    return weighted_points((Score(*row) for row in given), weights)
