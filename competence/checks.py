"""System checks that stop the server: a view without declared access, a personal field without an end."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.apps import AppConfig
from django.core.checks import CheckMessage, Error, register
from django.urls import URLPattern, URLResolver, get_resolver

from competence.access import declared_access
from competence.retention import unruled


def patterns(resolver: URLResolver | None = None, prefix: str = "") -> Iterator[tuple[str, URLPattern]]:
    """Every route with its whole pattern."""
    for entry in (resolver or get_resolver()).url_patterns:
        route = prefix + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from patterns(entry, route)
        else:
            yield route, entry


@register
def every_view_declares_access(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    return [
        Error(
            f"The view of /{route} declares no access.",
            hint="Decorate it with public, signed_in or requires of competence.access.",
            id="competence.E001",
        )
        for route, pattern in patterns()
        if declared_access(pattern.callback) is None
    ]


@register
def every_personal_field_has_an_end(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    return [
        Error(
            f"{name} leads to a person, and nothing says how long it is kept.",
            hint="Register its model in the retention.py of its app, or name the field among the names of actors.",
            id="competence.E002",
        )
        for name in unruled()
    ]
