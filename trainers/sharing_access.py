"""Who may open what of best practice, courses of our own, the use afterwards, and who stays (K10, K43, T28, T31)."""

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import Http404
from django.shortcuts import get_object_or_404

from competence.access import Actor, Permission
from trainers import access, team_access
from trainers.models import Course, Mandate, Practice, Round, TrainerElsewhere, UseCheck
from trainers.queries.leading import led_by


def may_write(actor: Actor) -> bool:
    """Those who teach, and those who write profiles."""
    if actor.may(Permission.EDIT_PROFILES):
        return True
    return Mandate.objects.running().filter(employee=actor.employee).exists()


def fetch_practice(actor: Actor, pk: int) -> Practice:
    """One's own municipality's, and what others share."""
    found = get_object_or_404(Practice.objects.select_related("municipality"), pk=pk)
    if found.municipality_id != actor.municipality and not found.is_shared:
        raise Http404
    return found


def fetch_practice_to_write(actor: Actor, pk: int) -> Practice:
    """Written in one's own municipality."""
    found = fetch_practice_to_remove(actor, pk)
    if found.origin != found.municipality.name or not may_write(actor):
        raise PermissionDenied
    return found


def fetch_practice_to_share(actor: Actor, pk: int) -> Practice:
    found = fetch_practice_to_remove(actor, pk)
    if found.origin != found.municipality.name:
        raise PermissionDenied
    return found


def fetch_practice_to_remove(actor: Actor, pk: int) -> Practice:
    """In one's own municipality, also what was taken in."""
    rows = Practice.objects.select_related("municipality").filter(municipality=actor.municipality)
    return get_object_or_404(rows, pk=pk)


def fetch_course(actor: Actor, pk: int) -> Course:
    """For everybody inside the municipality that has it, written there or taken in."""
    rows = Course.objects.select_related("municipality").filter(municipality=actor.municipality)
    return get_object_or_404(rows, pk=pk)


def fetch_course_to_write(actor: Actor, pk: int) -> Course:
    """One's own municipality's, not what was taken in."""
    found = fetch_course(actor, pk)
    if not found.is_ours or not may_write(actor):
        raise PermissionDenied
    return found


def fetch_trainer_elsewhere(actor: Actor, pk: int) -> TrainerElsewhere:
    return get_object_or_404(TrainerElsewhere.objects.filter(municipality=actor.municipality), pk=pk)


def teams_of(actor: Actor) -> list[Round]:
    """Decided rounds whose sessions `actor` plans: those led, and those one is a trainer of."""
    mine = led_by(actor) | Q(mandates__in=Mandate.objects.running().filter(employee=actor.employee))
    home = Q(profile__programme__municipality=actor.municipality)
    rows = access.ROUNDS.filter(mine & home, decided_at__isnull=False)
    return list(rows.distinct().order_by("pk"))


def fetch_use_check(actor: Actor, pk: int) -> UseCheck:
    """For the team's trainers and its project leader."""
    found = get_object_or_404(UseCheck.objects.select_related("unit"), pk=pk)
    found.round = team_access.fetch_team(actor, found.round_id)
    return found


def may_see_staying(actor: Actor) -> bool:
    """Those who see figures without persons, and those who run selections."""
    return actor.may(Permission.SEE_FIGURES) or actor.may(Permission.RUN_ROUNDS)
