"""The list of what a leader follows up on."""

from datetime import date

import django_tables2 as tables
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from annualcycle.models import Decision
from annualcycle.queries.follow_ups import COMING, DONE, DUE, in_pill
from annualcycle.tables.talks import Pill
from competence.cells import RowTable

SHOWN = {
    DUE: pgettext_lazy("follow-ups", "Now"),
    COMING: pgettext_lazy("follow-ups", "Later"),
    DONE: pgettext_lazy("follow-ups", "Done"),
}


def pills(rows: "QuerySet[Decision]", shown: str, on: date) -> list[Pill]:
    """Due, to come and done, each with how many there are."""
    url = reverse("year:follow_ups")
    return [
        Pill(str(label), in_pill(rows, key, on).count(), f"{url}?show={key}", active=key == shown)
        for key, label in SHOWN.items()
    ]


class FollowUpTable(RowTable):
    row_template = "annualcycle/follow_ups/_row.html"
    today: date

    employee = tables.Column(verbose_name=_("Who"), order_by=("wish__employee__sort_name", "pk"))
    course = tables.Column(verbose_name=_("Granted course"), order_by=("wish__title", "pk"))
    sharing = tables.Column(verbose_name=_("To be shared"), order_by=("follow_up__share_by", "pk"))
    due = tables.Column(verbose_name=_("Follow up by"), order_by=("due_on", "pk"))

    class Meta:
        order_by = "due"
        empty_text = _("Nothing here.")
