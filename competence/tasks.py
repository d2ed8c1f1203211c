"""Background work of the shared core."""

from collections.abc import Callable

from celery import shared_task
from django.utils import timezone

from competence.domain import jobs, mailings, retention
from competence.domain.imports import runs
from competence.language import language_of
from competence.models import ImportRun, Job, Municipality

# One run of a task makes so many documents; then another begins, perhaps in a fresh worker.
BATCH = 20


@shared_task(time_limit=25 * 60)
def send_mail() -> None:
    """Send what is due; beat starts it every minute, and so does every commit that stored a mail."""
    if mailings.send_due(at=timezone.now()) == mailings.BATCH:
        send_mail.delay()


@shared_task(acks_late=True, reject_on_worker_lost=True)
def write_import(*, run_id: int) -> None:
    """Write a confirmed import. Another worker may take it up again: writing it twice changes nothing."""
    employee = ImportRun.objects.select_related("made_by__municipality__settings").get(pk=run_id).made_by
    with language_of(employee):
        try:
            runs.write(run_id=run_id, at=timezone.now())
        except Exception:
            runs.fail(run_id=run_id, at=timezone.now())
            raise


@shared_task
def take_up_imports() -> None:
    """Beat starts it every minute: what was confirmed while the broker was away, and what a dead worker left."""
    for run_id in runs.waiting():
        write_import.delay(run_id=run_id)


@shared_task
def forget_imported_files() -> None:
    """Beat starts it every night."""
    runs.forget_contents(at=timezone.now())


@shared_task
def take_up_jobs() -> None:
    """Beat starts it every minute: jobs whose worker died, or that were never announced."""
    for job in jobs.stalled(at=timezone.now()):
        jobs.announce(job)


@shared_task
def tell_what_is_due() -> None:
    """Beat starts it on the first of each month."""
    now = timezone.now()
    for settings in Municipality.objects.select_related("unit").order_by("pk"):
        retention.tell(settings=settings, on=timezone.localdate(now), at=now)


@shared_task
def erase_what_is_due() -> None:
    """Beat starts it in the middle of each month, for the municipalities that have chosen it."""
    now = timezone.now()
    for settings in Municipality.objects.filter(erases_by_itself=True).select_related("unit").order_by("pk"):
        retention.erase(municipality=settings.unit, on=timezone.localdate(now), at=now)


@shared_task
def forget_job_files() -> None:
    """Beat starts it every night."""
    jobs.forget(at=timezone.now())


def make_documents(*, job_id: int, make: jobs.Make, again: Callable[..., object]) -> None:
    """Make documents of a job with `make`, then go on by `again`. Any number of workers may; each is made once."""
    employee = Job.objects.select_related("made_by__municipality__settings").get(pk=job_id).made_by
    with language_of(employee):
        for _number in range(BATCH):
            if not jobs.advance(job_id=job_id, make=make, at=timezone.now()):
                jobs.finish(job_id=job_id, at=timezone.now())
                return
    again(job_id=job_id)
