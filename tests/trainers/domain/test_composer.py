"""The composer against an independent brute force: every set of candidates, every field of the answer."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from random import Random
from time import perf_counter
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from config.bench import composer as bench
from trainers.domain.composer import compose
from trainers.domain.team_branches import STEPS, Branches
from trainers.domain.team_problem import problem_of, write, write_answer
from trainers.domain.team_rules import Candidate, Problem, Status

Json = dict[str, Any]


def usable(problem: Json) -> list[Json]:
    return [
        one
        for one in problem["candidates"]
        if one["willing"] and one["released"] and one["close"] and one["status"] != "excluded"
    ]


def allowed_teams(problem: Json) -> Iterator[list[Json]]:
    chosen = {one["id"] for one in problem["candidates"] if one["status"] == "chosen"}
    for size in range(problem["min_size"], problem["max_size"] + 1):
        for team in combinations(sorted(usable(problem), key=lambda one: str(one["id"])), size):
            if chosen <= {one["id"] for one in team} and within_limits(problem, list(team)):
                yield list(team)


def within_limits(problem: Json, team: list[Json]) -> bool:
    for unit in problem["units"]:
        here = [one for one in team if one["unit"] == unit["id"]]
        heads = [one for one in here if not one.get("counted")]
        if unit["max_members"] is not None and len(heads) > unit["max_members"]:
            return False
        if unit["max_hours"] is not None and sum(one["hours"] for one in here) > unit["max_hours"]:
            return False
    return True


def who_covers(team: list[Json], competence: Json) -> tuple[list[str], list[str]]:
    key = competence["id"]
    by_level = [one["id"] for one in team if one["levels"].get(key, 0) >= competence["level"]]
    wishing = [one["id"] for one in team if key in one["wishes"] and one["id"] not in by_level]
    by_wish = [] if competence["experience"] else wishing
    return sorted(by_level + by_wish), sorted(by_wish)


def lacking(problem: Json, team: list[Json]) -> tuple[int, int]:
    cover = sum(max(0, one["cover"] - len(who_covers(team, one)[0])) for one in problem["competences"])
    near = {unit for one in team for unit in one["near"]}
    return cover, sum(unit["users"] > 0 and unit["id"] not in near for unit in problem["units"])


def told(problem: Json, team: list[Json]) -> Json:
    cover, without = lacking(problem, team)
    critical = []
    for one in team:
        rest_cover, rest_without = lacking(problem, [other for other in team if other is not one])
        if rest_cover > cover or rest_without > without:
            critical.append(one["id"])
    covering = {one["id"]: who_covers(team, one) for one in problem["competences"]}
    return {
        "members": sorted(one["id"] for one in team),
        "missing_cover": cover,
        "units_without": without,
        "missing_hours": max(0, problem["hours_needed"] - sum(one["hours"] for one in team)),
        "robust": sum(len(covering[one["id"]][0]) >= one["cover"] + 1 for one in problem["competences"]),
        "suitability": sum(one["suitability"] for one in team),
        "coverage": {key: {"members": all_, "by_wish": wish} for key, (all_, wish) in sorted(covering.items())},
        "critical": sorted(critical),
    }


def order(team: Json) -> tuple[object, ...]:
    return (
        team["missing_cover"],
        team["units_without"],
        team["missing_hours"],
        len(team["members"]),
        -team["robust"],
        -team["suitability"],
        team["members"],
    )


def why_not(problem: Json, one: Json, best: list[str]) -> str:
    for key, reason in (("willing", "unwilling"), ("released", "not_released"), ("close", "not_close")):
        if not one[key]:
            return reason
    if one["status"] == "excluded":
        return "excluded"
    with_it = [other for other in problem["candidates"] if other["id"] in best] + [one]
    unit = next(unit for unit in problem["units"] if unit["id"] == one["unit"])
    return "not_needed" if within_limits({"units": [unit]}, with_it) else "unit_limit"


def brute_force(problem: Json) -> tuple[str, list[Json], list[Json]]:
    """Status, teams and reasons, from every set there is."""
    teams = sorted((told(problem, team) for team in allowed_teams(problem)), key=order)[:3]
    if not teams:
        return "infeasible", [], []
    best = teams[0]["members"]
    rest = sorted((one for one in problem["candidates"] if one["id"] not in best), key=lambda one: str(one["id"]))
    return "optimal", teams, [{"id": one["id"], "reason": why_not(problem, one, best)} for one in rest]


COMPETENCES, UNITS = ["a", "b", "c"], ["u", "v", "w", "x", "y", "z"]
few = st.integers(0, 3)
limit = st.none() | few


@st.composite
def problems(draw: st.DrawFn) -> Json:
    competences = [
        {"id": key, "level": draw(st.integers(0, 5)), "cover": draw(few), "experience": draw(st.booleans())}
        for key in COMPETENCES[: draw(few)]
    ]
    units = [
        {"id": key, "users": draw(few), "max_members": draw(limit), "max_hours": draw(st.none() | st.integers(0, 12))}
        for key in UNITS[: draw(st.integers(1, 6))]
    ]
    keys = [str(one["id"]) for one in competences]
    places = [str(unit["id"]) for unit in units]
    least = draw(few)
    return {
        "format": "trainer-team-problem/1",
        "min_size": least,
        "max_size": least + draw(few),
        "hours_needed": draw(st.integers(0, 15)),
        "competences": competences,
        "units": units,
        "candidates": [draw(candidates(f"k{n}", keys, places)) for n in range(draw(st.integers(0, 7)))],
    }


@st.composite
def candidates(draw: st.DrawFn, name: str, competences: list[str], units: list[str]) -> Json:
    mostly = st.sampled_from([True, True, True, True, False])
    some = st.lists(st.sampled_from(competences), unique=True) if competences else st.just([])
    counted = {"counted": True} if draw(st.sampled_from([True, False, False])) else {}
    return counted | {
        "id": name,
        "unit": draw(st.sampled_from(units)),
        "near": draw(st.lists(st.sampled_from(units), unique=True)),
        "hours": draw(st.integers(0, 6)),
        "levels": {key: draw(st.integers(0, 5)) for key in draw(some)},
        "wishes": draw(some),
        "suitability": draw(st.integers(0, 4)),
        "willing": draw(mostly),
        "released": draw(mostly),
        "close": draw(mostly),
        "status": draw(st.sampled_from(["open"] * 6 + ["chosen", "excluded"])),
    }


def answer_to(problem: Json, steps: int = STEPS) -> Json:
    return write_answer(compose(problem_of(problem), steps=steps))


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(problems(), st.sampled_from([STEPS, 0, 3]))
def test_answer_is_that_of_every_set_tried(problem: Json, steps: int) -> None:
    """Member by member, step by step with HiGHS, and where the first is given up for the second."""
    answer = answer_to(problem, steps)
    status, teams, reasons = brute_force(problem)
    assert (answer["status"], answer["teams"], answer["candidates"]) == (status, teams, reasons)
    assert bool(answer["conflicts"]) == (status == "infeasible")


@pytest.mark.parametrize("steps", [STEPS, 0])
@pytest.mark.parametrize("seed", range(12))
def test_whom_the_search_leaves_out_is_in_none_of_the_best_teams(seed: int, steps: int) -> None:
    """Few members and many units: here candidates are left out and members kept apart before a team is searched."""
    problem = bench.problem(seed, candidates=20, competences=4, units=12)
    written = write(replace(problem, max_size=3 + seed % 2, hours_needed=(0, 12)[seed % 2]))
    answer = answer_to(written, steps)
    assert (answer["status"], answer["teams"], answer["candidates"]) == brute_force(written)


@pytest.mark.parametrize("shape", bench.SHAPES, ids=lambda shape: str(shape.words))
@pytest.mark.parametrize("seed", range(6))
def test_every_shape_of_the_bench_gets_the_answer_of_every_set_tried(shape: bench.Shape, seed: int) -> None:
    problem = bench.shaped(shape, seed, candidates=24, competences=5, units=12)
    chosen = tuple(replace(one, status=Status.CHOSEN) for one in problem.candidates[3:4] if not one.unusable)
    people = (*problem.candidates[:3], *(chosen if seed % 3 == 2 else problem.candidates[3:4]), *problem.candidates[4:])
    written = write(replace(problem, min_size=1 + seed % 2, max_size=3 + seed % 2, candidates=people))
    answer = answer_to(written)
    assert (answer["status"], answer["teams"], answer["candidates"]) == brute_force(written)


class WithoutStart(Branches):
    """The search with nothing to compare with until it has found something itself."""

    def _begin(self, size: int) -> None:
        """No set."""


@pytest.mark.parametrize("search", [Branches, WithoutStart])
@pytest.mark.parametrize("seed", [0, 2, 3, 4])
@pytest.mark.parametrize("size", [2, 3])
def test_three_alike_of_each_are_told_apart_by_their_ids_alone(search: type[Branches], seed: int, size: int) -> None:
    few = bench.shaped(bench.NEAR_SEVEN, seed, candidates=8, competences=5, units=10)
    people = tuple(replace(one, id=f"{one.id}{letter}") for one in few.candidates for letter in "abc")
    problem = replace(few, candidates=people, max_size=size)
    teams = [[one.id for one in team] for team in search(problem).best(3) or []]
    assert teams == [team["members"] for team in brute_force(write(problem))[1]]


@pytest.mark.parametrize("search", [Branches, WithoutStart])
@pytest.mark.parametrize(("seed", "size"), [(14, 4), (24, 3), (96, 3), (104, 4), (201, 3), (249, 4), (281, 3)])
def test_where_all_else_is_equal_ids_decide(search: type[Branches], seed: int, size: int) -> None:
    """Municipalities in which equally good sets are found one after the other, and not by their ids."""
    equal = bench.shaped(bench.EQUAL, seed, candidates=12, competences=2, units=7)
    people = tuple(replace(one, hours=5, willing=True, released=True, close=True) for one in equal.candidates)
    problem = replace(equal, candidates=people, min_size=size, max_size=size, hours_needed=5)
    teams = [[one.id for one in team] for team in search(problem).best(3) or []]
    assert teams == [team["members"] for team in brute_force(write(problem))[1]]


@pytest.mark.parametrize("shape", bench.SHAPES, ids=lambda shape: str(shape.words))
def test_both_searches_find_the_same_teams_of_any_size(shape: bench.Shape) -> None:
    """Larger than every set could be tried: teams of two to five, and of up to eight."""
    problem = bench.shaped(shape, 0, candidates=30, competences=6, units=12)
    assert compose(problem) == compose(problem, steps=0)


@pytest.mark.parametrize("shape", [one for one in bench.SHAPES if one.bounded], ids=lambda shape: str(shape.words))
def test_three_hundred_candidates_are_proved_member_by_member(shape: bench.Shape) -> None:
    """Within the steps there are, so that HiGHS, which takes up to half a minute here, need not begin."""
    assert len(Branches(bench.shaped(shape, 0)).best(3) or []) == 3


@pytest.mark.parametrize("seed", [0, 2])
def test_three_hundred_candidates_get_the_same_teams_from_both_searches(seed: int) -> None:
    problem = bench.problem(seed)
    assert compose(problem) == compose(problem, steps=0)


@settings(max_examples=60, deadline=None)
@given(problems(), st.randoms(use_true_random=False))
def test_order_of_rows_never_changes_the_answer(problem: Json, random: Random) -> None:
    shuffled = {**problem}
    for key in ("competences", "units", "candidates"):
        shuffled[key] = random.sample(problem[key], len(problem[key]))
    assert answer_to(shuffled) == answer_to(problem)


@settings(max_examples=60, deadline=None)
@given(problems())
def test_a_problem_written_and_read_is_the_same(problem: Json) -> None:
    assert write(problem_of(write(problem_of(problem)))) == write(problem_of(problem))


def test_equal_people_are_taken_by_their_ids() -> None:
    problem = replace(bench.problem(0, candidates=3), min_size=2, max_size=2)
    twin = problem.candidates[0]
    people = tuple(replace(twin, id=key, willing=True, released=True, close=True) for key in ("e", "b", "d", "a", "c"))
    free = tuple(replace(unit, max_members=None, max_hours=None) for unit in problem.units)
    answer = compose(replace(problem, candidates=people, units=free))
    assert [team.members for team in answer.teams] == [("a", "b"), ("a", "c"), ("a", "d")]


def chosen(problem: Problem, **changed: Any) -> Candidate:
    return replace(problem.candidates[0], status=Status.CHOSEN, **changed)


def test_conflicts_name_the_rule_and_the_people() -> None:
    problem = bench.problem(0, candidates=4)
    free = {"willing": True, "released": True, "close": True}
    unit = replace(problem.units[0], max_members=1)
    two = tuple(chosen(problem, id=key, unit=unit.id, **free) for key in ("x", "y"))
    problem = replace(problem, min_size=1, max_size=1, units=(unit, *problem.units[1:]))
    assert write_answer(compose(replace(problem, candidates=two)))["conflicts"] == [
        {"rule": "max_size", "unit": None, "candidates": ["x", "y"]},
        {"rule": "unit_limit", "unit": unit.id, "candidates": ["x", "y"]},
    ]
    unwilling = (chosen(problem, id="x", **{**free, "willing": False}),)
    assert write_answer(compose(replace(problem, candidates=unwilling)))["conflicts"] == [
        {"rule": "unwilling", "unit": None, "candidates": ["x"]}
    ]


@pytest.mark.parametrize("seed", [0])
def test_three_teams_of_three_hundred_candidates_are_proved_in_seconds(seed: int) -> None:
    """The bench measures the two seconds; here only that nothing has become ten times as slow."""
    start = perf_counter()
    assert len(compose(bench.problem(seed)).teams) == 3
    assert perf_counter() - start < 20
