"""The rules of the funds as their page shows them (source: S52)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from strategy.models import FundRule

KINDS = [str(kind) for kind in FundRule.Kind]


@dataclass(frozen=True)
class Fund:
    """A fund with the rules that hold on a day, and those of other days, the newest first."""

    name: str
    rules: list[FundRule]
    others: list[FundRule]


def funds_on(municipality: int, day: date) -> list[Fund]:
    """All funds the municipality knows; one query."""
    rows = sorted(FundRule.objects.of_municipality(municipality), key=lambda row: (row.fund.casefold(), row.fund))
    return [_fund(name, list(rules), day) for name, rules in groupby(rows, key=lambda row: row.fund)]


def _fund(name: str, rows: Iterable[FundRule], day: date) -> Fund:
    found = sorted(rows, key=lambda row: (KINDS.index(row.kind), -row.valid_from.toordinal(), row.pk))
    holding = [row for row in found if row.meets(day, day)]
    return Fund(name, holding, [row for row in found if row not in holding])


def names_of_funds(municipality: int) -> list[str]:
    names = FundRule.objects.of_municipality(municipality).order_by("fund").values_list("fund", flat=True)
    return list(names.distinct())
