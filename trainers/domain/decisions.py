"""A person decides on the team; everybody gets a reasoned answer in the same transaction (sources: K03, K44, T27)."""

from collections.abc import Collection, Mapping
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from competence.domain import mailings
from competence.models import Employee
from trainers import emails
from trainers.domain import limits
from trainers.domain.limits import Drain
from trainers.domain.selection import open_row
from trainers.models import Candidate, Round, Selection, Willingness
from trainers.queries.candidates import Person, people_of


class WrongSize(Exception):
    """The team is smaller or larger than the round says."""


class ReasonMissing(Exception):
    """The decision, or the answer to `people`, has no reason."""

    def __init__(self, people: list[Person]) -> None:
        super().__init__(people)
        self.people = people


class NotSelectable(Exception):
    """A hard precondition, or a default without an exception, stops `people`."""

    def __init__(self, people: list[Person]) -> None:
        super().__init__(people)
        self.people = people


def obstacles(person: Person, on: date) -> list[str]:
    """What stops somebody from being chosen on `on`, as codes (sources: K14–K20, T27)."""
    found = {
        "no_post": not person.has_post_on(on),
        "unwilling": not person.is_willing,
        "not_released": not person.is_released,
        "not_close": not person.is_close,
        "unmet": bool(person.unmet),
    }
    return [code for code, is_so in found.items() if is_so]


@transaction.atomic
def decide(
    *,
    round_: Round,
    outcomes: Mapping[int, str],
    reasons: Mapping[int, str],
    reason: str,
    by: Employee,
    at: datetime,
) -> Round:
    """Choose the team, name reserves, and answer everybody with a reason; the round is closed by it.

    `outcomes` and `reasons` are by candidate; who is not named is not chosen. The hours are taken from the units
    under their lock. Raises selection.RoundClosed, WrongSize, NotSelectable, ReasonMissing, limits.OverLimit,
    limits.Busy; then nothing at all is decided.
    """
    row = open_row(round_)
    people = people_of(row, None)
    chosen = [one for one in people if outcomes.get(one.pk) == Selection.Outcome.CHOSEN]
    on = timezone.localdate(at)
    _refuse_team(row, chosen, on)
    _refuse_silence(people, reasons, reason)
    limits.take(drains=drains_of(chosen), on=on)
    row.reason, row.decided_by, row.decided_at, row.closed_at = reason.strip(), by, at, at
    row.save()
    _answer(people, outcomes, reasons, at)
    return row


def drains_of(chosen: Collection[Person]) -> dict[int, Drain]:
    """What the chosen take from each unit, by its key."""
    found: dict[int, Drain] = {}
    for person in chosen:
        before = found.get(person.candidate.unit_id, Drain(frozenset(), 0))
        people = before.people | {person.candidate.employee_id}
        found[person.candidate.unit_id] = Drain(people, before.hours + person.most_hours)
    return found


def _refuse_team(row: Round, chosen: list[Person], on: date) -> None:
    if not row.min_size <= len(chosen) <= row.max_size:
        raise WrongSize
    if stopped := [one for one in chosen if obstacles(one, on)]:
        raise NotSelectable(stopped)


def _refuse_silence(people: list[Person], reasons: Mapping[int, str], reason: str) -> None:
    silent = [one for one in people if not reasons.get(one.pk, "").strip()]
    if silent or not reason.strip():
        raise ReasonMissing(silent)


def _answer(people: list[Person], outcomes: Mapping[int, str], reasons: Mapping[int, str], at: datetime) -> None:
    """Store each answer, and the mail that says it is there."""
    for person in people:
        outcome = Selection.Outcome(outcomes.get(person.pk, Selection.Outcome.DECLINED))
        selection = Selection.objects.create(
            candidate=person.candidate,
            outcome=outcome,
            hours=person.most_hours if outcome == Selection.Outcome.CHOSEN else 0,
            reason=reasons[person.pk].strip(),
            decided_at=at,
        )
        if outcome == Selection.Outcome.CHOSEN:
            keep_what_is_brought(selection, person)
        if _hears(person.candidate):
            mailings.notify(
                kind="trainer_answer",
                about=f"candidate:{person.pk}",
                recipient=person.candidate.employee,
                message=emails.answer(selection),
                due_on=timezone.localdate(at),
                at=at,
            )


def keep_what_is_brought(selection: Selection, person: Person) -> None:
    """What somebody covers, by experience or by wish, and whom he or she is near (sources: K06, K20)."""
    selection.covers.set(one for one in person.frame.criteria if person.meets(one))
    selection.near.set(person.near)


def _hears(candidate: Candidate) -> bool:
    """Who said no has had the last word already."""
    willingness: Willingness | None = getattr(candidate, "willingness", None)
    return willingness is None or willingness.answer != Willingness.Answer.NO


def mark_read(*, selection: Selection, by: Employee, at: datetime) -> Selection:
    """Note when the candidate first read the answer; anybody else's reading counts for nothing."""
    if by.pk == selection.candidate.employee_id and selection.read_at is None:
        selection.read_at = at
        selection.save(update_fields=["read_at"])
    return selection
