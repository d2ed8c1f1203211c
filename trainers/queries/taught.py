"""What a municipality's own trainers cost and reached: hours, places and use, no persons (source: T26)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Q
from django.utils import timezone

from competence.models import Unit
from trainers.models import ComparedYear, Mandate, MandatePhase, Participant, Session, UseCheck

WEEK = 7


@dataclass(frozen=True)
class Taught:
    """Agreed hours of those days; who came and how often; of the units looked at, where it is used at least partly."""

    preparation: int
    teaching: int
    people: int
    places: int
    units_seen: int
    units_used: int


def taught_in(municipality: Unit | int, first: date, last: date) -> Taught:
    """Between the two days, both included; three queries."""
    phases = MandatePhase.objects.filter(
        mandate__employee__municipality=municipality,
        mandate__is_trainer=True,
        mandate__started_at__isnull=False,
        starts_on__lte=last,
        ends_on__gte=first,
    ).select_related("mandate")
    came = Participant.objects.filter(
        attended=True,
        employee__municipality=municipality,
        session__state=Session.State.HELD,
        session__starts_at__date__range=(first, last),
        session__kind__in=[Session.Kind.TEACHING, Session.Kind.WEBINAR],
    ).aggregate(people=Count("employee", distinct=True), places=Count("pk"))
    looked = UseCheck.objects.filter(
        Q(unit__municipality=municipality) | Q(unit=municipality), held_on__range=(first, last)
    )
    seen = looked.aggregate(units_seen=Count("pk"), units_used=Count("pk", filter=~Q(use=UseCheck.Use.BACK)))
    preparation, teaching = _hours(phases, first, last)
    return Taught(preparation=preparation, teaching=teaching, **came, **seen)


def _hours(phases: Iterable[MandatePhase], first: date, last: date) -> tuple[int, int]:
    """For preparation and with colleagues, in whole hours, of the days that lie within."""
    preparation = teaching = 0
    for phase in phases:
        days = max(0, (min(phase.ends_on, last, _end(phase.mandate)) - max(phase.starts_on, first)).days + 1)
        preparation += phase.preparation * days
        teaching += phase.teaching * days
    return round(preparation / WEEK), round(teaching / WEEK)


def _end(mandate: Mandate) -> date:
    """The last day of a mandate: the day before it was ended."""
    ended = mandate.ended_at
    return timezone.localdate(ended) - timedelta(days=1) if ended else mandate.ends_on


def kept_of(municipality: Unit | int, year: int) -> ComparedYear | None:
    """The figures of the year as they were fixed; None while they still move."""
    return ComparedYear.objects.filter(municipality=municipality, year=year).first()
