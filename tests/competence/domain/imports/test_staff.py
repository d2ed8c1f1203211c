"""The staff file makes people, employments, leave and trusts; a faulty one makes nothing."""

import io
import json
from datetime import date
from decimal import Decimal
from typing import Any, cast

import openpyxl
import pytest

from competence.domain import people
from competence.models import Employee, Employment, Leave, Role, RoleAssignment, Unit
from tests.competence.domain.imports.files import (
    DATA,
    TODAY,
    counts,
    faults,
    load,
    person,
    root,
    ship,
    staff,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _units() -> None:
    ship("units", "enheder.csv")


def trusts() -> set[tuple[str, str, str]]:
    roles = {Role.UNION_REPRESENTATIVE, Role.SAFETY_REPRESENTATIVE, Role.SUPER_USER}
    held = RoleAssignment.objects.filter(ends_on=None, role__in=roles)
    return set(held.values_list("employee__number", "role", "unit__code"))


def test_the_shipped_file_arrives_whole() -> None:
    assert counts(ship("staff", "medarbejdere.csv")) == (302, 302, 0, 0)
    assert (Employee.objects.count(), Employment.objects.count(), Leave.objects.count()) == (298, 302, 9)
    clara = Employee.objects.get(number="100157")
    posts = clara.employments.order_by("-weekly_hours")
    assert [(post.unit.code, post.weekly_hours, post.starts_on, post.seniority_on) for post in posts] == [
        ("BU-FAM", Decimal(37), date(2011, 5, 10), date(2010, 4, 5)),
        ("PPR-NORD", Decimal("7.5"), date(2011, 5, 10), date(2010, 4, 5)),
    ]
    assert not clara.has_usable_password()


def test_the_same_file_twice_changes_nothing() -> None:
    ship("staff", "medarbejdere.csv")
    before = list(RoleAssignment.objects.order_by("pk").values_list())
    assert counts(ship("staff", "medarbejdere.csv")) == (302, 0, 0, 302)
    assert list(RoleAssignment.objects.order_by("pk").values_list()) == before


@pytest.mark.parametrize("known", [False, True], ids=["first file", "staff known"])
def test_the_faulty_file_has_exactly_its_faults_and_writes_nothing(known: bool) -> None:
    if known:
        ship("staff", "medarbejdere.csv")
    before = list(Employee.objects.order_by("pk").values_list())
    expected = json.loads((DATA / "medarbejdere-med-fejl.expected.json").read_text())["faults"]
    report = ship("staff", "medarbejdere-med-fejl.csv")
    assert faults(report) == [tuple(fault) for fault in expected]
    assert (report.written, counts(report)) == (False, (40, 0, 0, 0))
    assert list(Employee.objects.order_by("pk").values_list()) == before


def rewritten(encoding: str, delimiter: str, *, iso: bool) -> bytes:
    lines = [line.split(";") for line in (DATA / "medarbejdere.csv").read_bytes().decode("cp1252").splitlines()]
    if iso:
        for cells in lines[1:]:
            for place in (10, 11, 12):
                cells[place] = "-".join(reversed(cells[place].split("-")))
            cells[9] = cells[9].replace(",", ".")
    quoted = [[f'"{cell}"' if delimiter in cell else cell for cell in cells] for cells in lines]
    return "\n".join(delimiter.join(cells) for cells in quoted).encode(encoding)


@pytest.mark.parametrize(
    ("encoding", "delimiter", "iso"),
    [("utf-8", ",", True), ("utf-8-sig", "\t", False), ("cp1252", ",", False), ("utf-16", "\t", True)],
)
def test_however_the_file_is_written_it_says_the_same(encoding: str, delimiter: str, *, iso: bool) -> None:
    ship("staff", "medarbejdere.csv")
    report = load("staff", rewritten(encoding, delimiter, iso=iso))
    assert (counts(report), faults(report)) == ((302, 0, 0, 302), [])
    assert (report.encoding, report.delimiter) == (encoding.removesuffix("-sig"), delimiter)
    assert report.date_form == ("yyyy-mm-dd" if iso else "dd-mm-yyyy")


def test_a_spreadsheet_says_the_same() -> None:
    ship("staff", "medarbejdere.csv")
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for line in (DATA / "medarbejdere.csv").read_bytes().decode("cp1252").splitlines():
        sheet.append([int(cell) if cell.isdecimal() else cell for cell in line.split(";")])
    stream = io.BytesIO()
    book.save(stream)
    assert counts(load("staff", stream.getvalue())) == (302, 0, 0, 302)


def test_headings_can_be_english_in_any_order_with_others_between() -> None:
    content = "Unit;Remarks;Last name;First name;;Employee no.;Employed from\nBU-MOD;no;Holm;Anna;;7;2019-03-01\n"
    report = load("staff", content)
    assert (counts(report), report.ignored) == ((1, 1, 0, 0), ["Remarks"])
    post = Employment.objects.get()
    assert (post.employee.name, post.weekly_hours, post.seniority_on) == ("Anna Holm", Decimal(37), date(2019, 3, 1))


def test_a_column_that_is_missing_changes_nothing_it_would_tell() -> None:
    load("staff", staff(person(7, Hverv="TR", Status="Orlov")))
    content = "Medarbejdernr.;Fornavn;Efternavn;Enhedskode;Ansat fra\n7;Anna;Holm;BU-MOD;01-03-2019\n"
    assert counts(load("staff", content)) == (1, 0, 0, 1)
    assert (trusts(), Leave.objects.filter(ends_on=None).count()) == ({("7", "union_representative", "BU-MOD")}, 1)


def test_changes_are_told_field_by_field() -> None:
    load("staff", staff(person(7)))
    report = load("staff", staff(person(7, Efternavn="Ærø", **{"Timer pr. uge": "32,5"}, Hverv="AMR")))
    assert counts(report) == (1, 0, 1, 0)
    assert [(d.field, d.before, d.after) for d in report.changed[0].differences] == [
        ("Efternavn", "Holm", "Ærø"),
        ("Timer pr. uge", "37.00", "32.50"),
        ("Hverv", "", "AMR"),
    ]
    post = Employment.objects.get()
    assert (post.employee.last_name, post.weekly_hours) == ("Ærø", Decimal("32.5"))
    assert trusts() == {("7", "safety_representative", "BU-MOD")}


def test_who_moves_keeps_the_employment() -> None:
    load("staff", staff(person(7)))
    pk = Employment.objects.get().pk
    assert counts(load("staff", staff(person(7, Enhedskode="BU-FAM")))) == (1, 0, 1, 0)
    assert (Employment.objects.get().pk, Employment.objects.get().unit.code) == (pk, "BU-FAM")


def test_who_comes_back_gets_a_new_employment() -> None:
    load("staff", staff(person(7, **{"Ansat til": "31-12-2020"})))
    again = person(7, **{"Ansat fra": "01-02-2024"})
    assert counts(load("staff", staff(again))) == (1, 1, 0, 0)
    assert Employment.objects.count() == 2


def test_an_empty_address_leaves_the_one_that_is_known() -> None:
    load("staff", staff(person(7)))
    assert counts(load("staff", staff(person(7, **{"E-mail": ""})))) == (1, 0, 0, 1)
    assert Employee.objects.get().email == "anna7@solbjerg.example"


def test_two_people_can_swap_addresses() -> None:
    one, two = {"E-mail": "en@solbjerg.example"}, {"E-mail": "to@solbjerg.example"}
    load("staff", staff(person(7, **one), person(8, Fornavn="Bo", **two)))
    assert counts(load("staff", staff(person(7, **two), person(8, Fornavn="Bo", **one)))) == (2, 0, 2, 0)
    assert dict(Employee.objects.values_list("number", "email")) == {
        "7": "to@solbjerg.example",
        "8": "en@solbjerg.example",
    }


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ([person(7), person(7, Fornavn="Bo", **{"E-mail": ""})], [(3, "Medarbejdernr.")]),
        ([person(7), person(7)], [(3, "Medarbejdernr.")]),
        ([person(7), person(8, **{"E-mail": "ANNA7@solbjerg.example"})], [(3, "E-mail")]),
        ([person(7), person(7, Enhedskode="YD", **{"E-mail": "x@solbjerg.example"})], [(3, "E-mail")]),
        ([person(7, **{"Ansat til": "01-02-2019"})], [(2, "Ansat til")]),
        (
            [person(7, Hverv="konge", Status="måske", **{"Ansat fra": ""})],
            [(2, "Ansat fra"), (2, "Status"), (2, "Hverv")],
        ),
        ([person(7, Fornavn="x" * 81)], [(2, "Fornavn")]),
    ],
    ids=["two people", "twice", "shared address", "two addresses", "ends early", "words", "long"],
)
def test_faults_name_line_and_column(lines: list[str], expected: list[tuple[int, str]]) -> None:
    assert faults(load("staff", staff(*lines))) == expected
    assert Employee.objects.count() == 0


