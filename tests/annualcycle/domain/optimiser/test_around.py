"""What is listed once for a group answers each question about its wishes as trying every set does, or not at all."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annualcycle.domain.optimiser import around as module
from annualcycle.domain.optimiser import files
from annualcycle.domain.optimiser.around import Surroundings
from annualcycle.domain.optimiser.listing import Listed, Listing
from annualcycle.domain.optimiser.model import Model
from annualcycle.domain.optimiser.relaxed import Bounds, Infeasible, Relaxed
from annualcycle.domain.optimiser.solver import Solver
from config.bench import proposal as bench
from tests.annualcycle.domain.optimiser.problems import Json, Table, problems


def surroundings(model: Model) -> Surroundings:
    """Raises Infeasible."""
    bounds = Bounds.of(model)
    return Surroundings(Listing(model), bounds, Relaxed(model).solve(bounds))


def ids(model: Model, found: Listed) -> set[str]:
    return {wish.id for wish, is_in in zip(model.wishes, found.inside, strict=True) if is_in}


@settings(max_examples=300, deadline=None)
@given(problems(), st.booleans(), st.sampled_from([0.0, 1.0, 2.0, 4.0, 16.0]))
def test_each_question_is_answered_as_trying_every_set_says(facts: Json, inside: bool, room: float) -> None:
    model, table = Model(files.read(json.dumps(facts))), Table(facts)
    try:
        around = surroundings(model)
    except Infeasible:
        return
    numbers = {one["id"]: number for number, one in enumerate(table.wishes)}
    for place, wish in enumerate(model.wishes):
        with pytest.MonkeyPatch.context() as knob:
            knob.setattr(module, "_ROOMS", (room,))
            found = around.best(place, inside=inside)
        if found:
            best = table.best(numbers[wish.id], int(inside))
            assert best is not None
            assert (found.value, ids(model, found)) == (table.value(best), {one["id"] for one in table.inside(best)})


@pytest.mark.parametrize("seed", range(3))
def test_most_questions_of_teams_whose_limits_bind_are_answered(seed: int) -> None:
    model = Model(bench.binding(bench.problem(seed, wishes=60, groups=6)))
    around, best = surroundings(model), set(Solver(model).best().places)
    found = [around.best(place, inside=place not in best) for place in range(model.size)]
    assert sum(one is not None for one in found) > model.size / 2


def test_a_wish_that_a_person_has_decided_is_not_asked_of_the_lists() -> None:
    """Its price in the problem with parts can be a gain."""
    facts = files.write_problem(bench.problem(0, wishes=20, groups=2))
    facts["wishes"][3]["status"] = "granted"
    assert surroundings(Model(files.read(json.dumps(facts)))).best(3, inside=False) is None


def test_two_hundred_wishes_lose_the_same_by_the_lists_of_a_group_as_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    model = Model(bench.problem(1, wishes=200, groups=8))
    solver = Solver(model)
    by_group = {place: solver.value(out=place) for place in solver.best().places}
    monkeypatch.setattr(module, "_ROOMS", ())
    solver = Solver(model)
    assert {place: solver.value(out=place) for place in by_group} == by_group
