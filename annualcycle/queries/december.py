"""What the December board and the rules about decisions read."""

from typing import Any, cast

from annualcycle.models import Decision, Wish
from competence.models import RuleException

# django-pghistory makes this model: every state of every decision, also of those taken back.
DecisionEvent = cast(Any, Decision).pgh_event_model


def last_revision(wish: Wish) -> int:
    """The revision of the wish's latest decision, also one that was taken back; 0 when it never had any."""
    revisions = DecisionEvent.objects.filter(wish=wish).order_by("-pgh_id").values_list("revision", flat=True)
    found: int | None = revisions.first()
    return found or 0


def unmet_rules(wish: Wish) -> list[str]:
    """The default rules the wish did not meet when submitted and has no exception from (sources: S61, S66)."""
    if not wish.eligibility:
        return []
    excepted = RuleException.objects.filter(subject=f"wish:{wish.pk}").values_list("kind", flat=True)
    return [kind for kind in wish.eligibility if kind not in set(excepted)]
