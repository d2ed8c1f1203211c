from datetime import timedelta
from typing import Any

import pytest

from annualcycle.domain import assessments, checker, decisions, proposals
from annualcycle.domain.entries import wish_of
from annualcycle.domain.optimiser import files
from annualcycle.domain.optimiser.problem import Status
from annualcycle.models import Budget, Cycle, Decision, ProposalRun, Wish
from annualcycle.models.decisions import Outcome
from competence.models import Employee
from tests.annualcycle import autumn
from tests.annualcycle.board import IN_DECEMBER, published_cycle, submitted_wish
from tests.annualcycle.domain.test_letters import answered
from tests.cast import Cast

LATER = IN_DECEMBER + timedelta(minutes=5)


@pytest.fixture
def cycle(cast: Cast) -> Cycle:
    """A frame of 10.000 kr., for one and a half of the usual wishes."""
    return published_cycle(cast, total=1_500_000, reserve=500_000)


def scored(wish: Wish, by: Employee, **scores: int) -> Wish:
    for key, score in scores.items():
        criterion = wish.cycle.criteria.get(key=key)
        assessments.score(wish=wish, criterion=criterion, score=score, by=by, at=IN_DECEMBER)
    return wish


def made(cycle: Cycle, by: Employee, **choice: Any) -> ProposalRun:
    return proposals.make(cycle=cycle, by=by, at=IN_DECEMBER, choice=proposals.Choice(**choice))


def granted(run: ProposalRun) -> list[int]:
    return [wish_of(key) for key in run.answer["granted"]]


def test_the_problem_is_what_the_board_and_the_published_rules_say(cast: Cast) -> None:
    autumn.strategy(cast)
    cycle = published_cycle(cast)
    Cycle.objects.filter(pk=cycle.pk).update(
        first_grant_bonus=6, coverage_bonus=4, history_points=2, team_grants=1, team_amount=2_000_000
    )
    Budget.objects.filter(cycle=cycle).update(agreed=300_000)
    cycle.refresh_from_db()
    taught = submitted_wish(cycle, cast.anna, offer=autumn.offer(cast))
    for assessor, score in ((cast.tove, 5), (cast.mads, 4)):
        scored(taught, assessor, need=score, motivation=score)
    of_need = submitted_wish(cycle, cast.eva, need=autumn.need(cast), title="Andet")
    problem = proposals.problem_for(cycle, proposals.Choice())
    assert (problem.year, problem.budget, problem.reserve, problem.limit) == (2027, 4_700_000, 1_000_000, 3_700_000)
    assert (problem.max_per_person, problem.first_grant_bonus, problem.coverage_bonus) == (2, 6, 4)
    assert {one.id: one.weight for one in problem.criteria} == {"need": 3, "motivation": 2, "retention": 1}
    assert {(one.id, one.min_grants, one.max_amount) for one in problem.groups} == {
        (f"u{unit.pk}", 1, 2_000_000) for unit in (cast.mod, cast.fam)
    }
    first, second = (next(one for one in problem.wishes if one.id == f"w{wish.pk}") for wish in (taught, of_need))
    assert (first.person, first.cost, first.status) == (f"p{cast.anna.pk}", 640_000, Status.OPEN)
    assert first.scores == {"need": 5, "motivation": 5, "retention": 0}  # 4,5 rounds up
    assert first.builds == second.builds == problem.needed != frozenset()


def test_history_counts_for_the_published_number_of_years_and_then_no_more(cast: Cast, cycle: Cycle) -> None:
    for year in (2022, 2024, 2025):
        past = Cycle.objects.get(pk=cycle.pk)
        days = {name: getattr(past, name).replace(year=year) for name in ("talks_open_on", "talks_close_on")}
        past.pk, past.year, past.is_history = None, year, True
        for name in ("wishes_due_on", "decide_on", "feedback_by"):
            days[name] = getattr(past, name).replace(year=year)
        for name in ("orientation_on", "evaluate_on"):
            days[name] = getattr(past, name).replace(year=year + 1)
        for name, day in days.items():
            setattr(past, name, day)
        past.save()
        answered(submitted_wish(past, cast.anna))
    submitted_wish(cycle, cast.anna)
    assert proposals.problem_for(cycle, proposals.Choice()).wishes[0].history_years == 2


