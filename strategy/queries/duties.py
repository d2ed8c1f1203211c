"""What comes again in a unit: supervision by team and quarter, brush-up topics, first aid (sources: S15, S29, S34)."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Max, OuterRef, QuerySet, Subquery
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from competence.access import Actor, Permission, scope
from competence.models import Employee, RoleAssignment, Unit
from competence.queries import Pending
from competence.queries.rights import rules_of
from strategy.elected import Elected, entitlements
from strategy.models import BrushUp, FirstAid, Supervision, SupervisionQuarter
from strategy.months import months_after
from strategy.reading import REPRESENT

State = SupervisionQuarter.State
BRUSH_UP_SOON = timedelta(days=30)
FIRST_AID_SOON = timedelta(days=60)


@dataclass(frozen=True)
class Cell:
    """A quarter of a team; `state` is planned, held, missed, open (to be noted), coming or outside."""

    quarter: int
    state: str
    day: date | None


@dataclass(frozen=True)
class TeamYear:
    supervision: Supervision
    cells: list[Cell]

    @property
    def held(self) -> int:
        return sum(cell.state == State.HELD for cell in self.cells)


@dataclass(frozen=True)
class Topic:
    """A brush-up with its days; `is_late` when it should have been held."""

    brush_up: BrushUp
    last: date | None
    due: date | None
    is_late: bool
    is_soon: bool


def quarter_of(day: date) -> int:
    return (day.month - 1) // 3 + 1


def last_day(year: int, quarter: int) -> date:
    return date(year, quarter * 3, monthrange(year, quarter * 3)[1])


def supervision_grid(unit: Unit, year: int, on: date) -> list[TeamYear]:
    """The teams of `unit` with supervision in `year`, a cell for each quarter; two queries."""
    rows = Supervision.objects.filter(unit__path__startswith=unit.path, starts_on__lte=date(year, 12, 31))
    rows = rows.exclude(ends_on__lt=date(year, 1, 1)).select_related("unit").prefetch_related("quarters")
    return [TeamYear(row, _cells(row, year, on)) for row in rows.order_by("unit__path", "starts_on")]


def _cells(row: Supervision, year: int, on: date) -> list[Cell]:
    noted = {quarter.quarter: quarter for quarter in row.quarters.all() if quarter.year == year}
    cells = []
    for number in (1, 2, 3, 4):
        found = noted.get(number)
        cells.append(
            Cell(number, found.state if found else _unnoted(row, year, number, on), found.day if found else None)
        )
    return cells


def _unnoted(row: Supervision, year: int, number: int, on: date) -> str:
    last, first = last_day(year, number), date(year, number * 3 - 2, 1)
    if last < row.starts_on or (row.ends_on and first > row.ends_on):
        return "outside"
    return "coming" if last >= on else "open"


@dataclass(frozen=True)
class NextSupervision:
    """The supervision of a team, and the day it is planned for next; None where none is planned."""

    supervision: Supervision
    day: date | None


def next_supervision(unit: Unit, on: date) -> NextSupervision | None:
    """Of `unit`, or of the nearest unit above it that has supervision; two queries."""
    rows = Supervision.objects.valid_on(on).filter(unit__in=unit.line)
    found = rows.order_by("-unit__path", "-starts_on").first()
    if found is None:
        return None
    planned = found.quarters.filter(state=State.PLANNED, day__gte=on).order_by("day").first()
    return NextSupervision(found, planned.day if planned else None)


def topics_of(unit: Unit, on: date) -> list[Topic]:
    """The unit's brush-ups, what is due first at the top; one query."""
    return _topics(BrushUp.objects.filter(unit=unit), on)


def topics_for(unit: Unit, on: date) -> list[Topic]:
    """As `topics_of`, with those of the units above, for somebody who works in `unit`."""
    return _topics(BrushUp.objects.filter(unit__in=unit.line), on)


def _topics(of: "QuerySet[BrushUp]", on: date) -> list[Topic]:
    rows = of.filter(is_active=True).annotate(last=Max("held__day"))
    topics = [_topic(row, on) for row in rows.select_related("need__section")]
    return sorted(topics, key=lambda topic: (topic.due is not None, topic.due or date.min, topic.brush_up.topic))


def _topic(row: BrushUp, on: date) -> Topic:
    last: date | None = row.last  # type: ignore[attr-defined]  # annotated
    due = months_after(last, row.interval_months) if last else None
    return Topic(row, last, due, due is None or due < on, due is not None and on <= due <= on + BRUSH_UP_SOON)


def first_aid_of(unit: Unit, on: date) -> list[FirstAid]:
    """The newest certificate of everybody employed in the unit who has one, the first to expire at the top."""
    return list(_newest(Employee.objects.get_queryset().below(unit, on)).order_by("expires_on"))


