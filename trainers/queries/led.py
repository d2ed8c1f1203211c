"""Whom an actor leads of the candidates and trainers (sources: T07, T11, T12, K15)."""

from dataclasses import dataclass

from competence.access import Actor, Permission, scope
from trainers.models import Candidate, Mandate, Willingness


@dataclass(frozen=True)
class Led:
    """Candidates of open selections who have not said no, and trainers at work, by name."""

    candidates: list[Candidate]
    mandates: list[Mandate]

    def __bool__(self) -> bool:
        return bool(self.candidates or self.mandates)


def led_by(actor: Actor) -> Led:
    """Two queries; none for who releases nobody's time. Nobody leads oneself here."""
    if not actor.may(Permission.RELEASE_TIME):
        return Led([], [])
    reach = scope(actor, Permission.RELEASE_TIME, "unit")
    asked = Candidate.objects.filter(reach, round__closed_at=None).exclude(employee=actor.employee)
    asked = asked.exclude(willingness__answer=Willingness.Answer.NO)
    asked = asked.select_related("employee", "unit", "round", "release").order_by("employee__sort_name", "pk")
    work = Mandate.objects.running().filter(reach).exclude(employee=actor.employee)
    work = work.select_related("employee", "unit", "round__profile__programme", "anchoring")
    return Led(list(asked), list(work.order_by("employee__sort_name", "pk")))
