"""The file of units makes the tree and says who leads."""

import pytest

from competence.domain import units
from competence.models import Role, RoleAssignment, Unit
from tests.competence.domain.imports.files import counts, faults, load, person, ship, staff

pytestmark = pytest.mark.django_db
HEADER = "Enhedskode;Enhedsnavn;Overordnet enhed;Type;Leder (medarbejdernr.)\n"
ROOT = "SOL;Solbjerg Kommune;;kommune;\n"


def held() -> set[tuple[str, str, str]]:
    return set(RoleAssignment.objects.filter(ends_on=None).values_list("employee__number", "role", "unit__code"))


def test_the_root_row_founds_the_municipality() -> None:
    assert counts(ship("units", "enheder.csv")) == (21, 21, 0, 0)
    team = Unit.objects.get(code="BU-MOD")
    assert (team.municipality, team.centre, team.pending_leader) == (
        Unit.objects.get(code="SOL"),
        Unit.objects.get(code="BU"),
        "100023",
    )


def test_the_same_file_twice_changes_nothing() -> None:
    ship("units", "enheder.csv")
    assert counts(ship("units", "enheder.csv")) == (21, 0, 0, 21)
    ship("staff", "medarbejdere.csv")
    assert counts(ship("units", "enheder.csv")) == (21, 0, 0, 21)


def test_rows_can_come_in_any_order() -> None:
    report = load("units", HEADER + "T;Team;C;team;\nC;Center;SOL;center;\n" + ROOT)
    assert (counts(report), Unit.objects.get(code="T").parent) == ((3, 3, 0, 0), Unit.objects.get(code="C"))


def test_leaders_get_their_roles_when_the_staff_arrives() -> None:
    load("units", HEADER + ROOT + "BU;Center;SOL;center;8\nBU-MOD;Team;BU;team;7\n")
    assert held() == set()
    load("staff", staff(person(7), person(8, Enhedskode="BU")))
    assert held() == {
        ("7", Role.TEAM_LEADER, "BU-MOD"),
        ("7", Role.LEADERSHIP_GROUP, "BU"),
        ("8", Role.MANAGER, "BU"),
        ("8", Role.LEADERSHIP_GROUP, "BU"),
    }
    assert set(Unit.objects.values_list("pending_leader", flat=True)) == {""}


def test_a_new_leader_takes_the_place_of_the_old_one() -> None:
    tree = HEADER + ROOT + "BU;Center;SOL;center;8\nBU-MOD;Team;BU;team;{}\n"
    load("units", tree.format(7))
    load("staff", staff(person(7), person(8, Enhedskode="BU"), person(9)))
    assert counts(load("units", tree.format(9))) == (3, 0, 1, 2)
    assert held() == {
        ("9", Role.TEAM_LEADER, "BU-MOD"),
        ("9", Role.LEADERSHIP_GROUP, "BU"),
        ("8", Role.MANAGER, "BU"),
        ("8", Role.LEADERSHIP_GROUP, "BU"),
    }


def test_staff_of_an_hr_unit_work_with_hr_for_the_municipality() -> None:
    load("units", HEADER + ROOT + "HR;HR og Udvikling;SOL;stab;\nBU-MOD;Team;SOL;team;\n")
    load("staff", staff(person(7), person(8, Enhedskode="HR")))
    assert held() == {("8", Role.HR, "SOL")}


def test_a_unit_can_get_a_new_name_kind_and_place() -> None:
    load("units", HEADER + ROOT + "A;Et;SOL;center;\nB;To;SOL;center;\nT;Team;A;team;\n")
    report = load("units", HEADER + ROOT + "A;Et;SOL;center;\nB;Nyt navn;SOL;stab;\nT;Team;B;team;\n")
    assert counts(report) == (4, 0, 2, 2)
    assert [(change.what, [d.field for d in change.differences]) for change in report.changed] == [
        ("B Nyt navn", ["Enhedsnavn", "Type"]),
        ("T Team", ["Overordnet enhed"]),
    ]
    b, team = Unit.objects.get(code="B"), Unit.objects.get(code="T")
    assert (b.name, b.kind, team.path, team.centre) == ("Nyt navn", Unit.Kind.STAFF, f"{b.path}{team.pk}/", b)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("A;Et;SOL;center;\nA;To;SOL;center;\n", [(4, "Enhedskode")]),
        ("A;Et;;center;\n", [(3, "Overordnet enhed")]),
        ("A;Et;X;center;\n", [(3, "Overordnet enhed")]),
        ("A;Et;B;center;\nB;To;A;team;\n", [(3, "Overordnet enhed"), (4, "Overordnet enhed")]),
        ("A;Et;SOL;sogn;\n;To;SOL;team;\n", [(3, "Type"), (4, "Enhedskode")]),
        ("VIG;Viborg;;kommune;\n", [(3, "Type")]),
    ],
    ids=["twice", "no parent", "unknown parent", "circle", "unknown kind", "two roots"],
)
def test_a_faulty_tree_is_refused_whole(rows: str, expected: list[tuple[int, str]]) -> None:
    assert faults(load("units", HEADER + ROOT + rows)) == expected
    assert Unit.objects.count() == 0


def test_a_file_of_another_municipality_is_refused() -> None:
    units.found_municipality(code="VIG", name="Vig Kommune")
    assert faults(load("units", HEADER + ROOT)) == [(2, "Enhedskode")]


def test_the_wrong_kind_of_file_lacks_its_columns() -> None:
    assert faults(ship("units", "kurser.csv")) == [
        (1, "Enhedskode"),
        (1, "Enhedsnavn"),
        (1, "Overordnet enhed"),
    ]
