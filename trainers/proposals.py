"""What a decision’s form holds before a person changes it: outcome and reason for each candidate (source: K44)."""

from collections.abc import Collection, Sequence
from datetime import date

from django.utils.translation import gettext as _

from trainers.models import Criterion, Selection, Willingness
from trainers.obstacles import obstacles_of
from trainers.queries.candidates import Person

# So many criteria at most are named in one sentence.
NAMED = 3


def proposal(people: Collection[Person], chosen: Collection[int], on: date) -> dict[int, tuple[str, str]]:
    """By candidate: members are chosen, others who could be on `on` are reserves."""
    team = [one for one in people if one.pk in chosen]
    return {one.pk: _of(one, team, on) for one in people}


def _of(person: Person, team: Collection[Person], on: date) -> tuple[str, str]:
    if person in team:
        return Selection.Outcome.CHOSEN, _why_chosen(person)
    if person.willingness and person.willingness.answer == Willingness.Answer.NO:
        return Selection.Outcome.DECLINED, _("You said no thank you.")
    if not person.is_willing:
        return Selection.Outcome.DECLINED, _("We did not hear a yes from you in time.")
    if not person.has_post_on(on):
        return Selection.Outcome.DECLINED, _("You no longer work in %(unit)s.") % {"unit": person.candidate.unit.name}
    if not person.is_released:
        return Selection.Outcome.DECLINED, _("There were no hours for it in your unit this time.")
    if not person.is_close:
        return Selection.Outcome.DECLINED, _("Trainers work among the users every day, and you do not for now.")
    if obstacles_of(person, on):
        return Selection.Outcome.DECLINED, _why_not(person)
    return Selection.Outcome.RESERVE, _why_reserve(person, team)


def _why_chosen(person: Person) -> str:
    strong = _names(_strengths(person))
    if not strong:
        return _("You want to, and you complete the team.")
    return _("You bring to the team: %(criteria)s.") % {"criteria": strong}


def _why_not(person: Person) -> str:
    """What each member must have and is not there yet, in the profile's own words."""
    if not person.unmet:
        return _("Others meet what each member of the team must have.")
    text = _("What each member of the team must have is not in place yet: %(criteria)s.")
    return text % {"criteria": _names(person.unmet)}


def _why_reserve(person: Person, team: Collection[Person]) -> str:
    """What is true of this one: what the team would win, what it has already, and what others bring instead."""
    new = [one for one in _strengths(person) if not _is_covered(one, team)]
    known = [one for one in _strengths(person) if _is_covered(one, team)]
    others = [one for one in person.frame.criteria if not person.meets(one) and _is_covered(one, team)]
    reached = {unit.pk for one in team for unit in one.near}
    places = [unit.unit.name for unit in person.near if unit.pk not in reached]
    said = []
    if new:
        said.append(_("You would bring what the team has too little of: %(criteria)s.") % {"criteria": _names(new)})
    if known:
        said.append(_("You would bring what the team has already: %(criteria)s.") % {"criteria": _names(known)})
    if others:
        said.append(_("The profile also asks for what others bring: %(criteria)s.") % {"criteria": _names(others)})
    if team and places:
        said.append(
            _("You are among the users in %(units)s, where the team has nobody.") % {"units": ", ".join(places)}
        )
    return " ".join(said) or _("You want to, and others complete the team this time.")


def _strengths(person: Person) -> list[Criterion]:
    """What somebody meets, first what stands out most above the level asked for, then what weighs most."""
    met = [one for one in person.frame.criteria if person.level(one) >= one.level]
    return sorted(met, key=lambda one: (one.level - person.level(one), -one.weight, one.position))


def _is_covered(criterion: Criterion, team: Collection[Person]) -> bool:
    return sum(one.meets(criterion) for one in team) >= criterion.cover


def _names(criteria: Sequence[Criterion]) -> str:
    return ", ".join(one.name for one in criteria[:NAMED])
