"""The optional column with years of birth is read by nothing but the monitor, and told by no report."""

from datetime import date

import pytest

from competence.domain import people, retention
from competence.domain.imports.running import Report
from competence.models import BirthYear, Employee
from competence.retention import REGISTRY
from tests.competence.domain.imports.files import TODAY, counts, faults, load, person, ship, staff

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _units() -> None:
    ship("units", "enheder.csv")


def file(*years: str, heading: str = "Fødselsår") -> str:
    header, *lines = staff(*(person(number) for number in range(7, 7 + len(years)))).split("\r\n")[:-1]
    rows = [f"{line};{year}" for line, year in zip(lines, years, strict=True)]
    return "\r\n".join([f"{header};{heading}", *rows]) + "\r\n"


def kept() -> dict[str, int]:
    return dict(BirthYear.objects.values_list("employee__number", "year"))


def changes(report: Report) -> list[tuple[str, str, str]]:
    return [(one.field, one.before, one.after) for change in report.changed for one in change.differences]


@pytest.mark.parametrize("heading", ["Fødselsår", "Födelseår", "Year of birth"])
def test_years_of_birth_come_with_the_staff_file(heading: str) -> None:
    load("staff", file("1984", "", heading=heading))
    assert kept() == {"7": 1984}


def test_a_file_without_the_column_leaves_them_and_an_empty_cell_lets_go() -> None:
    load("staff", file("1984", "1990"))
    assert counts(load("staff", staff(person(7), person(8)))) == (2, 0, 0, 2)
    assert kept() == {"7": 1984, "8": 1990}
    assert counts(load("staff", file("1984", ""))) == (2, 0, 1, 1)
    assert kept() == {"7": 1984}


def test_a_report_says_that_a_year_changes_and_never_which() -> None:
    load("staff", file("1984"))
    report = load("staff", file("1985"))
    assert kept() == {"7": 1985}
    assert changes(report) == [("Fødselsår", "noted", "corrected")]


def test_something_longer_than_a_year_is_refused_and_not_repeated() -> None:
    report = load("staff", file("0101841234"))
    assert faults(report) == [(2, "Fødselsår")]
    assert (report.errors[0].value, "0101841234" in report.errors[0].message) == ("", False)
    assert Employee.objects.count() == 0


def test_they_go_soon_after_whoever_has_left() -> None:
    load("staff", file("1984"))
    employee = Employee.objects.get()
    people.end_employment(employment=employee.employments.get(), on=date(2026, 9, 1))
    found = next(one for one in retention.due(employee.municipality, TODAY) if one.kind.model is BirthYear)
    assert found.keys == (employee.pk,)
    assert next(kind for kind in REGISTRY if kind.model is BirthYear).months == 1
