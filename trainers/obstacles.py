"""What stops somebody from being chosen, in words: hard rules block, defaults take a reasoned exception (X05)."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from trainers.models import Criterion
from trainers.queries.candidates import Person


@dataclass(frozen=True)
class Obstacle:
    """`is_hard` takes no exception; `criterion` is what an exception would be made from, None for the leader's time."""

    text: str
    is_hard: bool
    criterion: int | None = None


def obstacles_of(person: Person, on: date) -> list[Obstacle]:
    """Those on `on`, hard ones first (sources: K14, K15, K20, T27)."""
    found = []
    if not person.has_post_on(on):
        text = _("No longer works in %(unit)s.") % {"unit": person.candidate.unit.name}
        found.append(Obstacle(text, is_hard=True))
    if not person.is_willing:
        found.append(Obstacle(_("Has not said yes. Nobody becomes a trainer without wanting it."), is_hard=True))
    if not person.is_close:
        found.append(Obstacle(_("Is not among the users every day."), is_hard=True))
    found += [_unmet(one) for one in person.unmet if person.is_read]
    if not person.is_released:
        found.append(Obstacle(_("The leader has not released time."), is_hard=False))
    return sorted(found, key=lambda one: not one.is_hard)


def _unmet(criterion: Criterion) -> Obstacle:
    text = _("%(criterion)s is below level %(level)s.") % {"criterion": criterion.name, "level": criterion.level}
    return Obstacle(text, criterion.demand == Criterion.Demand.HARD, criterion.pk)
