"""Programmes of new colleagues: who has one, who lacks one, what comes next (sources: S35–S37)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from competence.access import Actor, Permission, scope
from competence.domain.introductions import StepFacts, subject_of
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
from competence.queries import Pending
from strategy.reading import NEW_FOR

# What comes so soon stands on the start page.
SOON = timedelta(days=7)
# A programme is made ready so long before the first day.
AHEAD = timedelta(days=60)
# By then leader and new colleague have seen whether a course is needed.
ASSESSED_WITHIN = timedelta(days=30)


@dataclass(frozen=True)
class Programme:
    """A programme with its items by date and the mentor of the day, or the next one."""

    introduction: Introduction
    items: list[IntroductionItem]
    mentorship: Mentorship | None

    @property
    def done(self) -> int:
        return sum(item.done_on is not None for item in self.items)

    @property
    def next_item(self) -> IntroductionItem | None:
        return next((item for item in self.items if item.done_on is None), None)


def programme(introduction: Introduction, on: date) -> Programme:
    """Two queries, none where `items` and `mentorships` are fetched with it."""
    rows = [row for row in introduction.mentorships.all() if row.ends_on >= on]
    return Programme(introduction, list(introduction.items.all()), rows[0] if rows else None)


def _with_parts(rows: "QuerySet[Introduction]") -> "QuerySet[Introduction]":
    return rows.select_related("employee", "unit").prefetch_related("items", "mentorships__mentor")


def running(actor: Actor, on: date) -> list[Programme]:
    """Programmes `actor` keeps: of the last half year, and older ones in which something is left; four queries."""
    left = IntroductionItem.objects.filter(introduction=OuterRef("pk"), done_on__isnull=True)
    employed = Employment.objects.valid_on(on).filter(employee=OuterRef("employee"), unit=OuterRef("unit"))
    kept = Introduction.objects.filter(scope(actor, Permission.KEEP_DUTIES, "unit"))
    rows = kept.filter(Exists(left) | Q(starts_on__gt=on - NEW_FOR))
    rows = rows.filter(Q(starts_on__gt=on) | Exists(employed)).exclude(employee=actor.employee)
    return [programme(row, on) for row in _with_parts(rows).order_by("-starts_on", "employee__sort_name")]


def without(actor: Actor, on: date) -> "QuerySet[Employment]":
    """New posts in the units `actor` keeps, of the last half year or to come, whose holder has no programme there.

    Somebody who has changed posts in the house is not new: seniority says who is.
    """
    return _new_posts(on).filter(scope(actor, Permission.KEEP_DUTIES, "unit")).exclude(employee=actor.employee)


def _new_posts(on: date) -> "QuerySet[Employment]":
    made = Introduction.objects.filter(employee=OuterRef("employee"), unit=OuterRef("unit"))
    rows = Employment.objects.filter(starts_on__lte=on + AHEAD, seniority_on__gt=on - NEW_FOR)
    rows = rows.exclude(ends_on__lt=on).filter(~Exists(made), employee__is_active=True)
    return rows.select_related("employee", "unit").order_by("starts_on", "employee__sort_name")


def steps_for(unit: Unit) -> list[IntroductionStep]:
    """The steps of `unit`, else of the nearest unit above that has some."""
    rows = IntroductionStep.objects.filter(unit__in=unit.line).select_related("unit")
    by_unit = {pk: list(found) for pk, found in groupby(rows.order_by("-unit__path", "after_days", "pk"), _unit)}
    return next(iter(by_unit.values()), [])


def _unit(step: IntroductionStep) -> int:
    return step.unit_id


def facts_of(steps: Iterable[IntroductionStep]) -> list[StepFacts]:
    return [StepFacts(step.title, step.after_days, step.text) for step in steps]


def mentor_candidates(introduction: Introduction, on: date) -> "QuerySet[Employee]":
    """Everybody in post in the municipality but the new colleague."""
    people = Employee.objects.get_queryset().filter(municipality=introduction.employee.municipality_id)
    return people.exclude(pk=introduction.employee_id).employed_on(on)


def mentorships_of(introduction: Introduction) -> "QuerySet[Mentorship]":
    """The mentors in order, each with the `hours` a week it takes, None where none are counted."""
    taken = Commitment.objects.filter(
        subject=subject_of(introduction), employee=OuterRef("mentor"), starts_on=OuterRef("starts_on")
    )
    rows: QuerySet[Mentorship] = introduction.mentorships.select_related("mentor")
    return rows.annotate(hours=Subquery(taken.values("hours")[:1]))


def own(actor: Actor, on: date) -> "QuerySet[Introduction]":
    """The reader's programmes in which something is left, or of the last half year."""
    left = IntroductionItem.objects.filter(introduction=OuterRef("pk"), done_on__isnull=True)
    return Introduction.objects.filter(Exists(left) | Q(starts_on__gt=on - NEW_FOR), employee=actor.employee)


