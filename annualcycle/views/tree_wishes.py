"""What becomes of a solution tree in the year (source: M36)."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from annualcycle.domain.wishes import collects_on
from annualcycle.queries.tree_wishes import in_the_year
from annualcycle.queries.wishes import year_for_wishes
from competence.access import AccessedRequest, signed_in
from strategy.access import fetch_tree, is_staff


@require_safe
@signed_in
def tree_in_the_year(request: AccessedRequest, pk: int) -> HttpResponse:
    """Wishes made of its measures, and the way to make one; embedded in the tree's page by this address."""
    actor, today = request.actor, timezone.localdate()
    tree = fetch_tree(actor, pk)
    cycle = year_for_wishes(actor.employee, today) if is_staff(actor, tree.unit) and not tree.closed_on else None
    rows = in_the_year(actor, tree)
    context = {
        "tree": tree,
        "rows": rows,
        "cycle": cycle if cycle and collects_on(cycle, today) else None,
        "wished": [row for row in rows if row.wishes],
    }
    template = "annualcycle/wishes/tree.html#year" if request.htmx else "annualcycle/wishes/tree.html"
    return render(request, template, context)
