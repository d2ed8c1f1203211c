"""The monitor of equal treatment: what it looks at, and what it never tells."""

import json
from datetime import date
from decimal import Decimal

from annualcycle.domain import evaluation
from annualcycle.equality import Finding
from annualcycle.models import Cycle, Evaluation
from annualcycle.models.decisions import Outcome
from annualcycle.queries import monitor
from competence.domain import people
from competence.models import BirthYear, Employee, Employment
from tests.annualcycle.board import published_cycle
from tests.annualcycle.january import IN_JANUARY, release
from tests.annualcycle.years import answered_wish, past_year
from tests.cast import Cast


def staff(cast: Cast, number: int, **facts: object) -> list[Employee]:
    """So many more people in Modtagelse."""
    made = []
    for place in range(number):
        employee = people.register(
            municipality=cast.nordby,
            number=f"{facts.get('profession', 'x')}{place}",
            first_name="Nr.",
            last_name=str(place),
            email="",
        )
        post = people.Post(job_title="Job", profession="Job", agreement="DS", starts_on=date(2020, 1, 1))
        people.employ(employee=employee, unit=cast.mod, post=post)
        employee.employments.update(**facts)
        made.append(employee)
    return made


def uneven(cast: Cast, *, size: int = 8) -> Cycle:
    """Psychologists, working 30 hours and born in 1960, got nothing; social workers got what they wished."""
    cycle = past_year(cast.bu, 2025)
    for employee in staff(cast, size, profession="Psykolog", weekly_hours=Decimal(30)):
        answered_wish(cycle, employee, Outcome.NOT_MET)
        BirthYear.objects.create(employee=employee, year=1960)
    for employee in staff(cast, 8, profession="Socialrådgiver"):
        answered_wish(cycle, employee, Outcome.GRANTED)
        BirthYear.objects.create(employee=employee, year=1990)
    return cycle


def found(cycle: Cycle) -> dict[tuple[str, str], Finding]:
    return {(one.grouping, one.group): one for one in monitor.monitor_of(cycle.unit, [cycle]).findings}


def test_groups_are_held_against_each_other_by_what_they_were_at_the_wish(cast: Cast) -> None:
    groups = found(uneven(cast))
    assert {key: one.difference for key, one in groups.items()} == {
        ("profession", "Psykolog"): -100,
        ("hours", "full_time"): 100,
        ("age", "30"): 100,
    }
    assert all(one.is_proved for one in groups.values())


def test_a_group_below_the_smallest_is_put_together_with_others_or_not_shown(cast: Cast) -> None:
    assert found(uneven(cast, size=5)) == {}


def test_hours_are_held_against_the_longest_week_that_enough_people_work(cast: Cast) -> None:
    cycle = uneven(cast)
    [one] = staff(cast, 1, profession="Leder", weekly_hours=Decimal(45))
    answered_wish(cycle, one, Outcome.GRANTED)
    assert ("hours", "full_time") not in found(cycle)
    assert found(cycle)["hours", "part_time"].persons == 8


def test_age_is_looked_at_only_where_years_of_birth_are_supplied_and_never_in_numbers(cast: Cast) -> None:
    cycle = uneven(cast)
    of_age = found(cycle)["age", "30"]
    assert (of_age.persons, of_age.wishes, of_age.granted) == (0, 0, 0)
    BirthYear.objects.all().delete()
    assert {grouping for grouping, _group in found(cycle)} == {"profession", "hours"}


def test_what_was_asked_for_during_the_year_is_not_in_it(cast: Cast) -> None:
    cycle = uneven(cast)
    before = found(cycle)
    [one] = staff(cast, 1, profession="Jurist")
    wish = answered_wish(cycle, one, Outcome.NOT_MET)
    wish.is_ad_hoc = True
    wish.why_now = "Det haster."
    wish.save()
    assert found(cycle) == before


def test_the_evaluation_freezes_it_without_any_number_of_persons(cast: Cast) -> None:
    uneven(cast)
    cycle = release(cast, published_cycle(cast))
    evaluation.save(cycle=cycle, text="Vi talte sammen.", changes="", at=IN_JANUARY)
    assert monitor.frozen_monitor(cast.bu) is None
    evaluation.finish(cycle=cycle, by=cast.mads, at=IN_JANUARY)
    frozen = monitor.frozen_monitor(cast.bu)
    assert frozen is not None
    assert frozen.years == (2025, 2026)
    assert {(one.persons, one.wishes, one.granted) for one in frozen.findings} == {(0, 0, 0)}
    assert {(one.group, one.difference) for one in frozen.findings} == {
        ("Psykolog", -100),
        ("full_time", 100),
        ("30", 100),
    }
    Employment.objects.filter(profession="Psykolog").update(profession="Jurist")
    assert monitor.frozen_monitor(cast.bu) == frozen
    assert Evaluation.objects.get().figures == json.loads(json.dumps(Evaluation.objects.get().figures))


def test_bands_begin_at_thirty() -> None:
    assert [monitor.band(age) for age in (19, 29, 30, 39, 40, 59, 60, 71)] == [
        "0",
        "0",
        "30",
        "30",
        "40",
        "50",
        "60",
        "60",
    ]
