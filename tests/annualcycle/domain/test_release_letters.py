from datetime import date

import pytest

from annualcycle.answer_texts import Texts
from annualcycle.domain import decisions
from annualcycle.domain.letters import letter_for
from annualcycle.models import Cycle, Decision, Wish
from annualcycle.models.decisions import Outcome
from competence.models import Rule
from tests.annualcycle.board import DECEMBER_DAY, IN_DECEMBER, published_cycle, submitted_wish
from tests.cast import Cast


@pytest.fixture
def cycle(cast: Cast) -> Cycle:
    return published_cycle(cast)


def refused(cast: Cast, wish: Wish, reason: str = "") -> Decision:
    return decisions.decide(wish=wish, outcome=Outcome.NOT_MET, by=cast.mads, at=IN_DECEMBER, reason=reason)


def formal(cast: Cast, weeks: int, starts_on: date = date(2026, 1, 1)) -> None:
    Rule.objects.create(unit=cast.nordby, kind=Rule.Kind.FORMAL_EDUCATION, value=weeks, starts_on=starts_on)


def test_a_formal_decision_is_not_released_before_it_has_a_reason_of_its_own(cast: Cast, cycle: Cycle) -> None:
    formal(cast, 4)
    wish = submitted_wish(cycle, cast.anna, kind=Wish.Kind.FORMAL_EDUCATION)
    decision = refused(cast, wish)
    refused(cast, submitted_wish(cycle, cast.bo))
    with pytest.raises(decisions.FormalReasonMissing) as missing:
        decisions.release(cycle=cycle, by=cast.mads, at=IN_DECEMBER)
    assert missing.value.wishes == [wish]
    assert not Decision.objects.filter(released_at__isnull=False).exists()
    texts = Texts("Modulet er ikke nødvendigt for dine opgaver nu.", "", "")
    decisions.write_answer(decision=decision, texts=texts)
    decisions.release(cycle=cycle, by=cast.mads, at=IN_DECEMBER)
    decision = Decision.objects.select_related("wish__cycle", "wish__employee", "wish__unit").get(pk=decision.pk)
    rows = dict(letter_for(decision, DECEMBER_DAY).rows)
    assert rows["Hvad var afgørende"] == "Modulet er ikke nødvendigt for dine opgaver nu."
    assert rows["Hvis du vil klage"] == (
        "Dette er en afgørelse. Skriv til HR-afdelingen inden 4 uger, hvis du er uenig. "
        "Skriv hvorfor. Du kan bede om at se, hvad afgørelsen bygger på."
    )


def test_which_decisions_are_formal_is_a_dated_rule_by_kind_of_wish(cast: Cast, cycle: Cycle) -> None:
    formal(cast, 4, starts_on=date(2027, 1, 1))
    education = submitted_wish(cycle, cast.anna, kind=Wish.Kind.FORMAL_EDUCATION)
    assert refused(cast, education).complaint_weeks == 0
    Rule.objects.update(starts_on=date(2026, 1, 1))
    weeks = [refused(cast, one).complaint_weeks for one in (education, submitted_wish(cycle, cast.bo))]
    assert weeks == [4, 0]


def test_an_answer_that_names_another_who_wished_is_not_released(cast: Cast, cycle: Cycle) -> None:
    telling = submitted_wish(cycle, cast.anna)
    refused(cast, telling, "Vi valgte eva eriksen denne gang.")
    refused(cast, submitted_wish(cycle, cast.eva), "Eva Eriksen, der var ikke flere penge.")
    with pytest.raises(decisions.NamesSomebody) as named:
        decisions.release(cycle=cycle, by=cast.mads, at=IN_DECEMBER)
    assert named.value.wishes == [telling]
    assert not Decision.objects.filter(released_at__isnull=False).exists()
