"""What a strategy says about its reader: post, roles, being new, wishes (sources: S08, S35, S38)."""

from datetime import date

import pytest

from annualcycle.queries.strategy import Meaning, meaning_for
from competence.domain import introductions, people
from competence.domain.introductions import StepFacts
from competence.models import Employee, Role
from strategy.domain import duties, editing, versions
from strategy.models import Strategy
from tests.annualcycle import autumn
from tests.annualcycle.board import published_cycle, submitted_wish
from tests.cast import START, TODAY, Cast
from tests.strategy.writing import AT, acting

ON = date(2025, 12, 1)


def strategy(cast: Cast) -> Strategy:
    """A section for case workers, and one each for the new, the elected, the leaders of teams and super-users."""
    made = versions.draft(unit=cast.bu, title="Strategi", starts_on=date(2026, 1, 1), ends_on=date(2027, 12, 31))
    groups = {
        "3.1": "case_workers",
        "3.2": "newcomers",
        "3.3": "representatives",
        "3.4": "team_leaders",
        "3.5": "super_users",
    }
    for number, group in groups.items():
        section = editing.add_section(strategy=made, number=number, title=group, on=ON)
        editing.add_need(section=section, facts=editing.NeedFacts(f"Til {group}", group), on=ON)
    return versions.adopt(strategy=made, committee="MED", on=ON)


def told(employee: Employee, of: Strategy) -> Meaning:
    return meaning_for(acting(employee), of, TODAY)


def sections(employee: Employee, of: Strategy) -> tuple[list[str], list[tuple[str, list[str]]], bool]:
    meaning = told(employee, of)
    return meaning.sections, [(role.name, role.sections) for role in meaning.roles], meaning.is_new


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("bo", (["3.1"], [], False)),
        ("vik", (["3.1", "3.2"], [], True)),
        ("tess", (["3.1", "3.3"], [("tillidsrepræsentant", ["3.3"])], False)),
        ("tove", (["3.1", "3.4"], [("faglig leder", ["3.4"])], False)),
        ("karl", ([], [], False)),
    ],
)
def test_sections_follow_from_profession_role_and_time_in_post(
    cast: Cast, name: str, expected: tuple[list[str], list[tuple[str, list[str]]], bool]
) -> None:
    assert sections(cast.member(name), strategy(cast)) == expected


@pytest.mark.parametrize(
    ("role", "said", "section"),
    [
        (Role.SAFETY_REPRESENTATIVE, "arbejdsmiljørepræsentant", "3.3"),
        (Role.SAFETY_GROUP, "medlem af arbejdsmiljøgruppen", "3.3"),
        (Role.SUPER_USER, "superbruger", "3.5"),
    ],
)
def test_who_has_a_role_finds_what_is_for_it(cast: Cast, role: Role, said: str, section: str) -> None:
    people.assign_role(employee=cast.bo, role=role, unit=cast.mod, starts_on=START)
    assert sections(cast.bo, strategy(cast))[1] == [(said, [section])]


def test_new_colleague_finds_the_programme(cast: Cast) -> None:
    of = strategy(cast)
    steps = [StepFacts("Nøgler", 0)]
    made = introductions.begin(employee=cast.vik, unit=cast.mod, starts_on=TODAY, steps=steps, by=cast.tove, at=AT)
    assert [told(person, of).introduction for person in (cast.vik, cast.bo)] == [made, None]


def test_own_wishes_show_which_needs_they_meet_and_nobody_elses_do(cast: Cast) -> None:
    need, of = autumn.need(cast), Strategy.objects.get()
    wish = submitted_wish(published_cycle(cast), cast.anna, need=need)
    found = [(told(person, of).wishes, told(person, of).met) for person in (cast.anna, cast.bo)]
    assert found == [([wish], [need.pk]), ([], [])]


def test_what_comes_again_stands_beside_the_need_it_came_of(cast: Cast) -> None:
    need, of = autumn.need(cast), Strategy.objects.get()
    noted = duties.Noted(cast.tove, AT, TODAY)
    topic = duties.add_brush_up(unit=cast.bu, topic="Et andet navn", interval_months=12, need=need)
    duties.note_brush_up(brush_up=topic, day=date(2025, 9, 1), noted=noted)
    duties.add_brush_up(unit=cast.bu, topic="Uden behov", interval_months=12)
    found = [(row.need, row.topic.last, row.topic.due, row.topic.is_late) for row in told(cast.anna, of).again]
    assert found == [(need, date(2025, 9, 1), date(2026, 9, 1), True)]
    assert told(cast.karl, of).again == []


def test_next_supervision_is_that_of_the_own_team(cast: Cast) -> None:
    of = strategy(cast)
    assert told(cast.anna, of).supervision is None
    row = duties.offer_supervision(unit=cast.mod, starts_on=date(2026, 1, 1))
    noted = duties.Noted(cast.tove, AT, TODAY)
    unplanned = told(cast.anna, of).supervision
    duties.note_quarter(supervision=row, year=2026, quarter=4, state="planned", noted=noted, day=date(2026, 12, 9))
    planned = told(cast.anna, of).supervision
    assert (unplanned and unplanned.day, planned and planned.day) == (None, date(2026, 12, 9))
    assert told(cast.eva, of).supervision is None
