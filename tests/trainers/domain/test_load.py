"""All roles count in one limit, week by week, also when two are decided at once (source: T27)."""

import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from django.db import connection

from competence.models import Commitment, Employee, Unit
from tests.cast import TODAY, Cast
from tests.trainers.working import signed
from trainers.domain import limits, load
from trainers.models import UnitLimit
from trainers.queries.load import years_of

LAST = date(2027, 6, 30)


def mentor(employee: Employee, unit: Unit, hours: int = 2) -> Commitment:
    return load.take_on(
        employee=employee, unit=unit, kind=Commitment.Kind.MENTOR, hours=hours, starts_on=TODAY, ends_on=LAST
    )


def test_weeks_add_all_roles_of_all_people(cast: Cast) -> None:
    signed(cast)
    limits.set_limit(unit=cast.mod, max_members=None, max_hours=8)
    mentor(cast.bo, cast.mod)
    mentor(cast.anna, cast.mod, 1)
    (year,) = years_of([cast.mod], TODAY)
    by_day = {week.monday: (week.hours, week.heads, week.state) for week in year.weeks}
    assert by_day[date(2026, 10, 12)] == (5, 2, "within")
    assert by_day[date(2026, 12, 7)] == (7, 2, "near")
    assert by_day[date(2027, 7, 5)] == (2, 1, "within")
    assert next((first, week.hours) for first, _last, week in year.stretches) == (date(2026, 10, 12), 5)


def test_role_over_the_limit_is_blocked(cast: Cast) -> None:
    signed(cast)
    limits.set_limit(unit=cast.mod, max_members=None, max_hours=5)
    with pytest.raises(limits.OverLimit):
        mentor(cast.anna, cast.mod)
    assert not Commitment.objects.filter(kind="mentor").exists()


def test_role_that_ends_gives_its_hours_back(cast: Cast) -> None:
    row = mentor(cast.anna, cast.mod, 3)
    assert UnitLimit.objects.get(unit=cast.mod).hours == 3
    load.let_go(commitment=row, on=TODAY)
    assert UnitLimit.objects.get(unit=cast.mod).hours == 0


def test_hours_of_a_mandate_end_with_it_alone(cast: Cast) -> None:
    signed(cast)
    with pytest.raises(load.FollowsFromMandate):
        load.let_go(commitment=Commitment.objects.earliest("pk"), on=TODAY)


def test_recount_is_what_is_held(cast: Cast) -> None:
    signed(cast)
    mentor(cast.anna, cast.mod, 3)
    before = UnitLimit.objects.values_list("unit", "members", "hours").get()
    load.recount_all(on=TODAY)
    assert UnitLimit.objects.values_list("unit", "members", "hours").get() == before == (cast.mod.pk, 1, 7)
    load.recount_all(on=LAST)
    assert UnitLimit.objects.get().hours == 4


@pytest.mark.django_db(transaction=True)
def test_two_roles_at_once_stay_within_the_limit(cast: Cast) -> None:
    limits.set_limit(unit=cast.mod, max_members=None, max_hours=4)

    def take(employee: Employee) -> str:
        time.sleep(0.01)
        try:
            mentor(employee, cast.mod, 3)
        except (limits.OverLimit, limits.Busy) as refusal:
            return type(refusal).__name__
        finally:
            connection.close()
        return "taken"

    with ThreadPoolExecutor(max_workers=4) as pool:
        found = Counter(pool.map(take, [cast.anna, cast.bo, cast.orla, cast.tess]))
    assert found == {"taken": 1, "OverLimit": 3}
    assert UnitLimit.objects.get(unit=cast.mod).hours == 3
