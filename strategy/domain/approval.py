"""MED: put on the agenda, approved or sent back, with the minutes it stands in (sources: S03, X06)."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from competence.domain import mailings
from competence.models import Employee
from strategy import emails
from strategy.domain import duties, versions
from strategy.domain.hearing import Unanswered, WrongState, unanswered
from strategy.domain.versions import refuse_frozen
from strategy.models import Approval, Strategy
from strategy.queries import med_members_of

State = Strategy.State
Result = Approval.Result


class StillOpen(Exception):
    """The hearing has days left."""


class MinutesMissing(Exception):
    """A result stands in minutes."""


@dataclass(frozen=True)
class Agenda:
    """Where and when MED takes the version up."""

    committee: str
    meets_on: date
    item: str = ""


@transaction.atomic
def put_on_agenda(*, strategy: Strategy, agenda: Agenda, by: Employee, at: datetime, on: date) -> Approval:
    """Close the hearing and put the version before MED, whose members get a mail.

    Raises IsFrozen, WrongState, StillOpen, and Unanswered while a comment has no answer.
    """
    now = refuse_frozen(strategy)
    if now.state != State.HEARING:
        raise WrongState(_("A version goes to MED after its hearing."))
    if now.hearing_closes_on is not None and on <= now.hearing_closes_on:
        raise StillOpen(_("The hearing is still open."))
    if count := unanswered(now):
        raise Unanswered(count)
    now.state = State.MED
    now.save(update_fields=["state"])
    made = Approval.objects.create(
        strategy=now,
        committee=agenda.committee,
        agenda_item=agenda.item,
        meets_on=agenda.meets_on,
        put_by=by,
        put_at=at,
    )
    _tell_med(made, at, on)
    return made


def _tell_med(made: Approval, at: datetime, on: date) -> None:
    for person in med_members_of(made.strategy.unit, on):
        mailings.notify(
            kind="strategy_before_med",
            about=f"approval:{made.pk}",
            recipient=person,
            message=emails.before_med(made, person),
            due_on=made.meets_on,
            at=at,
        )


@transaction.atomic
def record(*, approval: Approval, result: str, minutes: str, by: Employee, at: datetime, remark: str = "") -> Approval:
    """What MED said. Approved: the version is frozen and holds in its period. Sent back: it is a draft again.

    The working group gets a mail. Raises WrongState, MinutesMissing, NothingInIt.
    """
    now = refuse_frozen(approval.strategy)
    if now.state != State.MED or approval.result:
        raise WrongState(_("MED has given its answer already."))
    if not minutes:
        raise MinutesMissing(_("Say which minutes it stands in."))
    approval.result, approval.minutes, approval.remark = result, minutes, remark
    approval.recorded_by, approval.recorded_at = by, at
    approval.save(update_fields=["result", "minutes", "remark", "recorded_by", "recorded_at"])
    if result == Result.APPROVED:
        versions.adopt(strategy=now, committee=approval.committee, on=approval.meets_on)
        duties.follow_from(strategy=now, on=now.starts_on)
    else:
        now.state = State.DRAFT
        now.save(update_fields=["state"])
    approval.strategy.refresh_from_db()
    _tell_group(approval, at)
    return approval


def _tell_group(approval: Approval, at: datetime) -> None:
    for member in approval.strategy.members.select_related("employee__municipality__settings"):
        mailings.notify(
            kind="strategy_result",
            about=f"approval:{approval.pk}",
            recipient=member.employee,
            message=emails.med_has_answered(approval, member.employee),
            due_on=approval.meets_on,
            at=at,
        )
