"""The main pages as each role, with what each may cost (issue figures: shares of the yardstick, queries, bytes)."""

from dataclasses import dataclass

from django.urls import reverse

from annualcycle.models import Cycle, Talk, Wish
from competence.models import Employee, Role, RoleAssignment, Unit

KB = 1024


@dataclass(frozen=True)
class Case:
    """One page as one person: at least `share` of the yardstick, at most `queries` and `size` bytes compressed."""

    page: str
    role: str
    person: Employee
    url: str
    share: float
    queries: int = 10
    size: int = 15 * KB


def cases(root: Unit) -> list[Case]:
    """The measured pages in the generated municipality `root`."""
    team_leader, manager, hr = (_holder(root, role) for role in (Role.TEAM_LEADER, Role.MANAGER, Role.HR))
    employee = Employee.objects.filter(municipality=root, role_assignments__isnull=True).order_by("pk")[0]
    people = {"employee": employee, "team leader": team_leader, "manager": manager, "HR": hr}
    return [
        *(Case("start", role, person, reverse("start"), 0.30) for role, person in people.items()),
        *(_person(role, people[role], _colleague(people[role])) for role in ("team leader", "manager", "HR")),
        Case("people", "manager", manager, reverse("people"), 0.10),
        Case("people", "HR", hr, reverse("people"), 0.10),
        Case("talks", "team leader", team_leader, reverse("year:talks"), 0.10),
        Case("wishes of the team", "team leader", team_leader, _cycle_page("team_wishes", manager), 0.10),
        Case("my wishes", "employee", employee, reverse("year:my_wishes"), 0.10),
        Case("board", "manager", manager, _cycle_page("board", manager), 0.04, queries=15, size=60 * KB),
    ]


def _person(role: str, viewer: Employee, shown: Employee) -> Case:
    return Case("person", role, viewer, reverse("person", args=[shown.pk]), 0.30)


def _holder(root: Unit, role: Role) -> Employee:
    return RoleAssignment.objects.filter(role=role, unit__path__startswith=root.path).order_by("pk")[0].employee


def _colleague(viewer: Employee) -> Employee:
    """Somebody the viewer leads, or anybody of the municipality."""
    talk = Talk.objects.filter(leader=viewer).order_by("pk").first()
    return talk.employee if talk else Employee.objects.filter(municipality=viewer.municipality).order_by("pk")[0]


def _cycle_page(name: str, manager: Employee) -> str:
    """The page called `name` of the undecided year of the manager's centre."""
    cycle = Cycle.objects.filter(unit__role_assignments__employee=manager, released_at__isnull=True).latest("year")
    assert Wish.objects.on_the_board().filter(cycle=cycle).exists()
    return reverse(f"year:{name}", args=[cycle.pk])
