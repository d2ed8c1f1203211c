"""Background work that belongs to no app."""

from celery import shared_task
from django.utils import timezone

from config import health


@shared_task
def heartbeat() -> None:
    """Leaves the trace by which /healthz knows that beat and a worker are alive."""
    health.record_heartbeat(at=timezone.now())
