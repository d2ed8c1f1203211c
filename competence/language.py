"""Whom a text is for decides its language and its words: a reader's page, a recipient's mail, a job's file."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.utils import translation

from competence.models import Employee
from competence.words import speaking


def language_and_words(employee: Employee) -> tuple[str, dict[str, str]]:
    """The person's own language, else the municipality's, and the municipality's own words."""
    own = getattr(employee.municipality, "settings", None)
    return employee.language or (own.language if own else settings.LANGUAGE_CODE), own.words if own else {}


@contextmanager
def language_of(employee: Employee) -> Iterator[None]:
    """Speak to `employee`: language, dates and words."""
    language, words = language_and_words(employee)
    with translation.override(language), speaking(words):
        yield