def _newest(people: "QuerySet[Employee]") -> "QuerySet[FirstAid]":
    newest = FirstAid.objects.filter(employee=OuterRef("employee")).order_by("-expires_on", "-pk").values("pk")[:1]
    return FirstAid.objects.filter(pk=Subquery(newest), employee__in=people).select_related("employee")


def elected_of(unit: Unit, on: date) -> list[Elected]:
    """TR, AMR and AMG of `unit` and below it on `on`, each with what the rules give; two queries."""
    rows = RoleAssignment.objects.valid_on(on).filter(role__in=REPRESENT, unit__path__startswith=unit.path)
    rows = rows.filter(deputises_for__isnull=True).select_related("employee", "unit")
    rules = rules_of(unit, on)
    return [Elected(row, entitlements(row, on, rules)) for row in rows.order_by("role", "employee__sort_name")]


def units_kept(actor: Actor) -> "QuerySet[Unit]":
    """Units whose duties `actor` keeps, those with something in them or a cycle of their own first by the tree."""
    return Unit.objects.filter(scope(actor, Permission.KEEP_DUTIES), closed_on__isnull=True).order_by("path")


def first_kept(actor: Actor) -> Unit | None:
    """The unit whose duties the actor is nearest to: one with a role on it, else a centre."""
    units = list(units_kept(actor))
    held = {grant.unit for grant in actor.grants}
    first = next((unit for unit in units if unit.pk in held and unit.kind != Unit.Kind.MUNICIPALITY), None)
    return first or next((unit for unit in units if unit.kind == Unit.Kind.CENTRE), None)


def _led(actor: Actor) -> list[int]:
    return [grant.unit for grant in actor.grants if grant.role in ("team_leader", "manager")]


def certificates(actor: Actor, on: date) -> "QuerySet[FirstAid]":
    """One's own, the last to expire at the top."""
    return FirstAid.objects.filter(employee=actor.employee).order_by("-expires_on")


def pending_first_aid(actor: Actor, on: date) -> list[Pending]:
    """One's own certificate, before it expires."""
    newest = certificates(actor, on).first()
    if newest is None or newest.expires_on > on + FIRST_AID_SOON:
        return []
    return [
        Pending(
            due_on=newest.expires_on,
            title=_("Your first-aid certificate expires"),
            why=_("Agree with your leader when you renew it."),
            url=reverse("me"),
            action=pgettext("button", "See"),
        )
    ]


def _quarter_before(on: date) -> tuple[int, int]:
    return (on.year, quarter_of(on) - 1) if quarter_of(on) > 1 else (on.year - 1, 4)


def unnoted(actor: Actor, on: date) -> "QuerySet[Supervision] | None":
    """Supervision of the teams `actor` leads, where nobody has said whether it was held in the quarter before."""
    if not (led := _led(actor)):
        return None
    year, number = _quarter_before(on)
    rows = Supervision.objects.filter(unit__in=led, starts_on__lte=last_day(year, number))
    return rows.exclude(ends_on__lt=last_day(year, number)).exclude(quarters__year=year, quarters__quarter=number)


def pending_quarters(actor: Actor, on: date) -> list[Pending]:
    """Quarters to note for the teams one leads."""
    rows, (year, number) = unnoted(actor, on), _quarter_before(on)
    if rows is None:
        return []
    return [
        Pending(
            due_on=last_day(year, number),
            title=_("Was the supervision of %(team)s held?") % {"team": row.unit},
            why=_("Nobody has noted quarter %(quarter)s of %(year)s.") % {"quarter": number, "year": str(year)},
            url=f"{reverse('strategy:duties', args=[row.unit_id])}?year={year}",
            action=pgettext("button", "Note it"),
        )
        for row in rows.select_related("unit")
    ]


def topics_led(actor: Actor, on: date) -> "QuerySet[BrushUp] | None":
    """What comes again in the units `actor` leads, with `last`, the day it was held last."""
    if not (led := _led(actor)):
        return None
    rows = BrushUp.objects.filter(unit__in=led, is_active=True)
    return rows.annotate(last=Max("held__day")).select_related("unit")


def pending_topics(actor: Actor, on: date) -> list[Pending]:
    """Units in which a topic is due again."""
    due: dict[Unit, list[date]] = {}
    for row in topics_led(actor, on) or ():
        topic = _topic(row, on)
        if topic.is_late or topic.is_soon:
            due.setdefault(row.unit, []).append(topic.due or on)
    return [
        Pending(
            due_on=min(days),
            title=ngettext(
                "Take up %(count)s topic again in %(unit)s", "Take up %(count)s topics again in %(unit)s", len(days)
            )
            % {"count": len(days), "unit": unit},
            why=_("It is time to brush up what the strategy says comes again."),
            url=reverse("strategy:duties", args=[unit.pk]),
            action=pgettext("button", "See which"),
        )
        for unit, days in due.items()
    ]
