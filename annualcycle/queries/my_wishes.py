"""A person's own wishes: where each stands, and what waits (sources: S09, S47)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Any, cast

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from annualcycle.models import Cycle, Decision, Wish
from annualcycle.models.decisions import Route
from annualcycle.queries.wishes import find
from competence.access import Actor
from competence.models import Employee
from competence.queries import Pending


@dataclass(frozen=True)
class Step:
    """How far a wish has come. `state` is done, now or next; `on` is None while no day is known."""

    label: str
    on: date | None
    state: str


@dataclass(frozen=True)
class WishRow:
    """One wish on the person's own page. `decision` is None until the answer is released."""

    wish: Wish
    steps: list[Step]
    decision: Decision | None


@dataclass(frozen=True)
class YearOfWishes:
    cycle: Cycle
    rows: list[WishRow]


def answer_to(wish: Wish) -> Decision | None:
    """The decision as the employee may know it: only once it is released (source: S47)."""
    decision: Decision | None = getattr(wish, "decision", None)
    return decision if decision and decision.is_released else None


def steps_of(wish: Wish) -> list[Step]:
    """Sent, assessed, decided, answered; an agreement in the talk is two steps. Needs `find`."""
    if wish.submitted_at is None:
        return []
    answer = answer_to(wish)
    sent = (pgettext("step of a wish", "Sent"), _day(wish.submitted_at), True)
    answered = (pgettext("step of a wish", "Answer"), _day(answer.released_at) if answer else None, bool(answer))
    if answer and answer.route == Route.TALK:
        return _with_states([sent, (pgettext("step of a wish", "Agreed"), _day(answer.decided_at), True)])
    decided = (pgettext("step of a wish", "Decided"), _day(answer.decided_at) if answer else None, bool(answer))
    if wish.is_ad_hoc:
        return _with_states([sent, decided, answered])
    assessed_at = cast(Any, wish).assessed_at
    assessed = (pgettext("step of a wish", "Assessed"), _day(assessed_at), bool(assessed_at or answer))
    return _with_states([sent, assessed, *_planned(wish.cycle, decided, answered)])


def _planned(cycle: Cycle, *steps: tuple[str, date | None, bool]) -> list[tuple[str, date | None, bool]]:
    """Steps to come say so, and carry the day the year has for them."""
    to_come = (
        (pgettext("step of a wish", "To be decided"), cycle.decide_on),
        (pgettext("step of a wish", "Answer by"), cycle.feedback_by),
    )
    planned = [(label, day, False) for label, day in to_come]
    return [step if step[2] else later for step, later in zip(steps, planned, strict=True)]


def _with_states(steps: list[tuple[str, date | None, bool]]) -> list[Step]:
    last_done = max(index for index, (_label, _on, done) in enumerate(steps) if done)
    states = ["now" if index == last_done else "done" if index < last_done else "next" for index in range(len(steps))]
    return [Step(label, on, state) for (label, on, _done), state in zip(steps, states, strict=True)]


def _day(moment: datetime | None) -> date | None:
    return timezone.localdate(moment) if moment else None


def my_wishes(employee: Employee) -> list[YearOfWishes]:
    """All wishes of the person but the withdrawn, by year, the newest first."""
    wishes = find().filter(employee=employee).exclude(state=Wish.State.WITHDRAWN)
    found: Iterable[Wish] = wishes.order_by("-cycle__year", "cycle", "pk")
    years = groupby(found, key=lambda wish: wish.cycle)
    return [YearOfWishes(cycle, [_row(wish) for wish in rows]) for cycle, rows in years]


def _row(wish: Wish) -> WishRow:
    return WishRow(wish, steps_of(wish), answer_to(wish))


def waiting_wishes(actor: Actor, on: date) -> "QuerySet[Wish]":
    """Drafts to finish while wishes are collected, and answers to read."""
    draft = Q(state=Wish.State.DRAFT, is_ad_hoc=False, cycle__wishes_due_on__gte=on) & ~Q(title="")
    unread = Q(decision__released_at__isnull=False, decision__read_at__isnull=True, cycle__is_history=False)
    return Wish.objects.filter(draft | unread, employee=actor.employee).select_related("cycle")


def pending_wishes(actor: Actor, on: date) -> list[Pending]:
    wishes = waiting_wishes(actor, on)
    return [_draft(wish) if wish.state == Wish.State.DRAFT else _unread(wish) for wish in wishes]


def _draft(wish: Wish) -> Pending:
    day = date_format(wish.cycle.wishes_due_on, pgettext("date in a sentence, Django format", "j F Y"))
    return Pending(
        due_on=wish.cycle.wishes_due_on,
        title=_("Finish your wish: %(title)s") % {"title": wish.title},
        why=_("It is a draft. Send it by %(day)s so that it counts.") % {"day": day},
        url=reverse("year:wish_edit", args=[wish.pk]),
        action=_("Finish"),
    )


def _unread(wish: Wish) -> Pending:
    return Pending(
        due_on=None,
        title=_("Read the answer to your wish: %(title)s") % {"title": wish.title},
        why=_("It says what was decided, why, and what happens now."),
        url=reverse("year:answer", args=[wish.pk]),
        action=pgettext("verb on a button", "Read"),
    )
