"""Sessions: planning, inviting, the code on the wall, who came, what they say (sources: K07–K12, T09, T17, T22)."""

from datetime import timedelta

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods

from competence.access import AccessedRequest, signed_in
from competence.asked import whole_number
from competence.cells import longday
from trainers import access, refusals, sharing_access, team_access
from trainers.domain import rota as walks
from trainers.domain import sessions as domain
from trainers.forms.sessions import CancelForm, CancelWalksForm, HoldForm, InviteForm, RotaForm, SessionForm
from trainers.models import Mandate, Round, Session
from trainers.queries import sessions as queries
from trainers.queries import teams_at_work
from trainers.queries.clashes import clashes


@require_GET
@signed_in
def sessions(request: AccessedRequest, pk: int) -> HttpResponse:
    """Everything a team holds, what is next first; the floor-walk rota, and what participants say."""
    found = team_access.fetch_team(request.actor, pk)
    now, smallest = timezone.now(), request.actor.employee.municipality.settings.smallest_cell
    results = queries.results_of(found, smallest=smallest, at=now, days=domain.EVALUATION_DAYS)
    rows = queries.sessions_of(found)
    cancelled, planned = teams_at_work.cancelled_for_time(found)
    context = {
        "round": found,
        "coming": [one for one in rows if one.is_planned and not one.is_walk],
        "past": [one for one in reversed(rows) if not one.is_planned],
        "rota": queries.rota_of(found, since=timezone.localdate()),
        "to_come": sum(one.is_planned for one in rows),
        "ways": queries.local_ways(rows),
        "total": queries.total_of(results),
        "results": results,
        "smallest": smallest,
        "cancelled": cancelled,
        "planned": planned,
        "has_team": teams_at_work.staff_of_team(found).exists(),
    }
    return render(request, "trainers/session/list.html", context)


@require_http_methods(["GET", "POST"])
@signed_in
def session_new(request: AccessedRequest, pk: int) -> HttpResponse:
    found = team_access.fetch_team(request.actor, pk)
    form = _form(request, found)
    warnings = _warnings(form) if form.is_valid() else []
    if form.is_valid() and _goes_through(request, warnings):
        try:
            made = domain.plan(
                round_=found, facts=form.facts, trainers=form.chosen, by=request.actor.employee, at=timezone.now()
            )
            return redirect("trainers:session", made.pk)
        except domain.NotReady as refusal:
            form.add_error("reason", _not_ready(refusal.mandates))
        except domain.BeyondMandate as refusal:
            form.add_error("day", _beyond(refusal.mandate))
    context = {"round": found, "form": form, "warnings": warnings}
    return render(request, "trainers/session/form.html", context)


@require_http_methods(["GET", "POST"])
@signed_in
def session_edit(request: AccessedRequest, pk: int) -> HttpResponse:
    found = team_access.fetch_session_to_run(request.actor, pk)
    form = _form(request, found.round, found)
    warnings = _warnings(form, found) if form.is_valid() else []
    if form.is_valid() and _goes_through(request, warnings):
        try:
            domain.change(session=found, facts=form.facts, trainers=form.chosen, at=timezone.now())
            return redirect("trainers:session", pk)
        except domain.NotReady as refusal:
            form.add_error("reason", _not_ready(refusal.mandates))
        except domain.BeyondMandate as refusal:
            form.add_error("day", _beyond(refusal.mandate))
        except domain.Closed:
            form.add_error(None, _closed())
    context = {"round": found.round, "form": form, "session": found, "warnings": warnings}
    return render(request, "trainers/session/form.html", context)


def _form(request: AccessedRequest, round_: Round, session: Session | None = None) -> SessionForm:
    number = whole_number(request.GET.get("course"))
    return SessionForm(
        request.POST or None,
        team=teams_at_work.who_can_hold(round_, session.kind if session else Session.Kind.TEACHING),
        units=queries.units_for(round_, timezone.localdate()),
        session=session,
        course=None if number is None else sharing_access.fetch_course(request.actor, number),
    )


def _warnings(form: SessionForm, session: Session | None = None) -> list[str]:
    """What speaks against the time of a valid form; pressing once more goes through."""
    turns = [(form.starts_at, one) for one in form.cleaned_data["trainers"]]
    told = [refusals.clash(one) for one in clashes(turns, form.cleaned_data["minutes"], besides=session)]
    is_moved = session is None or session.starts_at != form.starts_at
    return [_("The time has passed."), *told] if is_moved and form.starts_at < timezone.now() else told


