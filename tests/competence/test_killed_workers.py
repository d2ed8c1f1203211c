"""Long work under fault: a real worker is killed with -9 in the middle, and the next one goes on.

What the worker needs next is locked by the test, so that it stands still where it is to die.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from zipfile import ZipFile

import psycopg2
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from annualcycle.domain import orientation
from competence.domain import jobs
from competence.domain.imports import runs
from competence.models import ImportRun, Job, Offer
from competence.tasks import write_import
from tests import cast as cast_module
from tests.annualcycle.january import IN_JANUARY, answered
from tests.processes import eventually

HEADER = "Kursuskode;Titel;Udbyder;Type\n"
ROWS = "".join(f"K-{number};Kursus {number};VIA;Temadag\n" for number in range(50))

pytestmark = [pytest.mark.xdist_group("celery"), pytest.mark.django_db(transaction=True)]


@contextmanager
def a_worker(folder: Path, name: str) -> Iterator["subprocess.Popen[bytes]"]:
    """A Celery worker of one process, so that its death takes all of it."""
    database = connection.settings_dict
    address = f"{database['USER']}:{database['PASSWORD']}@{database['HOST']}:{database['PORT']}"
    environment = os.environ | {"DATABASE_URL": f"postgres://{address}/{database['NAME']}"}
    command = [sys.executable, "-m", "celery", "-A", "config", "worker", "-Q", "default,pdf", "--pool=solo"]
    quiet = ["-n", f"{name}@%h", "--without-gossip", "--without-mingle"]
    with (
        (folder / f"{name}.log").open("wb") as log,
        subprocess.Popen([*command, *quiet], env=environment, stdout=log, stderr=subprocess.STDOUT) as process,
    ):
        try:
            yield process
        finally:
            process.kill()


@contextmanager
def held_back(table: str) -> Iterator[None]:
    """Nobody writes to or reads from `table` meanwhile."""
    database = connection.settings_dict
    keys = {"dbname": "NAME", "user": "USER", "password": "PASSWORD", "host": "HOST", "port": "PORT"}
    other = psycopg2.connect(**{key: database[name] for key, name in keys.items()})
    try:
        other.cursor().execute(f"LOCK TABLE {table} IN ACCESS EXCLUSIVE MODE")
        yield
    finally:
        other.close()


def stands_still(table: str) -> bool:
    """Whether somebody waits for `table`."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = %s::regclass", [table])
        return bool(cursor.fetchone()[0])


def looked_at(client: Client) -> ImportRun:
    """Fifty courses, chosen and checked."""
    file = SimpleUploadedFile("kurser.csv", (HEADER + ROWS).encode())
    client.post(reverse("import_new"), {"kind": "courses", "file": file})
    return ImportRun.objects.get()


def test_import_of_a_killed_worker_writes_nothing_and_is_taken_up_again(tmp_path: Path) -> None:
    client = Client()
    client.force_login(cast_module.build().hanne)
    made = looked_at(client)
    with held_back("competence_provider"), a_worker(tmp_path, "first") as worker:
        runs.confirm(import_run=made, end_missing=False)
        write_import.delay(run_id=made.pk)
        assert eventually(lambda: stands_still("competence_provider"))
        worker.kill()
        worker.wait()
    assert eventually(lambda: runs.waiting() == [made.pk])
    made.refresh_from_db()
    assert (made.state, made.tries, Offer.objects.count()) == (ImportRun.State.RUNNING, 1, 0)
    with a_worker(tmp_path, "second"):
        for run_id in runs.waiting():
            write_import.delay(run_id=run_id)
        assert eventually(lambda: ImportRun.objects.get().state == ImportRun.State.DONE)
    assert (Offer.objects.count(), ImportRun.objects.get().tries) == (50, 2)
    assert "Filen er indlæst" in client.get(reverse("import", args=[made.pk])).content.decode()


def test_import_that_kills_its_workers_says_that_nothing_was_written(tmp_path: Path) -> None:
    client = Client()
    client.force_login(cast_module.build().hanne)
    made = looked_at(client)
    runs.confirm(import_run=made, end_missing=False)
    ImportRun.objects.update(tries=runs.MOST_TRIES)
    with a_worker(tmp_path, "last"):
        write_import.delay(run_id=made.pk)
        assert eventually(lambda: ImportRun.objects.get().state == ImportRun.State.FAILED)
    page = client.get(reverse("import", args=[made.pk])).content.decode()
    assert ("Noget gik galt hos os" in page, Offer.objects.count()) == (True, 0)


def test_documents_of_a_killed_worker_are_made_by_the_next_one(tmp_path: Path) -> None:
    cast = cast_module.build()
    cycle = answered(cast)
    orientation.publish(cycle=cycle, by=cast.mads, at=IN_JANUARY)
    client = Client()
    client.force_login(cast.mads)
    client.post(reverse("year:year_pdfs", args=[cycle.pk]))
    job = Job.objects.get()
    with held_back("annualcycle_orientation"), a_worker(tmp_path, "first") as worker:
        assert eventually(lambda: stands_still("annualcycle_orientation"))
        worker.kill()
        worker.wait()
    job.refresh_from_db()
    assert (job.state, job.done, bool(job.file)) == (Job.State.RUNNING, 0, False)
    with a_worker(tmp_path, "second"):
        for stalled in jobs.stalled(at=timezone.now() + timedelta(minutes=3)):
            jobs.announce(stalled)
        assert eventually(lambda: Job.objects.get().state == Job.State.DONE)
    job.refresh_from_db()
    with job.file.open() as content, ZipFile(content) as package:
        assert len(package.namelist()) == job.total == 1
    assert "Hent" in client.get(reverse("job", args=[job.pk])).content.decode()
