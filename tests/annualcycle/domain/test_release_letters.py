from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from annualcycle.answer_texts import Texts
from annualcycle.domain import decisions, letter_checks
from annualcycle.domain.letters import letter_for
from annualcycle.models import Cycle, Decision, Wish
from annualcycle.models.decisions import Outcome
from annualcycle.queries.december import wishes_to_answer
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
    with pytest.raises(letter_checks.NamesSomebody) as named:
        decisions.release(cycle=cycle, by=cast.mads, at=IN_DECEMBER)
    assert named.value.wishes == [telling]
    assert not Decision.objects.filter(released_at__isnull=False).exists()


@pytest.mark.parametrize(
    ("reason", "refusal"),
    [
        ("Bo Bang har brug for det før dig.", letter_checks.NamesSomebody),
        ("Bo Bangs opgaver kommer først.", letter_checks.NamesSomebody),
        ("Det er Bo, der får kurset.", letter_checks.MayNameSomebody),
        ("Bos opgaver kommer først.", letter_checks.MayNameSomebody),
        ("Vi bygger bo til fuglene.", None),
        ("Anna, tal med Mads om det.", None),
    ],
)
def test_an_answer_names_no_colleague_also_one_without_a_wish(
    cast: Cast, cycle: Cycle, reason: str, refusal: type[Exception] | None
) -> None:
    refused(cast, submitted_wish(cycle, cast.anna), reason)
    if refusal is None:
        assert len(decisions.release(cycle=cycle, by=cast.mads, at=IN_DECEMBER)) == 1
        return
    with pytest.raises(refusal):
        decisions.release(cycle=cycle, by=cast.mads, at=IN_DECEMBER)
    assert not Decision.objects.filter(released_at__isnull=False).exists()


def test_a_first_name_is_confirmed_by_who_releases_and_a_full_name_never(cast: Cast, cycle: Cycle) -> None:
    decision = refused(cast, submitted_wish(cycle, cast.anna), "Bo og bolig er ikke din opgave.")
    decision = decisions.confirm_names(decision=decision, by=cast.mads, at=IN_DECEMBER)
    assert (decision.confirmed_names, decision.names_confirmed_by, decision.names_confirmed_at) == (
        ["Bo"],
        cast.mads,
        IN_DECEMBER,
    )
    decisions.write_answer(decision=decision, texts=Texts("Bo Bang får det.", "", ""))
    decision = decisions.confirm_names(decision=decision, by=cast.mads, at=IN_DECEMBER)
    assert decision.confirmed_names == []
    with pytest.raises(letter_checks.NamesSomebody):
        decisions.release(cycle=cycle, by=cast.mads, at=IN_DECEMBER)
    decision = decisions.write_answer(decision=decision, texts=Texts("Bo og bolig er ikke din opgave.", "", ""))
    decisions.confirm_names(decision=decision, by=cast.mads, at=IN_DECEMBER)
    assert len(decisions.release(cycle=cycle, by=cast.mads, at=IN_DECEMBER)) == 1


def test_a_confirmation_is_gone_when_it_is_decided_in_other_words(cast: Cast, cycle: Cycle) -> None:
    wish = submitted_wish(cycle, cast.anna)
    decision = refused(cast, wish, "Bo og bolig er ikke din opgave.")
    decisions.confirm_names(decision=decision, by=cast.mads, at=IN_DECEMBER)
    assert refused(cast, wish, "Bo og bolig er ikke din opgave.").confirmed_names == ["Bo"]
    assert refused(cast, wish, "Bo fik kurset.").confirmed_names == []
    with pytest.raises(letter_checks.MayNameSomebody):
        decisions.release(cycle=cycle, by=cast.mads, at=IN_DECEMBER)


def test_during_the_year_a_first_name_is_confirmed_with_the_answer(cast: Cast, cycle: Cycle) -> None:
    wish = submitted_wish(cycle, cast.anna, is_ad_hoc=True, why_now="Ny opgave.")
    said, no = "Bo og bolig er ikke din opgave.", Outcome.NOT_MET
    with pytest.raises(letter_checks.MayNameSomebody) as unsure:
        decisions.refuse_ad_hoc(wish=wish, outcome=no, reason=said, by=cast.mads, at=IN_DECEMBER)
    assert (unsure.value.names, Decision.objects.count()) == (["Bo"], 0)
    decision = decisions.refuse_ad_hoc(
        wish=wish, outcome=no, reason=said, by=cast.mads, at=IN_DECEMBER, names_confirmed=True
    )
    assert (decision.confirmed_names, decision.names_confirmed_by) == (["Bo"], cast.mads)


HEAVY = " ".join(
    ["Kompetenceudviklingsstrategiens overordnede målsætninger forudsætter ledelsesmæssig understøttelse"] * 12
)


def test_an_answer_that_is_hard_to_read_is_not_released_and_says_where(cast: Cast, cycle: Cycle) -> None:
    hard = submitted_wish(cycle, cast.anna)
    refused(cast, hard, HEAVY)
    refused(cast, submitted_wish(cycle, cast.bo))
    with pytest.raises(letter_checks.HardToRead) as refusal:
        decisions.release(cycle=cycle, by=cast.mads, at=IN_DECEMBER)
    [answer] = refusal.value.answers
    assert answer.wish == hard
    assert answer.hardness.index >= 45
    assert answer.hardness.sentence.startswith("Kompetenceudviklingsstrategiens overordnede")
    assert answer.hardness.words[0] == "Kompetenceudviklingsstrategiens"
    assert not Decision.objects.filter(released_at__isnull=False).exists()


def test_an_answer_during_the_year_is_as_easy_to_read(cast: Cast, cycle: Cycle) -> None:
    wish = submitted_wish(cycle, cast.anna, is_ad_hoc=True, why_now="Ny opgave.")
    with pytest.raises(letter_checks.HardToRead):
        decisions.refuse_ad_hoc(wish=wish, outcome=Outcome.NOT_MET, reason=HEAVY, by=cast.mads, at=IN_DECEMBER)
    assert Decision.objects.count() == 0


def test_the_names_of_all_answers_are_looked_up_in_two_queries(cast: Cast, cycle: Cycle) -> None:
    for who in (cast.anna, cast.eva):
        refused(cast, submitted_wish(cycle, who), "Bo og bolig.")
    answers = [wish.decision for wish in wishes_to_answer(cycle)]
    with CaptureQueriesContext(connection) as queries:
        colleagues = letter_checks.Colleagues(cycle, DECEMBER_DAY)
        found = [colleagues.named_in(answer).first for answer in answers]
    assert (len(queries), found) == (2, [("Bo",), ("Bo",)])
