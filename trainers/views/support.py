"""Errors, changes and improvements: reported by those whose role it is, exported for the supplier (K09, K13, K41)."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from competence.access import AccessedRequest, signed_in
from competence.exports import Column, Kind, download
from trainers import access, team_access
from trainers.domain import support as domain
from trainers.forms.support import CloseForm, ReportForm
from trainers.models import Mandate, SupportEntry
from trainers.queries import support as queries

COLUMNS: list[Column[SupportEntry]] = [
    Column(gettext_lazy("Reported"), lambda row: row.made_at, Kind.DATE),
    Column(gettext_lazy("Kind"), lambda row: row.get_kind_display()),
    Column(gettext_lazy("Where it lies"), lambda row: row.get_cause_display()),
    Column(gettext_lazy("What happens"), lambda row: row.text, width=60),
    Column(gettext_lazy("Number at the supplier"), lambda row: row.reference),
    Column(gettext_lazy("Closed"), lambda row: row.closed_at, Kind.DATE),
    Column(gettext_lazy("What came of it"), lambda row: row.outcome, width=40),
]


@require_GET
@signed_in
def entries(request: AccessedRequest, pk: int) -> HttpResponse:
    """The log of a team, what is open first."""
    found = team_access.fetch_team_to_support(request.actor, pk)
    rows = list(queries.entries_of(found))
    context = {
        "round": found,
        "open": [row for row in rows if row.closed_at is None],
        "closed": [row for row in rows if row.closed_at],
        "counts": queries.causes_of(rows),
        "may_report": team_access.supporting_mandate(request.actor, found) is not None,
        "leads": access.leads(request.actor, found),
    }
    return render(request, "trainers/support/list.html", context)


@require_http_methods(["GET", "POST"])
@signed_in
def report(request: AccessedRequest, pk: int) -> HttpResponse:
    found = team_access.fetch_team_to_support(request.actor, pk)
    mandate: Mandate | None = team_access.supporting_mandate(request.actor, found)
    if mandate is None:
        raise PermissionDenied
    form = ReportForm(request.POST or None)
    if form.is_valid():
        domain.report(mandate=mandate, at=timezone.now(), **form.cleaned_data)
        messages.success(request, _("It is in the log."))
        return redirect("trainers:support", pk)
    return render(request, "trainers/support/form.html", {"round": found, "form": form})


@require_http_methods(["GET", "POST"])
@signed_in
def close(request: AccessedRequest, pk: int) -> HttpResponse:
    found = team_access.fetch_entry(request.actor, pk)
    form = CloseForm(request.POST or None, initial={"cause": found.cause})
    if form.is_valid():
        try:
            domain.close(entry=found, at=timezone.now(), **form.cleaned_data)
        except domain.ClosedAlready:
            messages.error(request, _("It is closed already."))
        return redirect("trainers:support", found.round_id)
    return render(request, "trainers/support/close.html", {"round": found.round, "entry": found, "form": form})


@require_GET
@signed_in
def export(request: AccessedRequest, pk: int) -> HttpResponse:
    """The log as an Excel file, without who reported."""
    found = team_access.fetch_team_to_support(request.actor, pk)
    return download(request, what=_("Errors and wishes"), columns=COLUMNS, rows=queries.entries_of(found))
