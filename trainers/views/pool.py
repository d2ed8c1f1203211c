"""The pool of trained trainers (sources: T01, T14)."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from competence.access import AccessedRequest, Permission, requires
from trainers.queries.pool import pool_of


@require_GET
@requires(Permission.EDIT_PROFILES)
def pool(request: AccessedRequest) -> HttpResponse:
    """Who has learnt to teach colleagues, across the units; for those who choose and plan."""
    words = request.GET.get("q", "").strip()[:80]
    rows = pool_of(request.actor.municipality, words, timezone.localdate())
    return render(request, "trainers/pool/list.html", {"rows": rows, "words": words})
