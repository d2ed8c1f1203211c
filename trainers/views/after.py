"""Beside the session itself: the checklist before one with other municipalities, and the contact after (T18, T22)."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from competence.access import AccessedRequest, signed_in
from trainers import team_access
from trainers.domain import sessions as domain
from trainers.forms.sessions import FollowUpForm, PointsForm


@require_POST
@signed_in
def points(request: AccessedRequest, pk: int) -> HttpResponse:
    """Which points hold."""
    found = team_access.fetch_session_to_run(request.actor, pk)
    form = PointsForm(request.POST)
    if form.is_valid():
        try:
            domain.check_points(session=found, points=form.cleaned_data["points"])
            messages.success(request, _("The checklist is kept."))
        except domain.Closed:
            messages.error(request, _("The session is held or cancelled, so nothing in it changes."))
    return redirect("trainers:session", pk)


@require_POST
@signed_in
def follow_up(request: AccessedRequest, pk: int) -> HttpResponse:
    """The trainers have heard how it goes."""
    found = team_access.fetch_session_to_run(request.actor, pk)
    form = FollowUpForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("That is too long. Write it in at most 1,000 characters."))
        return redirect("trainers:session", pk)
    try:
        domain.follow_up(session=found, words=form.cleaned_data["words"], on=timezone.localdate())
        messages.success(request, _("It is noted that you have been in touch."))
    except domain.NotHeld:
        messages.error(request, _("The session has not been held."))
    return redirect("trainers:session", pk)
