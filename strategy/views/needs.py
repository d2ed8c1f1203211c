"""Needs of a section: written, put in order, removed."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from competence.access import AccessedRequest, signed_in
from competence.domain.reported_needs import AnsweredAlready
from competence.models import ReportedNeed
from strategy.domain import editing as domain
from strategy.domain.reported import take_over
from strategy.domain.trees import NoNeed, TreeIsClosed, become_need
from strategy.domain.versions import IsFrozen
from strategy.forms import trees
from strategy.forms.editing import NeedForm
from strategy.forms.reported import start_of
from strategy.models import Measure, Section
from strategy.views.rows import measure_to_take, need_to_write, number_in, reported_to_take, section_to_write

REFUSED = (IsFrozen, domain.NotWritable, TreeIsClosed, NoNeed)


@require_http_methods(["GET", "POST"])
@signed_in
def new(request: AccessedRequest, pk: int) -> HttpResponse:
    """A need of one's own words, one that was reported from below (`?reported=`), or a measure (`?measure=`)."""
    section = section_to_write(request, pk)
    reported, measure = reported_to_take(request, section), measure_to_take(request, section)
    form = NeedForm(request.POST or None, strategy=section.strategy, start=_start(reported, measure))
    if form.is_valid():
        try:
            _add(request, section, form, reported, measure)
        except REFUSED as refusal:
            messages.error(request, str(refusal))
        except AnsweredAlready:
            messages.error(request, _("Somebody has answered it already."))
        return _back(section)
    context = {"section": section, "strategy": section.strategy, "form": form, "reported": reported, "measure": measure}
    return render(request, "strategy/editing/need.html", context)


def _start(reported: ReportedNeed | None, measure: Measure | None) -> dict[str, Any] | None:
    if reported:
        return start_of(reported)
    return trees.start_of(measure) if measure else None


def _add(
    request: AccessedRequest, section: Section, form: NeedForm, reported: ReportedNeed | None, measure: Measure | None
) -> None:
    now, by = timezone.now(), request.actor.employee
    today = timezone.localdate(now)
    if reported:
        take_over(reported=reported, section=section, facts=form.facts, by=by, on=today, at=now)
        messages.success(request, _("%(name)s can see what it became.") % {"name": reported.employee.name})
    elif measure:
        become_need(measure=measure, section=section, facts=form.facts, on=today)
        messages.success(request, _("The tree leads to the need now, and the need to the tree."))
    else:
        domain.add_need(section=section, facts=form.facts, on=today)


@require_http_methods(["GET", "POST"])
@signed_in
def change(request: AccessedRequest, pk: int) -> HttpResponse:
    need = need_to_write(request, pk)
    form = NeedForm(request.POST or None, strategy=need.section.strategy, need=need)
    if form.is_valid():
        try:
            domain.change_need(need=need, facts=form.facts, on=timezone.localdate())
        except REFUSED as refusal:
            messages.error(request, str(refusal))
        return _back(need.section)
    context = {"section": need.section, "strategy": need.section.strategy, "need": need, "form": form}
    return render(request, "strategy/editing/need.html", context)


@require_POST
@signed_in
def move(request: AccessedRequest, pk: int) -> HttpResponse:
    """By button one place up or down, by drag to the place `to`."""
    need = need_to_write(request, pk)
    step = {"up": -1, "down": 1}.get(request.POST.get("direction", ""), 0)
    to = number_in(request, "to") or need.number + step
    try:
        domain.move_need(need=need, to=to, on=timezone.localdate())
    except REFUSED as refusal:
        messages.error(request, str(refusal))
    if request.htmx:
        needs = need.section.needs.order_by("number").prefetch_related("law_references")
        context = {"needs": list(needs), "section": need.section, "writable": True}
        return render(request, "strategy/editing/write.html#needs", context)
    return _back(need.section)


@require_POST
@signed_in
def remove(request: AccessedRequest, pk: int) -> HttpResponse:
    need = need_to_write(request, pk)
    try:
        domain.remove_need(need=need, on=timezone.localdate())
        messages.success(request, _("“%(need)s” is removed.") % {"need": need.title})
    except REFUSED as refusal:
        messages.error(request, str(refusal))
    return _back(need.section)


def _back(section: Section) -> HttpResponse:
    return redirect(f"{reverse('strategy:write', args=[section.pk])}#needs")
