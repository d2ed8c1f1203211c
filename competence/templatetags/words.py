"""The municipality's own words in templates: {% term "mus" %}. A builtin: no template loads it."""

from django.template import Library

from competence import words

register = Library()


@register.simple_tag
def term(key: str) -> str:
    """The word spoken for `key`."""
    return words.word(key)


@register.simple_tag
def heading_term(key: str) -> str:
    """The same, as it begins a heading or a sentence."""
    return words.heading(key)
