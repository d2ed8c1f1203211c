from datetime import date
from typing import Any

from django.db import connection
from django.db.models import QuerySet
from django.test.utils import CaptureQueriesContext

from competence.access import Actor
from competence.models import Employee
from competence.queries import Pending
from competence.waiting import Source, waiting
from tests.annualcycle.queries.test_answers import acting
from tests.cast import Cast

TODAY = date(2026, 10, 15)


def source(title: str, rows: "QuerySet[Any] | None") -> Source:
    def pending(actor: Actor, on: date) -> list[Pending]:
        assert rows is not None
        return [Pending(None, f"{title} {rows.count()}", "", "/", "")]

    return Source(lambda actor, on: rows, pending)


def test_only_sources_with_rows_are_asked(cast: Cast) -> None:
    nobody = Employee.objects.filter(number="no such number")
    sources = [source("all", Employee.objects.filter(pk=cast.anna.pk)), source("none", nobody), source("never", None)]
    anna = acting(cast.anna)
    with CaptureQueriesContext(connection) as queries:
        found = waiting(sources, anna, TODAY)
    assert ([row.title for row in found], len(queries)) == (["all 1"], 2)


def test_nothing_is_asked_where_nothing_can_be(cast: Cast) -> None:
    anna = acting(cast.anna)
    with CaptureQueriesContext(connection) as queries:
        assert waiting([source("never", None)], anna, TODAY) == []
    assert len(queries) == 0
