import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from annualcycle.domain import budget, decisions
from annualcycle.models import Budget, Cycle, Decision, Wish
from annualcycle.models.decisions import Outcome, Route
from competence.models import RuleException
from tests.annualcycle.board import IN_DECEMBER, published_cycle, submitted_wish
from tests.cast import Cast


def granted(cycle: Cycle) -> int:
    return Budget.objects.get(cycle=cycle).granted


def test_grant_takes_the_cost_from_the_frame_and_waits_for_the_release(cast: Cast) -> None:
    cycle = published_cycle(cast)
    wish = submitted_wish(cycle, cast.anna, fee=600_000, travel=40_000)
    decision = decisions.decide(wish=wish, outcome=Outcome.GRANTED, by=cast.mads, at=IN_DECEMBER)
    assert (decision.route, decision.outcome, decision.amount) == (Route.DECEMBER, Outcome.GRANTED, 640_000)
    assert (decision.decided_by, decision.decided_at, decision.released_at) == (cast.mads, IN_DECEMBER, None)
    assert granted(cycle) == 640_000


@pytest.mark.parametrize("outcome", [Outcome.NOT_MET, Outcome.OUTSIDE, Outcome.SHARING])
def test_changing_a_grant_gives_the_money_back(cast: Cast, outcome: Outcome) -> None:
    cycle = published_cycle(cast)
    wish = submitted_wish(cycle, cast.anna)
    decisions.decide(wish=wish, outcome=Outcome.GRANTED, by=cast.mads, at=IN_DECEMBER)
    decision = decisions.decide(wish=wish, outcome=outcome, by=cast.tove, at=IN_DECEMBER, reason="Andre behov.")
    assert (decision.outcome, decision.amount, decision.revision, decision.reason) == (outcome, 0, 2, "Andre behov.")
    assert granted(cycle) == 0


def test_granting_twice_takes_the_money_once(cast: Cast) -> None:
    cycle = published_cycle(cast)
    wish = submitted_wish(cycle, cast.anna)
    decisions.decide(wish=wish, outcome=Outcome.GRANTED, by=cast.mads, at=IN_DECEMBER)
    decisions.decide(wish=wish, outcome=Outcome.GRANTED, by=cast.tove, at=IN_DECEMBER)
    assert granted(cycle) == 640_000


def test_what_does_not_fit_the_frame_is_refused_and_says_how_much_is_missing(cast: Cast) -> None:
    cycle = published_cycle(cast, total=1_600_000, reserve=1_000_000)
    wish = submitted_wish(cycle, cast.anna)
    with pytest.raises(budget.NotEnoughLeft) as refused:
        decisions.decide(wish=wish, outcome=Outcome.GRANTED, by=cast.mads, at=IN_DECEMBER)
    assert refused.value.missing == 40_000
    assert (granted(cycle), Decision.objects.count()) == (0, 0)


def test_nobody_decides_their_own_wish(cast: Cast) -> None:
    cycle = published_cycle(cast)
    wish = submitted_wish(cycle, cast.tove)
    with pytest.raises(decisions.OwnWish):
        decisions.decide(wish=wish, outcome=Outcome.GRANTED, by=cast.tove, at=IN_DECEMBER)
    decisions.decide(wish=wish, outcome=Outcome.GRANTED, by=cast.mads, at=IN_DECEMBER)
    with pytest.raises(decisions.OwnWish):
        decisions.undo(wish=wish, by=cast.tove)
    assert granted(cycle) == 640_000


def test_decision_over_an_unseen_one_is_refused_and_shows_it(cast: Cast) -> None:
    wish = submitted_wish(published_cycle(cast), cast.anna)
    theirs = decisions.decide(wish=wish, outcome=Outcome.SHARING, by=cast.tove, at=IN_DECEMBER, revision=0)
    with pytest.raises(decisions.ChangedMeanwhile) as conflict:
        decisions.decide(wish=wish, outcome=Outcome.GRANTED, by=cast.mads, at=IN_DECEMBER, revision=0)
    assert conflict.value.decision == theirs
    assert conflict.value.decision.decided_by == cast.tove
    assert Decision.objects.get().outcome == Outcome.SHARING


def test_a_decision_taken_back_and_made_anew_is_another_revision(cast: Cast) -> None:
    wish = submitted_wish(published_cycle(cast), cast.anna)
    first = decisions.decide(wish=wish, outcome=Outcome.GRANTED, by=cast.tove, at=IN_DECEMBER)
    decisions.undo(wish=wish, by=cast.tove)
    second = decisions.decide(wish=wish, outcome=Outcome.NOT_MET, by=cast.tove, at=IN_DECEMBER)
    assert (first.revision, second.revision) == (1, 2)
    with pytest.raises(decisions.ChangedMeanwhile):
        decisions.decide(wish=wish, outcome=Outcome.GRANTED, by=cast.mads, at=IN_DECEMBER, revision=first.revision)


