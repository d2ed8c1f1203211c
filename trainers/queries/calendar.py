"""What trainers add to a person's calendar: sessions one holds or is invited to, and whom one walks the floor with."""

from datetime import date, datetime, time, timedelta

from django.conf import settings
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils import timezone

from competence.access import Actor
from competence.calendar import Entry
from trainers.models import Participant, Session, SessionTrainer

# A calendar keeps what was for some months; cancelled sessions stand there as long.
KEPT = timedelta(days=180)


def entries_for(actor: Actor, on: date) -> list[Entry]:
    """Sessions from half a year ago on; one query. The same `uid` for every change of a session."""
    since = timezone.make_aware(datetime.combine(on - KEPT, time(0)))
    me = actor.employee
    holds = SessionTrainer.objects.filter(session=OuterRef("pk"), mandate__employee=me)
    invited = Participant.objects.filter(session=OuterRef("pk"), employee=me, declined=False)
    rows = Session.objects.filter(Q(Exists(holds)) | Q(Exists(invited)), starts_at__gte=since)
    return [_entry(row) for row in rows.order_by("starts_at", "pk")]


def _entry(session: Session) -> Entry:
    return Entry(
        uid=f"session-{session.pk}-feed",
        title=session.title,
        starts=session.starts_at,
        minutes=session.minutes,
        place=session.place,
        url=settings.BASE_URL + reverse("trainers:session", args=[session.pk]),
        sequence=session.invitations,
        is_cancelled=session.state == Session.State.CANCELLED,
    )
