"""Background work of the shared core."""

from celery import shared_task
from django.utils import timezone

from competence.domain import mailings


@shared_task(time_limit=25 * 60)
def send_mail() -> None:
    """Send what is due; beat starts it every minute, and so does every commit that stored a mail."""
    if mailings.send_due(at=timezone.now()) == mailings.BATCH:
        send_mail.delay()
