"""Floor walks of a conversion period, the trainers taking turns, and the rest of them called off (source: K08)."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time
from typing import TypeVar

from django.db import transaction
from django.utils import timezone

from competence.domain import mailings
from competence.domain.mailings import Message
from competence.models import Employee
from trainers import emails_team
from trainers.domain.sessions import NoTrainer, SessionFacts, everybody, put_in, strike
from trainers.models import Round, Session

T = TypeVar("T")


@transaction.atomic
def plan_rota(
    *,
    round_: Round,
    facts: SessionFacts,
    days: Sequence[date],
    trainers: Sequence[int],
    by: Employee,
    at: datetime,
) -> list[Session]:
    """A floor walk on each of `days` at the time of `facts`, the trainers taking turns; one mail to each with all days.

    Raises BeyondMandate, NoTrainer, NotReady.
    """
    if not trainers:
        raise NoTrainer
    made: list[Session] = []
    walks: dict[Employee, list[Session]] = {}
    for starts_at, trainer in turns(facts, days, trainers):
        session, (mandate,) = put_in(round_, replace(facts, starts_at=starts_at), {trainer: ""}, by, at)
        made.append(session)
        walks.setdefault(mandate.employee, []).append(session)
    told = {one: emails_team.rota(own, one, at) for one, own in walks.items()}
    _tell("trainer_rota", walks, told, at)
    return made


def turns(facts: SessionFacts, days: Sequence[date], trainers: Sequence[T]) -> list[tuple[datetime, T]]:
    """When each of `days` begins, and whose turn it is."""
    clock = timezone.localtime(facts.starts_at).time()
    return [(_moment(day, clock), trainers[place % len(trainers)]) for place, day in enumerate(days)]


@transaction.atomic
def cancel_walks(*, round_: Round, first: date, cause: str, words: str, at: datetime) -> int:
    """What is planned from the day `first` on, each walk with the same cause; returns how many.

    Everybody is told once, of all days.
    """
    since = max(_moment(first, time(0)), at)
    found = Session.objects.planned().filter(round=round_, kind=Session.Kind.FLOOR_WALK, starts_at__gte=since)
    struck = [strike(session=walk, cause=cause, words=words, at=at) for walk in found.order_by("starts_at", "pk")]
    walks: dict[Employee, list[Session]] = {}
    for walk in struck:
        for employee in everybody(walk):
            walks.setdefault(employee, []).append(walk)
    told = {one: emails_team.walks_cancelled(own, one, at) for one, own in walks.items()}
    _tell("trainer_cancelled", walks, told, at)
    return len(struck)


def _tell(
    kind: str, walks: Mapping[Employee, Sequence[Session]], told: Mapping[Employee, Message], at: datetime
) -> None:
    for employee, own in walks.items():
        mailings.notify(
            kind=kind,
            about=f"session:{own[0].pk}:{own[0].invitations}",
            recipient=employee,
            message=told[employee],
            due_on=timezone.localdate(own[0].starts_at),
            at=at,
        )


def _moment(day: date, clock: time) -> datetime:
    return timezone.make_aware(datetime.combine(day, clock))
