"""What is refused because of a unit's limit, in words."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from trainers.domain import limits


def over_limit(refusal: limits.OverLimit) -> str:
    """How much too much it is, and where."""
    if refusal.hours:
        text = ngettext(
            "%(unit)s cannot give so much: one hour a week too many.",
            "%(unit)s cannot give so much: %(n)s hours a week too many.",
            refusal.hours,
        )
        return text % {"unit": refusal.unit, "n": refusal.hours}
    text = ngettext(
        "%(unit)s cannot give so many: one trainer too many.",
        "%(unit)s cannot give so many: %(n)s trainers too many.",
        refusal.members,
    )
    return text % {"unit": refusal.unit, "n": refusal.members}


def busy() -> str:
    return _("Somebody else is deciding right now. Try again in a moment.")
