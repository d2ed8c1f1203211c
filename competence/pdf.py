"""PDFs that everybody can read: tagged (PDF/UA-1), with our letters in them, made without network or files.

Rows of a table are slow (8.5 ms each), so a document has at most `MOST_ROWS`; longer lists are for Excel.
"""

from functools import cache
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.text import slugify
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

MOST_ROWS = 300
STYLE = settings.BASE_DIR / "templates" / "pdf" / "document.css"
FONTS = {
    "font:latin": "vendor/inter/inter-latin-wght-normal.woff2",
    "font:latin-ext": "vendor/inter/inter-latin-ext-wght-normal.woff2",
}


class TooManyRows(Exception):
    """The table is too long for a document; Excel takes it."""


class ClosedFetcher(URLFetcher):
    """Hands out our own fonts and nothing else: no text can make the server read a file or an address."""

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        if url not in FONTS:
            raise PermissionError(url)
        return URLFetcherResponse(url, body=_font(FONTS[url]), headers={"Content-Type": "font/woff2"})


@cache
def _font(name: str) -> bytes:
    found = finders.find(name)
    return (Path(found) if isinstance(found, str) else settings.STATIC_ROOT / name).read_bytes()


@cache
def _letters() -> tuple[FontConfiguration, CSS]:
    """The fonts and the style sheet, read once in each process."""
    fonts = FontConfiguration()
    return fonts, CSS(string=STYLE.read_text(), font_config=fonts, url_fetcher=ClosedFetcher())


def render(template: str, context: dict[str, object], *, language: str = "", rows: int = 0) -> bytes:
    """The document in `language` (default: the active one). Raises TooManyRows when it has more than MOST_ROWS."""
    if rows > MOST_ROWS:
        raise TooManyRows(rows)
    with translation.override(language or translation.get_language()):
        text = render_to_string(template, context | {"language": translation.get_language()})
    fonts, style = _letters()
    document = HTML(string=text, url_fetcher=ClosedFetcher())
    pdf: bytes = document.write_pdf(stylesheets=[style], font_config=fonts, pdf_variant="pdf/ua-1")
    return pdf


def response(content: bytes, name: str) -> HttpResponse:
    """The document as a file called `name`.pdf."""
    answer = HttpResponse(content, content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="{file_name(name)}.pdf"'
    return answer


def file_name(name: str) -> str:
    """`name` in letters that every machine takes: `Plan Ærø` is `plan-aeroe`."""
    plain = name.lower().translate({ord("æ"): "ae", ord("ø"): "oe", ord("å"): "aa", ord("ä"): "a", ord("ö"): "o"})
    return slugify(plain) or "file"
