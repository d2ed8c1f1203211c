"""Strategies to read: everybody employed in the municipality may."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from competence.access import AccessedRequest, signed_in
from strategy.models import Strategy
from strategy.queries import chapters_of, readable_strategies, strategies_by_unit


@require_safe
@signed_in
def strategies(request: AccessedRequest) -> HttpResponse:
    rows = strategies_by_unit(request.actor.municipality, timezone.localdate())
    return render(request, "strategy/strategies/list.html", {"rows": rows})


@require_safe
@signed_in
def strategy(request: AccessedRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(readable_strategies(request.actor.municipality), pk=pk)
    newer = found.state == Strategy.State.SUPERSEDED
    return render(
        request, "strategy/strategies/strategy.html", {"strategy": found, "chapters": chapters_of(found), "old": newer}
    )
