from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from annualcycle.domain import evaluation, orientation, themes
from annualcycle.domain.themes import Facts
from annualcycle.models import Theme
from annualcycle.queries.answers import pending_answers
from competence.access import Actor, actor_of, with_access
from competence.models import Employee
from tests.annualcycle.board import published_cycle
from tests.annualcycle.january import IN_JANUARY, answered
from tests.cast import TODAY, Cast

JANUARY = IN_JANUARY.date()


def acting(employee: Employee) -> Actor:
    return actor_of(with_access(Employee.objects.filter(pk=employee.pk), TODAY).get())


def urls(employee: Employee, on: date = JANUARY) -> list[str]:
    return [row.url.rstrip("/").rpartition("/")[2] for row in pending_answers(acting(employee), on)]


def test_nothing_waits_before_the_answers_are_released(cast: Cast) -> None:
    published_cycle(cast)
    assert urls(cast.mads) == []


def test_who_informs_places_and_evaluates_is_asked_until_it_is_done(cast: Cast) -> None:
    cycle = answered(cast)
    assert urls(cast.mads) == ["orientation", "themes"]
    assert urls(cast.tove) == ["themes"]
    assert urls(cast.anna) == urls(cast.hanne) == urls(cast.ylva) == []
    orientation.publish(cycle=cycle, by=cast.mads, at=IN_JANUARY)
    themes.add(cycle=cycle, facts=Facts("Notatpligt", place=Theme.Place.STAFF_MEETING))
    themes.publish(cycle=cycle, by=cast.mads, at=IN_JANUARY)
    assert urls(cast.mads) == []
    assert urls(cast.mads, date(2027, 5, 25)) == ["evaluation"]
    evaluation.save(cycle=cycle, text="Godt.", changes="", at=IN_JANUARY)
    evaluation.finish(cycle=cycle, by=cast.mads, at=IN_JANUARY)
    assert urls(cast.mads, date(2027, 5, 25)) == []


@pytest.mark.parametrize(("name", "number"), [("mads", 2), ("anna", 0)])
def test_it_asks_for_the_years_and_their_answers_or_nothing(cast: Cast, name: str, number: int) -> None:
    answered(cast)
    actor = acting(cast.member(name))
    with CaptureQueriesContext(connection) as queries:
        pending_answers(actor, JANUARY)
    assert len(queries) == number
