"""Who cannot come, and who came, put right afterwards (sources: K07, K11, T17)."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from competence.models import Employee
from trainers.domain.sessions import NotHeld, add_others, is_open_for_answers, planned_row
from trainers.models import Session


@transaction.atomic
def correct(*, session: Session, came: Collection[int], others: Collection[Employee], at: datetime) -> Session:
    """Who came after all, and who did not, while the time for answers runs; `others` were not invited.

    Who has answered came: that stays. Raises NotHeld.
    """
    row = Session.objects.select_for_update().get(pk=session.pk)
    if not is_open_for_answers(row, at):
        raise NotHeld
    free = row.participants.filter(has_evaluated=False)
    free.filter(pk__in=came).update(attended=True)
    free.exclude(pk__in=came).update(attended=False, by_code=False)
    add_others(row, others)
    return row


@transaction.atomic
def answer_invitation(*, session: Session, employee: Employee, comes: bool) -> None:
    """Somebody invited cannot come, or can after all. Raises Closed (source: K11)."""
    row = planned_row(session)
    row.participants.filter(employee=employee).update(declined=not comes)
