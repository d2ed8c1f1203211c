"""The pool of people who have learnt to teach colleagues, for later programmes (sources: T01, T14)."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Prefetch, Q

from competence.models import Employee, Employment
from competence.models.people import EmployeeQuerySet
from competence.queries.people import matching
from trainers.models import Mandate, Session

MOST = 60


@dataclass(frozen=True)
class Trained:
    """Somebody who has been ready to teach; `held` are sessions held in all."""

    person: Employee
    posts: list[Employment]
    mandates: list[Mandate]

    @property
    def held(self) -> int:
        return sum(one.held for one in self.mandates)  # type: ignore[attr-defined]  # annotated

    @property
    def is_running(self) -> bool:
        return any(one.is_running for one in self.mandates)


def pool_of(municipality: int, words: str, on: date) -> list[Trained]:
    """Employed on `on` and trained once, by name; `words` narrow by name, programme or unit; three queries."""
    held = Count("sessions", filter=Q(sessions__session__state=Session.State.HELD))
    ready = Mandate.objects.filter(ready_at__isnull=False).select_related("round__profile__programme")
    people = EmployeeQuerySet(Employee).employed_on(on)
    people = people.filter(municipality=municipality, mandates__ready_at__isnull=False).distinct()
    if words:
        programme = Q(mandates__round__profile__programme__name__icontains=words)
        unit = Q(mandates__unit__name__icontains=words)
        people = people.filter(Q(pk__in=matching(people, words).values("pk")) | programme | unit)
    posts = Employment.objects.valid_on(on).select_related("unit")
    rows = people.order_by("sort_name").prefetch_related(
        Prefetch("mandates", ready.annotate(held=held), to_attr="trained_in"),
        Prefetch("employments", posts, to_attr="posts"),
    )
    return [Trained(one, one.posts, one.trained_in) for one in rows[:MOST]]  # type: ignore[attr-defined]  # prefetched