def test_a_number_that_is_somebody_elses_already_is_a_fault() -> None:
    load("staff", staff(person(7)))
    someone = person(7, Fornavn="Bo", Efternavn="Bang", **{"E-mail": "bo@solbjerg.example"})
    assert faults(load("staff", staff(someone))) == [(2, "Medarbejdernr.")]
    married = person(7, Efternavn="Bang", **{"E-mail": "anna.bang@solbjerg.example"})
    assert counts(load("staff", staff(married))) == (1, 0, 1, 0)


def test_an_address_of_somebody_not_in_the_file_is_a_fault() -> None:
    load("staff", staff(person(7)))
    taken = person(8, Fornavn="Bo", **{"E-mail": "anna7@solbjerg.example"})
    assert faults(load("staff", staff(taken))) == [(2, "E-mail")]


def test_leave_opens_on_the_day_of_the_import_and_closes_the_day_before() -> None:
    load("staff", staff(person(7, Status="Orlov")), on=date(2026, 3, 1))
    assert Leave.objects.values_list("starts_on", "ends_on").get() == (date(2026, 3, 1), None)
    report = load("staff", staff(person(7)), on=date(2026, 9, 1))
    assert [(d.field, d.before, d.after) for d in report.changed[0].differences] == [("Status", "on leave", "active")]
    assert Leave.objects.values_list("starts_on", "ends_on").get() == (date(2026, 3, 1), date(2026, 8, 31))


