"""What teams at work put on the start page (sources: T07, T17, K07)."""

from datetime import date, datetime, time, timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from competence.access import Actor, Permission, scope
from competence.queries import Pending
from trainers.models import Mandate, Session
from trainers.queries.mine import to_answer

SOON = timedelta(days=7)


def pending_for(actor: Actor, on: date) -> list[Pending]:
    """What waits for `actor` in teams at work; three queries, four for leaders."""
    at = timezone.make_aware(datetime.combine(on, time(0)))
    return [*_to_sign(actor), *_to_begin(actor), *_to_close(actor, at), *_to_answer(actor, at)]


def _to_sign(actor: Actor) -> list[Pending]:
    """Mandates without the leader's signature."""
    if not actor.may(Permission.RELEASE_TIME):
        return []
    rows = Mandate.objects.filter(
        scope(actor, Permission.RELEASE_TIME, "unit"), state=Mandate.State.SELECTED, anchoring=None
    ).exclude(employee=actor.employee)
    return [
        Pending(
            due_on=row.starts_on,
            title=_("Sign what %(name)s can count on as a trainer") % {"name": row.employee.name},
            why=_("%(programme)s. The training begins when you have signed.")
            % {"programme": row.round.profile.programme.name},
            url=reverse("trainers:anchor", args=[row.pk]),
            action=pgettext("button", "Read and sign"),
        )
        for row in rows.select_related("employee", "round__profile__programme").order_by("pk")
    ]


def _to_begin(actor: Actor) -> list[Pending]:
    """Signed mandates whose training the project leader can begin."""
    rows = Mandate.objects.filter(
        round__leader=actor.employee, state=Mandate.State.SELECTED, anchoring__isnull=False
    ).select_related("employee", "round__profile__programme")
    return [
        Pending(
            due_on=row.starts_on,
            title=_("Begin the training of %(name)s") % {"name": row.employee.name},
            why=_("%(programme)s. The leader has signed.") % {"programme": row.round.profile.programme.name},
            url=reverse("trainers:mandate", args=[row.pk]),
            action=pgettext("button", "Open"),
        )
        for row in rows.order_by("pk")
    ]


def _to_close(actor: Actor, at: datetime) -> list[Pending]:
    """Sessions that one holds within a week, and those that are over without a list of who came."""
    rows = Session.objects.planned().filter(trainers__mandate__employee=actor.employee, starts_at__lte=at + SOON)
    return [
        Pending(
            due_on=timezone.localdate(row.starts_at),
            title=_("Hold %(title)s, and note who came") % {"title": row.title},
            why=str(row.unit),
            url=reverse("trainers:session", args=[row.pk]),
            action=pgettext("button", "Open"),
        )
        for row in rows.select_related("unit").order_by("starts_at")
    ]


def _to_answer(actor: Actor, at: datetime) -> list[Pending]:
    return [
        Pending(
            due_on=None,
            title=_("What did you think of %(title)s?") % {"title": row.title},
            why=_("Three questions. Nobody can see whose answer it is."),
            url=reverse("trainers:evaluate", args=[row.pk]),
            action=pgettext("button", "Answer"),
        )
        for row in to_answer(actor.employee, at)
    ]
