"""A mandate is changed by its project leader: the form it was made with, filled in (sources: K04, K16, T08)."""

from django.contrib import messages
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from competence.access import AccessedRequest, Permission, requires
from competence.models import Employment, Unit
from trainers import refusals, team_access
from trainers.domain import limits, mandates
from trainers.domain import mandate_changes as domain
from trainers.forms.mandates import MandateForm
from trainers.models import Mandate
from trainers.proposals_team import stated_mandate
from trainers.queries import load as load_queries


@require_http_methods(["GET", "POST"])
@requires(Permission.RUN_ROUNDS)
def edit(request: AccessedRequest, pk: int) -> HttpResponse:
    found = team_access.fetch_mandate_to_lead(request.actor, pk)
    units = _units_of(found)
    choice = units if len(units) > 1 else None
    form = MandateForm(request.POST or None, initial=stated_mandate(found), units=choice)
    if not found.is_running:
        messages.error(request, _("The mandate has ended, so nothing in it changes."))
        return redirect("trainers:mandate", pk)
    if form.is_valid() and _changed(request, found, form):
        return redirect("trainers:mandate", pk)
    years = load_queries.years_of(list(units), timezone.localdate())
    context = {"mandate": found, "round": found.round, "form": form, "years": years}
    return render(request, "trainers/mandate/change.html", context)


def _units_of(mandate: Mandate) -> "QuerySet[Unit]":
    """The unit of today, and where else the trainer has a post."""
    posts = Employment.objects.valid_on(timezone.localdate()).filter(employee=mandate.employee_id)
    here = Q(pk=mandate.unit_id) | Exists(posts.filter(unit=OuterRef("pk")))
    return Unit.objects.filter(here).order_by("path")


def _changed(request: AccessedRequest, mandate: Mandate, form: MandateForm) -> bool:
    unit = form.cleaned_data.get("unit") or mandate.unit
    try:
        domain.change(mandate=mandate, facts=form.facts, unit=unit, by=request.actor.employee, at=timezone.now())
    except domain.OverAlready:
        form.add_error("ends_on", _("This day is over. End the mandate if the trainer stops."))
    except domain.NotThere:
        form.add_error("unit", _("The trainer has no post there."))
    except limits.OverLimit as refusal:
        form.add_error(None, refusals.over_limit(refusal))
    except limits.Busy:
        form.add_error(None, refusals.busy())
    except mandates.TooManyHours as refusal:
        form.refuse_hours(refusal)
    except domain.Ended:
        form.add_error(None, _("The mandate has ended, so nothing in it changes."))
    else:
        messages.success(request, _("Saved. %(name)s is told.") % {"name": mandate.employee.name})
        return True
    return False
