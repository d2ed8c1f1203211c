import json
import random
from time import monotonic
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annualcycle.domain.checker import check
from annualcycle.domain.optimiser import files, propose
from annualcycle.domain.optimiser.model import Model, Numbers
from annualcycle.domain.optimiser.relaxed import Bounds
from annualcycle.domain.optimiser.solver import Solver
from config.bench import proposal as bench
from tests.annualcycle.domain.optimiser.problems import Json, Table, answer, problem, problems, wish


def proposed(facts: Json) -> Json:
    return files.write(propose(files.read(json.dumps(facts))))


@settings(max_examples=150, deadline=None)
@given(problems())
def test_every_field_is_as_trying_every_set_says(facts: Json) -> None:
    found = proposed(facts)
    expected = answer(facts)
    if expected["status"] == "infeasible":
        assert found["status"] == "infeasible"
    else:
        assert found == expected


@settings(max_examples=60, deadline=None)
@given(problems(least=12, most=14))
def test_fourteen_wishes_are_as_trying_every_set_says(facts: Json) -> None:
    expected = answer(facts)
    assert expected["status"] == "infeasible" or proposed(facts) == expected


@settings(max_examples=150, deadline=None)
@given(problems(most=6))
def test_a_conflict_is_one_and_none_of_its_parts_can_be_spared(facts: Json) -> None:
    found = proposed(facts)
    if found["status"] != "infeasible":
        return
    rules = {f"{one['rule']}:{one['of']}" if one["of"] else one["rule"] for one in found["conflicts"]}
    granted = {one for conflict in found["conflicts"] for one in conflict["wishes"]}
    every = set(Table(facts).rules()) | {one["id"] for one in facts["wishes"] if one["status"] == "granted"}
    assert Table(facts, without=frozenset(every - rules - granted)).sets == []
    for part in rules | granted:
        assert Table(facts, without=frozenset(every - rules - granted | {part})).sets != [], part


@settings(max_examples=40, deadline=None)
@given(problems(), st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing(facts: Json, chance: random.Random) -> None:
    shuffled: dict[str, Any] = dict(facts)
    for key in ("wishes", "groups", "criteria", "needed"):
        shuffled[key] = chance.sample(facts[key], len(facts[key]))
    assert proposed(shuffled) == proposed(facts)


@settings(max_examples=40, deadline=None)
@given(problems())
def test_a_hopeless_wish_changes_nothing_for_the_others(facts: Json) -> None:
    dear = wish(99, group="dear", cost=facts["budget"] + 1, scores={"need": 5, "motivation": 5})
    groups = [*facts["groups"], {"id": "dear", "min_grants": None, "max_amount": None}]
    before, after = proposed(facts), proposed(facts | {"groups": groups, "wishes": [*facts["wishes"], dear]})
    assert before.get("granted") == after.get("granted")


def test_the_answer_says_what_would_have_made_the_difference() -> None:
    facts = problem(
        wish(1, cost=500_00, scores={"need": 5, "motivation": 5}),
        wish(2, cost=400_00, scores={"need": 4, "motivation": 4}),
        budget=1000_00,
        reserve=200_00,
    )
    best, short = proposed(facts)["wishes"]
    assert (best["granted"], best["reason"], best["margin"]) == (True, "best", 5)
    assert (short["granted"], short["reason"], short["loss"], short["displaces"]) == (False, "budget", 5, ["w1"])
    assert (short["extra_budget"], short["points_short"]) == (100_00, 6)


@settings(max_examples=40, deadline=None)
@given(problems(), st.integers(2, 1000))
def test_other_units_of_money_change_nothing_but_amounts(facts: Json, times: int) -> None:
    groups = [one | {"max_amount": one["max_amount"] and one["max_amount"] * times} for one in facts["groups"]]
    wishes = [one | {"cost": one["cost"] * times} for one in facts["wishes"]]
    scaled = {key: facts[key] * times for key in ("budget", "reserve")} | {"groups": groups, "wishes": wishes}
    before, after = proposed(facts), proposed(facts | scaled)
    assert before["granted"] == after["granted"]
    for one, other in zip(before["wishes"], after["wishes"], strict=True):
        assert other == one | {"extra_budget": one["extra_budget"] and one["extra_budget"] * times}


@settings(max_examples=40, deadline=None)
@given(problems(), st.integers(2, 20))
def test_heavier_points_for_everything_change_no_decision(facts: Json, times: int) -> None:
    heavier = {key: facts[key] * times for key in ("first_grant_bonus", "coverage_bonus", "history_points")}
    criteria = [one | {"weight": one["weight"] * times} for one in facts["criteria"]]
    before, after = proposed(facts), proposed(facts | heavier | {"criteria": criteria})
    assert before["granted"] == after["granted"]
    for one, other in zip(before["wishes"], after["wishes"], strict=True):
        for key in ("margin", "loss"):
            assert other[key] == (None if one[key] is None else one[key] * times)
        assert other["displaces"] == one["displaces"]


def test_odd_amounts_of_many_oere_are_told_apart_to_the_last() -> None:
    """One øre too much is too much, and one øre less is cheaper, also where amounts have nine digits."""
    same = {"scores": {"need": 3, "motivation": 3}}
    facts = problem(
        wish(1, cost=400_000_001, **same),
        wish(2, cost=400_000_000, **same),
        wish(3, cost=399_999_999, **same),
        budget=799_999_999,
        reserve=0,
    )
    assert proposed(facts)["granted"] == ["w2", "w3"]
    assert proposed(facts | {"budget": 799_999_998})["granted"] == ["w3"]


def large(seed: int) -> Json:
    facts: Json = files.write_problem(bench.problem(seed, wishes=1500, groups=90))
    return facts


def test_a_large_proposal_keeps_every_rule_and_its_bound_whatever_the_order_of_rows() -> None:
    facts = large(0)
    found = files.write(propose(files.read(json.dumps(facts)), seconds=60))
    assert check(facts, found).faults == ()
    assert found["value"] <= found["bound"] <= found["value"] * 1.001
    shuffled = facts | {"wishes": random.Random(1).sample(facts["wishes"], len(facts["wishes"]))}
    again = files.write(propose(files.read(json.dumps(shuffled)), seconds=60))
    assert found["status"] != "optimal" or again["status"] != "optimal" or again == found


def test_there_is_an_answer_with_its_bound_also_when_the_time_has_run_out() -> None:
    facts = large(1)
    found = files.write(propose(files.read(json.dumps(facts)), seconds=0))
    assert found["status"] in ("feasible", "optimal")
    assert check(facts, found).faults == ()
    assert found["value"] <= found["bound"] <= found["value"] * 1.01


def test_no_search_begins_when_the_time_is_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the search would be given to begin with is the answer, with the bound of the problem with parts."""
    facts = large(1)
    monkeypatch.setattr(Solver, "_run", None)
    found = files.write(propose(files.read(json.dumps(facts)), seconds=0))
    assert found["status"] == "feasible"
    assert check(facts, found).faults == ()
    assert found["value"] <= found["bound"] <= found["value"] * 1.01


class Slow(Solver):
    """As if each search by HiGHS took an hour."""

    def _solve(self, bounds: Bounds, weights: Numbers) -> None:
        super()._solve(bounds, weights)
        self._took = 3600.0


def test_a_search_that_would_end_too_late_is_not_begun_though_the_value_is_proved() -> None:
    model = Model(files.read(json.dumps(large(0))))
    in_time, slow = (kind(model, deadline=monotonic() + 600).best() for kind in (Solver, Slow))
    assert (in_time.proved, slow.proved) == (True, False)
    assert slow.value == slow.bound == in_time.value
