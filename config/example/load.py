"""The example municipality: its files imported as anybody's, and a year in progress on top of them."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random

from django.db import connection, transaction
from django.utils import timezone
from post_office.models import STATUS, Email

from annualcycle.domain import cycle as cycles
from annualcycle.domain import evaluation
from annualcycle.models import Cycle
from competence.domain import law, people
from competence.domain.imports import birth_years, plans, running
from competence.models import Competence, CompetenceArea, Employee, Employment, Municipality, Offer, Role, Unit
from config.example import (
    accounts,
    after,
    december,
    development,
    earlier,
    files,
    neighbour,
    newcomers,
    outside,
    strategies,
    talks,
    team,
    trainers,
    trees,
)
from config.example.years import YEARS, Year

CODE = "SOL"
# Employee numbers of the staff file.
MED_MEMBER, LEADER = "100097", "100023"
# What the December proposal adds to the points: for a person's first grant, and for each need covered.
BONUSES = {"first_grant_bonus": 6, "coverage_bonus": 4, "history_points": 2, "history_years": 3}
HISTORY = ("oensker-2024.xlsx", "oensker-2025.xlsx")
# Leaders lead and people are employed long before the year begins.
LONG_AGO = timedelta(days=400)
# A day on which all the centres collect wishes.
EARLY_IN_THE_TALKS = timedelta(days=100)
BASE_FILES = (("units", "enheder.csv"), ("staff", "medarbejdere.csv"), ("courses", "kurser.csv"))


class Faulty(Exception):
    """One of the shipped files has a fault."""


@dataclass(frozen=True)
class Setting:
    """The day the example is loaded, and the municipality."""

    today: date
    now: datetime
    root: Unit

    @property
    def year(self) -> int:
        return files.year_for(self.today)


@transaction.atomic
def load(*, now: datetime) -> Unit:
    """Solbjerg Kommune as it stands at `now`."""
    today = timezone.localdate(now)
    year = files.year_for(today)
    for kind, name in BASE_FILES:
        _import(kind, name, year, now - LONG_AGO)
    root = Unit.objects.get(code=CODE, parent=None)
    Municipality.objects.filter(unit=root).update(is_example=True)
    accounts.open_accounts(root)
    _years_of_birth(root)
    setting = Setting(today, now, root)
    _count_rows()
    law.load(municipality=root, references=law.references_in(law.SHIPPED))
    _catalogue(root)
    centres = {unit.code: unit for unit in Unit.objects.filter(municipality=root, code__in=YEARS)}
    for unit in centres.values():
        strategies.in_force(unit=unit, year=setting.year)
    for name in HISTORY:
        _import("wishes", name, year, now)
    opened = {code: _open(centres[code], setting) for code in YEARS}
    _import("wishes", f"oensker-{files.FILES_YEAR}.csv", year, now - EARLY_IN_THE_TALKS)
    _count_rows()
    for code, cycle in opened.items():
        earlier.ask_in_earlier_years(unit=cycle.unit, year=setting.year)
        _carry_on(cycle, YEARS[code], setting)
    after.begin_a_wish(cycle=opened["BU"], number=accounts.EMPLOYEE, now=now)
    _beside_the_year(centres, setting)
    # What happened before the example was loaded has been read long ago: nothing is sent.
    Email.objects.filter(status__in=[STATUS.queued, STATUS.failed]).update(status=STATUS.sent)
    _count_rows()
    return root


def _count_rows() -> None:
    """The database plans by the rows it has counted; of an open transaction's it counts none by itself."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _beside_the_year(centres: dict[str, Unit], setting: Setting) -> None:
    """Strategies on their way, pools and experts, trainers, and new colleagues."""
    strategies.on_their_way(centres=centres, now=setting.now)
    trees.load(root=setting.root, wisher=accounts.EMPLOYEE, now=setting.now)
    outside.load(root=setting.root, centre=centres["BU"], today=setting.today)
    _trainers(setting.root, setting.now)
    _new_and_elected(setting.root, setting.now)


