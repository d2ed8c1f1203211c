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
    """One score 0–5, with an observable example and who knows it."""

    criterion: Criterion
    value: int
    example: str
    source: str = ""

    @property
    def is_complete(self) -> bool:
        return bool(self.example.strip()) and (bool(self.source.strip()) or not self.criterion.needs_source)


@transaction.atomic
def save(*, candidate: Candidate, assessor: Employee, entries: Sequence[Entry], note: str, at: datetime) -> ScoreSheet:
    """Keep what is complete of a draft. Raises OwnCandidacy, HandedIn, selection.RoundClosed."""
    row = open_row(candidate.round)
    if assessor.pk == candidate.employee_id:
        raise OwnCandidacy
    sheet, _made = ScoreSheet.objects.select_for_update().get_or_create(
        candidate=candidate, assessor=assessor, defaults={"saved_at": at}
    )
    if sheet.handed_in_at:
        raise HandedIn
    sheet.note, sheet.saved_at = note.strip(), at
    sheet.save(update_fields=["note", "saved_at"])
    sheet.scores.all().delete()
    own = set(row.profile.criteria.filter(measure=ASSESSED).values_list("pk", flat=True))
    Score.objects.bulk_create(
        Score(
            sheet=sheet,
            criterion=entry.criterion,
            value=entry.value,
            example=entry.example.strip(),
            source=entry.source.strip(),
        )
        for entry in entries
        if entry.example.strip() and entry.criterion.pk in own
    )
    return sheet


@transaction.atomic
def hand_in(
    *, candidate: Candidate, assessor: Employee, entries: Sequence[Entry], note: str, at: datetime
) -> ScoreSheet:
    """Save and fix a whole sheet. Raises Incomplete, and as `save`."""
    complete = {entry.criterion.pk for entry in entries if entry.is_complete}
    lacking = [one for one in candidate.round.profile.criteria.filter(measure=ASSESSED) if one.pk not in complete]
    if lacking:
        raise Incomplete(lacking)
    sheet = save(candidate=candidate, assessor=assessor, entries=entries, note=note, at=at)
    sheet.handed_in_at = at
    sheet.save(update_fields=["handed_in_at"])
    return sheet
