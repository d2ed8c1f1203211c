from datetime import UTC, datetime

import pytest
from pytest_django import DjangoAssertNumQueries

from annualcycle.domain import evaluation
from annualcycle.models import Cycle, Evaluation, Talk
from annualcycle.models.decisions import Outcome
from annualcycle.queries.fairness import protected_lines
from annualcycle.queries.figures import Figures, figures_of, from_json
from competence.models import Employee
from tests.annualcycle.board import published_cycle, submitted_wish
from tests.annualcycle.january import answered, decided, release
from tests.cast import TODAY, Cast

IN_JUNE = datetime(2027, 6, 14, 9, 0, tzinfo=UTC)


def wishing(cast: Cast, granted: list[Employee], not_met: list[Employee]) -> Cycle:
    cycle = published_cycle(cast, total=100_000_000)
    for employee in granted:
        decided(cycle, employee, Outcome.GRANTED)
    for employee in not_met:
        decided(cycle, employee, Outcome.NOT_MET)
    return release(cast, cycle)


def cells(figures: Figures, team: str, *names: str) -> list[int | None]:
    row = figures.whole if not team else next(row for row in figures.teams if row.label == team)
    return [row.cells[name] for name in names]


def test_figures_hide_few_persons_and_what_would_give_them_away(cast: Cast) -> None:
    mod = [cast.anna, cast.bo, cast.vik, cast.orla, cast.tess, cast.tove]
    cycle = wishing(cast, granted=[*mod, cast.eva], not_met=[cast.mette])
    figures = figures_of(cycle)
    assert cells(figures, "Familie", "wishes", "granted", "not_met") == [None, None, None]
    assert cells(figures, "", "granted") == [None]
    assert figures.whole.amount is None
    assert next(row for row in figures.teams if row.label == "Familie").amount is None


def test_figures_of_enough_persons_are_shown(cast: Cast) -> None:
    mod = [cast.anna, cast.bo, cast.vik, cast.orla, cast.tess, cast.tove]
    figures = figures_of(wishing(cast, granted=mod, not_met=[]))
    assert cells(figures, "Modtagelse", "wishes", "granted", "not_met") == [6, 6, 0]
    assert cells(figures, "", "wishes", "granted") == [6, 6]
    assert figures.whole.amount == 6 * 640_000
    assert [(row.label, row.cells["granted"]) for row in figures.kinds] == [("", 6)]


def test_talks_are_shown_for_teams_of_enough_people_however_few_lack_one(cast: Cast) -> None:
    cycle = published_cycle(cast)
    mod = [cast.anna, cast.bo, cast.vik, cast.orla, cast.tess, cast.tove]
    for employee in mod:
        held = {} if employee == cast.orla else {"state": Talk.State.HELD, "held_on": TODAY}
        Talk.objects.create(cycle=cycle, employee=employee, unit=cast.mod, **held)
    assert cells(figures_of(cycle), "Modtagelse", "talks", "held") == [6, 5]
    Talk.objects.create(cycle=cycle, employee=cast.eva, unit=cast.fam)
    figures = figures_of(cycle)
    assert cells(figures, "Familie", "talks", "held") == [None, None]
    assert cells(figures, "Modtagelse", "talks") == [None] or cells(figures, "", "talks") == [None]


def test_six_wishes_of_one_person_are_one_person(cast: Cast) -> None:
    cycle = published_cycle(cast)
    for number in range(6):
        submitted_wish(cycle, cast.anna, title=f"Kursus {number}")
    assert cells(figures_of(cycle), "Modtagelse", "wishes") == [None]


def test_an_evaluation_is_written_then_finished_then_frozen(cast: Cast) -> None:
    mod = [cast.anna, cast.bo, cast.vik, cast.orla, cast.tess, cast.tove]
    cycle = wishing(cast, granted=mod, not_met=[])
    with pytest.raises(evaluation.NothingWritten):
        evaluation.finish(cycle=cycle, by=cast.mads, at=IN_JUNE)
    evaluation.save(cycle=cycle, text=" Flere talte sammen. ", changes="", at=IN_JUNE)
    assert protected_lines(cast.bu) == []
    done = evaluation.finish(cycle=cycle, by=cast.mads, at=IN_JUNE)
    assert (done.evaluated_at, done.evaluated_by) == (IN_JUNE, cast.mads)
    before = Evaluation.objects.get()
    assert before.text == "Flere talte sammen."
    assert from_json(before.figures) == figures_of(cycle)
    decided(cycle, cast.eva, Outcome.GRANTED)
    with pytest.raises(evaluation.AlreadyFinished):
        evaluation.save(cycle=cycle, text="Noget andet.", changes="", at=IN_JUNE)
    assert Evaluation.objects.get().figures == before.figures
    lines = protected_lines(cast.bu)
    assert [(line.name, [(y.year, y.granted, y.not_met) for y in line.years]) for line in lines] == [
        ("Modtagelse", [(2026, 6, 0)])
    ]


def test_a_year_is_evaluated_after_its_answers(cast: Cast) -> None:
    cycle = published_cycle(cast)
    evaluation.save(cycle=cycle, text="For tidligt.", changes="", at=IN_JUNE)
    with pytest.raises(evaluation.NotReleased):
        evaluation.finish(cycle=cycle, by=cast.mads, at=IN_JUNE)


def test_reading_the_figures_takes_the_same_queries_for_one_and_many(
    cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    cycle = answered(cast)
    assert cycle.unit.municipality_id == cast.nordby.pk
    with django_assert_num_queries(4):
        figures_of(cycle)
    for employee in (cast.anna, cast.eva, cast.dan, cast.mette):
        submitted_wish(cycle, employee)
    with django_assert_num_queries(4):
        figures_of(cycle)
