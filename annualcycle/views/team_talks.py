"""The talks of a whole team: the leader's list, several invitations at once, groups, progress, handover."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from annualcycle.domain import group_talks
from annualcycle.domain import talks as domain
from annualcycle.forms.talks import GroupForm, GroupHeldForm, HandOverForm, SeveralForm
from annualcycle.models import Cycle, GroupTalk, Talk
from annualcycle.queries import talks as queries
from annualcycle.queries.cycle import current, visible
from annualcycle.tables.talks import TalkTable, pills
from competence.access import AccessedRequest, Permission, fetch, refuse_outsider, requires
from competence.asked import whole_numbers


@require_safe
@requires(Permission.LEAD_TALKS)
def talks(request: AccessedRequest) -> HttpResponse:
    today = timezone.localdate()
    years = list(queries.cycles_with_talks(request.actor, today))
    cycle = _chosen(years, request.GET.get("cycle"))
    if cycle is None:
        return render(request, "annualcycle/talks/none.html")
    rows = list(queries.rows_for(request.actor, cycle, today))
    shown = request.GET.get("show", "")
    table = TalkTable.of(rows, shown, request)
    context = {
        "cycle": cycle,
        "years": [year for year in years if year != cycle],
        "table": table,
        "pills": pills(rows, shown, cycle),
        "held": sum(row.state == Talk.State.HELD for row in rows),
        "total": len(rows),
        "groups": list(cycle.group_talks.filter(leader=request.actor.employee, held_on=None).select_related("unit")),
    }
    return render(request, "annualcycle/talks/talks.html", context)


def _chosen(years: list[Cycle], pk: str | None) -> Cycle | None:
    """The year asked for, else the newest."""
    found = [year for year in years if str(year.pk) == pk]
    return next(iter(found or years), None)


def _outstanding(request: AccessedRequest, cycle: Cycle, today: date) -> QuerySet[Talk]:
    return queries.rows_for(request.actor, cycle, today).filter(state__in=domain.OUTSTANDING)


def _year(request: AccessedRequest, pk: int) -> Cycle:
    cycle = get_object_or_404(Cycle.objects.select_related("unit"), pk=pk)
    refuse_outsider(request.actor, cycle.unit)
    return cycle


def _led_year(request: AccessedRequest, pk: int, today: date) -> Cycle:
    """A year in which talks are arranged by the one who asks."""
    cycle = _year(request, pk)
    if not queries.rows_for(request.actor, cycle, today).exists():
        raise PermissionDenied
    return cycle


@require_http_methods(["GET", "POST"])
@requires(Permission.LEAD_TALKS)
def talks_invite(request: AccessedRequest, pk: int) -> HttpResponse:
    """Suggest times for those chosen; the second press sends the invitations."""
    today = timezone.localdate()
    cycle = _led_year(request, pk, today)
    asked = whole_numbers(request.POST.getlist("talk") + request.GET.getlist("talk"))
    chosen = list(_outstanding(request, cycle, today).filter(pk__in=asked))
    if not chosen:
        messages.error(request, _("Choose the people to invite first."))
        return redirect("year:talks")
    form = SeveralForm(request.POST or None, today=today)
    plan = list(zip(chosen, form.meetings(len(chosen)), strict=True)) if form.is_bound and form.is_valid() else []
    if plan and "send" in request.POST:
        for talk, meeting in plan:
            domain.invite(talk=talk, meeting=meeting, by=request.actor.employee, at=timezone.now())
        text = ngettext("One invitation is sent.", "%(count)s invitations are sent.", len(plan))
        messages.success(request, text % {"count": len(plan)})
        return redirect("year:talks")
    context = {"cycle": cycle, "chosen": chosen, "form": form, "plan": plan}
    return render(request, "annualcycle/talks/invite_several.html", context)


@require_http_methods(["GET", "POST"])
@requires(Permission.LEAD_TALKS)
def group_new(request: AccessedRequest, pk: int) -> HttpResponse:
    today = timezone.localdate()
    cycle = _led_year(request, pk, today)
    talks = _outstanding(request, cycle, today).filter(wants_individual=False)
    form = GroupForm(request.POST or None, talks=talks, today=today)
    if request.method == "POST" and form.is_valid():
        data: dict[str, Any] = {"kind": form.cleaned_data["kind"], "members": form.cleaned_data["members"]}
        at, by = timezone.now(), request.actor.employee
        try:
            group = group_talks.schedule(cycle=cycle, unit=form.unit, meeting=form.meeting, by=by, at=at, **data)
            return redirect("year:group", group.pk)
        except group_talks.NobodyLeft:
            form.add_error("members", _("All of them ask for a talk of their own, or have been talked with."))
    return render(request, "annualcycle/talks/group_new.html", {"cycle": cycle, "form": form})


@require_http_methods(["GET", "POST"])
@requires(Permission.LEAD_TALKS)
def group(request: AccessedRequest, pk: int) -> HttpResponse:
    """A group talk: who is in it, and who was there."""
    today = timezone.localdate()
    row = get_object_or_404(GroupTalk.objects.select_related("unit", "cycle__unit", "leader"), pk=pk)
    refuse_outsider(request.actor, row.unit)
    if row.leader_id != request.actor.employee.pk:
        raise PermissionDenied
    members = row.talks.select_related("employee").order_by("employee__sort_name")
    initial = {"on": min(timezone.localdate(row.starts_at), today), "present": [talk.pk for talk in members]}
    form = GroupHeldForm(request.POST or None, talks=members, today=today, initial=initial)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        by, at = request.actor.employee, timezone.now()
        group_talks.hold(group=row, present=data["present"], on=data["on"], by=by, at=at)
        return redirect("year:talks")
    return render(request, "annualcycle/talks/group.html", {"group": row, "members": members, "form": form})


@require_safe
@requires(Permission.SEE_PROGRESS)
def progress(request: AccessedRequest, pk: int | None = None) -> HttpResponse:
    """Of the year asked for, else of the one that runs."""
    today = timezone.localdate()
    if pk is None:
        running = current(visible(request.actor), today, request.actor.centres)
        return redirect("year:progress", running.pk) if running else redirect("year:overview")
    cycle = _year(request, pk)
    rows = queries.progress(request.actor, cycle, today)
    if not rows and not request.actor.may(Permission.SEE_PROGRESS, cycle.unit):
        raise PermissionDenied
    context = {
        "cycle": cycle,
        "rows": rows,
        "all": queries.total(rows, cycle.unit.name),
        "hands_over": request.actor.may(Permission.MANAGE_CYCLE, cycle.unit),
    }
    return render(request, "annualcycle/talks/progress.html", context)


@require_http_methods(["GET", "POST"])
@requires(Permission.MANAGE_CYCLE)
def hand_over(request: AccessedRequest, pk: int) -> HttpResponse:
    today = timezone.localdate()
    years = Cycle.objects.select_related("unit")
    cycle = fetch(request.actor, Permission.MANAGE_CYCLE, years, unit=lambda year: year.unit, pk=pk)
    form = HandOverForm(request.POST or None, leaders=queries.colleagues(cycle, today))
    if request.method == "POST" and form.is_valid():
        to, leader = form.cleaned_data["to"], form.cleaned_data["leader"]
        talks = cycle.talks.outstanding().filter(leader=leader)
        try:
            moved = domain.hand_over(talks=talks, to=to, by=request.actor.employee, at=timezone.now())
            text = ngettext("%(name)s holds one more talk.", "%(name)s holds %(count)s more talks.", moved)
            messages.success(request, text % {"name": to.name, "count": moved})
        except domain.NotTheirOwn as fault:
            messages.error(request, str(fault))
        return redirect("year:hand_over", pk)
    rows = queries.to_hand_over(cycle, today)
    context = {"cycle": cycle, "rows": rows, "leaders": queries.colleagues(cycle, today), "form": form}
    return render(request, "annualcycle/talks/hand_over.html", context)
