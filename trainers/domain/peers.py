"""Asking the colleagues of a candidate, who answer without being known (source: K22)."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone

from competence.domain import mailings
from competence.models import Employee
from trainers import emails
from trainers.domain.selection import open_row
from trainers.models import Candidate, PeerAnswer, PeerAsk, PeerSurvey, Round, Willingness
from trainers.queries.peers import colleagues_of

TIME = timedelta(days=7)


class NotWilling(Exception):
    """Colleagues are asked about somebody who wants the role."""


class TooFew(Exception):
    """So few colleagues can be asked that each answer could be told."""


class TooLate(Exception):
    """Nobody would have time to answer before the assessments are due."""


class AskedAlready(Exception):
    """Colleagues are asked once: a second mean would tell what changed."""


class NotAsked(Exception):
    """This person is not asked, or has answered."""


class Over(Exception):
    """The time for answers is over."""


@dataclass(frozen=True)
class Statements:
    """How far each holds, 1–5: I turn to the person when something is difficult; I trust what the person says."""

    turned_to: int
    trusted: int


def closing_day(round_: Round, on: date) -> date:
    """A week, and as long as the others may answer, but not beyond the day assessments are due. Raises TooLate."""
    if on >= round_.score_by:
        raise TooLate
    return min(max(on + TIME, round_.answer_by), round_.score_by)


@transaction.atomic
def ask(*, candidate: Candidate, by: Employee, at: datetime) -> PeerSurvey:
    """Ask everybody in the unit who has no part in the selection.

    Raises RoundClosed, NotWilling, AskedAlready, TooLate, TooFew.
    """
    row, on = open_row(candidate.round), timezone.localdate(at)
    if not candidate_wants(candidate):
        raise NotWilling
    if PeerSurvey.objects.filter(candidate=candidate).exists():
        raise AskedAlready
    closes_on, smallest = closing_day(row, on), candidate.employee.municipality.settings.smallest_cell
    colleagues = colleagues_of(candidate, on)
    if len(colleagues) < smallest:
        raise TooFew
    survey = PeerSurvey.objects.create(
        candidate=candidate, closes_on=closes_on, smallest=smallest, asked_by=by, asked_at=at
    )
    PeerAsk.objects.bulk_create(PeerAsk(survey=survey, colleague=one) for one in colleagues)
    for one in colleagues:
        _tell(survey, one, at)
    return survey


def candidate_wants(candidate: Candidate) -> bool:
    given = Willingness.objects.filter(candidate=candidate, answer=Willingness.Answer.YES)
    return given.exists()


@transaction.atomic
def answer(*, candidate: Candidate, colleague: Employee, statements: Statements, at: datetime) -> None:
    """An answer that does not know whose it is. Raises RoundClosed, Over, NotAsked."""
    open_row(candidate.round)
    asks = PeerAsk.objects.filter(survey__candidate=candidate, colleague=colleague)
    mine = asks.select_related("survey").select_for_update(of=("self",)).first()
    if mine is None or mine.has_answered:
        raise NotAsked
    if timezone.localdate(at) > mine.survey.closes_on:
        raise Over
    mine.has_answered = True
    mine.save(update_fields=["has_answered"])
    PeerAnswer.objects.create(survey=mine.survey, **statements.__dict__)


def _tell(survey: PeerSurvey, colleague: Employee, at: datetime) -> None:
    mailings.notify(
        kind="trainer_peers",
        about=f"peers:{survey.pk}",
        recipient=colleague,
        message=emails.peers_asked(survey, colleague),
        due_on=survey.closes_on,
        at=at,
    )
