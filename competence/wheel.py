"""The year as a wheel: a ring with one arc for each phase, the months around it and a hand on today. Pure geometry.

January begins at the top and the year goes clockwise. Lengths are in the units of a 320 × 300 picture whose centre
is (160, 150).
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

CENTRE_X, CENTRE_Y = 160, 150
OUTER, INNER = 114, 81
MONTHS_AT = 132
HAND_FROM, HAND_TO = 74, 124


@dataclass(frozen=True)
class Phase:
    """A part of the year, both dates inclusive. `colour`: teal, rust, amber, green or grey; `short` fits the centre."""

    key: str
    label: str
    starts: date
    ends: date
    colour: str
    short: str = ""


@dataclass(frozen=True)
class Arc:
    """A phase as an SVG path."""

    phase: Phase
    path: str


@dataclass(frozen=True)
class MonthMark:
    """Where the name of the month that begins on `first` stands."""

    first: date
    x: str
    y: str
    anchor: str
    current: bool


@dataclass(frozen=True)
class Hand:
    """The line that points to today."""

    x1: str
    y1: str
    x2: str
    y2: str


@dataclass(frozen=True)
class Wheel:
    """All that the picture and its text twin show. `current` is None between two phases; `days_left` counts today."""

    arcs: tuple[Arc, ...]
    months: tuple[MonthMark, ...]
    hand: Hand
    today: date
    current: Phase | None
    days_left: int


def wheel(phases: Sequence[Phase], today: date) -> Wheel:
    """The drawing of `phases`, in their order, with its hand on `today`."""
    current = next((phase for phase in phases if phase.starts <= today <= phase.ends), None)
    return Wheel(
        arcs=tuple(Arc(phase, arc_path(phase.starts, phase.ends)) for phase in phases),
        months=tuple(month_mark(date(today.year, month, 1), today) for month in range(1, 13)),
        hand=hand(today),
        today=today,
        current=current,
        days_left=(current.ends - today).days + 1 if current else 0,
    )


def angle(day: date) -> float:
    """Degrees from the top, clockwise, at the beginning of `day`."""
    first = date(day.year, 1, 1)
    return 360 * (day - first).days / (date(day.year + 1, 1, 1) - first).days


def arc_path(starts: date, ends: date) -> str:
    """The sector of the ring from `starts` to the end of `ends`; at most a whole year."""
    begin, end = angle(starts), angle(ends + timedelta(days=1))
    turned = min((end - begin) % 360 or 360, 359.9)
    large = 1 if turned > 180 else 0
    corners = [at(OUTER, begin), at(OUTER, begin + turned), at(INNER, begin + turned), at(INNER, begin)]
    a, b, c, d = (f"{x} {y}" for x, y in corners)
    return f"M{a}A{OUTER} {OUTER} 0 {large} 1 {b}L{c}A{INNER} {INNER} 0 {large} 0 {d}Z"


def month_mark(first: date, today: date) -> MonthMark:
    """The name's place in the middle of its month, outside the ring."""
    middle = angle(first + timedelta(days=15))
    x, y = at(MONTHS_AT, middle)
    sine = math.sin(math.radians(middle))
    anchor = "start" if sine > 0.5 else "end" if sine < -0.5 else "middle"
    return MonthMark(first, x, y, anchor, current=first.month == today.month)


def hand(today: date) -> Hand:
    """From inside the ring to just outside it, at noon of `today`."""
    noon = angle(today) + 0.5
    return Hand(*at(HAND_FROM, noon), *at(HAND_TO, noon))


def at(radius: float, degrees: float) -> tuple[str, str]:
    """The point on a circle, written with a decimal point in every language."""
    turn = math.radians(degrees)
    return f"{CENTRE_X + radius * math.sin(turn):.1f}", f"{CENTRE_Y - radius * math.cos(turn):.1f}"
