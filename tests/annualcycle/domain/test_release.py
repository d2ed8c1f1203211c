from datetime import UTC, datetime

import pytest
from post_office.models import Email

from annualcycle.answer_texts import Texts
from annualcycle.domain import budget, decisions
from annualcycle.models import Budget, Cycle, Decision, Wish
from annualcycle.models.decisions import Outcome, Route
from competence.models import Employee, Notice
from tests.annualcycle.board import IN_DECEMBER, published_cycle, submitted_wish
from tests.cast import Cast


@pytest.fixture
def cycle(cast: Cast) -> Cycle:
    return published_cycle(cast)


def decided(cycle: Cycle, employee: Employee, outcome: str, by: Employee, reason: str = "") -> Wish:
    wish = submitted_wish(cycle, employee)
    decisions.decide(wish=wish, outcome=outcome, by=by, at=IN_DECEMBER, reason=reason)
    return wish


def test_release_answers_everybody_at_once_by_mail(cast: Cast, cycle: Cycle) -> None:
    decided(cycle, cast.anna, Outcome.GRANTED, cast.mads)
    decided(cycle, cast.bo, Outcome.NOT_MET, cast.mads)
    decisions.release(cycle=cycle, by=cast.mads, at=IN_DECEMBER)
    cycle.refresh_from_db()
    assert (cycle.released_at, cycle.released_by) == (IN_DECEMBER, cast.mads)
    assert set(Decision.objects.values_list("released_at", flat=True)) == {IN_DECEMBER}
    assert sorted(to for [to] in Email.objects.values_list("to", flat=True)) == [cast.anna.email, cast.bo.email]
    assert set(Notice.objects.values_list("kind", flat=True)) == {"answer_ready"}


def test_release_waits_until_every_wish_is_decided(cast: Cast, cycle: Cycle) -> None:
    decided(cycle, cast.anna, Outcome.GRANTED, cast.mads)
    undecided = submitted_wish(cycle, cast.bo)
    with pytest.raises(decisions.NotDecided) as refused:
        decisions.release(cycle=cycle, by=cast.mads, at=IN_DECEMBER)
    assert refused.value.wishes == [undecided]
    assert (Decision.objects.released().count(), Email.objects.count()) == (0, 0)


def test_release_waits_until_no_more_wishes_can_come(cast: Cast, cycle: Cycle) -> None:
    decided(cycle, cast.anna, Outcome.GRANTED, cast.mads)
    with pytest.raises(decisions.WishesStillOpen):
        decisions.release(cycle=cycle, by=cast.mads, at=datetime(2026, 11, 30, 22, 0, tzinfo=UTC))


def test_second_release_is_refused_and_mails_nobody(cast: Cast, cycle: Cycle) -> None:
    decided(cycle, cast.anna, Outcome.GRANTED, cast.mads)
    decisions.release(cycle=cycle, by=cast.mads, at=IN_DECEMBER)
    with pytest.raises(decisions.AlreadyReleased):
        decisions.release(cycle=cycle, by=cast.mads, at=IN_DECEMBER)
    assert Email.objects.count() == 1


def test_answer_without_words_of_its_own_gets_the_standard_ones_in_danish(cast: Cast, cycle: Cycle) -> None:
    wish = decided(cycle, cast.anna, Outcome.NOT_MET, cast.mads)
    decisions.release(cycle=cycle, by=cast.mads, at=IN_DECEMBER)
    answer = Decision.objects.get(wish=wish)
    assert answer.reason == "Ønsker med større samlet behov brugte pengene for 2027."
    assert answer.next_step == (
        "Ønsket er noteret og indgår, når der igen bevilges kurser. "
        "Det er ikke en venteliste, for behovene kan ændre sig."
    )


def test_words_written_by_the_group_are_kept(cast: Cast, cycle: Cycle) -> None:
    wish = decided(cycle, cast.anna, Outcome.NOT_MET, cast.mads, reason="To andre i teamet skal først.")
    texts = Texts("To andre i teamet skal først.", "Vi ses om det i marts.", "")
    decisions.write_answer(decision=Decision.objects.get(wish=wish), texts=texts)
    decisions.release(cycle=cycle, by=cast.mads, at=IN_DECEMBER)
    answer = Decision.objects.get(wish=wish)
    assert (answer.reason, answer.next_step) == (texts.reason, texts.next_step)
    with pytest.raises(decisions.AlreadyReleased):
        decisions.write_answer(decision=answer, texts=Texts("Noget andet.", "", ""))


