"""The yearly evaluation: written by the manager, read by those who may see figures."""

from dataclasses import replace

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from annualcycle.domain import evaluation as domain
from annualcycle.forms.answers import EvaluationForm
from annualcycle.models import Cycle, Evaluation
from annualcycle.queries.figures import figures_of, from_json
from competence.access import AccessedRequest, Permission, fetch, refuse_outsider, requires
from competence.models import Employment, Unit

_YEARS = Cycle.objects.filter(is_history=False, published_at__isnull=False).select_related("unit__municipality")


def reads_figures(request: AccessedRequest, unit: Unit) -> bool:
    """Held on the centre, above it or somewhere in it: who represents a team reads the centre's figures too."""
    paths = request.actor.paths(Permission.SEE_FIGURES)
    return any(unit.path.startswith(path) or path.startswith(unit.path) for path in paths)


@require_safe
@requires(Permission.SEE_FIGURES)
def evaluation(request: AccessedRequest, pk: int) -> HttpResponse:
    cycle = get_object_or_404(_YEARS.all(), pk=pk)
    refuse_outsider(request.actor, cycle.unit)
    if not reads_figures(request, cycle.unit):
        raise PermissionDenied
    found = Evaluation.objects.filter(cycle=cycle).first() or Evaluation(cycle=cycle)
    writes = cycle.evaluated_at is None and request.actor.may(Permission.EVALUATE, cycle.unit)
    form = EvaluationForm(initial={"text": found.text, "changes": found.changes}) if writes else None
    return _page(request, cycle, found, form)


def _page(request: AccessedRequest, cycle: Cycle, found: Evaluation, form: EvaluationForm | None) -> HttpResponse:
    """What is finished for everybody; before that, the figures as they stand for who writes it."""
    figures = from_json(found.figures) if cycle.evaluated_at else figures_of(cycle) if form else None
    kinds = [replace(row, label=_kind(row.label)) for row in figures.kinds] if figures else []
    context = {
        "cycle": cycle,
        "evaluation": found,
        "form": form,
        "figures": figures,
        "kinds": kinds,
    }
    return render(request, "annualcycle/evaluation/evaluation.html", context)


def _kind(value: str) -> str:
    return str(Employment.Kind(value).label) if value else ""


def _evaluated(request: AccessedRequest, pk: int) -> Cycle:
    return fetch(request.actor, Permission.EVALUATE, _YEARS.all(), unit=lambda cycle: cycle.unit, pk=pk)


@require_POST
@requires(Permission.EVALUATE)
def evaluation_write(request: AccessedRequest, pk: int) -> HttpResponse:
    cycle = _evaluated(request, pk)
    form = EvaluationForm(request.POST)
    if not form.is_valid():
        return _page(request, cycle, Evaluation(cycle=cycle), form)
    try:
        domain.save(cycle=cycle, at=timezone.now(), **form.cleaned_data)
        messages.success(request, _("The evaluation is saved. Only you who run the year can read it yet."))
    except domain.AlreadyFinished:
        messages.error(request, _("The evaluation is finished and is not changed any more."))
    return redirect("year:evaluation", pk)


@require_POST
@requires(Permission.EVALUATE)
def evaluation_finish(request: AccessedRequest, pk: int) -> HttpResponse:
    cycle = _evaluated(request, pk)
    try:
        domain.finish(cycle=cycle, by=request.actor.employee, at=timezone.now())
        messages.success(request, _("The evaluation is finished and can be read by MED and union representatives."))
    except domain.AlreadyFinished:
        messages.info(request, _("The evaluation was finished already."))
    except domain.NotReleased:
        messages.error(request, _("The answers are not released yet. The year is evaluated after them."))
    except domain.NothingWritten:
        messages.error(request, _("Write what you learnt first, and save it."))
    return redirect("year:evaluation", pk)
