"""Fairness across the years: with persons for the leadership group, protected figures for other readers."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe
from django_tables2 import RequestConfig

from annualcycle.queries import fairness as queries
from annualcycle.tables.fairness import FairnessTable
from annualcycle.views.evaluation import reads_figures
from competence.access import AccessedRequest, Permission, fetch_unit, refuse_outsider, requires, signed_in
from competence.models import Employee, Unit

ROWS = 50


@require_safe
@signed_in
def fairness(request: AccessedRequest, unit: int) -> HttpResponse:
    centre = get_object_or_404(Unit.objects.cycle_units().select_related("municipality"), pk=unit)
    refuse_outsider(request.actor, centre)
    if request.actor.may(Permission.SEE_BOARD, centre):
        return _with_persons(request, centre)
    if not reads_figures(request, centre):
        raise PermissionDenied
    teams = queries.protected_lines(centre)
    return render(
        request, "annualcycle/fairness/fairness.html", {"unit": centre, "teams": teams, "tallest": tallest(teams)}
    )


def _with_persons(request: AccessedRequest, centre: Unit) -> HttpResponse:
    teams, people = queries.lines_of(queries.years_of(centre))
    team = request.GET.get("team", "")
    shown = [line for line in people if team in ("", line.team)]
    table = FairnessTable(shown)
    RequestConfig(request, paginate={"per_page": ROWS}).configure(table)
    context = {
        "unit": centre,
        "teams": teams,
        "tallest": tallest(teams),
        "table": table,
        "people": shown,
        "team": team,
        "names": sorted({line.team for line in people}),
    }
    return render(request, "annualcycle/fairness/fairness.html", context)


def tallest(lines: list[queries.Line]) -> int:
    """The highest bar of the picture."""
    numbers = [number or 0 for line in lines for one in line.years for number in (one.granted, one.not_met)]
    return max(numbers, default=0)


@require_safe
@requires(Permission.SEE_BOARD)
def fairness_person(request: AccessedRequest, unit: int, pk: int) -> HttpResponse:
    """One person's wishes and answers over the years."""
    centre = fetch_unit(request.actor, Permission.SEE_BOARD, unit)
    employee = get_object_or_404(Employee, pk=pk, municipality=request.actor.municipality)
    wishes = list(queries.history_of(employee, queries.years_of(centre)))
    if not wishes:
        raise PermissionDenied
    return render(request, "annualcycle/fairness/person.html", {"unit": centre, "employee": employee, "wishes": wishes})
