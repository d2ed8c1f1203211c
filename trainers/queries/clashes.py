"""What speaks against a time for those who are to hold a session (sources: K08, K40)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone

from competence.queries.present import present
from trainers.models import Mandate, Session, SessionTrainer

LONGEST = timedelta(minutes=600)


@dataclass(frozen=True)
class Clash:
    """`mandate` is on leave that day, or holds `session` at that hour."""

    mandate: Mandate
    starts_at: datetime
    session: Session | None


def clashes(turns: Iterable[tuple[datetime, Mandate]], minutes: int, *, besides: Session | None = None) -> list[Clash]:
    """For each moment with the one who is to hold it then; `besides` is the session that is changed itself."""
    return [clash for starts_at, mandate in turns for clash in _of(mandate, starts_at, minutes, besides)]


def _of(mandate: Mandate, starts_at: datetime, minutes: int, besides: Session | None) -> list[Clash]:
    ends_at = starts_at + timedelta(minutes=minutes)
    near = SessionTrainer.objects.filter(
        mandate__employee=mandate.employee_id,
        session__state=Session.State.PLANNED,
        session__starts_at__gt=starts_at - LONGEST,
        session__starts_at__lt=ends_at,
    )
    rows = near.exclude(session=besides) if besides else near
    held = [one.session for one in rows.select_related("session") if one.session.ends_at > starts_at]
    is_there = mandate.employee_id in present([mandate.employee_id], timezone.localdate(starts_at))
    away = [] if is_there else [Clash(mandate, starts_at, None)]
    return away + [Clash(mandate, starts_at, session) for session in held]
