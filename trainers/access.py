"""Who may open what of a selection: the selectors, the candidate, the nearest leader, and nobody else (source: K03)."""

from datetime import date

from django.core.exceptions import PermissionDenied
from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, Q, QuerySet
from django.shortcuts import get_object_or_404
from django.utils import timezone

from competence.access import Actor, Permission, fetch, refuse_outsider, scope
from competence.models import Role, RoleAssignment, Unit
from trainers.models import Candidate, PeerAsk, Profile, Round, Willingness
from trainers.queries.leading import leaderships, led_by

ROUNDS = Round.objects.select_related("unit", "leader", "decided_by", "profile__programme")
CANDIDATES = Candidate.objects.select_related(
    "employee__municipality__settings", "unit", "round__unit", "round__leader", "round__profile__programme"
)


def leads(actor: Actor, round_: Round) -> bool:
    """The project leader of the round while holding the role there, and who deputises for that very person."""
    return any(leader == round_.leader_id and round_.unit.path.startswith(path) for leader, path in leaderships(actor))


def is_led(on: date) -> Exists:
    """Whether who leads a round holds the role of a project leader there on `on`."""
    held = RoleAssignment.objects.valid_on(on).filter(employee=OuterRef("leader"), role=Role.PROJECT_LEADER)
    there = held.annotate(path=ExpressionWrapper(OuterRef("unit__path"), CharField()))
    return Exists(there.filter(path__startswith=F("unit__path")))


def may_take_over(actor: Actor, round_: Round) -> bool:
    """Any project leader there, once the named one is none any more; for a round of `rounds_seen` or a fetched one."""
    orphaned = not round_.led  # type: ignore[attr-defined]  # annotated by is_led
    return orphaned and actor.may(Permission.RUN_ROUNDS, round_.unit)


def is_candidate(actor: Actor, round_: Round) -> bool:
    """Whether `actor` may become a trainer by the round: nobody puts together a team with oneself in it."""
    rows = Candidate.objects.filter(round=round_, employee=actor.employee)
    return rows.exclude(willingness__answer=Willingness.Answer.NO).exists()


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
    """The rounds `actor` selects in, is a candidate in, may nominate in or take over."""
    at_home = {int(part) for post in actor.posts for part in post.path.split("/") if part}
    leading = actor.line(Permission.RUN_ROUNDS)
    me = actor.employee
    mine = Q(leader=me) | led_by(actor) | Q(co_selectors__employee=me) | Q(candidates__employee=me)
    rows = ROUNDS.annotate(led=is_led(timezone.localdate()))
    orphaned = scope(actor, Permission.RUN_ROUNDS, "unit") & Q(led=False)
    found = rows.filter(mine | orphaned | Q(unit__in=at_home | leading, closed_at__isnull=True))
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


def fetch_round_to_decide(actor: Actor, pk: int) -> Round:
    """For its project leader, who is no candidate in it."""
    found = fetch_round_to_lead(actor, pk)
    if is_candidate(actor, found):
        raise PermissionDenied
    return found


def fetch_round_to_hand_over(actor: Actor, pk: int) -> Round:
    """For its project leader, and for whoever may take it over."""
    found = _inside(actor, pk)
    if not leads(actor, found) and not may_take_over(actor, found):
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
    """For the round's project leader; nobody decides anything about oneself."""
    found = _candidate(actor, pk)
    if found.employee_id == actor.employee.pk or not leads(actor, found.round):
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
    rows = ROUNDS.annotate(led=is_led(timezone.localdate())).prefetch_related("co_selectors")
    found = get_object_or_404(rows, pk=pk)
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
