"""What those elected are to learn by law, by the day of the election (source: S38)."""

from datetime import date
from functools import partial

import pytest
from django.test import Client
from django.urls import reverse

from competence.domain import people, settings
from competence.models import Role, RoleAssignment, Rule
from competence.queries.rights import rules_of
from strategy.elected import entitlements
from strategy.queries.duties import elected_of
from tests.cast import TODAY, Cast

ELECTED = date(2026, 9, 1)


@pytest.fixture
def amr(cast: Cast) -> RoleAssignment:
    return people.assign_role(employee=cast.bo, role=Role.SAFETY_REPRESENTATIVE, unit=cast.mod, starts_on=ELECTED)


@pytest.mark.parametrize(
    ("on", "said"),
    [
        (
            date(2026, 12, 1),
            [
                "Obligatorisk uddannelse på 22 timer senest 1. december 2026.",
                "2 dage tilbydes senest 1. september 2027.",
            ],
        ),
        (date(2026, 12, 2), ["2 dage tilbydes senest 1. september 2027."]),
        (date(2027, 9, 2), ["1,5 dage tilbydes i år."]),
    ],
)
def test_entitlements_follow_from_the_day_of_the_election(amr: RoleAssignment, on: date, said: list[str]) -> None:
    assert entitlements(amr, on, rules_of(amr.unit, on)) == said


def test_entitlements_follow_the_rules_that_hr_has_changed(cast: Cast, amr: RoleAssignment) -> None:
    change_rule = partial(settings.set_rule, unit=cast.nordby, reason="aftale")
    change_rule(kind=Rule.Kind.AMR_HOURS, value=30, starts_on=date(2026, 11, 1))
    change_rule(kind=Rule.Kind.AMR_FIRST_YEAR, value=5, starts_on=date(2026, 11, 1))
    told = [elected_of(cast.mod, day)[0].entitlements for day in (date(2026, 10, 31), date(2026, 11, 1))]
    assert [[line[:33] for line in lines] for lines in told] == [
        ["Obligatorisk uddannelse på 22 tim", "2 dage tilbydes senest 1. septemb"],
        ["Obligatorisk uddannelse på 30 tim", "2,5 dage tilbydes senest 1. septe"],
    ]


def test_unit_shows_its_elected_while_they_are(cast: Cast, amr: RoleAssignment) -> None:
    found = [(row.assignment.employee, len(row.entitlements)) for row in elected_of(cast.bu, TODAY)]
    assert found == [(cast.bo, 2), (cast.tess, 0)]
    assert [elected_of(unit, TODAY) for unit in (cast.fam, cast.yd)] == [[], []]


def test_leader_reads_what_the_elected_are_to_learn(cast: Cast, amr: RoleAssignment, client: Client) -> None:
    client.force_login(cast.tove)
    page = client.get(reverse("strategy:duties", args=[cast.mod.pk])).content.decode()
    assert "Obligatorisk uddannelse på 22 timer senest 1. december 2026." in page
