"""The standard words of an answer; the leadership group can replace each (sources: S47, S62, S64)."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from annualcycle.models import Decision, Wish
from annualcycle.models.decisions import Outcome, Route
from competence.language import language_of


@dataclass(frozen=True)
class Texts:
    """What was decisive, what happens now, and what until then."""

    reason: str
    next_step: str
    until_then: str


def texts_of(decision: Decision) -> Texts:
    """The decision's own words and, where there are none, the standard ones in the employee's language."""
    usual = standard(decision)
    return Texts(
        decision.reason or usual.reason,
        decision.next_step or usual.next_step,
        decision.until_then or usual.until_then,
    )


def standard(decision: Decision) -> Texts:
    """The standard words for the outcome; no rank, no queue number (source: S64)."""
    with language_of(decision.wish.employee):
        return in_words(decision)


def in_words(decision: Decision) -> Texts:
    """As `standard`, in the active language."""
    return _STANDARD[Outcome(decision.outcome)](decision)


def _granted(decision: Decision) -> Texts:
    said = _("The wish meets a need of the unit, and there is money for it.")
    return Texts(said, _("Your leader signs you up, and you agree on dates and cover."), "")


def _not_met(decision: Decision) -> Texts:
    year = str(decision.wish.cycle.budget_year)
    used_up = _("Wishes with a greater overall need used the money for %(year)s.") % {"year": year}
    if decision.route == Route.AD_HOC:
        used_up = _("The reserve for %(year)s is needed for something else.") % {"year": year}
    noted = _(
        "The wish is noted and counts when courses are granted again. "
        "It is not a waiting list, because needs can change."
    )
    return Texts(used_up, noted, _("Talk with your leader about what you can learn from colleagues until then."))


def _outside(decision: Decision) -> Texts:
    because = _own_reason(decision.wish) or _("The wish does not meet a need in the strategy that applies now.")
    return Texts(because, _("Bring it up in your next talk, also if your tasks change."), "")


def _sharing(decision: Decision) -> Texts:
    said = _("The knowledge is there already, with colleagues or another authority, and needs no course.")
    return Texts(said, _("It becomes a theme. You hear when and where once the themes are planned."), "")


def _own_reason(wish: Wish) -> str:
    """What the assessor wrote when the wish was found outside the strategy."""
    return wish.frame_reason if wish.frame == Wish.Frame.OUTSIDE else ""


_STANDARD = {
    Outcome.GRANTED: _granted,
    Outcome.NOT_MET: _not_met,
    Outcome.OUTSIDE: _outside,
    Outcome.SHARING: _sharing,
}
