from fractions import Fraction
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from annualcycle.domain.optimiser.shares import Project, equal_shares


def approved(cost: int, *voters: str) -> Project:
    return Project(cost, dict.fromkeys(voters, 1))


def test_each_group_of_voters_gets_its_part_of_the_money() -> None:
    """Six of ten want a, b and c; four want d and e. Points from the top would give everything to the six."""
    many, few = [f"m{number}" for number in range(6)], [f"f{number}" for number in range(4)]
    projects = {name: approved(20, *many) for name in "abc"} | {name: approved(20, *few) for name in "de"}
    assert equal_shares(100, projects) == ["a", "b", "c", "d", "e"]
    assert equal_shares(60, projects) == ["a", "d"]


def test_one_who_is_poor_pays_what_is_left_and_the_others_the_rest() -> None:
    """Everybody has 10. a takes 6 from x; b then takes the last 4 from x and 8 from y: price 8, so b is second."""
    projects = {"a": approved(6, "x"), "b": approved(12, "x", "y"), "c": approved(9, "z")}
    assert equal_shares(30, projects) == ["a", "b", "c"]


def test_worth_decides_what_is_cheap() -> None:
    projects = {"dear": Project(10, {"x": 1}), "good": Project(10, {"x": 5})}
    assert equal_shares(10, projects) == ["good"]


def test_what_nobody_supports_is_never_bought_and_what_costs_nothing_always() -> None:
    assert equal_shares(10, {"a": Project(1, {}), "b": Project(1, {"x": 0}), "c": Project(0, {"y": 3})}) == ["c"]


PROJECTS = st.dictionaries(
    st.sampled_from("abcdefgh"),
    st.builds(Project, st.integers(0, 30), st.dictionaries(st.sampled_from("vwxyz"), st.integers(0, 5), max_size=5)),
    max_size=8,
)


@given(st.integers(0, 60), PROJECTS)
def test_the_money_is_never_exceeded_and_whoever_could_pay_alone_is_not_left_without(
    budget: int, projects: dict[str, Project]
) -> None:
    bought = equal_shares(budget, projects)
    assert sum(projects[name].cost for name in bought) <= budget
    assert len(bought) == len(set(bought))
    voters = {voter for one in projects.values() for voter, worth in one.worth.items() if worth > 0}
    for name, project in projects.items():
        supporters = [voter for voter, worth in project.worth.items() if worth > 0]
        share = Fraction(budget, max(1, len(voters)))
        if supporters and project.cost <= share and name not in bought:
            mine = [one for one in bought if set(supporters) & {v for v, w in projects[one].worth.items() if w > 0}]
            assert mine


@given(st.integers(1, 40), PROJECTS.filter(bool))
def test_a_group_that_agrees_gets_what_its_part_of_the_money_can_buy(budget: int, projects: dict[str, Project]) -> None:
    """Extended justified representation up to one project, the guarantee the method is published with.

    For each set of projects that a group of voters can pay with its part of the money, somebody of the group has as
    much worth from what is bought as the least that all of the group see in that set, but for one project.
    """
    bought = equal_shares(budget, projects)
    voters = sorted({voter for one in projects.values() for voter, worth in one.worth.items() if worth > 0})
    for group in _subsets(voters):
        for wanted in _subsets(sorted(projects)):
            if sum(projects[name].cost for name in wanted) * len(voters) > budget * len(group):
                continue
            seen = sum(min(projects[name].worth.get(voter, 0) for voter in group) for name in wanted)
            left_out = [name for name in wanted if name not in bought]
            assert not left_out or any(
                sum(projects[name].worth.get(voter, 0) for name in [*bought, more]) >= seen
                for voter in group
                for more in left_out
            )


def _subsets(names: list[str]) -> list[tuple[str, ...]]:
    """All of up to three."""
    return [one for size in (1, 2, 3) for one in combinations(names, size)]
