"""The year as a strategy's document shows it: kept with the version when it is approved (source: S03)."""

from datetime import date

from annualcycle.domain.cycle import default_dates
from annualcycle.models import Cycle
from annualcycle.phases import DATE_FIELDS
from annualcycle.queries.cycle import wheel_of
from competence.wheel import Wheel
from strategy.models import Strategy


def dates_of(version: Strategy) -> dict[str, str]:
    """The dates of the version's first year: as its unit has planned it by now, else the usual ones."""
    year = version.starts_on.year
    planned = Cycle.objects.filter(unit=version.unit_id, year=year, is_history=False).first()
    dates = {name: getattr(planned, name) for name in DATE_FIELDS} if planned else default_dates(year)
    return {name: day.isoformat() for name, day in dates.items()}


def year_of(version: Strategy) -> Wheel:
    """The first year as it was when the version was approved; as it is where no dates were kept then."""
    kept = version.kept_dates or dates_of(version)
    dates = {name: date.fromisoformat(day) for name, day in kept.items()}
    cycle = Cycle(unit=version.unit, year=version.starts_on.year, **dates)
    return wheel_of(cycle, cycle.talks_open_on)
