"""What safety representatives are due by law or by the municipality's own dated rules (source: S38)."""

from datetime import date

from competence.models import Rule, Unit

# By the law as it stands; a municipality's own dated rules go before.
DEFAULTS = {
    Rule.Kind.AMR_HOURS: 22,
    Rule.Kind.AMR_MONTHS: 3,
    Rule.Kind.AMR_FIRST_YEAR: 4,
    Rule.Kind.AMR_LATER_YEARS: 3,
}


def rules_of(unit: Unit, on: date) -> dict[Rule.Kind, int]:
    """The four numbers that hold for `unit` on `on`, days in halves; the nearest unit's rule goes first. One query."""
    rows = Rule.objects.holding_for(unit, on).filter(kind__in=DEFAULTS)
    return DEFAULTS | {Rule.Kind(kind): value for kind, value in rows.values_list("kind", "value")}
