from datetime import UTC, datetime, timedelta
from io import BytesIO
from threading import Barrier, Thread
from time import sleep
from zipfile import ZipFile

import pytest
from django.core.files.storage import default_storage
from django.db import connection

from competence.domain import jobs
from competence.domain.jobs import Item
from competence.models import ExportLog, Job
from tests import cast as cast_module
from tests.cast import Cast

AT = datetime(2026, 10, 15, 10, 0, tzinfo=UTC)
ITEMS = [Item("a:1", "et.pdf"), Item("a:2", "to.pdf"), Item("a:3", "tre.pdf")]


class Killed(BaseException):
    """What a killed worker looks like from inside."""


def begin(cast: Cast) -> Job:
    return jobs.start(kind="test", title="Planer 2026", items=ITEMS, by=cast.mads, at=AT)


def make(key: str) -> bytes:
    return f"content of {key}".encode()


def run(job: Job, maker: jobs.Make = make) -> Job:
    while jobs.advance(job_id=job.pk, make=maker, at=AT):
        pass
    jobs.finish(job_id=job.pk, at=AT)
    job.refresh_from_db()
    return job


def content(job: Job) -> dict[str, bytes]:
    with job.file.open("rb") as file, ZipFile(BytesIO(file.read())) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_documents_are_packed_into_one_file(cast: Cast) -> None:
    job = run(begin(cast))
    assert (job.state, job.done, job.total, job.failures, job.finished_at) == (Job.State.DONE, 3, 3, [], AT)
    assert content(job) == {
        "et.pdf": b"content of a:1",
        "to.pdf": b"content of a:2",
        "tre.pdf": b"content of a:3",
    }


def test_a_document_that_fails_is_named_and_stops_no_other(cast: Cast) -> None:
    def make_all_but_two(key: str) -> bytes:
        if key == "a:2":
            raise ValueError(key)
        return make(key)

    job = run(begin(cast), make_all_but_two)
    assert (job.state, job.failures) == (
        Job.State.DONE,
        ["to.pdf: En uventet fejl (ValueError). Den står i loggen."],
    )
    assert sorted(content(job)) == ["Kunne ikke laves.txt", "et.pdf", "tre.pdf"]


def test_when_all_fail_the_job_failed(cast: Cast) -> None:
    def make_none(key: str) -> bytes:
        raise ValueError(key)

    job = run(begin(cast), make_none)
    assert (job.state, len(job.failures), bool(job.file)) == (Job.State.FAILED, 3, False)


def test_a_document_says_in_words_why_it_could_not_be_made(cast: Cast) -> None:
    def refuse(key: str) -> bytes:
        if key == "a:1":
            raise jobs.CannotBeMade("Der er ikke noget at lave.")
        return make(key)

    job = run(begin(cast), refuse)
    assert job.failures == ["et.pdf: Der er ikke noget at lave."]
    assert list(job.items.values_list("state", "reason")) == [
        ("failed", "Der er ikke noget at lave."),
        ("done", ""),
        ("done", ""),
    ]


def test_a_killed_worker_loses_only_the_document_it_was_making(cast: Cast) -> None:
    made: list[str] = []

    def make_until_killed(key: str) -> bytes:
        if key == "a:2" and made.count("killed") == 0:
            made.append("killed")
            raise Killed
        made.append(key)
        return make(key)

    job = begin(cast)
    with pytest.raises(Killed):
        run(job, make_until_killed)
    later = AT + timedelta(minutes=3)
    assert [stalled.pk for stalled in jobs.stalled(at=later)] == [job.pk]
    job = run(job, make_until_killed)
    assert (job.state, job.failures, made) == (Job.State.DONE, [], ["a:1", "killed", "a:2", "a:3"])
    assert len(content(job)) == 3
    assert jobs.stalled(at=later) == []


def test_a_document_that_kills_its_workers_is_given_up(cast: Cast) -> None:
    def deadly(key: str) -> bytes:
        if key == "a:2":
            raise Killed
        return make(key)

    job = begin(cast)
    for _worker in range(jobs.MOST_TRIES):
        with pytest.raises(Killed):
            run(job, deadly)
    job = run(job, deadly)
    assert (job.state, job.failures) == (Job.State.DONE, ["to.pdf: Den standsede dem, der prøvede at lave den."])


def test_two_workers_make_each_document_once(transactional_db: None) -> None:
    job = jobs.start(kind="test", title="Planer", items=ITEMS, by=cast_module.build().mads, at=AT)
    made: list[str] = []

    def make_slowly(key: str) -> bytes:
        made.append(key)
        sleep(0.05)
        return make(key)

    def work() -> None:
        try:
            run(Job.objects.get(pk=job.pk), make_slowly)
        finally:
            connection.close()

    workers = [Thread(target=work) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    job.refresh_from_db()
    assert (job.state, sorted(made), job.failures) == (Job.State.DONE, ["a:1", "a:2", "a:3"], [])
    assert len(content(job)) == 3


def test_two_workers_make_documents_at_the_same_time(transactional_db: None) -> None:
    job = jobs.start(kind="test", title="Planer", items=ITEMS[:2], by=cast_module.build().mads, at=AT)
    both = Barrier(2, timeout=20)

    def make_together(key: str) -> bytes:
        both.wait()
        return make(key)

    def work() -> None:
        try:
            jobs.advance(job_id=job.pk, make=make_together, at=AT)
        finally:
            connection.close()

    workers = [Thread(target=work) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    job.refresh_from_db()
    assert (job.done, job.failures) == (2, [])


def test_a_job_without_documents_is_none(cast: Cast) -> None:
    with pytest.raises(jobs.NothingToMake):
        jobs.start(kind="test", title="Planer", items=[], by=cast.mads, at=AT)
    assert Job.objects.count() == 0


def test_fetching_is_noted(cast: Cast) -> None:
    job = begin(cast)
    with pytest.raises(jobs.NotThere):
        jobs.fetch(job=job, by=cast.mads, at=AT)
    fetched = jobs.fetch(job=run(job), by=cast.mads, at=AT)
    assert fetched.fetched_at == AT
    log = ExportLog.objects.get()
    assert (log.what, log.rows, log.made_by) == ("Planer 2026", 3, cast.mads)


def test_files_and_names_are_deleted_after_thirty_days(cast: Cast) -> None:
    job = run(begin(cast))
    name = str(job.file.name)
    assert jobs.forget(at=AT + timedelta(days=30)) == 0
    assert default_storage.exists(name)
    assert jobs.forget(at=AT + timedelta(days=30, seconds=1)) == 1
    assert not default_storage.exists(name)
    job.refresh_from_db()
    assert (job.items.count(), job.failures, bool(job.file)) == (0, [], False)
    with pytest.raises(jobs.NotThere):
        jobs.fetch(job=job, by=cast.mads, at=AT)
