"""My development as a trainer: what is learnt, noted, asked and felt (sources: T06, T11–T13)."""

from datetime import datetime

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from competence.access import AccessedRequest, signed_in
from competence.models import Employee
from competence.queries import leader_for
from trainers import development_access as access
from trainers.domain import development as domain
from trainers.forms.development import HomeForm, InsightForm, LearntForm, NoteForm, PulseForm
from trainers.models import Learnt, Mandate, Note, Session
from trainers.queries import development as queries
from trainers.queries.teams_at_work import mandates_of


@require_GET
@signed_in
def mine(request: AccessedRequest) -> HttpResponse:
    """Everything of one's own development in one place; others have `followed`."""
    me, now = request.actor.employee, timezone.now()
    mandates = list(mandates_of(me))
    running = [one for one in mandates if one.is_running]
    context = {
        "growths": [queries.growth_of(one, timezone.localdate(now)) for one in running],
        "was_trainer": bool(mandates),
        "learnt": list(queries.learnt_by(me)),
        "notes": list(queries.notes_of(me)),
        "insights": list(queries.insights_of(me)),
        "felt": queries.felt_by(me, now),
    }
    return render(request, "trainers/development/mine.html", context)


def answer(request: AccessedRequest, form: Form, title: str | Promise, lead: str | Promise = "") -> HttpResponse:
    """A form of the development pages, with the way back to one's own page."""
    context = {"form": form, "title": title, "lead": lead, "back": reverse("trainers:development")}
    return render(request, "trainers/development/form.html", context)


@require_http_methods(["GET", "POST"])
@signed_in
def learnt_new(request: AccessedRequest) -> HttpResponse:
    return _learnt(request, None)


@require_http_methods(["GET", "POST"])
@signed_in
def learnt_edit(request: AccessedRequest, pk: int) -> HttpResponse:
    return _learnt(request, access.fetch_own_learnt(request.actor, pk))


def _learnt(request: AccessedRequest, found: Learnt | None) -> HttpResponse:
    form = LearntForm(request.POST or None, learnt=found)
    if form.is_valid():
        domain.record_learnt(employee=request.actor.employee, facts=form.facts, learnt=found)
        return redirect("trainers:development")
    lead = gettext_lazy("Your leader and the project leader see kind, day and hours. What you take with you is yours.")
    return answer(request, form, gettext_lazy("What have you learnt?"), lead)


@require_http_methods(["GET", "POST"])
@signed_in
def note_new(request: AccessedRequest) -> HttpResponse:
    return _note(request, None)


@require_http_methods(["GET", "POST"])
@signed_in
def note_edit(request: AccessedRequest, pk: int) -> HttpResponse:
    return _note(request, access.fetch_own_note(request.actor, pk))


def _note(request: AccessedRequest, found: Note | None) -> HttpResponse:
    me, now = request.actor.employee, timezone.now()
    form = NoteForm(request.POST or None, leader=_leader(me, now), note=found)
    if form.is_valid():
        domain.write_note(employee=me, text=form.cleaned_data["text"], shown_to=form.shown_to, at=now, note=found)
        return redirect("trainers:development")
    lead = gettext_lazy("Only you read it, also in history, lists and exports, unless you show it to your leader.")
    return answer(request, form, gettext_lazy("A note"), lead)


def _leader(me: Employee, now: datetime) -> Employee | None:
    """The nearest leader where the newest running mandate takes its hours."""
    mandate: Mandate | None = mandates_of(me).running().first()
    return leader_for(me, mandate.unit, timezone.localdate(now)) if mandate else None


@require_POST
@signed_in
def note_remove(request: AccessedRequest, pk: int) -> HttpResponse:
    domain.remove_note(note=access.fetch_own_note(request.actor, pk))
    messages.success(request, _("The note is gone."))
    return redirect("trainers:development")


@require_http_methods(["GET", "POST"])
@signed_in
def insight_new(request: AccessedRequest) -> HttpResponse:
    me, today = request.actor.employee, timezone.localdate()
    sessions = Session.objects.filter(trainers__mandate__employee=me).order_by("-starts_at").distinct()
    form = InsightForm(request.POST or None, sessions=sessions, initial={"kind": "question", "on": today})
    if form.is_valid():
        domain.keep_insight(employee=me, **form.cleaned_data)
        return redirect("trainers:development")
    lead = gettext_lazy("Only you read it until you have brought it home to your team.")
    return answer(request, form, gettext_lazy("A question or an insight"), lead)


@require_http_methods(["GET", "POST"])
@signed_in
def insight_home(request: AccessedRequest, pk: int) -> HttpResponse:
    found = access.fetch_own_insight(request.actor, pk)
    start = {"on": found.brought_home_on or timezone.localdate(), "words": found.brought_home}
    form = HomeForm(request.POST or None, initial=start)
    if form.is_valid():
        domain.bring_home(insight=found, **form.cleaned_data)
        messages.success(request, _("Brought home. Your leader can read it now."))
        return redirect("trainers:development")
    return answer(request, form, gettext_lazy("Brought home to your team"), found.text)


@require_POST
@signed_in
def insight_remove(request: AccessedRequest, pk: int) -> HttpResponse:
    domain.remove_insight(insight=access.fetch_own_insight(request.actor, pk))
    return redirect("trainers:development")


@require_http_methods(["GET", "POST"])
@signed_in
def pulse(request: AccessedRequest, pk: int) -> HttpResponse:
    """How a session feels, before and after; whom to call when it feels bad."""
    session, me = access.fetch_session_to_feel(request.actor, pk), request.actor.employee
    said = queries.pulse_of(session, me)
    start = {"before": said.before, "after": said.after} if said else None
    form = PulseForm(request.POST or None, initial=start)
    if form.is_valid():
        domain.feel(session=session, employee=me, **form.cleaned_data)
        return redirect("trainers:development")
    context = {"form": form, "session": session, "contact": session.round.leader}
    return render(request, "trainers/development/pulse.html", context)