def test_only_the_employees_own_first_reading_is_noted(cast: Cast, cycle: Cycle) -> None:
    wish = decided(cycle, cast.anna, Outcome.GRANTED, cast.mads)
    answer = Decision.objects.get(wish=wish)
    decisions.mark_read(decision=answer, by=cast.anna, at=IN_DECEMBER)
    assert answer.read_at is None
    [answer] = decisions.release(cycle=cycle, by=cast.mads, at=IN_DECEMBER)
    decisions.mark_read(decision=answer, by=cast.mads, at=IN_DECEMBER)
    assert answer.read_at is None
    later = datetime(2026, 12, 20, tzinfo=UTC)
    decisions.mark_read(decision=answer, by=cast.anna, at=IN_DECEMBER)
    decisions.mark_read(decision=answer, by=cast.anna, at=later)
    answer.refresh_from_db()
    assert answer.read_at == IN_DECEMBER


def asked_now(cycle: Cycle, cast: Cast, fee: int = 640_000) -> Wish:
    return submitted_wish(cycle, cast.anna, fee=fee, is_ad_hoc=True, why_now="En ny opgave fra marts.")


def test_ad_hoc_grant_draws_on_the_reserve_and_is_answered_at_once(cast: Cast, cycle: Cycle) -> None:
    decision = decisions.grant_ad_hoc(wish=asked_now(cycle, cast), by=cast.mads, at=IN_DECEMBER)
    assert (decision.route, decision.amount, decision.released_at) == (Route.AD_HOC, 640_000, IN_DECEMBER)
    row = Budget.objects.get(cycle=cycle)
    assert (row.granted, row.ad_hoc) == (0, 640_000)
    assert [to for [to] in Email.objects.values_list("to", flat=True)] == [cast.anna.email]


def test_ad_hoc_grant_beyond_the_reserve_is_refused(cast: Cast, cycle: Cycle) -> None:
    with pytest.raises(budget.NotEnoughLeft) as refused:
        decisions.grant_ad_hoc(wish=asked_now(cycle, cast, fee=1_200_000), by=cast.mads, at=IN_DECEMBER)
    assert refused.value.missing == 200_000
    assert (Decision.objects.count(), Email.objects.count()) == (0, 0)


def test_ad_hoc_refusal_says_why(cast: Cast, cycle: Cycle) -> None:
    wish = asked_now(cycle, cast)
    with pytest.raises(decisions.ReasonMissing):
        decisions.refuse_ad_hoc(wish=wish, outcome=Outcome.NOT_MET, reason=" ", by=cast.mads, at=IN_DECEMBER)
    reason = "Reserven er sat af til efteråret."
    decision = decisions.refuse_ad_hoc(wish=wish, outcome=Outcome.NOT_MET, reason=reason, by=cast.mads, at=IN_DECEMBER)
    assert (decision.outcome, decision.reason, decision.released_at) == (Outcome.NOT_MET, reason, IN_DECEMBER)
    with pytest.raises(decisions.AlreadyReleased):
        decisions.grant_ad_hoc(wish=wish, by=cast.mads, at=IN_DECEMBER)


def test_december_wishes_do_not_draw_on_the_reserve(cast: Cast, cycle: Cycle) -> None:
    with pytest.raises(decisions.NotAdHoc):
        decisions.grant_ad_hoc(wish=submitted_wish(cycle, cast.anna), by=cast.mads, at=IN_DECEMBER)


def test_nobody_grants_their_own_ad_hoc_wish(cast: Cast, cycle: Cycle) -> None:
    wish = submitted_wish(cycle, cast.mads, is_ad_hoc=True, why_now="Ny lov.")
    with pytest.raises(decisions.OwnWish):
        decisions.grant_ad_hoc(wish=wish, by=cast.mads, at=IN_DECEMBER)
