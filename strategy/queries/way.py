"""The way of a version: where it stands, who must act, and what waits for whom (sources: S01–S03)."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from competence.access import Actor, Permission, scope
from competence.models import Unit
from competence.queries import Pending
from strategy.models import Approval, Comment, Section, Strategy, WorkingGroupMember

State = Strategy.State
# The evaluation is asked for when the period is about to end.
ASK_TO_EVALUATE = timedelta(days=120)


@dataclass(frozen=True)
class Step:
    """A step of the way, as `components/steps.html` draws it: done, now or next."""

    label: str
    state: str
    on: date | None = None


def steps_of(strategy: Strategy, on: date) -> list[Step]:
    """Draft, hearing, MED, in force, evaluated."""
    order = [State.DRAFT, State.HEARING, State.MED, State.APPROVED, State.EVALUATED]
    now = order.index(State(strategy.state)) if strategy.state in order else len(order)
    if strategy.state == State.APPROVED and strategy.starts_on > on:
        now = order.index(State.APPROVED)
    labels = [
        (pgettext("step of a strategy", "Written"), None),
        (pgettext("step of a strategy", "Hearing"), strategy.hearing_closes_on),
        (pgettext("step of a strategy", "MED"), strategy.approved_on),
        (pgettext("step of a strategy", "In force"), strategy.starts_on if strategy.is_frozen else None),
        (pgettext("step of a strategy", "Evaluated"), None),
    ]
    return [
        Step(label, "done" if index < now else "now" if index == now else "next", day)
        for index, (label, day) in enumerate(labels)
    ]


def on_their_way(actor: Actor) -> "QuerySet[Strategy]":
    """Versions not approved yet that `actor` may open: written by them, run by them, or heard among them."""
    member = WorkingGroupMember.objects.filter(strategy=OuterRef("pk"), employee=actor.employee)
    paths = Q(pk__in=[])
    for post in actor.posts:
        paths |= Q(unit__in=[int(part) for part in post.path.split("/") if part])
    heard = Q(state__in=[State.HEARING, State.MED]) & (paths | scope(actor, Permission.APPROVE_STRATEGY, "unit"))
    rows = Strategy.objects.filter(state__in=Strategy.ON_THEIR_WAY)
    mine = rows.filter(Q(Exists(member)) | scope(actor, Permission.WRITE_STRATEGY, "unit") | heard)
    unanswered = Count("sections__comments", filter=Q(sections__comments__answered_at__isnull=True))
    return (
        mine.select_related("unit")
        .annotate(is_mine=Exists(member), open_comments=unanswered)
        .order_by("unit__path", "-version")
    )


def units_without_draft(actor: Actor) -> "QuerySet[Unit]":
    """Units whose strategy `actor` runs and that have no version on its way."""
    busy = Strategy.objects.filter(unit=OuterRef("pk"), state__in=Strategy.ON_THEIR_WAY)
    units = Unit.objects.filter(scope(actor, Permission.WRITE_STRATEGY), closed_on__isnull=True)
    return units.filter(~Exists(busy)).order_by("path")


def newest_of(unit: Unit) -> Strategy | None:
    """The latest approved version, to copy from."""
    return Strategy.objects.published().filter(unit=unit).order_by("-version").first()


def sections_to_write(strategy: Strategy) -> "QuerySet[Section]":
    """In reading order, with the counts of needs, comments and texts set aside."""
    return (
        strategy.sections.select_related("edited_by")
        .annotate(
            need_count=Count("needs", distinct=True),
            comment_count=Count("comments", distinct=True),
            aside_count=Count("other_texts", filter=Q(other_texts__settled_at__isnull=True), distinct=True),
        )
        .order_by("position")
    )


def comments_of(strategy: Strategy) -> "QuerySet[Comment]":
    """All comments in the order of the sections."""
    rows = Comment.objects.filter(section__strategy=strategy).select_related("section", "author", "answered_by")
    return rows.order_by("section__position", "made_at")


def before_med(strategy: Strategy) -> Approval | None:
    """Where and when MED takes the version up; None where it does not lie there."""
    return strategy.approvals.filter(result="").first() if strategy.state == State.MED else None


def approvals_of(strategy: Strategy) -> "QuerySet[Approval]":
    return strategy.approvals.select_related("recorded_by").order_by("-put_at")


def pending_on_the_way(actor: Actor, on: date) -> list[Pending]:
    """What the way of a version asks of `actor`: write, comment, answer, put before MED, record."""
    return [row for version in on_their_way(actor) for row in _asked(actor, version, on)]


def _asked(actor: Actor, version: Strategy, on: date) -> list[Pending]:
    runs = any(grant.role == "manager" and version.unit_id == grant.unit for grant in actor.grants)
    if version.state == State.DRAFT and (version.is_mine or runs):  # type: ignore[attr-defined]  # annotated
        return [_write(version)]
    if version.state == State.HEARING:
        return _in_hearing(actor, version, on, runs=runs)
    if version.state == State.MED and actor.may(Permission.APPROVE_STRATEGY, version.unit):
        return _before_med(actor, version, on, runs=runs)
    return []


def _write(version: Strategy) -> Pending:
    return Pending(
        due_on=None,
        title=_("Write the strategy of %(unit)s") % {"unit": version.unit},
        why=_("Version %(number)s is a draft. Staff read it when you send it to hearing.")
        % {"number": version.version},
        url=reverse("strategy:way", args=[version.pk]),
        action=pgettext("button", "Write on"),
    )


def _in_hearing(actor: Actor, version: Strategy, on: date, *, runs: bool) -> list[Pending]:
    is_mine, waiting = version.is_mine, version.open_comments  # type: ignore[attr-defined]  # annotated
    if (is_mine or runs) and waiting:
        return [_answer(version, waiting)]
    if version.is_heard_on(on) and not is_mine and any(p.path.startswith(version.unit.path) for p in actor.posts):
        return [_comment(version)]
    if runs and not version.is_heard_on(on):
        return [_put(version)]
    return []


def _answer(version: Strategy, waiting: int) -> Pending:
    return Pending(
        due_on=version.hearing_closes_on,
        title=_("Answer the comments to the strategy of %(unit)s") % {"unit": version.unit},
        why=_("%(count)s wait for an answer. MED gets the strategy when all are answered.") % {"count": waiting},
        url=reverse("strategy:hearing", args=[version.pk]),
        action=pgettext("button", "Answer"),
    )


def _comment(version: Strategy) -> Pending:
    return Pending(
        due_on=version.hearing_closes_on,
        title=_("Say what you think of the strategy"),
        why=_("It frames what %(unit)s learns. You can comment on each section.") % {"unit": version.unit},
        url=reverse("strategy:strategy", args=[version.pk]),
        action=pgettext("button", "Read and comment"),
    )


def _put(version: Strategy) -> Pending:
    return Pending(
        due_on=None,
        title=_("Put the strategy of %(unit)s before MED") % {"unit": version.unit},
        why=_("The hearing is over and everything is answered."),
        url=reverse("strategy:agenda", args=[version.pk]),
        action=pgettext("button", "Put it on the agenda"),
    )


def _before_med(actor: Actor, version: Strategy, on: date, *, runs: bool) -> list[Pending]:
    approval = version.approvals.filter(result="").first()
    if approval is None or not (runs or actor.has_role("med_member")):
        return []
    if on < approval.meets_on:
        day = date_format(approval.meets_on, pgettext("date in a sentence, Django format", "j F Y"))
        return [
            Pending(
                due_on=approval.meets_on,
                title=_("Read the strategy of %(unit)s before the meeting") % {"unit": version.unit},
                why=_("%(committee)s takes it up on %(day)s.") % {"committee": approval.committee, "day": day},
                url=reverse("strategy:strategy", args=[version.pk]),
                action=pgettext("button", "Read"),
            )
        ]
    return [
        Pending(
            due_on=approval.meets_on,
            title=_("Record what MED said of the strategy of %(unit)s") % {"unit": version.unit},
            why=_("Approved or sent back, and which minutes it stands in."),
            url=reverse("strategy:result", args=[version.pk]),
            action=pgettext("button", "Record"),
        )
    ]


def to_evaluate(actor: Actor, on: date) -> "QuerySet[Strategy] | None":
    """Strategies of `actor`'s units whose period is about to end."""
    units = [grant.unit for grant in actor.grants if grant.role == "manager"]
    if not units:
        return None
    ending = Strategy.objects.in_force_on(on).filter(state=State.APPROVED, ends_on__lte=on + ASK_TO_EVALUATE)
    return ending.filter(unit__in=units).select_related("unit")


def pending_evaluations(actor: Actor, on: date) -> list[Pending]:
    """Strategies to evaluate before their period ends."""
    return [
        Pending(
            due_on=version.ends_on,
            title=_("Evaluate the strategy of %(unit)s") % {"unit": version.unit},
            why=_("Its period is about to end. What you write goes into the next version."),
            url=reverse("strategy:evaluate", args=[version.pk]),
            action=pgettext("button", "Evaluate"),
        )
        for version in to_evaluate(actor, on) or ()
    ]
