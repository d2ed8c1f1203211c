"""Knowledge themes: planned by the leadership group, read by everybody in the centre."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from annualcycle.domain import themes as domain
from annualcycle.forms.answers import ThemeForm
from annualcycle.models import Cycle, Theme
from annualcycle.queries import themes as queries
from annualcycle.views.reading import year_to_read
from competence.access import AccessedRequest, Permission, fetch, requires, signed_in

ICONS = {
    "": "circle-dashed",
    Theme.Place.STAFF_MEETING: "users-group",
    Theme.Place.THEME_DAY: "calendar-event",
    Theme.Place.TEAM: "users",
}


@require_safe
@signed_in
def themes(request: AccessedRequest, pk: int) -> HttpResponse:
    cycle = year_to_read(request, pk)
    if request.actor.may(Permission.PLAN_THEMES, cycle.unit):
        return _board(request, cycle, "annualcycle/themes/plan.html")
    found = [theme for theme in queries.themes_for(cycle) if theme.place] if cycle.themes_published_at else []
    context = {"cycle": cycle, "columns": _columns(found), "themes": found}
    return render(request, "annualcycle/themes/themes.html", context)


def _board(request: AccessedRequest, cycle: Cycle, template: str) -> HttpResponse:
    found = list(queries.themes_for(cycle))
    context = {
        "cycle": cycle,
        "groups": queries.groups_of(cycle),
        "columns": _columns(found),
        "themes": found,
        "unplaced": sum(not theme.place for theme in found),
    }
    return render(request, template, context)


def _columns(found: list[Theme]) -> list[dict[str, object]]:
    labels = {"": _("Not placed yet"), **dict(Theme.Place.choices)}
    return [
        {"place": place, "label": labels[place], "icon": ICONS[place], "themes": rows}
        for place, rows in queries.columns(found).items()
    ]


def _planned(request: AccessedRequest, pk: int) -> Cycle:
    years = Cycle.objects.filter(is_history=False, published_at__isnull=False).select_related("unit")
    return fetch(request.actor, Permission.PLAN_THEMES, years, unit=lambda cycle: cycle.unit, pk=pk)


def _theme(request: AccessedRequest, pk: int) -> Theme:
    rows = Theme.objects.select_related("cycle__unit", "unit")
    return fetch(request.actor, Permission.PLAN_THEMES, rows, unit=lambda theme: theme.cycle.unit, pk=pk)


@require_http_methods(["GET", "POST"])
@requires(Permission.PLAN_THEMES)
def theme_new(request: AccessedRequest, pk: int) -> HttpResponse:
    cycle = _planned(request, pk)
    form = ThemeForm(request.POST or None, cycle=cycle)
    if request.method == "POST" and form.is_valid():
        domain.add(cycle=cycle, facts=form.facts)
        return redirect("year:themes", pk)
    return render(request, "annualcycle/themes/form.html", {"cycle": cycle, "form": form})


@require_POST
@requires(Permission.PLAN_THEMES)
def theme_from(request: AccessedRequest, pk: int) -> HttpResponse:
    """Make a theme of what several ask for."""
    cycle = _planned(request, pk)
    try:
        made = domain.add_from(cycle=cycle, key=request.POST.get("key", ""))
        messages.success(request, _("“%(theme)s” is a theme now. Place it below.") % {"theme": made.title})
    except domain.GroupGone:
        messages.info(request, _("These wishes are in a theme already."))
    return redirect("year:themes", pk)


@require_http_methods(["GET", "POST"])
@requires(Permission.PLAN_THEMES)
def theme(request: AccessedRequest, pk: int) -> HttpResponse:
    found = _theme(request, pk)
    names = ("title", "description", "source", "place", "unit", "held_on")
    form = ThemeForm(request.POST or None, cycle=found.cycle, initial={name: getattr(found, name) for name in names})
    if request.method == "POST" and form.is_valid():
        domain.change(theme=found, facts=form.facts)
        return redirect("year:themes", found.cycle_id)
    context = {"cycle": found.cycle, "theme": found, "form": form, "wishes": list(found.wishes.select_related("unit"))}
    return render(request, "annualcycle/themes/form.html", context)


@require_POST
@requires(Permission.PLAN_THEMES)
def theme_place(request: AccessedRequest, pk: int) -> HttpResponse:
    """Move a theme by drag or button."""
    found = _theme(request, pk)
    place = request.POST.get("place", "")
    try:
        if place in ("", *Theme.Place.values):
            domain.place(theme=found, place=place)
    except domain.TeamMissing:
        messages.error(request, _("Choose the team for “%(theme)s” first.") % {"theme": found.title})
        if not request.htmx:
            return redirect("year:theme", pk)
    if request.htmx:
        return _board(request, found.cycle, "annualcycle/themes/plan.html#board")
    return redirect(f"{reverse('year:themes', args=[found.cycle_id])}#theme-{pk}")


@require_POST
@requires(Permission.PLAN_THEMES)
def theme_remove(request: AccessedRequest, pk: int) -> HttpResponse:
    found = _theme(request, pk)
    domain.remove(theme=found)
    messages.success(request, _("The theme is removed. Its wishes can become another one."))
    return redirect("year:themes", found.cycle_id)


@require_POST
@requires(Permission.PLAN_THEMES)
def themes_publish(request: AccessedRequest, pk: int) -> HttpResponse:
    cycle = _planned(request, pk)
    try:
        domain.publish(cycle=cycle, by=request.actor.employee, at=timezone.now())
        messages.success(request, _("The themes are published. Everybody in the centre gets a mail."))
    except domain.AlreadyPublished:
        messages.info(request, _("The themes were published already."))
    except domain.NotAnswered:
        messages.error(request, _("The answers are not released yet. Everybody gets a personal answer first."))
    except domain.NotPlaced as refusal:
        messages.error(request, _("Place all themes first.") if refusal.themes else _("Make a theme first."))
    return redirect("year:themes", pk)
