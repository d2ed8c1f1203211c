"""Writes on the rules of the funds: brought up to date by a dated file, and by hand where it is late (source: S52)."""

import tomllib
from dataclasses import asdict, dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pghistory
from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from competence.models import Municipality, Unit
from strategy.models import FundRule

SHIPPED = Path(__file__).parent.parent / "data" / "funds.toml"


class HoldsAlready(Exception):
    """On one of the days another rule of the kind holds for the fund."""

    def __init__(self, rule: FundRule) -> None:
        first = date_format(rule.valid_from, pgettext("date in a sentence, Django format", "j F Y"))
        told = _("Another one holds on some of these days, from %(first)s: “%(said)s” Let one of the two end first.")
        super().__init__(told % {"first": first, "said": rule.said})
        self.rule = rule


@dataclass(frozen=True)
class RuleFacts:
    """What is known about a rule; both days inclusive. A ceiling has `money` in øre, what is other only a `note`, all
    else a `number`."""

    fund: str
    kind: str
    valid_from: date
    valid_to: date | None = None
    money: int | None = None
    number: int | None = None
    note: str = ""
    source: str = ""


@dataclass(frozen=True)
class Shipped:
    """A rule of the file, for municipalities of its language; `code` never changes."""

    code: str
    language: str
    facts: RuleFacts


@cache
def rules_in(path: Path) -> tuple[Shipped, ...]:
    """The rules of a file, in its order. Raises tomllib.TOMLDecodeError, TypeError for an unknown field."""
    rows = tomllib.loads(path.read_text(encoding="utf-8"))["rules"]
    return tuple(_shipped(**row) for row in rows)


def _shipped(*, code: str, language: str = "da", **facts: Any) -> Shipped:
    return Shipped(code, language, RuleFacts(**facts))


@transaction.atomic
def load(*, municipality: Unit, rules: tuple[Shipped, ...]) -> int:
    """Bring the municipality up to date with `rules` in its language; how many rows that made or changed.

    What was changed or added in the browser stays as it is and goes before the file; nothing is deleted.
    """
    language = Municipality.objects.values_list("language", flat=True).get(unit=municipality)
    rows = list(FundRule.objects.of_municipality(municipality))
    by_hand = [row for row in rows if row.edited_at]
    of_file = {row.code: row for row in rows if not row.edited_at}
    taken = {row.code for row in by_hand}
    own = [one for one in rules if one.language == ("sv" if language == "sv" else "da") and one.code not in taken]
    free = [one for one in own if not any(_meets(one.facts, row) for row in by_hand)]
    new = [_new(municipality, one) for one in free if one.code not in of_file]
    changed = [of_file[one.code] for one in free if one.code in of_file and _follow(of_file[one.code], one.facts)]
    FundRule.objects.bulk_create(new)
    if changed:
        FundRule.objects.bulk_update(changed, list(asdict(free[0].facts)))
    return len(new) + len(changed)


def load_shipped(municipality: Unit) -> int:
    """As `load`, from the file of the product."""
    return load(municipality=municipality, rules=rules_in(SHIPPED))


def _new(municipality: Unit, one: Shipped) -> FundRule:
    return FundRule(municipality=municipality, code=one.code, **asdict(one.facts))


def _meets(facts: RuleFacts, row: FundRule) -> bool:
    """Whether both say the same kind of thing of the same fund on one day."""
    if (facts.fund, facts.kind) != (row.fund, row.kind) or facts.kind == FundRule.Kind.OTHER:
        return False
    return row.meets(facts.valid_from, facts.valid_to)


def _follow(row: FundRule, facts: RuleFacts) -> bool:
    """Write `facts` into their row; whether that changes it."""
    wanted = asdict(facts)
    differs = [name for name, value in wanted.items() if getattr(row, name) != value]
    for name in differs:
        setattr(row, name, wanted[name])
    return bool(differs)


@transaction.atomic
def save(*, rule: FundRule, facts: RuleFacts, reason: str, at: datetime) -> FundRule:
    """Write by hand what is known about a rule, a new one too; the file leaves it alone from now on.

    Raises HoldsAlready.
    """
    Unit.objects.select_for_update().get(pk=rule.municipality_id)
    others = FundRule.objects.of_municipality(rule.municipality_id).exclude(pk=rule.pk)
    same = others.filter(fund=facts.fund, kind=facts.kind).exclude(kind=FundRule.Kind.OTHER)
    if met := same.meeting(facts.valid_from, facts.valid_to).first():
        raise HoldsAlready(met)
    _follow(rule, facts)
    rule.edited_at = at
    with pghistory.context(reason=reason):
        rule.save()
    return rule
