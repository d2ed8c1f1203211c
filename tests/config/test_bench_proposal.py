"""The measure of the December proposal: when it is a fault."""

from dataclasses import replace

import pytest

from config.bench.proposal import Figures, measure, problem, told, told_large

FIGURES = Figures(proposed=0.5, one=0.3, every=5.0, ratio=6.0, processor=9.0)


@pytest.mark.parametrize("worse", [{"proposed": 0.51}, {"one": 0.31}, {"every": 5.1}])
def test_one_problem_of_a_shape_that_takes_longer_is_a_fault(worse: dict[str, float]) -> None:
    assert told("wishes", [FIGURES, FIGURES, FIGURES]).faults == []
    assert len(told("wishes", [FIGURES, FIGURES, replace(FIGURES, **worse)]).faults) == 1


def test_a_shape_that_takes_more_than_six_times_the_bare_call_is_a_fault() -> None:
    """One such problem is not: with many the middle one counts, because the bare call takes milliseconds."""
    slow = replace(FIGURES, ratio=6.1)
    assert told("wishes", [FIGURES, FIGURES, slow]).faults == []
    assert told("wishes", [FIGURES, slow, slow]).faults == ["wishes: 6.1 × the bare call to HiGHS, at most 6"]


def test_a_large_problem_that_takes_longer_or_stays_far_from_its_bound_is_a_fault() -> None:
    assert told_large("thousands", 10.0, 0.001).faults == []
    assert len(told_large("thousands", 10.1, 0.001).faults) == 1
    assert len(told_large("thousands", 10.0, 0.0011).faults) == 1


def test_a_small_problem_is_measured() -> None:
    found = measure(problem(0, wishes=20, groups=2))
    assert found.ratio > 0
    assert found.proposed + found.every > 0
