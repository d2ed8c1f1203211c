"""People: the list, one person, and what HR writes about them."""

from datetime import date

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods
from django_tables2 import RequestConfig

from competence import access
from competence.access import AccessedRequest, Actor, Permission, requires, scope, signed_in
from competence.asked import whole_number
from competence.domain import people as domain
from competence.filters import PeopleFilter
from competence.forms.people import EmploymentForm, FactsForm, LeaveForm, RegisterForm
from competence.forms.units import DayForm
from competence.models import Employee, Employment, Leave, Unit
from competence.queries import people as queries
from competence.tables import PeopleTable

PAGE_SIZE = 50


@requires(Permission.SEE_PEOPLE)
@require_GET
def people(request: AccessedRequest) -> HttpResponse:
    today = timezone.localdate()
    narrowed = narrowed_people(request, today)
    table = PeopleTable(narrowed.qs, on=today)
    RequestConfig(request, paginate={"per_page": PAGE_SIZE, "silent": True}).configure(table)
    template = "competence/person/list.html#results" if request.htmx else "competence/person/list.html"
    context = {
        "table": table,
        "filter": narrowed,
        "may_edit": request.actor.may(Permission.EDIT_PEOPLE),
    }
    return render(request, template, context)


def narrowed_people(request: AccessedRequest, today: date) -> PeopleFilter:
    """Those the reader may see, narrowed as the address says."""
    posts = Employment.objects.valid_on(today).filter(scope(request.actor, Permission.SEE_PEOPLE, "unit"))
    everybody = queries.with_posts(Employee.objects.filter(municipality=request.actor.municipality), today)
    units = _units_to_choose(request.actor, request.GET.get("unit", ""))
    return PeopleFilter(request.GET, everybody.order_by(queries.name_order(), "pk"), posts=posts, units=units)


def _units_to_choose(actor: Actor, chosen: str) -> "QuerySet[Unit]":
    """Units in reach without the many teams, but with those of the unit that is chosen."""
    reach = Unit.objects.filter(scope(actor, Permission.SEE_PEOPLE)).open_on(timezone.localdate())
    tops = Q(path__in=actor.paths(Permission.SEE_PEOPLE)) | ~Q(kind=Unit.Kind.TEAM)
    if unit := whole_number(chosen):
        tops |= Q(pk=unit) | Q(parent=unit) | Q(parent__children=unit)
    return reach.filter(tops).distinct().order_by("path")


@signed_in
@require_GET
def person(request: AccessedRequest, pk: int) -> HttpResponse:
    """Name, job and unit for colleagues; the rest for those who may see people there."""
    today = timezone.localdate()
    actor = request.actor
    found = access.fetch_colleague(actor, pk)
    if found.pk == actor.employee.pk:
        return redirect("me")
    sees = access.may_about(actor, Permission.SEE_PEOPLE, found, today)
    posts = Employment.objects.valid_on(today).filter(employee=found).select_related("unit").order_by("-weekly_hours")
    if not posts and not sees:
        raise PermissionDenied
    reach = scope(actor, Permission.SEE_PEOPLE, "unit")
    employments = found.employments.filter(reach).select_related("unit").prefetch_related("leaves")
    context = {
        "person": found,
        "posts": posts,
        "today": today,
        "sees": sees,
        "employments": employments.order_by("-starts_on") if sees else [],
        "roles": queries.roles_of(found) if sees else [],
        "may_edit": access.may_about(actor, Permission.EDIT_PEOPLE, found, today),
        "may_assign": access.may_about(actor, Permission.ASSIGN_ROLES, found, today),
    }
    return render(request, "competence/person/person.html", context)


@requires(Permission.EDIT_PEOPLE)
@require_http_methods(["GET", "POST"])
def person_new(request: AccessedRequest) -> HttpResponse:
    root = access.fetch_unit(request.actor, Permission.EDIT_PEOPLE, request.actor.municipality)
    form = RegisterForm(request.POST or None, municipality=root.pk)
    if form.is_valid():
        found = domain.register(municipality=root, **form.cleaned_data)
        return redirect("employment_new", found.pk)
    return render(request, "competence/person/new.html", {"form": form})


