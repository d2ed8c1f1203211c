from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from annualcycle.domain import decisions, wishes
from annualcycle.models import Budget, Cycle, Decision, Wish
from annualcycle.models.decisions import Outcome, Route
from competence.models import Employee, Notice, RuleException
from tests.annualcycle import autumn
from tests.annualcycle.autumn import IN_DECEMBER, IN_OCTOBER
from tests.annualcycle.board import published_cycle
from tests.cast import Cast
from tests.strategy import planted


def agreed_money(cycle: Cycle) -> int:
    return Budget.objects.get(cycle=cycle).agreed


def test_begin_takes_up_an_empty_draft_again(cast: Cast) -> None:
    cycle = published_cycle(cast)
    first = wishes.begin(cycle=cycle, employee=cast.anna, unit=cast.mod, at=IN_OCTOBER)
    assert wishes.begin(cycle=cycle, employee=cast.anna, unit=cast.mod, at=IN_OCTOBER) == first


def test_begin_leaves_a_written_draft_alone(cast: Cast) -> None:
    written = autumn.draft(cast)
    assert wishes.begin(cycle=written.cycle, employee=cast.anna, unit=cast.mod, at=IN_OCTOBER) != written


def test_save_draft_keeps_every_fact(cast: Cast) -> None:
    facts = wishes.Facts(
        kind=Wish.Kind.FORMAL_EDUCATION,
        extent=Wish.Extent.MODULES,
        title="Diplom",
        offer=autumn.offer(cast),
        provider="Komponent",
        description="Modul 1",
        need=autumn.need(cast),
        measure=planted.measure(cast),
        target=Wish.Target.TEAM,
        source=Wish.Source.OWN,
        fee=100,
        travel=200,
        books=300,
        cover=400,
        days=Decimal("2.5"),
        starts_on=date(2027, 3, 1),
        ends_on=date(2027, 3, 3),
        ects=Decimal(5),
        is_external=True,
        motivation="Fordi",
        application="I sager",
        sharing="På teammøde",
        funding="Kompetencefonden",
        why_now="Nu",
    )
    wish = wishes.save_draft(wish=autumn.draft(cast), facts=facts, at=IN_OCTOBER)
    assert (wishes.facts_of(wish), wish.cost, wish.section_text) == (facts, 1000, "3.2")


def test_save_draft_drops_a_last_day_before_the_first(cast: Cast) -> None:
    wish = autumn.draft(cast, starts_on=date(2027, 3, 2), ends_on=date(2027, 3, 1))
    assert (wish.starts_on, wish.ends_on) == (date(2027, 3, 2), None)


def test_education_says_whether_it_is_the_whole_or_single_modules_before_it_is_sent(cast: Cast) -> None:
    wish = autumn.draft(cast, kind=Wish.Kind.FORMAL_EDUCATION)
    with pytest.raises(wishes.NotReady) as refusal:
        wishes.submit(wish=wish, by=cast.anna, at=IN_OCTOBER)
    assert refusal.value.problems.blockers == (wishes.Blocker.NO_EXTENT,)
    said = replace(wishes.facts_of(wish), extent=Wish.Extent.WHOLE)
    sent = wishes.submit(wish=wishes.save_draft(wish=wish, facts=said, at=IN_OCTOBER), by=cast.anna, at=IN_OCTOBER)
    assert (sent.state, sent.extent) == (Wish.State.SUBMITTED, Wish.Extent.WHOLE)


def test_only_education_says_how_much_of_it(cast: Cast) -> None:
    assert autumn.draft(cast, kind=Wish.Kind.COURSE, extent=Wish.Extent.WHOLE).extent == ""


def test_save_draft_refuses_a_submitted_wish(cast: Cast) -> None:
    wish = autumn.submitted(cast)
    with pytest.raises(wishes.WrongState):
        wishes.save_draft(wish=wish, facts=wishes.Facts(title="Andet"), at=IN_OCTOBER)


def test_offer_fills_what_the_catalogue_knows(cast: Cast) -> None:
    offer = autumn.offer(cast, kind="diploma", ects=Decimal(5), starts_on=date(2027, 3, 1))
    filled = wishes.facts_from(offer, wishes.Facts(motivation="Fordi", provider="En anden"))
    assert filled == wishes.Facts(
        kind=Wish.Kind.FORMAL_EDUCATION,
        title="Samtaler med børn og unge",
        offer=offer,
        provider="Komponent",
        fee=640_000,
        days=Decimal(2),
        ects=Decimal(5),
        starts_on=date(2027, 3, 1),
        is_external=True,
        motivation="Fordi",
    )


