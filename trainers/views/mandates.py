"""From the decision to the end of a mandate: the team, letters, signature (sources: T07–T10, T29, K04, K16)."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from competence.access import AccessedRequest, Permission, requires, signed_in
from competence.pdf import response
from trainers import access, pdf_team, refusals, team_access
from trainers.domain import limits
from trainers.domain import mandates as domain
from trainers.domain.sessions import EVALUATION_DAYS
from trainers.forms.mandates import AnchoringForm, MandateForm, ReasonForm, TopicsForm
from trainers.models import Candidate, Mandate, Selection
from trainers.proposals_team import proposed_mandate
from trainers.queries import load as load_queries
from trainers.queries import sessions as session_queries
from trainers.queries import teams_at_work as queries
from trainers.queries.path import steps_of
from trainers.queries.reserves import reserves_of


@require_GET
@signed_in
def team(request: AccessedRequest, pk: int) -> HttpResponse:
    """The team of a decided selection: each trainer's state, and what is missing."""
    found = team_access.fetch_team(request.actor, pk)
    members = queries.members_of(found)
    cancelled, planned = queries.cancelled_for_time(found)
    leads = access.leads(request.actor, found)
    is_complete = all(one.mandate or one.is_gone for one in members)
    free = queries.free_places(members)
    context = {
        "round": found,
        "members": members,
        "leads": leads,
        "is_complete": is_complete,
        "supports": leads or team_access.supporting_mandate(request.actor, found) is not None,
        # When and where; who holds them is on their own page.
        "next": session_queries.coming(found, timezone.now()).prefetch_related(None)[:4],
        "cancelled": cancelled,
        "planned": planned,
        "next_to_write": next((one for one in members if one.mandate is None and not one.is_gone), None),
        "lacking": queries.without_trainer(found, members) if members else [],
        "lost": queries.lost_with(found, members),
        "free": free,
        "reserves": reserves_of(found, members) if leads and free > 0 else [],
    }
    return render(request, "trainers/mandate/team.html", context)


@require_http_methods(["GET", "POST"])
@requires(Permission.RUN_ROUNDS)
def mandate_new(request: AccessedRequest, pk: int) -> HttpResponse:
    """The mandate of one chosen candidate."""
    candidate = access.fetch_candidate_to_lead(request.actor, pk)
    selection: Selection | None = getattr(candidate, "selection", None)
    if selection is None or selection.outcome != Selection.Outcome.CHOSEN:
        raise Http404
    start = proposed_mandate(candidate, timezone.localdate())
    form = MandateForm(request.POST or None, initial=start)
    if form.is_valid() and (made := _made(request, candidate, form)):
        return redirect("trainers:mandate", made.pk)
    years = load_queries.years_of([candidate.unit], timezone.localdate())
    context = {"candidate": candidate, "round": candidate.round, "form": form, "years": years}
    return render(request, "trainers/mandate/new.html", context)


def _made(request: AccessedRequest, candidate: Candidate, form: MandateForm) -> Mandate | None:
    try:
        return domain.make(candidate=candidate, facts=form.facts, by=request.actor.employee, at=timezone.now())
    except limits.OverLimit as refusal:
        form.add_error(None, refusals.over_limit(refusal))
    except limits.Busy:
        form.add_error(None, refusals.busy())
    except domain.NoRole:
        form.add_error("roles", _("Choose at least one role."))
    except domain.TooManyHours as refusal:
        form.refuse_hours(refusal)
    except domain.NoPost:
        said = {"name": candidate.employee.name, "unit": candidate.unit.name}
        form.add_error(None, _("%(name)s no longer works in %(unit)s, so no mandate is written.") % said)
    except domain.NotChosen:
        form.add_error(None, _("The mandate is made already."))
    return None


@require_GET
@signed_in
def mandate(request: AccessedRequest, pk: int) -> HttpResponse:
    """What one trainer can count on, and how far he or she is."""
    found = team_access.fetch_mandate(request.actor, pk)
    now, me = timezone.now(), request.actor.employee
    is_own = found.employee_id == me.pk
    leads = not is_own and access.leads(request.actor, found.round)
    smallest = me.municipality.settings.smallest_cell
    said = session_queries.results_by(found, smallest=smallest, at=now, days=EVALUATION_DAYS)
    sessions = list(session_queries.of_mandate(found))
    context = {
        "mandate": found,
        "round": found.round,
        "now": queries.phase_now(found, timezone.localdate(now)),
        "steps": steps_of(found),
        "sessions": sessions,
        "tallies": queries.tallies_of(sessions),
        "anchoring": getattr(found, "anchoring", None),
        "signed_before": queries.signed_before(found),
        "said": said if leads or is_own else None,
        "leads": leads,
        "may_sign": team_access.may_sign(request.actor, found),
        "is_own": is_own,
        "reason": ReasonForm(),
    }
    return render(request, "trainers/mandate/mandate.html", context)


