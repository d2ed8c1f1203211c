from fractions import Fraction

from annualcycle.points import Score, spread, weighted_points


def test_points_are_the_weighted_means_of_the_criteria() -> None:
    scores = [Score(1, 7, 5), Score(1, 8, 4), Score(2, 7, 3), Score(3, 8, 2)]
    assert weighted_points(scores, {1: 3, 2: 2, 3: 1}) == 3 * Fraction(9, 2) + 2 * 3 + 1 * 2


def test_a_criterion_that_one_must_not_see_is_left_out_of_points_and_spread() -> None:
    scores = [Score(1, 7, 5), Score(9, 7, 0)]
    assert weighted_points(scores, {1: 3}) == 15
    assert spread(scores, {1: 3}) == [5]


def test_spread_shows_each_assessors_weighted_mean() -> None:
    scores = [Score(1, 7, 5), Score(2, 7, 3), Score(1, 8, 1)]
    assert spread(scores, {1: 3, 2: 1}) == [1, Fraction(9, 2)]


def test_wish_without_scores_has_no_points_and_no_spread() -> None:
    assert weighted_points([], {1: 3}) == 0
    assert spread([], {1: 3}) == []
