import numpy as np

from annualcycle.domain.optimiser.sets import SUMS, Limit, Sets, Tie, Ties, joined


def one_set(place: int, score: int) -> Sets:
    """The set of one wish alone, which stands in the first tie."""
    sums = np.zeros((SUMS, 1))
    sums[0] = score
    return Sets(frozenset({place}), (0,), sums, np.array([[1 << place]]), np.array([[1]]))


def test_a_bonus_that_both_lists_have_is_counted_once() -> None:
    ties = Ties([Tie(frozenset({0, 1, 2}), 0, 3, 6, np.zeros(4))])
    both = joined(one_set(0, 10), one_set(1, 9), ties, Limit(room=1.0, money=0))
    assert (both.score.tolist(), both.counts.tolist()) == ([13.0], [[2]])