def due_for_me(actor: Actor, on: date) -> "QuerySet[IntroductionItem]":
    """What is left in the reader's own programme and comes soon."""
    return _due(on).filter(introduction__employee=actor.employee)


def due_for_mentor(actor: Actor, on: date) -> "QuerySet[IntroductionItem]":
    """What is left in the programmes of those whose mentor the reader is today, and comes soon."""
    mine = Mentorship.objects.valid_on(on).filter(introduction=OuterRef("introduction"), mentor=actor.employee)
    return _due(on).filter(Exists(mine))


def _due(on: date) -> "QuerySet[IntroductionItem]":
    rows = IntroductionItem.objects.filter(done_on__isnull=True, due_on__lte=on + SOON)
    return rows.select_related("introduction__employee").order_by("introduction", "due_on")


def pending_mine(actor: Actor, on: date) -> list[Pending]:
    """One row for the reader's own programme."""
    return [
        _row(
            found,
            ngettext(
                "%(count)s thing of your introduction comes now",
                "%(count)s things of your introduction come now",
                len(found),
            )
            % {"count": len(found)},
        )
        for found in _by_programme(due_for_me(actor, on))
    ]


def pending_mentor(actor: Actor, on: date) -> list[Pending]:
    """One row for each new colleague whose mentor the reader is."""
    return [
        _row(found, _("Help %(name)s get started") % {"name": found[0].introduction.employee})
        for found in _by_programme(due_for_mentor(actor, on))
    ]


def _by_programme(rows: "QuerySet[IntroductionItem]") -> list[list[IntroductionItem]]:
    return [list(found) for _programme, found in groupby(rows, key=lambda row: row.introduction_id)]


def _row(found: list[IntroductionItem], title: str) -> Pending:
    url = reverse("strategy:introduction", args=[found[0].introduction_id])
    return Pending(found[0].due_on, title, found[0].title, url, pgettext("button", "Open"))


def _led(actor: Actor) -> list[int]:
    return [grant.unit for grant in actor.grants if grant.role in ("team_leader", "manager")]


def lacking(actor: Actor, on: date) -> "QuerySet[Employment] | None":
    """New posts in the units the reader leads, without a programme."""
    led = _led(actor)
    return _new_posts(on).filter(unit__in=led).exclude(employee=actor.employee) if led else None


def pending_programmes(actor: Actor, on: date) -> list[Pending]:
    """New colleagues who have no programme yet."""
    rows = lacking(actor, on)
    return [
        Pending(
            due_on=post.starts_on,
            title=_("Make an introduction for %(name)s") % {"name": post.employee},
            why=_("New in %(unit)s. A programme with days, and a mentor.") % {"unit": post.unit},
            url=f"{reverse('strategy:introduction_new')}?post={post.pk}",
            action=pgettext("button", "Make it"),
        )
        for post in (rows if rows is not None else ())
    ]


def unassessed(actor: Actor, on: date) -> "QuerySet[Introduction] | None":
    """Programmes in the units the reader leads that have begun, in which nobody has said whether a course is needed."""
    if not (led := _led(actor)):
        return None
    rows = Introduction.objects.filter(unit__in=led, assessed_at__isnull=True, starts_on__lte=on)
    return rows.filter(starts_on__gt=on - NEW_FOR).exclude(employee=actor.employee).select_related("employee")


def pending_assessments(actor: Actor, on: date) -> list[Pending]:
    rows = unassessed(actor, on)
    return [
        Pending(
            due_on=row.starts_on + ASSESSED_WITHIN,
            title=_("Does %(name)s need a course to do the job?") % {"name": row.employee},
            why=_("Look at it together in the first month. What cannot wait can be wished for at once."),
            url=reverse("strategy:introduction_assess", args=[row.pk]),
            action=pgettext("button", "Answer"),
        )
        for row in (rows if rows is not None else ())
    ]
