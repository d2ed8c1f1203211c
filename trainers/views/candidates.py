"""One candidate: the own page, the leader's answer, and what selectors see (sources: K14–K16, K20–K22, K45)."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from competence.access import AccessedRequest, Permission, requires, signed_in
from competence.asked import whole_number
from trainers import access
from trainers.domain import selection as domain
from trainers.forms.candidates import ExceptionForm, ReleaseForm, WillingnessForm
from trainers.models import Candidate, Criterion
from trainers.obstacles import obstacles_of
from trainers.queries import load as load_queries
from trainers.queries import rounds as queries
from trainers.queries.candidates import person_of, stored_about
from trainers.queries.peers import summary_of
from trainers.queries.profiles import content_of
from trainers.retention import opinions_until


@require_http_methods(["GET", "POST"])
@signed_in
def candidacy(request: AccessedRequest, pk: int) -> HttpResponse:
    """The candidate's own page: what it takes, the own answer, and everything that is stored."""
    found = access.fetch_own_candidacy(request.actor, pk)
    form = WillingnessForm(request.POST or None, candidate=found)
    if form.is_valid():
        try:
            domain.answer(candidate=found, at=timezone.now(), **_own_answer(form))
            messages.success(request, _("Your answer is kept. You can change it until the team is decided."))
        except domain.RoundClosed:
            messages.error(request, _("The selection is closed, so nothing in it changes."))
        return redirect("trainers:candidacy", pk)
    context = {
        "candidate": found,
        "round": found.round,
        "form": form,
        "content": content_of(found.round.profile),
        "stored": stored_about(found),
        "peers": summary_of(found, timezone.localdate()),
        "kept_until": opinions_until(found.round),
    }
    return render(request, "trainers/candidate/own.html", context)


def _own_answer(form: WillingnessForm) -> dict[str, Any]:
    return form.cleaned_data | {"wishes": list(form.cleaned_data["wishes"])}


@require_http_methods(["GET", "POST"])
@requires(Permission.RELEASE_TIME)
def release(request: AccessedRequest, pk: int) -> HttpResponse:
    """The nearest leader's answer."""
    found = access.fetch_candidate_to_release(request.actor, pk)
    form = ReleaseForm(request.POST or None, candidate=found)
    if form.is_valid():
        try:
            domain.release(
                candidate=found,
                hours=form.hours,
                near=list(form.cleaned_data["near"]),
                words=form.cleaned_data["words"],
                by=request.actor.employee,
                at=timezone.now(),
            )
            messages.success(request, _("Your answer is kept. You can change it until the team is decided."))
        except domain.RoundClosed:
            messages.error(request, _("The selection is closed, so nothing in it changes."))
        return redirect("trainers:release", pk)
    context = {"candidate": found, "round": found.round, "form": form, "given": getattr(found, "release", None)}
    context["willingness"] = getattr(found, "willingness", None)
    (context["year"],) = load_queries.years_of([found.unit], timezone.localdate())
    return render(request, "trainers/candidate/release.html", context)


@require_GET
@signed_in
def candidate(request: AccessedRequest, pk: int) -> HttpResponse:
    """Everything about one candidate that the selector may see."""
    found = access.fetch_candidate(request.actor, pk)
    person = person_of(found, request.actor.employee)
    others = [sheet for sheet in person.sheets if sheet.handed_in_at]
    context = {
        "person": person,
        "candidate": person.candidate,
        "round": found.round,
        "obstacles": obstacles_of(person, timezone.localdate()),
        "sheets": others,
        "peers": summary_of(found, timezone.localdate()),
        "assessors": len(queries.assessors_of(found.round)),
        "leads": access.leads(request.actor, found.round),
    }
    return render(request, "trainers/candidate/candidate.html", context)


@require_http_methods(["GET", "POST"])
@requires(Permission.RUN_ROUNDS)
def exception(request: AccessedRequest, pk: int) -> HttpResponse:
    """A reasoned exception from a default: of `?criterion=`, or from the leader's time."""
    found = access.fetch_candidate_to_lead(request.actor, pk)
    key = request.POST.get("criterion", request.GET.get("criterion", ""))
    criterion = _criterion(found.round.profile.criteria, key)
    made = found.exceptions.filter(criterion=criterion).first()
    form = ExceptionForm(request.POST or None, initial={"reason": made.reason if made else ""})
    if "back" in request.POST:
        return _taken_back(request, found, criterion)
    if form.is_valid():
        try:
            domain.except_from(
                candidate=found,
                criterion=criterion,
                reason=form.cleaned_data["reason"],
                by=request.actor.employee,
                at=timezone.now(),
            )
            return redirect(reverse("trainers:candidate", args=[pk]))
        except domain.HardRule:
            form.add_error(None, _("This holds for everybody, without exception."))
        except domain.RoundClosed:
            form.add_error(None, _("The selection is closed, so nothing in it changes."))
    context = {"candidate": found, "round": found.round, "criterion": criterion, "form": form, "made": made}
    return render(request, "trainers/candidate/exception.html", context)


def _taken_back(request: AccessedRequest, found: Candidate, criterion: Criterion | None) -> HttpResponse:
    try:
        domain.take_back_exception(candidate=found, criterion=criterion)
        messages.success(request, _("The exception is taken back."))
    except domain.RoundClosed:
        messages.error(request, _("The selection is closed, so nothing in it changes."))
    return redirect(reverse("trainers:candidate", args=[found.pk]))


def _criterion(criteria: "object", key: str) -> Criterion | None:
    found: Criterion | None = criteria.filter(pk=whole_number(key) or 0).first()  # type: ignore[attr-defined]  # a related manager
    return found
