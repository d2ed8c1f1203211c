"""Getting new colleagues started: steps of a unit, a programme for each, mentor, assessment (sources: S35–S37)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from competence.domain import commitments
from competence.models import (
    Commitment,
    Employee,
    Employment,
    Introduction,
    IntroductionItem,
    IntroductionStep,
    Mentorship,
    Unit,
)


class HasIntroduction(Exception):
    """There is a programme from that day already."""


class NotOneself(Exception):
    """Nobody is their own mentor."""


class IsDone(Exception):
    """What is done stays as it was."""


@dataclass(frozen=True)
class StepFacts:
    """A step: `after_days` after the first day."""

    title: str
    after_days: int
    text: str = ""


@transaction.atomic
def add_step(*, unit: Unit, facts: StepFacts) -> IntroductionStep:
    return IntroductionStep.objects.create(unit=unit, title=facts.title, text=facts.text, after_days=facts.after_days)


@transaction.atomic
def change_step(*, step: IntroductionStep, facts: StepFacts) -> IntroductionStep:
    """Programmes that have begun stay as they are."""
    step.title, step.text, step.after_days = facts.title, facts.text, facts.after_days
    step.save(update_fields=["title", "text", "after_days"])
    return step


@transaction.atomic
def remove_step(*, step: IntroductionStep) -> None:
    step.delete()


@transaction.atomic
def take_over(*, unit: Unit, steps: Iterable[StepFacts]) -> list[IntroductionStep]:
    """Give `unit` steps of its own to begin from; nothing where it has some."""
    Unit.objects.select_for_update().get(pk=unit.pk)
    if unit.introduction_steps.exists():
        return list(unit.introduction_steps.all())
    return [add_step(unit=unit, facts=facts) for facts in steps]


@transaction.atomic
def begin(
    *,
    employee: Employee,
    unit: Unit,
    starts_on: date,
    steps: Iterable[StepFacts],
    by: Employee,
    at: datetime,
) -> Introduction:
    """A programme of its own for `employee`, with a day for each step. Raises HasIntroduction."""
    Employee.objects.select_for_update().get(pk=employee.pk)
    if Introduction.objects.filter(employee=employee, unit=unit, starts_on=starts_on).exists():
        raise HasIntroduction(_("%(name)s has a programme from that day already.") % {"name": employee})
    made = Introduction.objects.create(employee=employee, unit=unit, starts_on=starts_on, made_by=by, made_at=at)
    for step in steps:
        due_on = starts_on + timedelta(days=step.after_days)
        IntroductionItem.objects.create(introduction=made, title=step.title, text=step.text, due_on=due_on)
    return made


@transaction.atomic
def add_item(*, introduction: Introduction, title: str, due_on: date, text: str = "") -> IntroductionItem:
    return IntroductionItem.objects.create(introduction=introduction, title=title, text=text, due_on=due_on)


@transaction.atomic
def change_item(*, item: IntroductionItem, title: str, due_on: date, text: str = "") -> IntroductionItem:
    """Raises IsDone."""
    item = _open(item)
    item.title, item.text, item.due_on = title, text, due_on
    item.save(update_fields=["title", "text", "due_on"])
    return item


@transaction.atomic
def remove_item(*, item: IntroductionItem) -> None:
    """Raises IsDone."""
    _open(item).delete()


def _open(item: IntroductionItem) -> IntroductionItem:
    fresh = IntroductionItem.objects.select_for_update().get(pk=item.pk)
    if fresh.done_on is not None:
        raise IsDone(_("It is done. Take that back first."))
    return fresh


@transaction.atomic
def tick(*, item: IntroductionItem, is_done: bool, by: Employee, on: date) -> IntroductionItem:
    """Done on `on`, or not done after all. Who said so first is kept."""
    fresh = IntroductionItem.objects.select_for_update().get(pk=item.pk)
    if is_done != (fresh.done_on is not None):
        fresh.done_on, fresh.done_by = (on, by) if is_done else (None, None)
        fresh.save(update_fields=["done_on", "done_by"])
    return fresh


def subject_of(introduction: Introduction) -> str:
    """As the hours of its mentors are marked."""
    return f"introduction:{introduction.pk}"


@transaction.atomic
def name_mentor(
    *, introduction: Introduction, mentor: Employee, starts_on: date, ends_on: date, on: date, hours: int = 0
) -> Mentorship:
    """`mentor` from `starts_on` until `ends_on` (inclusive); one before ends the day before.

    `hours` a week come out of the mentor's unit, under its limit (source: T27). Raises NotOneself,
    commitments.NoRoom, commitments.Busy.
    """
    locked = Introduction.objects.select_for_update().get(pk=introduction.pk)
    if mentor.pk == locked.employee_id:
        raise NotOneself(_("A colleague is the mentor, not the new one."))
    rows = Mentorship.objects.filter(introduction=locked)
    rows.filter(starts_on__gte=starts_on).delete()
    day_before = starts_on - timedelta(days=1)
    rows.filter(ends_on__gte=starts_on).update(ends_on=day_before)
    commitments.give_back(subject=subject_of(locked), last=day_before, on=on)
    made = Mentorship.objects.create(introduction=locked, mentor=mentor, starts_on=starts_on, ends_on=ends_on)
    if hours:
        _take_hours(made, hours, on)
    return made


def _take_hours(mentorship: Mentorship, hours: int, on: date) -> None:
    """From the unit of the post with most hours; from that of the programme where the mentor has none yet."""
    posts = Employment.objects.valid_on(mentorship.starts_on).filter(employee=mentorship.mentor)
    post = posts.select_related("unit").order_by("-weekly_hours", "pk").first()
    commitments.take_on(
        employee=mentorship.mentor,
        unit=post.unit if post else mentorship.introduction.unit,
        kind=Commitment.Kind.MENTOR,
        hours=hours,
        starts_on=mentorship.starts_on,
        ends_on=mentorship.ends_on,
        on=on,
        subject=subject_of(mentorship.introduction),
    )


@transaction.atomic
def assess(
    *, introduction: Introduction, needs_course: bool, course: str, reason: str, by: Employee, at: datetime
) -> Introduction:
    """Whether a course is needed to do the job, which, and why (source: S37)."""
    introduction.needs_course = needs_course
    introduction.course, introduction.course_reason = (course, reason) if needs_course else ("", reason)
    introduction.assessed_by, introduction.assessed_at = by, at
    introduction.save(update_fields=["needs_course", "course", "course_reason", "assessed_by", "assessed_at"])
    return introduction
