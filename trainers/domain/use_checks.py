"""After the introduction: is it used as meant, and what happens next? (source: K10)"""

from datetime import date

from django.db import transaction

from competence.models import Employee, Unit
from trainers.models import Round, UseCheck


class LookedAlready(Exception):
    """The finding is noted and stays."""


class PlannedAlready(Exception):
    """One look at a unit waits already."""


class BeforeToday(Exception):
    """The next look lies after this one."""


@transaction.atomic
def plan(*, round_: Round, unit: Unit, due_on: date) -> UseCheck:
    """A look at how it goes in `unit`; one at a time. Raises PlannedAlready."""
    Round.objects.select_for_update(of=("self",)).get(pk=round_.pk)
    if UseCheck.objects.filter(round=round_, unit=unit, held_on__isnull=True).exists():
        raise PlannedAlready
    return UseCheck.objects.create(round=round_, unit=unit, due_on=due_on)


@transaction.atomic
def note(
    *, check: UseCheck, use: str, finding: str, next_step: str, next_on: date | None, by: Employee, on: date
) -> UseCheck:
    """What was found on `on`; with `next_on` the next look is planned. Raises LookedAlready, BeforeToday."""
    row = UseCheck.objects.select_for_update(of=("self",)).select_related("round", "unit").get(pk=check.pk)
    if row.held_on is not None:
        raise LookedAlready
    if next_on is not None and next_on <= on:
        raise BeforeToday
    row.held_on, row.use, row.noted_by = on, UseCheck.Use(use), by
    row.finding, row.next_step = finding.strip(), next_step.strip()
    row.save()
    if next_on is not None:
        plan(round_=row.round, unit=row.unit, due_on=next_on)
    return row
