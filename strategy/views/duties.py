"""What comes again in a unit, kept by its leaders and HR."""

from datetime import date

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from competence.access import AccessedRequest, Permission, fetch, fetch_unit, requires
from competence.asked import whole_number
from competence.models import Employee, Unit
from competence.queries.people import first_few
from strategy.domain import duties as domain
from strategy.forms.duties import BrushUpForm, FirstAidForm, HeldForm, QuarterForm, SupervisionForm
from strategy.models import BrushUp, Supervision
from strategy.queries import duties as queries


@require_safe
@requires(Permission.KEEP_DUTIES)
def mine(request: AccessedRequest) -> HttpResponse:
    """The first unit whose duties one keeps."""
    first = queries.first_kept(request.actor)
    if first is None:
        raise Http404
    return redirect("strategy:duties", first.pk)


def _unit(request: AccessedRequest, pk: int) -> Unit:
    return fetch_unit(request.actor, Permission.KEEP_DUTIES, pk)


@require_safe
@requires(Permission.KEEP_DUTIES)
def duties(request: AccessedRequest, pk: int) -> HttpResponse:
    unit, today = _unit(request, pk), timezone.localdate()
    year = _year(request, today)
    context = {
        "unit": unit,
        "year": year,
        "today": today,
        "units": [row for row in queries.units_kept(request.actor) if row.kind != Unit.Kind.MUNICIPALITY],
        "grid": queries.supervision_grid(unit, year, today),
        "topics": queries.topics_of(unit, today),
        "elected": queries.elected_of(unit, today),
        "first_aid": [(row, _grade(row.expires_on, today)) for row in queries.first_aid_of(unit, today)],
    }
    return render(request, "strategy/duties/duties.html", context)


def _year(request: AccessedRequest, today: date) -> int:
    """The year of the address, or this one."""
    year = whole_number(request.GET.get("year"), digits=4)
    return year if year and 2000 <= year <= 2100 else today.year


def _grade(expires_on: date, today: date) -> str:
    if expires_on < today:
        return "late"
    return "soon" if expires_on <= today + queries.FIRST_AID_SOON else "fine"


def _noted(request: AccessedRequest) -> domain.Noted:
    now = timezone.now()
    return domain.Noted(request.actor.employee, now, timezone.localdate(now))


@require_http_methods(["GET", "POST"])
@requires(Permission.KEEP_DUTIES)
def supervision_new(request: AccessedRequest, pk: int) -> HttpResponse:
    unit = _unit(request, pk)
    form = SupervisionForm(request.POST or None, unit=unit, initial={"starts_on": timezone.localdate()})
    if form.is_valid():
        try:
            domain.offer_supervision(**form.cleaned_data)
            return redirect("strategy:duties", pk)
        except domain.HasSupervision as refusal:
            form.add_error("unit", str(refusal))
    return render(request, "strategy/duties/supervision.html", {"unit": unit, "form": form})


@require_http_methods(["GET", "POST"])
@requires(Permission.KEEP_DUTIES)
def quarter(request: AccessedRequest, pk: int) -> HttpResponse:
    """Note a quarter of a team as planned, held or missed."""
    rows = Supervision.objects.select_related("unit")
    found = fetch(request.actor, Permission.KEEP_DUTIES, rows, unit=lambda row: row.unit, pk=pk)
    form = QuarterForm(request.POST or None, initial=_quarter_asked(request, found))
    if form.is_valid():
        try:
            domain.note_quarter(supervision=found, noted=_noted(request), **form.cleaned_data)
            return redirect(f"{reverse('strategy:duties', args=[found.unit_id])}?year={form.cleaned_data['year']}")
        except domain.InTheFuture as refusal:
            form.add_error("day", str(refusal))
    return render(request, "strategy/duties/quarter.html", {"supervision": found, "unit": found.unit, "form": form})


def _quarter_asked(request: AccessedRequest, found: Supervision) -> dict[str, object]:
    """The quarter named in the address, with what is noted already."""
    today = timezone.localdate()
    number = whole_number(request.GET.get("quarter"))
    asked = {
        "year": _year(request, today),
        "quarter": number if number in (1, 2, 3, 4) else queries.quarter_of(today),
    }
    noted = found.quarters.filter(**asked).first()
    return asked | ({"state": noted.state, "day": noted.day} if noted else {"state": "held"})


@require_http_methods(["GET", "POST"])
@requires(Permission.KEEP_DUTIES)
def brush_up_new(request: AccessedRequest, pk: int) -> HttpResponse:
    unit = _unit(request, pk)
    form = BrushUpForm(request.POST or None)
    if form.is_valid():
        domain.add_brush_up(unit=unit, **form.cleaned_data)
        return redirect("strategy:duties", pk)
    return render(request, "strategy/duties/brush_up.html", {"unit": unit, "form": form})


def _brush_up(request: AccessedRequest, pk: int) -> BrushUp:
    rows = BrushUp.objects.select_related("unit")
    return fetch(request.actor, Permission.KEEP_DUTIES, rows, unit=lambda row: row.unit, pk=pk)


@require_http_methods(["GET", "POST"])
@requires(Permission.KEEP_DUTIES)
def brush_up_held(request: AccessedRequest, pk: int) -> HttpResponse:
    found = _brush_up(request, pk)
    form = HeldForm(request.POST or None, initial={"day": timezone.localdate()})
    if form.is_valid():
        try:
            domain.note_brush_up(brush_up=found, day=form.cleaned_data["day"], noted=_noted(request))
            return redirect("strategy:duties", found.unit_id)
        except domain.InTheFuture as refusal:
            form.add_error("day", str(refusal))
    context = {"brush_up": found, "unit": found.unit, "form": form, "held": list(found.held.all())}
    return render(request, "strategy/duties/held.html", context)


@require_POST
@requires(Permission.KEEP_DUTIES)
def brush_up_drop(request: AccessedRequest, pk: int) -> HttpResponse:
    found = _brush_up(request, pk)
    domain.drop_brush_up(brush_up=found)
    return redirect("strategy:duties", found.unit_id)


@require_http_methods(["GET", "POST"])
@requires(Permission.KEEP_DUTIES)
def first_aid_new(request: AccessedRequest, pk: int) -> HttpResponse:
    unit, today = _unit(request, pk), timezone.localdate()
    staff = Employee.objects.get_queryset().below(unit, today)
    form = FirstAidForm(request.POST or None, people=staff, initial={"taken_on": today} | request.GET.dict())
    if form.is_valid():
        try:
            domain.note_first_aid(noted=_noted(request), **form.cleaned_data)
            return redirect("strategy:duties", pk)
        except domain.InTheFuture as refusal:
            form.add_error("taken_on", str(refusal))
    words = request.POST.get("q", request.GET.get("q", ""))
    context = {"unit": unit, "form": form, "words": words, "candidates": first_few(staff, words, today)}
    template = "strategy/duties/first_aid.html#candidates" if request.htmx else "strategy/duties/first_aid.html"
    return render(request, template, context)
