"""The fixed cast: two municipalities, the people in them, and a day in the middle of the talks.

Nordby (NOR)
  BU  Børn og Unge        mads is manager; mads, tove and finn are the leadership group
    MOD  Modtagelse       tove leads; anna, bo, vik (substitute), orla (on leave), tess (union representative)
    FAM  Familie          finn leads; eva, mette (MED member), dan (deputises for tove in October)
  YD  Ydelse              ylva is manager
    KON  Kontanthjælp     karl
  HR                      hanne works with HR for the whole municipality; adam is administrator
Sydby (SYD)               sven manages CEN and is HR; he must never see anything of Nordby
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from competence.domain import people, units
from competence.models import Employee, Employment, Role, Unit

TODAY = date(2026, 10, 15)
PASSWORD = "correct horse battery"


@dataclass
class Cast:
    nordby: Unit
    bu: Unit
    mod: Unit
    fam: Unit
    yd: Unit
    kon: Unit
    hr: Unit
    anna: Employee
    bo: Employee
    vik: Employee
    orla: Employee
    tess: Employee
    tove: Employee
    eva: Employee
    mette: Employee
    dan: Employee
    finn: Employee
    mads: Employee
    ylva: Employee
    karl: Employee
    hanne: Employee
    adam: Employee
    leif: Employee
    sydby: Unit
    cen: Unit
    sven: Employee

    def member(self, name: str) -> Employee:
        found = getattr(self, name)
        assert isinstance(found, Employee)
        return found


MEMBERS = [
    *("anna", "bo", "vik", "orla", "tess", "tove", "eva", "mette", "dan", "finn", "mads", "ylva", "karl"),
    *("hanne", "adam", "sven"),
]

_SURNAMES = {
    "anna": "Ærø",
    "bo": "Bang",
    "vik": "Vestergaard",
    "orla": "Østergaard",
    "tess": "Tang",
    "tove": "Toft",
    "eva": "Eriksen",
    "mette": "Møller",
    "dan": "Dam",
    "finn": "Friis",
    "mads": "Madsen",
    "ylva": "Yde",
    "karl": "Koch",
    "hanne": "Holm",
    "adam": "Aagaard",
    "leif": "Lund",
    "sven": "Svensson",
}
START = date(2019, 3, 1)


def build() -> Cast:
    nordby = units.found_municipality(code="NOR", name="Nordby Kommune")
    bu = units.add(parent=nordby, code="BU", name="Børn og Unge", kind=Unit.Kind.CENTRE)
    mod = units.add(parent=bu, code="MOD", name="Modtagelse", kind=Unit.Kind.TEAM)
    fam = units.add(parent=bu, code="FAM", name="Familie", kind=Unit.Kind.TEAM)
    yd = units.add(parent=nordby, code="YD", name="Ydelse", kind=Unit.Kind.CENTRE)
    kon = units.add(parent=yd, code="KON", name="Kontanthjælp", kind=Unit.Kind.TEAM)
    hr = units.add(parent=nordby, code="HR", name="HR og Udvikling", kind=Unit.Kind.STAFF)
    sydby = units.found_municipality(code="SYD", name="Sydby Kommune")
    cen = units.add(parent=sydby, code="CEN", name="Centret", kind=Unit.Kind.CENTRE)
    homes = {
        **dict.fromkeys(["anna", "bo", "vik", "orla", "tess", "tove", "leif"], mod),
        **dict.fromkeys(["eva", "mette", "dan", "finn"], fam),
        "mads": bu,
        "ylva": yd,
        "karl": kon,
        "hanne": hr,
        "adam": hr,
        "sven": cen,
    }
    cast = Cast(
        nordby=nordby,
        bu=bu,
        mod=mod,
        fam=fam,
        yd=yd,
        kon=kon,
        hr=hr,
        sydby=sydby,
        cen=cen,
        **{name: _person(name, number, unit) for number, (name, unit) in enumerate(homes.items(), start=100)},
    )
    _give_roles(cast)
    _change_employments(cast)
    return cast


def _person(name: str, number: int, unit: Unit) -> Employee:
    employee = people.register(
        municipality=unit.municipality or unit,
        number=str(number),
        first_name=name.capitalize(),
        last_name=_SURNAMES[name],
        email=f"{name}@{'sydby' if name == 'sven' else 'nordby'}.example",
    )
    post = people.Post(job_title="Socialrådgiver", profession="Socialrådgiver", agreement="DS", starts_on=START)
    people.employ(employee=employee, unit=unit, post=post)
    return employee


def _give_roles(cast: Cast) -> None:
    roles = [
        (cast.tove, Role.TEAM_LEADER, cast.mod),
        (cast.tove, Role.LEADERSHIP_GROUP, cast.bu),
        (cast.finn, Role.TEAM_LEADER, cast.fam),
        (cast.finn, Role.LEADERSHIP_GROUP, cast.bu),
        (cast.mads, Role.MANAGER, cast.bu),
        (cast.mads, Role.LEADERSHIP_GROUP, cast.bu),
        (cast.ylva, Role.MANAGER, cast.yd),
        (cast.ylva, Role.LEADERSHIP_GROUP, cast.yd),
        (cast.hanne, Role.HR, cast.nordby),
        (cast.adam, Role.ADMINISTRATOR, cast.nordby),
        (cast.mette, Role.MED_MEMBER, cast.bu),
        (cast.tess, Role.UNION_REPRESENTATIVE, cast.mod),
        (cast.sven, Role.MANAGER, cast.cen),
        (cast.sven, Role.HR, cast.sydby),
    ]
    for employee, role, unit in roles:
        people.assign_role(employee=employee, role=role, unit=unit, starts_on=START)
    people.name_deputy(
        assignment=cast.tove.role_assignments.get(role=Role.TEAM_LEADER),
        deputy=cast.dan,
        starts_on=date(2026, 10, 1),
        ends_on=date(2026, 10, 31),
    )


def _change_employments(cast: Cast) -> None:
    substitute = cast.vik.employments.get()
    substitute.kind = Employment.Kind.SUBSTITUTE
    substitute.starts_on = substitute.seniority_on = date(2026, 6, 1)
    substitute.ends_on = date(2027, 1, 31)
    substitute.weekly_hours = Decimal("28.5")
    substitute.save()
    people.start_leave(employment=cast.orla.employments.get(), starts_on=date(2026, 8, 1))
    people.end_employment(employment=cast.leif.employments.get(), on=date(2026, 9, 30))
