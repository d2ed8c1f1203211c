from datetime import date

import pytest

from annualcycle import pdf as documents
from annualcycle.domain import orientation
from competence import pdf
from tests import papers
from tests.annualcycle.january import IN_JANUARY, answered
from tests.annualcycle.test_documents import confirmed_plan
from tests.cast import Cast


@pytest.mark.papers
def test_a_document_is_tagged_titled_and_carries_its_letters(cast: Cast) -> None:
    cycle = answered(cast)
    made = orientation.publish(cycle=cycle, by=cast.mads, at=IN_JANUARY)
    content = documents.orientation(made, on=date(2027, 1, 14), language="da")
    assert papers.claims(papers.keep("orientation", content)) == {
        "archive": "3A",
        "accessible": "1",
        "title": "Det skal vi lære i 2027",
        "language": "da",
    }
    assert papers.fonts(content) == {"Inter embedded", "Inter Tabular embedded"}
    assert papers.faults(content) == []


@pytest.mark.parametrize("url", ["file:///etc/passwd", "http://example.org/a.png", "data:text/plain,x"])
def test_documents_read_no_files_and_no_addresses(url: str) -> None:
    with pytest.raises(PermissionError):
        pdf.ClosedFetcher().fetch(url)


def test_a_table_too_long_for_a_document_is_refused() -> None:
    with pytest.raises(pdf.TooManyRows):
        pdf.render("pdf/orientation.html", {}, rows=pdf.MOST_ROWS + 1)


def test_file_names_are_plain_letters() -> None:
    assert pdf.file_name("Plan 2026 Åse Ærø-Østergaard") == "plan-2026-aase-aeroe-oestergaard"
    assert pdf.file_name("?") == "file"


@pytest.mark.papers
def test_a_plan_is_for_the_archive_and_for_everybody(cast: Cast) -> None:
    plan = confirmed_plan(answered(cast), cast.anna, cast.tove)
    version = plan.versions.select_related("plan__cycle__unit__municipality", "plan__employee").get()
    content = papers.keep("plan", documents.plan(version, on=date(2026, 10, 15), language="da"))
    claims = papers.claims(content)
    assert (claims["archive"], claims["accessible"], claims["title"]) == ("3A", "1", "Udviklingsplan 2026")
    assert papers.faults(content) == []


def test_no_style_of_a_document_asks_for_a_feature_of_a_font() -> None:
    """WeasyPrint never gives back what each such piece of text takes, so a worker would grow with every document."""
    styles = {path.name: path.read_text() for path in pdf.STYLE.parent.glob("*.css")}
    assert styles.keys() > {"document.css"}
    assert [name for name, style in styles.items() if "font-feature" in style or "font-variant" in style] == []
