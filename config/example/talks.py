"""Talks held, talks to come, and the plans that came of them, in the example municipality."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from random import Random
from typing import TypeVar

from django.utils import timezone

from annualcycle.domain import plans, preparations, talks
from annualcycle.models import Cycle, Talk
from annualcycle.models.talks import Side
from config.example import files
from strategy.models import Need

ROOMS = ("Lokale 2.14", "Lokale 0.03", "Kontoret", "Mødelokale Eg")
CONFIRMED_BY_BOTH, CONFIRMED_BY_ONE = 0.75, 0.9
T = TypeVar("T")


def hold(*, cycle: Cycle, share: float, today: date, random: Random) -> None:
    """Hold `share` of the talks; of the rest most have a time, or are prepared for."""
    rows = cycle.talks.select_related("employee", "leader", "cycle").exclude(leader=None).order_by("pk")
    needs = list(Need.objects.filter(section__strategy__unit=cycle.unit))
    last = min(cycle.talks_close_on, today - timedelta(days=1))
    for talk in rows:
        if random.random() < share:
            day = last - timedelta(days=random.randrange((last - cycle.talks_open_on).days))
            _hold(talk, _noon(_workday(day)), needs, random)
        elif cycle.talks_close_on > today:
            _arrange(talk, today, random)


def _hold(talk: Talk, at: datetime, needs: list[Need], random: Random) -> None:
    leader = talk.leader
    assert leader is not None
    _prepare(talk, Side.EMPLOYEE, at - timedelta(days=3), random)
    talks.hold(talk=talk, on=timezone.localdate(at), by=leader, at=at)
    plan = plans.open_for(cycle=talk.cycle, employee=talk.employee, by=leader, at=at)
    version = plans.save(plan=plan, content=_content(at.date(), needs, random), revision=1, by=leader, at=at)
    told = random.random()
    if told < CONFIRMED_BY_ONE:
        side, by = (Side.EMPLOYEE, talk.employee) if random.random() < 0.6 else (Side.LEADER, leader)
        plans.confirm(plan=plan, side=side, revision=version.revision, by=by, at=at + timedelta(days=1))
        if told < CONFIRMED_BY_BOTH:
            side, by = (Side.LEADER, leader) if side == Side.EMPLOYEE else (Side.EMPLOYEE, talk.employee)
            plans.confirm(plan=plan, side=side, revision=version.revision, by=by, at=at + timedelta(days=2))


def _content(day: date, needs: list[Need], random: Random) -> plans.Content:
    chosen = random.sample(files.texts()["goals"], k=random.randint(1, 3))
    goals = [
        plans.GoalFacts(
            title=goal["title"],
            how=goal["how"],
            help_from=goal["help_from"],
            due_on=date(day.year + 1, random.randrange(2, 12), 1),
            need=random.choice(needs).pk if needs else None,
        )
        for goal in chosen
    ]
    return plans.Content(_pick("conditions", random), goals)


def _arrange(talk: Talk, today: date, random: Random) -> None:
    """A time in the next two weeks, a preparation, or nothing yet."""
    told = random.random()
    if told < 0.6:
        starts = _noon(_workday(today + timedelta(days=random.randint(1, 8)))) + timedelta(
            hours=random.choice((-3, -2, 1, 2))
        )
        meeting = talks.Meeting(starts, random.choice(ROOMS))
        assert talk.leader is not None
        talks.invite(talk=talk, meeting=meeting, by=talk.leader, at=_noon(today - timedelta(days=6)))
    if told < 0.3:
        _prepare(talk, Side.EMPLOYEE, _noon(today - timedelta(days=1)), random)


def _prepare(talk: Talk, side: Side, at: datetime, random: Random) -> None:
    answers = preparations.Answers(
        **{name: _pick(name, random) for name in ("went_well", "difficult", "learn", "conditions")}
    )
    row = preparations.save(talk=talk, side=side, answers=answers, by=talk.employee, at=at)
    preparations.give(preparation=row, at=at)


def _pick(name: str, random: Random) -> str:
    texts: Sequence[str] = files.texts()[name]
    return random.choice(texts)


def _workday(day: date) -> date:
    """`day`, or the Friday before a weekend."""
    return day - timedelta(days=max(0, day.weekday() - 4))


def _noon(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(12)))
