import json
import random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from annualcycle.domain.optimiser import files, propose
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


@settings(max_examples=5, deadline=None)
@given(problems(most=14))
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
