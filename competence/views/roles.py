"""Roles on units, and deputies: HR names any, a leader names an own one."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods
from django_tables2 import RequestConfig

from competence import access
from competence.access import AccessedRequest, Permission, requires, scope, signed_in
from competence.domain import people as domain
from competence.filters import RoleFilter
from competence.forms.people import DeputyForm, RoleForm
from competence.models import Employee, RoleAssignment, Unit
from competence.models.people import EmployeeQuerySet
from competence.queries import people as queries
from competence.tables import RoleTable

PAGE_SIZE = 50


@requires(Permission.ASSIGN_ROLES)
@require_GET
def roles(request: AccessedRequest) -> HttpResponse:
    narrowed = narrowed_roles(request)
    table = RoleTable(narrowed.qs, on=timezone.localdate())
    RequestConfig(request, paginate={"per_page": PAGE_SIZE, "silent": True}).configure(table)
    template = "competence/role/list.html#results" if request.htmx else "competence/role/list.html"
    return render(request, template, {"table": table, "filter": narrowed})


def narrowed_roles(request: AccessedRequest) -> RoleFilter:
    """The roles the person may assign, as the list is narrowed."""
    rows = queries.roles_below(scope(request.actor, Permission.ASSIGN_ROLES, "unit"))
    return RoleFilter(request.GET, rows.order_by("employee__sort_name", "role"))


@requires(Permission.ASSIGN_ROLES)
@require_http_methods(["GET", "POST"])
def role_new(request: AccessedRequest, pk: int) -> HttpResponse:
    today = timezone.localdate()
    found = access.fetch_person(request.actor, Permission.ASSIGN_ROLES, pk, today)
    units = Unit.objects.filter(scope(request.actor, Permission.ASSIGN_ROLES)).open_on(today).order_by("path")
    form = RoleForm(request.POST or None, units=units, initial={"starts_on": today})
    if form.is_valid():
        try:
            domain.assign_role(employee=found, **form.cleaned_data)
        except domain.AlreadyHeld as refusal:
            form.add_error("role", str(refusal))
        else:
            return redirect("person", found.pk)
    return render(request, "competence/role/new.html", {"form": form, "person": found})


def _fetch_role(request: AccessedRequest, pk: int) -> RoleAssignment:
    """The role, for its holder, for the one a deputy stands in for, and for who assigns roles there."""
    rows = RoleAssignment.objects.select_related("unit", "employee", "deputises_for")
    found = access.fetch_colleague_row(request.actor, rows, unit=lambda row: row.unit, pk=pk)
    me = request.actor.employee.pk
    original = found.deputises_for
    if not (found.employee_id == me or (original and original.employee_id == me)):
        access.refuse_without(request.actor, Permission.ASSIGN_ROLES, found.unit)
    return found


@signed_in
@require_http_methods(["GET", "POST"])
def role_end(request: AccessedRequest, pk: int) -> HttpResponse:
    found = _fetch_role(request, pk)
    if found.employee_id == request.actor.employee.pk and not found.deputises_for_id:
        access.refuse_without(request.actor, Permission.ASSIGN_ROLES, found.unit)
    if request.method == "POST":
        domain.end_role(assignment=found, on=timezone.localdate())
        messages.success(request, _("The role has ended. It gives no access from now on."))
        return redirect("person", found.employee_id)
    return render(request, "competence/role/end.html", {"role": found})


@signed_in
@require_http_methods(["GET", "POST"])
def deputy_new(request: AccessedRequest, pk: int) -> HttpResponse:
    """A deputy for the role `pk`: the holder's own choice, or HR's."""
    found, today = _fetch_role(request, pk), timezone.localdate()
    if found.deputises_for_id or (found.ends_on and found.ends_on < today):
        raise PermissionDenied
    staff = EmployeeQuerySet(Employee).filter(municipality=request.actor.municipality).employed_on(today)
    form = DeputyForm(request.POST or None, people=staff, initial={"starts_on": today} | request.GET.dict())
    if form.is_valid():
        try:
            domain.name_deputy(assignment=found, **form.cleaned_data)
        except domain.NotADeputy as refusal:
            form.add_error("deputy", str(refusal))
        else:
            return redirect(
                "person" if found.employee_id != request.actor.employee.pk else "me", *_back(request, found)
            )
    words = request.POST.get("q", request.GET.get("q", ""))
    context = {"form": form, "role": found, "words": words}
    besides = found.employee_id
    context |= {"candidates": queries.candidates(request.actor.municipality, words, today, besides=besides)}
    template = "competence/role/deputy.html#candidates" if request.htmx else "competence/role/deputy.html"
    return render(request, template, context)


def _back(request: AccessedRequest, role: RoleAssignment) -> list[int]:
    return [] if role.employee_id == request.actor.employee.pk else [role.employee_id]
