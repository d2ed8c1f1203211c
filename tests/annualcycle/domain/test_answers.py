from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.utils import translation

from annualcycle.domain.answers import AnswerFacts, Letter, ThemeFacts, compose
from annualcycle.models.decisions import Outcome, Route

FACTS = AnswerFacts(
    first_name="Lone",
    budget_year=2027,
    outcome=Outcome.NOT_MET,
    route=Route.DECEMBER,
    section="3.1",
    high=("Behov", "Motivation"),
    reason="Der manglede 1.900 kr.",
    themes=(ThemeFacts("Notatpligt", date(2027, 1, 20)),),
    ask="Mette Krogh",
)


def letter(**changes: Any) -> Letter:
    with translation.override("da"):
        return compose(replace(FACTS, **changes))


def test_answer_to_an_unmet_wish_says_what_spoke_for_it_and_what_happens_now() -> None:
    assert letter() == Letter(
        heading="Relevant, men ikke i 2027",
        greeting="Kære Lone. Ledergruppen finder dit ønske relevant. "
        "Der er ikke penge til det inden for rammen for 2027.",
        rows=(
            ("Hvad talte for", "Ønsket hører til strategiens afsnit 3.1. Vi vurderede behov og motivation højt."),
            ("Hvad var afgørende", "Der manglede 1.900 kr."),
            (
                "Hvad sker der nu",
                "Ønsket er noteret og indgår, når der igen bevilges kurser. "
                "Det er ikke en venteliste, for behovene kan ændre sig.",
            ),
            ("Indtil da", "Notatpligt er tema den 20. januar 2027."),
        ),
        closing="Tal med Mette Krogh, hvis du vil vide mere om svaret.",
    )


def test_own_words_about_what_happens_stay_in_front_of_the_sentence_about_no_waiting_list() -> None:
    now = dict(letter(next_step="Vi ser på det igen til foråret.").rows)["Hvad sker der nu"]
    assert now == (
        "Vi ser på det igen til foråret. Ønsket er noteret og indgår, når der igen bevilges kurser. "
        "Det er ikke en venteliste, for behovene kan ændre sig."
    )


def test_sentence_about_no_waiting_list_is_said_once() -> None:
    said = dict(letter().rows)["Hvad sker der nu"]
    assert dict(letter(next_step=said).rows)["Hvad sker der nu"] == said


@pytest.mark.parametrize(
    ("route", "greeting"),
    [
        (Route.TALK, "Kære Lone. Du og din leder blev enige om dit ønske i samtalen. Der er sat 6.400 kr. af til det."),
        (Route.DECEMBER, "Kære Lone. Ledergruppen har bevilget dit ønske. Der er sat 6.400 kr. af til det."),
        (
            Route.AD_HOC,
            "Kære Lone. Dit ønske er bevilget af reserven til behov i årets løb. Der er sat 6.400 kr. af til det.",
        ),
    ],
)
def test_grant_says_who_granted_and_how_much(route: str, greeting: str) -> None:
    granted = letter(outcome=Outcome.GRANTED, route=route, amount=640_000)
    assert (granted.heading, granted.greeting.replace("\u00a0", " ")) == ("Bevilget i 2027", greeting)


def test_grant_without_cost_names_no_amount() -> None:
    granted = letter(outcome=Outcome.GRANTED, amount=0)
    assert granted.greeting == "Kære Lone. Ledergruppen har bevilget dit ønske."


def test_wish_outside_the_strategy_names_no_section() -> None:
    outside = letter(outcome=Outcome.OUTSIDE, high=())
    assert [question for question, _text in outside.rows] == ["Hvad var afgørende", "Hvad sker der nu", "Indtil da"]


def test_letter_without_a_known_leader_names_the_role() -> None:
    assert letter(ask="").closing == "Tal med din leder, hvis du vil vide mere om svaret."


@pytest.mark.parametrize("outcome", list(Outcome))
def test_every_outcome_has_a_letter_in_swedish_too(outcome: str) -> None:
    with translation.override("sv"):
        swedish = compose(replace(FACTS, outcome=outcome))
    assert swedish.greeting.startswith("Hej Lone.")
    assert swedish.heading != letter(outcome=outcome).heading or outcome == Outcome.GRANTED
