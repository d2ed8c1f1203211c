"""Files in: chosen, checked, looked at, confirmed, and written in the background."""

import csv

from celery import current_app
from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from competence.access import AccessedRequest, Permission, fetch, fetch_unit, requires
from competence.domain.imports import runs
from competence.domain.imports.reading import Unreadable
from competence.forms.imports import ConfirmForm, UploadForm
from competence.models import ImportRun, Unit

FAULTS_SHOWN = 50
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


@require_GET
@requires(Permission.IMPORT)
def imports(request: AccessedRequest) -> HttpResponse:
    found = ImportRun.objects.filter(municipality=_municipality(request)).defer("content").select_related("made_by")
    page = Paginator(found, 25).get_page(request.GET.get("page"))
    context = {"runs": page}
    return render(request, "competence/imports/list.html", context)


@require_http_methods(["GET", "POST"])
@requires(Permission.IMPORT)
def import_new(request: AccessedRequest) -> HttpResponse:
    municipality = _municipality(request)
    form = UploadForm(request.POST or None, request.FILES or None, initial={"kind": request.GET.get("kind")})
    if request.method == "POST" and form.is_valid():
        try:
            made = runs.check(
                municipality=municipality, file=form.as_file(), by=request.actor.employee, at=timezone.now()
            )
        except Unreadable as error:
            form.add_error("file", str(error))
        else:
            return redirect("import", pk=made.pk)
    return render(request, "competence/imports/new.html", {"form": form})


@require_GET
@requires(Permission.IMPORT)
def import_run(request: AccessedRequest, pk: int) -> HttpResponse:
    """One page for the whole way; while the file is being written, htmx asks for its middle every second."""
    found = _run(request, pk)
    part = "#progress" if request.htmx else ""
    response = render(
        request,
        f"competence/imports/run.html{part}",
        {
            "run": found,
            "report": found.report,
            "faults": found.report["errors"][:FAULTS_SHOWN],
            "more_faults": max(0, len(found.report["errors"]) - FAULTS_SHOWN),
            "percent": runs.progress(found),
            "form": ConfirmForm(),
        },
    )
    if request.htmx and found.state not in (ImportRun.State.QUEUED, ImportRun.State.RUNNING):
        response["HX-Refresh"] = "true"
    return response


@require_POST
@requires(Permission.IMPORT)
def import_confirm(request: AccessedRequest, pk: int) -> HttpResponse:
    found = _run(request, pk)
    form = ConfirmForm(request.POST)
    form.is_valid()
    try:
        runs.confirm(import_run=found, end_missing=form.cleaned_data["end_missing"])
    except runs.NotReady:
        messages.warning(request, _("This import is under way already, or it is over."))
    else:
        # Without a broker the import waits: beat takes it up.
        transaction.on_commit(lambda: _queue(pk), robust=True)
    return redirect("import", pk=pk)


@require_POST
@requires(Permission.IMPORT)
def import_give_up(request: AccessedRequest, pk: int) -> HttpResponse:
    try:
        runs.give_up(import_run=_run(request, pk))
    except runs.NotReady:
        messages.warning(request, _("This import is under way already, or it is over."))
        return redirect("import", pk=pk)
    messages.success(request, _("Nothing was changed, and the file is deleted."))
    return redirect("imports")


@require_GET
@requires(Permission.IMPORT)
def import_faults(request: AccessedRequest, pk: int) -> HttpResponse:
    """The faults as a file that Excel opens, to be sent to whoever can correct them."""
    found = _run(request, pk)
    response = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="import-{found.pk}.csv"'
    writer = csv.writer(response, delimiter=";")
    writer.writerow([_("Line"), _("Column"), _("Found"), _("What to do")])
    for fault in found.report["errors"]:
        writer.writerow([fault["line"], *(_harmless(fault[key]) for key in ("column", "value", "expected"))])
    return response


def _queue(pk: int) -> None:
    current_app.send_task("competence.tasks.write_import", kwargs={"run_id": pk}, retry=False)


def _harmless(text: str) -> str:
    """No formula, whatever the uploaded file held."""
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text


def _municipality(request: AccessedRequest) -> Unit:
    return fetch_unit(request.actor, Permission.IMPORT, request.actor.municipality)


def _run(request: AccessedRequest, pk: int) -> ImportRun:
    found = ImportRun.objects.defer("content").select_related("municipality", "made_by")
    return fetch(request.actor, Permission.IMPORT, found, unit=lambda run: run.municipality, pk=pk)
