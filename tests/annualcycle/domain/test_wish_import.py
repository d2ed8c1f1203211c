"""Files of wishes: earlier years with their decisions, and those collected for this year."""

from datetime import date

import pytest
from django.utils import translation

from annualcycle.domain import wishes
from annualcycle.models import Assessment, Budget, Cycle, Decision, Wish
from annualcycle.models.decisions import Outcome
from strategy.models import Need
from tests.annualcycle import autumn
from tests.annualcycle.board import published_cycle
from tests.cast import Cast
from tests.competence.domain.imports.files import counts, faults, load, ship

COLLECTED = (
    "År;Medarbejdernr.;Enhedskode;Kursuskode;Ønske;Pris (kr.);Dage;Strategiafsnit;Medarbejderens begrundelse;"
    "Behov (1-5);Motivation (1-5);Fastholdelse (1-5)\n"
)
DECIDED = "År;Medarbejdernr.;Navn;Enhedskode;Kursuskode;Ønske;Pris (kr.);Afgørelse;Bemærkning\n"


def collected(cast: Cast, **changes: str) -> str:
    cells = {
        "year": "2026",
        "number": cast.anna.number,
        "unit": "MOD",
        "code": "SAM-1",
        "title": "Samtaler",
        "fee": "6.400,00",
        "days": "2",
        "section": "3.2",
        "why": "Jeg møder opgaven hver uge.",
        "need": "5",
        "motivation": "3",
        "retention": "",
    } | changes
    return COLLECTED + ";".join(cells.values()) + "\n"


def decided(cast: Cast, **changes: str) -> str:
    cells = {
        "year": "2025",
        "number": cast.anna.number,
        "name": "Anna Ærø",
        "unit": "MOD",
        "code": "SAM-1",
        "title": "Samtaler",
        "fee": "6.400,00",
        "outcome": "Bevilget",
        "remark": "Ny lov",
    } | changes
    return DECIDED + ";".join(cells.values()) + "\n"


@pytest.mark.django_db
def test_the_shipped_files_arrive_whole_and_twice_change_nothing() -> None:
    for kind, name in (("units", "enheder.csv"), ("staff", "medarbejdere.csv"), ("courses", "kurser.csv")):
        ship(kind, name)
    files = {"oensker-2024.xlsx": 106, "oensker-2025.xlsx": 103, "oensker-2026.csv": 242}
    for name, rows in files.items():
        assert counts(ship("wishes", name)) == (rows, rows, 0, 0)
    for name, rows in files.items():
        assert counts(ship("wishes", name)) == (rows, 0, 0, rows)
    assert (Wish.objects.count(), Decision.objects.count(), Assessment.objects.count()) == (451, 209, 3 * 242)
    assert Decision.objects.filter(released_at=None).count() == 0


def test_decisions_make_a_past_year_whose_answers_are_given(cast: Cast) -> None:
    autumn.offer(cast)
    assert counts(load("wishes", decided(cast))) == (1, 1, 0, 0)
    cycle = Cycle.objects.get(unit=cast.bu, year=2025)
    assert (cycle.is_history, cycle.is_released, cycle.evaluated_at is not None) == (True, True, True)
    wish = Wish.objects.get()
    assert (wish.employee, wish.unit, wish.offer.code if wish.offer else "", wish.fee) == (
        cast.anna,
        cast.mod,
        "SAM-1",
        640_000,
    )
    decision = wish.decision
    assert (decision.outcome, decision.amount, decision.reason, decision.is_released) == (
        Outcome.GRANTED,
        640_000,
        "Ny lov",
        True,
    )
    assert decision.decided_at.date() == date(2025, 12, 10)
    assert Budget.objects.values_list("total", "granted").get(cycle=cycle) == (640_000, 640_000)


def test_a_refusal_without_a_remark_says_that_there_is_none(cast: Cast) -> None:
    with translation.override("en"):
        load("wishes", decided(cast, outcome="Relevant, ikke bevilget", remark=""))
    decision = Decision.objects.get()
    assert (decision.outcome, decision.amount) == (Outcome.NOT_MET, 0)
    assert decision.reason == "The file of this year's decisions gives no reason."


