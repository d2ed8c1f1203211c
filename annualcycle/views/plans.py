"""The development plan: read, written by both, confirmed by both, compared."""

from datetime import date

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from annualcycle.domain import plans as domain
from annualcycle.forms.plans import PlanForm
from annualcycle.models import Cycle, Plan
from annualcycle.models.talks import Side
from annualcycle.queries import plans as queries
from competence.access import AccessedRequest, refuse_outsider, signed_in
from competence.asked import whole_number
from competence.queries.career import open_steps


def _seat(request: AccessedRequest, pk: int, today: date) -> tuple[Plan, Side]:
    """The plan and which of the two asks; 404 for outsiders, 403 for everybody else."""
    plan = get_object_or_404(queries.find(pk))
    refuse_outsider(request.actor, plan.cycle.unit)
    side = queries.side_of(request.actor, plan, today)
    if side is None:
        raise PermissionDenied
    return plan, side


@require_safe
@signed_in
def plan(request: AccessedRequest, pk: int) -> HttpResponse:
    found, side = _seat(request, pk, timezone.localdate())
    versions = list(queries.versions_of(found))
    version = versions[0]
    mine = version.employee_confirmed_at if side == Side.EMPLOYEE else version.leader_confirmed_at
    talk = queries.talk_of(found)
    context = {
        "plan": found,
        "version": version,
        "older": versions[1:],
        "side": side,
        "talk": talk,
        "mine": mine,
        "is_empty": not version.summary and not version.goals.all(),
        "career": open_steps(found.employee),
        "wishes": list(found.employee.wishes.filter(cycle=found.cycle).exclude(state="withdrawn")),
    }
    return render(request, "annualcycle/plans/plan.html", context)


@require_safe
@signed_in
def my_plan(request: AccessedRequest, pk: int) -> HttpResponse:
    """The plan of the year; where there is none yet, how to begin one."""
    cycle = get_object_or_404(Cycle.objects.select_related("unit"), pk=pk)
    refuse_outsider(request.actor, cycle.unit)
    found = Plan.objects.filter(cycle=cycle, employee=request.actor.employee).first()
    if found:
        return redirect("year:plan", found.pk)
    if cycle.unit_id not in request.actor.centres:
        raise PermissionDenied
    return render(request, "annualcycle/plans/none.html", {"cycle": cycle})


@require_POST
@signed_in
def plan_open(request: AccessedRequest, pk: int) -> HttpResponse:
    """Begin one's own plan before the talk."""
    cycle = get_object_or_404(Cycle.objects.running().select_related("unit"), pk=pk)
    refuse_outsider(request.actor, cycle.unit)
    if cycle.unit_id not in request.actor.centres:
        raise PermissionDenied
    me = request.actor.employee
    made = domain.open_for(cycle=cycle, employee=me, by=me, at=timezone.now())
    return redirect("year:plan_edit", made.pk)


@require_http_methods(["GET", "POST"])
@signed_in
def plan_edit(request: AccessedRequest, pk: int) -> HttpResponse:
    today = timezone.localdate()
    found, _side = _seat(request, pk, today)
    version = queries.versions_of(found)[0]
    more = "more" in request.POST
    data = request.POST if request.method == "POST" else None
    form = PlanForm(data, version=version, needs=queries.needs_for(found.cycle, today), more=more)
    theirs = None
    if data is not None and not more and form.is_valid():
        by, at = request.actor.employee, timezone.now()
        try:
            domain.save(plan=found, content=form.content, revision=form.revision, by=by, at=at)
            return redirect("year:plan", pk)
        except domain.ChangedMeanwhile:
            theirs = version
    context = {"plan": found, "version": version, "form": form, "theirs": theirs}
    return render(request, "annualcycle/plans/edit.html", context, status=409 if theirs else 200)


@require_POST
@signed_in
def plan_confirm(request: AccessedRequest, pk: int) -> HttpResponse:
    found, side = _seat(request, pk, timezone.localdate())
    revision = whole_number(request.POST.get("revision")) or 0
    by, at = request.actor.employee, timezone.now()
    try:
        version = domain.confirm(plan=found, side=side, revision=revision, by=by, at=at)
        done = _("Both of you have confirmed the plan.") if version.is_confirmed else _("You have confirmed the plan.")
        messages.success(request, done)
    except domain.ChangedMeanwhile as fault:
        messages.error(request, _("%(fault)s Read it again before you confirm.") % {"fault": fault})
    except (domain.NothingAgreed, domain.IsFrozen) as fault:
        messages.error(request, str(fault))
    return redirect("year:plan", pk)


@require_POST
@signed_in
def plan_unconfirm(request: AccessedRequest, pk: int) -> HttpResponse:
    found, side = _seat(request, pk, timezone.localdate())
    try:
        domain.unconfirm(plan=found, side=side, by=request.actor.employee, at=timezone.now())
    except domain.IsFrozen as fault:
        messages.error(request, str(fault))
    return redirect("year:plan", pk)


@require_safe
@signed_in
def plan_version(request: AccessedRequest, pk: int, number: int) -> HttpResponse:
    """An earlier version, and what the one after it changed."""
    found, _side = _seat(request, pk, timezone.localdate())
    versions = {version.number: version for version in queries.versions_of(found)}
    version, after = versions.get(number), versions.get(number + 1)
    if version is None:
        return redirect("year:plan", pk)
    changes = queries.changes(version, after) if after else []
    context = {"plan": found, "version": version, "after": after, "changes": changes}
    return render(request, "annualcycle/plans/version.html", context)
