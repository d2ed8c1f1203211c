"""What a trainer needs by the profile, the plan that follows, and how sure the trainer is (sources: T24, T25)."""

from collections.abc import Mapping
from datetime import date

from django.db import transaction

from competence.domain import career
from competence.domain.career import RoleFacts
from competence.models import CareerStep
from trainers.domain.mandates import role_of, running_row
from trainers.models import Criterion, Mandate, OwnLevel, PlanStep, Programme, Sureness


class NotReady(Exception):
    """A higher level is for those who teach already."""


@transaction.atomic
def see_oneself(*, mandate: Mandate, levels: Mapping[int, int], on: date) -> list[OwnLevel]:
    """The trainer's own levels 0–5 by criterion of the profile; others are left out. Raises Ended."""
    row = running_row(mandate)
    criteria = Criterion.objects.filter(profile=row.round.profile_id, pk__in=levels)
    return [
        OwnLevel.objects.update_or_create(mandate=row, criterion=one, on=on, defaults={"value": levels[one.pk]})[0]
        for one in criteria
    ]


@transaction.atomic
def plan_step(*, mandate: Mandate, text: str, due_on: date, criterion: Criterion | None = None) -> PlanStep:
    """One step more of the plan. Raises Ended."""
    return PlanStep.objects.create(mandate=running_row(mandate), text=text.strip(), due_on=due_on, criterion=criterion)


@transaction.atomic
def finish_step(*, step: PlanStep, on: date) -> PlanStep:
    """Done on `on`; what is done already stays as it was. Raises Ended."""
    running_row(step.mandate)
    step.done_on = step.done_on or on
    step.save(update_fields=["done_on"])
    return step


@transaction.atomic
def drop_step(*, step: PlanStep) -> None:
    """Raises Ended."""
    running_row(step.mandate)
    step.delete()


@transaction.atomic
def say_sure(*, mandate: Mandate, levels: Mapping[str, int], on: date) -> list[Sureness]:
    """How sure the trainer is today, by sub-role; what was said before stays. Raises Ended (source: T24)."""
    row = running_row(mandate)
    return [
        Sureness.objects.update_or_create(
            mandate=row, role=Sureness.Role(role), on=on, defaults={"level": Sureness.Level(level)}
        )[0]
        for role, level in levels.items()
    ]


@transaction.atomic
def expect_months(*, programme: Programme, trainer: int, supervisor: int, coach: int) -> Programme:
    """How many months it usually takes to be sure in each sub-role."""
    programme.trainer_months, programme.supervisor_months, programme.coach_months = trainer, supervisor, coach
    programme.save(update_fields=["trainer_months", "supervisor_months", "coach_months"])
    return programme


@transaction.atomic
def raise_level(*, mandate: Mandate, level: str, on: date) -> CareerStep:
    """The career level of somebody who teaches already. Raises Ended, NotReady (source: T15)."""
    row = running_row(mandate)
    if not row.is_ready:
        raise NotReady
    role: RoleFacts = role_of(row)
    return career.take_step(role=role, level=level, on=on)
