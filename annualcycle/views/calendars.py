"""The year and the talks in a person's own calendar."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from annualcycle.domain import calendar_feeds
from competence.access import AccessedRequest, Actor, actor_of, may_sign_in, public, signed_in, with_access
from competence.calendar import entries_for, feed
from competence.language import language_of
from competence.models import Employee


@require_safe
@signed_in
def calendar(request: AccessedRequest) -> HttpResponse:
    token = calendar_feeds.token_for(request.actor.employee)
    address = request.build_absolute_uri(reverse("year:calendar_feed", args=[token]))
    return render(request, "annualcycle/year/calendar.html", {"address": address})


@require_POST
@signed_in
def calendar_renew(request: AccessedRequest) -> HttpResponse:
    calendar_feeds.renew(employee=request.actor.employee)
    messages.success(request, _("You have a new address. The former one no longer works."))
    return redirect("year:calendar")


@require_safe
@signed_in
def calendar_file(request: AccessedRequest) -> HttpResponse:
    return _answer(request.actor, attachment=True)


@require_safe
@public
def calendar_feed(request: HttpRequest, token: str) -> HttpResponse:
    today = timezone.localdate()
    owner = calendar_feeds.owner_of(token)
    employee = with_access(Employee.objects.filter(pk=owner or 0), today).first()
    if employee is None or not may_sign_in(employee):
        raise Http404
    with language_of(employee):
        return _answer(actor_of(employee), attachment=False)


def _answer(actor: Actor, *, attachment: bool) -> HttpResponse:
    entries = entries_for(actor, timezone.localdate())
    content = feed(entries, name=_("The year"), at=timezone.now())
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    if attachment:
        response["Content-Disposition"] = 'attachment; filename="aaret.ics"'
    response["Cache-Control"] = "no-store, private"
    return response
