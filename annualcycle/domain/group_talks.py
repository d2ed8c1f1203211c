"""Talks held with several at once: GRUS and TUS (source: S42). A wish for a talk of one's own comes first."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction

from annualcycle import emails
from annualcycle.domain import talks
from annualcycle.domain.talks import Meeting
from annualcycle.models import Cycle, GroupTalk, Talk
from competence.models import Employee, Unit


class NobodyLeft(Exception):
    """Everybody chosen has been talked with, has declined, or asks for a talk of their own."""


@transaction.atomic
def schedule(
    *, cycle: Cycle, unit: Unit, kind: str, meeting: Meeting, members: Iterable[Talk], by: Employee, at: datetime
) -> GroupTalk:
    """Invite `members` to one talk; those who ask for their own, or are done, are left out. Raises NobodyLeft."""
    rows = [row for row in map(talks.locked, members) if row.state in talks.OUTSTANDING and not row.wants_individual]
    if not rows:
        raise NobodyLeft
    group = GroupTalk.objects.create(
        cycle=cycle, unit=unit, kind=kind, leader=by, starts_at=meeting.starts_at, place=meeting.place
    )
    for row in rows:
        row.group, row.kind = group, kind
        talks.schedule(row, meeting)
        row.save()
        message = emails.talk_invitation(row)
        talks.tell(kind="talk_invitation", talk=row, recipient=row.employee, message=message, at=at)
    return group


@transaction.atomic
def hold(*, group: GroupTalk, present: Iterable[Talk], on: date, by: Employee, at: datetime) -> int:
    """The talk was held with `present`, whose plans are opened; the absent get a new time. Raises talks.NotYetHeld."""
    here = {talk.pk for talk in present}
    members = list(group.talks.outstanding())
    for talk in members:
        if talk.pk in here:
            talks.hold(talk=talk, on=on, by=by, at=at)
        else:
            _set_free(talk)
    group.held_on = on
    group.save(update_fields=["held_on"])
    return len([talk for talk in members if talk.pk in here])


def _set_free(talk: Talk) -> None:
    row = talks.locked(talk)
    row.group, row.starts_at, row.state = None, None, Talk.State.PLANNED
    row.save()
