from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from annualcycle import pdf
from annualcycle.domain import evaluation, med
from annualcycle.models import Cycle, Talk
from annualcycle.queries.med import pack_of
from strategy.domain import editing, versions
from strategy.models import Strategy
from tests import papers
from tests.annualcycle import autumn
from tests.annualcycle.january import answered
from tests.cast import TODAY, Cast
from tests.strategy import writing

IN_JUNE = datetime(2027, 6, 14, 9, 0, tzinfo=UTC)


def evaluated(cast: Cast, *, few: bool = False) -> Cycle:
    """A year with six talks in Modtagelse, five of them held."""
    cycle = answered(cast)
    for employee in (cast.anna, cast.bo, cast.vik, cast.orla, cast.tess, cast.tove):
        held = {} if employee == cast.orla else {"state": Talk.State.HELD, "held_on": TODAY}
        Talk.objects.update_or_create(cycle=cycle, employee=employee, defaults={"unit": cast.mod, **held})
    if few:
        Talk.objects.update_or_create(cycle=cycle, employee=cast.eva, defaults={"unit": cast.fam})
    evaluation.save(cycle=cycle, text="Vi talte mere sammen.", changes="Flere oplæg.", at=IN_JUNE)
    return evaluation.finish(cycle=cycle, by=cast.mads, at=IN_JUNE)


def test_med_reads_shares_by_team_and_nothing_about_too_few(cast: Cast, client: Client) -> None:
    cycle = evaluated(cast)
    client.force_login(cast.mette)
    page = client.get(reverse("year:med_pack", args=[cycle.pk])).content.decode()
    assert ("83\u00a0%" in page, "Vi talte mere sammen." in page, "Anna" in page) == (True, True, False)


def test_med_reads_the_goals_of_the_strategy_that_framed_the_year(cast: Cast, client: Client) -> None:
    drafted = writing.draft(cast, year=2026)
    editing.set_goals(strategy=drafted, goals=[("political", "Hjælpen kommer tidligt.")], on=TODAY)
    versions.adopt(strategy=drafted, committee="MED", on=date(2025, 12, 1))
    cycle = evaluated(cast)
    client.force_login(cast.mette)
    assert "Hjælpen kommer tidligt." in client.get(reverse("year:med_pack", args=[cycle.pk])).content.decode()


def test_one_talk_of_a_small_team_cannot_be_found_by_subtraction(cast: Cast) -> None:
    found = pack_of(evaluated(cast, few=True))
    assert found
    shown = {row.label: row.cells["held"] for row in found.rows}
    assert shown["Familie"] is None
    assert None in (shown["Modtagelse"], shown["Hele Børn og Unge"])


def test_med_fetches_the_shares_with_follow_ups_and_hidden_ones_empty(cast: Cast, client: Client) -> None:
    cycle = evaluated(cast)
    client.force_login(cast.mads)
    content = client.get(reverse("year:med_excel", args=[cycle.pk])).content
    rows = [[cell.value for cell in row] for row in load_workbook(BytesIO(content)).active.iter_rows()]
    head = next(row for row in rows if row[0] == "Team")
    team = next(row for row in rows if row[0] == "Modtagelse")
    assert dict(zip(head, team, strict=True)) == {
        "Team": "Modtagelse",
        "Samtaler": 6,
        "Holdte samtaler": 5,
        "Andel holdt (%)": 83,
        "Bekræftede planer": 0,
        "Andel med plan (%)": 0,
        "Bevilgede kurser": None,
        "Fulgt op": None,
        "Andel fulgt op (%)": None,
    }


@pytest.mark.papers
def test_the_pack_is_for_the_archive_and_for_everybody(cast: Cast) -> None:
    cycle = evaluated(cast)
    found = pack_of(Cycle.objects.select_related("unit__municipality").get(pk=cycle.pk))
    assert found
    content = papers.keep("med-pack", pdf.med_pack(found, on=date(2027, 6, 14), language="da"))
    claims = papers.claims(content)
    assert (claims["archive"], claims["accessible"], claims["title"]) == ("3A", "1", "Til MED om 2026")
    assert papers.faults(content) == []
    assert "1. Hvad er vores overordnede mål for kompetencer?" in papers.pages(content)[0]


def test_before_the_evaluation_there_is_no_pack(cast: Cast, client: Client) -> None:
    cycle = answered(cast)
    client.force_login(cast.mette)
    assert client.get(reverse("year:med_pdf", args=[cycle.pk])).status_code == 404
    assert (
        "MED får sin pakke, når evalueringen er færdig."
        in client.get(reverse("year:med_pack", args=[cycle.pk])).content.decode()
    )


def test_what_was_learnt_goes_into_the_strategy_and_from_there_into_the_next_version(cast: Cast) -> None:
    cycle = evaluated(cast)
    strategy = Strategy.objects.in_force_on(date(2027, 6, 14)).filter(unit=cast.bu).first() or autumn.strategy(cast)
    med.hand_on(cycle=cycle, by=cast.mads, at=IN_JUNE, on=date(2027, 6, 14))
    strategy.refresh_from_db()
    assert strategy.evaluation == "Vi talte mere sammen.\n\nFlere oplæg."


def test_a_year_that_is_not_evaluated_hands_nothing_on(cast: Cast) -> None:
    with pytest.raises(med.NotEvaluated):
        med.hand_on(cycle=answered(cast), by=cast.mads, at=IN_JUNE, on=date(2027, 6, 14))
