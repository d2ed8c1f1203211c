"""Background work of strategies."""

from celery import shared_task

from competence.tasks import make_documents
from strategy import documents


@shared_task(name="jobs.strategies", acks_late=True, reject_on_worker_lost=True)
def strategies(*, job_id: int) -> None:
    """The strategies of a year."""
    make_documents(job_id=job_id, make=documents.make, again=strategies.delay)
