"""Courses we hold ourselves beside places we buy: cost and use, without persons (source: T26)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext
from django.views.decorators.http import require_safe

from annualcycle.queries.bought import Bought, bought_by
from competence.access import AccessedRequest, Permission, requires, signed_in
from competence.cells import kroner
from competence.exports import Column, download
from trainers.queries.taught import Taught, taught_in
from trainers.sharing_access import may_see_staying

USUAL_PRICE = 400
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
    """Both ways over the same days; None where fewer than `smallest` people stand behind the figures."""

    own: Side | None
    bought: Side | None
    preparation: int
    teaching: int
    price: int


def compare(taught: Taught, bought: Bought, *, price: int, smallest: int) -> Comparison:
    """`price` is whole kroner for an hour of a trainer."""
    hours = taught.preparation + taught.teaching
    own = Side(taught.places, hours * price * 100, _share(taught.units_used, taught.units_seen))
    used = _share(bought.used, bought.asked) if bought.asked >= smallest else None
    return Comparison(
        own=own if taught.people >= smallest else None,
        bought=Side(bought.places, bought.cost, used) if bought.people >= smallest else None,
        preparation=taught.preparation,
        teaching=taught.teaching,
        price=price,
    )


def _share(part: int, whole: int) -> int | None:
    """In per cent to the nearest ten, so that one answer more is not told by it."""
    return round(100 * part / whole / ROUGH) * ROUGH if whole else None


class PriceForm(forms.Form):
    """What an hour of a trainer is to count for."""

    price = forms.IntegerField(label=gettext_lazy("What does an hour cost, in kroner?"), min_value=1, max_value=5000)


@dataclass(frozen=True)
class Shown:
    """The figures of a page or file, with the days they are of."""

    first: date
    last: date
    figures: Comparison
    form: PriceForm


class Line(NamedTuple):
    """One figure: what it is, and what it says of each way."""

    what: str
    own: str
    bought: str


def _shown(request: AccessedRequest) -> Shown:
    """The year until yesterday. For those who see whether trainers stay."""
    if not may_see_staying(request.actor):
        raise PermissionDenied
    last = timezone.localdate() - timedelta(days=1)
    first, municipality = last - timedelta(days=364), request.actor.municipality
    form = PriceForm(request.GET if "price" in request.GET else None, initial={"price": USUAL_PRICE})
    price = form.cleaned_data["price"] if form.is_valid() else USUAL_PRICE
    figures = compare(
        taught_in(municipality, first, last),
        bought_by(municipality, first, last),
        price=price,
        smallest=_smallest(request),
    )
    return Shown(first, last, figures, form)


def _smallest(request: AccessedRequest) -> int:
    return request.actor.employee.municipality.settings.smallest_cell


def lines_of(figures: Comparison) -> Sequence[Line]:
    """The table beside the figures; "–" where too few stand behind one."""
    own, bought = figures.own, figures.bought
    return [
        Line(_("Places"), _number(own), _number(bought)),
        Line(_("Hours of preparation"), str(figures.preparation) if own else "–", "–"),
        Line(_("Hours with colleagues"), str(figures.teaching) if own else "–", "–"),
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
    context = {"shown": shown, "lines": lines_of(shown.figures), "smallest": _smallest(request)}
    return render(request, "comparison.html", context)


@require_safe
@requires(Permission.EXPORT)
def comparison_excel(request: AccessedRequest) -> HttpResponse:
    """The table of the page, at the same price for an hour."""
    columns: list[Column[Line]] = [
        Column(pgettext("column", "What"), lambda line: line.what),
        Column(_("Our own trainers"), lambda line: line.own),
        Column(_("Bought places"), lambda line: line.bought),
    ]
    return download(request, what=_("Own or bought"), columns=columns, rows=lines_of(_shown(request).figures))
