"""The ledger of what was taken out of the system."""

from datetime import datetime

from competence.models import Employee, ExportLog, Unit


def record(*, what: str, rows: int, by: Employee, at: datetime) -> ExportLog:
    """Say who took what, and how many rows or documents."""
    return ExportLog.objects.create(
        municipality_id=by.municipality_id, what=what[:200], rows=rows, made_by=by, made_at=at
    )


def record_command(*, municipality: Unit, what: str, rows: int, at: datetime) -> ExportLog:
    """The same for what a command on the server took out: whose hand it was is known there, not here."""
    return ExportLog.objects.create(municipality=municipality, what=what[:200], rows=rows, made_at=at)
