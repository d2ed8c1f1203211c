"""Needs that trainers have reported, beside the draft (source: T21)."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from competence.access import AccessedRequest, signed_in
from competence.domain import reported_needs as domain
from competence.models import ReportedNeed
from competence.queries.reported_needs import reported_below
from strategy.forms.reported import ASIDE, TAKE, ReportedForm
from strategy.models import Strategy
from strategy.queries.trees import measures_to_take
from strategy.views.rows import to_write


@require_safe
@signed_in
def reported(request: AccessedRequest, pk: int) -> HttpResponse:
    """What waits for an answer, and what became of the rest; for those who write the version."""
    found = to_write(request, pk)
    rows = list(reported_below(found.unit))
    context = {
        "strategy": found,
        "open": [row for row in rows if row.is_open],
        "answered": [row for row in rows if not row.is_open],
        "measures": list(measures_to_take(found.unit)) if not found.is_frozen else [],
    }
    return render(request, "strategy/reported/list.html", context)


@require_http_methods(["GET", "POST"])
@signed_in
def answer(request: AccessedRequest, pk: int, report: int) -> HttpResponse:
    """Take it over, answer it, or set it aside."""
    strategy = to_write(request, pk)
    found = get_object_or_404(reported_below(strategy.unit), pk=report)
    sections, is_writable = strategy.sections.order_by("position"), strategy.is_writable_on(timezone.localdate())
    form = ReportedForm(request.POST or None, sections=sections, is_writable=is_writable)
    if not found.is_open:
        return _answered_already(request, strategy)
    if form.is_valid() and form.cleaned_data["what"] == TAKE:
        url = reverse("strategy:need_new", args=[form.cleaned_data["section"].pk])
        return redirect(f"{url}?reported={found.pk}")
    if form.is_valid():
        return _say(request, strategy, found, form)
    context = {"strategy": strategy, "reported": found, "form": form}
    return render(request, "strategy/reported/answer.html", context)


def _say(request: AccessedRequest, strategy: Strategy, found: ReportedNeed, form: ReportedForm) -> HttpResponse:
    by, at, words = request.actor.employee, timezone.now(), form.cleaned_data["words"]
    try:
        if form.cleaned_data["what"] == ASIDE:
            domain.set_aside(reported=found, reason=words, by=by, at=at)
        else:
            domain.answer(reported=found, words=words, by=by, at=at)
    except domain.AnsweredAlready:
        return _answered_already(request, strategy)
    messages.success(request, _("%(name)s can read your answer now.") % {"name": found.employee.name})
    return redirect("strategy:reported", strategy.pk)


def _answered_already(request: AccessedRequest, strategy: Strategy) -> HttpResponse:
    messages.error(request, _("Somebody has answered it already."))
    return redirect("strategy:reported", strategy.pk)
