"""PDFs to read and to keep: each file is both PDF/UA-1 (tagged, for everybody) and PDF/A-3a (for the archive).

Made without network or files, with our letters in them. WeasyPrint writes PDF/A-3a; what PDF/UA-1 asks for beyond it
is an identification and the title in the window. The same input gives the same bytes: dates and the file's identifier
come from what is told, never from the clock. Rows of a table are slow (8.5 ms each), so a document has at most
`MOST_ROWS`; longer lists are for Excel.
"""

import hashlib
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import NamedTemporaryFile

import pikepdf
from django.conf import settings
from django.contrib.staticfiles import finders
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.text import slugify
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

MOST_ROWS = 300
STYLE = settings.BASE_DIR / "templates" / "pdf" / "document.css"
# Says that the file is PDF/UA-1 too, and explains that word, as PDF/A asks for every word it does not know itself.
ACCESSIBLE = (settings.BASE_DIR / "templates" / "pdf" / "accessible.xmp").read_bytes()
INTER = "vendor/inter/inter-{}-wght-normal.woff2"
FONTS = {
    f"font:{letters}-{weight}": (INTER.format(letters), weight, False)
    for letters in ("latin", "latin-ext")
    for weight in (400, 600, 700)
} | {f"font:tabular-{weight}": (INTER.format("latin"), weight, True) for weight in (400, 600)}

PICTURES = {"picture:cover": STYLE.parent / "cover.svg"}


class TooManyRows(Exception):
    """The table is too long for a document; Excel takes it."""


class ClosedFetcher(URLFetcher):
    """Hands out our own fonts and pictures, nothing else: no text can make the server read a file or an address."""

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        if url in PICTURES:
            return URLFetcherResponse(url, body=PICTURES[url].read_bytes(), headers={"Content-Type": "image/svg+xml"})
        if url not in FONTS:
            raise PermissionError(url)
        return URLFetcherResponse(url, body=_font(*FONTS[url]), headers={"Content-Type": "font/ttf"})


def cut_fonts() -> None:
    """Cut every weight that documents use, before the first reader waits for it."""
    for cut in FONTS.values():
        _font(*cut)


@cache
def _font(name: str, weight: int, tabular: bool) -> bytes:
    """One weight of our variable font, cut once and kept: WeasyPrint would cut it anew for each document, and write the
    time of day into it.

    A `tabular` one has digits of one width for columns. It is a font of its own because WeasyPrint loses memory with
    every piece of text that asks for a feature of a font.
    """
    found = finders.find(name)
    source = (Path(found) if isinstance(found, str) else settings.STATIC_ROOT / name).read_bytes()
    kept = settings.VAR_DIR / "fonts" / f"{hashlib.sha256(source).hexdigest()[:16]}-{weight}{'-tabular' * tabular}.ttf"
    if not kept.exists():
        kept.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=kept.parent, delete=False) as output:
            font = _tabular(_font(name, weight, False)) if tabular else _cut(source, weight)
            font.save(output)
        Path(output.name).replace(kept)
    return kept.read_bytes()


def _cut(source: bytes, weight: int) -> TTFont:
    font = TTFont(BytesIO(source), recalcTimestamp=False)
    return instantiateVariableFont(font, {"wght": weight}, inplace=True, static=True)


def _tabular(cut: bytes) -> TTFont:
    """The font whose characters stand for what the feature `tnum` would replace them by."""
    font = TTFont(BytesIO(cut), recalcTimestamp=False)
    rules = font["GSUB"].table
    wanted = {
        index
        for one in rules.FeatureList.FeatureRecord
        if one.FeatureTag == "tnum"
        for index in one.Feature.LookupListIndex
    }
    tables = [table for index in wanted for table in rules.LookupList.Lookup[index].SubTable]
    even = {name: other for table in tables for name, other in getattr(table, "ExtSubTable", table).mapping.items()}
    for table in font["cmap"].tables:
        table.cmap = {code: even.get(name, name) for code, name in table.cmap.items()}
    return font


@cache
def _letters() -> tuple[FontConfiguration, CSS]:
    """The fonts and the style sheet, read once in each process."""
    fonts = FontConfiguration()
    return fonts, CSS(string=STYLE.read_text(), font_config=fonts, url_fetcher=ClosedFetcher())


def render(
    template: str, context: dict[str, object], *, language: str = "", rows: int = 0, styles: tuple[str, ...] = ()
) -> bytes:
    """The document in `language` (default: the active one), dated `made_on` of the context.

    `styles` are style sheets of `templates/pdf/` beside the common one. Raises TooManyRows when it has more than
    MOST_ROWS.
    """
    if rows > MOST_ROWS:
        raise TooManyRows(rows)
    with translation.override(language or translation.get_language()):
        text = render_to_string(template, context | {"language": translation.get_language()})
    return _accessible(draw(text, styles=styles))


def draw(text: str, *, styles: tuple[str, ...] = ()) -> bytes:
    """The page `text` as PDF/A-3a, as WeasyPrint writes it."""
    fonts, style = _letters()
    document = HTML(string=text, url_fetcher=ClosedFetcher())
    identifier = hashlib.sha256(text.encode()).digest()[:16]
    pdf: bytes = document.write_pdf(
        stylesheets=[style, *map(_style, styles)],
        font_config=fonts,
        pdf_variant="pdf/a-3a",
        pdf_identifier=identifier,
    )
    return pdf


@cache
def _style(name: str) -> CSS:
    return CSS(string=(STYLE.parent / name).read_text(), font_config=_letters()[0], url_fetcher=ClosedFetcher())


def _accessible(content: bytes) -> bytes:
    """The file with what PDF/UA-1 asks for beyond PDF/A-3a, and the way each heading of a table reads."""
    output = BytesIO()
    with pikepdf.open(BytesIO(content)) as file:
        metadata = file.Root.Metadata.read_bytes()
        file.Root.Metadata.write(metadata.replace(b"</rdf:RDF>", ACCESSIBLE + b"</rdf:RDF>"))
        file.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
        for element in file.objects:
            if isinstance(element, pikepdf.Dictionary) and element.get("/S") == "/TH" and "/A" in element:
                element.A.Scope = pikepdf.Name.Column if element.P.P.S == "/THead" else pikepdf.Name.Row
        file.save(output, deterministic_id=True)
    return output.getvalue()


def response(content: bytes, name: str) -> HttpResponse:
    """The document as a file called `name`.pdf."""
    answer = HttpResponse(content, content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="{file_name(name)}.pdf"'
    return answer


def file_name(name: str) -> str:
    """`name` in letters that every machine takes: `Plan Ærø` is `plan-aeroe`."""
    plain = name.lower().translate({ord("æ"): "ae", ord("ø"): "oe", ord("å"): "aa", ord("ä"): "a", ord("ö"): "o"})
    return slugify(plain) or "file"
