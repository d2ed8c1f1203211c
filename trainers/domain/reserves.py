"""After the decision: somebody withdraws, a reserve joins the team under the same rules (sources: K44, K45, T27)."""

from datetime import datetime

from django.db import transaction
from django.db.models import Exists, F, OuterRef
from django.utils import timezone

from competence.domain import mailings
from competence.models import Employee, Employment
from trainers import emails
from trainers.domain import limits, load
from trainers.domain.decisions import NotSelectable, drains_of, keep_what_is_brought, obstacles
from trainers.models import Mandate, Round, Selection
from trainers.queries.candidates import person_of
from trainers.queries.heads import waiting_for_mandate


class NotTheirTurn(Exception):
    """Only somebody chosen without a mandate withdraws, and only a reserve is taken in."""


class WantsToNoLonger(Exception):
    """The reserve has said so, and is taken in only when he or she wants to again."""


class NoPlace(Exception):
    """Nobody has stopped whose place is free."""


class ReasonMissing(Exception):
    """Both say why."""


@transaction.atomic
def withdraw(*, selection: Selection, reason: str, at: datetime) -> Selection:
    """Somebody chosen leaves before there is a mandate; the unit has its hours back.

    Raises NotTheirTurn, ReasonMissing, limits.Busy.
    """
    row = _with_reason(selection, reason)
    candidate = row.candidate
    has_mandate = Mandate.objects.filter(round=candidate.round_id, employee=candidate.employee_id).exists()
    if row.outcome != Selection.Outcome.CHOSEN or has_mandate:
        raise NotTheirTurn
    row.outcome, row.hours = Selection.Outcome.WITHDRAWN, 0
    _answer(row, reason, at)
    load.recount(units=[candidate.unit_id], on=timezone.localdate(at))
    return row


def withdraw_gone(*, reason: str, at: datetime) -> int:
    """The chosen without a mandate whose employment is over leave the team; returns how many. Raises limits.Busy."""
    employed = Employment.objects.valid_on(timezone.localdate(at)).filter(employee=OuterRef("candidate__employee"))
    gone = list(waiting_for_mandate().exclude(Exists(employed)).select_related("candidate"))
    for row in gone:
        step_back(selection=row, reason=reason, at=at)
    return len(gone)


@transaction.atomic
def step_back(*, selection: Selection, reason: str, at: datetime) -> Selection:
    """The chosen person says it, or is gone; the project leader is told by mail. Raises as `withdraw`."""
    row = withdraw(selection=selection, reason=reason, at=at)
    mailings.notify(
        kind="trainer_stepped_back",
        about=f"candidate:{row.candidate_id}:{row.outcome}",
        recipient=row.candidate.round.leader,
        message=emails.stepped_back(row),
        due_on=timezone.localdate(at),
        at=at,
    )
    return row


@transaction.atomic
def take_in(*, selection: Selection, reason: str, by: Employee, at: datetime) -> Selection:
    """A reserve takes the place of somebody who has stopped, without a new round.

    What holds for the chosen holds now, too: the own yes, the hours, nearness, what each member must have, and the
    limit of the unit. When the answers of the three parties are erased, nobody is taken in: a new round asks again.
    Raises NotTheirTurn, WantsToNoLonger, NoPlace, ReasonMissing, decisions.NotSelectable, limits.OverLimit,
    limits.Busy.
    """
    row = _with_reason(selection, reason)
    if row.outcome != Selection.Outcome.RESERVE:
        raise NotTheirTurn
    if row.unwilling_at:
        raise WantsToNoLonger
    if free_places(row.candidate.round) < 1:
        raise NoPlace
    person = person_of(row.candidate, None)
    on = timezone.localdate(at)
    if obstacles(person, on):
        raise NotSelectable([person])
    limits.take(drains=drains_of([person]), on=on)
    row.outcome, row.hours = Selection.Outcome.CHOSEN, person.most_hours
    row.taken_in_by, row.taken_in_at = by, at
    _answer(row, reason, at)
    keep_what_is_brought(row, person)
    return row


@transaction.atomic
def want_no_longer(*, selection: Selection, at: datetime) -> Selection:
    """A reserve does not want to be taken in any more; no place becomes free by it. Raises NotTheirTurn."""
    return _say(selection, at)


@transaction.atomic
def want_again(*, selection: Selection) -> Selection:
    """The reserve takes that back. Raises NotTheirTurn."""
    return _say(selection, None)


def _say(selection: Selection, unwilling_at: datetime | None) -> Selection:
    row = _locked(selection)
    if row.outcome != Selection.Outcome.RESERVE:
        raise NotTheirTurn
    row.unwilling_at = unwilling_at
    row.save(update_fields=["unwilling_at"])
    return row


def free_places(round_: Round) -> int:
    """How many have stopped whose place no reserve has taken."""
    team = Selection.objects.filter(candidate__round=round_)
    withdrawn = team.filter(outcome=Selection.Outcome.WITHDRAWN).count()
    # A mandate that ends with its period leaves nothing to fill.
    early = Mandate.objects.filter(round=round_, ended_at__date__lte=F("ends_on"))
    ended = early.filter(state=Mandate.State.ENDED).count()
    return withdrawn + ended - team.filter(taken_in_at__isnull=False).count()


def _with_reason(selection: Selection, reason: str) -> Selection:
    if not reason.strip():
        raise ReasonMissing
    return _locked(selection)


def _locked(selection: Selection) -> Selection:
    """The selection as it is now; the round is locked first, so that two do not take one place."""
    Round.objects.select_for_update().get(pk=selection.candidate.round_id)
    rows = Selection.objects.select_related("candidate__round__profile", "candidate__employee", "candidate__unit")
    return rows.select_for_update(of=("self",)).get(pk=selection.pk)


def _answer(row: Selection, reason: str, at: datetime) -> None:
    """A new letter, not read yet, and the mail that says it is there."""
    row.reason, row.decided_at, row.read_at = reason.strip(), at, None
    row.save()
    mailings.notify(
        kind="trainer_answer",
        about=f"candidate:{row.candidate_id}:{row.outcome}",
        recipient=row.candidate.employee,
        message=emails.answer(row),
        due_on=timezone.localdate(at),
        at=at,
    )
