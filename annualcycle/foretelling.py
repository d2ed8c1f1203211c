"""A simulated year as its page shows it: the curve of the reserve, and what less money costs, each with its table."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from annualcycle.domain.forecast import Forecast, Given, Spread, Step

# The drawing of the reserve, in its own units: where 0 and 100 per cent and both ends of the money lie.
LEFT, RIGHT, TOP, BOTTOM = 44, 632, 18, 222
BARS = 100
ROWS = 8


@dataclass(frozen=True)
class Mark:
    """A reserve on the curve: its place, what it is, in øre and per cent."""

    x: float
    y: float
    step: Step


@dataclass(frozen=True)
class Curve:
    """Paths and places of the drawing; `table` is its twin."""

    line: str
    band: str
    wanted: float
    now: Mark
    answer: Mark | None
    ticks: list[tuple[float, int]]
    levels: list[tuple[float, int]]
    table: list[tuple[Step, bool, bool]]


def curve_of(answer: Forecast, given: Given) -> Curve:
    """The share of needs that a reserve meets, from none to nearly all."""
    most = max(answer.steps[-1].reserve, answer.now.reserve, 1)
    steps = sorted({one.reserve: one for one in [*answer.steps, answer.now]}.values(), key=lambda one: one.reserve)

    def across(ore: int) -> float:
        return round(LEFT + (RIGHT - LEFT) * ore / most, 1)

    found = next((one for one in steps if one.reserve == answer.reserve), None)
    high = [f"{across(one.reserve)} {_up(one.high)}" for one in steps]
    low = [f"{across(one.reserve)} {_up(one.low)}" for one in reversed(steps)]
    return Curve(
        line="M" + "L".join(f"{across(one.reserve)} {_up(one.met)}" for one in steps),
        band="M" + "L".join([*high, *low]) + "Z",
        wanted=_up(given.met),
        now=Mark(across(answer.now.reserve), _up(answer.now.met), answer.now),
        answer=Mark(across(found.reserve), _up(found.met), found) if found else None,
        ticks=[(across(most * part // 4), most * part // 4) for part in range(5)],
        levels=[(_up(level), level) for level in (0, 50, 100)],
        table=_table(steps, answer),
    )


def _up(percent: int) -> float:
    return round(BOTTOM - (BOTTOM - TOP) * percent / 100, 1)


def _table(steps: list[Step], answer: Forecast) -> list[tuple[Step, bool, bool]]:
    """Some of the steps, today's reserve and the one that is enough: (step, is today's, is enough)."""
    every = max(1, len(steps) // ROWS)
    marked = {answer.now.reserve, answer.reserve}
    shown = [one for number, one in enumerate(steps) if number % every == 0 or one.reserve in marked]
    return [(one, one.reserve == answer.now.reserve, one.reserve == answer.reserve) for one in shown]


@dataclass(frozen=True)
class Bar:
    """A number with its interval, as parts of a hundred of the longest in its row."""

    spread: Spread
    mid: float
    low: float
    wide: float


@dataclass(frozen=True)
class Line:
    """One measure of December: with all the money, with less, and what is lost between them."""

    label: str
    full: Bar
    less: Bar
    lost: Spread


def lines_of(answer: Forecast) -> list[Line]:
    """Empty where nobody's wishes are known."""
    measures = [
        ("points", _("Points")),
        ("persons", _("People who get something")),
        ("wishes", _("Wishes granted")),
        ("needs", _("Needs of the strategy that are met")),
    ]
    return [_line(key, label, answer) for key, label in measures if key in answer.spreads]


def _line(key: str, label: str, answer: Forecast) -> Line:
    full, less, lost = (answer.spreads[f"{part}{key}"] for part in ("", "less_", "lost_"))
    most = max(full.high, less.high, 1)
    return Line(label, _bar(full, most), _bar(less, most), lost)


def _bar(spread: Spread, most: int) -> Bar:
    low, mid, high = (round(BARS * number / most, 1) for number in (spread.low, spread.mid, spread.high))
    return Bar(spread, mid, low, round(high - low, 1))
