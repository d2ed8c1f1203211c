"""Who may read, write, comment and record: working group, staff, MED and those who run it (sources: S02, S03)."""

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet

from competence.access import Actor, Permission, fetch_colleague_row
from competence.models import Introduction, Unit
from strategy.models import SolutionTree, Strategy
from strategy.queries.trees import being_written_by


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


def fetch_tree(actor: Actor, pk: int) -> SolutionTree:
    """A tree to read: for the unit's staff and for those who write it. Raises Http404, PermissionDenied."""
    found = _tree(actor, pk)
    if not may_read_tree(actor, found):
        raise PermissionDenied
    return found


def fetch_tree_to_write(actor: Actor, pk: int) -> SolutionTree:
    """Also one that is closed: the domain says so. Raises Http404, PermissionDenied."""
    found = _tree(actor, pk)
    if not may_write_trees(actor, found.unit):
        raise PermissionDenied
    return found


def _tree(actor: Actor, pk: int) -> SolutionTree:
    rows = SolutionTree.objects.select_related("unit", "made_by")
    return fetch_colleague_row(actor, rows, unit=lambda row: row.unit, pk=pk)


def may_read_tree(actor: Actor, tree: SolutionTree) -> bool:
    return is_staff(actor, tree.unit) or may_write_trees(actor, tree.unit)


def may_write_trees(actor: Actor, unit: Unit) -> bool:
    """Those who lead `unit`, who run its strategy, and the working group of the version on its way."""
    leads = actor.may(Permission.KEEP_DUTIES, unit) or actor.may(Permission.WRITE_STRATEGY, unit)
    return leads or any(unit.path.startswith(path) for path in _paths_written(actor))


def _paths_written(actor: Actor) -> list[str]:
    """The units in whose working group the actor is now; asked once in a request."""
    if "written paths" not in actor.memo:
        actor.memo["written paths"] = list(being_written_by(actor).values_list("unit__path", flat=True))
    return list(actor.memo["written paths"])


def fetch_introduction(actor: Actor, pk: int) -> Introduction:
    """A programme: for the new colleague, the mentor, and those who keep the unit's duties. Raises Http404 for
    outsiders, PermissionDenied for the rest."""
    rows = Introduction.objects.select_related("employee", "unit", "assessed_by")
    found = fetch_colleague_row(actor, rows, unit=lambda row: row.unit, pk=pk)
    if not (is_newcomer(actor, found) or leads_introduction(actor, found) or is_mentor(actor, found)):
        raise PermissionDenied
    return found


def is_newcomer(actor: Actor, introduction: Introduction) -> bool:
    return introduction.employee_id == actor.employee.pk


def leads_introduction(actor: Actor, introduction: Introduction) -> bool:
    """Whether the actor keeps the programme; nobody keeps their own."""
    return actor.may(Permission.KEEP_DUTIES, introduction.unit) and not is_newcomer(actor, introduction)


def is_mentor(actor: Actor, introduction: Introduction) -> bool:
    """Whether the actor is or was to be the mentor; it ends with what is kept of it."""
    return introduction.mentorships.filter(mentor=actor.employee).exists()
