"""Only those whose role it is report, and an error is classed (sources: K13, K41)."""

import pytest

from tests.cast import Cast
from tests.trainers.selecting import AT
from tests.trainers.working import now, ready
from trainers.domain import support
from trainers.models import Mandate, SupportEntry
from trainers.queries.support import causes_of


def reported(mandate: Mandate, cause: str = "unclear") -> SupportEntry:
    return support.report(
        mandate=mandate, kind="error", cause=cause, text="Brevet mangler afsender.", reference="", at=AT
    )


def test_a_trainer_without_a_support_role_reports_nothing(cast: Cast) -> None:
    (mandate,) = ready(cast)
    with pytest.raises(support.NotTheirRole):
        reported(mandate)
    Mandate.objects.update(gives_support=True)
    assert reported(now(mandate)).round_id == mandate.round_id


def test_closing_says_where_the_error_lay(cast: Cast) -> None:
    (mandate,) = ready(cast)
    Mandate.objects.update(super_user_hours=1)
    first, second = reported(now(mandate)), reported(now(mandate), "system")
    support.close(entry=first, cause="user", outcome="Vist på holdet.", at=AT)
    with pytest.raises(support.ClosedAlready):
        support.close(entry=first, cause="system", outcome="", at=AT)
    assert causes_of(SupportEntry.objects.all()) == [("måden, det bruges på", 1), ("systemet", 1), ("uklart", 0)]
    assert SupportEntry.objects.get(pk=second.pk).closed_at is None
