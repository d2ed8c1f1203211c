"""The rules of the funds from their dated file: which ones hold on a day."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

SHIPPED = Path(__file__).parent / "data" / "funds.toml"


@dataclass(frozen=True)
class FundRule:
    """A rule of a fund, both days inclusive. `amount` is øre, per cent, months or days as `rule` says."""

    fund: str
    rule: str
    valid_from: date
    note: str
    amount: int = 0
    valid_to: date | None = None
    language: str = "da"

    def holds(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


@cache
def rules_in(path: Path = SHIPPED) -> tuple[FundRule, ...]:
    """All rules of the file, in its order."""
    return tuple(FundRule(**row) for row in tomllib.loads(path.read_text(encoding="utf-8"))["rules"])


def rules_on(day: date, path: Path = SHIPPED, language: str = "") -> list[FundRule]:
    """The rules that hold on `day`; with `language` those of the country where it is spoken."""
    return [rule for rule in rules_in(path) if rule.holds(day) and language in ("", rule.language)]


def amount_on(fund: str, rule: str, day: date) -> int | None:
    """The amount of one rule of `fund` on `day`; None where there is none."""
    return next((one.amount for one in rules_on(day) if (one.fund, one.rule) == (fund, rule)), None)
