"""My trainer role: what I am to do next, my hours, my sessions (phone first)."""

from datetime import timedelta

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from competence.access import AccessedRequest, signed_in
from trainers.queries import mine as queries
from trainers.queries import sessions as session_queries
from trainers.queries.pool import open_share_of

RECENT = timedelta(hours=12)


@require_GET
@signed_in
def mine(request: AccessedRequest) -> HttpResponse:
    """One's own running mandates; somebody without one reads how to become a trainer."""
    now, me = timezone.now(), request.actor.employee
    context = {
        "roles": queries.roles_of(me, timezone.localdate()),
        "sessions": session_queries.to_hold(me, now - RECENT),
        "share": open_share_of(me),
        "open": queries.to_answer(me, now),
    }
    return render(request, "trainers/mandate/mine.html", context)
