"""Needs one has reported, and what became of them (source: T21)."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from competence.access import AccessedRequest, signed_in
from competence.domain import reported_needs as domain
from competence.forms.reported_needs import ReportForm
from competence.models import ReportedNeed
from competence.queries import reported_needs as queries


@require_GET
@signed_in
def mine(request: AccessedRequest) -> HttpResponse:
    me = request.actor.employee
    rows = list(queries.reported_by(me))
    context = {"rows": rows, "may_report": queries.may_report(me, timezone.localdate())}
    return render(request, "competence/reported/mine.html", context)


@require_http_methods(["GET", "POST"])
@signed_in
def new(request: AccessedRequest) -> HttpResponse:
    me, today = request.actor.employee, timezone.localdate()
    if not queries.may_report(me, today):
        raise PermissionDenied
    units = queries.units_to_report_in(me, today)
    start = {"unit": next((post.unit for post in request.actor.posts), None)}
    competences = queries.competences_of(request.actor.municipality)
    form = ReportForm(request.POST or None, units=units, competences=competences, initial=start)
    if form.is_valid():
        domain.report(employee=me, facts=form.facts, at=timezone.now())
        messages.success(request, _("Reported. You see here what becomes of it."))
        return redirect("reported_needs")
    return render(request, "competence/reported/new.html", {"form": form})


@require_POST
@signed_in
def take_back(request: AccessedRequest, pk: int) -> HttpResponse:
    """One's own, while nobody has answered."""
    found = get_object_or_404(ReportedNeed, pk=pk, employee=request.actor.employee)
    try:
        domain.take_back(reported=found)
    except domain.AnsweredAlready:
        messages.error(request, _("It has been answered, so it stays."))
    return redirect("reported_needs")
