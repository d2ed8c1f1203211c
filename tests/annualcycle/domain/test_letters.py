from datetime import date

from annualcycle.domain.letters import letter_for, rated_high
from annualcycle.models import Assessment, Cycle, Decision, Theme, Wish
from annualcycle.models.decisions import Outcome, Route
from tests.annualcycle import autumn
from tests.annualcycle.autumn import IN_DECEMBER
from tests.cast import TODAY, Cast


def answered(wish: Wish, **fields: object) -> Decision:
    """A released answer to `wish`: relevant, not this year."""
    given: dict[str, object] = {
        "route": Route.DECEMBER,
        "outcome": Outcome.NOT_MET,
        "reason": "Rammen var brugt.",
        "decided_at": IN_DECEMBER,
        "released_at": IN_DECEMBER,
    } | fields
    return Decision.objects.create(wish=wish, **given)


def test_rated_high_takes_the_mean_and_leaves_confidential_criteria_out(cast: Cast) -> None:
    wish = autumn.submitted(cast)
    for key, scores in {"need": (5, 3), "motivation": (4, 3), "retention": (5, 5)}.items():
        for assessor, score in zip((cast.mads, cast.finn), scores, strict=True):
            criterion = wish.cycle.criteria.get(key=key)
            Assessment.objects.create(
                wish=wish, criterion=criterion, assessor=assessor, score=score, made_at=IN_DECEMBER
            )
    assert rated_high(wish) == (wish.cycle.criteria.get(key="need").name,)


def test_letter_names_the_section_and_the_leader(cast: Cast) -> None:
    decision = answered(autumn.submitted(cast, need=autumn.need(cast)))
    letter = letter_for(decision, TODAY)
    assert dict(letter.rows)["Hvad talte for"] == "Ønsket hører til strategiens afsnit 3.2."
    assert letter.closing == "Tal med Tove Toft, hvis du vil vide mere om svaret."


def test_letter_says_what_is_taken_up_together_until_then_but_not_to_who_was_granted(cast: Cast) -> None:
    wish = autumn.submitted(cast, need=autumn.need(cast))
    theme = Theme.objects.create(
        cycle=wish.cycle, title="Samtaler", place=Theme.Place.STAFF_MEETING, held_on=date(2027, 1, 20)
    )
    theme.wishes.add(autumn.submitted(cast, cast.bo, need=autumn.need(cast)))
    Cycle.objects.update(themes_published_at=IN_DECEMBER, themes_published_by=cast.mads)
    wish = Wish.objects.select_related("cycle", "unit", "employee", "need__section").get(pk=wish.pk)
    decision = answered(wish)
    assert dict(letter_for(decision, TODAY).rows)["Indtil da"] == "Samtaler er tema den 20. januar 2027."
    decision.outcome = Outcome.GRANTED
    assert "Indtil da" not in dict(letter_for(decision, TODAY).rows)
