"""Who is new, what comes next, and whom it waits for (sources: S35–S37)."""

from datetime import UTC, date, datetime, timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from competence.domain import introductions as domain
from competence.domain import people
from competence.domain.introductions import StepFacts
from competence.models import Employee, Introduction
from competence.waiting import waiting
from strategy.queries import introductions
from strategy.queries.pending import SOURCES
from tests.cast import TODAY, Cast
from tests.strategy.writing import acting

AT = datetime(2026, 10, 15, 10, 0, tzinfo=UTC)


def begun(cast: Cast, employee: Employee, starts_on: date = TODAY) -> Introduction:
    steps = [StepFacts("Nøgler", 0), StepFacts("Følg to sager", 45)]
    return domain.begin(employee=employee, unit=cast.mod, starts_on=starts_on, steps=steps, by=cast.tove, at=AT)


def hired(cast: Cast, name: str, starts_on: date, seniority_on: date | None = None) -> Employee:
    made = people.register(
        municipality=cast.nordby, number=name, first_name=name, last_name="Ny", email=f"{name.lower()}@nordby.example"
    )
    post = people.Post(
        job_title="Socialrådgiver", profession="", agreement="", starts_on=starts_on, seniority_on=seniority_on
    )
    people.employ(employee=made, unit=cast.mod, post=post)
    return made


def lacking(cast: Cast, employee: Employee) -> list[str]:
    return [post.employee.first_name for post in introductions.without(acting(employee), TODAY)]


def test_new_is_who_came_within_half_a_year_or_comes_within_two_months(cast: Cast) -> None:
    hired(cast, "Nina", TODAY + timedelta(days=60))
    hired(cast, "Sent", TODAY + timedelta(days=61))
    hired(cast, "Flyttet", TODAY, seniority_on=date(2015, 1, 1))
    # Vik is a substitute who came in June.
    assert lacking(cast, cast.tove) == ["Vik", "Nina"]
    assert [lacking(cast, person) for person in (cast.finn, cast.ylva, cast.anna)] == [[], [], []]


def test_who_has_a_programme_lacks_none(cast: Cast) -> None:
    begun(cast, cast.vik)
    assert lacking(cast, cast.tove) == []


def test_unit_without_steps_uses_those_of_the_nearest_above(cast: Cast) -> None:
    domain.take_over(unit=cast.nordby, steps=[StepFacts("Fra kommunen", 0)])
    domain.take_over(unit=cast.bu, steps=[StepFacts("Fra centret", 9), StepFacts("Først", 0)])
    found = [[step.title for step in introductions.steps_for(unit)] for unit in (cast.mod, cast.yd, cast.sydby)]
    assert found == [["Først", "Fra centret"], ["Fra kommunen"], []]


def test_list_costs_the_same_with_one_and_three(cast: Cast, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    actor = acting(cast.tove)
    new = [cast.vik, hired(cast, "Nina", TODAY), hired(cast, "Nanna", TODAY)]
    for number, person in enumerate(new, start=1):
        row = begun(cast, person)
        domain.name_mentor(introduction=row, mentor=cast.anna, starts_on=TODAY, ends_on=date(2027, 4, 1), on=TODAY)
        with django_assert_num_queries(4):
            assert len(introductions.running(actor, TODAY)) == number


def titles(employee: Employee, on: date = TODAY) -> list[str]:
    return [row.title for row in waiting(SOURCES, acting(employee, on), on)]


def test_programme_waits_for_the_new_the_mentor_and_the_leader(cast: Cast) -> None:
    assert titles(cast.tove) == ["Lav en introduktion for Vik Vestergaard"]
    row = begun(cast, cast.vik)
    domain.name_mentor(introduction=row, mentor=cast.bo, starts_on=TODAY, ends_on=date(2026, 11, 30), on=TODAY)
    found = [titles(person) for person in (cast.vik, cast.bo, cast.tove, cast.anna)]
    assert found == [
        ["1 punkt i din introduktion er lige nu"],
        ["Hjælp Vik Vestergaard godt i gang"],
        ["Har Vik Vestergaard brug for et kursus for at kunne løse opgaven?"],
        [],
    ]


def test_mentor_is_asked_only_while_being_one(cast: Cast) -> None:
    row = begun(cast, cast.vik)
    domain.name_mentor(introduction=row, mentor=cast.bo, starts_on=TODAY, ends_on=date(2026, 11, 1), on=TODAY)
    assert [titles(cast.bo, date(2026, 11, day)) for day in (1, 2)] == [["Hjælp Vik Vestergaard godt i gang"], []]


@pytest.mark.parametrize(("left", "waits"), [(8, 0), (7, 1)])
def test_what_comes_within_a_week_waits(cast: Cast, left: int, waits: int) -> None:
    begun(cast, cast.vik, TODAY + timedelta(days=left))
    assert len(titles(cast.vik)) == waits


def test_answered_assessment_waits_no_more(cast: Cast) -> None:
    row = begun(cast, cast.vik)
    domain.assess(introduction=row, needs_course=False, course="", reason="", by=cast.tove, at=AT)
    assert titles(cast.tove) == []
