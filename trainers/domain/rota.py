"""Floor walks of a conversion period, the trainers taking turns, and the rest of them called off (source: K08)."""

from collections.abc import Callable, Mapping, Sequence
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
Mail = Callable[[Sequence[Session], Employee, datetime], Message]


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
    _tell("trainer_rota", walks, emails_team.rota, at)
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
    _tell("trainer_cancelled", walks, emails_team.walks_cancelled, at)
    return len(struck)


def _tell(kind: str, walks: Mapping[Employee, Sequence[Session]], make: Mail, at: datetime) -> None:
    """One mail to each, of all their days."""
    for employee, own in walks.items():
        mailings.notify(
            kind=kind,
            about=f"session:{own[0].pk}:{own[0].invitations}",
            recipient=employee,
            message=make(own, employee, at),
            due_on=timezone.localdate(own[0].starts_at),
            at=at,
        )


def _moment(day: date, clock: time) -> datetime:
    return timezone.make_aware(datetime.combine(day, clock))
