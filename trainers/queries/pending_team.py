"""What teams at work and the pool put on the start page (sources: T07, T14, T17, T30, K07)."""

from datetime import date, datetime, time, timedelta

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from competence.access import Actor, Permission, scope
from competence.emails import clock, day
from competence.queries import Pending
from competence.waiting import Source
from trainers.models import Mandate, Participant, PoolShare, Session, TrainerRequest
from trainers.queries.leading import leaderships, led_by
from trainers.queries.mine import to_answer

SOON = timedelta(days=7)


def _midnight(on: date) -> datetime:
    return timezone.make_aware(datetime.combine(on, time(0)))


def _unsigned(actor: Actor, on: date) -> "QuerySet[Mandate] | None":
    if not actor.may(Permission.RELEASE_TIME):
        return None
    reach = scope(actor, Permission.RELEASE_TIME, "unit")
    # Whoever began without a signature, with a reason, is not asked for one every day.
    waits = Q(state=Mandate.State.SELECTED) | Q(unanchored_reason="")
    return Mandate.objects.running().filter(reach, waits, anchoring=None).exclude(employee=actor.employee)


def _to_sign(actor: Actor, on: date) -> list[Pending]:
    """Mandates without the leader's signature."""
    rows = _unsigned(actor, on)
    if rows is None:
        return []
    return [
        Pending(
            due_on=row.starts_on if row.state == Mandate.State.SELECTED else None,
            title=_("Sign what %(name)s can count on as a trainer") % {"name": row.employee.name},
            why=_why_signed(row) % {"programme": row.round.profile.programme.name},
            url=reverse("trainers:anchor", args=[row.pk]),
            action=pgettext("button", "Read and sign"),
        )
        for row in rows.select_related("employee", "round__profile__programme").order_by("pk")
    ]


def _why_signed(mandate: Mandate) -> str:
    if mandate.state == Mandate.State.SELECTED:
        return _("%(programme)s. The training begins when you have signed.")
    return _("%(programme)s. It has changed since it was signed.")


def _signed(actor: Actor, on: date) -> "QuerySet[Mandate]":
    signed = Mandate.objects.filter(state=Mandate.State.SELECTED, anchoring__isnull=False)
    return signed.filter(led_by(actor, "round")).order_by("pk")


def _to_begin(actor: Actor, on: date) -> list[Pending]:
    """Signed mandates whose training the project leader can begin."""
    return [
        Pending(
            due_on=row.starts_on,
            title=_("Begin the training of %(name)s") % {"name": row.employee.name},
            why=_("%(programme)s. The leader has signed.") % {"programme": row.round.profile.programme.name},
            url=reverse("trainers:mandate", args=[row.pk]),
            action=pgettext("button", "Open"),
        )
        for row in _signed(actor, on).select_related("employee", "round__profile__programme")
    ]


def _roles(actor: Actor) -> "QuerySet[Mandate]":
    return Mandate.objects.running().filter(employee=actor.employee)


def _mine(actor: Actor, on: date) -> "QuerySet[Session]":
    soon = _midnight(on) + SOON
    return Session.objects.planned().filter(trainers__mandate__in=_roles(actor), starts_at__lte=soon)


def _to_close(actor: Actor, on: date) -> list[Pending]:
    """Sessions that one holds within a week, and those that are over without a list of who came."""
    return [
        Pending(
            due_on=timezone.localdate(row.starts_at),
            title=_("Hold %(title)s, and note who came") % {"title": row.title},
            why=str(row.unit),
            url=reverse("trainers:session", args=[row.pk]),
            action=pgettext("button", "Open"),
        )
        for row in _mine(actor, on).select_related("unit").order_by("starts_at")
    ]


def _vacant(actor: Actor, on: date) -> "QuerySet[Session] | None":
    if not leaderships(actor):
        return None
    return Session.objects.planned().vacant().filter(led_by(actor, "round")).order_by("starts_at", "pk")


def _to_fill(actor: Actor, on: date) -> list[Pending]:
    """Sessions of one's teams that nobody holds since a mandate has ended (source: K45)."""
    return [_without_trainer(row, is_over=row.starts_at < _midnight(on)) for row in _vacant(actor, on) or ()]


