"""What pages read about the log of errors and wishes."""

from collections import Counter
from collections.abc import Iterable

from django.db.models import QuerySet

from trainers.models import Round, SupportEntry


def entries_of(round_: Round) -> "QuerySet[SupportEntry]":
    """Newest first, with who reported."""
    return SupportEntry.objects.filter(round=round_).select_related("mandate__employee")


def causes_of(rows: Iterable[SupportEntry]) -> list[tuple[str, int]]:
    """How many errors lie where (source: K41)."""
    counted = Counter(row.cause for row in rows if row.kind == SupportEntry.Kind.ERROR)
    return [(str(cause.label), counted[cause]) for cause in SupportEntry.Cause]
