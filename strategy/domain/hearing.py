"""The hearing: staff comment by section, the working group answers, then MED takes over (sources: S02, S03, X06)."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from competence.domain import mailings
from competence.models import Employee
from strategy import emails
from strategy.domain.versions import refuse_frozen
from strategy.models import Comment, Section, Strategy, WorkingGroupMember
from strategy.queries import staff_of

State = Strategy.State
Part = WorkingGroupMember.Part


class Blocker(TextChoices):
    """What must be there before staff are asked."""

    NO_LEADER = "no_leader", gettext_lazy("No leader is in the working group.")
    NO_EMPLOYEE = "no_employee", gettext_lazy("No employee is in the working group.")
    NO_TEXT = "no_text", gettext_lazy("Nothing is written yet.")


class NotReady(Exception):
    """The draft lacks what a hearing takes; `problems` says what."""

    def __init__(self, problems: tuple[Blocker, ...]) -> None:
        super().__init__(" ".join(str(problem.label) for problem in problems))
        self.problems = problems


class WrongState(Exception):
    """The version is not where this step begins."""


class NotHeard(Exception):
    """Comments are taken while the hearing is open."""


class Unanswered(Exception):
    """Somebody has commented and has no answer; `count` says how many."""

    def __init__(self, count: int) -> None:
        super().__init__(_("%(count)s comments have no answer yet.") % {"count": count})
        self.count = count


@dataclass(frozen=True)
class Period:
    """Both days inclusive."""

    opens_on: date
    closes_on: date


def problems_for(strategy: Strategy) -> tuple[Blocker, ...]:
    """Who writes together must be leaders and employees, and there must be something to read (source: S02)."""
    parts = set(strategy.members.values_list("part", flat=True))
    employees = {Part.EMPLOYEE, Part.REPRESENTATIVE}
    found = []
    if Part.LEADER not in parts:
        found.append(Blocker.NO_LEADER)
    if not employees & parts:
        found.append(Blocker.NO_EMPLOYEE)
    if not strategy.sections.exists():
        found.append(Blocker.NO_TEXT)
    return tuple(found)


@transaction.atomic
def open_hearing(*, strategy: Strategy, period: Period, at: datetime) -> Strategy:
    """Ask the unit's staff; each gets a mail. Raises IsFrozen, WrongState, NotReady."""
    now = refuse_frozen(strategy)
    if now.state != State.DRAFT:
        raise WrongState(_("Only a draft goes to hearing."))
    if problems := problems_for(now):
        raise NotReady(problems)
    now.state, now.hearing_opens_on, now.hearing_closes_on = State.HEARING, period.opens_on, period.closes_on
    now.save(update_fields=["state", "hearing_opens_on", "hearing_closes_on"])
    for person in staff_of(now.unit, period.opens_on):
        mailings.notify(
            kind="strategy_hearing",
            about=f"strategy:{now.pk}",
            recipient=person,
            message=emails.hearing_opened(now, person),
            due_on=period.closes_on,
            at=at,
        )
    return now


@transaction.atomic
def comment(*, section: Section, text: str, by: Employee, at: datetime, on: date) -> Comment:
    """Raises NotHeard outside the hearing's days."""
    strategy = Strategy.objects.select_for_update().get(pk=section.strategy_id)
    if not strategy.is_heard_on(on):
        raise NotHeard(_("The hearing is not open."))
    return Comment.objects.create(section=section, text=text, author=by, made_at=at)


@transaction.atomic
def answer(*, comment: Comment, text: str, by: Employee, at: datetime) -> Comment:
    """Answer, or write the answer anew; the author gets a mail the first time. Raises WrongState."""
    strategy = Strategy.objects.select_for_update().get(pk=comment.section.strategy_id)
    if strategy.state != State.HEARING:
        raise WrongState(_("The hearing is over."))
    first = comment.answered_at is None
    comment.answer, comment.answered_by, comment.answered_at = text, by, at
    comment.save(update_fields=["answer", "answered_by", "answered_at"])
    if first and comment.author_id != by.pk:
        mailings.notify(
            kind="strategy_answer",
            about=f"comment:{comment.pk}",
            recipient=comment.author,
            message=emails.comment_answered(comment),
            due_on=strategy.hearing_closes_on or at.date(),
            at=at,
        )
    return comment


def unanswered(strategy: Strategy) -> int:
    return Comment.objects.unanswered().filter(section__strategy=strategy).count()


@transaction.atomic
def take_back(*, strategy: Strategy) -> Strategy:
    """Back to a draft before MED; comments and answers are kept. Raises IsFrozen, WrongState."""
    now = refuse_frozen(strategy)
    if now.state != State.HEARING:
        raise WrongState(_("Only a version in hearing goes back."))
    now.state = State.DRAFT
    now.save(update_fields=["state"])
    return now
