"""A person decides, everybody gets a letter, and the record is kept (sources: K03, K44, K46)."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from competence.access import AccessedRequest, Permission, requires, signed_in
from competence.asked import whole_numbers
from competence.pdf import response
from trainers import access, pdf, refusals
from trainers.domain import decisions as domain
from trainers.domain import limits, selection
from trainers.forms.candidates import DecisionForm
from trainers.letters import letter_of
from trainers.models import Round, Selection
from trainers.proposals import proposal
from trainers.queries import teams as team_queries
from trainers.queries.answered import answered_before
from trainers.queries.candidates import Frame, Person, frame_of, people_of
from trainers.queries.heads import waiting_for_mandate
from trainers.team_cards import drain_of
from trainers.views.teams import sees_not_all


@require_http_methods(["GET", "POST"])
@requires(Permission.RUN_ROUNDS)
def decide(request: AccessedRequest, pk: int) -> HttpResponse:
    """The team with a reason to everybody; `?who=` names the members proposed."""
    found = access.fetch_round_to_decide(request.actor, pk)
    frame = frame_of(found)
    people = people_of(found, request.actor.employee, frame=frame)
    if not found.is_open or sees_not_all(found, people, request.actor.employee.pk):
        return redirect("trainers:compose", pk)
    wanted = whole_numbers(request.GET.getlist("who"))
    proposed = proposal(people, wanted, timezone.localdate())
    people.sort(key=lambda one: Selection.Outcome.values.index(proposed[one.pk][0]))
    form = DecisionForm(request.POST or None, people=people, initial=proposed, round_=found)
    if form.is_valid() and _decided(request, found, form):
        return redirect("trainers:compose", pk)
    return render(request, "trainers/team/decide.html", _context(found, frame, people, form, wanted))


def _context(
    found: Round, frame: Frame, people: list[Person], form: DecisionForm, wanted: set[int]
) -> dict[str, object]:
    if form.is_bound and form.is_valid():
        wanted = {pk for pk, outcome in form.outcomes.items() if outcome == Selection.Outcome.CHOSEN}
    chosen = [one for one in people if one.pk in wanted]
    room = team_queries.room_of(frame, people, timezone.localdate())
    drain = drain_of(frame, chosen, room, people)
    return {"round": found, "form": form, "chosen": chosen, "drain": drain}


def _decided(request: AccessedRequest, found: Round, form: DecisionForm) -> bool:
    """Decide; what is refused is said in the form."""
    try:
        domain.decide(
            round_=found,
            outcomes=form.outcomes,
            reasons=form.reasons,
            reason=form.cleaned_data["reason"],
            by=request.actor.employee,
            at=timezone.now(),
        )
    except domain.ReasonMissing as refusal:
        for person in refusal.people:
            form.add_error(f"reason_{person.pk}", _("Write the reason the person gets."))
    except (domain.WrongSize, domain.NotSelectable, limits.OverLimit, limits.Busy, selection.RoundClosed) as refusal:
        form.add_error(None, _refusal(refusal, found))
    else:
        messages.success(request, _("The team is chosen. Everybody gets a letter with the reason."))
        return True
    return False


def _refusal(refusal: Exception, found: Round) -> str:
    if isinstance(refusal, domain.WrongSize):
        sizes = {"least": found.min_size, "most": found.max_size}
        return _("The team has from %(least)s to %(most)s members.") % sizes
    if isinstance(refusal, domain.NotSelectable):
        names = ", ".join(one.name for one in refusal.people)
        return _("Cannot be chosen as it stands: %(names)s. Their pages say why.") % {"names": names}
    if isinstance(refusal, limits.OverLimit):
        return refusals.over_limit(refusal)
    if isinstance(refusal, limits.Busy):
        return refusals.busy()
    return _("The selection is closed, so nothing in it changes.")


@require_http_methods(["GET", "POST"])
@signed_in
def letter(request: AccessedRequest, pk: int) -> HttpResponse:
    """The answer; the candidate can say that it is read."""
    found = _selection(request, pk)
    if request.method == "POST":
        domain.mark_read(selection=found, by=request.actor.employee, at=timezone.now())
        return redirect("trainers:letter", pk)
    is_own = found.candidate.employee_id == request.actor.employee.pk
    context = {
        "selection": found,
        "candidate": found.candidate,
        "round": found.candidate.round,
        "letter": letter_of(found),
        "is_own": is_own,
        "before": answered_before(found),
        "is_own_reserve": is_own and found.outcome == Selection.Outcome.RESERVE,
        "may_step_back": is_own and waiting_for_mandate().filter(pk=found.pk).exists(),
    }
    return render(request, "trainers/candidate/letter.html", context)


@require_GET
@signed_in
def letter_pdf(request: AccessedRequest, pk: int) -> HttpResponse:
    found = _selection(request, pk)
    return response(pdf.letter(found, on=timezone.localdate()), _("trainer letter"))


def _selection(request: AccessedRequest, pk: int) -> Selection:
    """For the candidate and the selectors, once it is decided."""
    found = access.fetch_candidate_of_letter(request.actor, pk)
    answer: Selection | None = getattr(found, "selection", None)
    if answer is None:
        raise Http404
    answer.candidate = found
    return answer


@require_GET
@signed_in
def record_pdf(request: AccessedRequest, pk: int) -> HttpResponse:
    """The record of a decided selection."""
    found = access.fetch_round(request.actor, pk)
    if not found.is_decided or found.candidates.filter(employee=request.actor.employee).exists():
        raise PermissionDenied
    return response(pdf.record(found, on=timezone.localdate()), _("record %(round)s") % {"round": found.title})