def test_a_trust_ends_when_the_file_stops_giving_it_and_one_given_by_hand_stays() -> None:
    load("staff", staff(person(7, Hverv="TR|Superbruger")), on=date(2026, 3, 1))
    anna = Employee.objects.get()
    unit = Unit.objects.get(code="BU-MOD")
    people.assign_role(employee=anna, role=Role.SAFETY_REPRESENTATIVE, unit=unit, starts_on=TODAY)
    assert counts(load("staff", staff(person(7, Hverv="TR")))) == (1, 0, 1, 0)
    assert trusts() == {("7", "union_representative", "BU-MOD"), ("7", "safety_representative", "BU-MOD")}
    assert counts(load("staff", staff(person(7, Hverv="TR")))) == (1, 0, 0, 1)


def test_who_is_missing_is_listed_and_stays() -> None:
    load("staff", staff(person(7), person(8, Fornavn="Bo")))
    report = load("staff", staff(person(7)))
    assert (report.missing, report.ended) == (["8 Bo Holm, BU-MOD"], 0)
    assert Employment.objects.valid_on(TODAY).count() == 2


def test_who_is_missing_is_ended_with_all_roles_when_that_is_confirmed() -> None:
    load("staff", staff(person(7), person(8, Fornavn="Bo", Hverv="TR", Status="Orlov")), on=date(2026, 3, 1))
    bo = Employee.objects.get(number="8")
    municipality = root()
    assert municipality is not None
    people.assign_role(employee=bo, role=Role.MED_MEMBER, unit=municipality, starts_on=date(2026, 4, 1))
    report = load("staff", staff(person(7)), end_missing=True)
    assert (report.missing, report.ended) == (["8 Bo Holm, BU-MOD"], 1)
    yesterday = date(2026, 10, 14)
    assert bo.employments.get().ends_on == yesterday
    assert Leave.objects.get().ends_on == yesterday
    assert set(bo.role_assignments.values_list("ends_on", flat=True)) == {yesterday}
    assert load("staff", staff(person(7)), end_missing=True).missing == []


def test_a_dry_run_says_what_would_happen_and_writes_nothing() -> None:
    report = load("staff", staff(person(7)), dry_run=True)
    assert (counts(report), report.written, Employee.objects.count()) == ((1, 1, 0, 0), False, 0)


def test_the_history_says_which_file_made_each_row() -> None:
    load("staff", staff(person(7)))
    load("staff", staff(person(7, Stilling="Konsulent")))
    employees, employments = (
        cast(Any, model).pgh_event_model.objects.order_by("pgh_id") for model in (Employee, Employment)
    )
    for event in [*employees, *employments]:
        assert event.pgh_context.metadata["reason"] == "import a file"
    assert [event.pgh_label for event in employees] == ["insert"]
    assert [(event.pgh_label, event.job_title) for event in employments] == [
        ("insert", "Socialrådgiver"),
        ("update", "Konsulent"),
    ]


def test_the_number_of_statements_does_not_grow_with_the_rows(django_assert_max_num_queries: Any) -> None:
    lines = [person(number, Hverv="TR", Status="Orlov") for number in range(1000, 1400)]
    with django_assert_max_num_queries(STATEMENTS):
        assert counts(load("staff", staff(*lines))) == (400, 400, 0, 0)
    with django_assert_max_num_queries(STATEMENTS):
        assert counts(load("staff", staff(*lines))) == (400, 0, 0, 400)


STATEMENTS = 40
