"""Strategies as documents to take away."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from competence.access import AccessedRequest, Permission, fetch_unit, requires, signed_in
from competence.asked import whole_number
from competence.domain import jobs
from competence.job_list import jobs_of
from competence.pdf import response
from strategy import documents, pdf
from strategy.forms.exports import ExportForm
from strategy.queries import readable_strategies

# So many years back and one ahead can be chosen.
YEARS_BACK = 5
NEWEST = 10


@require_safe
@signed_in
def strategy_pdf(request: AccessedRequest, pk: int) -> HttpResponse:
    """The approved version, for everybody who may read it."""
    readable = readable_strategies(request.actor.municipality).select_related("unit__municipality")
    found = get_object_or_404(readable, pk=pk)
    try:
        content = pdf.strategy(found)
    except pdf.NotApproved as refusal:
        raise Http404 from refusal
    return response(content, f"{found.unit} {found.title} version {found.version}")


@require_http_methods(["GET", "POST"])
@requires(Permission.EXPORT_STRATEGIES)
def export(request: AccessedRequest) -> HttpResponse:
    """HR chooses a year and units; the documents are made in the background."""
    root = fetch_unit(request.actor, Permission.EXPORT_STRATEGIES, request.actor.municipality)
    today = timezone.localdate()
    years = range(today.year + 1, today.year - YEARS_BACK - 1, -1)
    year = _year(request.POST.get("year") or request.GET.get("year"), today.year, years)
    found = documents.choices(municipality=root.pk, year=year)
    form = ExportForm(request.POST or None, found=found)
    if form.is_valid():
        items = [choice.item for choice in documents.chosen(found, form.cleaned_data["units"])]
        title = _("Strategies %(year)s") % {"year": year}
        job = jobs.start(kind=documents.KIND, title=title, items=items, by=request.actor.employee, at=timezone.now())
        return redirect("job", job.pk)
    context = {
        "form": form,
        "year": year,
        "years": years,
        "without": [choice.unit for choice in found if choice.version is None],
        "earlier": jobs_of(request.actor).filter(kind=documents.KIND)[:NEWEST],
    }
    return render(request, "strategy/exports/export.html", context)


def _year(text: str | None, this: int, years: range) -> int:
    year = whole_number(text, digits=4) or this
    return year if year in years else this
