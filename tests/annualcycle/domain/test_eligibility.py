from datetime import date

import pytest

from annualcycle.domain import eligibility
from annualcycle.models import Wish
from competence.domain import people
from competence.models import Employee, RuleException
from tests.annualcycle import autumn
from tests.annualcycle.autumn import IN_OCTOBER
from tests.cast import TODAY, Cast

SENIORITY = "seniority_years"
SUBSTITUTE = "substitute_months"


def served_since(employee: Employee, day: date) -> None:
    employee.employments.update(seniority_on=day)


def education(cast: Cast, employee: Employee) -> Wish:
    return autumn.draft(cast, employee, kind=Wish.Kind.FORMAL_EDUCATION, is_external=False)


@pytest.mark.parametrize(
    ("since", "unmet"), [(date(2024, 10, 15), []), (date(2024, 10, 16), [SENIORITY]), (date(2019, 3, 1), [])]
)
def test_formal_education_asks_for_years_of_service(cast: Cast, since: date, unmet: list[str]) -> None:
    wish = education(cast, cast.anna)
    served_since(cast.anna, since)
    assert eligibility.unmet_rules(wish, TODAY) == unmet


def test_course_asks_for_no_years_of_service(cast: Cast) -> None:
    wish = autumn.draft(cast)
    served_since(cast.anna, date(2026, 10, 1))
    assert eligibility.unmet_rules(wish, TODAY) == []


def test_leave_does_not_break_service(cast: Cast) -> None:
    assert eligibility.unmet_rules(education(cast, cast.orla), TODAY) == []


def test_longest_service_of_several_posts_counts(cast: Cast) -> None:
    served_since(cast.anna, date(2026, 1, 1))
    wish = education(cast, cast.anna)
    post = people.Post(job_title="Underviser", starts_on=date(2020, 1, 1))
    people.employ(employee=cast.anna, unit=cast.kon, post=post)
    assert eligibility.unmet_rules(wish, TODAY) == []


@pytest.mark.parametrize(
    ("since", "unmet"), [(date(2025, 10, 15), []), (date(2025, 10, 16), [SUBSTITUTE]), (date(2026, 6, 1), [SUBSTITUTE])]
)
def test_substitute_waits_for_external_courses(cast: Cast, since: date, unmet: list[str]) -> None:
    wish = autumn.draft(cast, cast.vik)
    served_since(cast.vik, since)
    assert eligibility.unmet_rules(wish, TODAY) == unmet


def test_substitute_may_have_internal_courses(cast: Cast) -> None:
    assert eligibility.unmet_rules(autumn.draft(cast, cast.vik, is_external=False), TODAY) == []


def test_substitute_with_a_permanent_post_beside_is_no_substitute(cast: Cast) -> None:
    wish = autumn.draft(cast, cast.vik)
    people.employ(employee=cast.vik, unit=cast.kon, post=people.Post("Underviser", starts_on=date(2026, 9, 1)))
    assert eligibility.unmet_rules(wish, TODAY) == []


def test_exception_closes_the_rule_for_this_wish_only(cast: Cast) -> None:
    excepted, other = autumn.draft(cast, cast.vik), autumn.draft(cast, cast.vik, title="Et andet")
    eligibility.except_from(wish=excepted, kind=SUBSTITUTE, reason="Bliver fast.", by=cast.tove, at=IN_OCTOBER)
    found = [eligibility.open_rules(wish, TODAY) for wish in (excepted, other)]
    assert found == [[], [SUBSTITUTE]]


def test_first_reason_for_an_exception_stands(cast: Cast) -> None:
    wish = autumn.draft(cast, cast.vik)
    for reason in ("Bliver fast.", "Noget andet."):
        eligibility.except_from(wish=wish, kind=SUBSTITUTE, reason=reason, by=cast.tove, at=IN_OCTOBER)
    assert [row.reason for row in RuleException.objects.all()] == ["Bliver fast."]


def test_exception_needs_a_reason(cast: Cast) -> None:
    wish = autumn.draft(cast, cast.vik)
    with pytest.raises(eligibility.NoReason):
        eligibility.except_from(wish=wish, kind=SUBSTITUTE, reason=" ", by=cast.tove, at=IN_OCTOBER)
