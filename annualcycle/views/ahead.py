"""The next year in advance: simulated from the centre's own years, kept with what was assumed (source: S54)."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from annualcycle.domain import forecasts
from annualcycle.foretelling import curve_of, lines_of
from annualcycle.forms.ahead import AheadForm
from annualcycle.models import Cycle, ForecastRun
from annualcycle.queries.forecasts import history_of, runs_of
from annualcycle.views.december import fetch_cycle
from competence.access import AccessedRequest, Permission, requires
from competence.asked import whole_number


@requires(Permission.SEE_BOARD)
@require_safe
def ahead(request: AccessedRequest, pk: int) -> HttpResponse:
    """The newest simulation, or the one asked for, and what to assume in the next."""
    cycle = fetch_cycle(request, Permission.SEE_BOARD, pk)
    asked = whole_number(request.GET.get("run"))
    runs = ForecastRun.objects.filter(cycle=cycle).select_related("made_by")
    run = get_object_or_404(runs, pk=asked) if asked else runs.first()
    return _page(request, cycle, run, None)


@requires(Permission.DECIDE)
@require_POST
def ahead_run(request: AccessedRequest, pk: int) -> HttpResponse:
    """Simulate with what was written; what was typed stays when it cannot be."""
    cycle = fetch_cycle(request, Permission.DECIDE, pk)
    now = timezone.now()
    said = forecasts.assumed(cycle=cycle, history=history_of(cycle, timezone.localdate(now)))
    form = AheadForm(request.POST, said=said)
    if not form.is_valid():
        return _page(request, cycle, None, form)
    by = request.actor.employee
    run = forecasts.make(cycle=cycle, said=form.said(), by=by, at=now, on=timezone.localdate(now))
    return redirect(reverse("year:ahead", args=[pk]) + f"?run={run.pk}")


def _page(request: AccessedRequest, cycle: Cycle, run: ForecastRun | None, form: AheadForm | None) -> HttpResponse:
    history = history_of(cycle, timezone.localdate())
    said = forecasts.assumed_in(run) if run else forecasts.assumed(cycle=cycle, history=history)
    context = {
        "cycle": cycle,
        "history": history,
        "form": form or AheadForm(said=said),
        "runs": runs_of(cycle),
        "run": run,
        "may_decide": request.actor.may(Permission.DECIDE, cycle.unit),
    }
    if run:
        given, answer = forecasts.given_of(run), forecasts.answer_of(run)
        context |= {"given": given, "answer": answer, "curve": curve_of(answer, given), "lines": lines_of(answer)}
    return render(request, "annualcycle/december/ahead.html", context)
