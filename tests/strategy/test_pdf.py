import re
from collections import Counter
from collections.abc import Callable
from datetime import UTC, date, datetime
from html import unescape
from itertools import pairwise

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils.html import strip_tags

from annualcycle.domain import cycle as cycles
from annualcycle.models import Cycle
from competence.models import LawReference, Unit
from strategy import pdf
from strategy.domain import editing, examples, versions
from strategy.models import Strategy
from tests import papers
from tests.annualcycle import autumn
from tests.cast import Cast
from tests.strategy import writing

HEADINGS_OF_NEEDS = "Nr. Det skal vi lære For hvem Hvordan"
WRITTEN = date(2025, 11, 1)


def version(cast: Cast, unit: Unit | None = None, needs: int = 0) -> Strategy:
    """The approved strategy of the autumn, or one with a long table of needs."""
    if not needs:
        found = autumn.strategy(cast)
    else:
        drafted = versions.draft(
            unit=unit or cast.bu, title="Lang strategi", starts_on=date(2026, 1, 1), ends_on=date(2027, 12, 31)
        )
        section = editing.add_section(strategy=drafted, number="1", title="Alt, vi skal kunne", on=WRITTEN)
        for number in range(needs):
            facts = editing.NeedFacts(f"Behov {number} om æbler, øl og ålegræs", "everyone")
            editing.add_need(section=section, facts=facts, on=WRITTEN)
        found = versions.adopt(strategy=drafted, committee="MED-udvalget", on=date(2025, 12, 10))
    return Strategy.objects.select_related("unit__municipality").get(pk=found.pk)


@pytest.mark.papers
def test_the_document_is_both_for_the_archive_and_for_everybody(cast: Cast) -> None:
    content = papers.keep("strategy", pdf.strategy(version(cast), language="da"))
    assert papers.claims(content) == {
        "archive": "3A",
        "accessible": "1",
        "title": "Strategi for kompetencer",
        "language": "da",
    }
    assert papers.faults(content) == []
    assert papers.fonts(content) == {"Inter embedded", "Inter Tabular embedded"}


def test_headings_begin_at_one_and_leave_no_level_out(cast: Cast) -> None:
    levels = papers.headings(pdf.strategy(version(cast), language="da"))
    assert levels == [1, 2, 2, 3, 2]


def test_the_cover_says_whose_which_version_approved_by_whom_and_for_when(cast: Cast) -> None:
    cover = papers.pages(pdf.strategy(version(cast), language="da"))[0]
    assert cover == (
        "Nordby Kommune Børn og Unge Strategi for kompetencer 1. januar 2026 til 31. december 2028 "
        "Version 1 Godkendt af MED-udvalget Godkendt den 10. december 2025"
    )


def test_the_contents_name_the_page_of_each_section(cast: Cast) -> None:
    made = papers.pages(pdf.strategy(version(cast), language="da"))
    contents = re.sub(r"[ .]{4,}", " … ", made[1])
    assert "3 Det skal vi kunne … 3 3.2 Samtaler … 3 Året i overblik … 4" in contents
    assert "3.2 Samtaler" in made[2]
    assert "Året i overblik" in made[3]


def test_every_page_but_the_cover_says_where_it_is_and_of_how_many(cast: Cast) -> None:
    made = papers.pages(pdf.strategy(version(cast, needs=60), language="da"))
    said = [re.findall(r"Side (\d+) af (\d+)", page) for page in made]
    assert said == [[], *([(str(number), str(len(made)))] for number in range(2, len(made) + 1))]
    assert ["Nordby Kommune · Børn og Unge" in page for page in made] == [False] + [True] * (len(made) - 1)


@pytest.mark.papers
def test_a_table_over_several_pages_repeats_its_headings(cast: Cast) -> None:
    content = papers.keep("strategy-long", pdf.strategy(version(cast, needs=60), language="da"))
    with_needs = [page for page in papers.bodies(content) if "ålegræs" in page]
    assert len(with_needs) > 2
    assert [page.count(HEADINGS_OF_NEEDS) for page in with_needs] == [1] * len(with_needs)
    assert papers.faults(content) == []


def test_no_row_of_needs_stands_alone_on_a_page(cast: Cast) -> None:
    for needs in (17, 18, 19, 20, 21):
        made = papers.bodies(pdf.strategy(version(cast, needs=needs), language="da"))
        rows = [len(re.findall(r"Behov \d+ om", page)) for page in made]
        assert sum(rows) == needs
        assert 1 not in rows


def test_the_year_is_drawn_and_told(cast: Cast) -> None:
    told = papers.bodies(pdf.strategy(version(cast), language="da"))[-1]
    assert "Samtaler og planer 1. august til 30. november" in told


def test_the_same_version_gives_the_same_bytes_another_day(cast: Cast) -> None:
    found = version(cast)
    first = pdf.strategy(found, language="da")
    with time_machine.travel(date(2027, 3, 1)):
        assert pdf.strategy(found, language="da") == first


def other_dates(cast: Cast) -> Cycle:
    """The year of Børn og Unge 2026, whose talks open a month later than usual."""
    cycle = cycles.ensure(unit=cast.bu, year=2026, by=None, at=datetime(2026, 1, 5, 9, tzinfo=UTC))
    return cycles.set_dates(cycle=cycle, dates={"talks_open_on": date(2026, 9, 1)})


