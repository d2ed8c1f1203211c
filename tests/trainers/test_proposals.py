"""What is proposed to say to somebody is true of that person, and no harder than the profile (source: K44)."""

from django.utils import translation

from tests.cast import Cast
from tests.trainers import selecting
from tests.trainers.selecting import AT, EXAMPLE
from trainers.domain import scores
from trainers.domain.scores import Entry
from trainers.models import Candidate, Round
from trainers.proposals import proposal
from trainers.queries.candidates import people_of


def seen(candidate: Candidate, cast: Cast, *values: int) -> Candidate:
    """What Eva has seen of knowledge, teaching and dialogue."""
    criteria = candidate.round.profile.criteria.order_by("position")
    entries = [Entry(one, value, EXAMPLE) for one, value in zip(criteria, values, strict=True)]
    scores.hand_in(candidate=candidate, assessor=cast.eva, entries=entries, note="", at=AT)
    return candidate


def reasons(round_: Round, *chosen: Candidate) -> dict[int, str]:
    with translation.override("da"):
        told = proposal(people_of(round_, None), {one.pk for one in chosen}, AT.date())
    return {pk: reason for pk, (_outcome, reason) in told.items()}


def test_reserves_read_what_is_true_of_each(cast: Cast) -> None:
    round_ = selecting.opened_round(cast)
    bo, anna, dan = (selecting.candidate_for(round_, one, cast) for one in (cast.bo, cast.anna, cast.dan))
    seen(bo, cast, 5, 2, 5)
    seen(anna, cast, 3, 4, 4)
    seen(dan, cast, 1, 2, 3)
    said = reasons(round_, bo)
    assert said[anna.pk] == (
        "Du kan give teamet noget, det har for lidt af: Undervisning. "
        "Du kan give teamet det, andre i det allerede har med: Dialog, Faglig."
    )
    assert said[dan.pk] == (
        "Du kan give teamet det, andre i det allerede har med: Dialog. "
        "Profilen spørger også efter noget, som andre har med: Faglig. "
        "Du er til daglig blandt brugerne i Familie, hvor teamet ikke har nogen."
    )


def test_nobody_is_told_to_meet_what_is_not_met(cast: Cast) -> None:
    round_ = selecting.opened_round(cast)
    bo, dan = (selecting.candidate_for(round_, one, cast) for one in (cast.bo, cast.dan))
    seen(bo, cast, 5, 5, 5)
    seen(dan, cast, 1, 1, 3)
    assert "opfylder" not in reasons(round_, bo)[dan.pk]


def test_the_chosen_read_first_what_they_are_strongest_in(cast: Cast) -> None:
    round_ = selecting.opened_round(cast)
    bo = seen(selecting.candidate_for(round_, cast.bo, cast), cast, 3, 5, 4)
    assert reasons(round_, bo)[bo.pk] == "Du giver teamet: Undervisning, Dialog, Faglig."
