"""The yearly talks (source: S42): made for everybody, arranged, held, postponed, declined, handed over.

The domain checks states; who may act is checked in the views.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from annualcycle import emails
from annualcycle.domain import plans
from annualcycle.models import Cycle, Preparation, Talk
from annualcycle.models.talks import Side, TalkKind
from competence.domain import mailings
from competence.models import Employee, Employment, RoleAssignment
from competence.queries import leaders_by_path, nearest_leader

OUTSTANDING = (Talk.State.PLANNED, Talk.State.SCHEDULED, Talk.State.POSTPONED)


class NotNow(Exception):
    """The talk is in a state from which this does not follow; the message says which."""


class NotYetHeld(Exception):
    """A talk cannot have been held on a day that has not come."""


class NotTheirOwn(Exception):
    """Nobody holds their own talk."""


@dataclass(frozen=True)
class Meeting:
    """When, where and for how many minutes."""

    starts_at: datetime
    place: str = ""
    minutes: int = 60


def create_for(*, cycle: Cycle, on: date) -> int:
    """A talk for each employee of the centre on `on` who has none yet, also for those on leave.

    Runs at publication and each day of the talks, so that newcomers get theirs. Returns how many were made.
    """
    with transaction.atomic():
        there = set(cycle.talks.values_list("employee", flat=True))
        talks = [talk for talk in _due_talks(cycle, on) if talk.employee_id not in there]
        Talk.objects.bulk_create(talks, ignore_conflicts=True)
    return len(talks)


def add_newcomers(*, on: date) -> int:
    """A talk for everybody who came since, in the years whose talks are open on `on`. Returns how many were made."""
    open_now = Cycle.objects.running().filter(talks_open_on__lte=on, talks_close_on__gte=on).select_related("unit")
    return sum(create_for(cycle=cycle, on=on) for cycle in open_now)


def somebody_without_leader(cycle: Cycle, on: date) -> bool:
    """Whether somebody employed in the centre on `on` has nobody above to hold the talk."""
    return any(talk.leader is None for talk in _due_talks(cycle, on))


def _due_talks(cycle: Cycle, on: date) -> list[Talk]:
    """One talk for each person, in the unit where most hours are worked."""
    posts = Employment.objects.valid_on(on).filter(unit__centre=cycle.unit_id).select_related("employee", "unit")
    main = {post.employee_id: post for post in posts.order_by("weekly_hours", "-pk")}
    leaders = leaders_by_path(cycle.unit.municipality_id or cycle.unit_id, on)
    leading = leading_on(on, main)
    return [
        Talk(
            cycle=cycle,
            employee=post.employee,
            unit=post.unit,
            leader=nearest_leader(leaders, post.unit, post.employee),
            kind=TalkKind.LUS if post.employee_id in leading else TalkKind.MUS,
        )
        for post in main.values()
    ]


def leading_on(day: date, employees: Iterable[int]) -> set[int]:
    """Those of `employees` who lead a unit on `day`, and so have a leader talk (LUS)."""
    rows = RoleAssignment.objects.valid_on(day).leading().filter(employee__in=list(employees))
    return set(rows.values_list("employee", flat=True))


def locked(talk: Talk) -> Talk:
    """The row as it is now, kept from others until the transaction ends."""
    rows = Talk.objects.select_for_update(of=("self",)).select_related("employee", "leader", "unit", "cycle__unit")
    return rows.get(pk=talk.pk)


def outstanding(talk: Talk) -> Talk:
    """The locked row. Raises NotNow when it is held or declined."""
    row = locked(talk)
    if row.state not in OUTSTANDING:
        raise NotNow(_("This talk is already %(state)s.") % {"state": row.get_state_display()})
    return row


@transaction.atomic
def invite(*, talk: Talk, meeting: Meeting, by: Employee, at: datetime) -> Talk:
    """Invite to a talk of one's own, or move it. The mail carries a calendar file. Raises NotNow."""
    row = outstanding(talk)
    row.group = None
    schedule(row, meeting)
    row.kind = own_kind(row, timezone.localdate(at))
    row.save()
    tell(kind="talk_invitation", talk=row, recipient=row.employee, message=emails.talk_invitation(row), at=at)
    return row


def schedule(row: Talk, meeting: Meeting) -> None:
    """Set the time on an unsaved row; every invitation has a higher number, so that calendars follow."""
    row.state = Talk.State.SCHEDULED
    row.starts_at, row.place, row.minutes = meeting.starts_at, meeting.place, meeting.minutes
    row.reason = ""
    row.invitations += 1


def own_kind(row: Talk, day: date) -> TalkKind:
    """What the employee's talk is called when it is not a group's."""
    return TalkKind.LUS if leading_on(day, [row.employee_id]) else TalkKind.MUS


