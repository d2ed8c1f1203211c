"""A municipality's own words: spoken where they are shown, by nobody else, and no longer than asked for."""

import pytest
from django.utils import translation

from competence.domain import settings
from competence.language import language_of
from competence.models import Employee, Municipality, Role
from competence.words import own_sentence, sentence, speak, speaking, word
from tests.cast import Cast


def choose(cast: Cast, **words: str) -> None:
    """Nordby's own words."""
    settings.choose_words(settings=Municipality.objects.get(pk=cast.nordby.pk), words=words)


def test_word_is_ours_until_another_is_spoken() -> None:
    with translation.override("da"):
        assert word("mus") == "MUS"
        with speaking({"mus": "udviklingssamtale"}):
            assert word("mus") == "udviklingssamtale"
        assert word("mus") == "MUS"


def test_words_spoken_in_between_end_with_what_is_around_them() -> None:
    with translation.override("da"), speaking({}):
        with speaking({}):
            speak({"mus": "udviklingssamtale"})
        assert word("mus") == "MUS"


def test_unknown_word_is_refused() -> None:
    with pytest.raises(KeyError):
        word("mugs")


def test_sentence_takes_the_words_it_names_and_begins_with_a_capital() -> None:
    lazily = own_sentence("{the_leadership_group} decides together.")
    with speaking({"the_leadership_group": "centerledelsen"}):
        assert sentence("{the_leadership_group} of {unit} meets.", unit="Nord") == "Centerledelsen of Nord meets."
        assert str(lazily) == "Centerledelsen decides together."


def test_roles_are_called_by_the_words_of_whoever_reads(cast: Cast) -> None:
    choose(cast, team_leader="teamkoordinator")
    anna = Employee.objects.get(pk=cast.anna.pk)
    with language_of(anna):
        assert Role.TEAM_LEADER.label == "teamkoordinator"
    with language_of(Employee.objects.get(pk=cast.sven.pk)):
        assert Role.TEAM_LEADER.label == "faglig leder"
