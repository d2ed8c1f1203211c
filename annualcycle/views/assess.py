"""Assessing wishes: both tests of each, quickly, by the one who leads the team (sources: S55–S60)."""

from collections.abc import Sequence

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from annualcycle.domain import assessments
from annualcycle.forms.december import AssessForm
from annualcycle.models import Criterion, Cycle, Wish
from annualcycle.queries.assessed import own_scores, to_assess
from competence.access import AccessedRequest, Permission, fetch, refuse_outsider, requires, scope
from strategy.models import Need
from strategy.queries import needs_of, strategy_in_force


@requires(Permission.ASSESS)
@require_GET
def assess(request: AccessedRequest, pk: int) -> HttpResponse:
    """The wishes of one's own teams: first those one has not assessed."""
    cycle = get_object_or_404(Cycle.objects.select_related("unit"), pk=pk, published_at__isnull=False)
    refuse_outsider(request.actor, cycle.unit)
    if not _assesses_in(request, cycle):
        raise PermissionDenied
    wishes = list(to_assess(cycle, scope(request.actor, _whose(request, cycle), "unit"), request.actor.employee))
    criteria, needs = _criteria(request, cycle), needs_for(cycle)
    scores = own_scores(wishes, request.actor.employee)
    forms = [
        (wish, AssessForm(wish=wish, criteria=criteria, needs=needs, scores=scores.get(wish.pk, {}))) for wish in wishes
    ]
    context = {
        "cycle": cycle,
        "waiting": [pair for pair in forms if pair[0].pk not in scores],
        "done": [wish for wish, _form in forms if wish.pk in scores],
        "is_open": not cycle.is_released,
    }
    return render(request, "annualcycle/december/assess.html", context)


@requires(Permission.ASSESS)
@require_http_methods(["GET", "POST"])
def assess_wish(request: AccessedRequest, pk: int, wish: int) -> HttpResponse:
    """Both tests of one wish."""
    submitted = Wish.objects.filter(state=Wish.State.SUBMITTED)
    wishes = submitted.select_related("cycle__unit", "unit", "employee", "need__section")
    found = fetch(request.actor, Permission.ASSESS, wishes, unit=lambda one: one.unit, pk=wish, cycle=pk)
    scores = own_scores([found], request.actor.employee).get(found.pk, {})
    criteria, needs = _criteria(request, found.cycle), needs_for(found.cycle)
    form = AssessForm(request.POST or None, wish=found, criteria=criteria, needs=needs, scores=scores)
    if request.method == "POST" and form.is_valid():
        try:
            assessments.assess(
                wish=found,
                verdict=form.verdict(),
                scores=form.scores(),
                by=request.actor.employee,
                at=timezone.now(),
            )
        except (assessments.OwnWish, assessments.Frozen, assessments.NotSubmitted) as refusal:
            form.add_error(None, _refused(refusal))
        else:
            messages.success(request, _("Your assessment of “%(wish)s” is kept.") % {"wish": found.title})
            return redirect(_back(request, pk))
    return render(
        request,
        "annualcycle/december/assess_wish.html",
        {"wish": found, "cycle": found.cycle, "form": form, "back": _back(request, pk)},
    )


def needs_for(cycle: Cycle) -> Sequence[Need]:
    """The needs of the strategy in force when the wishes are decided."""
    strategy = strategy_in_force(cycle.unit, cycle.decide_on)
    return list(needs_of(strategy)) if strategy else []


def _assesses_in(request: AccessedRequest, cycle: Cycle) -> bool:
    """Whether the actor assesses somewhere in the centre of the year."""
    centre = cycle.unit.path
    return any(path.startswith(centre) or centre.startswith(path) for path in request.actor.paths(Permission.ASSESS))


def _whose(request: AccessedRequest, cycle: Cycle) -> Permission:
    """One's own teams for who leads some in the centre; the others of the leadership group assess all."""
    leads = any(path.startswith(cycle.unit.path) for path in request.actor.paths(Permission.LEAD_TALKS))
    return Permission.LEAD_TALKS if leads else Permission.ASSESS


def _criteria(request: AccessedRequest, cycle: Cycle) -> list[Criterion]:
    """The criteria one may score; confidential ones are for the leadership group (source: S59)."""
    sees_all = request.actor.may(Permission.SEE_BOARD, cycle.unit)
    return [one for one in cycle.criteria.all() if sees_all or not one.is_confidential]


def _back(request: HttpRequest, pk: int) -> str:
    """Where one came from, else the list."""
    asked = request.POST.get("next") or request.GET.get("next", "")
    return asked if url_has_allowed_host_and_scheme(asked, {request.get_host()}) else reverse("year:assess", args=[pk])


def _refused(refusal: Exception) -> str:
    match refusal:
        case assessments.OwnWish():
            return _("The wish is your own, so others assess it.")
        case assessments.Frozen():
            return _("The answers are released, so nothing can be changed any more.")
    return _("The wish is not submitted any more. It may have been withdrawn.")
