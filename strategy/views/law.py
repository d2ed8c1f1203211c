"""One click that copies the law in force into a draft."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from competence.access import AccessedRequest, Permission, fetch, requires
from strategy.domain import editing
from strategy.domain import law as domain
from strategy.models import BrushUp, Need


@require_POST
@requires(Permission.WRITE_STRATEGY)
def renew_need(request: AccessedRequest, pk: int) -> HttpResponse:
    rows = Need.objects.select_related("section__strategy__unit")
    need = fetch(request.actor, Permission.WRITE_STRATEGY, rows, unit=lambda row: row.section.strategy.unit, pk=pk)
    try:
        changed = domain.renew_need(need=need, on=timezone.localdate())
    except (domain.NoDraft, editing.NotWritable) as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Need %(number)s of the draft is changed.") % {"number": changed.reference})
    return redirect("law_radar")


@require_POST
@requires(Permission.WRITE_STRATEGY)
def renew_brush_up(request: AccessedRequest, pk: int) -> HttpResponse:
    rows = BrushUp.objects.select_related("unit")
    found = fetch(request.actor, Permission.WRITE_STRATEGY, rows, unit=lambda row: row.unit, pk=pk)
    domain.renew_brush_up(brush_up=found, on=timezone.localdate())
    messages.success(request, _("The topic cites the law in force now."))
    return redirect("law_radar")
