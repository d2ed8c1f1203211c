"""Who may open what a centre tells its department."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404

from annualcycle.models import Cycle
from competence.access import AccessedRequest, Permission, refuse_outsider

# Those who work with the year without being employed in the centre.
_READERS = (Permission.SEE_BOARD, Permission.SEE_FIGURES, Permission.MANAGE_CYCLE)


def year_to_read(request: AccessedRequest, pk: int) -> Cycle:
    """A published year, for everybody employed in its centre and those who work with it; 404 and 403 for others."""
    years = Cycle.objects.filter(is_history=False, published_at__isnull=False).select_related("unit")
    cycle = get_object_or_404(years, pk=pk)
    refuse_outsider(request.actor, cycle.unit)
    works_with_it = any(request.actor.may(permission, cycle.unit) for permission in _READERS)
    if cycle.unit_id not in request.actor.centres and not works_with_it:
        raise PermissionDenied
    return cycle
