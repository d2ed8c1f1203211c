"""After the course: one page for the person and the leader, and the leader's list."""

from dataclasses import asdict
from datetime import date
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from django_tables2 import RequestConfig

from annualcycle.access import fetch_wish, may_agree, may_write
from annualcycle.domain import follow_up as domain
from annualcycle.forms.follow_ups import PlanForm, SharedForm, UsedForm
from annualcycle.models import Wish
from annualcycle.models.decisions import Outcome
from annualcycle.queries import follow_ups as queries
from annualcycle.queries.my_wishes import answer_to
from annualcycle.queries.wishes import find
from annualcycle.tables.follow_ups import FollowUpTable, pills
from competence.access import AccessedRequest, Permission, requires, signed_in


def _granted(request: AccessedRequest, pk: int) -> Wish:
    """A granted and answered wish, for the person and who holds the talks; 404 while there is no grant."""
    wish = fetch_wish(request.actor, find(), pk)
    if not (may_write(request.actor, wish) or may_agree(request.actor, wish)):
        raise PermissionDenied
    decision = answer_to(wish)
    if decision is None or decision.outcome != Outcome.GRANTED or wish.cycle.is_history:
        raise Http404
    return wish


@require_safe
@signed_in
def follow_up(request: AccessedRequest, pk: int) -> HttpResponse:
    return _page(request, _granted(request, pk))


def _page(request: AccessedRequest, wish: Wish, **forms: Any) -> HttpResponse:
    """The three steps; `forms` are those with something wrong in them."""
    found, today = queries.of_wish(wish), timezone.localdate()
    writes, leads = may_write(request.actor, wish), may_agree(request.actor, wish)
    is_planned, is_done = bool(found and found.planned_at), bool(found and found.is_done)
    due_on = found.due_on if found else queries.due_of(wish.decision)
    known = found if is_planned else None
    first = asdict(domain.suggested(wish.decision))
    initial = {name: getattr(known, name) for name in first} if known else first
    changes = writes and not is_done and (not is_planned or "change" in request.GET or "plan_form" in forms)
    context = {
        "wish": wish,
        "found": found,
        "is_own": wish.employee_id == request.actor.employee.pk,
        "writes": writes,
        "is_done": is_done,
        "due_on": due_on,
        "is_late": due_on <= today and not is_done,
        "steps": queries.steps_of(found, due_on),
        "plan_form": forms.get("plan_form") or (PlanForm(initial=initial) if changes else None),
        "shared_form": forms.get("shared_form") or (_shared_form(today) if writes and is_planned else None),
        "used_form": forms.get("used_form") or (UsedForm() if leads and not is_done else None),
    }
    return render(request, "annualcycle/follow_ups/follow_up.html", context)


def _shared_form(today: date) -> SharedForm:
    return SharedForm(today=today)


def _writable(request: AccessedRequest, pk: int) -> Wish:
    wish = _granted(request, pk)
    if not may_write(request.actor, wish):
        raise PermissionDenied
    return wish


@require_POST
@signed_in
def follow_up_plan(request: AccessedRequest, pk: int) -> HttpResponse:
    wish, form = _writable(request, pk), PlanForm(request.POST)
    if not form.is_valid():
        return _page(request, wish, plan_form=form)
    try:
        domain.plan(wish=wish, facts=form.plan, by=request.actor.employee, at=timezone.now())
    except domain.AlreadyFollowedUp:
        messages.error(request, _("Your leader has followed up, so the plan stays as it is."))
    else:
        messages.success(request, _("The plan is kept. Both of you can read it."))
    return redirect("year:follow_up", pk)


@require_POST
@signed_in
def follow_up_share(request: AccessedRequest, pk: int) -> HttpResponse:
    now = timezone.now()
    wish, form = _writable(request, pk), SharedForm(request.POST, today=timezone.localdate(now))
    if not form.is_valid():
        return _page(request, wish, shared_form=form)
    try:
        domain.share(wish=wish, on=form.cleaned_data["on"], at=now)
    except domain.NothingPlanned:
        messages.error(request, _("Say first how you will share it."))
    else:
        messages.success(request, _("It is noted that it is shared."))
    return redirect("year:follow_up", pk)


@require_POST
@requires(Permission.LEAD_TALKS)
def follow_up_note(request: AccessedRequest, pk: int) -> HttpResponse:
    """What the leader saw; never of one's own."""
    wish, form = _granted(request, pk), UsedForm(request.POST)
    if not may_agree(request.actor, wish):
        raise PermissionDenied
    if not form.is_valid():
        return _page(request, wish, used_form=form)
    domain.follow_up(wish=wish, **form.cleaned_data, by=request.actor.employee, at=timezone.now())
    messages.success(request, _("It is kept, and %(name)s can read it.") % {"name": wish.employee})
    return redirect("year:follow_up", pk)


@require_safe
@requires(Permission.LEAD_TALKS)
def follow_ups(request: AccessedRequest) -> HttpResponse:
    """What was granted to those one leads: due, coming, done."""
    today, shown = timezone.localdate(), request.GET.get("show", queries.DUE)
    rows = queries.led(request.actor)
    table = FollowUpTable(queries.in_pill(rows, shown, today))
    table.today = today
    RequestConfig(request, paginate={"per_page": 50}).configure(table)
    context = {"table": table, "pills": pills(rows, shown, today)}
    return render(request, "annualcycle/follow_ups/follow_ups.html", context)