@pytest.mark.parametrize(
    ("fee", "days", "large"), [(499_999, "2.5", False), (500_000, "1", True), (0, "3", True), (0, "2.9", False)]
)
def test_submit_stores_whether_december_decides(cast: Cast, fee: int, days: str, large: bool) -> None:
    wish = autumn.submitted(cast, fee=fee, days=Decimal(days))
    assert (wish.state, wish.decided_in_december) == (Wish.State.SUBMITTED, large)


def test_submit_counts_all_costs_against_the_threshold(cast: Cast) -> None:
    wish = autumn.submitted(cast, fee=200_000, travel=100_000, books=100_000, cover=100_000)
    assert wish.decided_in_december


def test_submit_records_who_sent_it(cast: Cast) -> None:
    wish = wishes.submit(wish=autumn.draft(cast), by=cast.tove, at=IN_OCTOBER)
    assert (wish.employee, wish.submitted_by, wish.submitted_at) == (cast.anna, cast.tove, IN_OCTOBER)


def test_submit_refuses_what_lacks_title_and_motivation(cast: Cast) -> None:
    wish = autumn.draft(cast, title=" ", motivation="")
    with pytest.raises(wishes.NotReady) as refused:
        wishes.submit(wish=wish, by=cast.anna, at=IN_OCTOBER)
    assert refused.value.problems.blockers == (wishes.Blocker.NO_TITLE, wishes.Blocker.NO_MOTIVATION)


@pytest.mark.parametrize(
    ("day", "is_open"),
    [
        (date(2026, 7, 31), False),
        (date(2026, 8, 1), True),
        (date(2026, 11, 30), True),
        (date(2026, 12, 1), False),
    ],
)
def test_wishes_are_collected_from_the_talks_until_they_are_due(cast: Cast, day: date, is_open: bool) -> None:
    assert wishes.collects_on(published_cycle(cast), day) == is_open


def test_wishes_are_due_before_the_talks_end_when_the_year_says_so(cast: Cast) -> None:
    cycle = published_cycle(cast)
    cycle.talks_close_on = cycle.wishes_due_on + timedelta(days=5)
    assert not wishes.collects_on(cycle, cycle.wishes_due_on + timedelta(days=1))


def test_submit_refuses_after_the_wishes_are_due(cast: Cast) -> None:
    wish = autumn.draft(cast)
    with pytest.raises(wishes.NotOpen):
        wishes.submit(wish=wish, by=cast.anna, at=IN_DECEMBER)


def test_submit_takes_an_ad_hoc_wish_at_any_time(cast: Cast) -> None:
    cycle = published_cycle(cast)
    wish = wishes.begin(cycle=cycle, employee=cast.anna, unit=cast.mod, at=IN_DECEMBER, is_ad_hoc=True)
    facts = wishes.Facts(title="Ny lov", motivation="Jeg er alene om den.", why_now="Loven gælder fra 1. januar.")
    wish = wishes.save_draft(wish=wish, facts=facts, at=IN_DECEMBER)
    assert wishes.submit(wish=wish, by=cast.anna, at=IN_DECEMBER).state == Wish.State.SUBMITTED


def test_submit_asks_why_an_ad_hoc_wish_cannot_wait(cast: Cast) -> None:
    cycle = published_cycle(cast)
    wish = wishes.begin(cycle=cycle, employee=cast.anna, unit=cast.mod, at=IN_DECEMBER, is_ad_hoc=True)
    wish = wishes.save_draft(wish=wish, facts=wishes.Facts(title="Ny lov", motivation="Alene."), at=IN_DECEMBER)
    with pytest.raises(wishes.NotReady) as refused:
        wishes.submit(wish=wish, by=cast.anna, at=IN_DECEMBER)
    assert refused.value.problems.blockers == (wishes.Blocker.NO_WHY_NOW,)


def test_submit_stores_the_rules_that_are_not_met_and_lets_the_wish_through(cast: Cast) -> None:
    wish = autumn.submitted(cast, cast.vik)
    assert (wish.state, wish.eligibility) == (Wish.State.SUBMITTED, ["substitute_months"])


def test_reopen_makes_a_draft_again(cast: Cast) -> None:
    wish = wishes.reopen(wish=autumn.submitted(cast), at=IN_OCTOBER)
    assert (wish.state, wish.submitted_at, wish.submitted_by) == (Wish.State.DRAFT, None, None)


def test_reopen_refuses_after_the_wishes_are_due(cast: Cast) -> None:
    wish = autumn.submitted(cast)
    with pytest.raises(wishes.NotOpen):
        wishes.reopen(wish=wish, at=IN_DECEMBER)


