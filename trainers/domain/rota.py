"""The rest of a floor-walk rota, called off (source: K08)."""

from datetime import date, datetime, time

from django.db import transaction
from django.utils import timezone

from trainers.domain.sessions import cancel
from trainers.models import Round, Session


@transaction.atomic
def cancel_walks(*, round_: Round, first: date, cause: str, words: str, at: datetime) -> int:
    """What is planned from the day `first` on, each walk with the same cause; returns how many."""
    since = max(timezone.make_aware(datetime.combine(first, time(0))), at)
    walks = Session.objects.planned().filter(round=round_, kind=Session.Kind.FLOOR_WALK, starts_at__gte=since)
    found = list(walks)
    for walk in found:
        cancel(session=walk, cause=cause, words=words, at=at)
    return len(found)
