from datetime import timedelta

import pytest

from annualcycle.domain import assessments, checker, decisions, reserve
from annualcycle.domain.entries import wish_key
from annualcycle.domain.proposals import again
from annualcycle.models import Budget, Cycle, Decision, ProposalRun, Wish
from annualcycle.models.decisions import Outcome
from annualcycle.queries.proposals import newest
from competence.models import Employee
from tests.annualcycle import autumn
from tests.annualcycle.board import DECEMBER_DAY, IN_DECEMBER, published_cycle, submitted_wish
from tests.annualcycle.domain.optimiser.problems import Json
from tests.cast import Cast


@pytest.fixture
def cycle(cast: Cast) -> Cycle:
    """A reserve of 10.000 kr., for one and a half of the usual wishes."""
    return published_cycle(cast)


def asked(cycle: Cycle, employee: Employee, need: int, by: Employee, **fields: object) -> Wish:
    """Asked for during the year, with a score of `need` (× 3) given by `by`."""
    wish = submitted_wish(cycle, employee, is_ad_hoc=True, why_now="En ny opgave fra marts.", **fields)
    criterion = cycle.criteria.get(key="need")
    assessments.score(wish=wish, criterion=criterion, score=need, by=by, at=IN_DECEMBER)
    return wish


def run_of(wish: Wish) -> ProposalRun:
    run = reserve.weigh(wish=Wish.objects.select_related("cycle").get(pk=wish.pk), on=DECEMBER_DAY)
    assert run is not None
    return run


def line_of(wish: Wish, run: ProposalRun | None = None) -> Json:
    [line] = [one for one in (run or run_of(wish)).answer["wishes"] if one["id"] == wish_key(wish.pk)]
    return dict(line)


def test_what_waits_for_the_reserve_says_what_would_have_made_the_difference(cast: Cast, cycle: Cycle) -> None:
    strong, weak = asked(cycle, cast.anna, 5, cast.mads), asked(cycle, cast.bo, 3, cast.mads, title="Netværk")
    first, second = line_of(strong), line_of(weak)
    assert (first["granted"], first["reason"], first["margin"]) == (True, "best", 6)
    assert (second["granted"], second["reason"], second["loss"], second["points_short"]) == (False, "budget", 6, 7)
    assert (second["displaces"], second["extra_budget"]) == ([wish_key(strong.pk)], 280_000)


def test_what_december_left_over_or_limits_for_teams_plays_no_part(cast: Cast, cycle: Cycle) -> None:
    Cycle.objects.filter(pk=cycle.pk).update(team_amount=1, team_grants=2)
    wish = asked(cycle, cast.anna, 5, cast.mads, fee=1_000_001)
    assert (line_of(wish)["reason"], line_of(wish)["extra_budget"], line_of(wish)["loss"]) == ("budget", 1, None)
    Budget.objects.filter(cycle=cycle).update(reserve=1_000_001)
    assert line_of(wish)["granted"]
    Budget.objects.filter(cycle=cycle).update(ad_hoc=1)
    assert line_of(wish)["extra_budget"] == 1


def test_what_somebody_was_granted_this_year_counts_for_the_first_grant_and_the_limit(cast: Cast, cycle: Cycle) -> None:
    Cycle.objects.filter(pk=cycle.pk).update(first_grant_bonus=20)
    cycle.refresh_from_db()
    for title in ("Et", "To"):
        decisions.decide(
            wish=submitted_wish(cycle, cast.anna, title=title), outcome=Outcome.GRANTED, by=cast.mads, at=IN_DECEMBER
        )
    again_anna, new = asked(cycle, cast.anna, 5, cast.mads), asked(cycle, cast.bo, 1, cast.mads, title="Netværk")
    assert line_of(again_anna)["reason"] == "person"
    Cycle.objects.filter(pk=cycle.pk).update(grants_per_person=3)
    assert (line_of(new)["granted"], line_of(again_anna)["loss"]) == (True, 20 - 4 * 3)
    Cycle.objects.filter(pk=cycle.pk).update(grants_per_person=1)
    assert line_of(again_anna)["reason"] == "person"


def test_what_is_built_already_this_year_is_no_need_any_more(cast: Cast, cycle: Cycle) -> None:
    autumn.strategy(cast)
    Cycle.objects.filter(pk=cycle.pk).update(coverage_bonus=4)
    cycle.refresh_from_db()
    offer = autumn.offer(cast)
    wish = asked(cycle, cast.anna, 1, cast.mads, offer=offer)
    before = run_of(wish)
    assert (before.problem["needed"] != [], before.answer["value"]) == (True, 3 + 4)
    decisions.grant_ad_hoc(wish=asked(cycle, cast.bo, 1, cast.mads, offer=offer, fee=100), by=cast.mads, at=IN_DECEMBER)
    assert (run_of(wish).problem["needed"], run_of(wish).answer["value"]) == ([], 3)


