"""The sources of the start page: one query says which have something for the person."""

from datetime import date, timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from competence.models import Employee
from competence.waiting import waiting
from strategy.domain import duties
from strategy.queries.pending import SOURCES
from tests.cast import TODAY, Cast
from tests.strategy import writing
from tests.strategy.writing import AT, acting


def everything_waits(cast: Cast) -> None:
    """A draft tove writes, and in her team a quarter to note, a topic that is due and her own first aid."""
    noted = duties.Noted(cast.tove, AT, TODAY)
    writing.draft(cast)
    duties.offer_supervision(unit=cast.mod, starts_on=date(2026, 1, 1))
    duties.add_brush_up(unit=cast.mod, topic="Notatpligt", interval_months=12)
    expires_on = TODAY + timedelta(days=10)
    duties.note_first_aid(employee=cast.tove, taken_on=date(2024, 10, 1), expires_on=expires_on, noted=noted)


def titles(employee: Employee) -> list[str]:
    return [row.title for row in waiting(SOURCES, acting(employee), TODAY)]


def test_each_source_finds_what_waits_for_the_person(cast: Cast) -> None:
    everything_waits(cast)
    assert titles(cast.tove) == [
        "Skriv strategien for Børn og Unge",
        "Dit førstehjælpsbevis udløber",
        "Blev supervisionen i Modtagelse holdt?",
        "Tag 1 emne op igen i Modtagelse",
        "Lav en introduktion for Vik Vestergaard",
    ]
    assert [titles(person) for person in (cast.bo, cast.finn, cast.sven)] == [[], [], []]


@pytest.mark.parametrize("full", [True, False])
def test_person_for_whom_nothing_waits_costs_one_query(
    cast: Cast, django_assert_num_queries: DjangoAssertNumQueries, *, full: bool
) -> None:
    if full:
        everything_waits(cast)
    actor = acting(cast.bo)
    with django_assert_num_queries(1):
        assert waiting(SOURCES, actor, TODAY) == []
