import io
import re

import openpyxl
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from annualcycle.domain import evaluation
from annualcycle.models import Cycle
from annualcycle.models.decisions import Outcome
from annualcycle.views import fairness_pictures as pictures
from competence.models import Employee
from tests.annualcycle.board import published_cycle
from tests.annualcycle.january import IN_JANUARY, release
from tests.annualcycle.queries.test_monitor import uneven
from tests.annualcycle.views.test_december import signed_in
from tests.annualcycle.years import answered_wish, past_year
from tests.cast import Cast


def text(client: Client, name: str, *args: int) -> str:
    """The page's words, without tags and with single blanks."""
    html = client.get(reverse(f"year:{name}", args=args)).content.decode()
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html.partition("<main")[2]))


def evaluated(cast: Cast) -> Cycle:
    cycle = release(cast, published_cycle(cast))
    evaluation.save(cycle=cycle, text="Vi talte sammen.", changes="", at=IN_JANUARY)
    return evaluation.finish(cycle=cycle, by=cast.mads, at=IN_JANUARY)


@pytest.mark.parametrize("name", ["fairness", "monitor"])
def test_reading_takes_the_same_queries_for_one_and_many(cast: Cast, name: str) -> None:
    cycle, client, counts = past_year(cast.bu, 2025), signed_in(cast.tove), []
    for employees in ([cast.anna], [cast.bo, cast.eva, cast.mette]):
        for employee in employees:
            answered_wish(cycle, employee, Outcome.NOT_MET)
        with CaptureQueriesContext(connection) as captured:
            text(client, name, cast.bu.pk)
        counts.append(len(captured))
    assert counts[0] == counts[1]


def test_the_leadership_group_reads_three_numbers_and_the_employees_by_name(cast: Cast) -> None:
    first, second = past_year(cast.bu, 2024), past_year(cast.bu, 2025)
    for cycle in (first, second):
        answered_wish(cycle, cast.eva, Outcome.NOT_MET)
    answered_wish(second, cast.bo, Outcome.GRANTED)
    answered_wish(second, cast.anna, Outcome.NOT_MET)
    shown = text(signed_in(cast.mads), "fairness", cast.bu.pk)
    assert "Længst uden en bevilling 2 år" in shown
    assert "2 af 3 personer" in shown
    names = [shown.rindex(one.name) for one in (cast.anna, cast.bo, cast.eva)]
    assert names == sorted(names)


def test_what_a_wish_counts_is_shown_until_nothing_is_left(cast: Cast) -> None:
    answered_wish(past_year(cast.bu, 2025), cast.bo, Outcome.NOT_MET, title="Supervision")
    Cycle.objects.filter(pk=published_cycle(cast).pk).update(history_points=3, history_years=2)
    shown = text(signed_in(cast.mads), "fairness_person", cast.bu.pk, cast.bo.pk)
    assert "Supervision Relevant, ikke opfyldt: 2025" in shown
    assert "3 2026 3 2027 0 2028" in shown
    assert "i 2 år" in shown


def test_the_list_as_excel_has_the_time_without_and_what_earlier_years_count(cast: Cast) -> None:
    answered_wish(past_year(cast.bu, 2025), cast.bo, Outcome.NOT_MET)
    Cycle.objects.filter(pk=published_cycle(cast).pk).update(history_points=3)
    content = signed_in(cast.mads).get(reverse("year:fairness_excel", args=[cast.bu.pk])).content
    header, row = openpyxl.load_workbook(io.BytesIO(content)).active.values
    assert dict(zip(header, row, strict=True)) == {
        "Medarbejder": "Bo Bang",
        "Team": "Modtagelse",
        "2025 bevilget": 0,
        "2025 relevante, ikke opfyldt": 1,
        "Intet bevilget siden": 2025,
        "År uden en bevilling": 1,
        "Point, som historikken højst giver ét ønske i 2026": 3,
    }


def test_readers_of_figures_read_no_person_and_no_count(cast: Cast) -> None:
    uneven(cast)
    evaluated(cast)
    for reader in (cast.hanne, cast.mette, cast.tess):
        client = signed_in(reader)
        shown = text(client, "monitor", cast.bu.pk)
        assert "Psykolog" in shown
        assert "100 færre" in shown
        assert "personer" not in shown.replace("mindst 6 personer", "")
        assert "Nr. 0" not in text(client, "fairness", cast.bu.pk)


def test_staff_never_see_ledger_or_monitor_of_others(cast: Cast) -> None:
    uneven(cast)
    for employee in (cast.anna, cast.bo, cast.eva, cast.dan):
        for name in ("fairness", "monitor"):
            assert signed_in(employee).get(reverse(f"year:{name}", args=[cast.bu.pk])).status_code == 403


def test_before_an_evaluation_readers_of_figures_are_told_that_there_is_nothing_yet(cast: Cast) -> None:
    uneven(cast)
    assert "for lidt at sammenligne" in text(signed_in(cast.mette), "monitor", cast.bu.pk)


def test_the_leadership_group_reads_counts_of_all_but_age(cast: Cast) -> None:
    uneven(cast)
    shown = text(signed_in(cast.finn), "monitor", cast.bu.pk)
    assert "0 af 8 · 8 personer" in shown
    assert shown.count("8 personer") == 2
    assert "30–39 år" in shown
    assert "Det er ikke bevis for ligebehandling" not in shown


def test_no_proof_of_a_difference_is_said_to_be_no_proof_of_equality(cast: Cast) -> None:
    cycle = uneven(cast)
    people = Employee.objects.filter(wishes__cycle=cycle).order_by("pk")
    Cycle.objects.filter(pk=cycle.pk).update(year=2024)
    later = past_year(cast.bu, 2025)
    for employee in people[:8]:
        answered_wish(later, employee, Outcome.GRANTED)
    for place, employee in enumerate(people[8:]):
        answered_wish(later, employee, Outcome.NOT_MET if place else Outcome.GRANTED)
    shown = text(signed_in(cast.finn), "monitor", cast.bu.pk)
    assert "Der er ikke påvist nogen forskel i de 3 grupper" in shown
    assert "Det er ikke bevis for, at alle behandles ens" in shown


def test_a_line_of_the_picture_stays_on_the_drawing() -> None:
    assert [pictures._place(one) for one in (-100, -50, 0, 25, 100)] == [0, 0, 100, 150, 200]
