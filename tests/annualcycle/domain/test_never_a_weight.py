"""Age, leave, pregnancy and part time never reach what the December proposal is computed from (rules: E1)."""

import json
from dataclasses import fields
from datetime import date
from decimal import Decimal

from django.db import connection
from django.test.utils import CaptureQueriesContext

from annualcycle.domain import proposals
from annualcycle.domain.optimiser import files
from annualcycle.domain.optimiser.problem import Problem, Wish
from annualcycle.models import Cycle
from competence.domain import people
from competence.models import BirthYear, Employment, Leave
from tests.annualcycle.board import published_cycle, submitted_wish
from tests.cast import Cast

READ_NOWHERE = ("competence_birthyear", "competence_leave", "weekly_hours")


def written(cycle: Cycle) -> str:
    return json.dumps(files.write_problem(proposals.problem_for(cycle, proposals.Choice())))


def test_leave_part_time_and_age_change_nothing_in_the_problem(cast: Cast) -> None:
    cycle = published_cycle(cast)
    for employee in (cast.anna, cast.bo, cast.vik, cast.orla):
        submitted_wish(cycle, employee)
    before = written(cycle)
    Employment.objects.filter(employee=cast.anna).update(weekly_hours=Decimal("12.5"))
    people.start_leave(employment=cast.bo.employments.get(), starts_on=date(2026, 9, 1))
    Leave.objects.filter(employment__employee=cast.orla).delete()
    for employee, year in ((cast.anna, 1958), (cast.bo, 1994), (cast.vik, 2001)):
        BirthYear.objects.create(employee=employee, year=year)
    assert written(cycle) == before


def test_no_statement_for_the_problem_reads_them(cast: Cast) -> None:
    cycle = published_cycle(cast)
    submitted_wish(cycle, cast.orla)
    with CaptureQueriesContext(connection) as captured:
        proposals.problem_for(cycle, proposals.Choice())
    statements = " ".join(query["sql"] for query in captured)
    assert "annualcycle_wish" in statements
    assert [name for name in READ_NOWHERE if name in statements] == []


def test_the_problem_has_no_place_for_them() -> None:
    """A new field of a problem has to be thought about here first."""
    assert {one.name for one in fields(Wish)} == {
        "id",
        "person",
        "group",
        "cost",
        "scores",
        "builds",
        "history_years",
        "status",
    }
    assert {one.name for one in fields(Problem)} == {
        "year",
        "budget",
        "reserve",
        "max_per_person",
        "first_grant_bonus",
        "coverage_bonus",
        "history_points",
        "criteria",
        "needed",
        "groups",
        "wishes",
    }
