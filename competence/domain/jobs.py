"""Long work in the background: many documents made one by one, packed into one file to fetch.

A document is made under the lock of its job's row and kept beside the job's number, so that a worker that dies loses
the one it was making and nothing else: the next worker goes on from there. A document that cannot be made is named
and does not stop the others; one that takes its worker down with it is given up after `MOST_TRIES`.
"""

import logging
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from tempfile import SpooledTemporaryFile
from zipfile import ZIP_DEFLATED, ZipFile

from celery import current_app
from django.core.files import File
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import F, Q
from django.utils.translation import gettext as _
from kombu.exceptions import OperationalError

from competence.domain import exports
from competence.models import Employee, Job

logger = logging.getLogger(__name__)

MOST_TRIES = 3
SILENT_FOR = timedelta(minutes=2)
KEPT_FOR = timedelta(days=30)
IN_MEMORY = 8 * 1024 * 1024
_UNDER_WAY = (Job.State.QUEUED, Job.State.RUNNING)


class NothingToMake(Exception):
    """There are no documents."""


class NotThere(Exception):
    """The file is not made yet, or deleted."""


@dataclass(frozen=True)
class Item:
    """One document: `key` says which, as `plan:17`; `name` is the file's name in the package."""

    key: str
    name: str


Make = Callable[[str], bytes]


@transaction.atomic
def start(*, kind: str, title: str, items: Sequence[Item], by: Employee, at: datetime) -> Job:
    """A job of `items`, made by the task `jobs.<kind>` after the commit. Raises NothingToMake."""
    if not items:
        raise NothingToMake
    job = Job.objects.create(
        municipality_id=by.municipality_id,
        kind=kind,
        title=title[:200],
        parameters={"items": [[item.key, item.name] for item in items]},
        total=len(items),
        made_by=by,
        made_at=at,
    )
    transaction.on_commit(lambda: announce(job), robust=True)
    return job


def announce(job: Job) -> None:
    """Wake a worker. A broker that is down is only logged: beat finds the job (`stalled`)."""
    try:
        current_app.send_task(f"jobs.{job.kind}", kwargs={"job_id": job.pk}, queue="pdf", retry=False)
    except OperationalError:
        logger.warning("job %s waits for the broker", job.pk)


def stalled(*, at: datetime) -> list[Job]:
    """Jobs that no worker has been at for a while, also those that were never announced."""
    silent = Q(touched_at__lt=at - SILENT_FOR) | Q(touched_at__isnull=True, made_at__lt=at - SILENT_FOR)
    return list(Job.objects.filter(silent, state__in=_UNDER_WAY).order_by("made_at"))


def advance(*, job_id: int, make: Make, at: datetime) -> bool:
    """Make the job's next document with `make`; False when there is none left or another worker has the job."""
    waiting = Job.objects.filter(pk=job_id, state__in=_UNDER_WAY, done__lt=F("total"))
    if not waiting.update(state=Job.State.RUNNING, touched_at=at, tries=F("tries") + 1):
        return False
    with transaction.atomic():
        job = waiting.select_for_update(skip_locked=True, of=("self",)).first()
        if job is None:
            return False
        _make_next(job, make)
        job.done, job.tries = job.done + 1, 0
        job.save(update_fields=["done", "tries", "failures"])
    return True


def _make_next(job: Job, make: Make) -> None:
    key, name = job.parameters["items"][job.done]
    if job.tries > MOST_TRIES:
        job.failures = [*job.failures, name]
        return
    try:
        with transaction.atomic():
            content = make(key)
    except Exception:  # whatever is wrong with one document must not stop the others
        logger.exception("job %s could not make %s", job.pk, key)
        job.failures = [*job.failures, name]
    else:
        _delete(_part(job, job.done))
        default_storage.save(_part(job, job.done), ContentFile(content))


@transaction.atomic
def finish(*, job_id: int, at: datetime) -> Job | None:
    """Pack what was made; None when documents are missing yet, or another worker has packed it."""
    complete = Job.objects.filter(pk=job_id, state__in=_UNDER_WAY, done=F("total"))
    job = complete.select_for_update(skip_locked=True, of=("self",)).first()
    if job is None:
        return None
    nothing = len(job.failures) == job.total
    if not nothing:
        with SpooledTemporaryFile(max_size=IN_MEMORY) as package:
            _pack(job, package)
            job.file.save(f"{job.pk}.zip", File(package), save=False)
    job.state = Job.State.FAILED if nothing else Job.State.DONE
    job.finished_at = at
    job.save(update_fields=["state", "file", "finished_at"])
    transaction.on_commit(lambda: _delete_parts(job), robust=True)
    return job


def _pack(job: Job, package: "SpooledTemporaryFile[bytes]") -> None:
    with ZipFile(package, "w", ZIP_DEFLATED) as archive:
        for number, (_key, name) in enumerate(job.parameters["items"]):
            if default_storage.exists(_part(job, number)):
                with default_storage.open(_part(job, number)) as part:
                    archive.writestr(name, part.read())
        if job.failures:
            archive.writestr(_("Could not be made.txt"), "\r\n".join(job.failures))


def _part(job: Job, number: int) -> str:
    return f"jobs/{job.pk}/{number}.part"


def _delete_parts(job: Job) -> None:
    for number in range(job.total):
        _delete(_part(job, number))


def _delete(name: str) -> None:
    with suppress(FileNotFoundError):
        default_storage.delete(name)


@transaction.atomic
def fetch(*, job: Job, by: Employee, at: datetime) -> Job:
    """Note that `by` takes the file out. Raises NotThere."""
    fresh = Job.objects.select_for_update(of=("self",)).get(pk=job.pk)
    if fresh.state != Job.State.DONE or not fresh.file:
        raise NotThere
    exports.record(what=fresh.title, rows=fresh.total - len(fresh.failures), by=by, at=at)
    fresh.fetched_at = fresh.fetched_at or at
    fresh.save(update_fields=["fetched_at"])
    return fresh


def forget(*, at: datetime) -> int:
    """Delete files and names of jobs that ended more than thirty days before; how many jobs that were."""
    old = Job.objects.filter(finished_at__lt=at - KEPT_FOR).exclude(parameters={})
    count = 0
    for job in old:
        if job.file:
            job.file.delete(save=False)
        job.parameters, job.failures = {}, []
        job.save(update_fields=["file", "parameters", "failures"])
        count += 1
    return count
