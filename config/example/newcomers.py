"""Two new colleagues of the example: one six weeks into a programme with a mentor, one who comes next month."""

from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from competence.domain import introductions, people
from competence.models import Employee, Introduction, Unit
from config.example import files
from strategy.domain import examples

SINCE, AHEAD = timedelta(days=41), timedelta(days=20)
MENTOR_FOR = timedelta(days=182)


def load(*, team: Unit, leader: Employee, now: datetime) -> None:
    """Steps of the centre, and both colleagues in `team`, which `leader` leads."""
    today = timezone.localdate(now)
    told = files.texts()["newcomers"]
    assert team.parent is not None
    steps = examples.introduction("da") + [introductions.StepFacts(**step) for step in told["steps"]]
    introductions.take_over(unit=team.parent, steps=steps)
    came, _comes = (
        _hired(team, person, today + days) for person, days in zip(told["people"], (-SINCE, AHEAD), strict=True)
    )
    made = introductions.begin(
        employee=came, unit=team, starts_on=today - SINCE, steps=steps, by=leader, at=now - SINCE
    )
    _carry_on(made, leader, now, told)


def _hired(team: Unit, person: dict[str, Any], starts_on: Any) -> Employee:
    assert team.municipality is not None
    made = people.register(municipality=team.municipality, **person)
    post = people.Post(
        job_title="Socialrådgiver",
        profession="Socialrådgiver",
        agreement="Dansk Socialrådgiverforening",
        starts_on=starts_on,
    )
    people.employ(employee=made, unit=team, post=post)
    return made


def _carry_on(made: Introduction, leader: Employee, now: datetime, told: dict[str, Any]) -> None:
    """A mentor of the team, what is done, and a course that cannot wait."""
    today = timezone.localdate(now)
    mentor = Employee.objects.get(municipality=leader.municipality_id, number=told["mentor"])
    introductions.name_mentor(
        introduction=made,
        mentor=mentor,
        starts_on=made.starts_on,
        ends_on=made.starts_on + MENTOR_FOR,
        on=today,
        hours=2,
    )
    for item in made.items.filter(due_on__lte=today - timedelta(days=7)):
        introductions.tick(item=item, is_done=True, by=mentor, on=item.due_on)
    introductions.assess(
        introduction=made,
        needs_course=True,
        course=told["course"],
        reason=told["reason"],
        by=leader,
        at=now - timedelta(days=10),
    )
