"""Writes on the organisation tree."""

from collections.abc import Callable
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from competence.domain import law
from competence.models import Municipality, Unit

# What apps above put into a new municipality.
FOUNDED: list[Callable[[Unit], object]] = []


class UnitHasStaff(Exception):
    """A unit cannot close while somebody is employed in it or a unit under it is open."""


class WouldFormACircle(Exception):
    """A unit cannot be moved under itself."""


@transaction.atomic
def found_municipality(*, code: str, name: str, language: str = "da", is_example: bool = False) -> Unit:
    """A new root, closed to all others, which knows the law references shipped and what other apps ship."""
    root = Unit.objects.create(code=code, name=name, kind=Unit.Kind.MUNICIPALITY)
    root.path = f"{root.pk}/"
    root.save(update_fields=["path"])
    Municipality.objects.create(unit=root, language=language, is_example=is_example)
    law.load(municipality=root, references=law.references_in(law.SHIPPED))
    for furnish in FOUNDED:
        furnish(root)
    return root


@transaction.atomic
def add(*, parent: Unit, code: str, name: str, kind: str, opened_on: date | None = None) -> Unit:
    """A unit under `parent`."""
    unit = Unit.objects.create(
        municipality_id=parent.municipality_id or parent.pk,
        parent=parent,
        code=code,
        name=name,
        kind=kind,
        opened_on=opened_on,
    )
    place(unit)
    return unit


def place(unit: Unit) -> None:
    """Set the path and the centre of `unit` and of everything under it from its parent."""
    parent = unit.parent
    unit.path = f"{parent.path if parent else ''}{unit.pk}/"
    inherited = parent.centre_id if parent else None
    runs_a_cycle = unit.kind in (Unit.Kind.CENTRE, Unit.Kind.STAFF)
    unit.centre_id = unit.pk if runs_a_cycle and inherited is None else inherited
    unit.save(update_fields=["path", "centre"])
    for child in unit.children.all():
        child.parent = unit
        place(child)


@transaction.atomic
def rename(*, unit: Unit, name: str, code: str, kind: str) -> Unit:
    """The unit's name, code and kind; a change of kind can give everything below it another centre."""
    unit.name, unit.code, unit.kind = name, code, kind
    unit.save(update_fields=["name", "code", "kind"])
    place(unit)
    return unit


@transaction.atomic
def move(*, unit: Unit, parent: Unit) -> Unit:
    """Put `unit` with everything under it below `parent`. Raises WouldFormACircle."""
    if unit.contains(parent):
        raise WouldFormACircle(_("A unit cannot be moved under itself."))
    unit.parent = parent
    unit.save(update_fields=["parent"])
    place(unit)
    return unit


@transaction.atomic
def close(*, unit: Unit, on: date) -> Unit:
    """Close `unit` after `on` (inclusive). Raises UnitHasStaff, which says what stands in the way."""
    staff = unit.employments.exclude(ends_on__lte=on).values("employee").distinct().count()
    children = unit.children.exclude(closed_on__lte=on).count()
    if staff or children:
        raise UnitHasStaff(_in_the_way(staff, children))
    unit.closed_on = on
    unit.save(update_fields=["closed_on"])
    return unit


def _in_the_way(staff: int, children: int) -> str:
    people = ngettext("%(count)s person is employed there.", "%(count)s people are employed there.", staff)
    units = ngettext("%(count)s unit under it is open.", "%(count)s units under it are open.", children)
    found = [text % {"count": count} for text, count in ((people, staff), (units, children)) if count]
    return " ".join([*found, _("Move or close them first.")])