def _goes_through(request: AccessedRequest, warnings: list[str]) -> bool:
    """Nothing speaks against it, or the same was read already."""
    return not warnings or request.POST.get("warned") == " ".join(warnings)


def _beyond(mandate: Mandate) -> str:
    said = {"name": mandate.employee.name, "day": longday(mandate.ends_on)}
    return _("%(name)s is a trainer until %(day)s. Choose a day before, or somebody else.") % said


def _not_ready(mandates: list[Mandate]) -> str:
    names = ", ".join(one.employee.name for one in mandates)
    return _("Not ready yet: %(names)s. Choose somebody else, or say why.") % {"names": names}


@require_http_methods(["GET", "POST"])
@signed_in
def rota(request: AccessedRequest, pk: int) -> HttpResponse:
    """Floor walks over the conversion period, the trainers taking turns."""
    found = team_access.fetch_team(request.actor, pk)
    programme = found.profile.programme
    today = timezone.localdate()
    first = max(programme.converts_from or today, today)
    form = RotaForm(
        request.POST or None,
        team=teams_at_work.staff_of_team(found).teaching(),
        units=queries.units_for(found, today),
        initial={"first": first, "last": programme.converts_until, "clock": "09:00"},
    )
    warnings = _warnings_of_days(form) if form.is_valid() else []
    if form.is_valid() and _goes_through(request, warnings) and (number := _planned(request, found, form)):
        said = ngettext("One day is planned.", "%(number)s days are planned.", number) % {"number": number}
        messages.success(request, said)
        return redirect("trainers:sessions", pk)
    return render(request, "trainers/session/rota.html", {"round": found, "form": form, "warnings": warnings})


def _warnings_of_days(form: RotaForm) -> list[str]:
    turns = walks.turns(form.facts, form.days, list(form.cleaned_data["trainers"]))
    told = [refusals.clash(one) for one in clashes(turns, form.cleaned_data["minutes"])]
    passed = sum(starts_at < timezone.now() for starts_at, _one in turns)
    return [_days_passed(passed), *told] if passed else told


def _days_passed(number: int) -> str:
    return ngettext("One of the days has passed.", "%(number)s of the days have passed.", number) % {"number": number}


def _planned(request: AccessedRequest, round_: Round, form: RotaForm) -> int:
    """How many days are planned now; none where a mandate ends before, which the form says."""
    try:
        made = walks.plan_rota(
            round_=round_,
            facts=form.facts,
            days=form.days,
            trainers=[one.pk for one in form.cleaned_data["trainers"]],
            by=request.actor.employee,
            at=timezone.now(),
        )
    except domain.BeyondMandate as refusal:
        form.add_error("last", _beyond(refusal.mandate))
        return 0
    return len(made)


@require_http_methods(["GET", "POST"])
@signed_in
def rota_cancel(request: AccessedRequest, pk: int) -> HttpResponse:
    """The rest of the floor walks falls, with one cause."""
    found = team_access.fetch_team(request.actor, pk)
    form = CancelWalksForm(request.POST or None, initial={"first": timezone.localdate()})
    if form.is_valid():
        number = walks.cancel_walks(round_=found, at=timezone.now(), **form.cleaned_data)
        said = ngettext("One day is cancelled.", "%(number)s days are cancelled.", number) % {"number": number}
        messages.success(request, said)
        return redirect("trainers:sessions", pk)
    return render(request, "trainers/session/rota_cancel.html", {"round": found, "form": form})


@require_GET
@signed_in
def session(request: AccessedRequest, pk: int) -> HttpResponse:
    """What it is; who came only for those who hold it."""
    found = team_access.fetch_session(request.actor, pk)
    runs, now = team_access.runs(request.actor, found), timezone.now()
    smallest = request.actor.employee.municipality.settings.smallest_cell
    participants = list(queries.participants_of(found))
    mine = next((one for one in participants if one.employee_id == request.actor.employee.pk), None)
    unanswered = found.participants.filter(employee=request.actor.employee, has_evaluated=False)
    context = {
        "session": found,
        "round": found.round,
        "trainers": found.trainers.select_related("mandate__employee"),
        "runs": runs,
        "in_team": runs,
        "leads": access.leads(request.actor, found.round),
        "participants": participants if runs else [],
        "came": sum(bool(one.attended) for one in participants),
        "has_begun": found.starts_at <= now,
        "may_correct": runs and domain.is_open_for_answers(found, now),
        "mine": mine,
        "may_answer": domain.is_open_for_answers(found, now) and queries.who_may_answer(unanswered).exists(),
        "result": queries.result_of(found, smallest=smallest, at=now, days=domain.EVALUATION_DAYS) if runs else None,
        "smallest": smallest,
    }
    return render(request, "trainers/session/session.html", context)


