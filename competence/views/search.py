"""The search over people, units and courses."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from competence.access import AccessedRequest, signed_in
from competence.queries.search import search as find


@signed_in
@require_GET
def search(request: AccessedRequest) -> HttpResponse:
    words = request.GET.get("q", "").strip()[:100]
    found = find(request.actor.municipality, words, timezone.localdate()) if words else None
    template = "competence/search/search.html#found" if request.htmx else "competence/search/search.html"
    return render(request, template, {"words": words, "found": found})
