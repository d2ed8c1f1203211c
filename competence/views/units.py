"""The organisation tree: reading it, and adding, renaming, moving and closing units."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from competence.access import AccessedRequest, Permission, fetch_unit, refuse_outsider, requires, scope, signed_in
from competence.domain import units as domain
from competence.forms.units import DayForm, MoveForm, UnitForm, UnitSearch
from competence.models import RoleAssignment, Unit
from competence.queries import units as queries

# So many units that fit are shown; the rest takes more words.
SHOWN = 50


@signed_in
@require_GET
def tree(request: AccessedRequest) -> HttpResponse:
    root = get_object_or_404(Unit, pk=request.actor.municipality)
    search, today = UnitSearch(request.GET), timezone.localdate()
    words = search.words()
    context = {
        "branch": queries.tree(root, today),
        "search": search,
        "found": queries.named(root, words, today)[:SHOWN] if words else None,
        "may_edit": request.actor.may(Permission.EDIT_UNITS),
    }
    template = "competence/unit/tree.html#results" if request.htmx else "competence/unit/tree.html"
    return render(request, template, context)


@signed_in
@require_GET
def unit(request: AccessedRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Unit, pk=pk)
    refuse_outsider(request.actor, found)
    today = timezone.localdate()
    roles = RoleAssignment.objects.valid_on(today).filter(unit=found).select_related("employee", "unit")
    context = {
        "unit": found,
        "branch": queries.tree(found, today),
        "line": queries.line(found),
        "staff": queries.staff_of(found, today),
        "roles": roles.order_by("role", "employee__sort_name"),
        "may_edit": request.actor.may(Permission.EDIT_UNITS, found),
        "may_see": request.actor.may(Permission.SEE_PEOPLE, found),
        "today": today,
    }
    return render(request, "competence/unit/unit.html", context)


@requires(Permission.EDIT_UNITS)
@require_http_methods(["GET", "POST"])
def unit_add(request: AccessedRequest, pk: int) -> HttpResponse:
    parent = fetch_unit(request.actor, Permission.EDIT_UNITS, pk)
    form = UnitForm(request.POST or None, municipality=request.actor.municipality, initial={"kind": Unit.Kind.TEAM})
    if form.is_valid():
        found = domain.add(parent=parent, opened_on=timezone.localdate(), **form.cleaned_data)
        messages.success(request, _("%(unit)s now lies under %(parent)s.") % {"unit": found, "parent": parent})
        return redirect("unit", parent.pk)
    return render(request, "competence/unit/add.html", {"form": form, "unit": parent})


@requires(Permission.EDIT_UNITS)
@require_http_methods(["GET", "POST"])
def unit_edit(request: AccessedRequest, pk: int) -> HttpResponse:
    found = fetch_unit(request.actor, Permission.EDIT_UNITS, pk)
    name = found.name
    form = UnitForm(request.POST or None, instance=found, municipality=request.actor.municipality)
    if form.is_valid():
        domain.rename(unit=found, **({"kind": found.kind} | form.cleaned_data))
        return redirect("unit", found.pk)
    return render(request, "competence/unit/edit.html", {"form": form, "unit": found, "name": name})


@requires(Permission.EDIT_UNITS)
@require_http_methods(["GET", "POST"])
def unit_move(request: AccessedRequest, pk: int) -> HttpResponse:
    found = fetch_unit(request.actor, Permission.EDIT_UNITS, pk)
    if found.is_root:
        raise PermissionDenied
    parents = Unit.objects.filter(scope(request.actor, Permission.EDIT_UNITS)).open_on(timezone.localdate())
    form = MoveForm(request.POST or None, parents=parents.order_by("path"), initial={"parent": found.parent_id})
    if form.is_valid():
        try:
            domain.move(unit=found, parent=form.cleaned_data["parent"])
        except domain.WouldFormACircle as refusal:
            form.add_error("parent", str(refusal))
        else:
            return redirect("unit", found.pk)
    return render(request, "competence/unit/move.html", {"form": form, "unit": found})


@requires(Permission.EDIT_UNITS)
@require_http_methods(["GET", "POST"])
def unit_close(request: AccessedRequest, pk: int) -> HttpResponse:
    found = fetch_unit(request.actor, Permission.EDIT_UNITS, pk)
    if found.is_root:
        raise PermissionDenied
    form = DayForm(request.POST or None, initial={"on": timezone.localdate()})
    if form.is_valid():
        try:
            domain.close(unit=found, on=form.cleaned_data["on"])
        except domain.UnitHasStaff as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("%(unit)s is closed.") % {"unit": found})
            return redirect("unit", found.parent_id)
    return render(request, "competence/unit/close.html", {"form": form, "unit": found})
