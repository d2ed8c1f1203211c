"""A generated municipality for measuring: deterministic, written in bulk, as large as wanted.

25 centres of 400 employees make 10,000: a December board then holds 400 wishes.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random

import pgtrigger
from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.utils import timezone

from annualcycle.models import Assessment, Budget, Criterion, Cycle, Decision, Goal, Plan, PlanVersion, Talk, Wish
from annualcycle.models.decisions import Outcome, Route
from annualcycle.models.talks import TalkKind
from competence.domain import units
from competence.models import Employee, Employment, Offer, Provider, Role, RoleAssignment, Unit
from config.bench import trainers
from strategy.models import Need, Section, Strategy

CENTRE_SIZE = 400
TEAM_SIZE = 50
BATCH = 2000
DOMAIN = "bench.example"
PASSWORD = "a long bench password"
FIRST = (
    "Anna",
    "Bo",
    "Cilla",
    "Dorte",
    "Erik",
    "Freja",
    "Gustav",
    "Helle",
    "Ida",
    "Jens",
    "Karen",
    "Lars",
    "Åse",
    "Øjvind",
)
LAST = (
    "Andersen",
    "Bach",
    "Carlsen",
    "Dam",
    "Eriksen",
    "Friis",
    "Holm",
    "Jensen",
    "Kjær",
    "Lund",
    "Møller",
    "Ærø",
    "Aagaard",
)
TITLES = ("Socialrådgiver", "Pædagog", "Psykolog", "Sagsbehandler", "Konsulent")
COURSES = 60


@dataclass
class Centre:
    """A centre with what its years need."""

    unit: Unit
    teams: list[Unit]
    staff: list[Employee]
    needs: list[Need]


@transaction.atomic
@pgtrigger.ignore()  # Nobody asks for the history of invented rows, and it would triple the time.
def generate(*, employees: int, years: int, today: date) -> Unit:
    """A municipality with `employees` staff and `years` years, the last one in its December round on `today`."""
    random = Random(employees)
    root = units.found_municipality(code=code_of(employees), name=f"Målekommune {employees}")
    centres = [_centre(root, number, size, random) for number, size in enumerate(_sizes(employees), start=1)]
    offers = _offers(root, random)
    hr = _people(root, [root], 1, random, prefix="hr")[0]
    _roles([(hr, Role.HR, root), (hr, Role.ADMINISTRATOR, root)])
    leading = _people(root, [root], 3, random, prefix="pl")
    _roles([(leading[0], Role.PROJECT_LEADER, root), *((one, Role.CO_SELECTOR, root) for one in leading[1:])])
    trainers.add(root, [_home(one) for one in centres], leading, today, random)
    for back in range(years - 1, -1, -1):
        for centre in centres:
            _year(centre, offers, today, back, random)
    return root


def code_of(employees: int) -> str:
    """The root's code of the generated municipality of this size."""
    return f"BENCH{employees}"


def _sizes(employees: int) -> list[int]:
    """How many staff each centre has."""
    full, rest = divmod(employees, CENTRE_SIZE)
    return [CENTRE_SIZE] * full + ([rest] if rest else [])


