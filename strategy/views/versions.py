"""A version on its way: begun, its working group, period, goals and foundations, and its evaluation."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from competence import presence
from competence.access import AccessedRequest, Permission, fetch_colleague, fetch_unit, requires, signed_in
from competence.asked import whole_number
from competence.models import Unit
from competence.queries.people import candidates
from strategy.domain import editing, examples, hearing
from strategy.domain import foundations as foundation_verbs
from strategy.domain import versions as domain
from strategy.forms.editing import FoundationForm, FoundationsForm, GoalsForm
from strategy.forms.versions import EvaluationForm, PeriodForm
from strategy.models import Foundation, Strategy, WorkingGroupMember
from strategy.queries.way import approvals_of, newest_of, sections_to_write, steps_of, units_without_draft
from strategy.views.rows import number_in, to_run, to_write


@require_http_methods(["GET", "POST"])
@requires(Permission.WRITE_STRATEGY)
def new(request: AccessedRequest) -> HttpResponse:
    """Begin the next version: from the one in force, from the example, or from nothing."""
    units = list(units_without_draft(request.actor))
    if request.method == "POST":
        return _begin(request)
    chosen = next((unit for unit in units if str(unit.pk) == request.GET.get("unit")), None)
    if chosen is None:
        chosen = next((unit for unit in units if unit.kind == Unit.Kind.CENTRE), units[0] if units else None)
    newest = newest_of(chosen) if chosen else None
    return render(request, "strategy/versions/new.html", {"units": units, "chosen": chosen, "newest": newest})


def _begin(request: AccessedRequest) -> HttpResponse:
    unit = fetch_unit(request.actor, Permission.WRITE_STRATEGY, number_in(request, "unit"))
    today, begin = timezone.localdate(), request.POST.get("begin", "")
    starts_on = date(today.year + 1, 1, 1)
    period: dict[str, Any] = {"starts_on": starts_on, "ends_on": date(starts_on.year + 2, 12, 31)}
    newest = newest_of(unit)
    title = newest.title if newest else _("Strategy for competences")
    try:
        if begin == "copy" and newest:
            made = domain.copy(strategy=newest, title=title, **period)
        else:
            made = domain.draft(unit=unit, title=title, **period)
            if begin == "example":
                examples.fill(strategy=made, language=translation.get_language() or "da", on=today)
    except domain.BeingWritten as refusal:
        messages.error(request, str(refusal))
        return redirect("strategy:strategies")
    return redirect("strategy:way", made.pk)


@require_safe
@signed_in
def way(request: AccessedRequest, pk: int) -> HttpResponse:
    """Where the version stands, what is missing, and its sections to write."""
    found, now = to_write(request, pk), timezone.now()
    today = timezone.localdate(now)
    sections = list(sections_to_write(found))
    at_work = presence.at_work([f"section:{section.pk}" for section in sections], now)
    context = {
        "strategy": found,
        "steps": steps_of(found, today),
        "sections": [(section, at_work.get(f"section:{section.pk}", [])) for section in sections],
        "members": list(found.members.select_related("employee")),
        "approvals": list(approvals_of(found)),
        "problems": hearing.problems_for(found) if found.state == Strategy.State.DRAFT else (),
        "unanswered": hearing.unanswered(found) if found.state == Strategy.State.HEARING else 0,
        "writable": found.is_writable_on(today),
        "heard": found.is_heard_on(today),
        "runs": request.actor.may(Permission.WRITE_STRATEGY, found.unit),
        "records": request.actor.may(Permission.APPROVE_STRATEGY, found.unit),
        "in_force": found.is_in_force(today),
        "newest": newest_of(found.unit),
    }
    return render(request, "strategy/versions/way.html", context)


@require_http_methods(["GET", "POST"])
@requires(Permission.WRITE_STRATEGY)
def period(request: AccessedRequest, pk: int) -> HttpResponse:
    found = to_run(request, pk)
    initial = {name: getattr(found, name) for name in ("title", "starts_on", "ends_on")}
    form = PeriodForm(request.POST or None, initial=initial)
    if form.is_valid():
        try:
            domain.set_period(strategy=found, **form.cleaned_data)
        except domain.IsFrozen as refusal:
            messages.error(request, str(refusal))
        return redirect("strategy:way", pk)
    return render(request, "strategy/versions/period.html", {"strategy": found, "form": form})


@require_safe
@requires(Permission.WRITE_STRATEGY)
def group(request: AccessedRequest, pk: int) -> HttpResponse:
    """The working group, and people to add to it."""
    found = to_run(request, pk)
    members = list(found.members.select_related("employee"))
    words, known = request.GET.get("q", ""), {member.employee_id for member in members}
    people = candidates(request.actor.municipality, words, timezone.localdate())
    context = {
        "strategy": found,
        "members": members,
        "words": words,
        "candidates": [person for person in people if person.pk not in known],
        "parts": WorkingGroupMember.Part,
        "part": request.GET.get("part", WorkingGroupMember.Part.EMPLOYEE),
        "problems": hearing.problems_for(found),
    }
    template = "strategy/versions/group.html#candidates" if request.htmx else "strategy/versions/group.html"
    return render(request, template, context)


@require_POST
@requires(Permission.WRITE_STRATEGY)
def member_add(request: AccessedRequest, pk: int) -> HttpResponse:
    found = to_run(request, pk)
    part = request.POST.get("part", "")
    employee = fetch_colleague(request.actor, number_in(request, "employee"))
    if part in WorkingGroupMember.Part.values:
        try:
            domain.set_member(strategy=found, employee=employee, part=part)
        except domain.IsFrozen as refusal:
            messages.error(request, str(refusal))
    return redirect("strategy:group", pk)


@require_POST
@requires(Permission.WRITE_STRATEGY)
def member_remove(request: AccessedRequest, pk: int) -> HttpResponse:
    member = get_object_or_404(WorkingGroupMember, pk=pk)
    member.strategy = to_run(request, member.strategy_id)
    try:
        domain.remove_member(member=member)
    except domain.IsFrozen as refusal:
        messages.error(request, str(refusal))
    return redirect("strategy:group", member.strategy_id)


@require_http_methods(["GET", "POST"])
@signed_in
def goals(request: AccessedRequest, pk: int) -> HttpResponse:
    found = to_write(request, pk)
    form = GoalsForm(request.POST or None, strategy=found)
    if form.is_valid():
        try:
            editing.set_goals(strategy=found, goals=form.goals, on=timezone.localdate())
        except (domain.IsFrozen, editing.NotWritable) as refusal:
            messages.error(request, str(refusal))
        return redirect("strategy:way", pk)
    return render(request, "strategy/versions/goals.html", {"strategy": found, "form": form})


def _offered(unit: Unit) -> "QuerySet[Foundation]":
    """Foundations of the unit and of those above it."""
    return Foundation.objects.filter(owner__in=unit.line, is_active=True).select_related("owner")


@require_http_methods(["GET", "POST"])
@signed_in
def foundations(request: AccessedRequest, pk: int) -> HttpResponse:
    found = to_write(request, pk)
    offered = list(_offered(found.unit))
    form = FoundationsForm(request.POST or None, strategy=found, offered=offered)
    if request.method == "POST" and form.is_valid():
        chosen = list(form.cleaned_data["foundations"])
        try:
            editing.use_foundations(strategy=found, foundations=chosen, on=timezone.localdate())
        except (domain.IsFrozen, editing.NotWritable) as refusal:
            messages.error(request, str(refusal))
        return redirect("strategy:way", pk)
    context = {
        "strategy": found,
        "form": form,
        "offered": offered,
        "used": form.initial["foundations"],
        "runs": request.actor.may(Permission.WRITE_STRATEGY, found.unit),
    }
    return render(request, "strategy/versions/foundations.html", context)


@require_http_methods(["GET", "POST"])
@requires(Permission.WRITE_STRATEGY)
def foundation_new(request: AccessedRequest, pk: int) -> HttpResponse:
    """A foundation of the unit, which units below may use too; `change` in the address names one to change."""
    found = to_run(request, pk)
    asked = whole_number(request.GET.get("change", ""))
    old = get_object_or_404(_offered(found.unit), owner=found.unit, pk=asked) if asked else None
    form = FoundationForm(request.POST or None, foundation=old, owner=found.unit)
    if form.is_valid():
        foundation_verbs.write(owner=found.unit, foundation=old, **form.cleaned_data)
        return redirect("strategy:foundations", pk)
    return render(request, "strategy/versions/foundation.html", {"strategy": found, "form": form, "foundation": old})


@require_http_methods(["GET", "POST"])
@requires(Permission.WRITE_STRATEGY)
def evaluate(request: AccessedRequest, pk: int) -> HttpResponse:
    found = to_run(request, pk)
    form = EvaluationForm(request.POST or None, initial={"text": found.evaluation})
    if form.is_valid():
        now = timezone.now()
        facts: dict[str, Any] = {"by": request.actor.employee, "at": now, "on": timezone.localdate(now)}
        try:
            domain.evaluate(strategy=found, text=form.cleaned_data["text"], **facts)
            messages.success(request, _("The evaluation is kept. It goes into the next version."))
        except domain.NotInForce as refusal:
            messages.error(request, str(refusal))
        return redirect("strategy:way", pk)
    return render(request, "strategy/versions/evaluate.html", {"strategy": found, "form": form})