def test_the_answer_keeps_what_the_rules_said_when_it_was_given(cast: Cast, cycle: Cycle) -> None:
    strong, weak = asked(cycle, cast.anna, 5, cast.mads), asked(cycle, cast.bo, 3, cast.mads, title="Netværk")
    said = run_of(weak)
    decisions.grant_ad_hoc(wish=weak, by=cast.mads, at=IN_DECEMBER)
    later = IN_DECEMBER + timedelta(days=1)
    decisions.refuse_ad_hoc(wish=strong, outcome=Outcome.NOT_MET, reason="Reserven er brugt.", by=cast.mads, at=later)
    first, second = (Decision.objects.get(wish=wish).run for wish in (weak, strong))
    assert first is not None
    assert second is not None
    assert (first.problem, first.answer, first.made_by, first.made_at) == (
        said.problem,
        said.answer,
        cast.mads,
        IN_DECEMBER,
    )
    assert (line_of(strong, second)["extra_budget"], second.made_at) == (280_000, later)
    assert checker.check(first.problem, first.answer).faults == ()
    assert again(first, explain=[wish_key(weak.pk)]) == first.answer
    assert newest(cycle) is None


def test_what_does_not_compete_is_answered_without_it(cast: Cast, cycle: Cycle) -> None:
    wish = asked(cycle, cast.anna, 1, cast.mads)
    decisions.refuse_ad_hoc(wish=wish, outcome=Outcome.OUTSIDE, reason="Uden for.", by=cast.mads, at=IN_DECEMBER)
    assert (Decision.objects.get(wish=wish).run, ProposalRun.objects.count()) == (None, 0)


def test_nothing_is_weighed_before_the_rules_are_published_or_once_it_is_answered(cast: Cast, cycle: Cycle) -> None:
    wish = asked(cycle, cast.anna, 1, cast.mads)
    unpublished = Wish.objects.select_related("cycle").get(pk=wish.pk)
    unpublished.cycle.published_at = None
    assert reserve.weigh(wish=unpublished, on=DECEMBER_DAY) is None
    decisions.grant_ad_hoc(wish=wish, by=cast.mads, at=IN_DECEMBER)
    answered = Wish.objects.select_related("cycle").get(pk=wish.pk)
    assert reserve.weigh(wish=answered, on=DECEMBER_DAY) is None


def test_files_of_others_who_do_not_wait_are_left_out(cast: Cast, cycle: Cycle) -> None:
    other = submitted_wish(cycle, cast.eva)
    decisions.decide(wish=other, outcome=Outcome.GRANTED, by=cast.mads, at=IN_DECEMBER)
    wish = asked(cycle, cast.anna, 1, cast.mads)
    assert [one["id"] for one in run_of(wish).problem["wishes"]] == [wish_key(wish.pk)]


def standing_of(cycle: Cycle, *waiting: Wish) -> list[tuple[int, int, str | None, bool]]:
    """What would be left, what is missing, what the rules say, and whether the reserve simply reaches."""
    cycle = Cycle.objects.select_related("budget").get(pk=cycle.pk)
    found = reserve.standings(cycle=cycle, waiting=waiting, on=DECEMBER_DAY)
    return [(one.left, one.missing, one.reason, one.is_in) for one in found]


def test_each_need_that_waits_says_whether_the_reserve_reaches_and_what_is_left_then(cast: Cast, cycle: Cycle) -> None:
    strong, weak = asked(cycle, cast.anna, 5, cast.mads), asked(cycle, cast.bo, 3, cast.mads, title="Netværk")
    dear = asked(cycle, cast.eva, 5, cast.mads, title="Uddannelse", fee=1_000_001)
    assert standing_of(cycle, strong, weak, dear) == [
        (360_000, 0, "best", True),
        (360_000, 0, "budget", False),
        (-1, 1, "budget", False),
    ]
    decisions.grant_ad_hoc(wish=strong, by=cast.mads, at=IN_DECEMBER)
    assert standing_of(cycle, weak) == [(-280_000, 280_000, "budget", False)]


def test_what_stands_against_a_need_besides_money_is_told(cast: Cast, cycle: Cycle) -> None:
    Cycle.objects.filter(pk=cycle.pk).update(grants_per_person=1)
    cycle.refresh_from_db()
    wish = submitted_wish(cycle, cast.anna, title="Et")
    decisions.decide(wish=wish, outcome=Outcome.GRANTED, by=cast.mads, at=IN_DECEMBER)
    second = asked(cycle, cast.anna, 5, cast.mads)
    substitute = asked(cycle, cast.bo, 5, cast.mads, eligibility=["substitute_months"])
    assert standing_of(cycle, second, substitute) == [
        (360_000, 0, "person", False),
        (360_000, 0, "ineligible", False),
    ]


def test_without_published_rules_only_the_money_is_told(cast: Cast, cycle: Cycle) -> None:
    wish = asked(cycle, cast.anna, 5, cast.mads)
    Cycle.objects.filter(pk=cycle.pk).update(published_at=None, published_by=None)
    assert standing_of(cycle, wish) == [(360_000, 0, None, True)]
