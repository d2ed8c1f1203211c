"""A year simulated in advance, kept so that it can be repeated (sources: S46, S54). It changes no budget."""

import platform
from dataclasses import dataclass
from datetime import date, datetime
from statistics import mean
from typing import Any

from annualcycle.domain.forecast import (
    DRAWS,
    Forecast,
    Given,
    Past,
    Want,
    as_json,
    forecast,
    forecast_from,
    given_from,
    mean_cost,
)
from annualcycle.models import Budget, Cycle, ForecastRun
from annualcycle.queries.forecasts import History, history_of
from competence.models import Employee

# What is assumed where no history says anything: needs in a year, øre for one, per cent of staff that leave.
URGENT, URGENT_COST, TURNOVER = 4.0, 600_000, 10.0
PRICE, PRICE_SPREAD, NEWCOMERS, LESS, MET, SEED = 3.0, 2.0, 30.0, 10, 90, 2027


@dataclass(frozen=True)
class Assumed:
    """What a person may change before simulating; as in `Given`."""

    budget: int
    reserve: int
    less: int
    met: int
    price: float
    price_spread: float
    price_before: float
    urgent: float
    urgent_cost: int
    people: float
    turnover: float
    newcomers: float
    seed: int


def assumed(*, cycle: Cycle, history: History) -> Assumed:
    """What the centre's own years and this year's budget say, to start from."""
    budget = Budget.objects.get(cycle=cycle)
    urgent = [len(one.urgent) for one in history.years if one.urgent is not None]
    people = [len(one.people) for one in history.years if one.people is not None]
    return Assumed(
        budget=budget.total or 0,
        reserve=budget.reserve,
        less=LESS,
        met=MET,
        price=PRICE,
        price_spread=PRICE_SPREAD,
        price_before=PRICE,
        urgent=round(mean(urgent), 1) if urgent else URGENT,
        urgent_cost=mean_cost(past_of(history), cycle.budget_year, PRICE) or URGENT_COST,
        people=round(mean(people), 1) if people else 0.0,
        turnover=TURNOVER if history.turnover is None else history.turnover,
        newcomers=NEWCOMERS,
        seed=SEED,
    )


def past_of(history: History) -> tuple[Past, ...]:
    """The years in the terms of the simulation."""
    return tuple(
        Past(one.year, one.urgent or (), tuple(tuple(Want(*w) for w in person) for person in one.people or ()))
        for one in history.years
    )


def make(*, cycle: Cycle, said: Assumed, by: Employee, at: datetime, on: date) -> ForecastRun:
    """Simulate the budget year of `cycle` from its history on `on` and what `said` assumes; kept with both."""
    history = history_of(cycle, on)
    budget = Budget.objects.get(cycle=cycle)
    given = Given(
        year=cycle.budget_year,
        placed=budget.placed + budget.agreed,
        turnover_before=said.turnover if history.turnover is None else history.turnover,
        max_per_person=cycle.grants_per_person,
        past=past_of(history),
        draws=DRAWS,
        **vars(said),
    )
    return ForecastRun.objects.create(
        cycle=cycle,
        given=as_json(given),
        answer=as_json(forecast(given)),
        made_with=f"Python {platform.python_version()}",
        made_by=by,
        made_at=at,
    )


def again(run: ForecastRun) -> dict[str, Any]:
    """The answer to what was given, computed anew: the same as the stored one."""
    return as_json(forecast(given_of(run)))


def given_of(run: ForecastRun) -> Given:
    return given_from(run.given)


def answer_of(run: ForecastRun) -> Forecast:
    return forecast_from(run.answer)


def assumed_in(run: ForecastRun) -> Assumed:
    """What a person had written in for `run`."""
    return Assumed(**{name: run.given[name] for name in Assumed.__dataclass_fields__})
