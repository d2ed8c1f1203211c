"""Scoring on one's own, then seeing it together: comparison and matrix (sources: K03, K05, K17–K23)."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseForbidden
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from competence.access import AccessedRequest, signed_in
from competence.asked import whole_numbers
from trainers import access
from trainers import matrix as geometry
from trainers.domain import scores as domain
from trainers.domain import selection
from trainers.forms.candidates import MoveForm, SheetForm
from trainers.models import Candidate
from trainers.naming import signs
from trainers.queries.candidates import Person, frame_of, people_of, person_of
from trainers.queries.peers import summary_of

MOST_COMPARED = 6


@require_http_methods(["GET", "POST"])
@signed_in
def sheet(request: AccessedRequest, pk: int) -> HttpResponse:
    """One's own scores of one candidate: saved as a draft, or handed in."""
    found = access.fetch_candidate(request.actor, pk)
    person = person_of(found, request.actor.employee)
    if (person.mine and person.mine.handed_in_at) or not found.round.is_open:
        return redirect("trainers:candidate", pk)
    form = SheetForm(request.POST or None, criteria=person.frame.assessed, sheet=person.mine)
    if form.is_valid() and _kept(request, found, form):
        following = _next(found, request)
        if "hand_in" in request.POST:
            return redirect("trainers:sheet", following.pk) if following else redirect("trainers:round", found.round_id)
        return redirect("trainers:sheet", pk)
    peers = summary_of(found, timezone.localdate())
    context = {"person": person, "round": found.round, "form": form, "peers": peers}
    return render(request, "trainers/candidate/sheet.html", context)


def _kept(request: AccessedRequest, found: Candidate, form: SheetForm) -> bool:
    """Save or hand in; what is missing is said at its field."""
    verb = domain.hand_in if "hand_in" in request.POST else domain.save
    note, assessor = form.cleaned_data["note"], request.actor.employee
    try:
        verb(candidate=found, assessor=assessor, entries=form.entries, note=note, at=timezone.now())
    except domain.Incomplete as refusal:
        form.complain(refusal.criteria)
        return False
    except (domain.HandedIn, selection.RoundClosed):
        messages.error(request, _("This is handed in, or the selection is closed."))
        return True
    text = _("Handed in. %(name)s is done.") if "hand_in" in request.POST else _("Your draft for %(name)s is kept.")
    messages.success(request, text % {"name": found.employee.name})
    return True


def _next(found: Candidate, request: AccessedRequest) -> Person | None:
    """The next willing candidate one has not assessed."""
    me = request.actor.employee
    people = people_of(found.round, me)
    return next((one for one in people if is_open_to_me(one, me.pk) and one.pk != found.pk), None)


def is_open_to_me(person: Person, me: int) -> bool:
    """Whether this person waits for an own sheet."""
    done = person.mine is not None and person.mine.handed_in_at is not None
    return person.is_willing and not done and person.candidate.employee_id != me


@require_GET
@signed_in
def compare(request: AccessedRequest, pk: int) -> HttpResponse:
    """Up to six candidates side by side; who is not assessed by oneself yet cannot be chosen."""
    found = access.fetch_round(request.actor, pk)
    frame = frame_of(found)
    people = people_of(found, request.actor.employee, frame=frame)
    others = [one for one in people if one.candidate.employee_id != request.actor.employee.pk]
    readable = [one for one in others if one.is_read]
    asked = whole_numbers(request.GET.getlist("who"))
    shown = [one for one in readable if one.pk in asked] or sorted(readable, key=lambda one: -one.suitability)
    context = {
        "round": found,
        "frame": frame,
        "readable": readable,
        "waiting": [one for one in others if is_open_to_me(one, request.actor.employee.pk)],
        "shown": shown[:MOST_COMPARED],
        "most": MOST_COMPARED,
    }
    return render(request, "trainers/round/compare.html", context)


@require_GET
@signed_in
def matrix(request: AccessedRequest, pk: int) -> HttpResponse:
    """Can and will, as a picture with a table beside it."""
    found = access.fetch_round(request.actor, pk)
    people = people_of(found, request.actor.employee)
    others = [one for one in people if one.candidate.employee_id != request.actor.employee.pk]
    placed = [one for one in others if one.is_read and one.place]
    context = {
        "round": found,
        "people": placed,
        "signs": signs(
            {one.pk: (one.candidate.employee.first_name, one.candidate.employee.last_name) for one in placed}
        ),
        "dots": geometry.dots(one.place for one in placed if one.place),
        "side": geometry.SIDE,
        "radius": geometry.DOT,
        "middle": geometry.MIDDLE_X,
        "horizontal": geometry.MIDDLE_Y,
        "threshold": int(geometry.MIDDLE),
        "highest": geometry.HIGHEST,
        "waiting": [one for one in others if is_open_to_me(one, request.actor.employee.pk)],
        "leads": access.leads(request.actor, found),
    }
    return render(request, "trainers/round/matrix.html", context)


@require_http_methods(["GET", "POST"])
@signed_in
def move(request: AccessedRequest, pk: int) -> HttpResponse:
    """Place somebody otherwise than computed, with a reason; or back."""
    found = access.fetch_candidate_to_lead(request.actor, pk)
    person = person_of(found, request.actor.employee)
    if person.place is None or not person.is_read:
        return HttpResponseForbidden()
    place = person.place
    start = {"can": "yes" if place.is_can else "no", "will": "yes" if place.is_will else "no"}
    form = MoveForm(request.POST or None, initial=start)
    try:
        if "back" in request.POST:
            selection.move_back(candidate=found)
            return redirect("trainers:matrix", found.round_id)
        if form.is_valid():
            selection.move(candidate=found, by=request.actor.employee, at=timezone.now(), **form.cleaned_data)
            return redirect("trainers:matrix", found.round_id)
    except selection.RoundClosed:
        form.add_error(None, _("The selection is closed, so nothing in it changes."))
    context = {"person": person, "round": found.round, "form": form, "moved": getattr(person.candidate, "move", None)}
    return render(request, "trainers/round/move.html", context)
