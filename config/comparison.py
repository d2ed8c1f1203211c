"""Courses we hold ourselves beside places we buy: cost and use, without persons (source: T26)."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, NamedTuple

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_POST, require_safe

from annualcycle.queries.bought import Bought, bought_by
from competence.access import AccessedRequest, Permission, requires, signed_in
from competence.cells import kroner
from competence.exports import Column, download
from competence.models import Rule, Unit
from competence.queries.settings import value_on
from trainers.domain import compared
from trainers.models import ComparedYear
from trainers.queries.taught import Taught, kept_of, taught_in
from trainers.sharing_access import may_see_staying

# Øre for an hour, where the municipality has no rule.
USUAL_PRICE = 40_000
ROUGH = 10


@dataclass(frozen=True)
class Side:
    """One way of learning. Money is øre; `each` what a place costs; `used` per cent to the nearest ten or None."""

    places: int
    cost: int
    used: int | None

    @property
    def each(self) -> int:
        """To whole kroner."""
        return round(self.cost / self.places / 100) * 100


@dataclass(frozen=True)
class Comparison:
    """Both ways over the same days; None (and no hours) where fewer than `smallest` people stand behind the figures."""

    own: Side | None
    bought: Side | None
    preparation: int
    teaching: int
    price: int
    smallest: int


def compare(taught: Taught, bought: Bought, *, price: int, smallest: int) -> Comparison:
    """`price` is øre for an hour of a trainer. Shares need as many units or answers as figures need people."""
    hours = taught.preparation + taught.teaching
    in_units = _share(taught.units_used, taught.units_seen) if taught.units_seen >= smallest else None
    own = Side(taught.places, hours * price, in_units)
    used = _share(bought.used, bought.asked) if bought.asked >= smallest else None
    shows_own = taught.people >= smallest
    return Comparison(
        own=own if shows_own else None,
        bought=Side(bought.places, bought.cost, used) if bought.people >= smallest else None,
        preparation=taught.preparation if shows_own else 0,
        teaching=taught.teaching if shows_own else 0,
        price=price,
        smallest=smallest,
    )


def from_json(kept: Mapping[str, Any]) -> Comparison:
    """What `asdict` has made of a comparison."""
    sides = {name: Side(**kept[name]) if kept[name] else None for name in ("own", "bought")}
    return Comparison(**{**kept, **sides})


def _share(part: int, whole: int) -> int | None:
    """In per cent to the nearest ten, so that one answer more is not told by it."""
    return round(100 * part / whole / ROUGH) * ROUGH if whole else None


@dataclass(frozen=True)
class Shown:
    """The figures of a page or file, with the days they are of; `kept` where they are fixed."""

    first: date
    last: date
    figures: Comparison
    kept: ComparedYear | None

    @property
    def can_be_kept(self) -> bool:
        return self.kept is None and bool(self.figures.own or self.figures.bought)


class Line(NamedTuple):
    """One figure: what it is, and what it says of each way."""

    what: str
    own: str
    bought: str


def _shown(request: AccessedRequest) -> Shown:
    """For those who see whether trainers stay."""
    if not may_see_staying(request.actor):
        raise PermissionDenied
    first, last = year_shown(timezone.localdate())
    kept = kept_of(request.actor.municipality, last.year)
    return Shown(first, last, from_json(kept.figures) if kept else _counted(request, first, last), kept)


def _counted(request: AccessedRequest, first: date, last: date) -> Comparison:
    """As it is written down at this moment."""
    home = request.actor.employee.municipality
    price = value_on(home, Rule.Kind.TRAINER_HOUR, last)
    return compare(
        taught_in(home, first, last),
        bought_by(home, first, last),
        price=USUAL_PRICE if price is None else price,
        smallest=home.settings.smallest_cell,
    )


def year_shown(today: date) -> tuple[date, date]:
    """The first and last day of the last whole calendar year.

    Days that move would tell of one person by what two days' figures differ in. Two whole years have nobody's hour or
    place in common, and a year is shown until its first attendance may be erased, not longer.
    """
    return date(today.year - 1, 1, 1), date(today.year - 1, 12, 31)


def lines_of(figures: Comparison) -> Sequence[Line]:
    """The table beside the figures; "–" where too few stand behind one."""
    own, bought = figures.own, figures.bought
    return [
        Line(_("Places"), _number(own), _number(bought)),
        Line(_("Hours of preparation"), str(figures.preparation) if own else "–", "–"),
        Line(_("Hours with colleagues"), str(figures.teaching) if own else "–", "–"),
        Line(_("Price of an hour"), kroner(figures.price), "–"),
        Line(_("Cost"), kroner(own.cost) if own else "–", kroner(bought.cost) if bought else "–"),
        Line(_("Cost of a place"), kroner(own.each) if own else "–", kroner(bought.each) if bought else "–"),
        Line(_("Used afterwards"), _used(own), _used(bought)),
    ]


def _number(side: Side | None) -> str:
    return str(side.places) if side else "–"


def _used(side: Side | None) -> str:
    return f"{side.used} %" if side and side.used is not None else "–"


@require_safe
@signed_in
def comparison(request: AccessedRequest) -> HttpResponse:
    """What a place costs with our own trainers and outside, and whether it is used."""
    shown = _shown(request)
    context = {
        "shown": shown,
        "lines": lines_of(shown.figures),
        "smallest": shown.figures.smallest,
        "may_change": request.actor.may(Permission.SETTINGS),
        "may_keep": shown.can_be_kept and request.actor.may(Permission.EDIT_PEOPLE),
    }
    return render(request, "comparison.html", context)


@require_POST
@requires(Permission.EDIT_PEOPLE)
def comparison_keep(request: AccessedRequest) -> HttpResponse:
    """Fix the figures of the year that has ended; once."""
    now = timezone.now()
    first, last = year_shown(timezone.localdate(now))
    municipality, by = Unit.objects.get(pk=request.actor.municipality), request.actor.employee
    figures = asdict(_counted(request, first, last))
    try:
        compared.keep(municipality=municipality, year=last.year, figures=figures, by=by, at=now)
    except compared.KeptAlready:
        messages.error(request, _("The figures of this year are made already."))
    return redirect("comparison")


@require_safe
@requires(Permission.EXPORT)
def comparison_excel(request: AccessedRequest) -> HttpResponse:
    """The table of the page."""
    columns: list[Column[Line]] = [
        Column(pgettext("column", "What"), lambda line: line.what),
        Column(_("Our own trainers"), lambda line: line.own),
        Column(_("Bought places"), lambda line: line.bought),
    ]
    return download(request, what=_("Own or bought"), columns=columns, rows=lines_of(_shown(request).figures))
