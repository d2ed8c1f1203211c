"""What became of the course that a new colleague needs, embedded in the programme's page by its address."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from annualcycle.access import may_write
from annualcycle.domain import introductions as domain
from annualcycle.models import Wish
from annualcycle.queries import wishes as queries
from competence.access import AccessedRequest, signed_in
from competence.models import Introduction
from strategy.access import fetch_introduction, is_newcomer, leads_introduction


@require_http_methods(["GET", "POST"])
@signed_in
def introduction_wish(request: AccessedRequest, pk: int) -> HttpResponse:
    """For the new colleague and those who keep the programme; sending the form begins the wish."""
    found = fetch_introduction(request.actor, pk)
    if not (is_newcomer(request.actor, found) or leads_introduction(request.actor, found)):
        raise PermissionDenied
    if request.method == "POST":
        return _begin(request, found)
    wish = domain.wish_of(found)
    context = {
        "introduction": found,
        "wish": wish,
        "writes": wish is not None and may_write(request.actor, wish),
        "is_draft": wish is not None and wish.state == Wish.State.DRAFT,
    }
    template = "annualcycle/wishes/introduction.html"
    return render(request, f"{template}#wish" if request.htmx else template, context)


def _begin(request: AccessedRequest, found: Introduction) -> HttpResponse:
    today = timezone.localdate()
    cycle = queries.year_for_ad_hoc(found.employee, today)
    unit = queries.main_unit(cycle, found.employee, today) if cycle else None
    if cycle is None or unit is None:
        messages.error(request, _("No year of the centre can pay for it now. Ask the manager to publish one."))
        return redirect("strategy:introduction", found.pk)
    try:
        wish = domain.begin_wish(introduction=found, cycle=cycle, unit=unit, at=timezone.now())
    except domain.NoCourseNeeded as refusal:
        messages.error(request, str(refusal))
        return redirect("strategy:introduction", found.pk)
    if may_write(request.actor, wish):
        return redirect("year:wish", wish.pk)
    messages.success(
        request, _("%(name)s has it among their own wishes, to write the rest and send it.") % {"name": found.employee}
    )
    return redirect("strategy:introduction", found.pk)
