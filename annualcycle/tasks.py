"""Background work of the annual cycle."""

from celery import shared_task
from django.utils import timezone

from annualcycle import documents
from annualcycle.domain import budget, proposals, reminders, talks
from annualcycle.models import ProposalRun
from competence.tasks import make_documents


@shared_task
def send_reminders() -> None:
    """Remind everybody of what is due today; harmless when it runs twice or died before."""
    now = timezone.now()
    on = timezone.localdate(now)
    reminders.send(dues=reminders.due(cycles=reminders.running(), on=on), on=on, at=now)


@shared_task
def add_newcomers() -> None:
    """Every morning: whoever came since the year was published gets a talk too."""
    talks.add_newcomers(on=timezone.localdate())


@shared_task
def prove_budgets() -> None:
    """Every night: do the budgets add up with the decisions?"""
    budget.prove(at=timezone.now())


@shared_task(name="jobs.year_pdfs", acks_late=True, reject_on_worker_lost=True)
def year_pdfs(*, job_id: int) -> None:
    """The documents of a year."""
    make_documents(job_id=job_id, make=documents.make, again=year_pdfs.delay)


@shared_task(acks_late=True, reject_on_worker_lost=True)
def explain_proposal(*, run_id: int) -> None:
    """What would have made the difference, for each wish of a proposal."""
    run = ProposalRun.objects.filter(pk=run_id).first()
    if run is not None:
        proposals.explain(run=run, at=timezone.now())
