from datetime import date
from decimal import Decimal

import pytest

from annualcycle.domain import budget, decisions, entitlements, proposals
from annualcycle.domain.entitlements import Offer
from annualcycle.models import Budget, Cycle, Entitlement
from annualcycle.models.decisions import Outcome
from annualcycle.queries.december import differences
from annualcycle.queries.entitlements import due_in, months_after
from competence.domain import people, settings
from competence.models import Employee, Notice, Role
from tests.annualcycle.board import IN_DECEMBER, published_cycle, submitted_wish
from tests.cast import Cast

BASIC = Offer(Entitlement.Kind.BASIC, Decimal(22), date(2027, 2, 15), 600_000)


@pytest.fixture
def cycle(cast: Cast) -> Cycle:
    return published_cycle(cast)


def elect(cast: Cast, on: date) -> None:
    people.assign_role(employee=cast.bo, role=Role.SAFETY_REPRESENTATIVE, unit=cast.mod, starts_on=on)


def due(cycle: Cycle) -> list[tuple[str, Decimal, date]]:
    return [(one.kind, one.length, one.due_on) for one in due_in(cycle)]


def offered(cast: Cast, cycle: Cycle, what: Offer = BASIC) -> Entitlement:
    return entitlements.offer(cycle=cycle, employee=cast.bo, what=what, by=cast.mads, at=IN_DECEMBER)


def test_a_new_representative_is_due_22_hours_in_three_months_and_two_days_in_the_first_year(
    cast: Cast, cycle: Cycle
) -> None:
    elect(cast, date(2026, 11, 15))
    assert due(cycle) == [("basic", Decimal(22), date(2027, 2, 15)), ("first_year", Decimal(2), date(2027, 11, 14))]


def test_later_years_hold_one_and_a_half_days_each(cast: Cast, cycle: Cycle) -> None:
    elect(cast, date(2023, 5, 1))
    assert due(cycle) == [("later_year", Decimal("1.5"), date(2027, 4, 30))]


def test_the_municipalitys_own_dated_numbers_go_before(cast: Cast, cycle: Cycle) -> None:
    elect(cast, date(2026, 11, 15))
    for kind, value in (("amr_hours", 30), ("amr_months", 2), ("amr_first_year", 6)):
        settings.set_rule(unit=cast.nordby, kind=kind, value=value, starts_on=date(2027, 1, 1), reason="Ny aftale.")
    assert due(cycle) == [("basic", Decimal(30), date(2027, 1, 15)), ("first_year", Decimal(3), date(2027, 11, 14))]


def test_who_has_left_the_post_and_who_represents_another_centre_is_due_nothing(cast: Cast, cycle: Cycle) -> None:
    people.assign_role(
        employee=cast.bo, role=Role.SAFETY_REPRESENTATIVE, unit=cast.mod, starts_on=date(2023, 5, 1),
        ends_on=date(2026, 12, 1),
    )  # fmt: skip
    people.assign_role(employee=cast.karl, role=Role.SAFETY_REPRESENTATIVE, unit=cast.kon, starts_on=date(2023, 5, 1))
    assert due(cycle) == []


def test_months_end_where_a_shorter_month_ends() -> None:
    assert months_after(date(2026, 11, 30), 3) == date(2027, 2, 28)
    assert months_after(date(2026, 9, 30), 3) == date(2026, 12, 30)


def test_an_offer_is_told_and_takes_its_money_before_the_competition(cast: Cast, cycle: Cycle) -> None:
    elect(cast, date(2026, 11, 15))
    before = proposals.problem_for(cycle, proposals.Choice()).limit
    made = offered(cast, cycle)
    assert due(cycle) == [("first_year", Decimal(2), date(2027, 11, 14))]
    money = Budget.objects.get(cycle=cycle)
    assert (money.placed, money.free) == (600_000, 3_400_000)
    assert proposals.problem_for(cycle, proposals.Choice()).limit == before - 600_000
    assert Notice.objects.get(kind="right_offered").recipient == cast.bo
    assert differences() == []
    with pytest.raises(entitlements.AlreadyOffered):
        offered(cast, cycle)
    assert Entitlement.objects.get() == made


