"""What TR and AMR are to learn by law and by the municipality's own dated rules, in words (source: S38)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _

from competence.models import Role, RoleAssignment, Rule
from strategy.months import months_after

YEAR = 12


@dataclass(frozen=True)
class Elected:
    """Somebody elected, and in words what the rules give on the day."""

    assignment: RoleAssignment
    entitlements: list[str]


def entitlements(assignment: RoleAssignment, on: date, rules: Mapping[Rule.Kind, int]) -> list[str]:
    """In words what is due to the holder on `on`: the obligatory training while it runs, and the days of the year."""
    if assignment.role != Role.SAFETY_REPRESENTATIVE:
        return []
    first, found = assignment.starts_on, []
    if on <= (by := months_after(first, rules[Rule.Kind.AMR_MONTHS])):
        said = _("Obligatory training of %(hours)s hours by %(day)s.")
        found.append(said % {"hours": rules[Rule.Kind.AMR_HOURS], "day": date_format(by, "DATE_FORMAT")})
    if on <= (by := months_after(first, YEAR)):
        said = _("%(days)s days are offered by %(day)s.")
        found.append(said % {"days": _days(rules[Rule.Kind.AMR_FIRST_YEAR]), "day": date_format(by, "DATE_FORMAT")})
    else:
        found.append(_("%(days)s days are offered this year.") % {"days": _days(rules[Rule.Kind.AMR_LATER_YEARS])})
    return found


def _days(halves: int) -> str:
    return number_format((Decimal(halves) / 2).normalize())
