"""Strategies to read: approved ones by everybody, those on their way by those who take part."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from competence.access import AccessedRequest, Permission, signed_in
from competence.asked import whole_number
from strategy.access import is_staff, may_write
from strategy.models import Strategy
from strategy.queries import chapters_of, foundations_of, strategies_by_unit
from strategy.queries.trees import trees_behind
from strategy.queries.versions import compare
from strategy.queries.way import before_med, newest_of, on_their_way, units_without_draft
from strategy.views.rows import Refused, to_read, versions


@require_safe
@signed_in
def strategies(request: AccessedRequest) -> HttpResponse:
    actor = request.actor
    context = {
        "rows": strategies_by_unit(actor, timezone.localdate()),
        "coming": list(on_their_way(actor)),
        "may_begin": actor.may(Permission.WRITE_STRATEGY) and units_without_draft(actor).exists(),
        "exports": actor.may(Permission.EXPORT_STRATEGIES),
        "keeps_duties": actor.may(Permission.KEEP_DUTIES),
    }
    return render(request, "strategy/strategies/list.html", context)


@require_safe
@signed_in
def strategy(request: AccessedRequest, pk: int) -> HttpResponse:
    return reading(request, to_read(request, pk))


def reading(request: AccessedRequest, found: Strategy, refused: Refused | None = None) -> HttpResponse:
    """The version as a page; `refused` is a comment that was not taken."""
    today = timezone.localdate()
    commenting = found.is_heard_on(today) and is_staff(request.actor, found.unit)
    context = {
        "strategy": found,
        "chapters": chapters_of(found),
        "foundations": foundations_of(found),
        "old": found.state == Strategy.State.SUPERSEDED,
        "writes": may_write(request.actor, found),
        "commenting": commenting,
        "before_med": before_med(found),
        "refused": refused,
        "trees": trees_behind(request.actor, found),
    }
    return render(request, "strategy/strategies/strategy.html", context)


@require_safe
@signed_in
def differences(request: AccessedRequest, pk: int) -> HttpResponse:
    """What a version changes, compared with the one it was copied from or the one named in the address."""
    found = to_read(request, pk)
    other = _other(request, found)
    rows = compare(other, found) if other else []
    context = {
        "strategy": found,
        "other": other,
        "rows": rows,
        "changed": sum(row.kind != "same" for row in rows),
        "unchanged": [row for row in rows if row.kind == "same"],
        "choices": _choices(found),
    }
    return render(request, "strategy/strategies/differences.html", context)


def _choices(found: Strategy) -> list[Strategy]:
    return list(Strategy.objects.published().filter(unit=found.unit_id).exclude(pk=found.pk).order_by("-version"))


def _other(request: AccessedRequest, found: Strategy) -> Strategy | None:
    if named := whole_number(request.GET.get("with")):
        return get_object_or_404(Strategy.objects.published().filter(unit=found.unit_id), pk=named)
    if found.copied_from_id:
        return versions().get(pk=found.copied_from_id)
    earlier = Strategy.objects.published().filter(unit=found.unit_id, version__lt=found.version)
    return earlier.order_by("-version").first() or newest_of_else(found)


def newest_of_else(found: Strategy) -> Strategy | None:
    newest = newest_of(found.unit)
    return newest if newest and newest.pk != found.pk else None
