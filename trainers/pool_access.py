"""Who may open what of the shared pool: the own municipality, and others only what is shared with them (source: T14).

Two questions only are asked across municipalities: is the trainer shared now, and did mine ask.
"""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone

from competence.access import Actor, Permission, fetch_colleague
from competence.models import Employee
from competence.models.people import EmployeeQuerySet
from trainers.models import PoolShare, TrainerRequest

SHARES = PoolShare.objects.select_related("employee__municipality__settings", "asked_by", "ended_by")
REQUESTS = TrainerRequest.objects.select_related(
    "share__employee__municipality", "municipality", "asked_by", "answered_by"
)


def fetch_to_share(actor: Actor, pk: int) -> Employee:
    """A trainer of the own municipality, for those who choose trainers."""
    found = fetch_colleague(actor, pk)
    if not actor.may(Permission.EDIT_PROFILES):
        raise PermissionDenied
    return found


def fetch_share(actor: Actor, pk: int) -> PoolShare:
    """For the trainer, and those who choose trainers in the same municipality."""
    found = get_object_or_404(SHARES.filter(employee__municipality=actor.municipality), pk=pk)
    if found.employee_id != actor.employee.pk and not actor.may(Permission.EDIT_PROFILES):
        raise PermissionDenied
    return found


def fetch_own_share(actor: Actor, pk: int) -> PoolShare:
    """For the trainer alone: nobody agrees for somebody else."""
    found = fetch_share(actor, pk)
    if found.employee_id != actor.employee.pk:
        raise PermissionDenied
    return found


def fetch_shared(actor: Actor, pk: int) -> PoolShare:
    """A trainer of another municipality who is shared and at work now, for those who choose trainers; nothing else."""
    at_work = EmployeeQuerySet(Employee).employed_on(timezone.localdate())
    others = SHARES.shared().filter(employee__in=at_work).exclude(employee__municipality=actor.municipality)
    return get_object_or_404(others, pk=pk)


def fetch_request(actor: Actor, pk: int) -> TrainerRequest:
    """For those who choose trainers in the municipality that asked, and in the one that answers."""
    found = get_object_or_404(REQUESTS, pk=pk)
    if actor.municipality not in (found.municipality_id, found.share.employee.municipality_id):
        raise Http404
    if not actor.may(Permission.EDIT_PROFILES):
        raise PermissionDenied
    return found


def answers(actor: Actor, request: TrainerRequest) -> bool:
    """Whether `actor` is of the municipality that answers."""
    return request.share.employee.municipality_id == actor.municipality
