import copy
import json
from typing import Any

import pytest
from hypothesis import given, settings

from annualcycle.domain import checker
from annualcycle.domain.optimiser import files, propose
from tests.annualcycle.domain.optimiser.problems import Json, problem, problems, wish

TWO = problem(wish(1, cost=500_00), wish(2, cost=400_00), wish(3, person="p2", cost=100_00, status="refused"))


def proposal_of(facts: Json) -> Json:
    return files.write(propose(files.read(json.dumps(facts))))


@settings(max_examples=80, deadline=None)
@given(problems())
def test_a_proposal_of_the_optimiser_has_no_fault(facts: Json) -> None:
    assert checker.check(facts, proposal_of(facts)).faults == ()


def test_the_figures_are_counted_again() -> None:
    found = checker.check(TWO, proposal_of(TWO))
    assert (found.value, found.persons, found.cost, found.left) == (21, 1, 400_00, 400_00)


@pytest.mark.parametrize(
    ("key", "value", "fault"),
    [
        ("granted", ["w1", "w2"], "budget: 10000 øre too much"),
        ("granted", ["w2", "w3"], "w3: is in, but is refused"),
        ("granted", ["w2", "w2"], "w2: stands 2 times"),
        ("granted", ["w2", "w9"], "w9: the problem has no such wish"),
        ("value", 22, "value: says 22, is 21"),
        ("persons", 2, "persons: says 2, is 1"),
        ("cost", 1, "cost: says 1, is 40000"),
        ("bound", 20, "bound: 20 is less than the value"),
        ("bound", 25, "bound: differs from the value, so nothing is proved"),
        ("wishes", [], "w1: has no line"),
    ],
)
def test_what_is_wrong_is_named(key: str, value: Any, fault: str) -> None:
    proposal = proposal_of(TWO) | {key: value}
    assert fault in checker.check(TWO, proposal).faults


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("points", 1),
        ("granted", True),
        ("reason", "value"),
        ("extra_budget", 5),
        ("points_short", 40),
        ("margin", 3),
        ("displaces", ["w3"]),
    ],
)
def test_a_line_that_says_something_else_is_named(key: str, value: Any) -> None:
    proposal = copy.deepcopy(proposal_of(TWO))
    proposal["wishes"][0][key] = value
    [fault] = checker.check(TWO, proposal).faults
    assert fault.startswith("w1: ")


@pytest.mark.parametrize(
    ("changes", "granted", "fault"),
    [
        ({"max_per_person": 1}, ["w1", "w2"], "max_per_person: p1 has 2, at most 1"),
        ({"groups": [{"id": "A", "min_grants": 2, "max_amount": None}]}, ["w1"], "min_grants of A: 1, at least 2"),
        (
            {"groups": [{"id": "A", "min_grants": None, "max_amount": 99_00}]},
            ["w1"],
            "max_amount of A: 100 øre too much",
        ),
    ],
)
def test_decisions_of_persons_are_held_against_the_rules(changes: Json, granted: list[str], fault: str) -> None:
    facts = problem(wish(1), wish(2, person="p1"), **changes)
    assert checker.check(facts, {"format": checker.DECISIONS, "granted": granted}).faults == (fault,)


def test_a_granted_wish_that_was_left_out_is_named() -> None:
    facts = problem(wish(1, status="granted"))
    decisions = {"format": checker.DECISIONS, "granted": []}
    assert checker.check(facts, decisions).faults == ("w1: was granted by a person, but is not in",)


@pytest.mark.parametrize("broken", [{}, {"format": "december-problem/2"}, {"format": checker.PROBLEM}, []])
def test_what_is_not_of_the_format_is_refused(broken: Any) -> None:
    with pytest.raises(checker.NotOfTheFormat):
        checker.check(broken, proposal_of(TWO))
