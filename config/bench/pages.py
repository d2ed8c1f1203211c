"""The main pages as each role, with what each may cost. A page to be measured is one more line in `PAGES`."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from django.urls import reverse
from django.utils import timezone

from annualcycle.models import Cycle, Talk
from competence.models import Employee, Role, RoleAssignment, Unit
from strategy.domain import trees, versions
from strategy.models import MeasureKind, SolutionTree, Strategy
from strategy.queries import strategy_in_force
from trainers.models import Round

KB = 1024


@dataclass(frozen=True)
class Scene:
    """A generated municipality: a person of each role, the undecided year and the trainers of the manager's centre."""

    people: dict[str, Employee]
    cycle: Cycle
    round: Round
    team: Round


@dataclass(frozen=True)
class Page:
    """One page as each of `roles`: at least `share` of the yardstick, at most `queries` and `size` bytes compressed."""

    name: str
    roles: tuple[str, ...]
    url: Callable[[Scene, Employee], str]
    share: float
    queries: int = 10
    size: int = 15 * KB


@dataclass(frozen=True)
class Case:
    """One page as one person."""

    page: Page
    role: str
    person: Employee
    url: str

    @property
    def name(self) -> str:
        return f"{self.page.name} as {self.role}"


FOCUS, LIST, BOARD = 0.30, 0.10, 0.04
TRAINERS = ("project leader",)
LEADERS = ("team leader", "manager", "HR")
PAGES = (
    Page("start", ("employee", *LEADERS), lambda scene, person: reverse("start"), FOCUS),
    Page("person", LEADERS, lambda scene, person: reverse("person", args=[_colleague(person).pk]), FOCUS),
    Page("people", ("manager", "HR"), lambda scene, person: reverse("people"), LIST),
    Page("talks", ("team leader",), lambda scene, person: reverse("year:talks"), LIST),
    Page("team wishes", ("team leader",), lambda scene, person: _of_year("team_wishes", scene), LIST),
    Page("strategies", ("employee", "HR"), lambda scene, person: reverse("strategy:strategies"), LIST),
    Page("strategy", ("employee",), lambda scene, person: _strategy(scene), LIST),
    Page("way", ("manager",), lambda scene, person: reverse("strategy:way", args=[_draft(scene).pk]), LIST),
    Page("write", ("manager",), lambda scene, person: _section(scene), LIST),
    Page("solution tree", ("employee", "manager"), lambda scene, person: _tree(scene), LIST),
    Page("duties", ("team leader", "manager", "HR"), lambda scene, person: _duties(scene, person), LIST),
    Page("new colleagues", ("team leader", "HR"), lambda scene, person: reverse("strategy:introductions"), LIST),
    Page("funding", ("manager", "HR"), lambda scene, person: reverse("strategy:funding"), LIST),
    Page("rules of funds", ("manager", "HR"), lambda scene, person: reverse("strategy:fund_rules"), LIST),
    Page("across the years", ("manager",), lambda scene, person: _across(scene, "fairness"), BOARD),
    Page("treated alike", ("manager",), lambda scene, person: _across(scene, "monitor"), BOARD),
    Page("my wishes", ("employee",), lambda scene, person: reverse("year:my_wishes"), LIST),
    Page("board", ("manager",), lambda scene, person: _of_year("board", scene), BOARD, queries=15, size=60 * KB),
    Page("trainers", ("employee", *TRAINERS), lambda scene, person: reverse("trainers:home"), LIST),
    Page("trainer round", TRAINERS, lambda scene, person: _of(scene.round, "round"), LIST),
    Page("compare trainers", TRAINERS, lambda scene, person: _of(scene.round, "compare"), LIST),
    Page("trainer matrix", TRAINERS, lambda scene, person: _of(scene.round, "matrix"), LIST),
    Page("compose a team", TRAINERS, lambda scene, person: _of(scene.round, "compose"), LIST, queries=15),
    Page("trainer profile", TRAINERS, lambda scene, person: _profile(scene), LIST),
    Page("trainer team", TRAINERS, lambda scene, person: _of(scene.team, "team"), LIST),
    Page("sessions", TRAINERS, lambda scene, person: _of(scene.team, "sessions"), LIST),
    Page("trainer pool", (*TRAINERS, "HR"), lambda scene, person: reverse("trainers:pool"), LIST),
    Page("load", ("manager",), lambda scene, person: reverse("trainers:loads"), LIST),
    Page("load of a unit", ("manager",), lambda scene, person: _load(scene, person), LIST),
)


