"""Whose selections and teams one leads: one's own as a project leader, another's while standing in (source: K03)."""

from datetime import date

from django.db.models import Q

from competence.access import Actor
from competence.models import Employee, Role, RoleAssignment
from trainers.models import Round


def leaderships(actor: Actor) -> set[tuple[int, str]]:
    """As whom `actor` leads, and the path of the unit below which: oneself, or that one person one deputises for."""
    held = (grant for grant in actor.grants if grant.role == Role.PROJECT_LEADER)
    return {(grant.deputises_for or actor.employee.pk, grant.path) for grant in held}


def led_by(actor: Actor, way: str = "") -> Q:
    """A filter for what belongs to rounds that `actor` leads; `way` goes to the round, as `round`."""
    prefix = f"{way}__" if way else ""
    condition = Q(pk__in=[])
    for leader, path in sorted(leaderships(actor)):
        condition |= Q(**{f"{prefix}leader": leader, f"{prefix}unit__path__startswith": path})
    return condition


def stands_in(employee: Employee, round_: Round, on: date) -> bool:
    """Whether `employee` deputises on `on` for who leads the round, where nobody is signed in to ask."""
    roles = RoleAssignment.objects.valid_on(on).filter(employee=employee, role=Role.PROJECT_LEADER)
    return roles.filter(deputises_for__employee=round_.leader_id, unit__in=round_.unit.line).exists()
