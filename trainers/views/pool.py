"""The pool of trained trainers, and what municipalities share of it with each other (sources: T01–T03, T14, T30)."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from competence.access import AccessedRequest, Permission, requires, signed_in
from trainers import pool_access
from trainers.domain import pool as domain
from trainers.forms.pool import AnswerForm, AskForm, PoolForm, ShareForm
from trainers.queries import pool as queries


@require_GET
@requires(Permission.EDIT_PROFILES)
def pool(request: AccessedRequest) -> HttpResponse:
    """Who has learnt to teach colleagues, here and where others share them; for those who choose and plan."""
    here, today = request.actor.municipality, timezone.localdate()
    form = PoolForm(request.GET or None, competences=queries.competences_of(here))
    asked = form.asked if form.is_bound else queries.Asked()
    rows = queries.pool_of(here, asked, today) if asked.looks("here") else []
    context = {
        "form": form,
        "rows": rows,
        "more": queries.pool_size(here, asked, today) - len(rows) if len(rows) == queries.MOST else 0,
        "shared": queries.shared_with(here, asked, today) if asked.looks("others") else [],
        "elsewhere": queries.elsewhere_of(here, asked, today) if asked.looks("elsewhere") else [],
        "shows_here": asked.looks("here"),
        "where": asked.where,
        "to_answer": queries.to_answer(here),
        "ours": queries.asked_by(here),
        "is_narrowed": asked != queries.Asked(),
    }
    return render(request, "trainers/pool/list.html", context)


@require_http_methods(["GET", "POST"])
@requires(Permission.EDIT_PROFILES)
def offer(request: AccessedRequest, pk: int) -> HttpResponse:
    """Switch sharing on for one trainer, who is asked for a yes."""
    person = pool_access.fetch_to_share(request.actor, pk)
    form = ShareForm(request.POST or None, initial={"reach": "both"})
    if form.is_valid():
        try:
            made = domain.offer(employee=person, facts=form.facts, by=request.actor.employee, at=timezone.now())
            messages.success(request, _("%(name)s is asked. Nothing is shown before the yes.") % {"name": person})
            return redirect("trainers:share", made.pk)
        except domain.NotTrained:
            form.add_error(None, _("Only who has been ready as a trainer is shared."))
        except domain.SharedAlready:
            form.add_error(None, _("The trainer is asked or shared already."))
    return render(request, "trainers/pool/offer.html", {"person": person, "form": form})


@require_GET
@signed_in
def share(request: AccessedRequest, pk: int) -> HttpResponse:
    """What others see of the trainer: for the trainer, who decides, and those who asked."""
    found = pool_access.fetch_share(request.actor, pk)
    context = {
        "share": found,
        "shown": queries.shared_of(found, timezone.localdate()),
        "is_own": found.employee_id == request.actor.employee.pk,
        "requests": found.requests.select_related("municipality"),
    }
    return render(request, "trainers/pool/share.html", context)


@require_POST
@signed_in
def agree(request: AccessedRequest, pk: int) -> HttpResponse:
    found = pool_access.fetch_own_share(request.actor, pk)
    try:
        domain.agree(share=found, at=timezone.now())
        messages.success(request, _("Other municipalities can see you now. You can take it back any day."))
    except domain.Over:
        messages.error(request, _over())
    return redirect("trainers:share", pk)


@require_POST
@signed_in
def unshare(request: AccessedRequest, pk: int) -> HttpResponse:
    """By the trainer, or those who choose trainers in the same municipality; at once."""
    found = pool_access.fetch_share(request.actor, pk)
    try:
        domain.end(share=found, by=request.actor.employee, at=timezone.now())
        messages.success(request, _("No other municipality sees it any more."))
    except domain.Over:
        messages.error(request, _over())
    return redirect("trainers:share", pk)


@require_http_methods(["GET", "POST"])
@requires(Permission.EDIT_PROFILES)
def ask(request: AccessedRequest, pk: int) -> HttpResponse:
    """Ask another municipality for its trainer."""
    found = pool_access.fetch_shared(request.actor, pk)
    form = AskForm(request.POST or None)
    if form.is_valid():
        try:
            made = domain.ask(share=found, by=request.actor.employee, at=timezone.now(), **form.cleaned_data)
            messages.success(request, _("Your question is sent. The answer comes by mail."))
            return redirect("trainers:request", made.pk)
        except domain.AskedAlready:
            form.add_error(None, _("Your municipality has asked for this trainer, and waits for the answer."))
        except domain.Over:
            form.add_error(None, _over())
    shown = queries.shared_of(found, timezone.localdate())
    return render(request, "trainers/pool/ask.html", {"shown": shown, "form": form})


@require_http_methods(["GET", "POST"])
@requires(Permission.EDIT_PROFILES)
def asked(request: AccessedRequest, pk: int) -> HttpResponse:
    """One request: its answer, or the form to answer it."""
    found = pool_access.fetch_request(request.actor, pk)
    may_answer = found.is_open and pool_access.answers(request.actor, found)
    form = AnswerForm(request.POST or None) if may_answer else None
    if form and form.is_valid():
        try:
            domain.answer(request=found, by=request.actor.employee, at=timezone.now(), **form.cleaned_data)
            messages.success(request, _("Your answer is sent."))
        except domain.Answered:
            messages.error(request, _("It is answered already."))
        return redirect("trainers:request", pk)
    return render(request, "trainers/pool/request.html", {"request_row": found, "form": form})


def _over() -> str:
    return _("The trainer is not shared any more.")
