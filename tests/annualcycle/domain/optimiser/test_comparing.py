"""The simpler rules beside the proposal: from the top, and equal shares of the money for everybody with a wish."""

import json

from annualcycle.domain.optimiser import files
from annualcycle.domain.optimiser.comparing import by_equal_shares, by_points, sums_of
from annualcycle.domain.optimiser.problem import Problem
from tests.annualcycle.domain.optimiser.problems import problem, wish

BEST, LEAST = {"need": 5, "motivation": 5}, {"need": 1, "motivation": 1}


def two_teams() -> Problem:
    """Four of A with the most points and four of B with the least; the money is for four of the eight."""
    wishes = [wish(number, group="A", scores=BEST) for number in range(4)]
    wishes += [wish(number, group="B", scores=LEAST) for number in range(4, 8)]
    groups = [{"id": name, "min_grants": None, "max_amount": None} for name in "AB"]
    return files.read(json.dumps(problem(*wishes, groups=groups, budget=600_00)))


def test_from_the_top_one_team_can_take_everything() -> None:
    assert by_points(two_teams()) == ("w0", "w1", "w2", "w3")


def test_by_equal_shares_a_team_gets_its_part_of_the_money_whatever_its_points() -> None:
    granted = by_equal_shares(two_teams())
    assert granted == ("w0", "w1", "w4", "w5")
    assert sums_of(two_teams(), granted).cost == 400_00