def cases(root: Unit, pages: tuple[Page, ...] = PAGES) -> list[Case]:
    """`pages` in the generated municipality `root`."""
    scene = _scene(root)
    return [
        Case(page, role, person, page.url(scene, person))
        for page in pages
        for role in page.roles
        for person in [scene.people[role]]
    ]


def _scene(root: Unit) -> Scene:
    leader, manager, hr = (_holder(root, role) for role in (Role.TEAM_LEADER, Role.MANAGER, Role.HR))
    employee = Employee.objects.filter(municipality=root, role_assignments__isnull=True).order_by("pk")[0]
    open_years = Cycle.objects.filter(unit__role_assignments__employee=manager, released_at__isnull=True)
    people = {"employee": employee, "team leader": leader, "manager": manager, "HR": hr}
    people["project leader"] = _holder(root, Role.PROJECT_LEADER)
    rounds = Round.objects.filter(leader=people["project leader"]).order_by("pk")
    running, team = rounds.filter(closed_at=None)[0], rounds.exclude(closed_at=None)[0]
    return Scene(people, open_years.latest("year"), running, team)


def _holder(root: Unit, role: Role) -> Employee:
    return RoleAssignment.objects.filter(role=role, unit__path__startswith=root.path).order_by("pk")[0].employee


def _colleague(viewer: Employee) -> Employee:
    """Somebody the viewer leads, or anybody of the municipality."""
    talk = Talk.objects.filter(leader=viewer).order_by("pk").first()
    return talk.employee if talk else Employee.objects.filter(municipality=viewer.municipality).order_by("pk")[0]


def _strategy(scene: Scene) -> str:
    """The strategy that frames the wishes of the scene's year."""
    found = strategy_in_force(scene.cycle.unit, date(scene.cycle.year, 1, 1))
    assert found is not None, "the generated municipality has strategies"
    return reverse("strategy:strategy", args=[found.pk])


def _draft(scene: Scene) -> Strategy:
    """The next version of the manager's centre, begun on the first run."""
    drafts = Strategy.objects.filter(unit=scene.cycle.unit, state=Strategy.State.DRAFT)
    last = Strategy.objects.published().filter(unit=scene.cycle.unit).latest("version")
    begins, ends = last.ends_on + timedelta(days=1), last.ends_on + timedelta(days=700)
    return drafts.first() or versions.copy(strategy=last, title=last.title, starts_on=begins, ends_on=ends)


def _section(scene: Scene) -> str:
    """A section of the draft in the middle of the document."""
    sections = list(_draft(scene).sections.all())
    return reverse("strategy:write", args=[sections[len(sections) // 2].pk])


def _tree(scene: Scene) -> str:
    """A tree of the manager's centre with seven causes and four measures against each, planted on the first run."""
    tree = SolutionTree.objects.filter(unit=scene.cycle.unit).first() or _planted(scene)
    return reverse("strategy:tree", args=[tree.pk])


def _planted(scene: Scene) -> SolutionTree:
    facts = trees.TreeFacts("Afbud fra dag til dag", "Alle kommer.", "Vi ringer dagen før.")
    tree = trees.plant(unit=scene.cycle.unit, facts=facts, by=scene.people["manager"], at=timezone.now())
    for number in range(7):
        cause = trees.add_cause(tree=tree, facts=trees.CauseFacts(f"Grund {number}"))
        for kind in MeasureKind.values[:4]:
            trees.add_measure(cause=cause, facts=trees.MeasureFacts(f"Hjælp {number}", kind))
    return tree


def _duties(scene: Scene, person: Employee) -> str:
    """What comes again in the unit the person leads, in the manager's centre for HR."""
    led = RoleAssignment.objects.filter(employee=person).leading().first()
    return reverse("strategy:duties", args=[led.unit_id if led else scene.cycle.unit_id])


def _of_year(name: str, scene: Scene) -> str:
    return reverse(f"year:{name}", args=[scene.cycle.pk])


def _of(round_: Round, name: str) -> str:
    return reverse(f"trainers:{name}", args=[round_.pk])


def _profile(scene: Scene) -> str:
    return reverse("trainers:profile", args=[scene.round.profile_id])


def _across(scene: Scene, name: str) -> str:
    return reverse(f"year:{name}", args=[scene.cycle.unit_id])


def _load(scene: Scene, person: Employee) -> str:
    """A team of the manager's that gives hours."""
    centre = scene.team.unit
    given = Unit.objects.filter(path__startswith=centre.path, trainer_limit__hours__gt=0).order_by("path")
    return reverse("trainers:load", args=[given[0].pk])