@requires(Permission.EDIT_PEOPLE)
@require_http_methods(["GET", "POST"])
def person_edit(request: AccessedRequest, pk: int) -> HttpResponse:
    found = access.fetch_person(request.actor, Permission.EDIT_PEOPLE, pk, timezone.localdate())
    name = found.name
    form = FactsForm(request.POST or None, instance=found)
    if form.is_valid():
        domain.change_facts(employee=found, **form.cleaned_data)
        return redirect("person", found.pk)
    return render(request, "competence/person/edit.html", {"form": form, "person": found, "name": name})


@requires(Permission.EDIT_PEOPLE)
@require_http_methods(["GET", "POST"])
def employment_new(request: AccessedRequest, pk: int) -> HttpResponse:
    today = timezone.localdate()
    found = access.fetch_person(request.actor, Permission.EDIT_PEOPLE, pk, today)
    units = Unit.objects.filter(scope(request.actor, Permission.EDIT_PEOPLE)).open_on(today).order_by("path")
    form = EmploymentForm(request.POST or None, units=units, initial={"starts_on": today})
    if form.is_valid():
        try:
            domain.employ(employee=found, unit=form.cleaned_data["unit"], post=form.post())
        except domain.AlreadyHeld as refusal:
            form.add_error("starts_on", str(refusal))
        else:
            return redirect("person", found.pk)
    return render(request, "competence/person/employment.html", {"form": form, "person": found})


def _fetch_employment(request: AccessedRequest, pk: int) -> Employment:
    rows = Employment.objects.select_related("unit", "employee")
    found: Employment = access.fetch(request.actor, Permission.EDIT_PEOPLE, rows, unit=lambda row: row.unit, pk=pk)
    return found


@requires(Permission.EDIT_PEOPLE)
@require_http_methods(["GET", "POST"])
def employment_end(request: AccessedRequest, pk: int) -> HttpResponse:
    found = _fetch_employment(request, pk)
    form = DayForm(request.POST or None, initial={"on": found.ends_on or timezone.localdate()})
    if form.is_valid() and form.cleaned_data["on"] < found.starts_on:
        form.add_error("on", _("The last day comes before the first."))
    if form.is_valid():
        domain.end_employment(employment=found, on=form.cleaned_data["on"])
        messages.success(request, _("The employment is ended. Roles and sign-in end with the last one."))
        return redirect("person", found.employee_id)
    return render(request, "competence/person/employment_end.html", {"form": form, "employment": found})


@requires(Permission.EDIT_PEOPLE)
@require_http_methods(["GET", "POST"])
def leave_new(request: AccessedRequest, pk: int) -> HttpResponse:
    found = _fetch_employment(request, pk)
    form = LeaveForm(request.POST or None, initial={"starts_on": timezone.localdate()})
    if form.is_valid():
        try:
            domain.start_leave(employment=found, **form.cleaned_data)
        except domain.LeaveOverlaps as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("person", found.employee_id)
    return render(request, "competence/person/leave.html", {"form": form, "employment": found})


@requires(Permission.EDIT_PEOPLE)
@require_http_methods(["GET", "POST"])
def leave_end(request: AccessedRequest, pk: int) -> HttpResponse:
    rows = Leave.objects.select_related("employment__unit", "employment__employee")
    found = access.fetch(request.actor, Permission.EDIT_PEOPLE, rows, unit=lambda row: row.employment.unit, pk=pk)
    form = DayForm(request.POST or None, initial={"on": found.ends_on or timezone.localdate()})
    if form.is_valid() and form.cleaned_data["on"] < found.starts_on:
        form.add_error("on", _("The last day comes before the first."))
    if form.is_valid():
        domain.end_leave(leave=found, on=form.cleaned_data["on"])
        return redirect("person", found.employment.employee_id)
    return render(request, "competence/person/leave_end.html", {"form": form, "employment": found.employment})
