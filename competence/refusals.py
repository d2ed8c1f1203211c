"""What is refused because of a unit's limit, in words."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from competence.domain.commitments import NoRoom


def no_room(refusal: NoRoom) -> str:
    """How many hours are too many, and where."""
    text = ngettext(
        "%(unit)s cannot give so much: one hour a week too many.",
        "%(unit)s cannot give so much: %(n)s hours a week too many.",
        refusal.hours,
    )
    return text % {"unit": refusal.unit, "n": refusal.hours}


def busy() -> str:
    return _("Somebody else is deciding right now. Try again in a moment.")