def test_undo_gives_the_money_back(cast: Cast) -> None:
    cycle = published_cycle(cast)
    wish = submitted_wish(cycle, cast.anna)
    decisions.decide(wish=wish, outcome=Outcome.GRANTED, by=cast.mads, at=IN_DECEMBER)
    decisions.undo(wish=wish, by=cast.mads, revision=1)
    assert (granted(cycle), Decision.objects.count()) == (0, 0)


def test_grant_against_a_default_rule_needs_a_reason_that_is_kept(cast: Cast) -> None:
    cycle = published_cycle(cast)
    wish = submitted_wish(cycle, cast.vik, eligibility=["substitute_months"])
    with pytest.raises(decisions.ExceptionNeeded) as refused:
        decisions.decide(wish=wish, outcome=Outcome.GRANTED, by=cast.mads, at=IN_DECEMBER, exception_reason="  ")
    assert refused.value.kinds == ["substitute_months"]
    reason = "Hun bliver fast fra februar."
    decisions.decide(wish=wish, outcome=Outcome.GRANTED, by=cast.mads, at=IN_DECEMBER, exception_reason=reason)
    made = RuleException.objects.get()
    assert (made.kind, made.employee, made.subject) == ("substitute_months", cast.vik, f"wish:{wish.pk}")
    assert (made.reason, made.made_by) == (reason, cast.mads)
    decisions.undo(wish=wish, by=cast.mads)
    decisions.decide(wish=wish, outcome=Outcome.GRANTED, by=cast.mads, at=IN_DECEMBER)
    assert RuleException.objects.count() == 1


@pytest.mark.parametrize(
    "fields",
    [
        {"state": Wish.State.DRAFT},
        {"state": Wish.State.WITHDRAWN, "withdrawn_at": IN_DECEMBER},
        {"is_ad_hoc": True, "why_now": "Ny opgave."},
    ],
)
def test_only_wishes_on_the_board_are_decided(cast: Cast, fields: dict[str, object]) -> None:
    wish = submitted_wish(published_cycle(cast), cast.anna, **fields)
    with pytest.raises(decisions.NotOnTheBoard):
        decisions.decide(wish=wish, outcome=Outcome.GRANTED, by=cast.mads, at=IN_DECEMBER)


def test_released_answers_are_not_changed(cast: Cast) -> None:
    cycle = published_cycle(cast)
    wish = submitted_wish(cycle, cast.anna)
    decisions.decide(wish=wish, outcome=Outcome.GRANTED, by=cast.mads, at=IN_DECEMBER)
    Cycle.objects.filter(pk=cycle.pk).update(released_at=IN_DECEMBER, released_by=cast.mads)
    with pytest.raises(decisions.AlreadyReleased):
        decisions.decide(wish=wish, outcome=Outcome.NOT_MET, by=cast.mads, at=IN_DECEMBER)
    with pytest.raises(decisions.AlreadyReleased):
        decisions.undo(wish=wish, by=cast.mads)
    assert Decision.objects.get().outcome == Outcome.GRANTED


def test_agreement_in_the_talk_is_answered_at_once_and_counts_as_agreed(cast: Cast) -> None:
    cycle = published_cycle(cast)
    wish = submitted_wish(cycle, cast.anna, fee=120_000, decided_in_december=False)
    decision = decisions.record_agreement(wish=wish, by=cast.tove, at=IN_DECEMBER)
    assert (decision.route, decision.outcome, decision.amount) == (Route.TALK, Outcome.GRANTED, 120_000)
    assert decision.released_at == IN_DECEMBER
    row = Budget.objects.get(cycle=cycle)
    assert (row.agreed, row.granted) == (120_000, 0)


@pytest.mark.parametrize("number", [1, 30])
def test_a_decision_takes_the_same_queries_whatever_the_number_of_wishes(cast: Cast, number: int) -> None:
    cycle = published_cycle(cast, total=100_000_000)
    wishes = [submitted_wish(cycle, cast.anna, title=f"Kursus {n}") for n in range(number)]
    with CaptureQueriesContext(
        connection,
    ) as queries:
        decisions.decide(wish=wishes[-1], outcome=Outcome.GRANTED, by=cast.mads, at=IN_DECEMBER)
    assert len(queries) == 10
