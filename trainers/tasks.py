"""What happens to teams by the clock."""

from celery import shared_task
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from trainers.domain import load, mandates, reminders, reserves, selection


@shared_task
def end_mandates() -> int:
    """Mandates whose time is over end, who has left is in no team, and the units get their hours back."""
    now, left = timezone.now(), _("No post in the municipality any more.")
    ended = mandates.end_due(reason=_("The period is over."), left=left, at=now)
    reserves.withdraw_gone(reason=left, at=now)
    load.recount_all(on=timezone.localdate(now))
    return ended


@shared_task
def stop_undecided() -> int:
    """Selections that nobody decided end, so that what is said in them of people can be erased."""
    return selection.stop_due(
        reason=gettext_lazy("Nobody chose a team within half a year of the day it was to be chosen."), at=timezone.now()
    )


@shared_task
def remind_of_trainers() -> None:
    """Each morning: what is due in selections and teams; each once."""
    now = timezone.now()
    reminders.send(on=timezone.localdate(now), at=now)