def _new_and_elected(root: Unit, now: datetime) -> None:
    """New colleagues, and a member of the MED and an administrator of the whole municipality."""
    numbers = (MED_MEMBER, LEADER, accounts.ADMINISTRATOR)
    staff = {row.number: row for row in Employee.objects.filter(municipality=root, number__in=numbers)}
    elected = timezone.localdate(now) - LONG_AGO
    people.assign_role(employee=staff[MED_MEMBER], role=Role.MED_MEMBER, unit=root, starts_on=elected)
    administrator = staff[accounts.ADMINISTRATOR]
    people.assign_role(employee=administrator, role=Role.ADMINISTRATOR, unit=root, starts_on=elected)
    newcomers.load(team=Unit.objects.get(municipality=root, code="BU-MOD"), leader=staff[LEADER], now=now)
    accounts.open_accounts(root)


def _trainers(root: Unit, now: datetime) -> None:
    trainers.load(root=root, now=now)
    team.load(root=root, now=now)
    development.load(root=root, now=now)
    neighbour.load(now=now)


def _import(kind: str, name: str, year: int, now: datetime) -> None:
    root = Unit.objects.filter(code=CODE, parent=None).first()
    setting = plans.Setting(municipality=root, on=timezone.localdate(now), at=now, code=CODE)
    report = running.run(file=running.File(kind, name, files.content(name, year)), setting=setting)
    if report.errors:
        raise Faulty(f"{name}: {report.errors[0]}")


def _years_of_birth(root: Unit) -> None:
    """Invented: everybody began between 21 and 45 years old. The municipality of the example supplies them."""
    random = Random(root.code)
    began = Employment.objects.filter(employee__municipality=root).order_by("employee", "seniority_on")
    years: dict[int, int | None] = {}
    for person, day in began.values_list("employee", "seniority_on"):
        years.setdefault(person, max(1958, min(2003, day.year - random.randint(21, 45))))
    birth_years.write(years)


def _catalogue(root: Unit) -> None:
    """The competence catalogue, and what each course builds."""
    competences: dict[str, Competence] = {}
    for area_name, entries in files.texts()["competences"].items():
        area = CompetenceArea.objects.create(municipality=root, name=area_name)
        for key, name in entries.items():
            competences[key] = Competence.objects.create(area=area, key=key, name=name)
    for offer in Offer.objects.filter(municipality=root):
        offer.competences.set(competences[key] for key in files.texts()["offers"].get(offer.code, ()))


def _open(unit: Unit, setting: Setting) -> Cycle:
    """The year of `unit`, published three weeks before its talks opened."""
    year = YEARS[unit.code]
    manager = unit.role_assignments.filter(role="manager").earliest("pk").employee
    published = _at(year.dates(setting.today)["talks_open_on"] - timedelta(days=21))
    cycle = cycles.ensure(unit=unit, year=setting.year, by=manager, at=published)
    cycle = cycles.set_dates(cycle=cycle, dates=year.dates(setting.today))
    cycle = cycles.set_proposal_rules(cycle=cycle, **BONUSES, team_grants=None, team_amount=None)
    cycles.set_budget(cycle=cycle, total=year.budget, reserve=year.reserve)
    return cycles.publish(cycle=cycle, by=manager, at=published)


def _carry_on(cycle: Cycle, year: Year, setting: Setting) -> None:
    """What has happened in `cycle` until the day of loading."""
    random = Random(cycle.unit.code)
    talks.hold(cycle=cycle, share=year.held, today=setting.today, random=random)
    after.tell_views(cycle=cycle, random=random)
    if year.decided:
        after.assess_too(cycle=cycle, random=random)
        december.decide(cycle=cycle, share=year.decided, random=random)
    if year.is_released:
        december.release(cycle=cycle, random=random)
        cycle.refresh_from_db()
    if year.is_oriented:
        after.inform(cycle=cycle)
        after.use_and_share(cycle=cycle, random=random, today=setting.today)
        after.ask_during_the_year(cycle=cycle, now=setting.now)
        _evaluate(cycle, setting.now)


def _evaluate(cycle: Cycle, now: datetime) -> None:
    """MED has its pack of the year that is over."""
    cycle.refresh_from_db()
    evaluation.save(cycle=cycle, **files.texts()["evaluation"], at=now)
    evaluation.finish(
        cycle=cycle, by=cycle.unit.role_assignments.filter(role="manager").earliest("pk").employee, at=now
    )


def _at(day: date) -> datetime:
    """Nine in the morning of `day`."""
    return timezone.make_aware(datetime.combine(day, time(9)))
