"""The start page, which composes what each app says is waiting, and the choice of language."""

from datetime import date

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone, translation
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from annualcycle import queries as annualcycle
from competence.access import AccessedRequest, public, signed_in
from competence.domain import people
from competence.models import Unit
from competence.queries import Pending


def in_order_of_date(rows: list[Pending]) -> list[Pending]:
    """What is due first comes first; what has no date comes last."""
    return sorted(rows, key=lambda row: (row.due_on is None, row.due_on or date.max))


@signed_in
def start(request: AccessedRequest) -> HttpResponse:
    today = timezone.localdate()
    return render(
        request,
        "start.html",
        {"today": today, "pending": in_order_of_date(annualcycle.pending_for(request.actor, today))},
    )


@public
@require_POST
def choose_language(request: HttpRequest) -> HttpResponse:
    """Keep the language: on the person when signed in, else in this browser."""
    language = request.POST.get("language", "")
    back = request.POST.get("next", "")
    response = redirect(back if url_has_allowed_host_and_scheme(back, {request.get_host()}) else "start")
    if language in dict(settings.LANGUAGES):
        if request.user.is_authenticated:
            people.choose_language(employee=request.user, language=language)
        translation.activate(language)
        response.set_cookie(settings.LANGUAGE_COOKIE_NAME, language, samesite="Lax", secure=settings.PRODUCTION)
    return response


@signed_in
def yardstick(request: AccessedRequest) -> HttpResponse:
    """What a signed-in page costs at the least: one trivial query. Only there while measuring."""
    return HttpResponse(str(Unit.objects.filter(pk=request.actor.municipality).count()))
