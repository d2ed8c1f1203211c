"""HR's export: by a page, by a real worker that is killed in the middle, by a command."""

import json
import os
import signal
import subprocess
from datetime import UTC, date, datetime
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from competence import pdf as shared
from competence.domain import jobs, units
from competence.models import ExportLog, Job, Unit
from strategy import documents, pdf
from strategy.domain import editing, versions
from strategy.models import Strategy
from strategy.tasks import strategies as task
from tests import cast as cast_module
from tests.cast import Cast
from tests.processes import eventually

AT = datetime(2026, 10, 15, 10, 0, tzinfo=UTC)
YEAR = 2026
ADDRESS = "/strategy/export/"
WRITTEN = date(2025, 11, 1)
# Seconds. A busy machine is slow, not wrong.
PATIENCE = 600
# So many that some are left when the worker is killed, however fast they are made.
TEAMS = 6


def approved(unit: Unit, version: int = 1, needs: int = 1) -> Strategy:
    drafted = versions.draft(
        unit=unit, title=f"Strategi {unit.code}", starts_on=date(YEAR, 1, 1), ends_on=date(YEAR, 12, 31)
    )
    section = editing.add_section(
        strategy=drafted, number="1", title="Det skal vi kunne", text="Alt. " * 20, on=WRITTEN
    )
    for number in range(needs):
        editing.add_need(section=section, facts=editing.NeedFacts(f"Behov {number}"), on=WRITTEN)
    return versions.adopt(strategy=drafted, committee="MED", on=date(YEAR - 1, 12, 1))


def packed(job: Job) -> dict[str, bytes]:
    job.refresh_from_db()
    with job.file.open("rb") as file, ZipFile(BytesIO(file.read())) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_hr_takes_the_strategies_of_a_year_out(cast: Cast, client: Client) -> None:
    found = [approved(cast.bu), approved(cast.yd)]
    client.force_login(cast.hanne)
    page = client.get(ADDRESS).content.decode()
    assert [name in page for name in ("Børn og Unge", "Ydelse", "Der er ikke godkendt noget for 2026 i:")] == [True] * 3
    response = client.post(ADDRESS, {"year": YEAR, "units": [cast.bu.pk, cast.yd.pk]})
    job = Job.objects.get()
    assert response["Location"] == reverse("job", args=[job.pk])
    task(job_id=job.pk)
    content = packed(job)
    assert content == {
        "boern-og-unge-bu-version-1.pdf": pdf.strategy(found[0], language="da"),
        "ydelse-yd-version-1.pdf": pdf.strategy(found[1], language="da"),
    }
    page = client.get(reverse("job", args=[job.pk])).content.decode()
    assert page.count("lavet</span>") == 2
    client.get(reverse("job_file", args=[job.pk]))
    log = ExportLog.objects.get()
    assert (log.what, log.rows, log.made_by) == ("Strategier 2026", 2, cast.hanne)
    assert "Strategier 2026" in client.get(ADDRESS).content.decode()


def test_a_choice_without_units_says_so(cast: Cast, client: Client) -> None:
    approved(cast.bu)
    client.force_login(cast.hanne)
    page = client.post(ADDRESS, {"year": YEAR}).content.decode()
    assert ("Vælg mindst én enhed." in page, Job.objects.count()) == (True, 0)


def test_a_unit_that_fails_is_named_with_the_reason_and_stops_no_other(cast: Cast) -> None:
    approved(cast.bu)
    items = [choice.item for choice in documents.choices(municipality=cast.nordby.pk, year=YEAR)]
    job = jobs.start(kind=documents.KIND, title="Strategier", items=items, by=cast.hanne, at=AT)
    task(job_id=job.pk)
    job.refresh_from_db()
    assert sorted(packed(job)) == ["Kunne ikke laves.txt", "boern-og-unge-bu-version-1.pdf"]
    assert job.failures == [
        "Ydelse: Ingen version er godkendt for året.",
        "HR og Udvikling: Ingen version er godkendt for året.",
    ]