def _centre(root: Unit, number: int, size: int, random: Random) -> Centre:
    unit = units.add(parent=root, code=f"C{number:02}", name=f"Center {number}", kind=Unit.Kind.CENTRE)
    teams = [
        units.add(parent=unit, code=f"C{number:02}-{team:02}", name=f"Team {number}.{team}", kind=Unit.Kind.TEAM)
        for team in range(1, max(1, size // TEAM_SIZE) + 1)
    ]
    staff = _people(root, teams, size, random, prefix=f"c{number:02}-")
    manager, leaders = staff[-1], staff[: len(teams)]
    _roles(
        [
            (manager, Role.MANAGER, unit),
            *((person, Role.LEADERSHIP_GROUP, unit) for person in [manager, *leaders]),
            *((leader, Role.TEAM_LEADER, team) for leader, team in zip(leaders, teams, strict=True)),
        ]
    )
    return Centre(unit, teams, staff, _strategy(unit))


def _home(centre: Centre) -> trainers.Home:
    """Trainers are neither those who lead nor the one whose pages are measured as an employee's."""
    return trainers.Home(centre.unit, centre.staff[len(centre.teams) + 1 : -1])


def _people(root: Unit, homes: Sequence[Unit], size: int, random: Random, prefix: str) -> list[Employee]:
    """`size` people employed in turn in `homes`."""
    password = make_password(PASSWORD, hasher="pbkdf2_sha256")
    people = Employee.objects.bulk_create(
        [
            Employee(
                municipality=root,
                number=f"{prefix}{number}",
                first_name=random.choice(FIRST),
                last_name=f"{random.choice(LAST)} {random.choice(LAST)}",
                email=f"{prefix}{number}@{root.code.lower()}.{DOMAIN}",
                password=password,
            )
            for number in range(size)
        ],
        BATCH,
    )
    Employment.objects.bulk_create(
        [_employment(person, homes[number % len(homes)], random) for number, person in enumerate(people)], BATCH
    )
    return people


def _employment(person: Employee, unit: Unit, random: Random) -> Employment:
    begun = date(2005 + random.randrange(18), random.randrange(1, 13), 1)
    title = random.choice(TITLES)
    return Employment(
        employee=person,
        unit=unit,
        job_title=title,
        profession=title,
        weekly_hours=37,
        starts_on=begun,
        seniority_on=begun,
        agreement="HK Kommunal",
    )


def _roles(rows: Sequence[tuple[Employee, Role, Unit]]) -> None:
    RoleAssignment.objects.bulk_create(
        RoleAssignment(employee=person, role=role, unit=unit, starts_on=date(2020, 1, 1)) for person, role, unit in rows
    )


def _strategy(unit: Unit) -> list[Need]:
    strategy = Strategy.objects.create(
        unit=unit,
        title="Strategi for kompetencer",
        starts_on=date(2020, 1, 1),
        ends_on=date(2039, 12, 31),
    )
    sections = Section.objects.bulk_create(
        Section(strategy=strategy, number=f"3.{number}", title=f"Afsnit {number}", position=number)
        for number in range(1, 6)
    )
    needs = Need.objects.bulk_create(
        Need(section=section, number=number, title=f"Behov {section.number}.{number}")
        for section in sections
        for number in (1, 2, 3)
    )
    approved = {"approved_on": date(2019, 12, 1), "approved_by": "Center-MED"}
    Strategy.objects.filter(pk=strategy.pk).update(state=Strategy.State.APPROVED, **approved)
    return needs


def _offers(root: Unit, random: Random) -> list[Offer]:
    provider = Provider.objects.create(municipality=root, name="Udbyderen")
    return Offer.objects.bulk_create(
        Offer(
            municipality=root,
            code=f"K-{number}",
            title=f"Kursus {number} om arbejdet med borgere",
            provider=provider,
            kind=Offer.Kind.COURSE,
            price=random.randrange(0, 40) * 50_000,
            days=random.randrange(1, 8),
        )
        for number in range(COURSES)
    )


def _year(centre: Centre, offers: list[Offer], today: date, back: int, random: Random) -> None:
    """One year of `centre`, `back` years ago; the present one is undecided."""
    cycle = _cycle(centre, today, back)
    at = _noon(cycle.wishes_due_on)
    teams = dict(Employment.objects.filter(employee__in=centre.staff).values_list("employee", "unit"))
    _talks(centre, cycle, teams, random)
    _plans(centre, cycle, at)
    wishes = Wish.objects.bulk_create(
        [_wish(cycle, person, teams[person.pk], centre, random.choice(offers), at) for person in centre.staff], BATCH
    )
    _scores(centre, cycle, wishes, at, random)
    if back:
        _decisions(wishes, at, random)


def _cycle(centre: Centre, today: date, back: int) -> Cycle:
    due = today - timedelta(days=3 + 365 * back)
    manager, published = centre.staff[-1], _noon(due - timedelta(days=120))
    ended = _noon(due + timedelta(days=200)) if back else None
    released = _noon(due + timedelta(days=20)) if back else None
    cycle = Cycle.objects.create(
        unit=centre.unit,
        year=due.year,
        talks_open_on=due - timedelta(days=115),
        talks_close_on=due,
        wishes_due_on=due,
        decide_on=due + timedelta(days=10),
        feedback_by=due + timedelta(days=20),
        orientation_on=due + timedelta(days=40),
        evaluate_on=due + timedelta(days=200),
        process="Ledergruppen afgør ønskerne sammen i december.",
        published_at=published,
        published_by=manager,
        released_at=released,
        released_by=manager if released else None,
        evaluated_at=ended,
        evaluated_by=manager if ended else None,
    )
    Budget.objects.create(cycle=cycle, total=90_000_000_00, reserve=18_000_000_00)
    for position, (key, weight) in enumerate((("need", 3), ("motivation", 2), ("retention", 1)), start=1):
        Criterion.objects.create(cycle=cycle, key=key, name=key.capitalize(), weight=weight, position=position)
    return cycle


def _talks(centre: Centre, cycle: Cycle, teams: dict[int, int], random: Random) -> None:
    leaders = {team.pk: leader for team, leader in zip(centre.teams, centre.staff, strict=False)}
    manager = centre.staff[-1]
    talks = []
    for person in centre.staff:
        held = random.random() < 0.8
        leads = person.pk in {leader.pk for leader in leaders.values()}
        talks.append(
            Talk(
                cycle=cycle,
                employee=person,
                unit_id=teams[person.pk],
                leader=manager if leads else leaders[teams[person.pk]],
                kind=TalkKind.LUS if leads else TalkKind.MUS,
                state=Talk.State.HELD if held else Talk.State.PLANNED,
                held_on=cycle.talks_close_on - timedelta(days=random.randrange(60)) if held else None,
            )
        )
    Talk.objects.bulk_create(talks, BATCH)


def _plans(centre: Centre, cycle: Cycle, at: datetime) -> None:
    plans = Plan.objects.bulk_create([Plan(cycle=cycle, employee=person) for person in centre.staff], BATCH)
    versions = PlanVersion.objects.bulk_create(
        [PlanVersion(plan=plan, made_by=plan.employee, made_at=at, employee_confirmed_at=at) for plan in plans], BATCH
    )
    Goal.objects.bulk_create(
        [
            Goal(version=version, position=number, title=f"Mål {number}", how="Øver med en kollega.")
            for version in versions
            for number in (1, 2)
        ],
        BATCH,
    )


def _wish(cycle: Cycle, person: Employee, unit: int, centre: Centre, offer: Offer, at: datetime) -> Wish:
    return Wish(
        cycle=cycle,
        employee=person,
        unit_id=unit,
        state=Wish.State.SUBMITTED,
        title=offer.title,
        offer=offer,
        need=centre.needs[person.pk % len(centre.needs)],
        fee=offer.price,
        days=offer.days,
        motivation="Jeg møder opgaven hver uge.",
        saved_at=at,
        submitted_at=at,
        is_external=True,
    )


def _scores(centre: Centre, cycle: Cycle, wishes: list[Wish], at: datetime, random: Random) -> None:
    criteria = list(cycle.criteria.all())
    assessors = centre.staff[:3]
    Assessment.objects.bulk_create(
        [
            Assessment(wish=wish, criterion=criterion, assessor=assessor, score=random.randrange(6), made_at=at)
            for wish in wishes
            for criterion in criteria
            for assessor in assessors
            if assessor.pk != wish.employee_id
        ],
        BATCH,
    )


def _decisions(wishes: list[Wish], at: datetime, random: Random) -> None:
    answered = at + timedelta(days=20)
    decisions = []
    for wish in wishes:
        granted = random.random() < 0.55
        decisions.append(
            Decision(
                wish=wish,
                route=Route.DECEMBER,
                outcome=Outcome.GRANTED if granted else Outcome.NOT_MET,
                amount=wish.fee if granted else 0,
                reason="" if granted else "Der er ikke penge til det inden for rammen.",
                decided_at=at,
                released_at=answered,
                read_at=answered,
            )
        )
    Decision.objects.bulk_create(decisions, BATCH)
    Budget.objects.filter(cycle=wishes[0].cycle).update(granted=sum(decision.amount for decision in decisions))


def _noon(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(12)))
