"""Whether a group's wishes are granted as often as those of others in the same teams and years. Pure: no Django.

For each team and year the granted wishes are held against what the persons would have had if all its wishes had been
alike. What is left over for each person, over all years, is dealt out anew among the persons of the same team, many
times (a permutation test): whole persons are dealt, because the wishes of one person are not independent. The
difference is that of Mantel and Haenszel: per 100 wishes, weighed by how many can be compared in each team and year.
All groups looked at are judged together (Holm), because one of twenty looks different by chance alone.

It can show that a difference is more than chance. It cannot show that there is none, and it says nothing of why.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import sqrt
from statistics import NormalDist

import numpy as np

SEED = 20_260_101
DRAWS = 4_999
CHANCE = 0.05
POWER = 0.8
_NORMAL = NormalDist()


@dataclass(frozen=True)
class Answered:
    """How many relevant wishes a person had in a team and year, and how many of them were granted."""

    person: int
    team: int
    year: int
    wishes: int
    granted: int


@dataclass(frozen=True)
class Finding:
    """One group held against all others in the same teams and years. Differences are per 100 wishes, below 0: fewer.

    `difference` None: too few persons can be compared. `low` to `high` holds the true difference in 95 of 100 cases;
    `detectable` would have been found in 80 of 100; `chance` is how often so much or more comes by chance in one
    group, `together` when all groups looked at count.
    """

    grouping: str
    group: str
    persons: int
    wishes: int
    granted: int
    difference: float | None = None
    low: float = 0.0
    high: float = 0.0
    detectable: float = 0.0
    chance: float = 1.0
    together: float = 1.0

    @property
    def is_proved(self) -> bool:
        """More than chance, with all groups looked at in mind."""
        return self.difference is not None and self.together < CHANCE


def examine(
    rows: Sequence[Answered],
    groupings: Mapping[str, Mapping[int, str]],
    *,
    smallest: int,
    draws: int = DRAWS,
) -> list[Finding]:
    """Every group of every grouping (name → person → group) that has at least `smallest` persons to compare.

    A person without a group in a grouping is left out of it. Of two groups only the smaller is named: the other one's
    difference is the same with the opposite sign. The same rows give the same answer, in whatever order they come.
    """
    ordered = sorted(rows, key=lambda row: (row.person, row.year, row.team))
    deals: dict[frozenset[int], _Deal] = {}
    found: list[Finding] = []
    for name, group_of in sorted(groupings.items()):
        there = [row for row in ordered if row.person in group_of]
        people = frozenset(row.person for row in there)
        members = _members(people, group_of)
        if len(members) > 1 and people not in deals:
            deals[people] = _Deal(there, draws)
        found += [_finding(name, one, members[one], there, deals[people], smallest) for one in _tested(members)]
    return _together(found)


def _members(people: Iterable[int], group_of: Mapping[int, str]) -> dict[str, set[int]]:
    members: dict[str, set[int]] = defaultdict(set)
    for person in people:
        members[group_of[person]].add(person)
    return members


def _tested(members: Mapping[str, set[int]]) -> list[str]:
    """The groups to look at; none where there is nothing to hold one against."""
    named = sorted(members, key=lambda group: (len(members[group]), group))
    return sorted(named[:1] if len(named) == 2 else named if len(named) > 2 else [])


def _finding(
    grouping: str, group: str, members: set[int], rows: Sequence[Answered], deal: "_Deal", smallest: int
) -> Finding:
    own = [row for row in rows if row.person in members]
    wishes, granted = sum(row.wishes for row in own), sum(row.granted for row in own)
    plain = Finding(grouping, group, len(members), wishes, granted)
    weight, inside, outside = _comparable(rows, members)
    spread = deal.spread(members)
    if min(inside, outside) < smallest or not spread:
        return plain
    # A hundredth of the weight turns wishes into wishes per hundred.
    difference, error = deal.total(members) / weight * 100, spread / weight * 100
    reach = _NORMAL.inv_cdf(1 - CHANCE / 2) * error
    return replace(
        plain,
        difference=difference,
        low=max(-100.0, difference - reach),
        high=min(100.0, difference + reach),
        detectable=error,
        chance=deal.chance(members),
    )


def _comparable(rows: Sequence[Answered], members: set[int]) -> tuple[float, int, int]:
    """Σ own × others' wishes ÷ all over teams and years, and how many persons of both sides meet there."""
    strata: dict[tuple[int, int], list[Answered]] = defaultdict(list)
    for row in rows:
        strata[row.team, row.year].append(row)
    weight, inside, outside = 0.0, set(), set()
    for there in strata.values():
        own = sum(row.wishes for row in there if row.person in members)
        whole = sum(row.wishes for row in there)
        if 0 < own < whole:
            weight += own * (whole - own) / whole
            inside |= {row.person for row in there} & members
            outside |= {row.person for row in there} - members
    return weight, len(inside), len(outside)