def _without_trainer(row: Session, *, is_over: bool) -> Pending:
    said = {"title": row.title}
    return Pending(
        due_on=timezone.localdate(row.starts_at),
        title=_("Note who came to %(title)s") % said if is_over else _("Find somebody for %(title)s") % said,
        why=_("Nobody holds it since a mandate has ended."),
        url=reverse("trainers:session_hold" if is_over else "trainers:session_edit", args=[row.pk]),
        action=pgettext("button", "Open"),
    )


def _invited(actor: Actor, on: date) -> "QuerySet[Session]":
    own = Participant.objects.filter(employee=actor.employee, declined=False)
    first = _midnight(on)
    rows = Session.objects.planned().filter(participants__in=own, starts_at__gte=first, starts_at__lte=first + SOON)
    return rows.exclude(trainers__mandate__in=_roles(actor)).order_by("starts_at", "pk")


def _to_come(actor: Actor, on: date) -> list[Pending]:
    """Sessions of the week ahead that one is invited to (source: K11)."""
    return [
        Pending(
            due_on=timezone.localdate(row.starts_at),
            title=_("Come to %(title)s on %(day)s at %(time)s")
            % {"title": row.title, "day": day(row.starts_at), "time": clock(row.starts_at)},
            why=row.place or _("The place follows."),
            url=reverse("trainers:session", args=[row.pk]),
            action=pgettext("button", "Open"),
        )
        for row in _invited(actor, on)
    ]


def _promised(actor: Actor, on: date) -> "QuerySet[Session]":
    mine = Session.objects.held().filter(trainers__mandate__in=_roles(actor), followed_up_on=None)
    return mine.filter(follow_up_on__lte=on + SOON).order_by("follow_up_on", "pk")


def _to_follow_up(actor: Actor, on: date) -> list[Pending]:
    """Those who came to a session expect to hear from one again (source: T22)."""
    return [
        Pending(
            due_on=row.follow_up_on,
            title=_("Get in touch with those who came to %(title)s") % {"title": row.title},
            why=_("They have been told that they hear from you."),
            url=reverse("trainers:session", args=[row.pk]),
            action=pgettext("button", "Open"),
        )
        for row in _promised(actor, on)
    ]


def _open(actor: Actor, on: date) -> "QuerySet[Session]":
    return to_answer(actor.employee, _midnight(on))


def _to_answer(actor: Actor, on: date) -> list[Pending]:
    return [
        Pending(
            due_on=None,
            title=_("What did you think of %(title)s?") % {"title": row.title},
            why=_("Three questions. Nobody can see whose answer it is."),
            url=reverse("trainers:evaluate", args=[row.pk]),
            action=pgettext("button", "Answer"),
        )
        for row in _open(actor, on)
    ]


def _asked(actor: Actor, on: date) -> "QuerySet[PoolShare]":
    return PoolShare.objects.open().filter(employee=actor.employee, agreed_at=None)


def _to_agree(actor: Actor, on: date) -> list[Pending]:
    """Whether other municipalities may see one."""
    return [
        Pending(
            due_on=None,
            title=_("May other municipalities see you as a trainer?"),
            why=_("Nobody sees you unless you say yes, and you can take it back any day."),
            url=reverse("trainers:share", args=[row.pk]),
            action=pgettext("button", "Answer"),
        )
        for row in _asked(actor, on)
    ]


def _requests(actor: Actor, on: date) -> "QuerySet[TrainerRequest]":
    return TrainerRequest.objects.filter(answer="", share__asked_by=actor.employee).order_by("asked_at")


def _to_lend(actor: Actor, on: date) -> list[Pending]:
    """Requests of other municipalities for a trainer one has shared."""
    return [
        Pending(
            due_on=None,
            title=_("Can %(name)s teach in %(municipality)s?")
            % {"name": row.share.employee.name, "municipality": row.municipality.name},
            why=row.topic,
            url=reverse("trainers:request", args=[row.pk]),
            action=pgettext("button", "Answer"),
        )
        for row in _requests(actor, on).select_related("share__employee", "municipality")
    ]


SOURCES = (
    Source(_unsigned, _to_sign),
    Source(_signed, _to_begin),
    Source(_mine, _to_close),
    Source(_vacant, _to_fill),
    Source(_invited, _to_come),
    Source(_promised, _to_follow_up),
    Source(_open, _to_answer),
    Source(_asked, _to_agree),
    Source(_requests, _to_lend),
)
