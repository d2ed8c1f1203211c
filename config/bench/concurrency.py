"""Five minutes of a leadership group that decides, solves and releases at once: nothing overspent, lost or untold."""

from collections import Counter
from datetime import datetime, time, timedelta

from django.utils import timezone
from post_office.models import Email

from annualcycle.models import Budget, Cycle, Decision, ProposalRun, Wish
from competence.models import Employee, Notice, Role, RoleAssignment, Unit
from config.bench import municipality
from config.bench.outcome import Outcome
from config.bench.pressing import press, proof, written

SECONDS = 300.0
EMPLOYEES = 40
# So few that they are explained at once, and that everybody meets the others again and again.
WISHES = 24


def outcome(seconds: float = SECONDS) -> Outcome:
    """On a small municipality of its own, whose December begins anew each time."""
    root = Unit.objects.filter(code=municipality.code_of(EMPLOYEES)).first()
    root = root or municipality.generate(employees=EMPLOYEES, years=1, today=timezone.localdate())
    cycle = Cycle.objects.select_related("unit").get(unit__municipality=root)
    manager = _holders(root, Role.MANAGER)[0]
    members = _members(root, manager)
    _begin(cycle, [manager, *members])
    before = written(cycle)
    at = timezone.make_aware(datetime.combine(cycle.wishes_due_on + timedelta(days=1), time(12)))
    log = press(cycle, members, manager, at, seconds=seconds, seed=1)
    found = proof(cycle, before)
    faults = found.faults(log)
    if log.kept["release"] != 1:
        faults.append(f"released {log.kept['release']} times")
    text = (
        f"{seconds:.0f} s of deciding, solving and releasing at once: kept {_in_words(log.kept)}; told "
        f"{_in_words(log.told)}; {found.written} decisions in the history, {found.undecided} undecided at the end, "
        f"{max(0, found.overspent)} øre too much, {len(log.untold)} conflicts not told"
    )
    return Outcome(text, faults)


def _holders(root: Unit, role: Role) -> list[Employee]:
    rows = RoleAssignment.objects.filter(role=role, unit__path__startswith=root.path).select_related("employee")
    return [row.employee for row in rows.order_by("pk")]


def _members(root: Unit, manager: Employee) -> list[Employee]:
    """Two of the leadership group beside the manager; in so small a centre the first of the staff are made members."""
    found = [one for one in _holders(root, Role.LEADERSHIP_GROUP) if one != manager]
    if len(found) < 2:
        centre = Unit.objects.get(municipality=root, kind=Unit.Kind.CENTRE)
        staff = Employee.objects.filter(municipality=root, role_assignments__isnull=True).order_by("pk")
        for person in staff[: 2 - len(found)]:
            RoleAssignment.objects.create(
                employee=person, role=Role.LEADERSHIP_GROUP, unit=centre, starts_on=timezone.localdate()
            )
            found.append(person)
    return found[:2]


def _begin(cycle: Cycle, people: list[Employee]) -> None:
    """No decisions yet, no wishes of those who press, and money for about half of what is wished."""
    wishes = Wish.objects.filter(cycle=cycle)
    about = [f"wish:{wish}" for wish in wishes.values_list("pk", flat=True)]
    Notice.objects.filter(subject__in=about).delete()
    Email.objects.filter(to__icontains=municipality.code_of(EMPLOYEES).lower()).delete()
    ProposalRun.objects.filter(cycle=cycle).delete()
    Decision.objects.filter(wish__cycle=cycle).delete()
    kept = wishes.exclude(employee__in=people).order_by("pk").values_list("pk", flat=True)[:WISHES]
    wishes.exclude(pk__in=list(kept)).delete()
    costs = sum(wishes.values_list("cost", flat=True))
    Budget.objects.filter(cycle=cycle).update(
        total=costs * 6 // 10, reserve=costs // 10, placed=0, agreed=0, granted=0, ad_hoc=0
    )
    Cycle.objects.filter(pk=cycle.pk).update(released_at=None, released_by=None)
    cycle.refresh_from_db()


def _in_words(numbers: Counter[str]) -> str:
    return ", ".join(f"{number} × {name}" for name, number in sorted(numbers.items())) or "nothing"
