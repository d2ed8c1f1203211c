"""Background jobs of the signed-in person: how far they are, and the file when they are done."""

from typing import cast

from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from competence.access import AccessedRequest, Permission, signed_in
from competence.domain import jobs as domain
from competence.job_list import jobs_of, made
from competence.pdf import file_name

NEWEST = 30
# So many documents are named one by one; of more, only those that could not be made.
MOST_SHOWN = 80


@require_safe
@signed_in
def jobs(request: AccessedRequest) -> HttpResponse:
    return render(request, "competence/jobs/jobs.html", {"jobs": list(jobs_of(request.actor)[:NEWEST])})


@require_safe
@signed_in
def job(request: AccessedRequest, pk: int) -> HttpResponse:
    """The page asks again every two seconds; without JavaScript it is loaded again by hand."""
    found = get_object_or_404(jobs_of(request.actor), pk=pk)
    template = "competence/jobs/job.html#progress" if request.htmx else "competence/jobs/job.html"
    items = list(found.items.all()) if found.total <= MOST_SHOWN else []
    context = {"job": found, "made": made(found), "items": items, "kept_days": domain.KEPT_FOR.days}
    return render(request, template, context)


@require_safe
@signed_in
def job_file(request: AccessedRequest, pk: int) -> HttpResponse:
    """The package. Who may no longer export does not get it."""
    found = get_object_or_404(jobs_of(request.actor), pk=pk)
    if not request.actor.may(Permission.EXPORT):
        raise PermissionDenied
    try:
        fetched = domain.fetch(job=found, by=request.actor.employee, at=timezone.now())
    except domain.NotThere as missing:
        raise Http404 from missing
    name = f"{file_name(fetched.title)}.zip"
    # A streamed file is no HttpResponse to the type checker, but one to Django.
    return cast(HttpResponse, FileResponse(fetched.file.open("rb"), as_attachment=True, filename=name))
