"""The strategies of a year as documents, for HR's export and for the command that does the same (source: S11)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _

from competence.domain.jobs import CannotBeMade, Item
from competence.models import Unit
from competence.pdf import MOST_ROWS, TooManyRows, file_name
from strategy import pdf
from strategy.models import Strategy

# The task is called `jobs.strategies`.
KIND = "strategies"


@dataclass(frozen=True)
class Choice:
    """A unit, and its approved version of a year if it has one."""

    unit: Unit
    version: Strategy | None

    @property
    def item(self) -> Item:
        """What a job makes of it; a unit without a version is an item too, so that it is named among the failures."""
        name = f"{file_name(self.unit.name)}-{file_name(self.unit.code)}"
        if self.version is None:
            return Item(f"none:{self.unit.pk}", f"{name}.pdf", self.unit.name)
        return Item(f"strategy:{self.version.pk}", f"{name}-version-{self.version.version}.pdf", self.unit.name)


def choices(*, municipality: int, year: int) -> list[Choice]:
    """The units that have or should have a strategy in `year`, in the order of the tree; two queries.

    Where two versions held in the year, it is the later one.
    """
    published = Strategy.objects.published().filter(starts_on__lte=date(year, 12, 31), ends_on__gte=date(year, 1, 1))
    versions = {version.unit_id: version for version in published.order_by("starts_on", "version")}
    own = Unit.objects.filter(Q(municipality=municipality) | Q(pk=municipality))
    centres = own.cycle_units().open_on(date(year, 12, 31))
    units = own.filter(Q(pk__in=centres.values("pk")) | Q(pk__in=versions)).order_by("path")
    return [Choice(unit, versions.get(unit.pk)) for unit in units]


def chosen(found: Iterable[Choice], units: Iterable[int]) -> list[Choice]:
    """Of `found` those of the units with these ids."""
    wanted = set(units)
    return [choice for choice in found if choice.unit.pk in wanted]


def make(key: str) -> bytes:
    """The document of `strategy:17`, in the active language. Raises CannotBeMade."""
    kind, _colon, number = key.partition(":")
    if kind != "strategy":
        raise CannotBeMade(_("No version is approved for the year."))
    version = Strategy.objects.select_related("unit__municipality").get(pk=number)
    try:
        return pdf.strategy(version)
    except pdf.NotApproved as refusal:
        raise CannotBeMade(_("No version is approved for the year.")) from refusal
    except TooManyRows as refusal:
        raise CannotBeMade(_("It has more than %(most)s needs.") % {"most": MOST_ROWS}) from refusal