@require_http_methods(["GET", "POST"])
@requires(Permission.RELEASE_TIME)
def anchor(request: AccessedRequest, pk: int) -> HttpResponse:
    """The leader signs what the mandate rests on."""
    found = team_access.fetch_mandate_to_sign(request.actor, pk)
    form = AnchoringForm(request.POST or None)
    if form.is_valid():
        try:
            domain.sign(
                mandate=found,
                points=form.points,
                words=form.cleaned_data["words"],
                by=request.actor.employee,
                at=timezone.now(),
            )
            waits = found.state == Mandate.State.SELECTED
            messages.success(request, _("Signed. The training can begin.") if waits else _("Signed."))
        except domain.Ended:
            _say_ended(request)
        return redirect("trainers:mandate", pk)
    context = {"mandate": found, "round": found.round, "form": form}
    return render(request, "trainers/mandate/anchor.html", context)


@require_POST
@requires(Permission.RUN_ROUNDS)
def start(request: AccessedRequest, pk: int) -> HttpResponse:
    """The training begins; without a signature the form's reason is needed."""
    found = team_access.fetch_mandate_to_lead(request.actor, pk)
    try:
        domain.start(mandate=found, reason=request.POST.get("reason", ""), at=timezone.now())
        messages.success(request, _("The training has begun. %(name)s is told.") % {"name": found.employee.name})
    except domain.NotAnchored:
        messages.error(request, _("The leader has not signed. Say why it begins anyway."))
    except domain.Ended:
        _say_ended(request)
    return redirect("trainers:mandate", pk)


@require_http_methods(["GET", "POST"])
@requires(Permission.RUN_ROUNDS)
def end(request: AccessedRequest, pk: int) -> HttpResponse:
    found = team_access.fetch_mandate_to_lead(request.actor, pk)
    form = ReasonForm(request.POST or None)
    if form.is_valid():
        try:
            domain.end(mandate=found, reason=form.cleaned_data["reason"], at=timezone.now())
            messages.success(request, _("The mandate has ended, and the unit has its hours back."))
            return redirect("trainers:mandate", pk)
        except domain.Ended:
            form.add_error(None, _("The mandate has ended already."))
        except limits.Busy:
            form.add_error(None, refusals.busy())
    context = {"mandate": found, "round": found.round, "form": form} | queries.without(
        found.round, _candidate_of(found)
    )
    context["standing"] = session_queries.standing_after(found, timezone.localdate())
    return render(request, "trainers/mandate/end.html", context)


def _candidate_of(mandate: Mandate) -> int:
    return Candidate.objects.get(round=mandate.round_id, employee=mandate.employee_id).pk


@require_http_methods(["GET", "POST"])
@requires(Permission.RUN_ROUNDS)
def topics(request: AccessedRequest, pk: int) -> HttpResponse:
    """What the trainer may teach (source: T03)."""
    found = team_access.fetch_mandate_to_lead(request.actor, pk)
    form = TopicsForm(request.POST or None, initial={"topics": found.topics})
    if request.method == "POST" and form.is_valid():
        try:
            domain.set_topics(mandate=found, topics=form.cleaned_data["topics"])
        except domain.Ended:
            _say_ended(request)
        return redirect("trainers:mandate", pk)
    return render(request, "trainers/mandate/topics.html", {"mandate": found, "round": found.round, "form": form})


@require_GET
@signed_in
def assignment_pdf(request: AccessedRequest, pk: int) -> HttpResponse:
    """The assignment letter: benefit, time, period (source: T10)."""
    found = team_access.fetch_mandate(request.actor, pk)
    return response(pdf_team.assignment(found, on=timezone.localdate()), _("assignment letter"))


@require_GET
@signed_in
def proof_pdf(request: AccessedRequest, pk: int) -> HttpResponse:
    """The proof of having been a trainer (source: T29); there is one once the trainer has been ready."""
    found = team_access.fetch_mandate(request.actor, pk)
    if found.ready_at is None:
        raise Http404
    return response(pdf_team.proof(found, on=timezone.localdate()), _("proof of being a trainer"))


def _say_ended(request: AccessedRequest) -> None:
    messages.error(request, _("The mandate has ended, so nothing in it changes."))
