"""A good set to begin with on large problems: what the relaxed problem has in, then whatever still fits. Pure."""

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from annualcycle.domain.optimiser.comparing import Chosen
from annualcycle.domain.optimiser.model import Model, Numbers

Places: TypeAlias = NDArray[np.intp]


def start_of(model: Model, parts: Numbers) -> Numbers | None:
    """What each column is in a set that keeps all rules, or None when neither way of filling it up finds one."""
    rounded = np.lexsort((_costs(model), -parts.round(6)))
    found = _filled(model, [rounded])
    return _filled(model, [_needed(model), rounded]) if found is None else found


def _costs(model: Model) -> Numbers:
    return np.array([wish.cost for wish in model.wishes], dtype=float)


def _needed(model: Model) -> Places:
    """The cheapest wishes that the groups' least numbers ask for, the cheapest first."""
    costs = _costs(model)
    needed = [
        place
        for row in model.rows
        if row.low > 0
        for place in sorted(row.columns, key=lambda one: (costs[one], one))[: int(row.low)]
    ]
    return np.array(sorted(needed, key=lambda one: (costs[one], one)), dtype=np.intp)


def _filled(model: Model, orders: list[Places]) -> Numbers | None:
    chosen = Chosen(model.problem)
    for order in orders:
        for place in order:
            if model.wishes[int(place)].id not in chosen.ids:
                chosen.take_if_it_fits(model.wishes[int(place)])
    values = model.completed(np.array([float(wish.id in chosen.ids) for wish in model.wishes]))
    keeps = all(row.low <= values[row.columns] @ row.factors <= row.high for row in model.rows)
    return values if keeps else None
