"""Listing what a bound leaves and searching by HiGHS are two ways to the same answer, to the last field."""

import json
import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annualcycle.domain.optimiser import files, listing, propose, sets
from annualcycle.domain.optimiser.listing import Listing, can_list
from annualcycle.domain.optimiser.model import Model
from annualcycle.domain.optimiser.relaxed import Bounds, Infeasible, Relaxed
from annualcycle.domain.optimiser.sets import MOST
from config.bench import proposal as bench
from tests.annualcycle.domain.optimiser.problems import Json, Table, answer, problems

SEARCHED = 0


def proposed(facts: Json, most: int) -> Json:
    """With lists of at most `most` pairs; with none HiGHS searches every time."""
    with pytest.MonkeyPatch.context() as knob:
        knob.setattr(sets, "MOST", most)
        return files.write(propose(files.read(json.dumps(facts))))


@settings(max_examples=60, deadline=None)
@given(problems(most=8))
def test_searching_alone_is_as_trying_every_set_says(facts: Json) -> None:
    expected = answer(facts)
    assert expected["status"] == "infeasible" or proposed(facts, SEARCHED) == expected


@settings(max_examples=60, deadline=None)
@given(problems(most=8), st.integers(1, 30))
def test_lists_given_up_halfway_change_nothing(facts: Json, most: int) -> None:
    expected = answer(facts)
    assert expected["status"] == "infeasible" or proposed(facts, most) == expected


@settings(max_examples=60, deadline=None)
@given(problems(most=9), st.integers(1, 3), st.booleans())
def test_groups_looked_at_in_parts_change_nothing(facts: Json, size: int, is_alone: bool) -> None:
    if is_alone:
        facts |= {
            "groups": facts["groups"][:1],
            "wishes": [{**one, "group": facts["groups"][0]["id"]} for one in facts["wishes"]],
        }
    expected = answer(facts)
    with pytest.MonkeyPatch.context() as knob:
        knob.setattr(listing, "_CLUSTER", size)
        assert expected["status"] == "infeasible" or proposed(facts, MOST) == expected


@settings(max_examples=100, deadline=None)
@given(problems(least=7, most=10), st.integers(1, 4), st.sampled_from([2, 32]))
def test_comparing_sets_that_leave_other_bonuses_to_decide_changes_nothing(facts: Json, size: int, strong: int) -> None:
    facts |= {"max_per_person": None, "groups": [one | {"max_amount": None} for one in facts["groups"]]}
    expected = answer(facts)
    with pytest.MonkeyPatch.context() as knob:
        for name, value in {"_FEW": 1, "_MANY": 1, "_STRONG": strong}.items():
            knob.setattr(sets, name, value)
        knob.setattr(listing, "_CLUSTER", size)
        assert expected["status"] == "infeasible" or proposed(facts, MOST) == expected


def test_of_equal_points_few_sets_are_left_to_compare(monkeypatch: pytest.MonkeyPatch) -> None:
    """With nothing but bonuses between them, most sets are beaten by one that leaves other bonuses to decide."""
    model = Model(bench.equal(bench.problem(0, wishes=60, groups=1)))
    parts = Relaxed(model).solve(bounds := Bounds.of(model))

    def largest() -> int:
        lists = Listing(model).search(bounds, parts, 8.0).lists
        assert lists is not None
        return max(one.size for one in lists)

    few = largest()
    monkeypatch.setattr(sets, "_MANY", 10**9)
    assert few < largest() / 3


@settings(max_examples=100, deadline=None)
@given(problems(), st.floats(0, 20))
def test_a_list_holds_the_best_of_all_that_are_worth_as_much(facts: Json, gap: float) -> None:
    model, table = Model(files.read(json.dumps(facts))), Table(facts)
    try:
        parts = Relaxed(model).solve(bounds := Bounds.of(model))
    except Infeasible:
        return
    found = Listing(model).search(bounds, parts, gap).best(gap)
    best = table.best()
    if best is not None and table.value(best) >= parts.most - gap:
        assert found is not None
        inside = {wish.id for wish, is_in in zip(model.wishes, found.inside, strict=True) if is_in}
        assert (found.value, inside) == (table.value(best), {one["id"] for one in table.inside(best)})
    elif found is not None:
        assert found.value < parts.most - gap


def crowded(seed: int, **changes: Any) -> Json:
    """Forty wishes in four teams whose limits bind, some persons in several teams."""
    facts: Json = files.write_problem(bench.binding(bench.problem(seed, wishes=40, groups=4)))
    return facts | changes


@pytest.mark.parametrize("seed", range(3))
def test_forty_wishes_are_explained_the_same_by_both(seed: int) -> None:
    assert proposed(crowded(seed), MOST) == proposed(crowded(seed), SEARCHED)


@pytest.mark.parametrize(
    "changes",
    [
        {"max_per_person": 1, "first_grant_bonus": 0},
        {"coverage_bonus": 25, "needed": [f"c{number:02}" for number in range(20)]},
        {"groups": [{"id": f"g{number:03}", "min_grants": 6, "max_amount": None} for number in range(4)]},
    ],
)
def test_ties_between_teams_are_counted_once_by_both(changes: Json) -> None:
    assert proposed(crowded(5, **changes), MOST) == proposed(crowded(5, **changes), SEARCHED)


def test_equal_wishes_are_told_apart_the_same_by_both() -> None:
    """One amount and one number of points for all: only ids differ."""
    facts = crowded(1)
    chance = random.Random(2)
    same = [
        one | {"cost": chance.choice([500_000, 640_000]), "scores": dict.fromkeys(one["scores"], 3)}
        for one in facts["wishes"]
    ]
    facts |= {"wishes": same, "groups": [one | {"max_amount": 3_000_000} for one in facts["groups"]]}
    assert proposed(facts, MOST) == proposed(facts, SEARCHED)


def test_numbers_beyond_those_of_the_machine_are_not_listed() -> None:
    facts = crowded(0)
    assert can_list(Model(files.read(json.dumps(facts))), 40)
    assert not can_list(Model(files.read(json.dumps(facts))), 39)
    heavy = [one | {"weight": 10**12} for one in facts["criteria"]]
    assert not can_list(Model(files.read(json.dumps(facts | {"criteria": heavy}))), 40)