def test_reopen_refuses_what_is_decided(cast: Cast) -> None:
    wish = autumn.submitted(cast)
    decisions.decide(wish=wish, outcome=Outcome.NOT_MET, by=cast.mads, at=IN_OCTOBER)
    with pytest.raises(wishes.AlreadyAnswered):
        wishes.reopen(wish=wish, at=IN_OCTOBER)


def test_withdraw_gives_a_pending_grant_back(cast: Cast) -> None:
    wish = autumn.submitted(cast, fee=640_000)
    decisions.decide(wish=wish, outcome=Outcome.GRANTED, by=cast.mads, at=IN_DECEMBER)
    granted_before = Budget.objects.get(cycle=wish.cycle).granted
    wish = wishes.withdraw(wish=wish, at=IN_DECEMBER)
    left = (Budget.objects.get(cycle=wish.cycle).granted, Decision.objects.filter(wish=wish).count())
    assert (granted_before, wish.state, left) == (640_000, Wish.State.WITHDRAWN, (0, 0))


def test_withdraw_refuses_what_is_answered(cast: Cast) -> None:
    wish = autumn.submitted(cast)
    wishes.agree(wish=wish, by=cast.tove, at=IN_OCTOBER)
    with pytest.raises(wishes.AlreadyAnswered):
        wishes.withdraw(wish=wish, at=IN_OCTOBER)


def test_discard_deletes_a_draft_only(cast: Cast) -> None:
    wishes.discard(wish=autumn.draft(cast))
    kept = autumn.submitted(cast)
    with pytest.raises(wishes.WrongState):
        wishes.discard(wish=kept)
    assert list(Wish.objects.all()) == [kept]


def test_copy_takes_the_words_and_the_need_of_the_strategy_in_force(cast: Cast) -> None:
    old_need = autumn.need(cast)
    old = autumn.draft(cast, need=old_need, starts_on=date(2026, 3, 1), ends_on=date(2026, 3, 2))
    new = autumn.strategy(cast)
    copied = wishes.copy(wish=old, cycle=old.cycle, unit=cast.mod, at=IN_OCTOBER)
    same = new.sections.get(number="3.2").needs.get(number=1)
    assert wishes.facts_of(copied) == replace(wishes.facts_of(old), need=same, starts_on=None, ends_on=None)
    assert copied != old


def test_set_need_names_the_section(cast: Cast) -> None:
    wish = wishes.set_need(wish=autumn.submitted(cast), need=autumn.need(cast))
    assert (wish.need, wish.section_text) == (autumn.need(cast), "3.2")


def test_agree_answers_a_small_wish_at_once_and_counts_it(cast: Cast) -> None:
    wish = autumn.submitted(cast)
    decision = wishes.agree(wish=wish, by=cast.tove, at=IN_OCTOBER)
    wish.refresh_from_db()
    assert (wish.agreed_by, wish.agreed_at, agreed_money(wish.cycle)) == (cast.tove, IN_OCTOBER, 400_000)
    assert (decision.route, decision.outcome, decision.released_at) == (Route.TALK, Outcome.GRANTED, IN_OCTOBER)


@pytest.mark.parametrize(("fee", "days"), [(500_000, "1"), (100_000, "3")])
def test_agree_refuses_at_the_threshold(cast: Cast, fee: int, days: str) -> None:
    wish = autumn.submitted(cast, fee=fee, days=Decimal(days))
    with pytest.raises(wishes.TooLarge):
        wishes.agree(wish=wish, by=cast.tove, at=IN_OCTOBER)
    assert (agreed_money(wish.cycle), Decision.objects.count()) == (0, 0)


def test_agree_refuses_ones_own_wish(cast: Cast) -> None:
    wish = autumn.submitted(cast, cast.tove)
    with pytest.raises(decisions.OwnWish):
        wishes.agree(wish=wish, by=cast.tove, at=IN_OCTOBER)
    wish.refresh_from_db()
    assert wish.agreed_at is None


def test_agree_refuses_after_the_talks(cast: Cast) -> None:
    wish = autumn.submitted(cast)
    with pytest.raises(wishes.NotOpen):
        wishes.agree(wish=wish, by=cast.tove, at=IN_DECEMBER)


def test_agree_refuses_a_second_time(cast: Cast) -> None:
    wish = autumn.submitted(cast)
    wishes.agree(wish=wish, by=cast.tove, at=IN_OCTOBER)
    with pytest.raises(wishes.WrongState):
        wishes.agree(wish=wish, by=cast.tove, at=IN_OCTOBER)
    assert agreed_money(wish.cycle) == 400_000