def test_the_later_of_two_versions_in_a_year_is_taken(cast: Cast) -> None:
    approved(cast.bu)
    later = versions.draft(unit=cast.bu, title="Ny", starts_on=date(YEAR, 7, 1), ends_on=date(YEAR + 1, 6, 30))
    editing.add_section(strategy=later, number="1", title="Nyt", on=WRITTEN)
    versions.adopt(strategy=later, committee="MED", on=date(YEAR, 6, 1))
    found = documents.choices(municipality=cast.nordby.pk, year=YEAR)
    assert [str(choice.version) for choice in found] == ["Ny", "None", "None"]


def test_a_worker_killed_in_the_middle_loses_nothing_and_writes_nothing_twice(
    worker: subprocess.Popen[bytes],
) -> None:
    cast = cast_module.build()
    teams = [
        units.add(parent=cast.yd, code=f"T{number}", name=f"Team {number}", kind=Unit.Kind.TEAM)
        for number in range(TEAMS)
    ]
    for team in teams:
        approved(team, needs=12)
    found = documents.chosen(documents.choices(municipality=cast.nordby.pk, year=YEAR), [team.pk for team in teams])
    shared.cut_fonts()
    job = jobs.start(
        kind=documents.KIND, title="Strategier", items=[one.item for one in found], by=cast.hanne, at=datetime.now(UTC)
    )
    assert eventually(lambda: Job.objects.get(pk=job.pk).done >= 2, PATIENCE)
    for child in _children(worker.pid):
        os.kill(child, signal.SIGKILL)
    assert Job.objects.get(pk=job.pk).done < TEAMS
    assert eventually(lambda: Job.objects.get(pk=job.pk).state == Job.State.DONE, PATIENCE)
    content = packed(job)
    assert (len(content), job.failures) == (TEAMS, [])
    assert content == {
        f"team-{number}-t{number}-version-1.pdf": documents.make(f"strategy:{team.strategies.get().pk}")
        for number, team in enumerate(teams)
    }


def _children(parent: int) -> list[int]:
    """The processes of the pool: those that really work."""
    return [
        int(pid) for task in Path(f"/proc/{parent}/task").iterdir() for pid in (task / "children").read_text().split()
    ]


def _command(folder: Path, **options: object) -> dict[str, Any]:
    output = StringIO()
    call_command("export_strategies", year=YEAR, output=folder, stdout=output, **options)
    summary: dict[str, Any] = json.loads(output.getvalue())
    return summary


def test_the_command_writes_the_same_documents_without_a_worker(cast: Cast, tmp_path: Path) -> None:
    found = approved(cast.bu)
    summary = _command(tmp_path, municipality="NOR")
    assert [one["unit"] for one in summary["made"]] == ["BU"]
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {
        "boern-og-unge-bu-version-1.pdf": pdf.strategy(found, language="da")
    }
    log = ExportLog.objects.get()
    assert (log.what, log.rows, log.made_by, log.municipality) == ("Strategier 2026", 1, None, cast.nordby)


@pytest.mark.parametrize(("unit", "reason"), [("YD", "Ingen version er godkendt for året."), ("XX", "unknown unit")])
def test_the_command_names_a_unit_that_fails_and_ends_with_one(
    cast: Cast, tmp_path: Path, unit: str, reason: str
) -> None:
    approved(cast.bu)
    output = StringIO()
    with pytest.raises(CommandError) as ended:
        call_command(
            "export_strategies", year=YEAR, output=tmp_path, unit=["BU", unit], municipality="NOR", stdout=output
        )
    summary = json.loads(output.getvalue())
    assert ended.value.returncode == 1
    assert (len(summary["made"]), summary["failed"]) == (1, [{"unit": unit, "reason": reason}])


def test_the_command_ends_with_two_where_there_is_nothing_to_make(cast: Cast, tmp_path: Path) -> None:
    with pytest.raises(CommandError) as ended:
        _command(tmp_path)
    assert ended.value.returncode == 2
