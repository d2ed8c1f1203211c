"""Documents to file: one PDF at a time."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from annualcycle import pdf as documents
from annualcycle.models import Orientation
from annualcycle.queries.documents import YEAR_PDFS, items_of
from annualcycle.queries.plans import find, side_of, versions_of
from annualcycle.views.reading import year_to_read
from competence import pdf
from competence.access import AccessedRequest, Permission, refuse_outsider, requires, signed_in
from competence.domain import jobs


@require_safe
@signed_in
def orientation_pdf(request: AccessedRequest, pk: int) -> HttpResponse:
    cycle = year_to_read(request, pk)
    published = Orientation.objects.filter(cycle=cycle, published_at__isnull=False)
    found = published.select_related("cycle__unit__municipality").first()
    if found is None:
        raise Http404
    name = _("Orientation %(unit)s %(year)s") % {"unit": cycle.unit, "year": cycle.budget_year}
    return pdf.response(documents.orientation(found, on=timezone.localdate()), name)


@require_safe
@signed_in
def plan_pdf(request: AccessedRequest, pk: int) -> HttpResponse:
    """The newest version, for the two who wrote it."""
    found = get_object_or_404(find(pk).select_related("employee", "cycle__unit__municipality"))
    refuse_outsider(request.actor, found.cycle.unit)
    today = timezone.localdate()
    if side_of(request.actor, found, today) is None:
        raise PermissionDenied
    version = versions_of(found).first()
    if version is None:
        raise Http404
    version.plan = found
    name = _("Plan %(year)s %(employee)s") % {"year": found.cycle.year, "employee": found.employee}
    return pdf.response(documents.plan(version, on=today), name)


@require_POST
@requires(Permission.EXPORT)
def year_pdfs(request: AccessedRequest, pk: int) -> HttpResponse:
    """All documents of the year that the person may open, as one file made in the background."""
    cycle = year_to_read(request, pk)
    items = items_of(request.actor, cycle, timezone.localdate())
    title = _("Documents of %(unit)s %(year)s") % {"unit": cycle.unit, "year": cycle.year}
    try:
        job = jobs.start(kind=YEAR_PDFS, title=title, items=items, by=request.actor.employee, at=timezone.now())
    except jobs.NothingToMake:
        messages.info(request, _("There are no documents of this year for you yet."))
        return redirect("year:downloads", pk)
    return redirect("job", job.pk)
