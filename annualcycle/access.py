"""Who may open a wish: the person, the leaders above, and nobody else (sources: S59, S68)."""

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404

from annualcycle.models import Wish
from competence.access import Actor, Permission, refuse_outsider


def fetch_wish(actor: Actor, wishes: "QuerySet[Wish]", pk: int) -> Wish:
    """A wish to read: one's own, or a submitted one of somebody one leads.

    Raises Http404 for outsiders and, to leaders, for drafts; PermissionDenied for everybody else inside.
    """
    wish = _inside(actor, wishes, pk)
    if may_write(actor, wish):
        return wish
    if not actor.may(Permission.SEE_WISHES, wish.unit):
        raise PermissionDenied
    if wish.state == Wish.State.DRAFT:
        raise Http404
    return wish


def fetch_wish_to_write(actor: Actor, wishes: "QuerySet[Wish]", pk: int) -> Wish:
    """One's own wish, or that of somebody one leads who cannot sign in."""
    wish = _inside(actor, wishes, pk)
    if not may_write(actor, wish):
        raise PermissionDenied
    return wish


def fetch_wish_to_agree(actor: Actor, wishes: "QuerySet[Wish]", pk: int) -> Wish:
    """A submitted wish of somebody one holds talks with; never one's own."""
    wish = fetch_wish(actor, wishes, pk)
    if not may_agree(actor, wish):
        raise PermissionDenied
    return wish


def may_write(actor: Actor, wish: Wish) -> bool:
    """The person; the leader in place of somebody without an e-mail address."""
    if wish.employee_id == actor.employee.pk:
        return True
    return wish.employee.email is None and actor.may(Permission.LEAD_TALKS, wish.unit)


def may_agree(actor: Actor, wish: Wish) -> bool:
    return wish.employee_id != actor.employee.pk and actor.may(Permission.LEAD_TALKS, wish.unit)


def _inside(actor: Actor, wishes: "QuerySet[Wish]", pk: int) -> Wish:
    wish = get_object_or_404(wishes, pk=pk)
    refuse_outsider(actor, wish.unit)
    return wish
