"""Selections of trainers: the list, one selection, opening it, setting it up, nominating (sources: K03, K05, K45)."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from competence.access import AccessedRequest, Permission, requires, scope, signed_in
from competence.queries import people as people_queries
from trainers import access
from trainers.domain import selection as domain
from trainers.forms.rounds import HandOverForm, NominateForm, RoundForm, SetUpForm, StopForm
from trainers.models import Profile, Round
from trainers.queries import rounds as queries
from trainers.queries.candidates import frame_of, people_of
from trainers.queries.led import led_by
from trainers.queries.sessions import invitations_of
from trainers.sharing_access import may_see_staying


@require_GET
@signed_in
def home(request: AccessedRequest) -> HttpResponse:
    actor, today = request.actor, timezone.localdate()
    mine = queries.teams_of(actor.employee)
    cards = [
        {
            "round": row,
            "steps": queries.steps_of(row, today),
            "selects": access.selects(actor, row),
            "runs": row.is_decided and (access.leads(actor, row) or row.pk in mine),
            "takes_over": access.may_take_over(actor, row),
            "may_nominate": row.is_open and today <= row.nominate_by and access.may_nominate(actor, row),
        }
        for row in access.rounds_seen(actor)
    ]
    context = {
        "cards": cards,
        "own": queries.own_candidacies(actor.employee),
        "invited": invitations_of(actor.employee, timezone.now()),
        "led": led_by(actor),
        "is_trainer": bool(mine),
        "may_run": actor.may(Permission.RUN_ROUNDS),
        "may_see_pool": actor.may(Permission.EDIT_PROFILES),
        "may_see_staying": may_see_staying(actor),
        "may_limit": actor.may(Permission.SET_LIMITS),
    }
    return render(request, "trainers/round/home.html", context)


@require_GET
@signed_in
def round_(request: AccessedRequest, pk: int) -> HttpResponse:
    found = access.fetch_round(request.actor, pk)
    frame = frame_of(found)
    assessors = queries.assessors_of(found)
    people = people_of(found, request.actor.employee, frame=frame)
    context = {
        "round": found,
        "frame": frame,
        "steps": queries.steps_of(found, timezone.localdate()),
        "assessors": assessors,
        "rows": queries.rows_of(people, len(assessors), request.actor.employee),
        "leads": access.leads(request.actor, found),
        "ready": sum(one.is_willing and one.is_released for one in people),
    }
    return render(request, "trainers/round/round.html", context)


@require_http_methods(["GET", "POST"])
@requires(Permission.RUN_ROUNDS)
def round_new(request: AccessedRequest) -> HttpResponse:
    today = timezone.localdate()
    form = RoundForm(
        request.POST or None,
        profiles=queries.profiles_to_use(request.actor.municipality),
        units=queries.units_to_run_in(scope(request.actor, Permission.RUN_ROUNDS), today),
    )
    if form.is_valid():
        profile, unit = form.cleaned_data["profile"], form.cleaned_data["unit"]
        made = domain.open_round(
            profile=profile, unit=unit, facts=form.facts, by=request.actor.employee, at=timezone.now()
        )
        return redirect("trainers:set_up", made.pk)
    has_profile = queries.profiles_to_use(request.actor.municipality).exists()
    return render(request, "trainers/round/form.html", {"form": form, "has_profile": has_profile})


@require_http_methods(["GET", "POST"])
@requires(Permission.RUN_ROUNDS)
def round_edit(request: AccessedRequest, pk: int) -> HttpResponse:
    found = access.fetch_round_to_lead(request.actor, pk)
    nothing = queries.units_to_run_in(scope(request.actor, Permission.RUN_ROUNDS), timezone.localdate())
    form = RoundForm(request.POST or None, profiles=Profile.objects.none(), units=nothing, round_=found)
    if form.is_valid():
        try:
            domain.change_round(round_=found, facts=form.facts)
        except domain.RoundClosed:
            _say_closed(request)
        return redirect("trainers:round", pk)
    return render(request, "trainers/round/form.html", {"form": form, "round": found, "has_profile": True})


@require_http_methods(["GET", "POST"])
@requires(Permission.RUN_ROUNDS)
def set_up(request: AccessedRequest, pk: int) -> HttpResponse:
    """Whose users are taught, and who assesses."""
    found = access.fetch_round_to_lead(request.actor, pk)
    today = timezone.localdate()
    form = SetUpForm(
        request.POST or None,
        top=found.unit,
        units=queries.units_to_teach(found, today),
        people=queries.possible_selectors(found, today),
        taught=list(found.taught.all()),
        initial={"selectors": [row.employee_id for row in found.co_selectors.all()]},
    )
    if form.is_valid():
        try:
            domain.set_up(round_=found, users=form.users, selectors=list(form.cleaned_data["selectors"]))
        except domain.RoundClosed:
            _say_closed(request)
        return redirect("trainers:round", pk)
    return render(request, "trainers/round/set_up.html", {"form": form, "round": found})


@require_http_methods(["GET", "POST"])
@signed_in
def nominate(request: AccessedRequest, pk: int) -> HttpResponse:
    """Point to a colleague, somebody one leads, or oneself."""
    found = access.fetch_round_to_nominate(request.actor, pk)
    today = timezone.localdate()
    staff = queries.staff_below(found, today)
    # Searching without scripts sends what is written so far with the words.
    form = NominateForm(request.POST or None, initial=request.GET.dict(), people=staff)
    if form.is_valid() and _nominated(request, found, form):
        return redirect("trainers:home")
    words = request.POST.get("q", request.GET.get("q", ""))
    inside = people_queries.first_few(staff, words, today)
    context = {"form": form, "round": found, "words": words, "candidates": inside, "me": request.actor.employee}
    context["is_inside"] = any(post.path.startswith(found.unit.path) for post in request.actor.posts)
    template = "trainers/round/nominate.html#candidates" if request.htmx else "trainers/round/nominate.html"
    return render(request, template, context)


def _nominated(request: AccessedRequest, found: Round, form: NominateForm) -> bool:
    told, by = form.cleaned_data, request.actor.employee
    same = {name: told[name] for name in ("words", "is_role_model")}
    try:
        made = domain.nominate(round_=found, employee=told["person"], by=by, at=timezone.now(), **same)
    except domain.NominatedAlready:
        form.add_error("person", _("You have nominated this person already."))
    except domain.NotInReach:
        form.add_error("person", _("Choose somebody who works in %(unit)s.") % {"unit": found.unit})
    except domain.NominationsOver:
        form.add_error(None, _over(found))
    except domain.RoundClosed:
        form.add_error(None, _("The selection is closed."))
    else:
        own = made.employee_id == by.pk
        text = _("You are nominated. Answer yes below.") if own else _("%(name)s is asked, and decides alone.")
        messages.success(request, text % {"name": made.employee.name})
        return True
    return False


def _over(found: Round) -> str:
    told = {"day": date_format(found.nominate_by), "name": found.leader}
    return _("Nominations ended on %(day)s. Ask %(name)s, who leads the selection.") % told


@require_http_methods(["GET", "POST"])
@requires(Permission.RUN_ROUNDS)
def stop(request: AccessedRequest, pk: int) -> HttpResponse:
    """End it without choosing anybody, with a reason for the candidates."""
    found = access.fetch_round_to_lead(request.actor, pk)
    form = StopForm(request.POST or None)
    if not found.is_open:
        _say_closed(request)
        return redirect("trainers:round", pk)
    if form.is_valid():
        try:
            domain.stop(round_=found, reason=form.cleaned_data["reason"], at=timezone.now())
            messages.success(request, _("The selection is stopped. Nobody is chosen."))
        except domain.RoundClosed:
            _say_closed(request)
        return redirect("trainers:round", pk)
    return render(request, "trainers/round/stop.html", {"round": found, "form": form})


@require_http_methods(["GET", "POST"])
@requires(Permission.RUN_ROUNDS)
def hand_over(request: AccessedRequest, pk: int) -> HttpResponse:
    """Somebody else leads it from now on: by its leader, or by whoever takes it over."""
    found, me = access.fetch_round_to_hand_over(request.actor, pk), request.actor.employee
    people = queries.possible_leaders(found, timezone.localdate())
    form = HandOverForm(request.POST or None, people=people, me=me)
    if form.is_valid():
        to = form.cleaned_data["to"]
        domain.hand_over(round_=found, to=to, by=me, at=timezone.now())
        messages.success(request, _("%(name)s leads the selection now.") % {"name": to})
        return redirect("trainers:round", pk) if to.pk == me.pk else redirect("trainers:home")
    return render(request, "trainers/round/hand_over.html", {"round": found, "form": form, "people": people})


def _say_closed(request: AccessedRequest) -> None:
    messages.error(request, _("The selection is closed, so nothing in it changes."))
