"""What spans the apps: the tasks of the start page."""

from dataclasses import dataclass
from datetime import date, timedelta

from annualcycle.queries import entitlements, follow_ups, my_wishes, pending_for, talks
from competence import job_list
from competence.access import Actor
from competence.queries import Pending
from competence.waiting import Source, waiting
from strategy.queries import pending as strategy
from trainers.queries import pending as trainers
from trainers.queries import pending_team

SOON = timedelta(days=5)
# What seldom waits; the annual cycle nearly always has something.
SOURCES = (
    *follow_ups.SOURCES,
    Source(talks.left_behind, talks.pending_hand_over),
    Source(my_wishes.waiting_wishes, my_wishes.pending_wishes),
    *entitlements.SOURCES,
    *strategy.SOURCES,
    *trainers.SOURCES,
    *pending_team.SOURCES,
    *job_list.SOURCES,
)


@dataclass(frozen=True)
class Task:
    """A row of the start page; `late` is marked: the date has come, or comes within five days."""

    due: date | None
    late: bool
    title: str
    why: str
    url: str
    action: str


def tasks_for(actor: Actor, on: date) -> list[Task]:
    """What waits for `actor`, what is due first at the top, what has no date last."""
    found = [*pending_for(actor, on), *waiting(SOURCES, actor, on)]
    rows = sorted(found, key=lambda row: (row.due_on is None, row.due_on or date.max))
    return [_task(row, on) for row in rows]


def _task(row: Pending, on: date) -> Task:
    late = row.due_on is not None and row.due_on <= on + SOON
    return Task(row.due_on, late, row.title, row.why, row.url, row.action)
