"""Nobody reads others’ scores before the own are handed in: in no page, export, history or own data (source: K03)."""

import json
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from competence.domain import people
from competence.history import TRACKED
from competence.models import Employee, Role
from competence.queries.me import everything_about
from tests import papers
from tests.cast import START, Cast
from tests.trainers import selecting
from trainers.domain import decisions, selection, teams
from trainers.models import Candidate, ComposerRun, Criterion, Score, ScoreSheet, Selection, Willingness

SECRET = "Rolig forklaring til en ny kollega."


@pytest.fixture
def candidate(cast: Cast) -> Candidate:
    """Bo, assessed by Eva, who has composed teams from it; Mette has not begun."""
    found = selecting.candidate_for(selecting.opened_round(cast), cast.bo, cast)
    selecting.handed_in(found, cast.eva, 5, SECRET)
    teams.run(round_=found.round, by=cast.eva, at=selecting.AT)
    return found


def pages_of(candidate: Candidate) -> list[str]:
    """Everything of the selection that can be fetched, pages and files."""
    (run,) = candidate.round.runs.all()
    of_round = ("round", "compare", "matrix", "compose", "decide", "record_pdf", "nominate")
    of_candidate = ("candidate", "sheet", "exception", "move", "letter", "letter_pdf", "candidacy", "release")
    return [
        *(reverse(f"trainers:{name}", args=[candidate.round_id]) for name in of_round),
        *(reverse(f"trainers:{name}", args=[candidate.pk]) for name in of_candidate),
        *(reverse(f"trainers:{name}", args=[run.pk]) for name in ("run_problem", "run_answer")),
        reverse("trainers:home"),
        reverse("start"),
        reverse("history"),
        reverse("my_data"),
    ]


def readable(answer: Any) -> str:
    """What somebody reads of it: a document is compressed, so that its bytes hold no word of it."""
    content: bytes = answer.content
    return " ".join(papers.pages(content)) if content.startswith(b"%PDF") else content.decode(errors="replace")


@pytest.mark.parametrize("name", ["mette", "finn", "bo", "tove", "hanne", "adam"])
def test_no_page_and_no_file_gives_it_away(client: Client, cast: Cast, candidate: Candidate, name: str) -> None:
    client.force_login(cast.member(name))
    for url in pages_of(candidate):
        content = readable(client.get(url, follow=True))
        assert SECRET not in content, url
        assert 'class="level heat-5"' not in content, url
        assert "matrix-dot" not in content, url


def test_documents_of_the_decision_tell_it_and_no_example_of_an_assessor(
    client: Client, cast: Cast, candidate: Candidate
) -> None:
    """Also to those who may read them: the record to who selects, the letter to the candidate."""
    decisions.decide(
        round_=candidate.round,
        outcomes={candidate.pk: Selection.Outcome.CHOSEN},
        reasons={candidate.pk: "Du dækker det hele."},
        reason="Dækker det hele.",
        by=cast.eva,
        at=selecting.AT,
    )
    for name, page, pk in (("mette", "record_pdf", candidate.round_id), ("bo", "letter_pdf", candidate.pk)):
        client.force_login(cast.member(name))
        text = readable(client.get(reverse(f"trainers:{page}", args=[pk])))
        assert ("ækker det hele." in text, SECRET in text) == (True, False)


def test_the_same_pages_show_it_to_who_has_handed_in(client: Client, cast: Cast, candidate: Candidate) -> None:
    client.force_login(cast.eva)
    shown = client.get(reverse("trainers:candidate", args=[candidate.pk])).content.decode()
    assert SECRET in shown


def test_scores_and_sheets_have_no_history() -> None:
    assert {row.model for row in TRACKED} & {Score, ScoreSheet} == set()
    assert not hasattr(Score, "pgh_event_models")
    assert not hasattr(ScoreSheet, "pgh_event_models")


def told(employee: Employee) -> str:
    return json.dumps(everything_about(employee), default=str, ensure_ascii=False)


