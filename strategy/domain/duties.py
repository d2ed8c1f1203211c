"""What comes again: supervision each quarter, brush-up, first aid (sources: S15, S29, S34)."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from competence.models import Employee, Unit
from strategy.models import BrushUp, BrushUpHeld, Delivery, FirstAid, Need, Strategy, Supervision, SupervisionQuarter


class InTheFuture(Exception):
    """What has been held was held by now."""


class HasSupervision(Exception):
    """The team has supervision already."""


@dataclass(frozen=True)
class Noted:
    """Who noted it and when."""

    by: Employee
    at: datetime
    on: date


@transaction.atomic
def offer_supervision(*, unit: Unit, starts_on: date, supervisor: str = "", need: Need | None = None) -> Supervision:
    """A team has supervision each quarter from now on (source: S29). Raises HasSupervision."""
    Unit.objects.select_for_update().get(pk=unit.pk)
    if Supervision.objects.filter(unit=unit, ends_on__isnull=True).exists():
        raise HasSupervision(_("%(team)s has supervision already.") % {"team": unit})
    return Supervision.objects.create(unit=unit, starts_on=starts_on, supervisor=supervisor, need=need)


@transaction.atomic
def end_supervision(*, supervision: Supervision, on: date) -> Supervision:
    supervision.ends_on = max(on, supervision.starts_on)
    supervision.save(update_fields=["ends_on"])
    return supervision


@transaction.atomic
def note_quarter(
    *, supervision: Supervision, year: int, quarter: int, state: str, noted: Noted, day: date | None = None
) -> SupervisionQuarter:
    """Planned for, held on, or missed (source: S29). Raises InTheFuture for what is said to be held later."""
    if state == SupervisionQuarter.State.HELD and day is not None and day > noted.on:
        raise InTheFuture(_("It cannot have been held later than today."))
    facts = {
        "state": state,
        "day": None if state == SupervisionQuarter.State.MISSED else day,
        "noted_by": noted.by,
        "noted_at": noted.at,
    }
    row, _made = SupervisionQuarter.objects.update_or_create(
        supervision=supervision, year=year, quarter=quarter, defaults=facts
    )
    return row


@transaction.atomic
def add_brush_up(*, unit: Unit, topic: str, interval_months: int, need: Need | None = None) -> BrushUp:
    """A topic to take up every so many months (source: S15); one that was dropped is taken up again."""
    row, _made = BrushUp.objects.update_or_create(
        unit=unit, topic=topic, defaults={"interval_months": interval_months, "need": need, "is_active": True}
    )
    return row


@transaction.atomic
def drop_brush_up(*, brush_up: BrushUp) -> None:
    """Not taken up again; when it was held is kept."""
    brush_up.is_active = False
    brush_up.save(update_fields=["is_active"])


@transaction.atomic
def note_brush_up(*, brush_up: BrushUp, day: date, noted: Noted) -> BrushUpHeld:
    """Raises InTheFuture."""
    if day > noted.on:
        raise InTheFuture(_("It cannot have been held later than today."))
    row, _made = BrushUpHeld.objects.get_or_create(
        brush_up=brush_up, day=day, defaults={"noted_by": noted.by, "noted_at": noted.at}
    )
    return row


@transaction.atomic
def note_first_aid(*, employee: Employee, taken_on: date, expires_on: date, noted: Noted) -> FirstAid:
    """A certificate with its expiry (source: S34). Raises InTheFuture."""
    if taken_on > noted.on:
        raise InTheFuture(_("It cannot have been taken later than today."))
    row, _made = FirstAid.objects.update_or_create(
        employee=employee,
        taken_on=taken_on,
        defaults={"expires_on": expires_on, "noted_by": noted.by, "noted_at": noted.at},
    )
    return row


@transaction.atomic
def follow_from(*, strategy: Strategy, on: date) -> int:
    """Duties that follow from the version's needs and are not there yet; returns how many were made.

    A need for supervision each quarter: supervision for the teams it names, else all teams of the unit. A need for
    own teaching that recurs: a brush-up of the unit.
    """
    made = 0
    needs = Need.objects.filter(section__strategy=strategy, recurs_months__isnull=False)
    for need in needs.prefetch_related("units"):
        if need.delivery == Delivery.SUPERVISION:
            made += sum(_follow_supervision(need, team, on) for team in _teams(need, strategy.unit))
        elif need.delivery in (Delivery.INTERNAL, Delivery.WITH_CENTRES):
            made += _follow_brush_up(need, strategy.unit)
    return made


def _teams(need: Need, unit: Unit) -> list[Unit]:
    named = list(need.units.all())
    return named or list(Unit.objects.below(unit).filter(kind=Unit.Kind.TEAM, closed_on__isnull=True))


def _follow_supervision(need: Need, team: Unit, on: date) -> bool:
    if Supervision.objects.filter(unit=team, ends_on__isnull=True).exists():
        return False
    offer_supervision(unit=team, starts_on=on, need=need)
    return True


def _follow_brush_up(need: Need, unit: Unit) -> bool:
    if need.recurs_months is None or BrushUp.objects.filter(unit=unit, topic=need.title).exists():
        return False
    add_brush_up(unit=unit, topic=need.title, interval_months=need.recurs_months, need=need)
    return True
