"""The wishes of those one leads: the list, what the leader thinks, and what is agreed in the talk."""

from datetime import date

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from django_tables2 import RequestConfig

from annualcycle.access import fetch_wish_to_agree
from annualcycle.domain import budget, decisions, wishes
from annualcycle.domain.cycle import Phase, phase_on
from annualcycle.forms.wishes import NeedForm, ProxyForm, ViewForm
from annualcycle.models import Cycle, Wish
from annualcycle.queries import wishes as queries
from annualcycle.tables.wishes import WishFilter, WishTable
from competence.access import AccessedRequest, Permission, refuse_outsider, requires
from competence.models import Employee
from competence.money import kroner
from strategy.models import Need
from strategy.queries import needs_of, strategy_in_force


def _cycle(request: AccessedRequest, permission: Permission, pk: int) -> Cycle:
    """A year in which `permission` is held on the centre or a unit of it."""
    cycle = get_object_or_404(Cycle.objects.select_related("unit"), pk=pk)
    refuse_outsider(request.actor, cycle.unit)
    paths = request.actor.paths(permission)
    if not any(cycle.unit.path.startswith(path) or path.startswith(cycle.unit.path) for path in paths):
        raise PermissionDenied
    return cycle


@require_safe
@requires(Permission.SEE_WISHES)
def team_wishes(request: AccessedRequest, cycle: int) -> HttpResponse:
    """Sorted and filtered; one's own wishes are on one's own page."""
    year, today = _cycle(request, Permission.SEE_WISHES, cycle), timezone.localdate()
    led = queries.led_wishes(request.actor, year)
    chosen = WishFilter(request.GET, queryset=led)
    table = WishTable(chosen.qs)
    table.agrees = phase_on(year, today) == Phase.TALKS
    RequestConfig(request, paginate={"per_page": 50}).configure(table)
    without_email = queries.people_without_email(request.actor, year, today)
    context = {
        "cycle": year,
        "collects": wishes.collects_on(year, today),
        "table": table,
        "filter": chosen,
        "proxy": ProxyForm(people=without_email),
        "writes": without_email.exists(),
        "leads": request.actor.may(Permission.LEAD_TALKS),
    }
    return render(request, "annualcycle/wishes/team.html", context)


@require_POST
@requires(Permission.LEAD_TALKS)
def wish_for(request: AccessedRequest, cycle: int) -> HttpResponse:
    """Begin a wish for somebody who cannot sign in, for December or (`ad_hoc`) one that cannot wait."""
    year, today = _cycle(request, Permission.LEAD_TALKS, cycle), timezone.localdate()
    form = ProxyForm(request.POST, people=queries.people_without_email(request.actor, year, today))
    is_ad_hoc = "ad_hoc" in request.POST
    if not form.is_valid() or not (is_ad_hoc or wishes.collects_on(year, today)):
        said = _("Choose a person. Wishes for December can be written only while they are collected.")
        messages.warning(request, said)
        return redirect("year:team_wishes", year.pk)
    wish = _begin_for(form.cleaned_data["employee"], year, today, is_ad_hoc=is_ad_hoc)
    return redirect("year:wish_edit", wish.pk)


def _begin_for(employee: Employee, year: Cycle, on: date, *, is_ad_hoc: bool) -> Wish:
    """A draft in `year`, or in the year whose reserve pays now."""
    paying = queries.year_for_ad_hoc(employee, on) if is_ad_hoc else year
    unit = queries.main_unit(paying, employee, on) if paying else None
    if paying is None or unit is None:
        raise Http404
    return wishes.begin(cycle=paying, employee=employee, unit=unit, at=timezone.now(), is_ad_hoc=is_ad_hoc)


@require_POST
@requires(Permission.LEAD_TALKS)
def wish_view(request: AccessedRequest, pk: int) -> HttpResponse:
    """What the leader thinks of a wish, said before December."""
    wish = fetch_wish_to_agree(request.actor, queries.find(), pk)
    form = ViewForm(request.POST)
    if not form.is_valid():
        messages.error(request, " ".join(map(str, form.errors["text"])))
        return redirect("year:wish", pk)
    try:
        wishes.say_view(wish=wish, text=form.cleaned_data["text"], by=request.actor.employee, at=timezone.now())
    except wishes.AlreadyAnswered:
        messages.error(request, _("The answers are released, so nothing can be changed any more."))
    except wishes.WrongState as refusal:
        messages.error(request, _why_not(refusal))
    else:
        messages.success(request, _("It is kept, and %(name)s can read it.") % {"name": wish.employee})
    return redirect("year:wish", pk)


@require_POST
@requires(Permission.LEAD_TALKS)
def wish_agree(request: AccessedRequest, pk: int) -> HttpResponse:
    """Agree to a small wish in the talk (source: S44)."""
    wish = fetch_wish_to_agree(request.actor, queries.find(), pk)
    reason = request.POST.get("exception_reason", "")
    try:
        wishes.agree(wish=wish, by=request.actor.employee, at=timezone.now(), exception_reason=reason)
    except (
        *(wishes.WrongState, wishes.NotOpen, wishes.TooLarge),
        *(decisions.ExceptionNeeded, decisions.OwnWish, budget.NotEnoughLeft, budget.Busy),
    ) as refusal:
        messages.error(request, _why_not(refusal))
    else:
        messages.success(request, _("You have agreed on the wish. %(name)s can read it now.") % {"name": wish.employee})
    return redirect("year:wish", pk)


def _why_not(refusal: Exception) -> str:
    match refusal:
        case wishes.TooLarge():
            return _("The wish is at or over the threshold, so it is decided in December with all other wishes.")
        case wishes.NotOpen():
            return _("The talks are over, so the wish is decided in December.")
        case decisions.ExceptionNeeded():
            return _("A default rule is not met. Say why there is an exception.")
        case budget.NotEnoughLeft(missing=missing):
            return _("%(amount)s are missing within the frame.") % {"amount": kroner(missing)}
        case budget.Busy():
            return _("Others decide just now. Try again in a moment.")
    return _("The wish has been changed in the meantime. Look at it as it is now.")


@require_POST
@requires(Permission.LEAD_TALKS)
def wish_unagree(request: AccessedRequest, pk: int) -> HttpResponse:
    wish = fetch_wish_to_agree(request.actor, queries.find(), pk)
    try:
        wishes.unagree(wish=wish, at=timezone.now())
    except (wishes.WrongState, wishes.NotOpen) as refusal:
        messages.error(request, _why_not(refusal))
    else:
        messages.success(request, _("The agreement is taken back."))
    return redirect("year:wish", pk)


@require_POST
@requires(Permission.LEAD_TALKS)
def wish_need(request: AccessedRequest, pk: int) -> HttpResponse:
    """Say which need of the strategy the wish meets (source: S55)."""
    wish = fetch_wish_to_agree(request.actor, queries.find(), pk)
    strategy = strategy_in_force(wish.unit, timezone.localdate())
    form = NeedForm(request.POST, needs=needs_of(strategy) if strategy else Need.objects.none())
    try:
        if form.is_valid():
            wishes.set_need(wish=wish, need=form.cleaned_data["need"])
            messages.success(request, _("The need is noted."))
    except (wishes.WrongState, wishes.AlreadyAnswered) as refusal:
        messages.error(request, _why_not(refusal))
    return redirect("year:wish", pk)
