"""Long work in the background: many documents made one by one, packed into one file to fetch.

A document is made under the lock of its own row, so that any number of workers work on one job, and kept beside the
job's number: a worker that dies loses the one it was making and nothing else, and the next one goes on from there. A
document that cannot be made is named with the reason and does not stop the others; one that takes its worker down with
it is given up after `MOST_TRIES`.
"""

import logging
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from tempfile import SpooledTemporaryFile
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from celery import current_app
from django.core.cache import cache
from django.core.files import File
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext as _
from kombu.exceptions import OperationalError

from competence.domain import exports
from competence.models import Employee, Job, JobItem

logger = logging.getLogger(__name__)

MOST_TRIES = 3
# So many workers are woken for one job.
ABREAST = 4
SILENT_FOR = timedelta(minutes=2)
KEPT_FOR = timedelta(days=30)
# A zip cannot hold an earlier day; the time of packing would make equal packages differ.
EARLIEST = (1980, 1, 1, 0, 0, 0)
IN_MEMORY = 8 * 1024 * 1024
_UNDER_WAY = (Job.State.QUEUED, Job.State.RUNNING)


class NothingToMake(Exception):
    """There are no documents."""


class CannotBeMade(Exception):
    """Why a document cannot be, in words for whoever asked for it."""


class NotThere(Exception):
    """The file is not made yet, or deleted."""


@dataclass(frozen=True)
class Item:
    """One document: `key` says which, as `plan:17`; `name` is the file's name in the package, `title` what people
    call it (default: the same)."""

    key: str
    name: str
    title: str = ""


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
        total=len(items),
        made_by=by,
        made_at=at,
    )
    JobItem.objects.bulk_create(
        JobItem(job=job, position=position, key=item.key, name=item.name, title=(item.title or item.name)[:200])
        for position, item in enumerate(items)
    )
    transaction.on_commit(lambda: announce(job), robust=True)
    return job


def announce(job: Job) -> None:
    """Wake workers. A broker that is down is only logged: beat finds the job (`stalled`)."""
    try:
        for _worker in range(min(ABREAST, job.total - job.done) or 1):
            current_app.send_task(f"jobs.{job.kind}", kwargs={"job_id": job.pk}, queue="pdf", retry=False)
    except OperationalError:
        logger.warning("job %s waits for the broker", job.pk)


def stalled(*, at: datetime) -> list[Job]:
    """Jobs that no worker has been at for a while, also those that were never announced."""
    silent = Q(touched_at__lt=at - SILENT_FOR) | Q(touched_at__isnull=True, made_at__lt=at - SILENT_FOR)
    return list(Job.objects.filter(silent, state__in=_UNDER_WAY).order_by("made_at"))


def advance(*, job_id: int, make: Make, at: datetime) -> bool:
    """Make one more of the job's documents with `make`; False when others have all that are left."""
    waiting = Job.objects.filter(pk=job_id, state__in=_UNDER_WAY, done__lt=F("total"))
    if not waiting.update(state=Job.State.RUNNING, touched_at=at):
        return False
    with transaction.atomic():
        items = JobItem.objects.filter(job=job_id, state=JobItem.State.WAITING).order_by("position")
        item = items.select_for_update(skip_locked=True).first()
        if item is None:
            return False
        item.reason = _make(item, make)[:300]
        item.state = JobItem.State.FAILED if item.reason else JobItem.State.DONE
        item.save(update_fields=["state", "reason"])
        _count(item)
    return True


def _make(item: JobItem, make: Make) -> str:
    """Make and keep the document; why it could not be, or nothing."""
    if _tries(item) > MOST_TRIES:
        return _("It stopped whoever tried to make it.")
    try:
        with transaction.atomic():
            content = make(item.key)
    except CannotBeMade as refusal:
        return str(refusal)
    except Exception as fault:  # whatever is wrong with one document must not stop the others
        logger.exception("job %s could not make %s", item.job_id, item.key)
        return _("An unexpected fault (%(kind)s). It is in the log.") % {"kind": type(fault).__name__}
    _delete(_part(item))
    default_storage.save(_part(item), ContentFile(content))
    return ""


def _tries(item: JobItem) -> int:
    """How often the document was begun, this time included: counted where a killed worker does not take it back."""
    key = f"job-item-{item.pk}"
    cache.add(key, 0, timeout=KEPT_FOR.total_seconds())
    return int(cache.incr(key))


def _count(item: JobItem) -> None:
    job = Job.objects.select_for_update(of=("self",)).get(pk=item.job_id)
    job.done += 1
    if item.reason:
        job.failures = [*job.failures, f"{item.title}: {item.reason}"]
    job.save(update_fields=["done", "failures"])


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
        for item in job.items.filter(state=JobItem.State.DONE):
            with default_storage.open(_part(item)) as part:
                archive.writestr(ZipInfo(item.name, EARLIEST), part.read(), ZIP_DEFLATED)
        if job.failures:
            archive.writestr(_("Could not be made.txt"), "\r\n".join(job.failures))


def _part(item: JobItem) -> str:
    return f"jobs/{item.job_id}/{item.position}.part"


def _delete_parts(job: Job) -> None:
    for item in job.items.all():
        _delete(_part(item))


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
    old = Job.objects.filter(Exists(JobItem.objects.filter(job=OuterRef("pk"))), finished_at__lt=at - KEPT_FOR)
    count = 0
    for job in old:
        if job.file:
            job.file.delete(save=False)
        job.failures = []
        job.save(update_fields=["file", "failures"])
        job.items.all().delete()
        count += 1
    return count
