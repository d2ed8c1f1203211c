"""What pages read about teams and what they take from units."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from trainers.models import Candidate, ComposerRun, Round, UnitLimit
from trainers.queries.candidates import Frame, Person
from trainers.queries.heads import heads_of


def latest_run(round_: Round) -> ComposerRun | None:
    return round_.runs.select_related("made_by").order_by("-made_at", "-pk").first()


def tells_more(run: ComposerRun, people: Iterable[Person]) -> bool:
    """Whether the run holds assessments the reader of `people` does not see, as of who has taken back a yes (K03)."""
    unseen = {f"k{one.pk}" for one in people if not one.is_whole}
    return any(told["levels"] and told["id"] in unseen for told in run.problem["candidates"])


@dataclass(frozen=True)
class Room:
    """What units have left on `on`, by unit: their limits, and who of them has a role already (source: T27)."""

    limits: dict[int, UnitLimit]
    heads: dict[int, set[int]]
    on: date


def room_of(frame: Frame, people: Iterable[Person], on: date) -> Room:
    """Of the units that candidates come from or users are in; two queries."""
    units = {one.candidate.unit_id for one in people} | {one.unit_id for one in frame.taught}
    limits = {row.unit_id: row for row in UnitLimit.objects.filter(unit__in=units)}
    return Room(limits, heads_of(units, on), on)


def overruled_in_words(people: list[Person], on: date) -> list[str]:
    """Whom every team is without, though they must be in: by what each member must have, or by where they work."""
    held = [one for one in people if one.candidate.pin == Candidate.Pin.CHOSEN]
    return [text for one in held if (text := _overruled(one, on))]


def _overruled(person: Person, on: date) -> str:
    said = {"name": person.name, "unit": person.candidate.unit.name}
    if not person.has_post_on(on):
        return _("%(name)s must be in, but no longer works in %(unit)s. No team has that person.") % said
    if not person.barred_by:
        return ""
    said["criteria"] = ", ".join(one.name for one in person.barred_by)
    text = _(
        "%(name)s must be in, but is below the level each member must have in %(criteria)s. No team has that person."
    )
    return text % said


def conflicts_in_words(conflicts: list[dict[str, Any]], people: list[Person], frame: Frame) -> list[str]:
    """Why there is no team, as people read it."""
    names = {f"k{one.pk}": one.name for one in people}
    units = {f"u{one.candidate.unit_id}": one.candidate.unit.name for one in people}
    return [_conflict(one, [names.get(key, "") for key in one["candidates"]], units) for one in conflicts]


def _conflict(conflict: dict[str, Any], names: list[str], units: dict[str, str]) -> str:
    said = {"names": ", ".join(names), "unit": units.get(conflict["unit"] or "", ""), "number": len(names)}
    texts = {
        "unwilling": _("%(names)s must be in, but has not said yes."),
        "not_released": _("%(names)s must be in, but has no time released."),
        "not_close": _("%(names)s must be in, but is not among the users every day."),
        "excluded": _("%(names)s must be in, but is left out."),
        "unit_limit": _("%(unit)s cannot do without all of them: %(names)s."),
        "max_size": _("More people must be in than the team may have: %(names)s."),
        "min_size": _("Only %(number)s can be chosen within the limits, which is fewer than the team needs."),
    }
    return texts[conflict["rule"]] % said
