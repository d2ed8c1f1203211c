"""All roles count in one limit, week by week, also when two are decided at once (source: T27)."""

import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from itertools import pairwise
from threading import Barrier

import pytest
from django.db import connection

from competence.domain import commitments, introductions
from competence.models import Commitment, Employee, Introduction, Unit
from tests.cast import TODAY, Cast
from tests.trainers.working import chosen, signed
from trainers.domain import limits, load
from trainers.models import UnitLimit
from trainers.queries.load import staff_in, years_of

AT = datetime(2026, 10, 15, 10, 0, tzinfo=UTC)
LAST = date(2027, 6, 30)


def mentor(employee: Employee, unit: Unit, hours: int = 2) -> Commitment:
    return commitments.take_on(
        employee=employee, unit=unit, kind=Commitment.Kind.MENTOR, hours=hours, starts_on=TODAY, ends_on=LAST, on=TODAY
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


def test_axis_says_nought_the_limit_and_the_fullest_week(cast: Cast) -> None:
    limits.set_limit(unit=cast.mod, max_members=None, max_hours=8)
    mentor(cast.bo, cast.mod, 3)
    (year,) = years_of([cast.mod], TODAY)
    assert [(hours, is_limit) for _y, hours, is_limit in year.axis] == [(0, False), (3, False), (8, True)]
    assert year.axis[-1][0] == year.limit_y
    mentor(cast.anna, cast.mod, 5)
    (year,) = years_of([cast.mod], TODAY)
    assert [(hours, is_limit) for _y, hours, is_limit in year.axis] == [(0, False), (8, True)]


@pytest.mark.parametrize("on", [date(2026, 11, 28), date(2026, 12, 31), TODAY])
def test_names_of_months_never_touch(cast: Cast, on: date) -> None:
    (year,) = years_of([cast.mod], on)
    places = [float(x.rstrip("%")) for x, _monday in year.months]
    assert min(after - before for before, after in pairwise(places)) >= 5
    assert max(places) <= 95
    assert len({monday.month for _x, monday in year.months}) == len(places) >= 11


def test_units_shown_together_have_one_measure(cast: Cast) -> None:
    mentor(cast.bo, cast.mod, 2)
    mentor(cast.tess, cast.fam, 8)
    assert [year.whole for year in years_of([cast.mod, cast.fam], TODAY)] == [8, 8]


def test_somebody_with_many_roles_stands_once_with_what_they_take_together(cast: Cast) -> None:
    signed(cast)
    own = mentor(cast.bo, cast.mod)
    (year,) = years_of([cast.mod], TODAY)
    (holder,) = year.people
    assert (holder.employee, holder.most) == (cast.bo, max(week.hours for week in year.weeks))
    by_hand = [role.row for role in holder.roles if role.row]
    assert by_hand == [own]
    stretches = next(role.stretches for role in holder.roles if not role.row)
    assert [part.since for part in stretches] == [None] * len(stretches)
    assert [part.until for part in stretches] == sorted(part.until for part in stretches)
    hours = [part.hours for part in stretches]
    assert all(before != after for before, after in pairwise(hours))


def introduced(cast: Cast) -> Introduction:
    return introductions.begin(employee=cast.vik, unit=cast.mod, starts_on=TODAY, steps=[], by=cast.tove, at=AT)


def name_mentor(programme: Introduction, who: Employee, hours: int, starts_on: date = TODAY) -> None:
    introductions.name_mentor(
        introduction=programme, mentor=who, starts_on=starts_on, ends_on=LAST, on=TODAY, hours=hours
    )


def hours_by_week(unit: Unit) -> list[tuple[date, int, int]]:
    (year,) = years_of([unit], TODAY)
    return [(first, week.hours, week.heads) for first, _last, week in year.stretches]


def test_mentor_of_a_new_colleague_counts_in_the_own_unit(cast: Cast) -> None:
    mentor(cast.eva, cast.fam, 1)
    name_mentor(introduced(cast), cast.eva, 3)
    assert hours_by_week(cast.fam) == [(date(2026, 10, 12), 4, 1), (date(2027, 7, 5), 0, 0)]
    assert hours_by_week(cast.mod) == [(date(2026, 10, 12), 0, 0)]
    assert UnitLimit.objects.get(unit=cast.fam).hours == 4
    load.recount_all(on=TODAY)
    assert UnitLimit.objects.get(unit=cast.fam).hours == 4


def test_mentor_over_the_limit_of_the_unit_is_not_named(cast: Cast) -> None:
    limits.set_limit(unit=cast.mod, max_members=None, max_hours=2)
    programme = introduced(cast)
    name_mentor(programme, cast.anna, 2)
    with pytest.raises(commitments.NoRoom):
        name_mentor(programme, cast.bo, 3)
    assert [row.mentor for row in programme.mentorships.all()] == [cast.anna]
    assert hours_by_week(cast.mod)[0][1] == 2


def test_mentor_who_takes_over_takes_the_hours_over(cast: Cast) -> None:
    limits.set_limit(unit=cast.mod, max_members=None, max_hours=2)
    programme = introduced(cast)
    name_mentor(programme, cast.anna, 2)
    name_mentor(programme, cast.bo, 2)
    assert list(Commitment.objects.values_list("employee__first_name", "hours")) == [("Bo", 2)]
    assert UnitLimit.objects.get(unit=cast.mod).hours == 2


def test_mentor_without_hours_takes_none(cast: Cast) -> None:
    name_mentor(introduced(cast), cast.anna, 0)
    assert not Commitment.objects.exists()


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
    with pytest.raises(load.NotByHand):
        load.let_go(commitment=Commitment.objects.earliest("pk"), on=TODAY)


def test_recount_is_what_is_held(cast: Cast) -> None:
    signed(cast)
    mentor(cast.anna, cast.mod, 3)
    before = UnitLimit.objects.values_list("unit", "members", "hours").get()
    load.recount_all(on=TODAY)
    assert UnitLimit.objects.values_list("unit", "members", "hours").get() == before == (cast.mod.pk, 2, 7)
    load.recount_all(on=LAST)
    assert UnitLimit.objects.get().hours == 4


def test_people_count_once_whatever_their_roles(cast: Cast) -> None:
    """Bo is a trainer and a mentor, Anna a mentor twice: two people (source: T27)."""
    signed(cast)
    limits.set_limit(unit=cast.mod, max_members=2, max_hours=None)
    for person in (cast.bo, cast.anna, cast.anna):
        mentor(person, cast.mod, 1)
    assert UnitLimit.objects.get(unit=cast.mod).members == 2
    with pytest.raises(limits.OverLimit) as refusal:
        mentor(cast.tess, cast.mod, 1)
    assert (refusal.value.members, refusal.value.hours) == (1, 0)
    load.recount_all(on=TODAY)
    assert UnitLimit.objects.get(unit=cast.mod).members == 2


def test_a_person_is_given_back_with_the_last_role_alone(cast: Cast) -> None:
    first, second = mentor(cast.anna, cast.mod), mentor(cast.anna, cast.mod)
    found = []
    for row in (first, second):
        load.let_go(commitment=row, on=TODAY)
        found.append(UnitLimit.objects.get(unit=cast.mod).members)
    assert found == [1, 0]


def test_a_mentor_takes_a_head_as_a_trainer_does(cast: Cast) -> None:
    limits.set_limit(unit=cast.mod, max_members=1, max_hours=None)
    programme = introduced(cast)
    name_mentor(programme, cast.anna, 2)
    with pytest.raises(limits.OverLimit):
        chosen(cast, cast.bo)
    name_mentor(programme, cast.bo, 2)
    assert [one.hours for one in Commitment.objects.filter(employee=cast.bo)] == [2]


def take_at_once(cast: Cast) -> Counter[str]:
    """Four people of one unit take on a role of three hours in the same moment."""
    together = Barrier(4)

    def take(employee: Employee) -> str:
        together.wait()
        try:
            mentor(employee, cast.mod, 3)
        except (limits.OverLimit, limits.Busy) as refusal:
            return type(refusal).__name__
        finally:
            connection.close()
        return "taken"

    with ThreadPoolExecutor(max_workers=4) as pool:
        return Counter(pool.map(take, [cast.anna, cast.bo, cast.orla, cast.tess]))


# What one person takes: the limit of hours, and that of people.
ONE_ROLE = [{"max_members": None, "max_hours": 4}, {"max_members": 1, "max_hours": None}]


@pytest.mark.parametrize("limit", ONE_ROLE, ids=["hours", "people"])
@pytest.mark.django_db(transaction=True)
def test_without_the_lock_two_roles_at_once_go_over_the_limit(
    cast: Cast, monkeypatch: pytest.MonkeyPatch, limit: dict[str, int | None]
) -> None:
    """The race is real: what follows is not proved by roles that never met."""
    limits.set_limit(unit=cast.mod, **limit)

    def read_and_dawdle(units: list[int]) -> dict[int, UnitLimit]:
        rows = {row.unit_id: row for row in UnitLimit.objects.filter(unit__in=units).select_related("unit")}
        time.sleep(0.2)
        return rows

    monkeypatch.setattr(limits, "locked", read_and_dawdle)
    assert take_at_once(cast)["taken"] > 1


@pytest.mark.parametrize("limit", ONE_ROLE, ids=["hours", "people"])
@pytest.mark.django_db(transaction=True)
def test_two_roles_at_once_stay_within_the_limit(
    cast: Cast, monkeypatch: pytest.MonkeyPatch, limit: dict[str, int | None]
) -> None:
    """The same with the lock, and as long between what is read and what is written."""
    limits.set_limit(unit=cast.mod, **limit)
    lock = limits.locked

    def lock_and_dawdle(units: list[int]) -> dict[int, UnitLimit]:
        rows = lock(units)
        time.sleep(0.2)
        return rows

    monkeypatch.setattr(limits, "locked", lock_and_dawdle)
    assert take_at_once(cast) == {"taken": 1, "OverLimit": 3}
    row = UnitLimit.objects.get(unit=cast.mod)
    assert (row.members, row.hours, Commitment.objects.count()) == (1, 3, 1)


def test_hours_of_a_role_are_taken_from_where_somebody_works(cast: Cast) -> None:
    assert cast.bo not in staff_in(cast.bu, TODAY)
    assert cast.bo in staff_in(cast.mod, TODAY)
    assert list(staff_in(cast.bu, TODAY)) == [cast.mads]