def test_own_data_hold_it_only_when_the_round_is_closed(cast: Cast, candidate: Candidate) -> None:
    assert SECRET not in told(cast.bo)
    assert SECRET not in told(cast.mette)
    decisions.decide(
        round_=candidate.round,
        outcomes={candidate.pk: Selection.Outcome.CHOSEN},
        reasons={candidate.pk: "Du dækker det hele."},
        reason="Dækker det hele.",
        by=cast.eva,
        at=selecting.AT,
    )
    assert SECRET in told(cast.bo)
    assert SECRET not in told(cast.mette)


def test_who_is_named_beside_later_reads_nothing_either(cast: Cast, candidate: Candidate, client: Client) -> None:
    client.force_login(cast.finn)
    selection.set_up(round_=candidate.round, users={cast.mod.pk: 6, cast.fam.pk: 4}, selectors=[cast.mette, cast.finn])
    content = client.get(reverse("trainers:compare", args=[candidate.round_id])).content.decode()
    assert (SECRET in content, "heat-5" in content) == (False, False)


def test_what_is_known_of_somebody_opens_nothing_of_what_others_think(
    cast: Cast, candidate: Candidate, client: Client
) -> None:
    """Years of experience are there before any assessment; where the leader has moved somebody is an assessment."""
    criterion = candidate.round.profile.criteria.latest("position")
    Criterion.objects.filter(pk=criterion.pk).update(measure=Criterion.Measure.YEARS)
    moved = "Har meget at se til for tiden."
    selection.move(candidate=candidate, can=True, will=False, reason=moved, by=cast.eva, at=selecting.AT)
    selection.except_from(candidate=candidate, criterion=criterion, reason=moved, by=cast.eva, at=selecting.AT)
    for name, sees in (("mette", False), ("eva", True)):
        client.force_login(cast.member(name))
        pages = [readable(client.get(url, follow=True)) for url in pages_of(candidate)]
        assert any(moved in page for page in pages) is sees
        assert any('class="level heat-' in page or "matrix-dot" in page for page in pages) is sees


def answered(candidate: Candidate, answer: str) -> ComposerRun:
    """Bo has said yes before; the team is composed anew after the new answer."""
    wishes = list(candidate.round.profile.criteria.all())
    selection.answer(candidate=candidate, answer=answer, hours_wished=4, words="", wishes=wishes, at=selecting.AT)
    return teams.run(round_=candidate.round, by=candidate.round.leader, at=selecting.AT)


@pytest.mark.parametrize(("leader", "answer"), [("mette", "unsure"), ("mette", "no"), ("bo", "no")])
def test_what_the_composer_was_given_holds_nothing_of_who_has_not_said_yes(
    cast: Cast, candidate: Candidate, client: Client, leader: str, answer: str
) -> None:
    """Such a person waits for nobody’s assessment, and who says no to the own round leads it; older runs stay shut."""
    older = candidate.round.runs.get()
    to = cast.member(leader)
    people.assign_role(employee=to, role=Role.PROJECT_LEADER, unit=cast.nordby, starts_on=START)
    selection.hand_over(round_=candidate.round, to=to, by=cast.eva, at=selecting.AT)
    run = answered(candidate, Willingness.Answer(answer))
    client.force_login(to)
    read = client.get(reverse("trainers:run_problem", args=[run.pk]))
    (told,) = json.loads(read.content)["candidates"]
    assert (told["levels"], told["wishes"], told["suitability"], told["willing"]) == ({}, [], 0, False)
    for name in ("run_problem", "run_answer"):
        assert client.get(reverse(f"trainers:{name}", args=[older.pk])).status_code == 403
    run.delete()
    assert "Anbefalet" not in client.get(reverse("trainers:compose", args=[candidate.round_id])).content.decode()


def test_who_has_assessed_everybody_reads_what_the_composer_was_given(
    cast: Cast, candidate: Candidate, client: Client
) -> None:
    older = candidate.round.runs.get()
    answered(candidate, Willingness.Answer.UNSURE)
    client.force_login(cast.eva)
    (told,) = json.loads(client.get(reverse("trainers:run_problem", args=[older.pk])).content)["candidates"]
    assert set(told["levels"].values()) == {5}