@require_http_methods(["GET", "POST"])
@signed_in
def invite(request: AccessedRequest, pk: int) -> HttpResponse:
    """Those the session is for; whom its rule names is proposed, with why (source: T05).

    `?new=365` shows only those who came to the unit within so many days.
    """
    found = team_access.fetch_session_to_run(request.actor, pk)
    today, days = timezone.localdate(), whole_number(request.GET.get("new"), digits=4)
    since = today - timedelta(days=days) if days else None
    people = queries.possible_participants(found, today, since)
    meant = queries.meant_by(found, today) if found.meant_for else {}
    form = InviteForm(request.POST or None, people=people, meant=meant)
    if form.is_valid():
        try:
            number = domain.invite(session=found, employees=list(form.cleaned_data["people"]), at=timezone.now())
            said = ngettext("One person is invited.", "%(number)s people are invited.", number)
            messages.success(request, said % {"number": number})
        except domain.Closed:
            messages.error(request, _closed())
        return redirect("trainers:session", pk)
    context = {"session": found, "round": found.round, "form": form, "new": days, "count": people.count()}
    return render(request, "trainers/session/invite.html", context)


@require_http_methods(["GET", "POST"])
@signed_in
def remove(request: AccessedRequest, pk: int, participant: int) -> HttpResponse:
    """Somebody who was invited does not come after all; the place is free again."""
    found = team_access.fetch_session_to_run(request.actor, pk)
    one = get_object_or_404(found.participants.exclude(attended=True).select_related("employee"), pk=participant)
    if request.method == "POST":
        try:
            domain.remove(session=found, employee=one.employee, at=timezone.now())
            messages.success(request, _("%(name)s is off the list and is told.") % {"name": one.employee})
        except domain.Closed:
            messages.error(request, _closed())
        return redirect("trainers:session", pk)
    return render(request, "trainers/session/remove.html", {"session": found, "round": found.round, "one": one})


@require_http_methods(["GET", "POST"])
@signed_in
def hold(request: AccessedRequest, pk: int) -> HttpResponse:
    """The list of who came, and the notes."""
    found = team_access.fetch_session_to_run(request.actor, pk)
    participants = queries.participants_of(found)
    possible = queries.possible_participants(found, timezone.localdate(found.starts_at), None)
    start = {"came": [one.pk for one in participants if one.attended], "notes": found.notes}
    form = HoldForm(request.POST or None, participants=participants, possible=possible, initial=start)
    if form.is_valid():
        told = form.cleaned_data
        try:
            domain.hold(
                session=found,
                came=[one.pk for one in told["came"]],
                notes=told["notes"],
                follow_up_on=told["follow_up_on"],
                others=list(told["others"]),
                at=timezone.now(),
            )
            return redirect("trainers:session", pk)
        except domain.NotYet:
            form.add_error(None, _("The session has not begun. Note who came when it is over."))
        except domain.Closed:
            messages.error(request, _closed())
            return redirect("trainers:session", pk)
    return render(request, "trainers/session/hold.html", {"session": found, "round": found.round, "form": form})


@require_http_methods(["GET", "POST"])
@signed_in
def cancel(request: AccessedRequest, pk: int) -> HttpResponse:
    found = team_access.fetch_session_to_run(request.actor, pk)
    form = CancelForm(request.POST or None)
    if form.is_valid():
        try:
            domain.cancel(session=found, at=timezone.now(), **form.cleaned_data)
            messages.success(request, _("Cancelled. Everybody invited is told."))
        except domain.Closed:
            messages.error(request, _closed())
        return redirect("trainers:session", pk)
    return render(request, "trainers/session/cancel.html", {"session": found, "round": found.round, "form": form})


def _closed() -> str:
    return _("The session is held or cancelled, so nothing in it changes.")
