"""Who may read, write, comment and record: working group, staff, MED and those who run it (sources: S02, S03)."""

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet

from competence.access import Actor, Permission, fetch_colleague_row
from competence.models import Unit
from strategy.models import Strategy


def fetch_to_read(actor: Actor, versions: "QuerySet[Strategy]", pk: int) -> Strategy:
    """Approved versions are read by everybody in the municipality, one in hearing by the unit's staff and MED, a draft
    by its working group and those who run it. Raises Http404 for outsiders, PermissionDenied for the rest."""
    strategy = fetch_colleague_row(actor, versions, unit=lambda row: row.unit, pk=pk)
    if not may_read(actor, strategy):
        raise PermissionDenied
    return strategy


def fetch_to_write(actor: Actor, versions: "QuerySet[Strategy]", pk: int) -> Strategy:
    """A version one writes: as a member of its working group, or because one runs the unit's strategy."""
    strategy = fetch_colleague_row(actor, versions, unit=lambda row: row.unit, pk=pk)
    if not may_write(actor, strategy):
        raise PermissionDenied
    return strategy


def may_read(actor: Actor, strategy: Strategy) -> bool:
    if strategy.is_frozen or may_write(actor, strategy):
        return True
    if strategy.state == Strategy.State.DRAFT:
        return False
    return is_staff(actor, strategy.unit) or actor.may(Permission.APPROVE_STRATEGY, strategy.unit)


def may_write(actor: Actor, strategy: Strategy) -> bool:
    return actor.may(Permission.WRITE_STRATEGY, strategy.unit) or is_member(actor, strategy)


def is_member(actor: Actor, strategy: Strategy) -> bool:
    """Whether the actor is in the version's working group; asked once in a request."""
    key = f"strategy member {strategy.pk}"
    if key not in actor.memo:
        actor.memo[key] = strategy.members.filter(employee=actor.employee).exists()
    return bool(actor.memo[key])


def is_staff(actor: Actor, unit: Unit) -> bool:
    """Whether the actor works in `unit` or under it today."""
    return any(post.path.startswith(unit.path) for post in actor.posts)
