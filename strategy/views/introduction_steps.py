"""What a unit does with new colleagues: the steps each programme begins from (source: S35)."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from competence.access import AccessedRequest, Permission, fetch, fetch_unit, requires
from competence.domain import introductions as domain
from competence.models import IntroductionItem, IntroductionStep, Unit
from strategy.domain import examples
from strategy.domain import law as law_domain
from strategy.forms.introductions import StepForm
from strategy.queries import introductions as queries
from strategy.queries.duties import first_kept, units_kept


@require_safe
@requires(Permission.KEEP_DUTIES)
def my_steps(request: AccessedRequest) -> HttpResponse:
    """The steps of the first unit one keeps."""
    first = first_kept(request.actor)
    if first is None:
        raise Http404
    return redirect("strategy:introduction_steps", first.pk)


def _unit(request: AccessedRequest, pk: int) -> Unit:
    return fetch_unit(request.actor, Permission.KEEP_DUTIES, pk)


@require_safe
@requires(Permission.KEEP_DUTIES)
def steps(request: AccessedRequest, pk: int) -> HttpResponse:
    """The unit's own steps, or those of the unit above that hold here."""
    unit = _unit(request, pk)
    found = queries.steps_for(unit)
    context = {
        "unit": unit,
        "units": [row for row in units_kept(request.actor) if row.kind != Unit.Kind.MUNICIPALITY],
        "steps": found,
        "source": found[0].unit if found else None,
        "is_own": bool(found) and found[0].unit_id == unit.pk,
    }
    return render(request, "strategy/introductions/steps.html", context)


@require_POST
@requires(Permission.KEEP_DUTIES)
def steps_own(request: AccessedRequest, pk: int) -> HttpResponse:
    """Give the unit steps of its own: those from above, else the example."""
    unit = _unit(request, pk)
    found = queries.facts_of(queries.steps_for(unit))
    domain.take_over(unit=unit, steps=found or examples.introduction(translation.get_language() or "da"))
    return redirect("strategy:introduction_steps", pk)


@require_http_methods(["GET", "POST"])
@requires(Permission.KEEP_DUTIES)
def step_new(request: AccessedRequest, pk: int) -> HttpResponse:
    unit = _unit(request, pk)
    form = StepForm(request.POST or None)
    if form.is_valid():
        domain.add_step(unit=unit, facts=form.facts())
        return redirect("strategy:introduction_steps", pk)
    return render(request, "strategy/introductions/step.html", {"unit": unit, "form": form})


def _step(request: AccessedRequest, pk: int, permission: Permission = Permission.KEEP_DUTIES) -> IntroductionStep:
    rows = IntroductionStep.objects.select_related("unit")
    return fetch(request.actor, permission, rows, unit=lambda row: row.unit, pk=pk)


@require_http_methods(["GET", "POST"])
@requires(Permission.KEEP_DUTIES)
def step(request: AccessedRequest, pk: int) -> HttpResponse:
    found = _step(request, pk)
    initial = {"title": found.title, "after_days": found.after_days, "text": found.text}
    form = StepForm(request.POST or None, initial=initial)
    if form.is_valid():
        domain.change_step(step=found, facts=form.facts())
        return redirect("strategy:introduction_steps", found.unit_id)
    return render(request, "strategy/introductions/step.html", {"unit": found.unit, "step": found, "form": form})


@require_POST
@requires(Permission.KEEP_DUTIES)
def step_remove(request: AccessedRequest, pk: int) -> HttpResponse:
    found = _step(request, pk)
    domain.remove_step(step=found)
    return redirect("strategy:introduction_steps", found.unit_id)


@require_POST
@requires(Permission.WRITE_STRATEGY)
def renew_step(request: AccessedRequest, pk: int) -> HttpResponse:
    """One click of the law radar."""
    found = _step(request, pk, Permission.WRITE_STRATEGY)
    law_domain.renew_step(step=found, on=timezone.localdate())
    messages.success(request, _("The step cites the law in force now."))
    return redirect("law_radar")


@require_POST
@requires(Permission.WRITE_STRATEGY)
def renew_item(request: AccessedRequest, pk: int) -> HttpResponse:
    """One click of the law radar, for what is left in somebody's programme."""
    rows = IntroductionItem.objects.select_related("introduction__unit")
    found = fetch(request.actor, Permission.WRITE_STRATEGY, rows, unit=lambda row: row.introduction.unit, pk=pk)
    try:
        law_domain.renew_item(item=found, on=timezone.localdate())
    except domain.IsDone as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("The programme cites the law in force now."))
    return redirect("law_radar")
