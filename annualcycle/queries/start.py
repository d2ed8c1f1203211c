"""The numbers on the start page: how far the talks and plans of those one leads or follows have come."""

from datetime import date

from django.db.models import Count, Exists, Max, OuterRef, Q
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from annualcycle.models import PlanVersion, Talk
from annualcycle.queries.cycle import running_years
from competence.access import Actor, Permission, scope
from competence.queries import Figure


def figures_for(actor: Actor, on: date) -> list[Figure]:
    """Talks held and plans confirmed by both, in the years that run on `on`; nothing for who follows nobody.

    One query, whatever the number of people.
    """
    if not actor.may(Permission.SEE_PROGRESS):
        return []
    confirmed = PlanVersion.objects.filter(
        plan__employee=OuterRef("employee"),
        plan__cycle=OuterRef("cycle"),
        employee_confirmed_at__isnull=False,
        leader_confirmed_at__isnull=False,
    )
    talks = Talk.objects.filter(scope(actor, Permission.SEE_PROGRESS, "unit"), cycle__in=running_years(actor, on))
    counted = talks.aggregate(
        all=Count("pk"),
        held=Count("pk", filter=Q(state=Talk.State.HELD)),
        confirmed=Count("pk", filter=Exists(confirmed)),
        closes=Max("cycle__talks_close_on"),
    )
    if not counted["all"]:
        return []
    url = reverse("year:talks" if actor.may(Permission.LEAD_TALKS) else "year:overview")
    return _figures(counted["all"], counted["held"], counted["confirmed"], counted["closes"], url)


def _figures(people: int, held: int, confirmed: int, closes: date, url: str) -> list[Figure]:
    until = date_format(closes, pgettext("date in a sentence, Django format", "j F Y"))
    missing = held - confirmed
    return [
        Figure(
            title=_("Talks"),
            value=held,
            whole=people,
            of=_("of %(all)s held") % {"all": people},
            note=_("Until %(day)s") % {"day": until},
            url=url,
        ),
        Figure(
            title=_("Plans confirmed by both"),
            value=confirmed,
            whole=people,
            of=_("of %(all)s") % {"all": people},
            note=_("%(count)s talks held without a confirmed plan") % {"count": missing} if missing > 0 else "",
            url=url,
        ),
    ]
