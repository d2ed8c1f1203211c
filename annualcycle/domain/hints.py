"""What follows from what is written in a wish, said at once in plain words (sources: S10, S44, S61, S66)."""

from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from annualcycle.domain.wish_problems import problems_for
from annualcycle.domain.wishes import is_large
from annualcycle.models import Cycle, Wish
from competence.models import Rule
from competence.money import kroner


@dataclass(frozen=True)
class Hint:
    """One quiet box: an icon and a sentence or two."""

    icon: str
    text: str


def hints_for(wish: Wish, on: date) -> list[Hint]:
    """Who decides, which default rules are not met, and what should be seen before the wish is sent."""
    problems = problems_for(wish, on)
    rules = [Hint("info-circle", rule_text(wish.cycle, kind)) for kind in problems.approvals]
    cautions = [Hint("alert-triangle", str(caution.label)) for caution in problems.warnings if wish.title]
    return [Hint("coin", who_decides(wish)), *rules, *cautions]


def who_decides(wish: Wish) -> str:
    """In December, in the talk, or during the year against the reserve."""
    cycle = wish.cycle
    if wish.is_ad_hoc:
        return _("Your manager decides it against the money kept for needs during the year, by the same criteria.")
    if is_large(cycle, wish.cost, wish.days):
        return _large(cycle)
    return _("Below %(amount)s and %(days)s days you and your leader can agree on it in the talk.") % _threshold(cycle)


def leader_may(wish: Wish) -> str:
    """The same for the leader: whether the talk may decide it."""
    if is_large(wish.cycle, wish.cost, wish.days):
        said = _("From %(amount)s or %(days)s days it is decided in December together with all other wishes.")
    else:
        said = _("It is below %(amount)s and %(days)s days, so the two of you decide it in the talk.")
    return said % _threshold(wish.cycle)


def _large(cycle: Cycle) -> str:
    said = _("From %(amount)s or %(days)s days it is decided in December together with all other wishes.")
    day = date_format(cycle.feedback_by, pgettext("day of a year, Django format", "j F"))
    answered = _("You get a personal answer by %(day)s.")
    return f"{said % _threshold(cycle)} {answered % {'day': day}}"


def _threshold(cycle: Cycle) -> dict[str, str]:
    days = cycle.threshold_days.normalize()
    return {"amount": kroner(cycle.threshold_amount), "days": number_format(days)}


def rule_text(cycle: Cycle, kind: str) -> str:
    """A default rule that is not met, and that it is no wall (source: X05)."""
    if kind == Rule.Kind.SENIORITY_YEARS:
        rule = _("Formal education is as a rule granted after %(years)s years of service.") % {
            "years": cycle.seniority_years
        }
    else:
        rule = _("Substitutes as a rule get external courses after %(months)s months.") % {
            "months": cycle.substitute_months
        }
    no_wall = _("The wish can be sent all the same: the leaders can make an exception and say why.")
    return f"{rule} {no_wall}"
