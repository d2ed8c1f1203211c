"""What pages read about selections."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from competence.models import Employee, Role, RoleAssignment, Unit
from competence.models.people import EmployeeQuerySet
from trainers.models import Candidate, Mandate, Profile, Round, Selection, UnitLimit
from trainers.queries.candidates import Person, stage_of


@dataclass(frozen=True)
class Step:
    """A step of the round, as components/steps.html shows it."""

    label: str
    on: date
    state: str


@dataclass(frozen=True)
class Row:
    """One candidate in the table of a round."""

    person: Person
    stage: str
    word: str
    own_sheet: str


def steps_of(round_: Round, on: date) -> list[Step]:
    """Nominate, answer, assess, decide: what is done, what is now."""
    dates = (
        (_("Nominate"), round_.nominate_by),
        (_("Yes and hours"), round_.answer_by),
        (_("Assess"), round_.score_by),
        (_("Decide"), round_.decide_on),
    )
    now = next((place for place, (_label, day) in enumerate(dates) if on <= day), len(dates) - 1)
    place = len(dates) if round_.is_decided else now
    states = ["done" if n < place else "now" if n == place else "next" for n in range(len(dates))]
    return [Step(label, day, state) for (label, day), state in zip(dates, states, strict=True)]


def assessors_of(round_: Round) -> list[Employee]:
    """The project leader, then those beside, by name."""
    beside = [row.employee for row in round_.co_selectors.all()]
    return [round_.leader, *beside]


def rows_of(people: list[Person], assessors: int, me: Employee) -> list[Row]:
    """The table of a round; those who said no stand last, and after the decision those chosen first."""
    rows = [Row(one, *stage_of(one, assessors), _own_sheet(one, me)) for one in people]
    return sorted(rows, key=lambda row: (_rank(row.person), row.stage == "out"))


def by_outcome(people: Iterable[Person]) -> list[Person]:
    """Those chosen, the reserves, then the others; before the decision as they stand."""
    return sorted(people, key=_rank)


def _rank(person: Person) -> int:
    return Selection.Outcome.values.index(person.selection.outcome) if person.selection else 0


def _own_sheet(person: Person, me: Employee) -> str:
    """`done`, `begun`, `open`, or nothing where one has nothing to assess."""
    if person.candidate.employee_id == me.pk or not person.is_willing:
        return ""
    if person.mine is None:
        return "open"
    return "done" if person.mine.handed_in_at else "begun"


def units_to_teach(round_: Round, on: date) -> list[Unit]:
    """Where the users may be: the open units from the round's downwards, and those said before."""
    below = Unit.objects.below(round_.unit)
    said = below.filter(pk__in=round_.taught.values("unit"))
    found = below.open_on(on).exclude(kind=Unit.Kind.MUNICIPALITY) | said
    return list(found.order_by("path"))


def possible_selectors(round_: Round, on: date) -> "QuerySet[Employee]":
    """Those who hold the role of co-selector or project leader on the unit or above it."""
    roles = RoleAssignment.objects.valid_on(on).filter(unit__in=round_.unit.line)
    roles = roles.filter(role__in=[Role.CO_SELECTOR, Role.PROJECT_LEADER])
    return (
        EmployeeQuerySet(Employee)
        .filter(pk__in=roles.values("employee"))
        .exclude(pk=round_.leader_id)
        .order_by("sort_name")
    )


def possible_leaders(round_: Round, on: date) -> "QuerySet[Employee]":
    """Those who are project leaders of the unit or above it, in their own name, but who leads the round already."""
    roles = RoleAssignment.objects.valid_on(on).filter(unit__in=round_.unit.line, deputises_for=None)
    holders = roles.filter(role=Role.PROJECT_LEADER).values("employee")
    return EmployeeQuerySet(Employee).filter(pk__in=holders).exclude(pk=round_.leader_id).order_by("sort_name")


def staff_below(round_: Round, on: date) -> "QuerySet[Employee]":
    """Who can be nominated."""
    return EmployeeQuerySet(Employee).below(round_.unit, on)


def profiles_to_use(municipality: int) -> "QuerySet[Profile]":
    return Profile.objects.of_municipality(municipality).published().select_related("programme")


def units_to_run_in(reach: Q, on: date) -> "QuerySet[Unit]":
    """Where a selection can be held."""
    return Unit.objects.filter(reach).open_on(on).order_by("path")


def own_candidacies(employee: Employee) -> list[Candidate]:
    """Newest first, with round and answer."""
    rows = Candidate.objects.filter(employee=employee)
    return list(
        rows.select_related("round__profile__programme", "willingness", "selection").order_by("-round__opened_at")
    )


def teams_of(employee: Employee) -> set[int]:
    """The rounds in whose team `employee` has a running mandate."""
    return set(Mandate.objects.running().filter(employee=employee).values_list("round", flat=True))


def limits_of(units: "QuerySet[Unit]") -> list[tuple[Unit, UnitLimit | None]]:
    """Each unit with its limit, if it has one."""
    rows = list(units)
    limits = {row.unit_id: row for row in UnitLimit.objects.filter(unit__in=rows)}
    return [(unit, limits.get(unit.pk)) for unit in rows]
