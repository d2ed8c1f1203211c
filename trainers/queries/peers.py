"""Colleagues who can be asked about a candidate, and what they say together (source: K22).

A mean leaves here only when the time for answers is over and as many have answered as they were promised: while
answers come in, each could be told from the one before.
"""

from dataclasses import dataclass
from datetime import date

from django.db.models import Avg, Count, Q

from competence.models import Employee, Employment
from competence.queries.present import present
from trainers.models import Candidate, PeerAnswer, PeerSurvey
from trainers.queries.people import leader_of

STATEMENTS = ("turned_to", "trusted")


@dataclass(frozen=True)
class Summary:
    """How many were asked and have answered; `means` (1–5) is empty while they are not shown."""

    survey: PeerSurvey
    asked: int
    answered: int
    is_over: bool
    means: dict[str, float]


def colleagues_of(candidate: Candidate, on: date) -> list[Employee]:
    """Who works in the candidate's unit on `on` and has no part in the selection; three queries, by name."""
    posts = Employment.objects.valid_on(on).filter(unit=candidate.unit, employee__email__isnull=False)
    there = present(posts.values_list("employee", flat=True), on)
    leader = leader_of(candidate, on)
    parties = {candidate.round.leader_id, leader.pk if leader else None}
    parties |= set(candidate.round.co_selectors.values_list("employee", flat=True))
    parties |= set(candidate.round.candidates.values_list("employee", flat=True))
    return sorted((one for pk, one in there.items() if pk not in parties), key=lambda one: one.sort_name)


def summary_of(candidate: Candidate, on: date) -> Summary | None:
    """None where nobody has been asked; two queries."""
    rows = PeerSurvey.objects.filter(candidate=candidate).select_related("asked_by")
    survey = rows.annotate(asked=Count("asks"), answered=Count("asks", filter=Q(asks__has_answered=True))).first()
    if survey is None:
        return None
    is_over = on > survey.closes_on or not candidate.round.is_open
    means = _means(survey) if is_over and survey.answered >= survey.smallest else {}
    return Summary(survey, survey.asked, survey.answered, is_over, means)


def _means(survey: PeerSurvey) -> dict[str, float]:
    return PeerAnswer.objects.filter(survey=survey).aggregate(**{name: Avg(name) for name in STATEMENTS})
