"""In the room: the code on the wall, saying that one is there, and answering afterwards (sources: T17, K11)."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from competence.access import AccessedRequest, signed_in
from trainers import team_access
from trainers.codes import code_of
from trainers.domain import attendance
from trainers.domain import sessions as domain
from trainers.forms.sessions import AttendanceForm, EvaluationForm
from trainers.queries import sessions as queries


@require_GET
@signed_in
def wall(request: AccessedRequest, pk: int) -> HttpResponse:
    """The code to show on the wall; who scans it says that he or she is there."""
    found = team_access.fetch_session_to_run(request.actor, pk)
    address = request.build_absolute_uri(reverse("trainers:here", args=[pk, domain.code_for(found)]))
    context = {
        "session": found,
        "round": found.round,
        "code": code_of(address),
        "opens_at": found.starts_at - domain.EARLY,
        "closes_at": found.ends_at + domain.LATE,
    }
    return render(request, "trainers/session/wall.html", context)


@require_http_methods(["GET", "POST"])
@signed_in
def here(request: AccessedRequest, pk: int, code: str) -> HttpResponse:
    """Opened by the code: one button."""
    found, now = team_access.fetch_session_in_reach(request.actor, pk), timezone.now()
    try:
        domain.check_code(session=found, code=code, at=now)
        if request.method == "POST":
            domain.come(session=found, employee=request.actor.employee, code=code, at=now)
            messages.success(request, _("You are on the list."))
            return redirect("trainers:session", pk)
    except (domain.CodeExpired, domain.Closed):
        return render(request, "trainers/session/here.html", {"session": found, "expired": True})
    return render(request, "trainers/session/here.html", {"session": found})


@require_POST
@signed_in
def coming(request: AccessedRequest, pk: int) -> HttpResponse:
    """Somebody invited cannot come, or can after all: `comes` is yes or no."""
    found, me = team_access.fetch_session(request.actor, pk), request.actor.employee
    if not found.participants.filter(employee=me).exists():
        raise PermissionDenied
    comes = request.POST.get("comes") == "yes"
    try:
        attendance.answer_invitation(session=found, employee=me, comes=comes)
        messages.success(request, _("You are on the list again.") if comes else _("It is noted that you cannot come."))
    except domain.Closed:
        messages.error(request, _("The session is held or cancelled, so nothing in it changes."))
    return redirect("trainers:session", pk)


@require_http_methods(["GET", "POST"])
@signed_in
def evaluate(request: AccessedRequest, pk: int) -> HttpResponse:
    """Three questions to those who came."""
    found = team_access.fetch_session_in_reach(request.actor, pk)
    mine = queries.who_may_answer(found.participants.filter(employee=request.actor.employee)).first()
    if mine is None:
        raise PermissionDenied
    form = EvaluationForm(request.POST or None)
    if form.is_valid():
        try:
            domain.evaluate(session=found, employee=request.actor.employee, answers=form.answers, at=timezone.now())
            messages.success(request, _("Thank you. Nobody can see that the answer is yours."))
        except domain.NotThere:
            messages.error(request, _("You have answered already."))
        except domain.NotHeld:
            messages.error(request, _("The time for answers is over."))
        return redirect("trainers:session", pk)
    context = {
        "session": found,
        "round": found.round,
        "form": form,
        "is_open": domain.is_open_for_answers(found, timezone.now()) and not mine.has_evaluated,
    }
    return render(request, "trainers/session/evaluate.html", context)


@require_http_methods(["GET", "POST"])
@signed_in
def correct(request: AccessedRequest, pk: int) -> HttpResponse:
    """Who came after all, while the time for answers runs."""
    found, now = team_access.fetch_session_to_run(request.actor, pk), timezone.now()
    if not domain.is_open_for_answers(found, now):
        messages.error(request, _("Who came can be corrected for two weeks after the session."))
        return redirect("trainers:session", pk)
    participants = queries.participants_of(found)
    possible = queries.possible_participants(found, timezone.localdate(found.starts_at), None)
    start = {"came": [one.pk for one in participants if one.attended]}
    form = AttendanceForm(request.POST or None, participants=participants, possible=possible, initial=start)
    if form.is_valid():
        came = [one.pk for one in form.cleaned_data["came"]]
        attendance.correct(session=found, came=came, others=list(form.cleaned_data["others"]), at=now)
        messages.success(request, _("The list of who came is corrected."))
        return redirect("trainers:session", pk)
    context = {"session": found, "round": found.round, "form": form, "is_held": True}
    return render(request, "trainers/session/hold.html", context)
