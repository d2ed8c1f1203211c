"""What spans the apps: the tasks and numbers of the start page."""

from dataclasses import dataclass
from datetime import date, timedelta

from annualcycle.queries import pending_for
from competence.access import Actor
from competence.job_list import pending_jobs
from competence.queries import Pending
from strategy.queries.pending import pending_for as pending_strategies
from trainers.queries.pending import pending_for as pending_trainers

SOON = timedelta(days=5)


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
    found = [
        *pending_for(actor, on),
        *pending_strategies(actor, on),
        *pending_trainers(actor, on),
        *pending_jobs(actor, on),
    ]
    rows = sorted(found, key=lambda row: (row.due_on is None, row.due_on or date.max))
    return [_task(row, on) for row in rows]


def _task(row: Pending, on: date) -> Task:
    late = row.due_on is not None and row.due_on <= on + SOON
    return Task(row.due_on, late, row.title, row.why, row.url, row.action)
