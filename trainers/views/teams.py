"""The composer in the browser: three teams, what they cost the units; a person chooses (sources: K33, K34, T27)."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from competence.access import AccessedRequest, Permission, requires, scope, signed_in
from competence.pdf import file_name
from trainers import access
from trainers.domain import limits as limit_domain
from trainers.domain import selection
from trainers.domain import teams as domain
from trainers.forms.candidates import LimitForm
from trainers.models import Candidate, ComposerRun, Round, UnitLimit
from trainers.queries import rounds as queries
from trainers.queries import teams as team_queries
from trainers.queries.candidates import Person, frame_of, people_of
from trainers.team_cards import alone_of, cards_of, drains_of
from trainers.views.scores import is_open_to_me


@require_GET
@signed_in
def compose(request: AccessedRequest, pk: int) -> HttpResponse:
    """The latest run, once one has assessed everybody: it is made of everybody's scores."""
    found = access.fetch_round(request.actor, pk)
    frame = frame_of(found)
    people = people_of(found, request.actor.employee, frame=frame)
    context = {"round": found, "leads": access.leads(request.actor, found), "people": queries.by_outcome(people)}
    if any(one.candidate.employee_id == request.actor.employee.pk and not one.says_no for one in people):
        return render(request, "trainers/team/own.html", context)
    if waiting := sees_not_all(found, people, request.actor.employee.pk):
        return render(request, "trainers/team/wait.html", context | {"waiting": waiting})
    run_ = team_queries.latest_run(found)
    run_ = None if run_ and team_queries.tells_more(run_, people) else run_
    context |= _counts(found, people) | {"run": run_, "pins": Candidate.Pin.choices}
    if run_:
        composed = domain.read_run(run_)
        room = team_queries.room_of(frame, people, timezone.localdate())
        cards = cards_of(composed, frame, people)
        context |= {
            "cards": cards,
            "alone": alone_of(composed, people),
            "overruled": team_queries.overruled_in_words(people, room.on) if found.is_open else [],
            "conflicts": team_queries.conflicts_in_words(run_.answer["conflicts"], people, frame),
            "is_current": not found.is_open or domain.is_current(run_, frame, people, room),
            "drains": drains_of(frame, cards, room, people),
        }
    return render(request, "trainers/team/compose.html", context)


def sees_not_all(round_: Round, people: list[Person], me: int) -> list[Person]:
    """Whom `me` must assess before the team, which gives away what others think, can be seen."""
    return [] if round_.is_decided else [one for one in people if is_open_to_me(one, me)]


def _counts(round_: Round, people: list[Person]) -> dict[str, object]:
    assessors = len(queries.assessors_of(round_))
    ready = [one for one in people if one.is_willing and one.is_released]
    return {"ready": len(ready), "unfinished": sum(one.handed_in < assessors for one in ready)}


@require_POST
@requires(Permission.RUN_ROUNDS)
def run(request: AccessedRequest, pk: int) -> HttpResponse:
    """Compose anew from what is known now."""
    found = access.fetch_round_to_decide(request.actor, pk)
    people = people_of(found, request.actor.employee)
    if found.is_open and not sees_not_all(found, people, request.actor.employee.pk):
        domain.run(round_=found, by=request.actor.employee, at=timezone.now())
    return redirect("trainers:compose", pk)


@require_POST
@requires(Permission.RUN_ROUNDS)
def pin(request: AccessedRequest, pk: int) -> HttpResponse:
    """Say that somebody must be in, or is left out, and compose anew."""
    found = access.fetch_candidate_to_lead(request.actor, pk)
    access.fetch_round_to_decide(request.actor, found.round_id)
    wanted = request.POST.get("pin", "")
    people = people_of(found.round, request.actor.employee)
    if sees_not_all(found.round, people, request.actor.employee.pk):
        raise PermissionDenied
    try:
        if wanted in Candidate.Pin.values:
            domain.pin(candidate=found, pin=wanted)
            domain.run(round_=found.round, by=request.actor.employee, at=timezone.now())
    except domain.Unmet as refusal:
        said = {"name": found.employee.name, "criteria": ", ".join(one.name for one in refusal.criteria)}
        text = _("%(name)s cannot be in the team: below the level each member must have in %(criteria)s.")
        messages.error(request, text % said)
    except selection.RoundClosed:
        messages.error(request, _("The selection is closed, so nothing in it changes."))
    return redirect("trainers:compose", found.round_id)


def _run_to_read(request: AccessedRequest, pk: int) -> ComposerRun:
    """For the project leader, once all is assessed, also those who were willing when it was made."""
    found = get_object_or_404(ComposerRun.objects.select_related("round"), pk=pk)
    round_ = access.fetch_round_to_decide(request.actor, found.round_id)
    people = people_of(round_, request.actor.employee)
    if sees_not_all(round_, people, request.actor.employee.pk) or team_queries.tells_more(found, people):
        raise PermissionDenied
    return found


@require_GET
@requires(Permission.RUN_ROUNDS)
def run_problem(request: AccessedRequest, pk: int) -> HttpResponse:
    """What the composer was given: `manage.py compose_team` repeats it."""
    return _file(_run_to_read(request, pk).problem, pk, _("problem"))


@require_GET
@requires(Permission.RUN_ROUNDS)
def run_answer(request: AccessedRequest, pk: int) -> HttpResponse:
    return _file(_run_to_read(request, pk).answer, pk, _("answer"))


def _file(content: object, pk: int, what: str) -> HttpResponse:
    answer = JsonResponse(content, safe=False, json_dumps_params={"indent": 1, "ensure_ascii": False})
    answer["Content-Disposition"] = f'attachment; filename="team-{pk}-{file_name(what)}.json"'
    return answer


@require_GET
@requires(Permission.SET_LIMITS)
def limits(request: AccessedRequest) -> HttpResponse:
    """What may be taken from each unit one leads."""
    units = queries.units_to_run_in(scope(request.actor, Permission.SET_LIMITS), timezone.localdate())
    return render(request, "trainers/limit/list.html", {"rows": queries.limits_of(units)})


@require_http_methods(["GET", "POST"])
@requires(Permission.SET_LIMITS)
def limit(request: AccessedRequest, pk: int) -> HttpResponse:
    unit = access.fetch_unit_to_limit(request.actor, pk)
    row: UnitLimit | None = getattr(unit, "trainer_limit", None)
    start = {"max_members": row.max_members, "max_hours": row.max_hours} if row else {}
    form = LimitForm(request.POST or None, initial=start)
    if request.method == "POST" and form.is_valid():
        try:
            limit_domain.set_limit(unit=unit, **form.cleaned_data)
            return redirect("trainers:limits")
        except limit_domain.BelowUse:
            form.add_error(None, _("More is taken from the unit already. Somebody’s role must end first."))
        except limit_domain.Busy:
            form.add_error(None, _("Somebody else is deciding right now. Try again in a moment."))
    return render(request, "trainers/limit/edit.html", {"unit": unit, "row": row, "form": form})
