"""What stands in a person's calendar: the dates of the year and their own talks."""

from datetime import date
from typing import cast

from django.conf import settings
from django.db.models import Q
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from annualcycle.models import Cycle, Talk
from annualcycle.phases import DATE_FIELDS, label
from annualcycle.queries.cycle import visible
from competence.access import Actor
from competence.calendar import Entry


def entries_for(actor: Actor, on: date) -> list[Entry]:
    """The published years of `actor`'s centres, and the talks `actor` is in, as employee or leader."""
    cycles = visible(actor).filter(unit__in=actor.centres, published_at__isnull=False, year__gte=on.year - 1)
    talks = Talk.objects.filter(Q(employee=actor.employee) | Q(leader=actor.employee), state=Talk.State.SCHEDULED)
    rows = talks.select_related("employee", "leader").order_by("starts_at")
    return [entry for cycle in cycles for entry in _dates(cycle)] + [_talk(actor, talk) for talk in rows]


def _dates(cycle: Cycle) -> list[Entry]:
    url = settings.BASE_URL + reverse("year:cycle", args=[cycle.pk])
    return [
        Entry(
            uid=f"cycle-{cycle.pk}-{name}",
            title=f"{capfirst(label(name))} ({cycle.unit})",
            starts=getattr(cycle, name),
            url=url,
        )
        for name in DATE_FIELDS
    ]


def _talk(actor: Actor, talk: Talk) -> Entry:
    own = talk.employee_id == actor.employee.pk
    other = talk.leader if own else talk.employee
    kind = capfirst(talk.get_kind_display())
    return Entry(
        uid=f"talk-{talk.pk}-feed",
        title=_("%(kind)s with %(name)s") % {"kind": kind, "name": other} if other else str(talk),
        starts=cast(date, talk.starts_at),
        minutes=talk.minutes,
        place=talk.place,
        url=settings.BASE_URL + reverse("year:talk", args=[talk.pk]),
    )
