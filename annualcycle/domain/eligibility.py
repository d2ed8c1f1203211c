"""Who may have what, by default: never a wall, for the leadership group can except with a reason.

Leave, part time and age play no part: seniority counts from the date in the staff file (sources: S61, S66, X05).
"""

from datetime import date, datetime

from annualcycle.models import Wish
from annualcycle.queries.wishes import rules_not_met
from competence.models import Employee, Employment, Rule, RuleException


class NoReason(Exception):
    """An exception from a default rule says why."""


def unmet_rules(wish: Wish, on: date) -> list[str]:
    """The kinds of `Rule` that the wish does not meet on `on`, exceptions not counted (sources: S61, S66)."""
    return [kind for kind in (_seniority(wish, on), _substitute(wish, on)) if kind]


def open_rules(wish: Wish, on: date) -> list[str]:
    """Those of `unmet_rules` that no exception was made from."""
    return rules_not_met(wish, unmet_rules(wish, on))


def except_from(*, wish: Wish, kind: str, reason: str, by: Employee, at: datetime) -> RuleException:
    """Store why the wish need not meet rule `kind`; the first reason stands. Raises NoReason (source: X05)."""
    if not reason.strip():
        raise NoReason
    exception, _made = RuleException.objects.get_or_create(
        kind=kind,
        subject=f"wish:{wish.pk}",
        defaults={"employee": wish.employee, "reason": reason.strip(), "made_by": by, "made_at": at},
    )
    return exception


def _seniority(wish: Wish, on: date) -> str:
    """Formal education asks for years of service in the municipality (source: S61)."""
    if wish.kind != Wish.Kind.FORMAL_EDUCATION:
        return ""
    since = min((post.seniority_on for post in _posts(wish, on)), default=None)
    enough = since is not None and full_months(since, on) >= 12 * wish.cycle.seniority_years
    return "" if enough else Rule.Kind.SENIORITY_YEARS


def _substitute(wish: Wish, on: date) -> str:
    """A substitute gets external courses after some months (source: S66)."""
    posts = _posts(wish, on)
    only_substitute = all(post.kind == Employment.Kind.SUBSTITUTE for post in posts)
    if not wish.is_external or not posts or not only_substitute:
        return ""
    since = min(min(post.seniority_on, post.starts_on) for post in posts)
    return "" if full_months(since, on) >= wish.cycle.substitute_months else Rule.Kind.SUBSTITUTE_MONTHS


def _posts(wish: Wish, on: date) -> list[Employment]:
    return list(Employment.objects.valid_on(on).filter(employee=wish.employee_id))


def full_months(since: date, on: date) -> int:
    """Whole months from `since` to `on`."""
    return (on.year - since.year) * 12 + on.month - since.month - (on.day < since.day)
