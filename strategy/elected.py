"""What TR and AMR are to learn by law, from a dated file: which rules hold on a day (source: S38)."""

import tomllib
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _

from competence.models import RoleAssignment
from strategy.months import months_after

SHIPPED = Path(__file__).parent / "data" / "elected.toml"
YEAR = 12


@dataclass(frozen=True)
class ElectedRule:
    """A rule for who holds `role`, both days inclusive; `tenths` are tenths of days."""

    role: str
    rule: str
    valid_from: date
    hours: int = 0
    months: int = 0
    tenths: int = 0
    valid_to: date | None = None

    def holds(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True)
class Elected:
    """Somebody elected, and in words what the rules give on the day."""

    assignment: RoleAssignment
    entitlements: list[str]


@cache
def rules_in(path: Path = SHIPPED) -> tuple[ElectedRule, ...]:
    return tuple(ElectedRule(**row) for row in tomllib.loads(path.read_text(encoding="utf-8"))["rules"])


def entitlements(assignment: RoleAssignment, on: date, path: Path = SHIPPED) -> list[str]:
    """In words what is due to the holder on `on`: the obligatory training while it runs, and the days of the year."""
    rules = {row.rule: row for row in rules_in(path) if row.role == assignment.role and row.holds(on)}
    first, found = assignment.starts_on, []
    obligatory, begun, later = (rules.get(name) for name in ("obligatory", "first_year", "each_year"))
    if obligatory and on <= (by := months_after(first, obligatory.months)):
        said = _("Obligatory training of %(hours)s hours by %(day)s.")
        found.append(said % {"hours": obligatory.hours, "day": date_format(by, "DATE_FORMAT")})
    if begun and on <= (by := months_after(first, YEAR)):
        said = _("%(days)s days are offered by %(day)s.")
        found.append(said % {"days": _days(begun), "day": date_format(by, "DATE_FORMAT")})
    elif later:
        found.append(_("%(days)s days are offered this year.") % {"days": _days(later)})
    return found


def _days(rule: ElectedRule) -> str:
    return number_format((Decimal(rule.tenths) / 10).normalize())
