from datetime import date
from io import BytesIO

import pikepdf
import pytest

from annualcycle import pdf as documents
from annualcycle.domain import orientation
from competence import pdf
from tests.annualcycle.january import IN_JANUARY, answered
from tests.cast import Cast


def test_a_document_is_tagged_titled_and_carries_its_letters(cast: Cast) -> None:
    cycle = answered(cast)
    made = orientation.publish(cycle=cycle, by=cast.mads, at=IN_JANUARY)
    content = documents.orientation(made, on=date(2027, 1, 14), language="da")
    with pikepdf.open(BytesIO(content)) as file, file.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["dc:title"] == "Det skal vi lære i 2027"
        assert str(file.Root.Lang) == "da"
        assert bool(file.Root.MarkInfo.Marked)
        fonts = {str(font.BaseFont) for font in file.pages[0].Resources.Font.values()}
    assert fonts
    assert all("+Inter" in name for name in fonts)


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
