"""The ledger of what was taken out of the system."""

from datetime import datetime

from competence.models import Employee, ExportLog


def record(*, what: str, rows: int, by: Employee, at: datetime) -> ExportLog:
    """Say who took what, and how many rows or documents."""
    return ExportLog.objects.create(
        municipality_id=by.municipality_id, what=what[:200], rows=rows, made_by=by, made_at=at
    )
