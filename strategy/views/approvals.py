"""MED: on the agenda, and what came of it."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from competence.access import AccessedRequest, Permission, fetch, requires
from strategy.domain import approval as domain
from strategy.domain.hearing import Unanswered, WrongState
from strategy.domain.versions import IsFrozen, NothingInIt
from strategy.forms.versions import AgendaForm, ResultForm
from strategy.models import Approval
from strategy.views.rows import to_run, versions


@require_http_methods(["GET", "POST"])
@requires(Permission.WRITE_STRATEGY)
def agenda(request: AccessedRequest, pk: int) -> HttpResponse:
    found, now = to_run(request, pk), timezone.now()
    today = timezone.localdate(now)
    form = AgendaForm(request.POST or None, on=today)
    if form.is_valid():
        try:
            facts: dict[str, Any] = {"by": request.actor.employee, "at": now, "on": today}
            domain.put_on_agenda(strategy=found, agenda=form.agenda, **facts)
            messages.success(request, _("The strategy is before MED. Its members get a mail."))
        except (IsFrozen, WrongState, domain.StillOpen, Unanswered) as refusal:
            messages.error(request, str(refusal))
        return redirect("strategy:way", pk)
    return render(request, "strategy/approvals/agenda.html", {"strategy": found, "form": form})


@require_http_methods(["GET", "POST"])
@requires(Permission.APPROVE_STRATEGY)
def result(request: AccessedRequest, pk: int) -> HttpResponse:
    """Recorded by a member of MED or those who run the strategy, with the minutes it stands in."""
    found = fetch(request.actor, Permission.APPROVE_STRATEGY, versions(), unit=lambda row: row.unit, pk=pk)
    approval = found.approvals.filter(result="").first()
    if approval is None:
        messages.info(request, _("Nothing waits for MED."))
        return redirect("strategy:strategy", pk)
    form = ResultForm(request.POST or None)
    if form.is_valid():
        try:
            facts: dict[str, Any] = {"by": request.actor.employee, "at": timezone.now()}
            domain.record(approval=approval, **form.cleaned_data, **facts)
            messages.success(request, _said(approval))
        except (IsFrozen, NothingInIt, WrongState) as refusal:
            messages.error(request, str(refusal))
        return redirect("strategy:strategy", pk) if approval.strategy.is_frozen else redirect("strategy:strategies")
    return render(request, "strategy/approvals/result.html", {"strategy": found, "approval": approval, "form": form})


def _said(approval: Approval) -> str:
    if approval.result == Approval.Result.APPROVED:
        return _("The strategy is approved and frozen. Everybody can read it.")
    return _("The strategy is a draft again. The working group gets a mail.")
