"""The answer as the person reads it, and that it was read; what the strategy means for the reader's wishes."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from annualcycle.access import fetch_wish, may_agree, may_write
from annualcycle.domain import decisions
from annualcycle.domain.letters import letter_for
from annualcycle.models import Decision, Wish
from annualcycle.models.decisions import Outcome
from annualcycle.queries import wishes as queries
from annualcycle.queries.my_wishes import answer_to, steps_of
from annualcycle.queries.strategy import meaning_for
from competence.access import AccessedRequest, signed_in
from strategy.access import fetch_to_read
from strategy.models import Strategy


def _answered(request: AccessedRequest, pk: int) -> tuple[Wish, Decision]:
    """The wish with its released answer; 404 while there is none."""
    wish = fetch_wish(request.actor, queries.find(), pk)
    decision = answer_to(wish)
    if decision is None:
        raise Http404
    return wish, decision


@require_safe
@signed_in
def answer(request: AccessedRequest, pk: int) -> HttpResponse:
    wish, decision = _answered(request, pk)
    is_near = may_write(request.actor, wish) or may_agree(request.actor, wish)
    context = {
        "wish": wish,
        "decision": decision,
        "follows": is_near and decision.outcome == Outcome.GRANTED and not wish.cycle.is_history,
        "letter": letter_for(decision, timezone.localdate()),
        "steps": steps_of(wish),
        "is_own": wish.employee_id == request.actor.employee.pk,
    }
    return render(request, "annualcycle/wishes/answer.html", context)


@require_POST
@signed_in
def answer_read(request: AccessedRequest, pk: int) -> HttpResponse:
    """The receipt; only the person's own reading counts (source: S47)."""
    wish, decision = _answered(request, pk)
    if wish.employee_id != request.actor.employee.pk:
        raise PermissionDenied
    decisions.mark_read(decision=decision, by=request.actor.employee, at=timezone.now())
    if request.htmx:
        decision.refresh_from_db()
        return render(request, "annualcycle/wishes/answer.html#receipt", {"decision": decision, "is_own": True})
    return redirect("year:answer", pk)


@require_safe
@signed_in
def strategy_for_me(request: AccessedRequest, pk: int) -> HttpResponse:
    """What a strategy means for the reader, also one that is being heard; embedded in its page by this address."""
    strategy = fetch_to_read(request.actor, Strategy.objects.select_related("unit"), pk)
    meaning = meaning_for(request.actor, strategy, timezone.localdate())
    template = "annualcycle/wishes/strategy.html#meaning" if request.htmx else "annualcycle/wishes/strategy.html"
    return render(request, template, {"strategy": strategy, "meaning": meaning})
