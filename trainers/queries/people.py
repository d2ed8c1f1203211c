"""Who leads whom, and where somebody works, as selections of trainers need it."""

from datetime import date

from competence.models import Employee, Employment, Unit
from competence.queries import leader_for
from trainers.models import Candidate


def main_post(employee: Employee, unit: Unit, on: date) -> Employment | None:
    """The post with most hours in `unit` or below it on `on`."""
    posts = Employment.objects.valid_on(on).filter(employee=employee, unit__path__startswith=unit.path)
    return posts.select_related("unit").order_by("-weekly_hours", "pk").first()


def leader_of(candidate: Candidate, on: date) -> Employee | None:
    """The nearest leader, who is asked to release time (source: K15)."""
    return leader_for(candidate.employee, candidate.unit, on)