@transaction.atomic
def postpone(*, talk: Talk, reason: str, by: Employee, at: datetime) -> Talk:
    """Put off, by either; a time already set is called off in both calendars. Raises NotNow."""
    row = outstanding(talk)
    _call_off(row, Talk.State.POSTPONED, reason)
    _tell_the_other(row, by, at)
    return row


@transaction.atomic
def decline(*, talk: Talk, reason: str, by: Employee, at: datetime) -> Talk:
    """The employee wants no talk this year; can be reopened. Raises NotNow."""
    row = outstanding(talk)
    _call_off(row, Talk.State.DECLINED, reason)
    _tell_the_other(row, by, at)
    return row


def _call_off(row: Talk, state: str, reason: str) -> None:
    row.invitations += 1 if row.state == Talk.State.SCHEDULED else 0
    row.state, row.reason, row.group = state, reason, None
    row.save()


def _tell_the_other(row: Talk, by: Employee, at: datetime) -> None:
    recipient = row.leader if by.pk == row.employee_id else row.employee
    if recipient:
        message = emails.talk_cancelled(row, recipient)
        tell(kind="talk_cancelled", talk=row, recipient=recipient, message=message, at=at)
    row.starts_at = None
    row.save(update_fields=["starts_at"])


@transaction.atomic
def reopen(*, talk: Talk, by: Employee, at: datetime) -> Talk:
    """Take back that the talk was declined, or marked held by mistake; the plan stays. Raises NotNow."""
    row = locked(talk)
    if row.state not in (Talk.State.DECLINED, Talk.State.HELD):
        raise NotNow(_("This talk is open already."))
    row.state = Talk.State.SCHEDULED if row.starts_at else Talk.State.PLANNED
    row.held_on, row.reason = None, ""
    row.save()
    return row


@transaction.atomic
def hold(*, talk: Talk, on: date, by: Employee, at: datetime) -> Talk:
    """The talk was held on `on`; the plan of the two is opened. Raises NotNow, NotYetHeld."""
    if on > timezone.localdate(at):
        raise NotYetHeld(_("That day has not come yet. Choose the day on which you talked."))
    row = outstanding(talk)
    row.state, row.held_on, row.reason = Talk.State.HELD, on, ""
    row.save()
    plans.open_for(cycle=row.cycle, employee=row.employee, by=by, at=at)
    return row


@transaction.atomic
def ask_individual(*, talk: Talk, wanted: bool, by: Employee, at: datetime) -> Talk:
    """The employee asks for a talk of their own, which is always respected; or takes it back. Raises NotNow."""
    row = outstanding(talk)
    row.wants_individual = wanted
    if wanted and row.group_id:
        row.group, row.starts_at, row.state = None, None, Talk.State.PLANNED
        row.kind = own_kind(row, timezone.localdate(at))
    row.save()
    return row


@transaction.atomic
def hand_over(*, talks: Iterable[Talk], to: Employee, by: Employee, at: datetime) -> int:
    """`to` holds the outstanding ones of `talks` from now on. Returns how many.

    A time set by the former leader is called off, and the former leader's unfinished preparation is deleted:
    nobody else reads it. What the employee has given stays with the talk. Raises NotTheirOwn.
    """
    moved = 0
    for talk in talks:
        row = locked(talk)
        if row.state not in OUTSTANDING or row.leader_id == to.pk:
            continue
        if row.employee_id == to.pk:
            raise NotTheirOwn(_("%(name)s cannot hold their own talk.") % {"name": to.name})
        _give_to(row, to, at)
        moved += 1
    return moved


def _give_to(row: Talk, to: Employee, at: datetime) -> None:
    was_scheduled = row.state == Talk.State.SCHEDULED
    row.invitations += 1 if was_scheduled else 0
    message = emails.talk_handed_over(row, to)
    row.leader, row.group = to, None
    if was_scheduled:
        row.state, row.starts_at = Talk.State.PLANNED, None
    row.save()
    Preparation.objects.filter(talk=row, side=Side.LEADER, given_at__isnull=True).delete()
    tell(kind="talk_handed_over", talk=row, recipient=row.employee, message=message, at=at)


def tell(*, kind: str, talk: Talk, recipient: Employee, message: mailings.Message, at: datetime) -> None:
    """Store the mail; the number of the invitation makes each change a mail of its own."""
    mailings.notify(
        kind=kind,
        about=f"talk:{talk.pk}:{talk.invitations}:{talk.leader_id}",
        recipient=recipient,
        message=message,
        due_on=timezone.localdate(at),
        at=at,
    )
