"""What is refused because of a unit's limit, in words."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from competence.emails import clock, day
from competence.refusals import busy, no_room
from trainers.domain import limits
from trainers.queries.clashes import Clash

__all__ = ["busy", "clash", "over_limit"]


def clash(found: Clash) -> str:
    """What speaks against a time, which can be done anyway."""
    said = {"name": found.mandate.employee.name, "day": day(found.starts_at)}
    if found.session is None:
        return _("%(name)s is away on %(day)s.") % said
    begins = {"title": found.session.title, "time": clock(found.session.starts_at)}
    return _("%(name)s holds %(title)s on %(day)s from %(time)s.") % (said | begins)


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
