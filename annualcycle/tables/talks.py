"""The leader's list of talks."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import django_tables2 as tables
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django_tables2 import RequestConfig

from annualcycle.models import Cycle, Talk
from competence.cells import RowTable


@dataclass(frozen=True)
class Pill:
    """A choice of what the list shows."""

    label: str
    count: int
    url: str
    active: bool
    warn: bool = False


# What a pill shows, by the word in its address.
SHOWN: dict[str, tuple[Any, tuple[str, ...]]] = {
    "": (pgettext_lazy("talks", "All"), tuple(Talk.State.values)),
    "waiting": (pgettext_lazy("talks", "Without a time"), (Talk.State.PLANNED, Talk.State.POSTPONED)),
    "invited": (pgettext_lazy("talks", "Invited"), (Talk.State.SCHEDULED,)),
    "held": (pgettext_lazy("talks", "Held"), (Talk.State.HELD,)),
    "declined": (pgettext_lazy("talks", "Declined"), (Talk.State.DECLINED,)),
}


def in_pill(rows: Iterable[Talk], shown: str) -> list[Talk]:
    """Those of `rows` that the pill `shown` names; all of them for an unknown one."""
    _label, states = SHOWN.get(shown, SHOWN[""])
    return [row for row in rows if row.state in states]


def pills(rows: list[Talk], shown: str, cycle: Cycle) -> list[Pill]:
    """One for each group of states that has talks, all of them always."""
    found = []
    for key, (label, states) in SHOWN.items():
        count = sum(row.state in states for row in rows)
        if count or not key:
            url = f"{reverse('year:talks')}?cycle={cycle.pk}&show={key}"
            found.append(Pill(str(label), count, url, active=key == shown, warn=key == "waiting"))
    return found


class TalkTable(RowTable):
    row_template = "annualcycle/talks/_row.html"

    chosen = tables.Column(verbose_name=_("Choose"), orderable=False, attrs={"th": {"class": "choose"}})
    person = tables.Column(verbose_name=_("Employee"), order_by="employee__sort_name")
    when = tables.Column(verbose_name=_("Talk"), order_by=("starts_at", "state"))
    plan = tables.Column(verbose_name=_("Plan"), order_by="plan_confirmed")
    step = tables.Column(verbose_name=_("Next step"), orderable=False)

    class Meta:
        empty_text = _("No talks here.")

    @classmethod
    def of(cls, rows: list[Talk], shown: str, request: HttpRequest) -> "TalkTable":
        """The rows the pill `shown` names, sorted and paged as the address says."""
        table = cls(in_pill(rows, shown))
        RequestConfig(request, paginate={"per_page": 50}).configure(table)
        return table
