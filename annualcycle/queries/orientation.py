"""What the orientation to the department says: granted courses, never refusals and never names (source: S48)."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from annualcycle.models import Cycle, Wish
from annualcycle.models.decisions import Outcome, Route
from competence.models import Employee, Employment
from competence.text import danish_key, fold


@dataclass(frozen=True)
class TeamPlaces:
    """How many of a team take the course."""

    team: str
    places: int


@dataclass(frozen=True)
class GrantedCourse:
    """One course with the number of places, whole and by team. `starts_on` is None when it differs or is not set."""

    title: str
    provider: str
    starts_on: date | None
    teams: tuple[TeamPlaces, ...]

    @property
    def places(self) -> int:
        return sum(team.places for team in self.teams)


def granted_courses(cycle: Cycle) -> list[GrantedCourse]:
    """What was granted in the talks and in December, in Danish order of title; one query.

    What is granted later in the year is not in it: its answer is the employee's own.
    """
    wishes = Wish.objects.filter(
        cycle=cycle,
        state=Wish.State.SUBMITTED,
        decision__outcome=Outcome.GRANTED,
        decision__route__in=[Route.TALK, Route.DECEMBER],
    )
    groups: dict[object, list[Wish]] = {}
    for wish in wishes.select_related("unit").order_by("pk"):
        groups.setdefault(wish.offer_id or fold(wish.title.strip()), []).append(wish)
    return sorted((_course(group) for group in groups.values()), key=lambda course: danish_key(course.title))


def _course(wishes: list[Wish]) -> GrantedCourse:
    counts = Counter(wish.unit.name for wish in wishes)
    starts = {wish.starts_on for wish in wishes}
    return GrantedCourse(
        title=wishes[0].title.strip(),
        provider=next((wish.provider for wish in wishes if wish.provider), ""),
        starts_on=starts.pop() if len(starts) == 1 else None,
        teams=tuple(TeamPlaces(team, counts[team]) for team in sorted(counts, key=danish_key)),
    )


def places_of(courses: Iterable[GrantedCourse]) -> int:
    """All places together."""
    return sum(course.places for course in courses)


def unanswered(cycle: Cycle) -> int:
    """How many wishes of the round have no answer that its owner can read."""
    answered = Q(decision__released_at__isnull=False)
    return Wish.objects.on_the_board().filter(cycle=cycle).exclude(answered).count()


def staff_of(cycle: Cycle, on: date) -> "QuerySet[Employee]":
    """Everybody employed in the centre on `on`, with what a mail to them needs."""
    posts = Employment.objects.valid_on(on).filter(unit__path__startswith=cycle.unit.path, employee=OuterRef("pk"))
    return Employee.objects.filter(Exists(posts)).select_related("municipality__settings").order_by("pk")
