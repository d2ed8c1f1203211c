"""The hearing: opened, commented on by section, answered."""

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from competence.access import AccessedRequest, Permission, requires, signed_in
from strategy.access import is_staff, may_write
from strategy.domain import hearing as domain
from strategy.domain.versions import IsFrozen
from strategy.forms.versions import AnswerForm, CommentForm, HearingForm
from strategy.models import Comment, Section, Strategy
from strategy.queries.way import comments_of
from strategy.views.rows import Refused, to_read, to_run, to_write
from strategy.views.strategies import reading

TWO_WEEKS = timedelta(days=14)


@require_http_methods(["GET", "POST"])
@requires(Permission.WRITE_STRATEGY)
def open_hearing(request: AccessedRequest, pk: int) -> HttpResponse:
    found, now = to_run(request, pk), timezone.now()
    today = timezone.localdate(now)
    form = HearingForm(request.POST or None, initial={"opens_on": today, "closes_on": today + TWO_WEEKS})
    if form.is_valid():
        try:
            domain.open_hearing(strategy=found, period=form.period, at=now)
            messages.success(request, _("The hearing is open. Everybody in the unit gets a mail."))
        except (IsFrozen, domain.WrongState, domain.NotReady) as refusal:
            messages.error(request, str(refusal))
        return redirect("strategy:way", pk)
    context = {"strategy": found, "form": form, "problems": domain.problems_for(found)}
    return render(request, "strategy/hearing/open.html", context)


@require_POST
@requires(Permission.WRITE_STRATEGY)
def take_back(request: AccessedRequest, pk: int) -> HttpResponse:
    found = to_run(request, pk)
    try:
        domain.take_back(strategy=found)
    except (IsFrozen, domain.WrongState) as refusal:
        messages.error(request, str(refusal))
    return redirect("strategy:way", pk)


@require_safe
@signed_in
def hearing(request: AccessedRequest, pk: int) -> HttpResponse:
    """What was said and answered; the working group answers here."""
    return _hearing(request, to_read(request, pk))


def _hearing(
    request: AccessedRequest, found: Strategy, refused: AnswerForm | None = None, about: int = 0
) -> HttpResponse:
    """`refused` is an answer, to the comment `about`, that was not taken."""
    rows = list(comments_of(found))
    writes = may_write(request.actor, found)
    context = {
        "strategy": found,
        "comments": [(row, refused if refused and row.pk == about else _answer_form(row)) for row in rows],
        "waiting": sum(row.answered_at is None for row in rows),
        "answers": writes and found.state == found.State.HEARING,
        "writes": writes,
        "about": about,
        "refused": refused,
    }
    return render(request, "strategy/hearing/hearing.html", context)


def _answer_form(row: Comment, data: QueryDict | None = None) -> AnswerForm:
    return AnswerForm(data, initial={"text": row.answer}, auto_id=f"answer-{row.pk}-%s")


@require_POST
@signed_in
def comment(request: AccessedRequest, pk: int) -> HttpResponse:
    section = get_object_or_404(Section, pk=pk)
    found = to_read(request, section.strategy_id)
    if not is_staff(request.actor, found.unit):
        raise PermissionDenied
    form, now = CommentForm(request.POST), timezone.now()
    facts: dict[str, Any] = {"by": request.actor.employee, "at": now, "on": timezone.localdate(now)}
    if form.is_valid():
        try:
            domain.comment(section=section, text=form.cleaned_data["text"], **facts)
        except domain.NotHeard as refusal:
            form.add_error("text", str(refusal))
    if not form.is_valid():
        return reading(request, found, Refused.of(section.pk, form))
    messages.success(request, _("Your comment is with the working group. You get a mail when it is answered."))
    return redirect(f"{reverse('strategy:strategy', args=[found.pk])}#s{section.number}")


@require_POST
@signed_in
def answer(request: AccessedRequest, pk: int) -> HttpResponse:
    row = get_object_or_404(
        Comment.objects.select_related("section__strategy", "author__municipality__settings"), pk=pk
    )
    found = to_write(request, row.section.strategy_id)
    form = _answer_form(row, request.POST)
    if form.is_valid():
        try:
            facts: dict[str, Any] = {"by": request.actor.employee, "at": timezone.now()}
            domain.answer(comment=row, text=form.cleaned_data["text"], **facts)
        except domain.WrongState as refusal:
            form.add_error("text", str(refusal))
    if not form.is_valid():
        return _hearing(request, found, form, pk)
    return redirect(f"{reverse('strategy:hearing', args=[found.pk])}#c{pk}")
