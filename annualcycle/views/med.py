"""What MED gets of a year: page, document, and what goes on into the strategy."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from annualcycle import pdf, sheets
from annualcycle.domain import med as domain
from annualcycle.models import Cycle
from annualcycle.queries.med import pack_of
from annualcycle.views.evaluation import reads_figures
from competence.access import AccessedRequest, Permission, fetch, refuse_outsider, requires
from competence.exports import download
from competence.pdf import response

_YEARS = Cycle.objects.filter(is_history=False, published_at__isnull=False).select_related("unit__municipality")


def _read(request: AccessedRequest, pk: int) -> Cycle:
    cycle = get_object_or_404(_YEARS.all(), pk=pk)
    refuse_outsider(request.actor, cycle.unit)
    if not reads_figures(request, cycle.unit):
        raise PermissionDenied
    return cycle


@require_safe
@requires(Permission.SEE_FIGURES)
def med_pack(request: AccessedRequest, pk: int) -> HttpResponse:
    cycle = _read(request, pk)
    context = {
        "cycle": cycle,
        "pack": pack_of(cycle),
        "may_hand_on": request.actor.may(Permission.EVALUATE, cycle.unit),
        "may_export": request.actor.may(Permission.EXPORT),
    }
    return render(request, "annualcycle/med/pack.html", context)


@require_safe
@requires(Permission.SEE_FIGURES)
def med_pdf(request: AccessedRequest, pk: int) -> HttpResponse:
    cycle = _read(request, pk)
    found = pack_of(cycle)
    if found is None or cycle.evaluated_at is None:
        raise Http404
    content = pdf.med_pack(found, on=timezone.localdate(cycle.evaluated_at))
    return response(content, " ".join([_("For MED"), str(cycle.unit), str(cycle.year)]))


@require_safe
@requires(Permission.EXPORT)
def med_excel(request: AccessedRequest, pk: int) -> HttpResponse:
    """The shares of the pack; what is hidden on the page is empty here."""
    cycle = _read(request, pk)
    found = pack_of(cycle)
    if found is None:
        raise Http404
    what = " ".join([_("For MED"), str(cycle.unit), str(cycle.year)])
    return download(request, what=what, columns=sheets.MED, rows=found.rows)


@require_POST
@requires(Permission.EVALUATE)
def med_hand_on(request: AccessedRequest, pk: int) -> HttpResponse:
    cycle = fetch(request.actor, Permission.EVALUATE, _YEARS.all(), unit=lambda row: row.unit, pk=pk)
    now = timezone.now()
    try:
        domain.hand_on(cycle=cycle, by=request.actor.employee, at=now, on=timezone.localdate(now))
    except (domain.NotEvaluated, domain.NoStrategy) as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("The evaluation is in the strategy. The next version begins from it."))
    return redirect("year:med_pack", pk)
