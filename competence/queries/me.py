"""Everything stored about one person, for that person."""

from typing import Any

from competence.models import Employee
from competence.retention import REGISTRY


def everything_about(employee: Employee) -> dict[str, list[dict[str, Any]]]:
    """What is stored about `employee`, by kind of row; never what is another's, as a leader's own preparation."""
    return {
        kind.model._meta.label: list(kind.shown_to(employee).values(*kind.columns()))
        for kind in REGISTRY
        if kind.shown is not None
    }
