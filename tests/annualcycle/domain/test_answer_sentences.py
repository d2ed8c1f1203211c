"""Every letter there can be: each sentence comes from a stored fact, reads easily, and speaks of nobody else."""

from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import date
from itertools import cycle, product

import pytest
from django.utils import translation

from annualcycle.answer_texts import in_words
from annualcycle.domain.answers import AnswerFacts, Letter, ThemeFacts, compose
from annualcycle.models import Cycle, Decision, Wish
from annualcycle.models.decisions import Outcome, Route
from annualcycle.readability import lix

EASY = 45
FACTS = {one.name for one in fields(AnswerFacts)}
WISH = Wish(cycle=Cycle(year=2026))


def all_facts() -> Iterator[AnswerFacts]:
    """In the active language, each once with the standard words and once without."""
    themes = ((), (ThemeFacts("Samtaler", date(2027, 1, 20)), ThemeFacts("Konflikter")))
    shapes = product(Outcome, Route, (0, 640_000), ("", "3.2"), ((), ("Behov", "Motivation")), themes, (0, 1, 4))
    for outcome, route, amount, section, high, theme, weeks in shapes:
        words = in_words(Decision(wish=WISH, outcome=outcome, route=route))
        facts = AnswerFacts(
            first_name="Lone",
            budget_year=2027,
            outcome=outcome,
            route=route,
            amount=amount,
            section=section,
            high=high,
            themes=theme,
            ask="Mette Krogh",
            complaint_weeks=weeks,
        )
        yield facts
        yield replace(facts, reason=words.reason, next_step=words.next_step, until_then=words.until_then)


def text_of(letter: Letter) -> str:
    """As it is read: every part ends like a sentence."""
    parts = [letter.heading, letter.greeting, *(text for _question, text in letter.rows), letter.closing]
    return " ".join(part if part.endswith(".") else f"{part}." for part in parts)


@pytest.mark.parametrize("language", ["da", "sv"])
def test_every_sentence_says_a_stored_fact_and_there_is_nothing_else_in_the_letter(language: str) -> None:
    with translation.override(language):
        for facts in all_facts():
            letter = compose(facts)
            assert {one.fact for one in letter.sentences} <= FACTS
            shown = [letter.heading, letter.greeting, *(text for _question, text in letter.rows), letter.closing]
            assert " ".join(one.text for one in letter.sentences) == " ".join(shown)


EMPTY = {"amount": 0, "section": "", "high": (), "themes": (), "complaint_weeks": 0, "reason": "", "until_then": ""}


@pytest.mark.parametrize("fact", EMPTY)
def test_a_sentence_is_gone_when_its_fact_is(fact: str) -> None:
    with translation.override("da"):
        for facts in all_facts():
            told = replace(facts, reason="Vi mangler penge.", until_then="Spørg Mette.")
            bare = compose(replace(told, **{fact: EMPTY[fact]}))  # type: ignore[arg-type]  # of different kinds
            assert fact not in {one.fact for one in bare.sentences}


@pytest.mark.parametrize("language", ["da", "sv"])
def test_every_letter_is_easily_read(language: str) -> None:
    with translation.override(language):
        worst = max((text_of(compose(facts)) for facts in all_facts()), key=lix)
    assert lix(worst) < EASY, worst


NAMES = [
    "Alma",
    "Bjørk",
    "Dagny",
    "Egon",
    "Frode",
    "Gry",
    "Helmer",
    "Inga",
    "Jorunn",
    "Kjeld",
    "Liv",
    "Njal",
    "Olga",
    "Palle",
]


def test_a_letter_names_the_reader_and_whom_to_ask_and_nobody_else() -> None:
    """Beyond the two names all that is said is the same for everybody."""
    with translation.override("da"):
        for facts, reader, leader in zip(all_facts(), cycle(NAMES), cycle(NAMES[3:]), strict=False):
            named = compose(replace(facts, first_name=reader, ask=leader))
            plain = compose(replace(facts, first_name="X", ask="Y"))
            names = {"first_name": (reader, "X"), "ask": (leader, "Y")}
            same = [one.text.replace(*names.get(one.fact, ("-", "-"))) for one in named.sentences]
            assert same == [one.text for one in plain.sentences]
            assert not any(name in text_of(plain) for name in NAMES)
