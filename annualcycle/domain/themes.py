"""Knowledge themes: made of what many ask about, placed, and told to the department (sources: S49–S51)."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from annualcycle import emails
from annualcycle.models import Cycle, Theme, Wish
from annualcycle.queries.orientation import staff_of
from annualcycle.queries.themes import groups_of, most_asking_team
from competence.domain import mailings
from competence.models import Employee, Unit


class GroupGone(Exception):
    """Its wishes are in a theme already."""


class TeamMissing(Exception):
    """A theme for a team says which team."""


class NotInThisCentre(Exception):
    """The team belongs to another centre."""


class NotAnswered(Exception):
    """Individual answers come before what is told to all (source: S47)."""


class NotPlaced(Exception):
    """There are no themes, or `themes` have no place yet."""

    def __init__(self, themes: list[Theme]) -> None:
        super().__init__(themes)
        self.themes = themes


class AlreadyPublished(Exception):
    """The department has been told; a changed date needs no second publication."""


@dataclass(frozen=True)
class Facts:
    """What a theme says. An empty `place`: not placed yet; `unit` is the team of a team theme."""

    title: str
    description: str = ""
    source: str = Wish.Source.OWN
    place: str = ""
    unit: Unit | None = None
    held_on: date | None = None


@transaction.atomic
def add(*, cycle: Cycle, facts: Facts, wishes: Iterable[Wish] = ()) -> Theme:
    """A theme of `wishes`, or by hand. Raises TeamMissing, NotInThisCentre."""
    theme = Theme(cycle=cycle)
    _fill(theme, facts)
    theme.save()
    theme.wishes.set(wishes)
    return theme


@transaction.atomic
def add_from(*, cycle: Cycle, key: str) -> Theme:
    """A theme of the group `key` of `groups_of`, with its name. Raises GroupGone."""
    Cycle.objects.select_for_update(of=("self",)).get(pk=cycle.pk)
    group = next((group for group in groups_of(cycle) if group.key == key), None)
    if group is None:
        raise GroupGone
    return add(cycle=cycle, facts=Facts(group.label[:160], source=group.source), wishes=group.wishes)


@transaction.atomic
def change(*, theme: Theme, facts: Facts) -> Theme:
    """Raises TeamMissing, NotInThisCentre."""
    _fill(theme, facts)
    theme.save()
    return theme


@transaction.atomic
def place(*, theme: Theme, place: str) -> Theme:
    """Move the theme; in a team it goes to the one that asks most, unless a team was chosen. Raises TeamMissing."""
    unit = theme.unit
    if place == Theme.Place.TEAM and unit is None:
        asking = most_asking_team(theme)
        unit = Unit.objects.get(pk=asking) if asking else None
    facts = Facts(theme.title, theme.description, theme.source, place, unit, theme.held_on)
    return change(theme=theme, facts=facts)


def remove(*, theme: Theme) -> None:
    """Its wishes can become another theme."""
    theme.delete()


@transaction.atomic
def publish(*, cycle: Cycle, by: Employee, at: datetime) -> Cycle:
    """Show the themes to everybody in the centre and mail them.

    Raises NotAnswered before the answers are released, NotPlaced, AlreadyPublished (sources: S47, S51).
    """
    year = Cycle.objects.select_for_update(of=("self",)).select_related("unit").get(pk=cycle.pk)
    if year.themes_published_at is not None:
        raise AlreadyPublished
    if not year.is_released:
        raise NotAnswered
    themes = list(year.themes.all())
    unplaced = [theme for theme in themes if not theme.place]
    if unplaced or not themes:
        raise NotPlaced(unplaced)
    year.themes_published_at, year.themes_published_by = at, by
    year.save(update_fields=["themes_published_at", "themes_published_by"])
    on = timezone.localdate(at)
    for employee in staff_of(year, on):
        mailings.notify(
            kind="themes_published",
            about=f"cycle:{cycle.pk}",
            recipient=employee,
            message=emails.themes_published(year, employee),
            due_on=on,
            at=at,
        )
    return year


def _fill(theme: Theme, facts: Facts) -> None:
    unit = facts.unit if facts.place == Theme.Place.TEAM else None
    if facts.place == Theme.Place.TEAM and unit is None:
        raise TeamMissing
    if unit and not theme.cycle.unit.contains(unit):
        raise NotInThisCentre
    facts = replace(facts, unit=unit, title=facts.title.strip(), description=facts.description.strip())
    for name in ("title", "description", "source", "place", "unit", "held_on"):
        setattr(theme, name, getattr(facts, name))
