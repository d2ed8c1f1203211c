"""The example municipality is worth opening whatever the day: as each of its accounts, no link leads nowhere."""

import re
from collections.abc import Iterator
from datetime import datetime
from urllib.parse import urljoin, urlsplit
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.test import Client
from django.utils import translation
from lxml import html

from competence.models import Employee, Municipality
from config.example import accounts, load

ZONE = ZoneInfo("Europe/Copenhagen")
# In spring, with the talks of the year far away, and on a day that most years do not have.
DAYS = [datetime(2027, 3, 10, 8, tzinfo=ZONE), datetime(2028, 2, 29, 12, tzinfo=ZONE)]
ELSEWHERE = re.compile(r"^(?:mailto|tel|webcal|https?):|/account/|/language/")


@pytest.fixture(params=DAYS, ids=lambda day: f"{day:%d-%m-%Y}")
def now(request: pytest.FixtureRequest, db: None) -> Iterator[datetime]:
    """A day on which the example has been loaded."""
    now: datetime = request.param
    with time_machine.travel(now), translation.override("da"):
        load.load(now=now)
        yield now


def test_every_link_leads_somewhere(now: datetime) -> None:
    broken = {}
    seen: set[str] = set()
    for root in Municipality.objects.filter(is_example=True).select_related("unit"):
        for _name, email, what in accounts.open_for(root.unit):
            for url, status, came_from in _walk(Employee.objects.get(email=email), seen):
                if status not in (200, 302):
                    broken[f"{url} as {what}, from {came_from}"] = status
    assert broken == {}
    assert len(seen) > 100, "the walk has ended early"


def _walk(person: Employee, seen: set[str]) -> Iterator[tuple[str, int, str]]:
    """From the start page of `person` by links of a kind nobody has `seen`: address, status, and the page before it."""
    client = Client(raise_request_exception=False)
    client.force_login(person)
    waiting = [("/", "")]
    while waiting:
        url, came_from = waiting.pop()
        answer = client.get(url)
        yield url, answer.status_code, came_from
        if answer.status_code == 200 and not answer.streaming and "text/html" in answer["Content-Type"]:
            for link in _links(answer.content.decode(), url):
                if _kind(link) not in seen:
                    seen.add(_kind(link))
                    waiting.append((link, url))


def _links(text: str, url: str) -> list[str]:
    page = html.document_fromstring(text or "<p>")
    found = [str(link) for link in page.xpath("//a/@href") if not ELSEWHERE.search(str(link))]
    return [urljoin(url, link).partition("#")[0] for link in found]


def _kind(url: str) -> str:
    """Addresses that differ in numbers only are of one kind, whatever they ask for."""
    return re.sub(r"\d+", "1", urlsplit(url).path)
