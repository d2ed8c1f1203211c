"""Who is to be reminded of what in selections and teams; a constant number of queries for each municipality."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from typing import TypeVar

from django.db.models import Prefetch, QuerySet
from django.utils import timezone

from competence.models import Employee
from competence.queries import leaders_by_path, nearest_leader
from trainers.models import (
    Candidate,
    Mandate,
    Participant,
    PartRecord,
    PeerAsk,
    Round,
    ScoreSheet,
    Session,
    SessionTrainer,
)
from trainers.models import Willingness as Own
from trainers.queries.path import READ
from trainers.queries.sessions import who_may_answer

Row = TypeVar("Row", Candidate, Mandate)
PERSON = "employee__municipality__settings"
CANDIDATES = Candidate.objects.select_related(PERSON, "unit", "round__profile__programme")
MANDATES = Mandate.objects.select_related(PERSON, "unit", "round__profile__programme")


def silent(on: date) -> "QuerySet[Candidate]":
    """Candidates who have not said yes or no."""
    rows = CANDIDATES.filter(round__closed_at=None, round__answer_by__gte=on)
    return rows.exclude(willingness__answer__in=[Own.Answer.YES, Own.Answer.NO])


def without_hours(on: date) -> Iterator[tuple[Candidate, Employee]]:
    """Candidates who want it and have no answer about hours, with who leads them."""
    rows = CANDIDATES.filter(
        round__closed_at=None, round__answer_by__gte=on, willingness__answer=Own.Answer.YES, release=None
    )
    yield from _led(rows, on)


def unsigned(on: date) -> Iterator[tuple[Mandate, Employee]]:
    """Mandates that nobody has signed, with who leads the trainer."""
    yield from _led(MANDATES.filter(state=Mandate.State.SELECTED, anchoring=None, starts_on__gte=on), on)


def _led(rows: Iterable[Row], on: date) -> Iterator[tuple[Row, Employee]]:
    leaders: dict[int, dict[str, list[Employee]]] = {}
    for row in rows:
        home = row.employee.municipality_id
        if home not in leaders:
            leaders[home] = leaders_by_path(home, on)
        leader = nearest_leader(leaders[home], row.unit, row.employee)
        if leader is not None:
            yield row, leader


def unsaid(closes_on: date) -> "QuerySet[PeerAsk]":
    """Colleagues who may answer until `closes_on` and have not."""
    rows = PeerAsk.objects.filter(has_answered=False, survey__closes_on=closes_on)
    open_ = rows.filter(survey__candidate__round__closed_at=None)
    return open_.select_related("survey__candidate", "colleague__municipality__settings")


def unassessed(on: date) -> Iterator[tuple[Round, Employee, int]]:
    """Each assessor of an open selection with how many candidates are left."""
    rounds = Round.objects.open().filter(score_by__gte=on).select_related("leader__municipality__settings")
    willing = Candidate.objects.filter(willingness__answer=Own.Answer.YES)
    handed_in = ScoreSheet.objects.filter(handed_in_at__isnull=False)
    rows = rounds.prefetch_related(
        "co_selectors__employee__municipality__settings",
        Prefetch("candidates", willing.prefetch_related(Prefetch("sheets", handed_in)), to_attr="willing"),
    )
    for row in rows:
        for assessor in (row.leader, *(one.employee for one in row.co_selectors.all())):
            left = sum(_is_left(candidate, assessor) for candidate in row.willing)  # type: ignore[attr-defined]  # prefetched
            if left:
                yield row, assessor, left


def _is_left(candidate: Candidate, assessor: Employee) -> bool:
    done = any(sheet.assessor_id == assessor.pk for sheet in candidate.sheets.all())
    return candidate.employee_id != assessor.pk and not done


def undecided(on: date) -> "QuerySet[Round]":
    return Round.objects.open().filter(decide_on__gte=on).select_related("leader__municipality__settings")


def unread(until: date, since: date) -> "QuerySet[PartRecord]":
    """What was handed out from `since` to `until`, and nobody has noted as read."""
    rows = PartRecord.objects.filter(handed_out_on__range=(since, until), done_on=None, part__kind__in=READ)
    rows = rows.filter(part__is_mandatory=True).exclude(mandate__state=Mandate.State.ENDED)
    return rows.select_related("part", "mandate__employee__municipality__settings")


def held_on(first: date, last: date) -> "QuerySet[Session]":
    """Planned sessions of the days from `first` to `last`, with everybody."""
    rows = Session.objects.planned().filter(starts_at__gte=_midnight(first))
    rows = rows.filter(starts_at__lt=_midnight(last + timedelta(days=1)))
    holding = SessionTrainer.objects.filter(mandate__in=Mandate.objects.running())
    return rows.prefetch_related(
        Prefetch("trainers", holding.select_related("mandate__employee__municipality__settings")),
        Prefetch("participants", Participant.objects.select_related(PERSON)),
    )


def people_of(session: Session) -> list[tuple[Employee, bool]]:
    """Everybody who has not said no once, with whether he or she holds it."""
    holding = {one.mandate.employee_id: one.mandate.employee for one in session.trainers.all()}
    coming = [one.employee for one in session.participants.all() if not (one.employee_id in holding or one.declined)]
    return [*((one, True) for one in holding.values()), *((one, False) for one in coming)]


def unanswered(until: date, since: date) -> Iterator[tuple[Session, list[Employee]]]:
    """Sessions closed from `since` to `until`, with those who came and have not answered; not who held it."""
    silent_ones = who_may_answer(Participant.objects.filter(has_evaluated=False)).select_related(PERSON)
    rows = Session.objects.held().filter(closed_at__date__range=(since, until))
    for row in rows.prefetch_related(Prefetch("participants", silent_ones)):
        yield row, [one.employee for one in row.participants.all()]


def ending(first: date, last: date) -> "QuerySet[Mandate]":
    rows = MANDATES.filter(ends_on__range=(first, last)).exclude(state=Mandate.State.ENDED)
    return rows.select_related(PERSON, "unit", "round__profile__programme", "round__leader__municipality__settings")


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(0)))
