"""Who may open what of a trainer's development: the trainer, and the little that leaders may read (source: T11)."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404

from competence.access import Actor, Permission, refuse_outsider
from trainers import access, team_access
from trainers.models import Insight, Learnt, Mandate, Note, PlanStep, Programme, Session


def fetch_own_note(actor: Actor, pk: int) -> Note:
    """For its writer; nobody else is told that there is one."""
    return get_object_or_404(Note.objects.select_related("shown_to"), pk=pk, employee=actor.employee)


def fetch_own_insight(actor: Actor, pk: int) -> Insight:
    return get_object_or_404(Insight, pk=pk, employee=actor.employee)


def fetch_own_learnt(actor: Actor, pk: int) -> Learnt:
    return get_object_or_404(Learnt, pk=pk, employee=actor.employee)


def fetch_own_step(actor: Actor, pk: int) -> PlanStep:
    return get_object_or_404(PlanStep.objects.select_related("mandate"), pk=pk, mandate__employee=actor.employee)


def fetch_session_to_feel(actor: Actor, pk: int) -> Session:
    """For those who hold it."""
    rows = Session.objects.select_related("round__leader", "unit").filter(trainers__mandate__employee=actor.employee)
    return get_object_or_404(rows.distinct(), pk=pk)


def fetch_mandate_to_follow(actor: Actor, pk: int) -> Mandate:
    """For those who lead the trainer, and the project leader: plan, sureness and what was learnt."""
    found = team_access.fetch_mandate(actor, pk)
    if found.employee_id == actor.employee.pk:
        return found
    if not team_access.may_sign(actor, found) and not access.leads(actor, found.round):
        raise PermissionDenied
    return found


def reads_shown_notes(actor: Actor, mandate: Mandate) -> bool:
    """Who leads the trainer's unit today; the notes themselves name the one they are shown to."""
    return team_access.may_sign(actor, mandate)


def fetch_programme_to_write(actor: Actor, pk: int) -> Programme:
    """For those who write profiles."""
    found = get_object_or_404(Programme.objects.select_related("municipality"), pk=pk)
    refuse_outsider(actor, found.municipality)
    if not actor.may(Permission.EDIT_PROFILES):
        raise PermissionDenied
    return found
