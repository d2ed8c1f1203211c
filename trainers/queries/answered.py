"""What a candidate was answered before the answer of today: nothing is overwritten in silence (source: K44)."""

from typing import Any

from competence.tracking import event_tables
from trainers.models import Selection


def answered_before(selection: Selection) -> list[Any]:
    """Outcome, reason and day of each earlier answer, newest first, from the history; one query."""
    (table,) = event_tables(Selection)
    rows = table.objects.filter(pgh_obj=selection.pk).exclude(decided_at=selection.decided_at).order_by("pgh_id")
    return list(reversed({row.decided_at: row for row in rows}.values()))
