"""What all roles take from each unit, and the roles nobody was selected for (source: T27)."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from competence.access import AccessedRequest, Permission, requires, scope
from competence.domain import commitments
from competence.models import Commitment
from trainers import refusals, team_access
from trainers.domain import limits
from trainers.domain import load as domain
from trainers.forms.mandates import RoleHoursForm
from trainers.queries import load as queries
from trainers.queries import rounds as round_queries


@require_GET
@requires(Permission.SET_LIMITS)
def loads(request: AccessedRequest) -> HttpResponse:
    """All units one may say the limits of, the fullest first."""
    today = timezone.localdate()
    units = list(round_queries.units_to_run_in(scope(request.actor, Permission.SET_LIMITS), today))
    years = sorted(queries.years_of(units, today), key=lambda year: -year.most / (year.max_hours or 10_000))
    return render(request, "trainers/load/list.html", {"years": years})


@require_GET
@requires(Permission.SET_LIMITS)
def load(request: AccessedRequest, pk: int) -> HttpResponse:
    """One unit over the year: hours of all roles against the limit."""
    unit = team_access.fetch_unit_load(request.actor, pk)
    (year,) = queries.years_of([unit], timezone.localdate())
    return render(request, "trainers/load/unit.html", {"unit": unit, "year": year})


@require_http_methods(["GET", "POST"])
@requires(Permission.SET_LIMITS)
def role_new(request: AccessedRequest, pk: int) -> HttpResponse:
    """Hours of a representative, a mentor, or whoever has another role in the unit."""
    unit = team_access.fetch_unit_load(request.actor, pk)
    form = RoleHoursForm(request.POST or None, people=queries.staff_in(unit, timezone.localdate()))
    if form.is_valid():
        told = dict(form.cleaned_data)
        try:
            commitments.take_on(employee=told.pop("person"), unit=unit, on=timezone.localdate(), **told)
            return redirect("trainers:load", pk)
        except limits.OverLimit as refusal:
            form.add_error(None, refusals.over_limit(refusal))
        except limits.Busy:
            form.add_error(None, refusals.busy())
    return render(request, "trainers/load/role.html", {"unit": unit, "form": form})


@require_POST
@requires(Permission.SET_LIMITS)
def role_end(request: AccessedRequest, pk: int) -> HttpResponse:
    """The role ends today, and the unit gets its hours back."""
    row = get_object_or_404(Commitment.objects.select_related("unit"), pk=pk)
    unit = team_access.fetch_unit_load(request.actor, row.unit_id)
    try:
        domain.let_go(commitment=row, on=timezone.localdate())
    except domain.NotByHand:
        messages.error(request, _("These hours follow from a mandate or an introduction, and end with it."))
    except limits.Busy:
        messages.error(request, refusals.busy())
    return redirect("trainers:load", unit.pk)
