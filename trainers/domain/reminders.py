"""Reminders of selections and of teams at work, to the one who must act, each once (source: S69)."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial

from django.utils import timezone

from competence.domain import reminding
from competence.domain.reminding import Reminder, step_on, untold
from competence.models import Employee
from competence.queries.present import deputies, present
from trainers import emails, emails_team
from trainers.domain.sessions import EVALUATION_DAYS
from trainers.models import Candidate, Mandate
from trainers.queries import reminders as queries

ANSWER_STEPS, SCORE_STEPS, DECIDE_STEPS, SIGN_STEPS = (3, 1), (5, 1), (2,), (3,)
BEFORE_PEERS_CLOSE = timedelta(days=2)
# What was handed out is read within a week, and asked after for a month.
READING, ASKED_AFTER = timedelta(days=7), timedelta(days=30)
ENDS_SOON = timedelta(days=30)


def due(*, on: date) -> list[Reminder]:
    """What somebody is to be reminded of on `on` and has not been told yet.

    Who has left or is on leave is not chased; a leader's deputy is, instead.
    """
    return untold(_of_those_there(list(_due(on)), on))


def send(*, on: date, at: datetime) -> int:
    """Store what is due on `on` and not told yet; returns how many mails. Twice is harmless."""
    return reminding.send(reminders=due(on=on), at=at)


def _due(on: date) -> Iterator[Reminder]:
    yield from _to_candidates(on)
    yield from _to_leaders(on)
    yield from _to_colleagues(on)
    yield from _to_selectors(on)
    yield from _to_readers(on)
    yield from _before_sessions(on)
    yield from _after_sessions(on)
    yield from _before_the_end(on)


def _to_candidates(on: date) -> Iterator[Reminder]:
    """The own yes, three days and one day before it is due."""
    for candidate in queries.silent(on):
        yield from _stepped(candidate, candidate.employee, on)


def _to_leaders(on: date) -> Iterator[Reminder]:
    """Hours to release, and what trainers can count on to sign."""
    for candidate, leader in queries.without_hours(on):
        yield from _stepped(candidate, leader, on)
    for mandate, leader in queries.unsigned(on):
        step = step_on(mandate.starts_on, on, SIGN_STEPS)
        if step is not None:
            make = partial(emails_team.signature_asked, mandate, leader)
            yield Reminder("trainer_reminder", f"mandate:{mandate.pk}:{step}", mandate.starts_on, leader, make)


def _stepped(candidate: Candidate, recipient: Employee, on: date) -> Iterator[Reminder]:
    """Who was asked after the day of the step has just read it."""
    day = candidate.round.answer_by
    step = step_on(day, on, ANSWER_STEPS)
    if step is None or timezone.localdate(candidate.made_at) > day - timedelta(days=step):
        return
    make = partial(emails.reminder, candidate, recipient)
    yield Reminder("trainer_reminder", f"candidate:{candidate.pk}:{step}", day, recipient, make)


def _to_colleagues(on: date) -> Iterator[Reminder]:
    """Once, two days before nobody can answer any more (source: K22)."""
    for row in queries.unsaid(on + BEFORE_PEERS_CLOSE):
        make = partial(emails.peers_asked, row.survey, row.colleague)
        yield Reminder("trainer_peers", f"peers:{row.survey_id}:last", row.survey.closes_on, row.colleague, make)


def _to_selectors(on: date) -> Iterator[Reminder]:
    """Candidates to assess, and the team to decide."""
    for round_, assessor, number in queries.unassessed(on):
        step = step_on(round_.score_by, on, SCORE_STEPS)
        if step is not None:
            make = partial(emails.scores_due, round_, assessor, number)
            yield Reminder("trainer_scores", f"round:{round_.pk}:{step}", round_.score_by, assessor, make)
    for round_ in queries.undecided(on):
        if step_on(round_.decide_on, on, DECIDE_STEPS) is not None:
            make = partial(emails.decide_due, round_)
            yield Reminder("trainer_decide", f"round:{round_.pk}", round_.decide_on, round_.leader, make)


def _to_readers(on: date) -> Iterator[Reminder]:
    """What was handed out a week ago and is not read (source: K38)."""
    for record in queries.unread(on - READING, on - READING - ASKED_AFTER):
        if record.handed_out_on is not None:
            make = partial(emails_team.reading_waits, record)
            person = record.mandate.employee
            yield Reminder("trainer_reading", f"part:{record.pk}", record.handed_out_on + READING, person, make)


def _before_sessions(on: date) -> Iterator[Reminder]:
    """To those who hold it and those who come, the day before; made up for the same morning."""
    for session in queries.held_on(on, on + timedelta(days=1)):
        day = timezone.localdate(session.starts_at)
        for person, holds in queries.people_of(session):
            make = partial(emails_team.tomorrow, session, person, holds=holds)
            yield Reminder("trainer_tomorrow", f"session:{session.pk}", day, person, make)


def _after_sessions(on: date) -> Iterator[Reminder]:
    """To those who came and have said nothing, from the day after."""
    for session, people in queries.unanswered(on - timedelta(days=1), on - timedelta(days=EVALUATION_DAYS)):
        assert session.closed_at is not None, "it is held"
        last = timezone.localdate(session.closed_at + timedelta(days=EVALUATION_DAYS))
        for person in people:
            make = partial(emails_team.evaluation_open, session, person, last)
            yield Reminder("trainer_evaluation", f"session:{session.pk}", last, person, make)


def _before_the_end(on: date) -> Iterator[Reminder]:
    """To the trainer and the project leader, a month before a mandate ends."""
    for mandate in queries.ending(on, on + ENDS_SOON):
        for person in _of_mandate(mandate):
            make = partial(emails_team.ends_soon, mandate, person)
            yield Reminder("trainer_mandate_ends", f"mandate:{mandate.pk}", mandate.ends_on, person, make)


def _of_mandate(mandate: Mandate) -> Iterable[Employee]:
    return {one.pk: one for one in (mandate.employee, mandate.round.leader)}.values()


def _of_those_there(found: list[Reminder], on: date) -> list[Reminder]:
    """Those at work; what somebody absent should do as a leader goes to the deputies at work."""
    there = present([one.recipient.pk for one in found], on)
    absent = [one for one in found if one.recipient.pk not in there]
    instead = deputies([one.recipient.pk for one in absent], on)
    stand_ins = present([pk for pks in instead.values() for pk in pks], on)
    handed = [
        replace(one, recipient=stand_ins[pk])
        for one in absent
        if one.kind == "trainer_reminder"
        for pk in sorted(instead.get(one.recipient.pk, ()))
        if pk in stand_ins
    ]
    return [one for one in found if one.recipient.pk in there] + handed
