"""What the pages of fairness show, in words and in the measures of their pictures."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from annualcycle.equality import Finding
from annualcycle.ledger import Protected, Standing, Weight
from annualcycle.models import Cycle, Wish
from annualcycle.queries.fairness import Ledger, ProtectedLedger, Spread, TeamShare, pasts_of, spreads
from annualcycle.queries.monitor import FULL_TIME, OTHERS, PART_TIME, Grouping, Monitor
from competence.models import Employment

# The height of a column, and the width to either side of the middle, in the units of the drawings.
COLUMN, HALF = 40, 100
# Differences beyond this (of 100 wishes) are drawn at the edge.
EDGE = 50


@dataclass(frozen=True)
class Column:
    """A column of a picture: what stands under it and over it, and its height; None: hidden or unknown."""

    year: int
    shown: int | None
    height: int

    @classmethod
    def of(cls, year: int, value: float | None, highest: float) -> "Column":
        height = 0 if value is None or not highest else round(COLUMN * value / highest)
        return cls(year, None if value is None else round(value), height)


@dataclass(frozen=True)
class YearRow:
    """One year of the ledger: years without a grant, per cent (or tenths) without any, and the teams apart."""

    year: int
    longest: int | None
    nothing: int | None
    wished: int | None
    share: int | None
    spread: Spread | None


@dataclass(frozen=True)
class Overview:
    """The newest year, and the history of each of its three numbers."""

    now: YearRow
    longest: list[Column]
    share: list[Column]
    between: list[Column]


def years(ledger: Ledger) -> list[YearRow]:
    found = zip(ledger.standings, spreads(ledger.teams), strict=True)
    return [_row(one, spread) for one, spread in found]


def _row(one: Standing, spread: Spread | None) -> YearRow:
    return YearRow(one.year, one.longest, one.nothing, one.wished, one.share, spread)


def years_protected(ledger: ProtectedLedger) -> list[YearRow]:
    """The years of the newest evaluation; the spread of those that have figures."""
    by_year = {one.year: one for one in spreads(ledger.teams) if one}
    return [_protected_row(one, by_year.get(one.year)) for one in ledger.standings]


def _protected_row(one: Protected, spread: Spread | None) -> YearRow:
    return YearRow(one.year, one.longest, None, None, None if one.tenths is None else 10 * one.tenths, spread)


def overview(ledger: Ledger) -> Overview | None:
    return _overview(years(ledger))


def overview_protected(ledger: ProtectedLedger) -> Overview | None:
    return _overview(years_protected(ledger))


def _overview(rows: Sequence[YearRow]) -> Overview | None:
    if not rows:
        return None
    longest = max((row.longest or 0 for row in rows), default=0)
    return Overview(
        now=rows[-1],
        longest=[Column.of(row.year, row.longest, longest) for row in rows],
        share=[Column.of(row.year, row.share, 100) for row in rows],
        between=[Column.of(row.year, row.spread.between if row.spread else None, 100) for row in rows],
    )


@dataclass(frozen=True)
class Bar:
    """A team's share with its interval, as lengths of 100."""

    team: TeamShare
    low: int
    high: int
    middle: int

    @property
    def width(self) -> int:
        return max(1, self.high - self.low)


def bars_of(shares: Iterable[TeamShare]) -> list[Bar]:
    return [_bar(one) for one in shares]


def _bar(one: TeamShare) -> Bar:
    if one.share is None:
        return Bar(one, 0, 0, 0)
    return Bar(one, round(one.share.low), round(one.share.high), round(one.share.value))


@dataclass(frozen=True)
class Fading:
    """What one wish counts from year to year, until nothing."""

    title: str
    since: list[int]
    columns: list[Column]


def weights_of(wishes: Iterable[Wish], rules: Cycle) -> list[Fading]:
    """Of each wish that counts under `rules`; the oldest first."""
    told = ((wish.title, wish.cycle.year, wish.decision.outcome) for wish in wishes)
    found = [(past.title, past.counting(rules), past.weights(rules)) for past in pasts_of(told)]
    return [Fading(title, since, _columns(weights)) for title, since, weights in sorted(found) if weights]


def _columns(weights: Sequence[Weight]) -> list[Column]:
    highest = max(one.points for one in weights)
    return [Column.of(one.year, one.points, highest) for one in weights]


GROUPINGS = {
    Grouping.PROFESSION: _("Profession"),
    Grouping.AGREEMENT: _("Collective agreement"),
    Grouping.HOURS: _("Full time and part time"),
    Grouping.KIND: _("Kind of employment"),
    Grouping.AGE: _("Age"),
}
_NAMED: dict[str, str | Promise] = {
    OTHERS: _("Small groups together"),
    PART_TIME: _("Part time"),
    FULL_TIME: _("Full time"),
    "0": _("Under 30 years"),
    "30": _("30–39 years"),
    "40": _("40–49 years"),
    "50": _("50–59 years"),
    "60": _("60 years and over"),
    **dict(Employment.Kind.choices),
}


@dataclass(frozen=True)
class Looked:
    """A group looked at: in words, and where its line lies on a drawing from 0 to 200 with the middle at 100."""

    finding: Finding
    name: str | Promise

    @property
    def is_compared(self) -> bool:
        return self.finding.difference is not None

    @property
    def middle(self) -> int:
        return _place(self.finding.difference or 0)

    @property
    def low(self) -> int:
        return _place(self.finding.low)

    @property
    def width(self) -> int:
        return max(2, _place(self.finding.high) - self.low)

    @property
    def number(self) -> int:
        return abs(round(self.finding.difference or 0))

    @property
    def is_fewer(self) -> bool:
        return (self.finding.difference or 0) < 0

    @property
    def lowest(self) -> int:
        return round(self.finding.low)

    @property
    def highest(self) -> int:
        return round(self.finding.high)

    @property
    def detectable(self) -> int:
        return min(100, round(self.finding.detectable))


def _place(difference: float) -> int:
    return round(HALF + HALF * max(-EDGE, min(EDGE, difference)) / EDGE)


@dataclass(frozen=True)
class Section:
    title: str | Promise
    rows: list[Looked]


@dataclass(frozen=True)
class MonitorPage:
    """The answer first: the groups with a proved difference, then all groups by grouping."""

    monitor: Monitor
    proved: list[Looked]
    sections: list[Section]
    compared: int

    @property
    def detectable(self) -> tuple[int, int]:
        """The smallest and the largest of the differences that would have been found."""
        found = [row.detectable for section in self.sections for row in section.rows if row.is_compared]
        return (min(found), max(found)) if found else (0, 0)


def monitor_page(monitor: Monitor) -> MonitorPage:
    order = list(GROUPINGS)
    findings = sorted(monitor.findings, key=lambda one: (order.index(Grouping(one.grouping)), one.group == OTHERS))
    sections = [
        Section(GROUPINGS[Grouping(name)], [_looked(one) for one in rows])
        for name, rows in groupby(findings, key=lambda one: one.grouping)
    ]
    rows = [row for section in sections for row in section.rows]
    return MonitorPage(
        monitor=monitor,
        proved=[row for row in rows if row.finding.is_proved],
        sections=sections,
        compared=sum(row.is_compared for row in rows),
    )


def _looked(one: Finding) -> Looked:
    return Looked(one, _NAMED.get(one.group, one.group))
