"""The orientation to the department: written and published by the manager, read by everybody in the centre."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from annualcycle.domain import orientation as domain
from annualcycle.forms.answers import OrientationForm
from annualcycle.models import Cycle, Orientation
from annualcycle.queries.orientation import granted_courses, places_of, unanswered
from annualcycle.views.reading import year_to_read
from competence.access import AccessedRequest, Permission, fetch, requires, signed_in


@require_safe
@signed_in
def orientation(request: AccessedRequest, pk: int) -> HttpResponse:
    cycle = year_to_read(request, pk)
    found = Orientation.objects.filter(cycle=cycle).first() or Orientation(cycle=cycle)
    if found.published_at is None and request.actor.may(Permission.INFORM, cycle.unit):
        return _draft(request, cycle, found, OrientationForm(initial={"introduction": found.introduction}))
    courses = granted_courses(cycle) if found.published_at else []
    context = {"cycle": cycle, "orientation": found, "courses": courses, "places": places_of(courses)}
    return render(request, "annualcycle/orientation/orientation.html", context)


def _draft(request: AccessedRequest, cycle: Cycle, found: Orientation, form: OrientationForm) -> HttpResponse:
    courses = granted_courses(cycle)
    context = {
        "cycle": cycle,
        "orientation": found,
        "form": form,
        "courses": courses,
        "places": places_of(courses),
        "missing": unanswered(cycle),
    }
    return render(request, "annualcycle/orientation/draft.html", context)


def _informed(request: AccessedRequest, pk: int) -> Cycle:
    years = Cycle.objects.filter(is_history=False, published_at__isnull=False).select_related("unit")
    return fetch(request.actor, Permission.INFORM, years, unit=lambda cycle: cycle.unit, pk=pk)


@require_POST
@requires(Permission.INFORM)
def orientation_write(request: AccessedRequest, pk: int) -> HttpResponse:
    cycle = _informed(request, pk)
    form = OrientationForm(request.POST)
    if not form.is_valid():
        return _draft(request, cycle, Orientation(cycle=cycle), form)
    try:
        domain.write(cycle=cycle, introduction=form.cleaned_data["introduction"])
        messages.success(request, _("The introduction is saved."))
    except domain.AlreadyPublished:
        messages.error(request, _("The orientation is published and is not changed any more."))
    return redirect("year:orientation", pk)


@require_POST
@requires(Permission.INFORM)
def orientation_publish(request: AccessedRequest, pk: int) -> HttpResponse:
    cycle = _informed(request, pk)
    try:
        domain.publish(cycle=cycle, by=request.actor.employee, at=timezone.now())
        messages.success(request, _("The orientation is published. Everybody in the centre gets a mail."))
    except domain.AlreadyPublished:
        messages.info(request, _("The orientation was published already."))
    except domain.NotAllAnswered as refusal:
        messages.error(request, _why_not(refusal.missing))
    return redirect("year:orientation", pk)


def _why_not(missing: int) -> str:
    if not missing:
        return _("The answers are not released yet. Everybody gets a personal answer first.")
    return ngettext(
        "%(count)s wish has no answer yet. Everybody gets a personal answer first.",
        "%(count)s wishes have no answer yet. Everybody gets a personal answer first.",
        missing,
    ) % {"count": missing}