def test_collected_wishes_are_submitted_with_need_and_scores(cast: Cast) -> None:
    published_cycle(cast)
    autumn.strategy(cast)
    autumn.offer(cast)
    report = load("wishes", collected(cast))
    assert (counts(report), report.notes) == ((1, 1, 0, 0), [])
    wish = Wish.objects.get()
    assert (wish.state, wish.is_imported, wish.need, wish.section_text) == (
        Wish.State.SUBMITTED,
        True,
        Need.objects.get(title="Samtaler med børn"),
        "3.2",
    )
    assert (wish.submitted_by, wish.decided_in_december, wish.is_external) == (None, True, True)
    scores = Assessment.objects.filter(assessor=None).values_list("criterion__key", "score")
    assert set(scores) == {("need", 5), ("motivation", 3)}


def test_a_section_that_the_strategy_lacks_is_kept_as_text(cast: Cast) -> None:
    autumn.strategy(cast)
    with translation.override("en"):
        report = load("wishes", collected(cast, section="9.9"))
    wish = Wish.objects.get()
    assert (wish.need, wish.section_text) == (None, "9.9")
    assert report.notes == ["One wish names a section that no strategy in force has. It is kept as text and marked."]


def test_a_need_chosen_by_hand_stays(cast: Cast) -> None:
    autumn.strategy(cast)
    load("wishes", collected(cast))
    other = Need.objects.get(title="Konflikter i mødet med borgeren")
    wishes.set_need(wish=Wish.objects.get(), need=other)
    assert counts(load("wishes", collected(cast))) == (1, 0, 0, 1)
    assert Wish.objects.get().need == other


def test_changes_are_told_field_by_field(cast: Cast) -> None:
    load("wishes", collected(cast))
    report = load("wishes", collected(cast, fee="7.000", need="4"))
    assert [(d.field, d.before, d.after) for d in report.changed[0].differences] == [
        ("Pris (kr.)", "6400.00", "7000.00"),
        ("Behov (1-5)", "5", "4"),
    ]
    assert Wish.objects.get().cost == 700_000
    assert Assessment.objects.get(criterion__key="need").score == 4


def test_a_course_that_comes_into_the_catalogue_later_is_found(cast: Cast) -> None:
    load("wishes", collected(cast))
    offer = autumn.offer(cast)
    assert counts(load("wishes", collected(cast))) == (1, 0, 1, 0)
    assert Wish.objects.get().offer == offer


@pytest.mark.parametrize(
    ("changes", "column"),
    [
        ({"number": "999"}, "Medarbejdernr."),
        ({"unit": "XX"}, "Enhedskode"),
        ({"unit": "NOR"}, "Enhedskode"),
        ({"year": "sidste år"}, "År"),
        ({"title": ""}, "Ønske"),
        ({"need": "6"}, "Behov (1-5)"),
        ({"fee": "gratis"}, "Pris (kr.)"),
    ],
)
def test_faults_name_line_and_column(cast: Cast, changes: dict[str, str], column: str) -> None:
    assert faults(load("wishes", collected(cast, **changes))) == [(2, column)]
    assert Wish.objects.count() == 0


def test_decisions_about_a_year_that_is_run_here_are_refused(cast: Cast) -> None:
    published_cycle(cast)
    assert faults(load("wishes", decided(cast, year="2026"))) == [(2, "År")]
    assert faults(load("wishes", decided(cast, year="2027"))) == [(2, "År")]


def test_a_number_whose_name_is_another_is_a_fault(cast: Cast) -> None:
    assert faults(load("wishes", decided(cast, name="Bo Bang"))) == [(2, "Medarbejdernr.")]
    assert faults(load("wishes", decided(cast, name="Anna Holm"))) == []


def test_the_same_wish_twice_is_a_fault_of_the_later_line(cast: Cast) -> None:
    line = collected(cast).splitlines()[1]
    assert faults(load("wishes", collected(cast) + line + "\n")) == [(3, "Ønske")]
