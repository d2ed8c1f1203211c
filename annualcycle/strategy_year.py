"""The year as a strategy's document shows it."""

from annualcycle.domain.cycle import default_dates
from annualcycle.models import Cycle
from annualcycle.queries.cycle import wheel_of
from competence.wheel import Wheel
from strategy.models import Strategy


def year_of(version: Strategy) -> Wheel:
    """The first year of the version: as its unit has planned it, else the usual one."""
    year = version.starts_on.year
    planned = Cycle.objects.filter(unit=version.unit_id, year=year, is_history=False).first()
    cycle = planned or Cycle(unit=version.unit, year=year, **default_dates(year))
    return wheel_of(cycle, cycle.talks_open_on)
