"""The year of a centre: where it stands, its frame, and how it is set up and published."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from annualcycle.domain import criteria
from annualcycle.domain import cycle as cycles
from annualcycle.forms.year import BudgetForm, CriterionForm, DatesForm, NewCycleForm, RulesForm
from annualcycle.models import Criterion, Cycle
from annualcycle.queries import cycle as queries
from annualcycle.queries.steps import steps_for
from competence.access import AccessedRequest, Permission, fetch, fetch_unit, refuse_outsider, requires, signed_in


def _managed(request: AccessedRequest, pk: int) -> Cycle:
    years = Cycle.objects.filter(is_history=False).select_related("unit", "budget")
    return fetch(request.actor, Permission.MANAGE_CYCLE, years, unit=lambda cycle: cycle.unit, pk=pk)


def _managed_criterion(request: AccessedRequest, pk: int) -> Criterion:
    rows = Criterion.objects.select_related("cycle__unit")
    return fetch(request.actor, Permission.MANAGE_CYCLE, rows, unit=lambda row: row.cycle.unit, pk=pk)


@require_safe
@signed_in
def overview(request: AccessedRequest) -> HttpResponse:
    today = timezone.localdate()
    found = list(queries.visible(request.actor).order_by("unit__path", "-year"))
    chosen = [cycle for cycle in found if str(cycle.pk) == request.GET.get("cycle")]
    cycle = chosen[0] if chosen else queries.current(found, today, request.actor.centres)
    context: dict[str, Any] = {
        "cycle": cycle,
        "others": [other for other in found if cycle and other.pk != cycle.pk],
        "missing": queries.units_without(request.actor, today.year),
        "next_year": today.year,
        "today": today,
    }
    if cycle:
        context |= {
            "wheel": queries.wheel_of(cycle, today),
            "dates": queries.dates_of(cycle, today),
            "phase": cycles.phase_on(cycle, today),
            "steps": steps_for(request.actor, cycle, today),
            "manages": queries.manages(request.actor, cycle),
            "may_export": request.actor.may(Permission.EXPORT),
        }
    return render(request, "annualcycle/year/overview.html", context)


@require_safe
@signed_in
def cycle(request: AccessedRequest, pk: int) -> HttpResponse:
    today = timezone.localdate()
    year = get_object_or_404(Cycle.objects.select_related("unit", "budget", "published_by"), pk=pk, is_history=False)
    refuse_outsider(request.actor, year.unit)
    if not queries.visible(request.actor).filter(pk=pk).exists():
        raise PermissionDenied
    manages = queries.manages(request.actor, year)
    context = {
        "cycle": year,
        "criteria": list(year.criteria.order_by("position")),
        "dates": queries.dates_of(year, today),
        "manages": manages,
        "edits": manages and not year.is_published,
        "budget": queries.sees_budget(request.actor, year) and getattr(year, "budget", None),
        "problems": cycles.problems_for(year, today) if manages and not year.is_published else None,
        "next_exists": Cycle.objects.filter(unit=year.unit, year=year.year + 1).exists(),
    }
    return render(request, "annualcycle/year/cycle.html", context)


@require_POST
@requires(Permission.MANAGE_CYCLE)
def cycle_new(request: AccessedRequest) -> HttpResponse:
    form = NewCycleForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Choose a centre and a year."))
        return redirect("year:overview")
    unit = fetch_unit(request.actor, Permission.MANAGE_CYCLE, form.cleaned_data["unit"])
    made = cycles.ensure(unit=unit, year=form.cleaned_data["year"], by=request.actor.employee, at=timezone.now())
    return redirect("year:cycle", made.pk)


@require_http_methods(["GET", "POST"])
@requires(Permission.MANAGE_CYCLE)
def cycle_dates(request: AccessedRequest, pk: int) -> HttpResponse:
    year = _managed(request, pk)
    form = DatesForm(request.POST or None, cycle=year)
    if request.method == "POST" and form.is_valid():
        cycles.set_dates(cycle=year, dates=form.dates)
        messages.success(request, _("The dates are saved."))
        return redirect("year:cycle", pk)
    return render(request, "annualcycle/year/form.html", {"cycle": year, "form": form, "title": _("When?")})


@require_http_methods(["GET", "POST"])
@requires(Permission.MANAGE_CYCLE)
def cycle_rules(request: AccessedRequest, pk: int) -> HttpResponse:
    year = _managed(request, pk)
    form = RulesForm(request.POST or None, cycle=year)
    if request.method == "POST" and form.is_valid():
        try:
            cycles.set_process(cycle=year, process=form.cleaned_data["process"])
            cycles.set_rules(cycle=year, **form.rules)
            cycles.set_proposal_rules(cycle=year, **form.proposal_rules)
            return redirect("year:cycle", pk)
        except criteria.AlreadyPublished as fault:
            form.add_error(None, str(fault))
    title = _("How are wishes decided?")
    return render(request, "annualcycle/year/form.html", {"cycle": year, "form": form, "title": title})


@require_http_methods(["GET", "POST"])
@requires(Permission.MANAGE_CYCLE)
def cycle_budget(request: AccessedRequest, pk: int) -> HttpResponse:
    year = _managed(request, pk)
    form = BudgetForm(request.POST or None, budget=getattr(year, "budget", None))
    if request.method == "POST" and form.is_valid():
        try:
            cycles.set_budget(cycle=year, total=form.cleaned_data["total"], reserve=form.cleaned_data["reserve"])
            messages.success(request, _("The budget is saved."))
            return redirect("year:cycle", pk)
        except cycles.BudgetSpent as fault:
            form.add_error(None, str(fault))
    title = _("How much money?")
    return render(request, "annualcycle/year/form.html", {"cycle": year, "form": form, "title": title})


@require_http_methods(["GET", "POST"])
@requires(Permission.MANAGE_CYCLE)
def criterion_new(request: AccessedRequest, pk: int) -> HttpResponse:
    year = _managed(request, pk)
    form = CriterionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            criteria.add(cycle=year, facts=form.facts)
            return redirect("year:cycle", pk)
        except criteria.AlreadyPublished as fault:
            form.add_error(None, str(fault))
    title = _("A new criterion")
    return render(request, "annualcycle/year/form.html", {"cycle": year, "form": form, "title": title})


@require_http_methods(["GET", "POST"])
@requires(Permission.MANAGE_CYCLE)
def criterion(request: AccessedRequest, pk: int) -> HttpResponse:
    row = _managed_criterion(request, pk)
    form = CriterionForm(request.POST or None, criterion=row)
    if request.method == "POST" and form.is_valid():
        try:
            criteria.change(criterion=row, facts=form.facts)
            return redirect("year:cycle", row.cycle_id)
        except criteria.AlreadyPublished as fault:
            form.add_error(None, str(fault))
    return render(request, "annualcycle/year/form.html", {"cycle": row.cycle, "form": form, "title": row.name})


@require_POST
@requires(Permission.MANAGE_CYCLE)
def criterion_remove(request: AccessedRequest, pk: int) -> HttpResponse:
    row = _managed_criterion(request, pk)
    try:
        criteria.remove(criterion=row)
        messages.success(request, _("“%(name)s” is removed.") % {"name": row.name})
    except criteria.AlreadyPublished as fault:
        messages.error(request, str(fault))
    return redirect("year:cycle", row.cycle_id)


@require_POST
@requires(Permission.MANAGE_CYCLE)
def criterion_move(request: AccessedRequest, pk: int) -> HttpResponse:
    row = _managed_criterion(request, pk)
    try:
        criteria.move(criterion=row, steps=-1 if request.POST.get("direction") == "up" else 1)
    except criteria.AlreadyPublished as fault:
        messages.error(request, str(fault))
    return redirect("year:cycle", row.cycle_id)


@require_POST
@requires(Permission.MANAGE_CYCLE)
def cycle_publish(request: AccessedRequest, pk: int) -> HttpResponse:
    year = _managed(request, pk)
    try:
        cycles.publish(cycle=year, by=request.actor.employee, at=timezone.now())
        messages.success(request, _("Published. Everybody in %(unit)s can read it now.") % {"unit": year.unit})
    except (cycles.NotReady, criteria.AlreadyPublished) as fault:
        messages.error(request, str(fault))
    return redirect("year:cycle", pk)
