"""A selection to test with: a profile, a round in Nordby, and what its three parties say."""

from collections.abc import Sequence
from datetime import UTC, date, datetime

from competence.domain import people
from competence.models import Competence, CompetenceArea, Employee, Role
from tests.cast import START, Cast
from trainers.domain import profiles, scores, selection
from trainers.domain.scores import Entry
from trainers.domain.selection import Hours, RoundFacts
from trainers.models import Candidate, Criterion, Profile, Round, Willingness

AT = datetime(2026, 10, 15, 9, 0, tzinfo=UTC)
EXAMPLE = "Viste en kollega vej gennem en svær sag."
SCALE = [f"Niveau {number}" for number in range(6)]
FACTS = RoundFacts(
    "Trænere til Nord",
    date(2026, 10, 20),
    date(2026, 10, 25),
    date(2026, 11, 5),
    date(2026, 11, 10),
    min_size=1,
    max_size=3,
    hours_needed=6,
)


def published_profile(cast: Cast) -> Profile:
    """Three criteria: knowledge (team), teaching (the wish counts), dialogue (each member, with exceptions)."""
    area = CompetenceArea.objects.create(municipality=cast.nordby, name="Træner")
    programme = profiles.add_programme(municipality=cast.nordby, name="Nord")
    made = profiles.draft(programme=programme, facts=profiles.Facts("1.0", purpose="Vælg et hold."), at=AT)
    told = (
        ("faglig", Criterion.Demand.TEAM, Criterion.Axis.CAN, False),
        ("undervisning", Criterion.Demand.TEAM, Criterion.Axis.CAN, True),
        ("dialog", Criterion.Demand.DEFAULT, Criterion.Axis.WILL, False),
    )
    for key, demand, axis, wish in told:
        competence = Competence.objects.create(area=area, key=key, name=key.capitalize())
        facts = profiles.CriterionFacts(
            competence, key.capitalize(), "Det betyder det.", SCALE, demand=demand, axis=axis, wish_counts=wish
        )
        profiles.add_criterion(profile=made, facts=facts)
    profiles.write_lines(profile=made, kind="tasks", rows=[{"kind": "teaching", "text": "Underviser kolleger."}])
    return profiles.publish(profile=made, by=cast.hanne, at=AT)


def give_roles(cast: Cast) -> None:
    """Eva leads projects in Nordby, Mette and Finn assess beside her."""
    people.assign_role(employee=cast.eva, role=Role.PROJECT_LEADER, unit=cast.nordby, starts_on=START)
    for employee in (cast.mette, cast.finn):
        people.assign_role(employee=employee, role=Role.CO_SELECTOR, unit=cast.nordby, starts_on=START)


def opened_round(cast: Cast, facts: RoundFacts = FACTS) -> Round:
    """Eva's round in Børn og Unge: the users are in Modtagelse and Familie; Mette assesses too."""
    give_roles(cast)
    made = selection.open_round(profile=published_profile(cast), unit=cast.bu, facts=facts, by=cast.eva, at=AT)
    selection.set_up(round_=made, users={cast.mod.pk: 6, cast.fam.pk: 4}, selectors=[cast.mette])
    return Round.objects.select_related("unit", "leader", "profile__programme").get(pk=made.pk)


def nominated(round_: Round, employee: Employee, by: Employee) -> Candidate:
    return selection.nominate(round_=round_, employee=employee, by=by, words="Forklarer roligt.", at=AT)


def willing(candidate: Candidate, *, hours: int = 4, wishes: Sequence[Criterion] = ()) -> Candidate:
    yes = Willingness.Answer.YES
    selection.answer(
        candidate=candidate, answer=yes, hours_wished=hours, words="Jeg vil gerne.", wishes=list(wishes), at=AT
    )
    return candidate


def released(candidate: Candidate, by: Employee, *, hours: int = 4) -> Candidate:
    selection.release(candidate=candidate, hours=Hours(1, hours, 1), near=[], words="", by=by, at=AT)
    return candidate


def candidate_for(round_: Round, employee: Employee, cast: Cast, *, hours: int = 4) -> Candidate:
    """Nominated by Tove, has said yes, and has hours."""
    found = willing(nominated(round_, employee, cast.tove), hours=hours)
    return released(found, cast.tove if found.unit_id == cast.mod.pk else cast.finn, hours=hours)


def entries(round_: Round, value: int, example: str = EXAMPLE) -> list[Entry]:
    return [Entry(one, value, example) for one in round_.profile.criteria.all()]


def handed_in(candidate: Candidate, assessor: Employee, value: int = 4, example: str = EXAMPLE) -> None:
    scores.hand_in(
        candidate=candidate, assessor=assessor, entries=entries(candidate.round, value, example), note="", at=AT
    )


def fresh(candidate: Candidate) -> Candidate:
    return Candidate.objects.select_related("round__profile", "employee", "unit").get(pk=candidate.pk)
