"""`manage.py import_data`: what it prints and how it ends."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from competence.domain import units
from competence.models import Employee, Municipality, Offer, Unit

DATA = Path(__file__).parents[2] / "config" / "example" / "data"
FIELDS = ["kind", "file", "encoding", "delimiter", "rows", "created", "updated", "unchanged", "errors", "written"]

pytestmark = pytest.mark.django_db


def printed(*words: str, **options: Any) -> dict[str, Any]:
    """What the command prints, and the status it ends with as `exit`."""
    out = StringIO()
    status = 0
    try:
        call_command("import_data", *words, stdout=out, **options)
    except SystemExit as end:
        status = int(str(end.code))
    found: dict[str, Any] = json.loads(out.getvalue()) if out.getvalue() else {}
    return {**found, "exit": status}


def brought_in(kind: str, name: str, **options: Any) -> dict[str, Any]:
    return printed(kind, str(DATA / name), **options)


def test_a_file_is_told_about_as_json_and_twice_changes_nothing() -> None:
    first = brought_in("units", "enheder.csv")
    assert [*first, first["exit"], first["written"], first["errors"]] == [*FIELDS, "exit", 0, True, []]
    again = brought_in("units", "enheder.csv")
    assert (again["created"], again["updated"], again["unchanged"]) == (0, 0, first["created"])


def test_a_dry_run_writes_nothing() -> None:
    found = brought_in("units", "enheder.csv", dry_run=True)
    assert (found["exit"], found["written"], found["created"] > 0, Unit.objects.count()) == (0, False, True, 0)


def test_faults_end_with_one_and_nothing_is_written() -> None:
    brought_in("units", "enheder.csv")
    found = brought_in("staff", "medarbejdere-med-fejl.csv")
    assert (found["exit"], found["written"], Employee.objects.count()) == (1, False, 0)
    assert {*found["errors"][0]} == {"line", "column", "value", "message"}


def test_what_cannot_be_carried_out_ends_with_two(capsys: pytest.CaptureFixture[str]) -> None:
    assert brought_in("staff", "medarbejdere.csv")["exit"] == 2
    assert brought_in("units", "findes-ikke.csv")["exit"] == 2
    said = capsys.readouterr().err
    assert ("There is no municipality yet" in said, "findes-ikke.csv" in said) == (True, True)


@pytest.mark.parametrize("is_example", [False, True])
def test_the_neighbour_of_the_example_is_not_meant(is_example: bool) -> None:
    brought_in("units", "enheder.csv")
    Municipality.objects.update(is_example=is_example)
    units.found_municipality(code="GRA", name="Granby kommun", language="sv", is_example=True)
    assert brought_in("courses", "kurser.csv")["exit"] == 0
    assert set(Offer.objects.values_list("municipality__code", flat=True)) == {"SOL"}


def test_of_several_municipalities_one_must_be_named() -> None:
    brought_in("units", "enheder.csv")
    units.found_municipality(code="AND", name="Anden Kommune", language="da")
    assert brought_in("courses", "kurser.csv")["exit"] == 2
    assert brought_in("courses", "kurser.csv", municipality="SOL")["exit"] == 0
