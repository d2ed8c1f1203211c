"""Reminders of every date of the year, to the one who must act, each once (source: S69).

A date is reminded of in steps, so many days before it; a step lasts until the next one. A night without
beat is thereby made up for the next morning, and the ledger keeps each step to one mail.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import partial
from itertools import chain

from annualcycle import emails
from annualcycle.domain.cycle import Phase, spans
from annualcycle.models import Cycle, Talk
from annualcycle.queries import reminders as queries
from annualcycle.queries.reminders import Due, Holders, Kind, Moment
from competence.domain import mailings
from competence.models import Notice, Role
from competence.queries.present import deputies, present

# So many days a step after the date lasts; then the date is history.
OVERDUE_DAYS = 7


@dataclass(frozen=True)
class Reminder:
    """A date of the year with its steps in days before it, and whether it still matters in a year."""

    day_of: Callable[[Cycle], date]
    steps: tuple[int, ...]
    matters: Callable[[Cycle], bool]

    def moments(self, cycles: Iterable[Cycle], on: date) -> list[Moment]:
        found = []
        for cycle in cycles:
            step = step_on(self.day_of(cycle), on, self.steps)
            if step is not None and self.matters(cycle):
                found.append(Moment(cycle, self.day_of(cycle), step))
        return found


def step_on(day: date, on: date, steps: Sequence[int]) -> int | None:
    """The step that `on` lies in: 3 is the third day before `day` and what follows, −1 the day after it."""
    left = (day - on).days
    last = min(steps)
    if left < (last - OVERDUE_DAYS if last < 0 else 0):
        return None
    return min((step for step in steps if left <= step), default=None)


def _unreleased(cycle: Cycle) -> bool:
    return cycle.is_published and not cycle.is_released


def _uninformed(cycle: Cycle) -> bool:
    orientation = getattr(cycle, "orientation", None)
    return cycle.is_released and (orientation is None or orientation.published_at is None)


def _themes_end(cycle: Cycle) -> date:
    return next((span.ends for span in spans(cycle) if span.phase == Phase.ORIENTATION), cycle.orientation_on)


def _is_published(cycle: Cycle) -> bool:
    return cycle.is_published


CRITERIA = Reminder(lambda cycle: cycle.talks_open_on, (14, 3), lambda cycle: not cycle.is_published)
# Seven days from the opening: a step after the day on which the talks open.
INVITE = Reminder(lambda cycle: cycle.talks_open_on - timedelta(days=1), (-1,), _is_published)
TALKS = Reminder(lambda cycle: cycle.talks_close_on, (30, 14, 3), _is_published)
PLANS = Reminder(lambda cycle: cycle.talks_close_on, (7, 1), _is_published)
DRAFTS = Reminder(lambda cycle: cycle.wishes_due_on, (7, 1), _is_published)
ASSESS = Reminder(lambda cycle: cycle.decide_on, (7, 2), _unreleased)
MEETING = Reminder(lambda cycle: cycle.decide_on, (1,), _unreleased)
RELEASE = Reminder(lambda cycle: cycle.feedback_by, (5, 1, -1), _unreleased)
ORIENTATION = Reminder(lambda cycle: cycle.orientation_on, (7, 1, -1), _uninformed)
THEMES = Reminder(_themes_end, (14, 3), lambda cycle: cycle.is_released and cycle.themes_published_at is None)
EVALUATION = Reminder(lambda cycle: cycle.evaluate_on, (14, 3, -1), lambda cycle: cycle.is_released)


def running() -> list[Cycle]:
    """The years that have dates to be reminded of."""
    cycles = Cycle.objects.filter(is_history=False, evaluated_at__isnull=True)
    return list(cycles.select_related("unit", "orientation").order_by("pk"))


def due(*, cycles: Sequence[Cycle], on: date) -> list[Due]:
    """What somebody in `cycles` is to be reminded of on `on` and has not been told yet.

    Who has left or is on leave is not chased; a leader's deputy is, instead. The number of queries is the same
    for any number of years and people.
    """
    held = queries.holders(cycles, on)
    found = list(chain(_to_employees(cycles, on), _to_leaders(cycles, held, on)))
    ledger = Notice.objects.filter(kind__in=Kind.values, due_on__in={one.due_on for one in found})
    told = set(ledger.values_list("kind", "subject", "due_on", "recipient"))
    there = _to_deputies(found, on)
    return [one for one in there if (str(one.kind), one.about, one.due_on, one.person) not in told]


def _to_employees(cycles: Sequence[Cycle], on: date) -> Iterable[Due]:
    published = [cycle for cycle in cycles if cycle.is_published]
    yield from queries.talks_soon(published, on)
    yield from queries.plans(PLANS.moments(cycles, on))
    yield from queries.drafts(DRAFTS.moments(cycles, on))
    yield from queries.unread(published, on)


def _to_leaders(cycles: Sequence[Cycle], held: Holders, on: date) -> Iterable[Due]:
    planned = [Talk.State.PLANNED, Talk.State.POSTPONED]
    yield from queries.talks_of_leaders(_not_closing(INVITE.moments(cycles, on)), on, Kind.INVITE, planned)
    yield from queries.talks_of_leaders(TALKS.moments(cycles, on), on, Kind.TALKS, Talk.State.values)
    yield from queries.unassessed([m for m in ASSESS.moments(cycles, on) if on > m.cycle.wishes_due_on], held)
    yield from queries.themes(THEMES.moments(cycles, on), held)
    released = [m for m in RELEASE.moments(cycles, on) if on >= m.cycle.decide_on]
    yield from _to(Role.LEADERSHIP_GROUP, Kind.MEETING, MEETING.moments(cycles, on), held)
    yield from _to(Role.MANAGER, Kind.CRITERIA, CRITERIA.moments(cycles, on), held)
    yield from _to(Role.MANAGER, Kind.RELEASE, released, held)
    yield from _to(Role.MANAGER, Kind.ORIENTATION, ORIENTATION.moments(cycles, on), held)
    yield from _to(Role.MANAGER, Kind.EVALUATION, EVALUATION.moments(cycles, on), held)


def _not_closing(moments: Iterable[Moment]) -> list[Moment]:
    """The date to act by is the day the talks close."""
    return [replace(moment, due_on=moment.cycle.talks_close_on) for moment in moments]


def _to(role: str, kind: Kind, moments: Iterable[Moment], held: Holders) -> Iterable[Due]:
    for moment in moments:
        yield from queries.of_cycle(kind, moment, held[moment.cycle.pk, role])


def _to_deputies(dues: Sequence[Due], on: date) -> list[Due]:
    """`dues` of those at work; what an absent leader should do goes to the deputies at work."""
    there = present([one.person for one in dues], on)
    absent = [one for one in dues if one.person not in there and one.kind in queries.OF_LEADERS]
    instead = deputies([one.person for one in absent], on)
    handed = [replace(one, person=person) for one in absent for person in sorted(instead.get(one.person, ()))]
    stand_ins = present([one.person for one in handed], on)
    return [one for one in dues if one.person in there] + [one for one in handed if one.person in stand_ins]


def send(*, dues: Sequence[Due], on: date, at: datetime) -> int:
    """One mail to each person with all that is due; each in its own transaction. Returns how many mails were stored.

    Running it twice, or again after it died, stores only what is missing.
    """
    by_person: dict[int, list[Due]] = {}
    for one in sorted(dues, key=lambda one: (one.due_on, one.kind, one.about)):
        by_person.setdefault(one.person, []).append(one)
    people = present(by_person, on)
    stored = 0
    for person, own in by_person.items():
        if employee := people.get(person):
            compose = partial(emails.reminders, employee)
            told = mailings.notify_together(claims=own, recipient=employee, compose=compose, at=at)
            stored += 1 if told else 0
    return stored
