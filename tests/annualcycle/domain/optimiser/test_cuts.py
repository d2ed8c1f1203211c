"""Inequalities may cut off parts of wishes, never a set of whole ones."""

import json
import random

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from annualcycle.domain.optimiser import files
from annualcycle.domain.optimiser.cuts import amounts_of
from annualcycle.domain.optimiser.model import Model
from annualcycle.domain.optimiser.relaxed import Bounds, Infeasible, Relaxed
from tests.annualcycle.domain.optimiser.problems import Json, Table, problem, problems, wish


def model_of(facts: Json) -> Model:
    return Model(files.read(json.dumps(facts)))


def sets_of(facts: Json, model: Model) -> list[np.ndarray[tuple[int], np.dtype[np.float64]]]:
    """Every set that keeps all rules, as the model's columns."""
    open_ids = {one.id for one in model.wishes}
    table = Table(facts)
    places = [place for place, one in enumerate(table.wishes) if one["id"] in open_ids]
    return [np.array([chosen[place] for place in places], dtype=float) for chosen in table.sets]


@settings(max_examples=150, deadline=None)
@given(problems(), st.randoms(use_true_random=False))
def test_no_set_of_whole_wishes_breaks_an_inequality(facts: Json, chance: random.Random) -> None:
    model = model_of(facts)
    sets = sets_of(facts, model)
    for _ in range(10):
        parts = np.array([chance.choice([0.0, 1.0, chance.random()]) for _ in range(model.size)])
        for cut in [cut for one in amounts_of(model) for cut in one.broken_by(parts)]:
            assert cut.factors @ parts[cut.columns] > cut.high
            assert all(cut.factors @ whole[cut.columns] <= cut.high for whole in sets)


@settings(max_examples=60, deadline=None)
@given(problems())
def test_no_set_is_worth_more_than_the_bound(facts: Json) -> None:
    table = Table(facts)
    try:
        most = Relaxed(model := model_of(facts)).solve(Bounds.of(model)).most
    except Infeasible:
        assert table.sets == []
        return
    assert all(table.value(chosen) <= most + 1e-6 for chosen in table.sets)


def test_inequalities_bring_the_bound_to_the_best_set() -> None:
    """Three equal wishes and money for less than two: parts of them are worth 1.9, whole ones 1."""
    facts = problem(*(wish(number, cost=100) for number in range(3)), budget=190, reserve=0)
    model = model_of(facts)
    each = 3 * 3 + 3 * 2 + 6
    assert Relaxed(model).solve(Bounds.of(model)).most < each + 0.01
