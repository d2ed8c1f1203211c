"""After the introduction: whether it is used, and whether trainers stay (sources: K10, T28)."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from competence.access import AccessedRequest, Permission, requires, signed_in
from competence.models import Unit
from trainers import sharing_access as access
from trainers import team_access
from trainers.domain import staying as staying_domain
from trainers.domain import use_checks as domain
from trainers.forms.sharing import FindingForm, UseCheckForm
from trainers.queries import sharing as queries
from trainers.queries import staying as staying_queries


@require_GET
@signed_in
def use(request: AccessedRequest, pk: int) -> HttpResponse:
    """What was found in each unit after the introduction, and when the team looks again."""
    found = team_access.fetch_team(request.actor, pk)
    rows = list(queries.use_checks_of(found))
    context = {
        "round": found,
        "waiting": [row for row in rows if row.held_on is None],
        "held": [row for row in rows if row.held_on],
        "today": timezone.localdate(),
    }
    return render(request, "trainers/use/list.html", context)


@require_http_methods(["GET", "POST"])
@signed_in
def use_new(request: AccessedRequest, pk: int) -> HttpResponse:
    found = team_access.fetch_team(request.actor, pk)
    units = Unit.objects.below(found.unit).open_on(timezone.localdate()).order_by("path")
    form = UseCheckForm(request.POST or None, units=units)
    if form.is_valid():
        try:
            domain.plan(round_=found, **form.cleaned_data)
            return redirect("trainers:use", pk)
        except domain.PlannedAlready:
            form.add_error("unit", _("You have planned to look there already."))
    return render(request, "trainers/use/new.html", {"round": found, "form": form})


@require_http_methods(["GET", "POST"])
@signed_in
def use_check(request: AccessedRequest, pk: int) -> HttpResponse:
    """What you found, and what happens next."""
    found = access.fetch_use_check(request.actor, pk)
    form = FindingForm(request.POST or None, initial={"on": timezone.localdate()})
    if found.held_on:
        messages.error(request, _("It is noted already."))
        return redirect("trainers:use", found.round_id)
    if form.is_valid():
        try:
            domain.note(check=found, by=request.actor.employee, **form.cleaned_data)
            return redirect("trainers:use", found.round_id)
        except domain.BeforeToday:
            form.add_error("next_on", _("This day lies before the first."))
        except domain.LookedAlready:
            messages.error(request, _("It is noted already."))
            return redirect("trainers:use", found.round_id)
    return render(request, "trainers/use/note.html", {"round": found.round, "check": found, "form": form})


@require_GET
@signed_in
def staying(request: AccessedRequest) -> HttpResponse:
    """Do trainers stay? Against colleagues of the same units and professions, without persons."""
    if not access.may_see_staying(request.actor):
        raise PermissionDenied
    found = staying_queries.latest(request.actor.municipality)
    year = timezone.localdate().year
    context = {
        "found": found,
        "pictures": staying_queries.pictures_of(found) if found else [],
        "smallest": request.actor.employee.municipality.settings.smallest_cell,
        "year": year,
        "may_make": request.actor.may(Permission.EDIT_PEOPLE) and (found is None or found.year < year),
    }
    return render(request, "trainers/staying/staying.html", context)


@require_POST
@requires(Permission.EDIT_PEOPLE)
def staying_make(request: AccessedRequest) -> HttpResponse:
    """The year's figures; once."""
    municipality, now = Unit.objects.get(pk=request.actor.municipality), timezone.now()
    try:
        year, by = timezone.localdate(now).year, request.actor.employee
        staying_domain.make(municipality=municipality, year=year, by=by, at=now)
    except staying_domain.MadeAlready:
        messages.error(request, _("The figures of this year are made already."))
    return redirect("trainers:staying")
