"""The method of equal shares with additive utilities (Peters and Skowron 2020; Peters, Pierczyński and Skowron 2021).

Every voter has the same part of the money. A project is bought when its supporters can pay for it together, each in
proportion to what it is worth to them and none more than they have left; the next one bought is always the one that
costs its supporters least for each point of worth. Exact fractions, no rounding. Pure.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True)
class Project:
    """Its cost, and what it is worth to each voter who supports it."""

    cost: int
    worth: Mapping[str, int]


def equal_shares(budget: int, projects: Mapping[str, Project]) -> list[str]:
    """The projects bought, in the order they are bought; equally cheap ones in the order of their ids.

    The method can leave money over; what to do with it is for the caller.
    """
    voters = sorted({voter for one in projects.values() for voter, worth in one.worth.items() if worth > 0})
    left = {voter: Fraction(max(budget, 0), len(voters)) for voter in voters}
    prices = {name: _price(one, left) for name, one in projects.items()}
    bought: list[str] = []
    while affordable := [(price, name) for name, price in prices.items() if price is not None]:
        price, name = min(affordable)
        bought.append(name)
        payers = _pay(projects[name], price, left)
        del prices[name]
        for other in prices:
            if not payers.isdisjoint(projects[other].worth):
                prices[other] = _price(projects[other], left)
    return bought


def _pay(project: Project, price: Fraction, left: dict[str, Fraction]) -> set[str]:
    """Take what each supporter pays; answers who they are."""
    payers = {voter for voter, worth in project.worth.items() if worth > 0}
    for voter in payers:
        left[voter] -= min(left[voter], price * project.worth[voter])
    return payers


def _price(project: Project, left: Mapping[str, Fraction]) -> Fraction | None:
    """The least ρ at which Σ min(what is left, ρ × worth) over the supporters pays the cost; None: they cannot."""
    supporters = sorted(
        ((left[voter] / worth, voter) for voter, worth in project.worth.items() if worth > 0),
    )
    cost, worth = Fraction(project.cost), sum(one for one in project.worth.values() if one > 0)
    for most, voter in supporters:
        if cost <= most * worth:
            return cost / worth
        cost -= left[voter]
        worth -= project.worth[voter]
    return None
