"""Background work of the annual cycle."""

from celery import shared_task
from django.utils import timezone

from annualcycle.domain import budget, reminders


@shared_task
def send_reminders() -> None:
    """Remind everybody of what is due today; harmless when it runs twice or died before."""
    now = timezone.now()
    on = timezone.localdate(now)
    reminders.send(dues=reminders.due(cycles=reminders.running(), on=on), on=on, at=now)


@shared_task(queue="default")
def prove_budgets() -> None:
    """Every night: do the budgets add up with the decisions?"""
    budget.prove(at=timezone.now())
