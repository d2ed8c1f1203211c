"""What a decision’s form holds before a person changes it: outcome and reason for each candidate (source: K44)."""

from collections.abc import Collection

from django.utils.translation import gettext as _

from trainers.models import Selection, Willingness
from trainers.obstacles import obstacles_of
from trainers.queries.candidates import Person


def proposal(people: Collection[Person], chosen: Collection[int]) -> dict[int, tuple[str, str]]:
    """By candidate: members are chosen, others who could be are reserves."""
    return {one.pk: _of(one, is_chosen=one.pk in chosen) for one in people}


def _of(person: Person, *, is_chosen: bool) -> tuple[str, str]:
    if is_chosen:
        return Selection.Outcome.CHOSEN, _why_chosen(person)
    if person.willingness and person.willingness.answer == Willingness.Answer.NO:
        return Selection.Outcome.DECLINED, _("You said no thank you.")
    if not person.is_willing:
        return Selection.Outcome.DECLINED, _("We did not hear a yes from you in time.")
    if not person.is_released:
        return Selection.Outcome.DECLINED, _("There were no hours for it in your unit this time.")
    if not person.is_close:
        return Selection.Outcome.DECLINED, _("Trainers work among the users every day, and you do not for now.")
    if obstacles_of(person):
        return Selection.Outcome.DECLINED, _("Others meet what each member of the team must have.")
    return Selection.Outcome.RESERVE, _("You meet what is asked for. The team covers everything with fewer people.")


def _why_chosen(person: Person) -> str:
    strong = [one.name for one in person.frame.criteria if person.level(one) >= one.level]
    if not strong:
        return _("You want to, and you complete the team.")
    return _("You bring to the team: %(criteria)s.") % {"criteria": ", ".join(strong[:4])}
