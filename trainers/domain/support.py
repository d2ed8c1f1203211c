"""The log of errors and wishes, only for those whose role it is (sources: K09, K13, K41)."""

from datetime import datetime

from django.db import transaction

from trainers.models import Mandate, SupportEntry


class NotTheirRole(Exception):
    """Only super-users and those entitled to support report (source: K13)."""


class ClosedAlready(Exception):
    """The entry is closed."""


@transaction.atomic
def report(*, mandate: Mandate, kind: str, cause: str, text: str, reference: str, at: datetime) -> SupportEntry:
    """One line of the log. Raises NotTheirRole."""
    if not mandate.is_running or not mandate.supports:
        raise NotTheirRole
    return SupportEntry.objects.create(
        round=mandate.round,
        mandate=mandate,
        kind=SupportEntry.Kind(kind),
        cause=SupportEntry.Cause(cause),
        text=text.strip(),
        reference=reference.strip(),
        made_at=at,
    )


@transaction.atomic
def close(*, entry: SupportEntry, cause: str, outcome: str, at: datetime) -> SupportEntry:
    """What came of it, and where the error lay after all. Raises ClosedAlready."""
    row = SupportEntry.objects.select_for_update().get(pk=entry.pk)
    if row.closed_at is not None:
        raise ClosedAlready
    row.cause, row.outcome, row.closed_at = SupportEntry.Cause(cause), outcome.strip(), at
    row.save(update_fields=["cause", "outcome", "closed_at"])
    return row
