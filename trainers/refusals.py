"""What is refused because of a unit's limit, in words."""

from django.utils.translation import ngettext

from competence.refusals import busy, no_room
from trainers.domain import limits

__all__ = ["busy", "over_limit"]


def over_limit(refusal: limits.OverLimit) -> str:
    """How much too much it is, and where."""
    if refusal.hours:
        return no_room(refusal)
    text = ngettext(
        "%(unit)s cannot give so many: one person too many.",
        "%(unit)s cannot give so many: %(n)s people too many.",
        refusal.members,
    )
    return text % {"unit": refusal.unit, "n": refusal.members}
