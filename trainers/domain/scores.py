"""Independent scores, each with what was seen; handed in they are fixed (sources: K03, K17–K32)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from competence.models import Employee
from trainers.domain.selection import open_row
from trainers.models import Candidate, Criterion, Score, ScoreSheet

ASSESSED = Criterion.Measure.ASSESSED


class OwnCandidacy(Exception):
    """Nobody assesses themselves."""


class HandedIn(Exception):
    """What is handed in is not changed: others may have been read since."""


class Incomplete(Exception):
    """`criteria` have no score, no example, or no source where one is asked for."""

    def __init__(self, criteria: list[Criterion]) -> None:
        super().__init__(criteria)
        self.criteria = criteria


@dataclass(frozen=True)
class Entry:
    """One score 0–5, with an observable example and who knows it; in a draft any of it may be missing."""

    criterion: Criterion
    value: int | None
    example: str
    source: str = ""

    @property
    def is_complete(self) -> bool:
        known = bool(self.source.strip()) or not self.criterion.needs_source
        return self.value is not None and bool(self.example.strip()) and known

    @property
    def told(self) -> dict[str, int | str | None]:
        return {"value": self.value, "example": self.example.strip(), "source": self.source.strip()}


@transaction.atomic
def save(*, candidate: Candidate, assessor: Employee, entries: Sequence[Entry], note: str, at: datetime) -> ScoreSheet:
    """Keep a draft as it is typed. Raises OwnCandidacy, HandedIn, selection.RoundClosed."""
    sheet = _open_sheet(candidate, assessor, at)
    sheet.draft = {str(entry.criterion.pk): entry.told for entry in entries}
    sheet.note, sheet.saved_at = note.strip(), at
    sheet.save(update_fields=["draft", "note", "saved_at"])
    return sheet


@transaction.atomic
def hand_in(
    *, candidate: Candidate, assessor: Employee, entries: Sequence[Entry], note: str, at: datetime
) -> ScoreSheet:
    """Fix a whole sheet. Raises Incomplete, and as `save`."""
    complete = {entry.criterion.pk: entry for entry in entries if entry.is_complete}
    asked = list(candidate.round.profile.criteria.filter(measure=ASSESSED))
    if lacking := [one for one in asked if one.pk not in complete]:
        raise Incomplete(lacking)
    sheet = _open_sheet(candidate, assessor, at)
    Score.objects.bulk_create(Score(sheet=sheet, criterion=one, **complete[one.pk].told) for one in asked)
    sheet.note, sheet.draft, sheet.saved_at, sheet.handed_in_at = note.strip(), {}, at, at
    sheet.save(update_fields=["note", "draft", "saved_at", "handed_in_at"])
    return sheet


def _open_sheet(candidate: Candidate, assessor: Employee, at: datetime) -> ScoreSheet:
    """The assessor's own sheet, locked."""
    open_row(candidate.round)
    if assessor.pk == candidate.employee_id:
        raise OwnCandidacy
    sheet, _made = ScoreSheet.objects.select_for_update().get_or_create(
        candidate=candidate, assessor=assessor, defaults={"saved_at": at}
    )
    if sheet.handed_in_at:
        raise HandedIn
    return sheet
