from fractions import Fraction

import pytest

from annualcycle.domain import assessments
from annualcycle.models import Assessment, Criterion, Cycle, Wish
from strategy.models import Need, Section, Strategy
from tests.annualcycle.board import DECEMBER_DAY, IN_DECEMBER, published_cycle, submitted_wish
from tests.cast import Cast


@pytest.fixture
def cycle(cast: Cast) -> Cycle:
    return published_cycle(cast)


@pytest.fixture
def wish(cast: Cast, cycle: Cycle) -> Wish:
    return submitted_wish(cycle, cast.anna)


@pytest.fixture
def need(cast: Cast) -> Need:
    strategy = Strategy.objects.create(unit=cast.bu, title="Strategi", starts_on=DECEMBER_DAY, ends_on=DECEMBER_DAY)
    section = Section.objects.create(strategy=strategy, number="3.2", title="Børnesamtaler", position=1)
    return Need.objects.create(section=section, number=1, title="At tale med børn")


def criterion(cycle: Cycle, key: str) -> Criterion:
    return cycle.criteria.get(key=key)


def test_points_of_a_wish_weigh_the_means_of_all_assessors(cast: Cast, cycle: Cycle, wish: Wish) -> None:
    for by, score in [(cast.tove, 5), (cast.mads, 4)]:
        assessments.score(wish=wish, criterion=criterion(cycle, "need"), score=score, by=by, at=IN_DECEMBER)
    assessments.score(wish=wish, criterion=criterion(cycle, "motivation"), score=3, by=cast.tove, at=IN_DECEMBER)
    assert assessments.points(wish) == 3 * Fraction(9, 2) + 2 * 3


def test_ones_own_score_can_be_changed_and_others_stay(cast: Cast, cycle: Cycle, wish: Wish) -> None:
    need = criterion(cycle, "need")
    assessments.score(wish=wish, criterion=need, score=4, by=cast.tove, at=IN_DECEMBER)
    assessments.score(wish=wish, criterion=need, score=1, by=cast.mads, at=IN_DECEMBER)
    assessments.score(wish=wish, criterion=need, score=5, by=cast.tove, at=IN_DECEMBER)
    given = Assessment.objects.values_list("assessor", "score").order_by("score")
    assert list(given) == [(cast.mads.pk, 1), (cast.tove.pk, 5)]


@pytest.mark.parametrize("score", [-1, 6])
def test_scores_outside_the_scale_are_refused(cast: Cast, cycle: Cycle, wish: Wish, score: int) -> None:
    with pytest.raises(assessments.OutOfScale):
        assessments.score(wish=wish, criterion=criterion(cycle, "need"), score=score, by=cast.tove, at=IN_DECEMBER)
    assert not Assessment.objects.exists()


def test_nobody_assesses_their_own_wish(cast: Cast, cycle: Cycle, need: Need) -> None:
    own = submitted_wish(cycle, cast.tove)
    with pytest.raises(assessments.OwnWish):
        assessments.score(wish=own, criterion=criterion(cycle, "need"), score=5, by=cast.tove, at=IN_DECEMBER)
    with pytest.raises(assessments.OwnWish):
        assessments.test_frame(wish=own, frame=Wish.Frame.WITHIN, need=need, reason="", by=cast.tove, at=IN_DECEMBER)
    assert not Assessment.objects.exists()


def test_scores_are_frozen_by_the_release(cast: Cast, cycle: Cycle, wish: Wish) -> None:
    Cycle.objects.filter(pk=cycle.pk).update(released_at=IN_DECEMBER, released_by=cast.mads)
    with pytest.raises(assessments.Frozen):
        assessments.score(wish=wish, criterion=criterion(cycle, "need"), score=5, by=cast.tove, at=IN_DECEMBER)


def test_criterion_of_another_year_is_refused(cast: Cast, cycle: Cycle, wish: Wish) -> None:
    other = Criterion.objects.create(
        cycle=Cycle.objects.create(unit=cast.yd, year=2026, **{name: getattr(cycle, name) for name in DATES}),
        key="need",
        name="Behov",
        position=1,
    )
    with pytest.raises(assessments.OtherYear):
        assessments.score(wish=wish, criterion=other, score=5, by=cast.tove, at=IN_DECEMBER)


def test_within_the_strategy_names_the_need(cast: Cast, wish: Wish, need: Need) -> None:
    with pytest.raises(assessments.NeedMissing):
        assessments.test_frame(wish=wish, frame=Wish.Frame.WITHIN, need=None, reason="", by=cast.tove, at=IN_DECEMBER)
    assessments.test_frame(wish=wish, frame=Wish.Frame.WITHIN, need=need, reason="", by=cast.tove, at=IN_DECEMBER)
    wish.refresh_from_db()
    assert (wish.frame, wish.need, wish.frame_by, wish.frame_at) == ("within", need, cast.tove, IN_DECEMBER)


def test_outside_the_strategy_gives_a_reason(cast: Cast, wish: Wish) -> None:
    with pytest.raises(assessments.ReasonMissing):
        assessments.test_frame(wish=wish, frame=Wish.Frame.OUTSIDE, need=None, reason=" ", by=cast.tove, at=IN_DECEMBER)
    reason = "Regneark står ikke i strategien."
    assessments.test_frame(wish=wish, frame=Wish.Frame.OUTSIDE, need=None, reason=reason, by=cast.tove, at=IN_DECEMBER)
    wish.refresh_from_db()
    assert (wish.frame, wish.frame_reason, wish.need) == ("outside", reason, None)


DATES = (
    "talks_open_on",
    "talks_close_on",
    "wishes_due_on",
    "decide_on",
    "feedback_by",
    "orientation_on",
    "evaluate_on",
)
