"""Documents of a year by their key, as background jobs make them."""

from django.utils import timezone

from annualcycle import pdf
from annualcycle.models import Orientation, Plan
from annualcycle.queries.plans import versions_of


def make(key: str) -> bytes:
    """The document `key` (`plan:17`, `orientation:4`) as it is now, in the active language."""
    kind, _colon, number = key.partition(":")
    on = timezone.localdate()
    if kind == "orientation":
        found = Orientation.objects.select_related("cycle__unit__municipality").get(pk=number)
        return pdf.orientation(found, on=on)
    plan = Plan.objects.select_related("employee", "cycle__unit__municipality").get(pk=number)
    version = versions_of(plan)[0]
    version.plan = plan
    return pdf.plan(version, on=on)