def test_what_people_or_rules_have_settled_does_not_compete(cast: Cast, cycle: Cycle) -> None:
    outside, sharing, not_met, given, vik, pinned = (
        submitted_wish(cycle, one, title=f"Kursus {number}", fee=100_000)
        for number, one in enumerate([cast.anna, cast.bo, cast.eva, cast.tess, cast.vik, cast.dan])
    )
    Wish.objects.filter(pk=vik.pk).update(eligibility=["substitute_months"])
    for wish, outcome in [(outside, "outside"), (sharing, "sharing"), (not_met, "not_met"), (given, "granted")]:
        decisions.decide(wish=wish, outcome=outcome, by=cast.mads, at=IN_DECEMBER)

    def statuses(**choice: Any) -> list[str]:
        problem = proposals.problem_for(cycle, proposals.Choice(**choice))
        by_id = {wish.id: wish.status.value for wish in problem.wishes}
        return [by_id[f"w{wish.pk}"] for wish in (outside, sharing, not_met, given, vik, pinned)]

    assert statuses() == ["refused", "refused", "open", "open", "ineligible", "open"]
    assert statuses(keeps_decisions=True) == ["refused", "refused", "refused", "granted", "ineligible", "open"]
    out, held = frozenset({not_met.pk}), frozenset({pinned.pk, outside.pk})
    assert statuses(pinned=held, excluded=out) == ["granted", "refused", "refused", "open", "ineligible", "granted"]


def test_a_proposal_keeps_inputs_and_answer_and_comes_out_the_same_again(cast: Cast, cycle: Cycle) -> None:
    best = scored(submitted_wish(cycle, cast.anna), cast.mads, need=5)
    scored(submitted_wish(cycle, cast.eva, title="Netværk"), cast.mads, need=4)
    run = made(cycle, cast.mads)
    assert (granted(run), run.answer["status"], run.made_by, run.explained_at) == (
        [best.pk],
        "optimal",
        cast.mads,
        IN_DECEMBER,
    )
    Wish.objects.update(fee=1)
    run = ProposalRun.objects.get(pk=run.pk)
    assert proposals.again(run) == run.answer
    assert files.fingerprint(proposals.problem_of(run)) == run.sha256
    assert checker.check(run.problem, run.answer).faults == ()
    assert Decision.objects.count() == 0


def test_many_wishes_are_explained_afterwards_and_then_the_answer_is_whole(
    cast: Cast, cycle: Cycle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(proposals, "AT_ONCE", 1)
    for one in (cast.anna, cast.eva):
        submitted_wish(cycle, one)
    run = made(cycle, cast.mads)
    assert (run.explained_at, [line["margin"] for line in run.answer["wishes"]]) == (None, [None, None])
    run = proposals.explain(run=run, at=LATER)
    assert (run.explained_at, run.answer) == (LATER, proposals.again(run))
    assert proposals.explain(run=run, at=LATER + timedelta(days=1)).explained_at == LATER


def test_accepting_a_line_is_a_decision_by_a_person_with_the_proposal_it_came_from(cast: Cast, cycle: Cycle) -> None:
    yes = scored(submitted_wish(cycle, cast.anna), cast.mads, need=5)
    no = submitted_wish(cycle, cast.eva)
    run = made(cycle, cast.mads)
    for wish in (yes, no):
        proposals.accept(run=run, wish=wish, by=cast.tove, at=LATER, revision=0)
    found = Decision.objects.order_by("wish").values_list("wish", "outcome", "decided_by", "run")
    assert list(found) == [
        (yes.pk, Outcome.GRANTED, cast.tove.pk, run.pk),
        (no.pk, Outcome.NOT_MET, cast.tove.pk, run.pk),
    ]
    decisions.decide(wish=no, outcome=Outcome.SHARING, by=cast.mads, at=LATER)
    assert Decision.objects.get(wish=no).run is None


def test_what_was_decided_meanwhile_or_is_ones_own_is_not_accepted_over(cast: Cast, cycle: Cycle) -> None:
    anna, own, vik = (submitted_wish(cycle, one, fee=100_000) for one in (cast.anna, cast.tove, cast.vik))
    Wish.objects.filter(pk=vik.pk).update(eligibility=["substitute_months"])
    run = made(cycle, cast.mads)
    decisions.decide(wish=anna, outcome=Outcome.SHARING, by=cast.mads, at=IN_DECEMBER)
    refused = proposals.accept_each(run=run, wishes=[(one, 0) for one in (anna, own, vik)], by=cast.tove, at=LATER)
    assert [(wish, type(why)) for wish, why in refused] == [
        (anna, decisions.ChangedMeanwhile),
        (own, decisions.OwnWish),
        (vik, proposals.NothingProposed),
    ]
    assert Decision.objects.get().outcome == Outcome.SHARING


def test_without_budget_or_published_rules_nothing_is_computed(cast: Cast) -> None:
    cycle = published_cycle(cast, total=None, reserve=0)
    with pytest.raises(proposals.NoBudget):
        made(cycle, cast.mads)
    Cycle.objects.update(published_at=None, published_by=None)
    cycle.refresh_from_db()
    with pytest.raises(proposals.NotPublished):
        made(cycle, cast.mads)


def test_pins_are_kept_until_they_are_freed() -> None:
    choice = proposals.Choice().with_wish(1, "in").with_wish(2, "out").with_wish(1, "out")
    assert (choice.pinned, choice.excluded) == (frozenset(), frozenset({1, 2}))
    assert choice.with_wish(2, "free").excluded == {1}
