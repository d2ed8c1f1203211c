"""Reminders of hearings, MED and what comes again, to the one who must act, each once (sources: S15, S29, S34, S69)."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import partial

from competence.domain import reminding
from competence.domain.reminding import Reminder, untold
from strategy import emails
from strategy.models import Approval, BrushUp, FirstAid, Pool, Strategy
from strategy.queries import leaders_of, med_members_of
from strategy.queries.duties import FIRST_AID_SOON, topics_of

# So many days before a pool closes the one who applies is reminded; and on the day it opens.
POOL_STEPS = (30, 7, 1)


def due(*, on: date) -> list[Reminder]:
    """What somebody is to be reminded of on `on` and has not been told yet."""
    return untold(_due(on))


def send(*, on: date, at: datetime) -> int:
    """Store what is due on `on` and not told yet; returns how many mails. Twice is harmless."""
    return reminding.send(reminders=due(on=on), at=at)


def _due(on: date) -> Iterator[Reminder]:
    yield from _to_answer(on)
    yield from _to_record(on)
    yield from _to_brush_up(on)
    yield from _to_renew(on)
    yield from _to_apply(on)


def _to_answer(on: date) -> Iterator[Reminder]:
    """To the working group, the day after the hearing, while comments wait."""
    over = Strategy.objects.filter(state=Strategy.State.HEARING, hearing_closes_on__lt=on)
    waiting = over.filter(sections__comments__answered_at__isnull=True, sections__comments__isnull=False).distinct()
    for strategy in waiting.select_related("unit"):
        closed = strategy.hearing_closes_on or on
        for member in strategy.members.select_related("employee__municipality__settings"):
            message = partial(emails.comments_wait, strategy, member.employee)
            yield Reminder("strategy_comments_wait", f"strategy:{strategy.pk}", closed, member.employee, message)


def _to_record(on: date) -> Iterator[Reminder]:
    """To the members of MED, the day after the meeting, while nothing is recorded."""
    met = Approval.objects.filter(result="", meets_on__lt=on).select_related("strategy__unit")
    for approval in met:
        for person in med_members_of(approval.strategy.unit, on):
            message = partial(emails.result_missing, approval, person)
            yield Reminder("strategy_result_missing", f"approval:{approval.pk}", approval.meets_on, person, message)


def _to_brush_up(on: date) -> Iterator[Reminder]:
    """To the unit's leaders, when a topic should be held within a month."""
    units = {row.unit for row in BrushUp.objects.filter(is_active=True).select_related("unit")}
    for unit in units:
        for topic in topics_of(unit, on):
            if topic.due is not None and (topic.is_soon or topic.is_late):
                for leader in leaders_of(unit, on):
                    message = partial(emails.topic_due, topic.brush_up, topic.due, leader)
                    yield Reminder("brush_up_due", f"brush_up:{topic.brush_up.pk}", topic.due, leader, message)


def _to_renew(on: date) -> Iterator[Reminder]:
    """To the person, two months before the certificate expires."""
    soon = FirstAid.objects.filter(expires_on__gte=on, expires_on__lte=on + FIRST_AID_SOON, employee__is_active=True)
    rows = soon.select_related("employee__municipality__settings")
    for row in rows:
        if not row.employee.first_aid.filter(expires_on__gt=row.expires_on).exists():
            message = partial(emails.first_aid_expires, row)
            yield Reminder("first_aid_expires", f"first_aid:{row.pk}", row.expires_on, row.employee, message)


def _to_apply(on: date) -> Iterator[Reminder]:
    """To the one who applies: when the pool opens, and a month, a week and a day before it closes."""
    watched = Pool.objects.filter(state=Pool.State.WATCHED, responsible__is_active=True, closes_on__gte=on)
    for pool in watched.select_related("responsible__municipality__settings"):
        left = (pool.closes_on - on).days
        step = min((step for step in POOL_STEPS if left <= step), default=None)
        days = [pool.closes_on - timedelta(days=step)] if step is not None else []
        days += [pool.opens_on] if pool.opens_on <= on <= pool.opens_on + timedelta(days=7) else []
        for day in days:
            if pool.responsible is not None:
                message = partial(emails.pool_closes, pool, pool.responsible)
                yield Reminder("pool_closes", f"pool:{pool.pk}", day, pool.responsible, message)
