"""Years of experience and role models count as criteria that nobody assesses (source: T16)."""

from datetime import date
from typing import Any

from django.test import Client
from django.urls import reverse

from tests.cast import Cast
from tests.trainers import selecting
from tests.trainers.selecting import AT
from trainers.domain import selection, teams
from trainers.models import Candidate, Criterion, Round, ScoreSheet
from trainers.queries.candidates import person_of


def known(cast: Cast, measure: str) -> tuple[Round, Criterion, Candidate]:
    """Bo in a round whose last criterion is known, as if its profile had been written so."""
    round_ = selecting.opened_round(cast)
    criterion = round_.profile.criteria.latest("position")
    Criterion.objects.filter(pk=criterion.pk).update(measure=measure, full_years=10)
    criterion.refresh_from_db()
    return round_, criterion, selecting.candidate_for(round_, cast.bo, cast)


def test_years_are_whole_ones_on_the_day_of_the_nomination(cast: Cast) -> None:
    _round, criterion, candidate = known(cast, "years")
    for since, years, level in ((date(2016, 10, 15), 10, 5), (date(2016, 10, 16), 9, 4), (date(1990, 1, 1), 36, 5)):
        cast.bo.employments.update(seniority_on=since)
        person = person_of(candidate, None)
        assert (person.years, person.level(criterion)) == (years, level)


def test_a_role_model_is_one_in_the_eyes_of_others(cast: Cast) -> None:
    round_, criterion, candidate = known(cast, "role_model")
    told: dict[str, Any] = {"round_": round_, "employee": cast.bo, "words": "", "at": AT, "is_role_model": True}
    selection.nominate(by=cast.bo, **told)
    assert person_of(candidate, None).level(criterion) == 0
    selection.nominate(by=cast.anna, **told)
    assert person_of(candidate, None).level(criterion) == 5


def test_nobody_gives_scores_for_what_is_known(cast: Cast, client: Client) -> None:
    round_, criterion, candidate = known(cast, "years")
    client.force_login(cast.eva)
    page = client.get(reverse("trainers:sheet", args=[candidate.pk])).content.decode()
    assert f"value_{criterion.pk}" not in page
    selecting.handed_in(candidate, cast.eva)
    assert not ScoreSheet.objects.get().scores.filter(criterion=criterion).exists()
    levels = teams.problem_for(round_, AT.date()).candidates[0].levels
    assert levels[f"c{criterion.pk}"] == person_of(candidate, None).level(criterion)
