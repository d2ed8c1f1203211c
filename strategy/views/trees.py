"""Solution trees: from a problem by its causes to what helps, and what of it became a need (sources: M14–M19, M36)."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from competence.access import AccessedRequest, signed_in
from strategy.access import fetch_tree, fetch_tree_to_write, may_write, may_write_trees
from strategy.domain import trees as domain
from strategy.forms.trees import WRITE, BecomeForm, CauseForm, MeasureForm, TreeForm
from strategy.models import Cause, Measure, SolutionTree
from strategy.queries import trees as queries

REFUSED = (domain.TreeIsClosed, domain.NoNeed)


@require_safe
@signed_in
def trees(request: AccessedRequest) -> HttpResponse:
    rows = list(queries.trees_of(request.actor))
    context = {
        "open": [tree for tree in rows if not tree.closed_on],
        "closed": [tree for tree in rows if tree.closed_on],
        "may_plant": queries.units_to_plant_in(request.actor).exists(),
    }
    return render(request, "strategy/trees/list.html", context)


@require_http_methods(["GET", "POST"])
@signed_in
def tree_new(request: AccessedRequest) -> HttpResponse:
    units = queries.units_to_plant_in(request.actor)
    if not units.exists():
        raise PermissionDenied
    form = TreeForm(request.POST or None, units=units)
    if form.is_valid():
        unit, by, at = form.cleaned_data["unit"], request.actor.employee, timezone.now()
        return _to(domain.plant(unit=unit, facts=form.facts, by=by, at=at))
    return render(request, "strategy/trees/edit.html", {"form": form})


@require_safe
@signed_in
def tree(request: AccessedRequest, pk: int) -> HttpResponse:
    found = fetch_tree(request.actor, pk)
    writes = may_write_trees(request.actor, found.unit)
    context = {"tree": found, "causes": list(queries.causes_of(found)), "writes": writes and not found.closed_on}
    return render(request, "strategy/trees/tree.html", context | {"may_reopen": writes and found.closed_on})


@require_http_methods(["GET", "POST"])
@signed_in
def tree_edit(request: AccessedRequest, pk: int) -> HttpResponse:
    found = fetch_tree_to_write(request.actor, pk)
    form = TreeForm(request.POST or None, units=None, initial=_said(found, domain.TreeFacts))
    if form.is_valid():
        return _try(request, found, lambda: domain.change(tree=found, facts=form.facts))
    return render(request, "strategy/trees/edit.html", {"form": form, "tree": found})


@require_POST
@signed_in
def tree_close(request: AccessedRequest, pk: int) -> HttpResponse:
    """Close it, or open it again."""
    found = fetch_tree_to_write(request.actor, pk)
    if request.POST.get("open"):
        domain.reopen(tree=found)
    else:
        domain.close(tree=found, on=timezone.localdate())
        messages.success(request, _("The tree is closed. It can be read still."))
    return _to(found)


@require_http_methods(["GET", "POST"])
@signed_in
def cause_new(request: AccessedRequest, pk: int) -> HttpResponse:
    found = fetch_tree_to_write(request.actor, pk)
    form = CauseForm(request.POST or None)
    if form.is_valid():
        return _try(request, found, lambda: domain.add_cause(tree=found, facts=form.facts))
    return _form_page(request, found, form, _("Add a cause"))


@require_http_methods(["GET", "POST"])
@signed_in
def cause(request: AccessedRequest, pk: int) -> HttpResponse:
    found = _cause(request, pk)
    form = CauseForm(request.POST or None, initial=_said(found, domain.CauseFacts))
    if form.is_valid():
        return _try(request, found.tree, lambda: domain.change_cause(cause=found, facts=form.facts))
    return _form_page(request, found.tree, form, found.text, remove=reverse("strategy:cause_remove", args=[found.pk]))


@require_POST
@signed_in
def cause_remove(request: AccessedRequest, pk: int) -> HttpResponse:
    found = _cause(request, pk)
    return _try(request, found.tree, lambda: domain.remove_cause(cause=found))


@require_http_methods(["GET", "POST"])
@signed_in
def measure_new(request: AccessedRequest, pk: int) -> HttpResponse:
    """What helps against the cause `pk`."""
    found = _cause(request, pk)
    form = MeasureForm(request.POST or None)
    if form.is_valid():
        return _try(request, found.tree, lambda: domain.add_measure(cause=found, facts=form.facts))
    return _form_page(request, found.tree, form, _("What helps?"), lead=found.text)


@require_http_methods(["GET", "POST"])
@signed_in
def measure(request: AccessedRequest, pk: int) -> HttpResponse:
    found = _measure(request, pk)
    form = MeasureForm(request.POST or None, initial=_said(found, domain.MeasureFacts))
    if form.is_valid():
        try:
            domain.change_measure(measure=found, facts=form.facts)
            return _to(found.cause.tree)
        except REFUSED as refusal:
            form.add_error(None, str(refusal))
    ways = {"remove": reverse("strategy:measure_remove", args=[found.pk])}
    if found.needs.exists():
        ways["unlink"] = reverse("strategy:measure_unlink", args=[found.pk])
    return _form_page(request, found.cause.tree, form, found.text, lead=found.cause.text, **ways)


@require_POST
@signed_in
def measure_remove(request: AccessedRequest, pk: int) -> HttpResponse:
    found = _measure(request, pk)
    return _try(request, found.cause.tree, lambda: domain.remove_measure(measure=found))


@require_http_methods(["GET", "POST"])
@signed_in
def measure_need(request: AccessedRequest, pk: int) -> HttpResponse:
    """Make the measure a need of the version on its way, or name the need that says so already."""
    found, today = _measure(request, pk), timezone.localdate()
    grown = found.cause.tree
    versions = [row for row in queries.versions_to_write_in(grown.unit, today) if may_write(request.actor, row)]
    sections = queries.sections_of(versions)
    form = BecomeForm(request.POST or None, sections=sections, needs=queries.needs_to_link(grown.unit, today))
    if form.is_valid() and form.cleaned_data["what"] == WRITE:
        url = reverse("strategy:need_new", args=[form.cleaned_data["section"].pk])
        return redirect(f"{url}?measure={found.pk}")
    if form.is_valid():
        return _try(request, grown, lambda: domain.link(measure=found, need=form.cleaned_data["need"]))
    return render(request, "strategy/trees/become.html", {"tree": grown, "measure": found, "form": form})


@require_POST
@signed_in
def measure_unlink(request: AccessedRequest, pk: int) -> HttpResponse:
    found = _measure(request, pk)
    return _try(request, found.cause.tree, lambda: domain.unlink(measure=found))


def _cause(request: AccessedRequest, pk: int) -> Cause:
    found = get_object_or_404(Cause, pk=pk)
    found.tree = fetch_tree_to_write(request.actor, found.tree_id)
    return found


def _measure(request: AccessedRequest, pk: int) -> Measure:
    found = get_object_or_404(Measure, pk=pk)
    found.cause = _cause(request, found.cause_id)
    return found


def _said(row: SolutionTree | Cause | Measure, facts: type[Any]) -> dict[str, Any]:
    return {name: getattr(row, name) for name in facts.__dataclass_fields__}


def _try(request: AccessedRequest, found: SolutionTree, verb: Callable[[], object]) -> HttpResponse:
    """Back at the tree, with the domain's words where it refused."""
    try:
        verb()
    except REFUSED as refusal:
        messages.error(request, str(refusal))
    return _to(found)


def _to(found: SolutionTree) -> HttpResponse:
    return redirect("strategy:tree", found.pk)


def _form_page(
    request: AccessedRequest, found: SolutionTree, form: Any, title: str, *, lead: str = "", **ways: str
) -> HttpResponse:
    """`ways` are addresses of what can be done beside saving: `remove`, `unlink`."""
    context = {"tree": found, "form": form, "title": title, "lead": lead, **ways}
    return render(request, "strategy/trees/part.html", context)
