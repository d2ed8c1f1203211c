"""Who became a trainer when, who worked beside them, and the figures made of it (source: T28)."""

from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from django.utils import timezone
from django.utils.translation import gettext as _

from competence.models import Employment, Unit
from trainers.models import Mandate, StayingYear
from trainers.staying import HORIZONS, Circle, Cohort, Member, from_json

Place = tuple[int, str]
# Where the picture begins and how tall it is, in pixels; across, it is told in shares of the width.
TOP, HEIGHT = 14, 150


def members_of(municipality: Unit) -> list[Member]:
    """Trainers from the day they were ready, and colleagues of the same unit and profession on that day; two queries.

    A colleague has never been ready to teach, and is counted once: from the first of these days.
    """
    ready = _ready_days(municipality)
    by_place: dict[Place, list[Employment]] = {}
    for post in Employment.objects.filter(employee__municipality=municipality).order_by("pk"):
        by_place.setdefault((post.unit_id, post.profession), []).append(post)
    beside: dict[int, date] = {}
    for posts in by_place.values():
        days = [day for post in posts if (day := ready.get(post.employee_id)) and _holds(post, day)]
        for post in posts:
            first = min((day for day in days if _holds(post, day)), default=None)
            if first and post.employee_id not in ready:
                beside[post.employee_id] = min(first, beside.get(post.employee_id, first))
    trainers = [Member(one, day, is_trainer=True) for one, day in ready.items()]
    return trainers + [Member(one, day, is_trainer=False) for one, day in beside.items()]


def _ready_days(municipality: Unit) -> dict[int, date]:
    """Trainer → the first day he or she was ready to teach."""
    rows = Mandate.objects.filter(employee__municipality=municipality, ready_at__isnull=False).order_by("-ready_at")
    return {person: timezone.localdate(at) for person, at in rows.values_list("employee", "ready_at")}


def employed_days(municipality: Unit) -> dict[int, list[tuple[date, date | None]]]:
    """Person → the periods of employment, last days included; one query."""
    rows = Employment.objects.filter(employee__municipality=municipality).order_by("starts_on")
    found: dict[int, list[tuple[date, date | None]]] = {}
    for person, starts_on, ends_on in rows.values_list("employee", "starts_on", "ends_on"):
        found.setdefault(person, []).append((starts_on, ends_on))
    return found


def _holds(post: Employment, day: date) -> bool:
    return post.starts_on <= day and (post.ends_on is None or post.ends_on >= day)


def latest(municipality: Unit | int) -> StayingYear | None:
    return StayingYear.objects.filter(municipality=municipality).order_by("-year").first()


@dataclass(frozen=True)
class Line:
    """One circle as points: x as a share of the width, y, and the per cent."""

    circle: Circle
    points: list[tuple[str, float, int]]

    @property
    def shares(self) -> list[int | None]:
        return [self.circle.share(years) for years in HORIZONS]

    @property
    def stretches(self) -> list[tuple[str, float, str, float]]:
        """The lines between the points."""
        return [(x, y, to_x, to_y) for (x, y, _share), (to_x, to_y, _to) in pairwise(self.points)]


@dataclass(frozen=True)
class Picture:
    """One cohort: trainers against colleagues from the first day to three years later."""

    cohort: Cohort
    trainers: Line
    colleagues: Line

    @property
    def rows(self) -> list[tuple[str, Line]]:
        """The table beside the picture."""
        return [(_("Trainers"), self.trainers), (_("Colleagues"), self.colleagues)]


def pictures_of(year: StayingYear) -> list[Picture]:
    """Newest cohort first."""
    return [Picture(one, _line(one.trainers), _line(one.colleagues)) for one in reversed(from_json(year.figures))]


def _line(circle: Circle) -> Line:
    shares = [(0, 100)] + [(years, share) for years in HORIZONS if (share := circle.share(years)) is not None]
    return Line(circle, [(_x(years), _y(share), share) for years, share in shares])


def _x(years: int) -> str:
    return f"{100 * years / HORIZONS[-1]:.1f}%"


def _y(share: int) -> float:
    return round(TOP + HEIGHT * (100 - share) / 100, 1)
