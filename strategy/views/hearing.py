"""The hearing: opened, commented on by section, answered."""

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
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
from strategy.models import Comment, Section
from strategy.queries.way import comments_of
from strategy.views.rows import to_read, to_run, to_write

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
    found = to_read(request, pk)
    rows = list(comments_of(found))
    writes = may_write(request.actor, found)
    context = {
        "strategy": found,
        "comments": rows,
        "waiting": sum(row.answered_at is None for row in rows),
        "answers": writes and found.state == found.State.HEARING,
        "writes": writes,
        "form": AnswerForm(),
    }
    return render(request, "strategy/hearing/hearing.html", context)


@require_POST
@signed_in
def comment(request: AccessedRequest, pk: int) -> HttpResponse:
    section = get_object_or_404(Section, pk=pk)
    found = to_read(request, section.strategy_id)
    if not is_staff(request.actor, found.unit):
        raise PermissionDenied
    form, now = CommentForm(request.POST), timezone.now()
    back = f"{reverse('strategy:strategy', args=[found.pk])}#s{section.number}"
    if not form.is_valid():
        messages.error(request, _("Write something before you send it."))
        return redirect(back)
    try:
        facts: dict[str, Any] = {"by": request.actor.employee, "at": now, "on": timezone.localdate(now)}
        domain.comment(section=section, text=form.cleaned_data["text"], **facts)
        messages.success(request, _("Your comment is with the working group. You get a mail when it is answered."))
    except domain.NotHeard as refusal:
        messages.error(request, str(refusal))
    return redirect(back)


@require_POST
@signed_in
def answer(request: AccessedRequest, pk: int) -> HttpResponse:
    row = get_object_or_404(
        Comment.objects.select_related("section__strategy", "author__municipality__settings"), pk=pk
    )
    found = to_write(request, row.section.strategy_id)
    form = AnswerForm(request.POST)
    if form.is_valid():
        try:
            facts: dict[str, Any] = {"by": request.actor.employee, "at": timezone.now()}
            domain.answer(comment=row, text=form.cleaned_data["text"], **facts)
        except domain.WrongState as refusal:
            messages.error(request, str(refusal))
    else:
        messages.error(request, _("Write an answer first."))
    return redirect(f"{reverse('strategy:hearing', args=[found.pk])}#c{pk}")
