"""Looks at the use after the introduction that are due, for the team and its project leader (source: K10)."""

from datetime import date, timedelta

from django.db.models import Exists, OuterRef, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from competence.access import Actor
from competence.queries import Pending
from trainers.models import Mandate, UseCheck
from trainers.queries.leading import led_by

SOON = timedelta(days=7)


def due(actor: Actor, on: date) -> "QuerySet[UseCheck]":
    """Within a week from `on`, in the teams one is in or leads."""
    mine = Mandate.objects.running().filter(round=OuterRef("round"), employee=actor.employee)
    rows = UseCheck.objects.filter(held_on__isnull=True, due_on__lte=on + SOON)
    return rows.filter(led_by(actor, "round") | Exists(mine))


def pending_use(actor: Actor, on: date) -> list[Pending]:
    return [
        Pending(
            due_on=row.due_on,
            title=_("Look whether it is used in %(unit)s") % {"unit": row.unit},
            why=_("%(programme)s. Note what you find, and what happens next.")
            % {"programme": row.round.profile.programme.name},
            url=reverse("trainers:use_check", args=[row.pk]),
            action=pgettext("button", "Note it"),
        )
        for row in due(actor, on).select_related("unit", "round__profile__programme").order_by("due_on", "pk")
    ]
