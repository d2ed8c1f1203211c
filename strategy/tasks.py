"""Background work of strategies."""

from celery import shared_task
from django.utils import timezone

from competence.tasks import make_documents
from strategy import documents
from strategy.domain import reminders, versions


@shared_task(name="jobs.strategies", acks_late=True, reject_on_worker_lost=True)
def strategies(*, job_id: int) -> None:
    """The strategies of a year."""
    make_documents(job_id=job_id, make=documents.make, again=strategies.delay)


@shared_task
def supersede_strategies() -> None:
    """Each night: the version before gives way to the one that came into force. Harmless when it runs twice."""
    versions.supersede_due(on=timezone.localdate())


@shared_task
def remind_of_strategies() -> None:
    """Each morning: what is due on the way of a version and of what comes again; each once."""
    now = timezone.now()
    reminders.send(on=timezone.localdate(now), at=now)
