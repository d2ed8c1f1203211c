"""The start page, which composes what each app says is waiting, and the choice of language."""

from datetime import date

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import pgettext
from django.views.decorators.http import require_POST

from annualcycle.queries.cycle import wheel_for
from annualcycle.queries.start import figures_for
from competence.access import AccessedRequest, Actor, public, signed_in
from competence.domain import people
from competence.models import Unit
from competence.remembered import remembered
from config.queries import tasks_for

SHOWN_AT_ONCE = 6


@signed_in
def start(request: AccessedRequest) -> HttpResponse:
    today, actor = timezone.localdate(), request.actor
    held = (actor.grants, actor.posts)
    return render(request, "start.html", remembered(actor.employee, today, held, lambda: _what_is_shown(actor, today)))


def _what_is_shown(actor: Actor, today: date) -> dict[str, object]:
    tasks = tasks_for(actor, today)
    cycle, wheel = wheel_for(actor, today) or (None, None)
    return {
        "today": today,
        "day_format": pgettext("date above the start page, Django format", "j F"),
        "tasks": tasks[:SHOWN_AT_ONCE],
        "more": tasks[SHOWN_AT_ONCE:],
        "cycle": cycle,
        "wheel": wheel,
        "figures": figures_for(actor, today),
    }


@public
@require_POST
def choose_language(request: HttpRequest) -> HttpResponse:
    """Keep the language: on the person when signed in, else in this browser."""
    language = request.POST.get("language", "")
    back = request.POST.get("next", "")
    # Not by `redirect`, which takes what is no address for the name of a page.
    is_ours = url_has_allowed_host_and_scheme(back, {request.get_host()})
    response = HttpResponseRedirect(back if is_ours else reverse("start"))
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
