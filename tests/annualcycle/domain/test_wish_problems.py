from datetime import date
from decimal import Decimal

from annualcycle.domain.wish_problems import Caution, Problems, problems_for
from tests.annualcycle import autumn
from tests.cast import TODAY, Cast


def test_complete_wish_has_no_problems(cast: Cast) -> None:
    wish = autumn.draft(cast, need=autumn.need(cast))
    assert problems_for(wish, TODAY) == Problems((), (), ())


def test_wish_outside_the_strategy_and_without_price_is_warned_about(cast: Cast) -> None:
    wish = autumn.draft(cast, fee=0)
    assert problems_for(wish, TODAY).warnings == (Caution.NO_NEED, Caution.NO_PRICE)


def test_internal_course_needs_no_price(cast: Cast) -> None:
    wish = autumn.draft(cast, fee=0, is_external=False, need=autumn.need(cast))
    assert problems_for(wish, TODAY).warnings == ()


def test_unmet_rule_needs_approval(cast: Cast) -> None:
    wish = autumn.draft(cast, cast.vik, need=autumn.need(cast))
    assert problems_for(wish, TODAY) == Problems((), ("substitute_months",), ())


def test_second_wish_for_the_same_is_warned_about(cast: Cast) -> None:
    autumn.draft(cast, need=autumn.need(cast), fee=10_000)
    second = autumn.draft(cast, need=autumn.need(cast), fee=20_000)
    assert problems_for(second, TODAY).warnings == (Caution.TWICE,)


def test_two_small_wishes_that_make_a_large_one_are_warned_about(cast: Cast) -> None:
    autumn.draft(cast, need=autumn.need(cast), fee=300_000)
    second = autumn.draft(cast, need=autumn.need(cast), fee=200_000)
    assert problems_for(second, TODAY).warnings == (Caution.TWICE, Caution.SPLIT)


def test_wish_that_is_large_in_itself_is_not_split(cast: Cast) -> None:
    autumn.draft(cast, need=autumn.need(cast), fee=300_000)
    second = autumn.draft(cast, need=autumn.need(cast), days=Decimal(4))
    assert problems_for(second, TODAY).warnings == (Caution.TWICE,)


def test_closed_signup_is_warned_about(cast: Cast) -> None:
    offer = autumn.offer(cast, signup_by=date(2026, 10, 14))
    wish = autumn.draft(cast, offer=offer, need=autumn.need(cast))
    assert problems_for(wish, TODAY).warnings == (Caution.SIGNUP_CLOSED,)
