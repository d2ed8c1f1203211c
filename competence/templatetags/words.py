"""The municipality's own words in templates: {% term "mus" %}. A builtin: no template loads it."""

from django.template import Context, Library

from competence.words import word

register = Library()


@register.simple_tag(takes_context=True)
def term(context: Context, key: str) -> str:
    """The word the reader's municipality uses for `key`."""
    actor = getattr(context.get("request"), "actor", None)
    return word(key, getattr(actor.employee.municipality, "settings", None) if actor else None)
