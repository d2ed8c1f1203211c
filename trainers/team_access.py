"""Who may open what of a team at work: its project leader, its trainers, their leaders, those invited."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404

from competence.access import Actor, Permission, fetch, refuse_outsider
from competence.models import Unit
from trainers import access
from trainers.models import Mandate, Round, Session, SupportEntry

MANDATES = Mandate.objects.select_related(
    "employee__municipality__settings",
    "unit",
    "made_by",
    "changed_by",
    "round__unit",
    "round__leader",
    "round__profile__programme",
    "anchoring__signed_by",
)
SESSIONS = Session.objects.select_related(
    "unit", "made_by", "round__unit", "round__leader", "round__profile__programme"
)


def holds(actor: Actor, round_: Round) -> bool:
    """One of the team's trainers today."""
    return Mandate.objects.running().filter(round=round_, employee=actor.employee).exists()


def may_sign(actor: Actor, mandate: Mandate) -> bool:
    """Who leads the trainer's unit; nobody signs for themselves."""
    own = mandate.employee_id == actor.employee.pk
    return not own and actor.may(Permission.RELEASE_TIME, mandate.unit)


def fetch_team(actor: Actor, pk: int) -> Round:
    """A decided round, for its project leader and its trainers."""
    found = get_object_or_404(access.ROUNDS, pk=pk)
    refuse_outsider(actor, found.unit)
    if not access.leads(actor, found) and not holds(actor, found):
        raise PermissionDenied
    return found


def fetch_mandate(actor: Actor, pk: int) -> Mandate:
    """For the trainer, the project leader, and those who lead the trainer."""
    found = _mandate(actor, pk)
    own = found.employee_id == actor.employee.pk
    if not own and not access.leads(actor, found.round) and not may_sign(actor, found):
        raise PermissionDenied
    return found


def fetch_own_mandate(actor: Actor, pk: int) -> Mandate:
    """For the trainer alone."""
    found = _mandate(actor, pk)
    if found.employee_id != actor.employee.pk:
        raise PermissionDenied
    return found


def fetch_mandate_to_lead(actor: Actor, pk: int) -> Mandate:
    """For the round's project leader; nobody decides anything about oneself."""
    found = _mandate(actor, pk)
    if found.employee_id == actor.employee.pk or not access.leads(actor, found.round):
        raise PermissionDenied
    return found


def fetch_mandate_to_walk(actor: Actor, pk: int) -> Mandate:
    """For the project leader and the trainer."""
    found = _mandate(actor, pk)
    if found.employee_id != actor.employee.pk and not access.leads(actor, found.round):
        raise PermissionDenied
    return found


def fetch_mandate_to_sign(actor: Actor, pk: int) -> Mandate:
    """For those who lead the trainer."""
    found = _mandate(actor, pk)
    if not may_sign(actor, found):
        raise PermissionDenied
    return found


def fetch_session(actor: Actor, pk: int) -> Session:
    """For the team and for those invited; whoever else is inside does not see who came."""
    found = fetch_session_in_reach(actor, pk)
    invited = found.participants.filter(employee=actor.employee).exists()
    if not invited and not runs(actor, found):
        raise PermissionDenied
    return found


def fetch_session_to_run(actor: Actor, pk: int) -> Session:
    """For those who hold it and the project leader."""
    found = fetch_session_in_reach(actor, pk)
    if not runs(actor, found):
        raise PermissionDenied
    return found


def fetch_session_in_reach(actor: Actor, pk: int) -> Session:
    """For everybody of the municipality: a code on the wall is for whoever is in the room."""
    found = get_object_or_404(SESSIONS, pk=pk)
    refuse_outsider(actor, found.unit)
    return found


def runs(actor: Actor, session: Session) -> bool:
    """The team's trainers and its project leader."""
    return access.leads(actor, session.round) or holds(actor, session.round)


def fetch_unit_load(actor: Actor, pk: int) -> Unit:
    """A unit whose limits `actor` sets."""
    return fetch(actor, Permission.SET_LIMITS, Unit.objects.all(), unit=lambda unit: unit, pk=pk)


def _mandate(actor: Actor, pk: int) -> Mandate:
    found = get_object_or_404(MANDATES, pk=pk)
    refuse_outsider(actor, found.unit)
    return found


def supporting_mandate(actor: Actor, round_: Round) -> Mandate | None:
    """The actor's own mandate with a support role in the team (source: K13)."""
    mine = Mandate.objects.running().filter(round=round_, employee=actor.employee).select_related("round")
    return next((one for one in mine if one.supports), None)


def fetch_team_to_support(actor: Actor, pk: int) -> Round:
    """For the project leader, and those of the team whose role it is to report."""
    found = get_object_or_404(access.ROUNDS, pk=pk)
    refuse_outsider(actor, found.unit)
    if not access.leads(actor, found) and supporting_mandate(actor, found) is None:
        raise PermissionDenied
    return found


def fetch_entry(actor: Actor, pk: int) -> SupportEntry:
    """A line of the log, for those who see the log."""
    found = get_object_or_404(SupportEntry.objects.select_related("round"), pk=pk)
    found.round = fetch_team_to_support(actor, found.round_id)
    return found