class _Deal:
    """What each person had more or less than alike, and the same dealt out anew within the teams."""

    def __init__(self, rows: Sequence[Answered], draws: int) -> None:
        left, homes = _left_over(rows)
        self.place = {person: number for number, person in enumerate(sorted(left))}
        self.left = np.array([left[person] for person in self.place])
        self.teams = [
            np.array([self.place[person] for person in sorted(team)]) for _home, team in sorted(homes.items())
        ]
        self.dealt = self._dealt(draws)

    def _dealt(self, draws: int) -> "np.ndarray[tuple[int, int], np.dtype[np.float64]]":
        chance = np.random.default_rng(SEED)
        dealt = np.zeros((draws, len(self.left)))
        for team in self.teams:
            dealt[:, team] = chance.permuted(np.tile(self.left[team], (draws, 1)), axis=1)
        return dealt

    def _places(self, members: set[int]) -> list[int]:
        return sorted(self.place[person] for person in members)

    def total(self, members: set[int]) -> float:
        """Granted wishes more (or fewer) than if all had been alike."""
        return float(self.left[self._places(members)].sum())

    def _expected(self, members: set[int]) -> float:
        inside = set(self._places(members))
        return sum(float(self.left[team].mean()) * sum(one in inside for one in team.tolist()) for team in self.teams)

    def spread(self, members: set[int]) -> float:
        """The standard deviation of `total` over all ways of dealing, exactly."""
        inside, variance = set(self._places(members)), 0.0
        for team in self.teams:
            size, own = len(team), sum(one in inside for one in team.tolist())
            if 0 < own < size:
                variance += own * (size - own) / size * float(self.left[team].var(ddof=1))
        return sqrt(variance)

    def chance(self, members: set[int]) -> float:
        """How often dealing gives as much or more, to either side; the real one is one of the ways."""
        middle = self._expected(members)
        dealt = np.abs(self.dealt[:, self._places(members)].sum(axis=1) - middle)
        as_much = int((dealt >= abs(self.total(members) - middle) - 1e-9).sum())
        return (1 + as_much) / (1 + len(dealt))


def _left_over(rows: Iterable[Answered]) -> tuple[dict[int, float], dict[int, set[int]]]:
    """Person → granted less what alike would have given; and team → the persons with most of their wishes there."""
    sums: dict[tuple[int, int], list[int]] = defaultdict(lambda: [0, 0])
    wished: dict[int, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    kept = list(rows)
    for row in kept:
        sums[row.team, row.year][0] += row.granted
        sums[row.team, row.year][1] += row.wishes
        wished[row.person][row.team] += row.wishes
    left: dict[int, float] = defaultdict(float)
    for row in kept:
        granted, wishes = sums[row.team, row.year]
        left[row.person] += row.granted - row.wishes * granted / wishes
    homes: dict[int, set[int]] = defaultdict(set)
    for person, teams in wished.items():
        homes[max(teams, key=lambda team: (teams[team], team))].add(person)
    return left, homes


def _together(found: Sequence[Finding]) -> list[Finding]:
    """Holm's correction over all groups compared, and the difference that would have been found at its strictest."""
    compared = sorted((one for one in found if one.difference is not None), key=lambda one: one.chance)
    many, worst = len(compared), 0.0
    judged: dict[tuple[str, str], float] = {}
    for number, one in enumerate(compared):
        worst = max(worst, min(1.0, (many - number) * one.chance))
        judged[one.grouping, one.group] = worst
    reach = _NORMAL.inv_cdf(1 - CHANCE / (2 * max(1, many))) + _NORMAL.inv_cdf(POWER)
    return [
        replace(one, together=judged.get((one.grouping, one.group), 1.0), detectable=one.detectable * reach)
        for one in found
    ]
