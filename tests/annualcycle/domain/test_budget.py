import json

import pytest
from django.core.management import call_command

from annualcycle.domain import budget, decisions
from annualcycle.models import Budget, Cycle
from annualcycle.models.decisions import Outcome
from annualcycle.queries.december import Difference
from competence.models import Notice
from tests.annualcycle.board import IN_DECEMBER, published_cycle, submitted_wish
from tests.cast import Cast


def counters(cycle: Cycle) -> tuple[int, int, int]:
    row = Budget.objects.get(cycle=cycle)
    return row.agreed, row.granted, row.ad_hoc


def test_talks_and_december_share_the_frame(cast: Cast) -> None:
    cycle = published_cycle(cast, total=500, reserve=100)
    budget.change(cycle=cycle, counter="agreed", by_amount=150)
    budget.change(cycle=cycle, counter="granted", by_amount=250)
    assert counters(cycle) == (150, 250, 0)
    with pytest.raises(budget.NotEnoughLeft) as refused:
        budget.change(cycle=cycle, counter="granted", by_amount=30)
    assert refused.value.missing == 30
    assert counters(cycle) == (150, 250, 0)


def test_december_cannot_spend_the_reserve(cast: Cast) -> None:
    cycle = published_cycle(cast, total=500, reserve=500)
    with pytest.raises(budget.NotEnoughLeft) as refused:
        budget.change(cycle=cycle, counter="granted", by_amount=1)
    assert refused.value.missing == 1


def test_ad_hoc_grants_draw_on_the_reserve_only(cast: Cast) -> None:
    cycle = published_cycle(cast, total=500, reserve=100)
    budget.change(cycle=cycle, counter="ad_hoc", by_amount=70)
    with pytest.raises(budget.NotEnoughLeft) as refused:
        budget.change(cycle=cycle, counter="ad_hoc", by_amount=50)
    assert refused.value.missing == 20
    assert counters(cycle) == (0, 0, 70)


def test_money_given_back_can_be_spent_again(cast: Cast) -> None:
    cycle = published_cycle(cast, total=100, reserve=0)
    budget.change(cycle=cycle, counter="granted", by_amount=100)
    budget.change(cycle=cycle, counter="granted", by_amount=-40)
    budget.change(cycle=cycle, counter="granted", by_amount=40)
    assert counters(cycle) == (0, 100, 0)


def test_without_a_budget_talks_agree_and_december_waits(cast: Cast) -> None:
    cycle = published_cycle(cast, total=None, reserve=0)
    budget.change(cycle=cycle, counter="agreed", by_amount=300)
    with pytest.raises(budget.NoBudget) as refused:
        budget.change(cycle=cycle, counter="granted", by_amount=200)
    assert refused.value.missing == 200
    assert counters(cycle) == (300, 0, 0)


def test_rest_goes_to_the_reserve_only_after_the_release(cast: Cast) -> None:
    cycle = published_cycle(cast, total=500, reserve=100)
    budget.change(cycle=cycle, counter="granted", by_amount=250)
    with pytest.raises(budget.NotReleased):
        budget.move_rest_to_reserve(cycle=cycle)
    Cycle.objects.filter(pk=cycle.pk).update(released_at=IN_DECEMBER, released_by=cast.mads)
    assert budget.move_rest_to_reserve(cycle=cycle).reserve == 250
    assert Budget.objects.get(cycle=cycle).free == 0


def test_proof_finds_the_counter_that_is_not_the_sum_of_its_decisions(cast: Cast) -> None:
    cycle = published_cycle(cast)
    wish = submitted_wish(cycle, cast.anna)
    decisions.decide(wish=wish, outcome=Outcome.GRANTED, by=cast.mads, at=IN_DECEMBER)
    assert budget.prove(at=IN_DECEMBER) == []
    Budget.objects.filter(cycle=cycle).update(granted=600_000)
    assert budget.prove(at=IN_DECEMBER) == [Difference(cycle, "granted", 600_000, 640_000)]


def test_proof_tells_hr_of_the_municipality_once_a_day(cast: Cast) -> None:
    Budget.objects.filter(cycle=published_cycle(cast)).update(ad_hoc=100)
    budget.prove(at=IN_DECEMBER)
    budget.prove(at=IN_DECEMBER)
    assert list(Notice.objects.values_list("kind", "recipient")) == [("budget_differs", cast.hanne.pk)]


def test_proof_as_a_command_prints_what_differs_and_fails(cast: Cast, capsys: pytest.CaptureFixture[str]) -> None:
    cycle = published_cycle(cast)
    call_command("prove_budgets")
    assert json.loads(capsys.readouterr().out) == []
    Budget.objects.filter(cycle=cycle).update(agreed=500)
    with pytest.raises(SystemExit) as left:
        call_command("prove_budgets")
    assert left.value.code == 1
    expected = [{"cycle": cycle.pk, "counter": "agreed", "kept": 500, "summed": 0}]
    assert json.loads(capsys.readouterr().out) == expected
