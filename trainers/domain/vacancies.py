"""Sessions that somebody whose mandate is over does not hold any more (sources: K07, K45)."""

from collections.abc import Collection
from datetime import date, datetime

from django.db import transaction

from trainers.domain.sessions import raise_version, tell
from trainers.models import Mandate, Session
from trainers.queries.sessions import standing_after


@transaction.atomic
def take_off(*, mandate: Mandate, after: date, at: datetime, keeps: Collection[str] = ()) -> int:
    """The trainer leaves what is planned `after` the day, also in the calendar; returns how many sessions.

    Sessions of the kinds in `keeps` stay.
    """
    rows = standing_after(mandate, after).exclude(kind__in=keeps).select_for_update(of=("self",))
    found = list(rows.select_related("unit", "made_by", "round__profile__programme"))
    for session in found:
        session.trainers.filter(mandate=mandate).delete()
        if session.kind == Session.Kind.NETWORK:
            session.participants.filter(employee=mandate.employee_id).delete()
        raise_version(session)
        if session.starts_at > at:
            tell("trainer_cancelled", session, mandate.employee, at)
    return len(found)
