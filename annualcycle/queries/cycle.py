"""What pages read about the year: which one, where it stands, what it weighs wishes by."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Prefetch, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from annualcycle.models import Criterion, Cycle
from annualcycle.phases import DATE_FIELDS, Phase, label, phase_on, spans
from competence import wheel
from competence.access import Actor, Permission, scope
from competence.models import Role, Unit
from competence.queries import Pending

COLOURS = {
    Phase.TALKS: "teal",
    Phase.PRIORITISATION: "rust",
    Phase.ANSWERS: "amber",
    Phase.ORIENTATION: "green",
    Phase.LEARNING: "grey",
}
ASK_TO_PUBLISH = timedelta(days=60)


@dataclass(frozen=True)
class DateRow:
    """A date of the year with its name; `is_next` marks the first one to come."""

    label: str
    on: date
    is_past: bool
    is_next: bool


def visible(actor: Actor) -> QuerySet[Cycle]:
    """The years `actor` may open: published ones of the own centres, all of those managed (source: S09)."""
    published = Q(published_at__isnull=False)
    mine = Q(unit__in=actor.centres) | scope(actor, Permission.SEE_BOARD, "unit")
    mine |= (
        Q(unit__in=actor.line(Permission.LEAD_TALKS))
        | scope(actor, Permission.LEAD_TALKS, "unit")
        | scope(actor, Permission.SEE_FIGURES, "unit")
    )
    managed = scope(actor, Permission.MANAGE_CYCLE, "unit")
    return Cycle.objects.filter(published & mine | managed, is_history=False).select_related("unit", "budget")


def manages(actor: Actor, cycle: Cycle) -> bool:
    return actor.may(Permission.MANAGE_CYCLE, cycle.unit)


def sees_budget(actor: Actor, cycle: Cycle) -> bool:
    """The amounts are for those who decide and those who run the year."""
    return manages(actor, cycle) or actor.may(Permission.SEE_BOARD, cycle.unit)


def with_criteria(cycles: QuerySet[Cycle]) -> QuerySet[Cycle]:
    return cycles.prefetch_related(Prefetch("criteria", Criterion.objects.order_by("position")))


def current(cycles: Iterable[Cycle], on: date, centres: Iterable[int] = ()) -> Cycle | None:
    """The year to show first: of one's own centre, and the latest whose talks have opened, else the next."""
    own = set(centres)
    rows = sorted(cycles, key=lambda cycle: (cycle.unit_id not in own, cycle.unit.path, -cycle.year))
    if not rows:
        return None
    of_first = [cycle for cycle in rows if cycle.unit_id == rows[0].unit_id]
    begun = [cycle for cycle in of_first if cycle.talks_open_on <= on and cycle.is_published]
    return begun[0] if begun else of_first[-1]


def wheel_of(cycle: Cycle, on: date) -> wheel.Wheel:
    """The year as a picture with today's hand."""
    shorts = {
        Phase.TALKS: pgettext("phase, short", "Talks"),
        Phase.PRIORITISATION: pgettext("phase, short", "Prioritisation"),
        Phase.ANSWERS: pgettext("phase, short", "Answers"),
        Phase.ORIENTATION: pgettext("phase, short", "Orientation"),
        Phase.LEARNING: pgettext("phase, short", "Learning"),
    }
    phases = [
        wheel.Phase(span.phase, str(span.phase.label), span.starts, span.ends, COLOURS[span.phase], shorts[span.phase])
        for span in spans(cycle)
    ]
    return wheel.wheel(phases, on)


def years_of(actor: Actor) -> list[Cycle]:
    """The years `actor` may open, read once in a request."""
    if "years" not in actor.memo:
        actor.memo["years"] = list(visible(actor))
    years: list[Cycle] = actor.memo["years"]
    return years


def running_years(actor: Actor, on: date) -> list[Cycle]:
    """Those of `years_of` that are published, not yet evaluated, and whose talks have opened by `on`."""
    return [year for year in years_of(actor) if year.is_running and year.talks_open_on <= on]


def wheel_for(actor: Actor, on: date) -> tuple[Cycle, wheel.Wheel] | None:
    """The year of `actor`'s centre and its wheel, for the start page; None when there is none."""
    own = [cycle for cycle in years_of(actor) if cycle.unit_id in actor.centres or not actor.centres]
    cycle = current(own, on, actor.centres)
    return (cycle, wheel_of(cycle, on)) if cycle else None


def dates_of(cycle: Cycle, on: date) -> list[DateRow]:
    """The dates of the year in order."""
    pairs = [(label(name), getattr(cycle, name)) for name in DATE_FIELDS]
    coming = [day for _name, day in pairs if day >= on]
    return [DateRow(name, day, day < on, bool(coming) and day == coming[0]) for name, day in pairs]


def units_without(actor: Actor, year: int) -> QuerySet[Unit]:
    """The centres `actor` manages that have no `year` yet."""
    centres = Unit.objects.cycle_units().filter(scope(actor, Permission.MANAGE_CYCLE))
    return centres.exclude(cycles__year=year).order_by("path")


def pending_cycle(actor: Actor, on: date) -> list[Pending]:
    """The frame of the year that its manager has not published yet."""
    managed = {grant.unit for grant in actor.grants if grant.role == Role.MANAGER}
    unpublished = [cycle for cycle in years_of(actor) if cycle.unit_id in managed and not cycle.is_published]
    due = [cycle for cycle in unpublished if cycle.talks_open_on <= on + ASK_TO_PUBLISH and cycle.wishes_due_on >= on]
    return [
        Pending(
            due_on=cycle.talks_open_on,
            title=_("Publish the year %(year)s for %(unit)s") % {"year": cycle.year, "unit": cycle.unit},
            why=_("Everybody reads criteria, thresholds and dates before the talks open."),
            url=reverse("year:cycle", args=[cycle.pk]),
            action=_("See what is missing"),
        )
        for cycle in due
    ]


def is_open_for_talks(cycle: Cycle, on: date) -> bool:
    return phase_on(cycle, on) == Phase.TALKS
