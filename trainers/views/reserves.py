"""After the decision: somebody withdraws before there is a mandate, a reserve is taken in (sources: K44, K45)."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from competence.access import AccessedRequest, Permission, requires, signed_in
from trainers import access, refusals
from trainers.domain import limits
from trainers.domain import reserves as domain
from trainers.domain.decisions import NotSelectable
from trainers.forms.mandates import ReasonForm
from trainers.models import Candidate, Selection
from trainers.queries import load as load_queries
from trainers.queries.candidates import person_of
from trainers.queries.reserves import reserve_of
from trainers.queries.teams_at_work import without


@require_http_methods(["GET", "POST"])
@requires(Permission.RUN_ROUNDS)
def take_in(request: AccessedRequest, pk: int) -> HttpResponse:
    """A reserve takes a free place; what it costs the unit is shown before."""
    found = _selection(request, pk, Selection.Outcome.RESERVE)
    by, at = request.actor.employee, timezone.now()
    form = ReasonForm(request.POST or None)
    if form.is_valid() and _done(
        form, lambda: domain.take_in(selection=found, reason=form.cleaned_data["reason"], by=by, at=at)
    ):
        messages.success(request, _("%(name)s is in the team and gets a letter.") % {"name": found.candidate.employee})
        return redirect("trainers:team", found.candidate.round_id)
    (year,) = load_queries.years_of([found.candidate.unit], timezone.localdate())
    reserve = reserve_of(person_of(found.candidate, None))
    shown = {"year": year, "reserve": reserve, "after": year.taken + reserve.person.most_hours}
    return render(request, "trainers/team/take_in.html", _context(found, form) | shown)


@require_http_methods(["GET", "POST"])
@requires(Permission.RUN_ROUNDS)
def withdraw(request: AccessedRequest, pk: int) -> HttpResponse:
    """Somebody chosen has stepped back."""
    found = _selection(request, pk, Selection.Outcome.CHOSEN)
    form = ReasonForm(request.POST or None)
    if form.is_valid() and _done(
        form, lambda: domain.withdraw(selection=found, reason=form.cleaned_data["reason"], at=timezone.now())
    ):
        messages.success(request, _("%(name)s has left the team.") % {"name": found.candidate.employee})
        return redirect("trainers:team", found.candidate.round_id)
    lost = without(found.candidate.round, found.candidate_id)
    return render(request, "trainers/team/withdraw.html", _context(found, form) | lost)


@require_http_methods(["GET", "POST"])
@signed_in
def step_back(request: AccessedRequest, pk: int) -> HttpResponse:
    """The chosen person leaves the team before there is a mandate."""
    found = _chosen(access.fetch_own_candidacy(request.actor, pk), Selection.Outcome.CHOSEN)
    form = ReasonForm(request.POST or None)
    if form.is_valid() and _done(
        form, lambda: domain.step_back(selection=found, reason=form.cleaned_data["reason"], at=timezone.now())
    ):
        messages.success(request, _("You have stepped back, and %(name)s is told.") % {"name": _leader(found)})
        return redirect("trainers:letter", pk)
    return render(request, "trainers/team/step_back.html", _context(found, form))


@require_POST
@signed_in
def no_longer(request: AccessedRequest, pk: int) -> HttpResponse:
    """A reserve says that he or she does not want to be taken in any more."""
    found = _chosen(access.fetch_own_candidacy(request.actor, pk), Selection.Outcome.RESERVE)
    said = _("It is noted that you no longer want to, and %(name)s does not take you in.") % {"name": _leader(found)}
    _say(request, lambda: domain.want_no_longer(selection=found, at=timezone.now()), said)
    return redirect("trainers:letter", pk)


@require_POST
@signed_in
def again(request: AccessedRequest, pk: int) -> HttpResponse:
    """The reserve takes that back."""
    found = _chosen(access.fetch_own_candidacy(request.actor, pk), Selection.Outcome.RESERVE)
    said = _("You are a reserve again, and may be taken in when somebody stops.")
    _say(request, lambda: domain.want_again(selection=found), said)
    return redirect("trainers:letter", pk)


def _say(request: AccessedRequest, act: Callable[[], Selection], said: str) -> None:
    try:
        act()
    except domain.NotTheirTurn:
        messages.error(request, _("You are in the team by now."))
    else:
        messages.success(request, said)


def _leader(selection: Selection) -> str:
    return selection.candidate.round.leader.name


def _selection(request: AccessedRequest, pk: int, outcome: str) -> Selection:
    return _chosen(access.fetch_candidate_to_lead(request.actor, pk), outcome)


def _chosen(candidate: Candidate, outcome: str) -> Selection:
    found: Selection | None = getattr(candidate, "selection", None)
    if found is None or found.outcome != outcome:
        raise Http404
    return found


def _context(selection: Selection, form: ReasonForm) -> dict[str, object]:
    return {"candidate": selection.candidate, "round": selection.candidate.round, "form": form}


def _done(form: ReasonForm, act: Callable[[], Selection]) -> bool:
    """Do it; what is refused is said in the form."""
    try:
        act()
    except domain.WantsToNoLonger:
        form.add_error(None, _("This reserve no longer wants to, and is not taken in."))
    except domain.NoPlace:
        form.add_error(None, _("Nobody has stopped, so no place is free."))
    except domain.NotTheirTurn:
        form.add_error(None, _("It is not so any more: somebody else has changed it, or a mandate is written."))
    except NotSelectable:
        form.add_error(None, _("What was asked for does not hold any more. The page of the candidate says why."))
    except limits.OverLimit as refusal:
        form.add_error(None, refusals.over_limit(refusal))
    except limits.Busy:
        form.add_error(None, refusals.busy())
    else:
        return True
    return False
