"""Who may open what of a selection: the selectors, the candidate, the nearest leader, and nobody else (source: K03)."""

from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.shortcuts import get_object_or_404

from competence.access import Actor, Permission, fetch, refuse_outsider
from competence.models import Role, Unit
from trainers.models import Candidate, PeerAsk, Profile, Round

ROUNDS = Round.objects.select_related("unit", "leader", "decided_by", "profile__programme")
CANDIDATES = Candidate.objects.select_related(
    "employee__municipality__settings", "unit", "round__unit", "round__leader", "round__profile__programme"
)


def leads(actor: Actor, round_: Round) -> bool:
    """The project leader of the round, or who deputises for a project leader there."""
    if not actor.may(Permission.RUN_ROUNDS, round_.unit):
        return False
    stands_in = any(grant.role == Role.PROJECT_LEADER and grant.deputises_for for grant in actor.grants)
    return round_.leader_id == actor.employee.pk or stands_in


def selects(actor: Actor, round_: Round) -> bool:
    """The project leader and those named beside."""
    beside = any(row.employee_id == actor.employee.pk for row in round_.co_selectors.all())
    return beside or leads(actor, round_)


def may_nominate(actor: Actor, round_: Round) -> bool:
    """Everybody with a post in the round's unit or below it, and those who select."""
    at_home = any(post.path.startswith(round_.unit.path) for post in actor.posts)
    return at_home or selects(actor, round_)


def may_release(actor: Actor, candidate: Candidate) -> bool:
    """Who leads the candidate's unit; nobody releases their own time."""
    own = candidate.employee_id == actor.employee.pk
    return not own and actor.may(Permission.RELEASE_TIME, candidate.unit)


def rounds_seen(actor: Actor) -> "QuerySet[Round]":
    """The rounds `actor` selects in, or is a candidate or may nominate in."""
    at_home = {int(part) for post in actor.posts for part in post.path.split("/") if part}
    leading = {int(part) for path in actor.paths(Permission.RUN_ROUNDS) for part in path.split("/") if part}
    me = actor.employee
    mine = Q(leader=me) | Q(co_selectors__employee=me) | Q(candidates__employee=me)
    found = ROUNDS.filter(mine | Q(unit__in=at_home | leading, closed_at__isnull=True))
    return found.prefetch_related("co_selectors").distinct()


def fetch_round(actor: Actor, pk: int) -> Round:
    """For selectors: 404 for outsiders, 403 for everybody else inside."""
    found = _inside(actor, pk)
    if not selects(actor, found):
        raise PermissionDenied
    return found


def fetch_round_to_lead(actor: Actor, pk: int) -> Round:
    """For its project leader."""
    found = _inside(actor, pk)
    if not leads(actor, found):
        raise PermissionDenied
    return found


def fetch_round_to_nominate(actor: Actor, pk: int) -> Round:
    """For those `may_nominate` names."""
    found = _inside(actor, pk)
    if not may_nominate(actor, found):
        raise PermissionDenied
    return found


def fetch_candidate(actor: Actor, pk: int) -> Candidate:
    """For selectors. Nobody reads what others say about oneself here: the own page shows it when it is time."""
    found = _candidate(actor, pk)
    if found.employee_id == actor.employee.pk or not selects(actor, found.round):
        raise PermissionDenied
    return found


def fetch_candidate_to_lead(actor: Actor, pk: int) -> Candidate:
    """For the round's project leader."""
    found = _candidate(actor, pk)
    if not leads(actor, found.round):
        raise PermissionDenied
    return found


def fetch_own_candidacy(actor: Actor, pk: int) -> Candidate:
    """For the candidate alone."""
    found = _candidate(actor, pk)
    if found.employee_id != actor.employee.pk:
        raise PermissionDenied
    return found


def fetch_candidate_to_release(actor: Actor, pk: int) -> Candidate:
    """For those who lead the candidate."""
    found = _candidate(actor, pk)
    if not may_release(actor, found):
        raise PermissionDenied
    return found


def fetch_peer_ask(actor: Actor, pk: int) -> PeerAsk:
    """For a colleague who is asked about the candidate."""
    found = _candidate(actor, pk)
    mine = PeerAsk.objects.filter(survey__candidate=found, colleague=actor.employee)
    row = mine.select_related("survey__candidate__employee", "survey__candidate__round__profile__programme").first()
    if row is None:
        raise PermissionDenied
    return row


def fetch_profile(actor: Actor, pk: int) -> Profile:
    """A published or retired profile for everybody inside, a draft for those who write profiles."""
    rows = Profile.objects.select_related("programme__municipality", "published_by")
    found = get_object_or_404(rows, pk=pk)
    root = found.programme.municipality
    refuse_outsider(actor, root)
    if found.is_draft and not actor.may(Permission.EDIT_PROFILES):
        raise PermissionDenied
    return found


def fetch_profile_to_write(actor: Actor, pk: int) -> Profile:
    """For those who write profiles, wherever in the municipality they hold it."""
    found = fetch_profile(actor, pk)
    if not actor.may(Permission.EDIT_PROFILES):
        raise PermissionDenied
    return found


def fetch_unit_to_limit(actor: Actor, pk: int) -> Unit:
    """A unit whose limits `actor` sets."""
    return fetch(actor, Permission.SET_LIMITS, Unit.objects.all(), unit=lambda unit: unit, pk=pk)


def _inside(actor: Actor, pk: int) -> Round:
    found = get_object_or_404(ROUNDS.prefetch_related("co_selectors"), pk=pk)
    refuse_outsider(actor, found.unit)
    return found


def _candidate(actor: Actor, pk: int) -> Candidate:
    found = get_object_or_404(CANDIDATES, pk=pk)
    refuse_outsider(actor, found.unit)
    return found


def fetch_candidate_of_letter(actor: Actor, pk: int) -> Candidate:
    """For the candidate and those who select."""
    found = _candidate(actor, pk)
    if found.employee_id != actor.employee.pk and not selects(actor, found.round):
        raise PermissionDenied
    return found