def test_a_year_planned_or_moved_after_the_approval_leaves_the_document_as_it_was(cast: Cast) -> None:
    found = version(cast)
    first = pdf.strategy(found, language="da")
    other_dates(cast)
    assert pdf.strategy(found, language="da") == first


def test_a_version_shows_the_year_as_it_was_planned_when_it_was_approved(cast: Cast) -> None:
    cycle = other_dates(cast)
    found = version(cast)
    cycles.set_dates(cycle=cycle, dates={"talks_open_on": date(2026, 8, 10)})
    assert "Samtaler og planer 1. september til" in papers.bodies(pdf.strategy(found, language="da"))[-1]


def test_a_version_approved_before_its_dates_were_kept_shows_the_year_as_it_is(cast: Cast) -> None:
    found = version(cast)
    found.kept_dates = None
    other_dates(cast)
    assert "Samtaler og planer 1. september til" in papers.bodies(pdf.strategy(found, language="da"))[-1]


def test_what_is_renamed_after_the_approval_leaves_the_document_as_it_was(cast: Cast) -> None:
    found = versions.adopt(strategy=writing.full(cast), committee="MED-udvalget", on=date(2026, 10, 1))
    first = pdf.strategy(found, language="da")
    told = "\n".join(papers.pages(first))
    Unit.objects.filter(pk__in=[cast.nordby.pk, cast.bu.pk, cast.fam.pk]).update(name="Noget andet")
    LawReference.objects.filter(municipality=cast.nordby, code="barnets lov § 20").update(code="barnets lov § 99")
    again = Strategy.objects.select_related("unit__municipality").get(pk=found.pk)
    assert all(name in told for name in ("Nordby Kommune", "Børn og Unge", "Familie", "Barnets lov § 20"))
    assert pdf.strategy(again, language="da") == first


def complete(cast: Cast, language: str = "da") -> Strategy:
    """The product's complete example, approved: foundations, goals, Markdown, needs of every kind."""
    drafted = versions.draft(
        unit=cast.bu, title="Hele strategien", starts_on=date(2026, 1, 1), ends_on=date(2027, 12, 31)
    )
    examples.fill(strategy=drafted, language=language, on=WRITTEN)
    found = versions.adopt(strategy=drafted, committee="MED-udvalget", on=date(2025, 12, 10))
    return Strategy.objects.select_related("unit__municipality").get(pk=found.pk)


@pytest.mark.papers
@pytest.mark.parametrize("language", ["da", "sv"])
def test_the_complete_example_is_for_the_archive_and_for_everybody(cast: Cast, language: str) -> None:
    content = papers.keep(f"strategy-complete-{language}", pdf.strategy(complete(cast, language), language=language))
    assert papers.faults(content) == []
    levels = papers.headings(content)
    assert all(after - before <= 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("of", [version, complete])
def test_the_document_says_what_the_page_says(cast: Cast, client: Client, of: Callable[[Cast], Strategy]) -> None:
    found = of(cast)
    client.force_login(cast.anna)
    page = client.get(reverse("strategy:strategy", args=[found.pk])).content.decode()
    read = re.search(r'<div class="reading-text">(.*?)<aside', page, re.S)
    assert read
    on_page = Counter(unescape(strip_tags(read[1].replace("<", " <"))).split())
    first = (
        2
        if of is version
        else next(n for n, text in enumerate(papers.pages(pdf.strategy(found))) if n > 1 and "1 " in text[:90])
    )
    made = papers.bodies(pdf.strategy(found, language="da"))[first:-1]
    headings = HEADINGS_OF_NEEDS.split() * " ".join(made).count(HEADINGS_OF_NEEDS)
    on_paper = Counter(" ".join(made).split())
    on_paper -= Counter(headings + re.findall(r"(?<!\S)\d+(?:\.\d+){1,2}(?!\S)", " ".join(made)))
    on_page -= Counter(re.findall(r"(?<!\S)\d+\.\d+(?!\S)", " ".join(on_page.elements())))
    bullets = {"•", "◦", "▪"}
    assert {k: v for k, v in on_paper.items() if k not in bullets} == dict(on_page)


def test_why_a_course_outside_is_right_is_read_on_the_page_and_in_the_document(cast: Cast, client: Client) -> None:
    said, found = "Området er så smalt, at ingen i huset kan undervise", complete(cast)
    client.force_login(cast.anna)
    assert said in client.get(reverse("strategy:strategy", args=[found.pk])).content.decode()
    assert said in " ".join(papers.bodies(pdf.strategy(found, language="da")))


def test_a_draft_is_no_document(cast: Cast) -> None:
    drafted = versions.draft(unit=cast.bu, title="Kladde", starts_on=date(2026, 1, 1), ends_on=date(2026, 12, 31))
    with pytest.raises(pdf.NotApproved):
        pdf.strategy(drafted)


def test_everybody_of_the_municipality_takes_the_document_away(cast: Cast, client: Client) -> None:
    client.force_login(cast.karl)
    response = client.get(reverse("strategy:strategy_pdf", args=[version(cast).pk]))
    assert response["Content-Disposition"] == (
        'attachment; filename="boern-og-unge-strategi-for-kompetencer-version-1.pdf"'
    )
    assert response.content.startswith(b"%PDF-")
