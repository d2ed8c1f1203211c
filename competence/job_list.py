"""What pages and the start page show of background jobs."""

from datetime import date

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from competence.access import Actor
from competence.models import Job
from competence.queries import Pending
from competence.waiting import Source


def jobs_of(actor: Actor) -> "QuerySet[Job]":
    """The actor's own jobs, newest first: nobody else sees them."""
    return Job.objects.filter(made_by=actor.employee)


def _ready(actor: Actor, on: date) -> "QuerySet[Job]":
    return jobs_of(actor).filter(state=Job.State.DONE, fetched_at__isnull=True).exclude(file="")


def pending_jobs(actor: Actor, on: date) -> list[Pending]:
    """Files that are ready and not fetched yet; one query."""
    return [
        Pending(
            due_on=None,
            title=_("Fetch “%(title)s”") % {"title": job.title},
            why=ngettext("%(count)s document is ready.", "%(count)s documents are ready.", made(job))
            % {"count": made(job)},
            url=reverse("job", args=[job.pk]),
            action=_("Fetch"),
        )
        for job in _ready(actor, on)
    ]


SOURCES = (Source(_ready, pending_jobs),)


def made(job: Job) -> int:
    """How many documents are in the package."""
    return job.done - len(job.failures)
