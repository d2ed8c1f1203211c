"""What everybody may read: accessibility and privacy."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from competence.access import public
from competence.retention import REGISTRY


@public
@require_GET
def accessibility(request: HttpRequest) -> HttpResponse:
    return render(request, "competence/about/accessibility.html")


@public
@require_GET
def privacy(request: HttpRequest) -> HttpResponse:
    return render(request, "competence/about/privacy.html", {"kinds": REGISTRY})
