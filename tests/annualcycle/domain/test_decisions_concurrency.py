"""Decisions pressed at once, each in a transaction and on a connection of its own."""

import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
from django.db import connection, transaction
from django.db.models import Sum

from annualcycle.domain import budget, decisions
from annualcycle.models import Budget, Cycle, Decision, Wish
from annualcycle.models.decisions import Outcome
from config.bench.pressing import press, proof
from tests.annualcycle.board import IN_DECEMBER, published_cycle, submitted_wish
from tests.cast import Cast

pytestmark = pytest.mark.django_db(transaction=True)
THREADS = 16


def press_at_once(wishes: list[Wish], cast: Cast) -> Counter[str]:
    """Grant every wish from sixteen threads; how many were granted and how many refused."""

    def press(wish: Wish) -> str:
        try:
            decisions.decide(wish=wish, outcome=Outcome.GRANTED, by=cast.mads, at=IN_DECEMBER)
        except budget.NotEnoughLeft:
            return "refused"
        return "granted"

    return Counter(in_threads(press, wishes))


def _close(_thread: int) -> None:
    """End this thread's connection; the pause lets every thread have its turn."""
    time.sleep(0.05)
    connection.close()


def in_threads(work: Callable[[Wish], str], wishes: list[Wish]) -> list[str]:
    with ThreadPoolExecutor(THREADS) as pool:
        answers = list(pool.map(work, wishes))
        list(pool.map(_close, range(THREADS)))
    return answers


def many_wishes(cycle: Cycle, cast: Cast, number: int) -> list[Wish]:
    """Wishes that cost from 1.000 to 10.000 kr."""
    first = submitted_wish(cycle, cast.anna)
    Wish.objects.bulk_create(
        Wish(
            cycle=cycle,
            employee=cast.anna,
            unit=first.unit,
            title=f"Kursus {n}",
            fee=100_000 * (1 + n % 10),
            state=Wish.State.SUBMITTED,
            saved_at=IN_DECEMBER,
            submitted_at=IN_DECEMBER,
        )
        for n in range(number - 1)
    )
    return list(Wish.objects.filter(cycle=cycle).select_related("cycle"))


def spent(cycle: Cycle) -> tuple[int, int]:
    """The counter, and the sum of what was granted."""
    summed = Decision.objects.filter(wish__cycle=cycle).aggregate(sum=Sum("amount"))["sum"]
    return Budget.objects.get(cycle=cycle).granted, summed


def test_without_the_lock_money_is_spent_that_is_not_there(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    """The race is real: what follows is not proved by decisions that never met."""
    cycle = published_cycle(cast, total=11_000_000, reserve=1_000_000)
    wishes = many_wishes(cycle, cast, 120)

    def read_and_dawdle(cycle: Cycle) -> Budget:
        row = Budget.objects.get(cycle=cycle)
        time.sleep(0.01)
        return row

    monkeypatch.setattr(budget, "locked", read_and_dawdle)
    press_at_once(wishes, cast)
    counted, summed = spent(cycle)
    assert counted < summed
    assert summed > 10_000_000


def test_a_thousand_decisions_at_once_spend_not_one_ore_too_much_and_lose_none(cast: Cast) -> None:
    cycle = published_cycle(cast, total=101_000_000, reserve=1_000_000)
    wishes = many_wishes(cycle, cast, 1_000)
    answers = press_at_once(wishes, cast)
    counted, summed = spent(cycle)
    assert counted == summed
    assert 100_000_000 - 100_000 < summed <= 100_000_000
    assert answers["granted"] == Decision.objects.filter(outcome=Outcome.GRANTED).count()
    assert answers["granted"] + answers["refused"] == 1_000


def test_two_who_decide_the_same_wish_at_once_make_one_decision(cast: Cast) -> None:
    cycle = published_cycle(cast)
    wish = submitted_wish(cycle, cast.anna)

    def press(wish: Wish) -> str:
        try:
            decisions.decide(wish=wish, outcome=Outcome.GRANTED, by=cast.mads, at=IN_DECEMBER, revision=0)
        except decisions.ChangedMeanwhile:
            return "changed meanwhile"
        return "granted"

    answers = in_threads(press, [wish] * THREADS)
    assert Counter(answers) == {"granted": 1, "changed meanwhile": THREADS - 1}
    assert spent(cycle) == (640_000, 640_000)


def test_a_lock_held_too_long_is_told_and_nothing_is_stored(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(budget, "LOCK_TIMEOUT", "200ms")
    cycle = published_cycle(cast)
    wish = submitted_wish(cycle, cast.anna)
    is_held, may_go = Event(), Event()

    def hold() -> None:
        with transaction.atomic():
            budget.locked(cycle)
            is_held.set()
            may_go.wait(10)
        connection.close()

    with ThreadPoolExecutor(1) as pool:
        holding = pool.submit(hold)
        assert is_held.wait(5)
        with pytest.raises(budget.Busy):
            decisions.decide(wish=wish, outcome=Outcome.GRANTED, by=cast.mads, at=IN_DECEMBER)
        may_go.set()
        holding.result()
    assert Decision.objects.count() == 0
    decisions.decide(wish=wish, outcome=Outcome.GRANTED, by=cast.mads, at=IN_DECEMBER)
    assert spent(cycle) == (640_000, 640_000)


def board_of(cast: Cast) -> Cycle:
    """24 wishes, all Anna's, of which the money is for less than a third."""
    cycle = published_cycle(cast, total=5_000_000, reserve=1_000_000)
    Cycle.objects.filter(pk=cycle.pk).update(grants_per_person=None)
    many_wishes(cycle, cast, 24)
    return cycle


def test_a_group_that_decides_solves_and_releases_at_once_loses_nothing_and_is_told_everything(cast: Cast) -> None:
    cycle = board_of(cast)
    log = press(cycle, [cast.tove, cast.finn], cast.mads, IN_DECEMBER, seconds=12, seed=1)
    assert proof(cycle, before=0).faults(log) == []
    assert log.kept["release"] == 1
    # Each kind of conflict has happened, so that it was told is a finding.
    assert {"ChangedMeanwhile", "NotEnoughLeft", "NotDecided", "AlreadyReleased"} <= set(log.told)
    assert min(log.kept["decide"], log.kept["solve"], log.kept["accept"]) > 0


def test_the_same_without_the_lock_is_found_out(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    cycle = board_of(cast)

    def read_and_dawdle(cycle: Cycle) -> Budget:
        row = Budget.objects.get(cycle=cycle)
        time.sleep(0.01)
        return row

    monkeypatch.setattr(budget, "locked", read_and_dawdle)
    log = press(cycle, [cast.tove, cast.finn], cast.mads, IN_DECEMBER, seconds=4, seed=1)
    assert proof(cycle, before=0).faults(log) != []
