"""What each reserve would bring to a team with a free place (sources: K06, K44)."""

from dataclasses import dataclass

from trainers.models import Candidate, Criterion, Round, Selection, TaughtUnit
from trainers.queries.candidates import Person, people_of
from trainers.queries.teams_at_work import Member, members_of, without_trainer


@dataclass(frozen=True)
class Reserve:
    """A reserve, and the names of what nobody or too few of the team are there for, and this one is."""

    person: Person
    fills: list[str]

    @property
    def candidate(self) -> Candidate:
        return self.person.candidate

    @property
    def is_unwilling(self) -> bool:
        """Has said that he or she no longer wants to."""
        selection = self.person.selection
        return selection is not None and selection.unwilling_at is not None


def reserves_of(round_: Round, members: list[Member]) -> list[Reserve]:
    """Who fills most first, then by name, and last who no longer wants to; a constant number of queries."""
    found = Candidate.objects.filter(round=round_, selection__outcome=Selection.Outcome.RESERVE)
    pks = list(found.values_list("pk", flat=True))
    people = people_of(round_, None, only=pks) if pks else []
    units = {one.pk for one in without_trainer(round_, members)}
    rows = [Reserve(one, fills_of(one, members, units)) for one in people]
    return sorted(rows, key=lambda one: (one.is_unwilling, -len(one.fills), one.candidate.employee.sort_name))


def reserve_of(person: Person) -> Reserve:
    round_ = person.frame.round
    members = members_of(round_)
    return Reserve(person, fills_of(person, members, {one.pk for one in without_trainer(round_, members)}))


def fills_of(person: Person, members: list[Member], lacking: set[int]) -> list[str]:
    """Competences that too few of those at work cover, then units (by key) that nobody is near."""
    left = [one for one in members if not one.is_gone]

    def is_short(criterion: Criterion) -> bool:
        return sum(criterion.pk in one.covers for one in left) < criterion.cover

    near: list[TaughtUnit] = [one for one in person.near if one.pk in lacking]
    criteria = [one for one in person.frame.criteria if is_short(one) and person.meets(one)]
    return [*(one.name for one in criteria), *(str(one.unit) for one in near)]
