"""Fairness across the years: with persons for the leadership group, protected figures for other readers."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe
from django_tables2 import RequestConfig

from annualcycle.queries import fairness as queries
from annualcycle.queries.monitor import frozen_monitor, monitor_of
from annualcycle.tables.fairness import FairnessTable
from annualcycle.views import fairness_pictures as pictures
from annualcycle.views.evaluation import reads_figures
from competence.access import AccessedRequest, Permission, fetch_unit, refuse_outsider, requires, signed_in
from competence.models import Employee, Unit

ROWS = 25


def _centre(request: AccessedRequest, pk: int) -> Unit:
    centre = get_object_or_404(Unit.objects.cycle_units().select_related("municipality"), pk=pk)
    refuse_outsider(request.actor, centre)
    return centre


@require_safe
@signed_in
def fairness(request: AccessedRequest, unit: int) -> HttpResponse:
    centre = _centre(request, unit)
    if request.actor.may(Permission.SEE_BOARD, centre):
        return _with_persons(request, centre)
    if not reads_figures(request, centre):
        raise PermissionDenied
    ledger = queries.protected_ledger(centre)
    context = {
        "unit": centre,
        "teams": ledger.teams,
        "tallest": tallest(ledger.teams),
        "overview": pictures.overview_protected(ledger),
        "shares": pictures.bars_of(ledger.shares),
        "standings": pictures.years_protected(ledger),
    }
    return render(request, "annualcycle/fairness/fairness.html", context)


def _with_persons(request: AccessedRequest, centre: Unit) -> HttpResponse:
    ledger = queries.ledger_of(centre, queries.years_of(centre))
    team = request.GET.get("team", "")
    table = FairnessTable([line for line in ledger.people if team in ("", line.team)])
    RequestConfig(request, paginate={"per_page": ROWS}).configure(table)
    context = {
        "unit": centre,
        "teams": ledger.teams,
        "tallest": tallest(ledger.teams),
        "overview": pictures.overview(ledger),
        "shares": pictures.bars_of(ledger.shares),
        "standings": pictures.years(ledger),
        "rules": ledger.rules,
        "table": table,
        "team": team,
        "names": sorted({line.team for line in ledger.people}),
    }
    return render(request, "annualcycle/fairness/fairness.html", context)


def tallest(lines: list[queries.Line]) -> int:
    """The highest bar of the picture."""
    numbers = [number or 0 for line in lines for one in line.years for number in (one.granted, one.not_met)]
    return max(numbers, default=0)


@require_safe
@signed_in
def monitor(request: AccessedRequest, unit: int) -> HttpResponse:
    """As it stands for the leadership group; as the newest evaluation froze it for other readers of figures."""
    centre = _centre(request, unit)
    sees_board = request.actor.may(Permission.SEE_BOARD, centre)
    if not sees_board and not reads_figures(request, centre):
        raise PermissionDenied
    found = monitor_of(centre, queries.years_of(centre)) if sees_board else frozen_monitor(centre)
    context = {"unit": centre, "monitor": pictures.monitor_page(found) if found else None, "sees_board": sees_board}
    return render(request, "annualcycle/fairness/monitor.html", context)


@require_safe
@requires(Permission.SEE_BOARD)
def fairness_person(request: AccessedRequest, unit: int, pk: int) -> HttpResponse:
    """One person's wishes and answers over the years, and what they count from now on."""
    centre = fetch_unit(request.actor, Permission.SEE_BOARD, unit)
    employee = get_object_or_404(Employee, pk=pk, municipality=request.actor.municipality)
    wishes = list(queries.history_of(employee, queries.years_of(centre)))
    if not wishes:
        raise PermissionDenied
    rules = queries.rules_of(centre)
    context = {
        "unit": centre,
        "employee": employee,
        "wishes": wishes,
        "rules": rules,
        "weights": pictures.weights_of(wishes, rules) if rules else [],
    }
    return render(request, "annualcycle/fairness/person.html", context)