def test_agree_needs_a_reason_where_a_rule_is_not_met(cast: Cast) -> None:
    wish = autumn.submitted(cast, cast.vik)
    with pytest.raises(decisions.ExceptionNeeded) as refused:
        wishes.agree(wish=wish, by=cast.tove, at=IN_OCTOBER)
    assert refused.value.kinds == ["substitute_months"]


def test_agree_stores_the_reason_for_an_exception(cast: Cast) -> None:
    wish = autumn.submitted(cast, cast.vik)
    wishes.agree(wish=wish, by=cast.tove, at=IN_OCTOBER, exception_reason="Vik bliver fastansat i marts.")
    stored = RuleException.objects.get()
    assert (stored.kind, stored.subject, stored.employee, stored.made_by, stored.reason) == (
        "substitute_months",
        f"wish:{wish.pk}",
        cast.vik,
        cast.tove,
        "Vik bliver fastansat i marts.",
    )


def test_unagree_frees_the_money(cast: Cast) -> None:
    wish = autumn.submitted(cast)
    wishes.agree(wish=wish, by=cast.tove, at=IN_OCTOBER)
    wish = wishes.unagree(wish=wish, at=datetime(2026, 10, 16, 9, 0, tzinfo=UTC))
    assert (wish.agreed_at, agreed_money(wish.cycle), Decision.objects.count()) == (None, 0, 0)


def test_unagree_refuses_what_was_not_agreed(cast: Cast) -> None:
    wish = autumn.submitted(cast)
    with pytest.raises(wishes.WrongState):
        wishes.unagree(wish=wish, at=IN_OCTOBER)


def told() -> list[tuple[str, Employee]]:
    return [(notice.kind, notice.recipient) for notice in Notice.objects.all()]


def test_agreement_is_told_to_the_employee(cast: Cast) -> None:
    wishes.agree(wish=autumn.submitted(cast), by=cast.tove, at=IN_OCTOBER)
    assert told() == [("wish_agreed", cast.anna)]


def test_ad_hoc_wish_is_told_to_the_manager_of_the_centre(cast: Cast) -> None:
    wish = wishes.begin(cycle=published_cycle(cast), employee=cast.anna, unit=cast.mod, at=IN_DECEMBER, is_ad_hoc=True)
    facts = wishes.Facts(title="Ny lov", motivation="Jeg er alene om den.", why_now="Loven gælder fra 1. januar.")
    wishes.submit(wish=wishes.save_draft(wish=wish, facts=facts, at=IN_DECEMBER), by=cast.anna, at=IN_DECEMBER)
    assert told() == [("ad_hoc_to_decide", cast.mads)]


def test_leaders_view_is_kept_with_who_and_when_and_taken_back(cast: Cast) -> None:
    wish = wishes.say_view(wish=autumn.submitted(cast), text=" Godt ønske. ", by=cast.tove, at=IN_OCTOBER)
    assert (wish.leader_view, wish.leader_view_by, wish.leader_view_at) == ("Godt ønske.", cast.tove, IN_OCTOBER)
    wish = wishes.say_view(wish=wish, text=" ", by=cast.tove, at=IN_OCTOBER)
    assert (wish.leader_view, wish.leader_view_by, wish.leader_view_at) == ("", None, None)


def test_leaders_view_waits_until_the_wish_is_sent(cast: Cast) -> None:
    with pytest.raises(wishes.WrongState):
        wishes.say_view(wish=autumn.draft(cast), text="Godt.", by=cast.tove, at=IN_OCTOBER)


def test_leaders_view_stands_once_the_years_answers_are_released(cast: Cast) -> None:
    wish = wishes.say_view(wish=autumn.submitted(cast), text="Godt.", by=cast.tove, at=IN_OCTOBER)
    Cycle.objects.filter(pk=wish.cycle_id).update(released_at=IN_DECEMBER, released_by=cast.mads)
    with pytest.raises(wishes.AlreadyAnswered):
        wishes.say_view(wish=wish, text="Dårligt.", by=cast.tove, at=IN_DECEMBER)
    wish.refresh_from_db()
    assert wish.leader_view == "Godt."


def test_leaders_view_stands_once_the_wish_is_agreed(cast: Cast) -> None:
    wish = autumn.submitted(cast)
    wishes.agree(wish=wish, by=cast.tove, at=IN_OCTOBER)
    with pytest.raises(wishes.AlreadyAnswered):
        wishes.say_view(wish=wish, text="Godt.", by=cast.tove, at=IN_OCTOBER)
