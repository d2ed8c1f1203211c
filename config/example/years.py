"""Where each centre stands in its year on the day of loading: two in the talks, one in December, two after it."""

from dataclasses import dataclass
from datetime import date, timedelta

from annualcycle.domain.cycle import DATE_FIELDS

KRONER = 100


@dataclass(frozen=True)
class Year:
    """Days from the day of loading to each date of the year, in their order; budget and reserve in øre."""

    days: tuple[int, ...]
    budget: int
    reserve: int
    held: float
    decided: float = 0
    is_released: bool = False
    is_oriented: bool = False

    def dates(self, today: date) -> dict[str, date]:
        """The dates of the year."""
        return {name: today + timedelta(days=days) for name, days in zip(DATE_FIELDS, self.days, strict=True)}


IN_THE_TALKS = (-113, 8, 8, 18, 30, 54, 205)
IN_DECEMBER = (-140, -20, -12, 3, 12, 40, 180)
ANSWERED = (-180, -60, -50, -30, -20, 5, 120)
INFORMED = (-220, -100, -90, -70, -60, -40, 10)

YEARS = {
    "BU": Year(IN_THE_TALKS, 450_000 * KRONER, 90_000 * KRONER, held=0.78),
    "HR": Year(IN_THE_TALKS, 60_000 * KRONER, 12_000 * KRONER, held=0.5),
    "PPR": Year(IN_DECEMBER, 520_000 * KRONER, 100_000 * KRONER, held=0.97, decided=0.6),
    "YD": Year(ANSWERED, 380_000 * KRONER, 80_000 * KRONER, held=1, decided=1, is_released=True),
    "SH": Year(INFORMED, 320_000 * KRONER, 60_000 * KRONER, held=1, decided=1, is_released=True, is_oriented=True),
}
