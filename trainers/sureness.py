"""How sure a trainer has become over time, as a picture: months from left to right, the expected month marked (T24)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from trainers.models import Mandate, Programme, Sureness

LEFT, WIDTH = 14, 560
FEWEST_MONTHS = 12
DAYS_OF_A_MONTH = 30.4375


@dataclass(frozen=True)
class Dot:
    """One answer: where it stands, its level 1–3 and the day."""

    x: float
    level: int
    word: str
    on: date


@dataclass(frozen=True)
class Lane:
    """One sub-role: its answers in order, and the month by which one is usually sure."""

    role: str
    label: str
    months: int
    expected_x: float
    dots: list[Dot]

    @property
    def last(self) -> Dot | None:
        return self.dots[-1] if self.dots else None

    @property
    def is_sure(self) -> bool:
        return self.last is not None and self.last.level == Sureness.Level.SURE


@dataclass(frozen=True)
class Picture:
    """Three lanes on one scale; `now_x` is today, `marks` are (x, month)."""

    lanes: list[Lane]
    now_x: float
    month: int
    marks: list[tuple[float, int]]


def picture_of(mandate: Mandate, rows: Sequence[Sureness], on: date) -> Picture:
    """Months are counted from the day the mandate began; needs the programme."""
    programme = mandate.round.profile.programme
    passed = months_between(mandate.starts_on, on)
    expected = months_of(programme)
    most = max(FEWEST_MONTHS, *expected.values(), int(passed) + 1)
    lanes = [_lane(role, expected[role], _of(rows, role), mandate.starts_on, most) for role in expected]
    marks = [(_x(month, most), month) for month in range(0, most + 1, 3 if most <= 24 else 6)]
    return Picture(lanes, _x(passed, most), int(passed), marks)


def months_of(programme: Programme) -> dict[str, int]:
    """Sub-role → months until one is usually sure."""
    return {str(role): int(getattr(programme, f"{role}_months")) for role in Sureness.Role}


def months_between(first: date, last: date) -> float:
    return max(0.0, (last - first).days / DAYS_OF_A_MONTH)


def _of(rows: Iterable[Sureness], role: str) -> list[Sureness]:
    return [row for row in rows if row.role == role]


def _lane(role: str, months: int, rows: list[Sureness], first: date, most: int) -> Lane:
    dots = [
        Dot(_x(months_between(first, row.on), most), row.level, str(row.get_level_display()), row.on) for row in rows
    ]
    return Lane(role, str(Sureness.Role(role).label), months, _x(months, most), dots)


def _x(month: float, most: int) -> float:
    return round(LEFT + WIDTH * min(month, most) / most, 1)
