"""Why somebody wishes for something stays with the wish: no list and no file of many tells it (source: S30).

Reasons can speak of health or of what somebody is not good at. They are read where one wish is read or assessed, and by
the leadership group on its own page of the needs during the year.
"""

import re
import zipfile
from io import BytesIO

import pytest
from django.http import HttpResponseBase
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from annualcycle.models import Cycle, Wish
from tests.access import ROWS, Row
from tests.annualcycle.board import published_cycle, submitted_wish
from tests.cast import Cast

REASONS = {
    "motivation": "Helbredsgrund",
    "why_now": "Hastegrund",
    "application": "Brugsgrund",
    "sharing": "Delingsgrund",
}
# Somebody of each role, and employees of other units.
READERS = ("mads", "tove", "finn", "dan", "hanne", "adam", "mette", "tess", "anna", "ylva", "sven")
LEADERSHIP_GROUP = {"mads", "tove", "finn"}
# Pages of one wish, and the page on which an assessor scores each in turn, motivation being one of the criteria.
ABOUT_ONE_WISH = {
    *("year:wish", "year:wish_edit", "year:answer", "year:board_wish", "year:assess", "year:assess_wish"),
    "year:offers",
}
GROUPS_OWN_PAGE = "year:ad_hoc"
LISTS = [
    row
    for row in ROWS
    if row.method == "GET" and row.route.split(":")[0] in ("year", "strategy") and row.route not in ABOUT_ONE_WISH
]


@pytest.mark.parametrize("row", LISTS, ids=lambda row: row.route)
def test_no_list_and_no_file_tells_why_somebody_wishes(row: Row, cast: Cast) -> None:
    url, _secret = row.prepare(cast)
    _wish_everywhere(cast)
    # What a row refuses, the access matrix proves to be refused.
    told = {name for name in READERS if row.expected(name).startswith("200") and _reasons(_read(cast, name, url))}
    assert told == (LEADERSHIP_GROUP if row.route == GROUPS_OWN_PAGE else set())


@pytest.mark.parametrize("name", sorted(LEADERSHIP_GROUP))
def test_the_group_reads_on_its_own_page_only_why_it_cannot_wait(cast: Cast, name: str) -> None:
    cycle = _wish_everywhere(cast)
    assert _reasons(_read(cast, name, reverse("year:ad_hoc", args=[cycle.pk]))) == {"Hastegrund"}


def test_a_leader_reads_all_of_them_where_the_wish_is_read(cast: Cast) -> None:
    """So that the tests above look for something that is there."""
    _wish_everywhere(cast)
    wish = Wish.objects.get(employee=cast.bo, is_ad_hoc=True)
    assert _reasons(_read(cast, "tove", reverse("year:wish", args=[wish.pk]))) == set(REASONS.values())


def _wish_everywhere(cast: Cast) -> Cycle:
    """In each year there is, and in one at least, a wish for December and one that cannot wait, with all reasons."""
    years = list(Cycle.objects.filter(unit=cast.bu)) or [published_cycle(cast)]
    for cycle in years:
        for number, person in enumerate((cast.bo, cast.eva)):
            submitted_wish(cycle, person, title=f"Kursus {number}")
            submitted_wish(cycle, person, title=f"Netværk {number}", is_ad_hoc=True, why_now="Nu")
    Wish.objects.filter(is_ad_hoc=True).update(**REASONS)
    Wish.objects.filter(is_ad_hoc=False).update(**{name: text for name, text in REASONS.items() if name != "why_now"})
    return years[0]


def _read(cast: Cast, name: str, url: str) -> str:
    client = Client()
    client.force_login(cast.member(name))
    return _words(client.get(url))


def _words(response: HttpResponseBase) -> str:
    """What can be read in a page, a workbook, a document or a file of any of these."""
    content = response.getvalue() if response.streaming else response.content  # type: ignore[attr-defined]  # a test client keeps the parts
    return _text(content)


def _text(content: bytes) -> str:
    if content.startswith(b"%PDF"):
        return " ".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)
    if content.startswith(b"PK"):
        with zipfile.ZipFile(BytesIO(content)) as file:
            return " ".join(_text(file.read(name)) for name in file.namelist())
    return content.decode(errors="ignore")


def _reasons(text: str) -> set[str]:
    return set(re.findall("|".join(REASONS.values()), text))
