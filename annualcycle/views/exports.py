"""Every list as Excel, for whoever may see the list and export."""

from dataclasses import replace

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from annualcycle import sheets
from annualcycle.forms.december import BoardFilter
from annualcycle.models import Cycle, Evaluation, Orientation
from annualcycle.queries import december
from annualcycle.queries import fairness as fairness_queries
from annualcycle.queries import talks as talk_queries
from annualcycle.queries.board import rows_of
from annualcycle.queries.documents import items_of
from annualcycle.queries.figures import from_json
from annualcycle.queries.orientation import granted_courses
from annualcycle.queries.themes import themes_for
from annualcycle.queries.wishes import find, led_wishes
from annualcycle.tables.talks import in_pill
from annualcycle.tables.wishes import WishFilter
from annualcycle.views.evaluation import reads_figures
from annualcycle.views.reading import year_to_read
from competence.access import AccessedRequest, Permission, fetch, fetch_unit, requires
from competence.exports import download


def _named(list_name: str, cycle: Cycle) -> str:
    return f"{list_name} {cycle.unit} {cycle.year}"


def _allowed(request: AccessedRequest, pk: int, permission: Permission) -> Cycle:
    """The year, for who may see the list in its centre."""
    years = Cycle.objects.filter(is_history=False).select_related("unit")
    return fetch(request.actor, permission, years, unit=lambda cycle: cycle.unit, pk=pk)


@require_safe
@requires(Permission.EXPORT)
def downloads(request: AccessedRequest, pk: int) -> HttpResponse:
    """All files of a year that the person may take, on one page."""
    cycle = year_to_read(request, pk)
    may = {name: request.actor.may(permission, cycle.unit) for name, permission in _LISTS.items()}
    may["talks"] = request.actor.may(Permission.LEAD_TALKS)
    may["wishes"] = request.actor.may(Permission.SEE_WISHES)
    may["progress"] = request.actor.may(Permission.SEE_PROGRESS)
    context = {
        "cycle": cycle,
        "may": may,
        "documents": len(items_of(request.actor, cycle, timezone.localdate())),
        "is_informed": Orientation.objects.filter(cycle=cycle, published_at__isnull=False).exists(),
    }
    return render(request, "annualcycle/downloads.html", context)


_LISTS = {
    "board": Permission.SEE_BOARD,
    "themes": Permission.PLAN_THEMES,
    "figures": Permission.SEE_FIGURES,
}


@require_safe
@requires(Permission.EXPORT)
def talks_excel(request: AccessedRequest, pk: int) -> HttpResponse:
    """The talks the person arranges, as the list is narrowed: whom and when, never what was said."""
    cycle = year_to_read(request, pk)
    rows = in_pill(talk_queries.rows_for(request.actor, cycle, timezone.localdate()), request.GET.get("show", ""))
    return download(request, what=_named(_("Talks"), cycle), columns=sheets.TALKS, rows=rows)


@require_safe
@requires(Permission.EXPORT)
def progress_excel(request: AccessedRequest, pk: int) -> HttpResponse:
    cycle = year_to_read(request, pk)
    rows = talk_queries.progress(request.actor, cycle, timezone.localdate())
    return download(request, what=_named(_("Progress of talks"), cycle), columns=sheets.PROGRESS, rows=rows)


@require_safe
@requires(Permission.EXPORT)
def wishes_excel(request: AccessedRequest, pk: int) -> HttpResponse:
    """The wishes of those one leads, as the list is narrowed, with the answers that are given."""
    cycle = year_to_read(request, pk)
    led = led_wishes(request.actor, cycle).order_by("employee__sort_name", "pk")
    rows = WishFilter(request.GET, queryset=led).qs
    return download(request, what=_named(_("Wishes"), cycle), columns=sheets.ANSWERED, rows=rows)


@require_safe
@requires(Permission.EXPORT)
def board_excel(request: AccessedRequest, pk: int) -> HttpResponse:
    """The board as it is narrowed and sorted, with points and pending decisions."""
    cycle = _allowed(request, pk, Permission.SEE_BOARD)
    weights = {criterion.pk: criterion.weight for criterion in cycle.criteria.all()}
    shown = BoardFilter(request.GET, rows_of(cycle, weights)).shown()
    wishes = find().in_bulk([row.pk for row in shown])
    rows = [sheets.OnBoard(row, wishes[row.pk]) for row in shown if row.pk in wishes]
    return download(request, what=_named(pgettext("board", "December"), cycle), columns=sheets.BOARD, rows=rows)


@require_safe
@requires(Permission.EXPORT)
def answers_excel(request: AccessedRequest, pk: int) -> HttpResponse:
    """Every answer of the year with who has read it."""
    cycle = _allowed(request, pk, Permission.SEE_BOARD)
    rows = december.wishes_to_answer(cycle)
    return download(request, what=_named(_("Answers"), cycle), columns=sheets.ANSWERS, rows=rows)


@require_safe
@requires(Permission.EXPORT)
def ad_hoc_excel(request: AccessedRequest, pk: int) -> HttpResponse:
    """What was asked for during the year, with the answers."""
    cycle = _allowed(request, pk, Permission.SEE_BOARD)
    rows = find().filter(pk__in=december.ad_hoc_wishes(cycle)).order_by("submitted_at", "pk")
    return download(request, what=_named(_("Needs during the year"), cycle), columns=sheets.AD_HOC, rows=rows)


@require_safe
@requires(Permission.EXPORT)
def orientation_excel(request: AccessedRequest, pk: int) -> HttpResponse:
    cycle = year_to_read(request, pk)
    if not Orientation.objects.filter(cycle=cycle, published_at__isnull=False).exists():
        raise Http404
    rows = granted_courses(cycle)
    return download(request, what=_named(_("Granted courses"), cycle), columns=sheets.COURSES, rows=rows)


@require_safe
@requires(Permission.EXPORT)
def themes_excel(request: AccessedRequest, pk: int) -> HttpResponse:
    cycle = _allowed(request, pk, Permission.PLAN_THEMES)
    return download(request, what=_named(_("Themes"), cycle), columns=sheets.THEMES, rows=themes_for(cycle))


@require_safe
@requires(Permission.EXPORT)
def evaluation_excel(request: AccessedRequest, pk: int) -> HttpResponse:
    """The frozen figures; what is hidden on the page is empty here."""
    cycle = year_to_read(request, pk)
    if not reads_figures(request, cycle.unit):
        raise PermissionDenied
    found = Evaluation.objects.filter(cycle=cycle, cycle__evaluated_at__isnull=False).first()
    figures = from_json(found.figures) if found else None
    if figures is None:
        raise Http404
    rows = [*figures.teams, replace(figures.whole, label=_("The whole centre"))]
    return download(request, what=_named(_("Evaluation"), cycle), columns=sheets.FIGURES, rows=rows)


@require_safe
@requires(Permission.EXPORT)
def fairness_excel(request: AccessedRequest, unit: int) -> HttpResponse:
    centre = fetch_unit(request.actor, Permission.SEE_BOARD, unit)
    years = fairness_queries.years_of(centre)
    ledger = fairness_queries.ledger_of(centre, years)
    rules = fairness_queries.counting_year(ledger.rules) if ledger.rules else None
    columns = sheets.fairness([cycle.year for cycle in years], rules)
    team = request.GET.get("team", "")
    rows = [line for line in ledger.people if team in ("", line.team)]
    what = _("Across the years, %(unit)s") % {"unit": centre}
    return download(request, what=what, columns=columns, rows=rows)
