"""What a test can read of a document."""

import os
import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pikepdf
from pdfua import Severity, validate
from pypdf import PageObject, PdfReader

# Running heads and feet lie outside this part of a page, in CSS pixels from above (A4 is 1123 high).
BODY = (100, 1040)
# The margin at the right begins here, in points from the left: a page is 595 wide, its margins 22 mm.
MARGIN = 533


def keep(name: str, content: bytes) -> bytes:
    """The document, also as a file where `make check-pdf` finds it."""
    if folder := os.environ.get("PAPERS"):
        Path(folder).mkdir(parents=True, exist_ok=True)
        (Path(folder) / f"{name}.pdf").write_bytes(content)
    return content


def faults(content: bytes) -> list[str]:
    """What `pdfua check` finds, of any severity, and the words that begin in the margin at the right."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "document.pdf"
        path.write_bytes(content)
        found = validate(str(path)).findings
    unfit = [f"{one.severity.name} {one.rule_id}: {one.message}" for one in found if one.severity >= Severity.INFO]
    return unfit + [f"in the margin: {words}" for words in _astray(content)]


def _astray(content: bytes) -> list[str]:
    """A table that is too wide is cut by the edge of the paper, and no rule of the standards sees it."""
    found: list[str] = []

    def read(text: str, user: list[float], matrix: list[float], _font: object, _size: object) -> None:
        left = matrix[4] * user[0] + matrix[5] * user[2] + user[4]
        if text.strip() and left > MARGIN:
            found.append(text.strip())

    for page in PdfReader(BytesIO(content)).pages:
        page.extract_text(visitor_text=read)
    return found


def claims(content: bytes) -> dict[str, str]:
    """What the file says of itself: both standards, title, language."""
    with pikepdf.open(BytesIO(content)) as file, file.open_metadata() as metadata:
        return {
            "archive": f"{metadata['pdfaid:part']}{metadata['pdfaid:conformance']}",
            "accessible": str(metadata["pdfuaid:part"]),
            "title": str(metadata["dc:title"]),
            "language": str(file.Root.Lang),
        }


def headings(content: bytes) -> list[int]:
    """The levels of the headings as the tags of the file order them."""
    with pikepdf.open(BytesIO(content)) as file:
        return [int(name[2]) for name in _tags(file.Root.StructTreeRoot.K) if re.fullmatch(r"/H[1-6]", name)]


def _tags(node: pikepdf.Object) -> Iterator[str]:
    if isinstance(node, pikepdf.Array):
        for child in node:
            yield from _tags(child)
    elif isinstance(node, pikepdf.Dictionary):
        if "/S" in node:
            yield str(node.S)
        if "/K" in node:
            yield from _tags(node.K)


def fonts(content: bytes) -> set[str]:
    """The names of the fonts, each with whether it is embedded."""
    with pikepdf.open(BytesIO(content)) as file:
        found = [one for one in file.objects if isinstance(one, pikepdf.Dictionary) and "/FontFamily" in one]
        return {f"{one.FontFamily} {'embedded' if '/FontFile2' in one else 'missing'}" for one in found}


def pages(content: bytes) -> list[str]:
    """The text of each page, blanks made one."""
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(content)).pages]


def bodies(content: bytes) -> list[str]:
    """As `pages`, without what repeats at the head and foot of each page."""
    return [" ".join(" ".join(_body(page)).split()) for page in PdfReader(BytesIO(content)).pages]


def _body(page: PageObject) -> list[str]:
    parts: list[str] = []

    def read(text: str, _user: object, matrix: list[float], _font: object, _size: object) -> None:
        if BODY[0] < matrix[5] < BODY[1]:
            parts.append(text)

    page.extract_text(visitor_text=read)
    return parts