def test_what_is_placed_by_right_cannot_be_granted_again(cast: Cast, cycle: Cycle) -> None:
    offered(cast, cycle, Offer(Entitlement.Kind.AGREED, Decimal(5), date(2027, 6, 1), 3_500_000, "Seniordage"))
    wish = submitted_wish(cycle, cast.anna)
    with pytest.raises(budget.NotEnoughLeft) as refusal:
        decisions.decide(wish=wish, outcome=Outcome.GRANTED, by=cast.mads, at=IN_DECEMBER)
    assert refusal.value.missing == 140_000


def test_a_right_that_does_not_fit_says_what_is_missing_and_nothing_is_stored(cast: Cast, cycle: Cycle) -> None:
    with pytest.raises(budget.NotEnoughLeft) as refusal:
        offered(cast, cycle, Offer(Entitlement.Kind.BASIC, Decimal(22), date(2027, 2, 15), 4_000_001))
    assert refusal.value.missing == 1
    assert Entitlement.objects.count() == 0


def test_a_no_gives_the_money_back_and_stands(cast: Cast, cycle: Cycle) -> None:
    made = offered(cast, cycle)
    entitlements.answer(offered=made, is_accepted=False, by=cast.bo, at=IN_DECEMBER, remark="Ikke i år.")
    made.refresh_from_db()
    assert (made.answer, made.remark, made.amount, Budget.objects.get(cycle=cycle).placed) == (
        "declined", "Ikke i år.", 0, 0,
    )  # fmt: skip
    assert differences() == []
    with pytest.raises(entitlements.AlreadyAnswered):
        entitlements.answer(offered=made, is_accepted=True, by=cast.bo, at=IN_DECEMBER)
    with pytest.raises(entitlements.AlreadyAnswered):
        entitlements.withdraw(offered=made)


def test_a_yes_keeps_the_money_and_nobody_else_answers(cast: Cast, cycle: Cycle) -> None:
    made = offered(cast, cycle)
    with pytest.raises(entitlements.NotYours):
        entitlements.answer(offered=made, is_accepted=True, by=cast.mads, at=IN_DECEMBER)
    entitlements.answer(offered=made, is_accepted=True, by=cast.bo, at=IN_DECEMBER)
    assert Budget.objects.get(cycle=cycle).placed == 600_000
    assert differences() == []


def test_an_offer_made_by_mistake_is_taken_back(cast: Cast, cycle: Cycle) -> None:
    entitlements.withdraw(offered=offered(cast, cycle))
    assert (Entitlement.objects.count(), Budget.objects.get(cycle=cycle).placed) == (0, 0)


def test_a_leader_enters_the_answer_of_somebody_who_cannot_sign_in(cast: Cast, cycle: Cycle) -> None:
    made = offered(cast, cycle)
    Employee.objects.filter(pk=cast.bo.pk).update(email=None)
    made = Entitlement.objects.select_related("employee", "cycle").get(pk=made.pk)
    entitlements.answer(offered=made, is_accepted=True, by=cast.mads, at=IN_DECEMBER)
    made.refresh_from_db()
    assert (made.answer, made.answered_by) == ("accepted", cast.mads)


def test_what_was_accepted_is_noted_as_held_and_nothing_else(cast: Cast, cycle: Cycle) -> None:
    made, day = offered(cast, cycle), date(2027, 2, 10)
    with pytest.raises(entitlements.NotAccepted):
        entitlements.mark_held(offered=made, on=day)
    answered = entitlements.answer(offered=made, is_accepted=True, by=cast.bo, at=IN_DECEMBER)
    assert answered.answered_by is None
    assert entitlements.mark_held(offered=made, on=day).held_on == day
    assert entitlements.mark_held(offered=made, on=None).held_on is None
