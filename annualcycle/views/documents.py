"""Documents to file: one PDF at a time."""

from django.http import Http404, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from annualcycle import pdf as documents
from annualcycle.models import Orientation
from annualcycle.views.reading import year_to_read
from competence import pdf
from competence.access import AccessedRequest, signed_in


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
