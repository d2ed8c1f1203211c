"""A mandate is changed until it ends: period, hours, roles, unit (sources: K04, K16, T08, T10; docs/adr/0026)."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone

from competence.domain import commitments, mailings
from competence.models import Employee, Employment, Unit
from competence.queries import leader_for
from trainers import emails_team
from trainers.domain import limits, load, vacancies
from trainers.domain.limits import Drain
from trainers.domain.mandates import Ended, MandateFacts, Phase, commit, refuse, running_row, subject_of
from trainers.models import Anchoring, Mandate, Session

__all__ = ["Ended", "NotThere", "OverAlready", "change", "stated"]


# A super-user still walks the floor, and is welcome where the trainers meet (source: K04).
WITHOUT_TRAINER = (Session.Kind.FLOOR_WALK, Session.Kind.NETWORK)


class OverAlready(Exception):
    """The last day lies before today: whoever stops ends the mandate."""


class NotThere(Exception):
    """The trainer has no post in the unit."""


@transaction.atomic
def change(*, mandate: Mandate, facts: MandateFacts, unit: Unit, by: Employee, at: datetime) -> Mandate:
    """What the trainer can count on from today; what has been stays as it was.

    The difference comes under the limit of `unit`. Where hours, roles, period or unit are others, the leader signs
    anew. Raises Ended, OverAlready, NotThere, mandates.NoRole, mandates.TooManyHours, limits.OverLimit, limits.Busy.
    """
    row, on = running_row(mandate), timezone.localdate(at)
    facts, before = replace(facts, phases=tuple(facts.phases)), stated(row)
    _refuse(row, facts, unit, on)
    if (facts, unit.pk) == (before, row.unit_id):
        return row
    has_new_terms = (_terms(facts), unit.pk) != (_terms(before), row.unit_id)
    if has_new_terms:
        _move_hours(row, facts, unit, on)
        vacancies.take_off(mandate=row, after=row.ends_on, at=at)
        if not facts.is_trainer:
            vacancies.take_off(mandate=row, after=on, at=at, keeps=WITHOUT_TRAINER)
    _write(row, facts, by, at)
    if has_new_terms:
        _ask_again(row, at)
    _tell(row, at)
    return row


def stated(mandate: Mandate) -> MandateFacts:
    """What a stored mandate says."""
    columns = ("kind", "starts_on", "ends_on", "teaching", "preparation", "support")
    phases = tuple(Phase(*values) for values in mandate.phases.values_list(*columns))
    names = [name for name in MandateFacts.__dataclass_fields__ if name != "phases"]
    return MandateFacts(phases=phases, **{name: getattr(mandate, name) for name in names})


def _terms(facts: MandateFacts) -> MandateFacts:
    """What the leader signs: all but the words and what the trainer has learnt."""
    return replace(facts, purpose="", benefit="", called="", scope="", topics="", knows_method=False)


def _refuse(row: Mandate, facts: MandateFacts, unit: Unit, on: date) -> None:
    refuse(facts)
    if facts.phases[-1].ends_on < on:
        raise OverAlready
    posts = Employment.objects.valid_on(on).filter(employee=row.employee_id, unit=unit)
    if unit.pk != row.unit_id and not posts.exists():
        raise NotThere


def _move_hours(row: Mandate, facts: MandateFacts, unit: Unit, on: date) -> None:
    """Under the lock of both units: what is more is taken, what is less goes back."""
    units = {row.unit_id, unit.pk}
    limits.locked(list(units))
    peak = facts.peak_from(on)
    more = peak - row.hours_taken if unit.pk == row.unit_id else peak
    if more > 0 or len(units) > 1:
        limits.take(drains={unit.pk: Drain(frozenset([row.employee_id]), more)}, on=on)
    row.unit, row.hours_taken = unit, peak
    row.starts_on, row.ends_on = facts.phases[0].starts_on, facts.phases[-1].ends_on
    _write_phases(row, facts)
    row.save()
    commitments.release(subject=subject_of(row), on=on - timedelta(days=1))
    commit(row, facts, since=on)
    load.recount(units=units, on=on)


def _write_phases(row: Mandate, facts: MandateFacts) -> None:
    row.phases.exclude(kind__in=[one.kind for one in facts.phases]).delete()
    for phase in facts.phases:
        told = {name: value for name, value in phase.__dict__.items() if name != "kind"}
        row.phases.update_or_create(kind=phase.kind, defaults=told)


def _write(row: Mandate, facts: MandateFacts, by: Employee, at: datetime) -> None:
    for name, value in facts.__dict__.items():
        if name != "phases":
            setattr(row, name, value)
    row.changed_by, row.changed_at = by, at
    row.save()


def _ask_again(row: Mandate, at: datetime) -> None:
    """The signature was under other terms; it stays in the history, and the leader is asked anew."""
    Anchoring.objects.filter(mandate=row).delete()
    leader = leader_for(row.employee, row.unit, timezone.localdate(at))
    if leader:
        mailings.notify(
            kind="trainer_anchor",
            about=_about(row, at),
            recipient=leader,
            message=emails_team.signature_asked_anew(row, leader),
            due_on=timezone.localdate(at),
            at=at,
        )


def _tell(row: Mandate, at: datetime) -> None:
    mailings.notify(
        kind="trainer_changed",
        about=_about(row, at),
        recipient=row.employee,
        message=emails_team.changed(row),
        due_on=timezone.localdate(at),
        at=at,
    )


def _about(row: Mandate, at: datetime) -> str:
    """Each change is told once."""
    return f"{subject_of(row)}:{at:%Y%m%dT%H%M%S}"
