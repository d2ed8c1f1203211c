"""Strategies as documents to take away."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from competence.access import AccessedRequest, signed_in
from competence.pdf import response
from strategy import pdf
from strategy.queries import readable_strategies


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
