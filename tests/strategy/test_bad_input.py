"""Whatever is sent to a form of the strategy area gets an answer in words, and what was typed stays."""

import re

import pytest
from django.test import Client

from tests.access import ROWS, Row
from tests.cast import Cast

FIELD = re.compile(r'<(?:input|textarea|select)[^>]* name="(\w+)"')
WRITTEN = re.compile(r'<textarea[^>]* name="(?!text")|<input type="text"')
LONG = "å" * 10_000
# Nothing, no number, a number of no row, digits that are none, days at the ends of time.
BAD = ("", "hvad?", "99999999999999999999", "²²²²", "0001-01-01", "9999-12-31")
ASKED = ("q", "year", "quarter", "with", "unit", "on", "change", "part", "reported")
ALWAYS = {"text", "revision", "unit", "employee", "part", "to", "direction", "year", "begin"}
AREA = [row for row in ROWS if row.route.startswith("strategy:") and (not row.is_file or row.method == "POST")]
FORMS = [row for row in AREA if row.method == "GET"]


def _reader(row: Row) -> str:
    """Somebody whom the row lets in."""
    allowed = [names.split()[0] for names, answer in row.given.items() if answer[:3] in ("200", "302")]
    return allowed[0] if allowed else "mads"


def _fields(page: str) -> set[str]:
    return set(FIELD.findall(page)) - {"csrfmiddlewaretoken"}


@pytest.mark.parametrize("row", AREA, ids=lambda row: f"{row.method} {row.route}")
def test_no_form_and_no_address_breaks(row: Row, cast: Cast, client: Client) -> None:
    url, _secret = row.prepare(cast)
    client.force_login(cast.member(_reader(row)))
    names = _fields(client.get(url).content.decode()) | set(row.data) | ALWAYS
    for value in (*BAD, LONG):
        assert client.post(url, dict.fromkeys(names, value)).status_code in (200, 302, 403, 404, 405)
    for value in BAD:
        assert client.get(url, dict.fromkeys(ASKED, value)).status_code in (200, 302, 404, 405)


@pytest.mark.parametrize("row", FORMS, ids=lambda row: row.route)
def test_what_was_typed_stays_when_it_is_too_long(row: Row, cast: Cast, client: Client) -> None:
    url, _secret = row.prepare(cast)
    client.force_login(cast.member(_reader(row)))
    page = client.get(url).content.decode()
    response = client.post(url, dict.fromkeys(_fields(page), LONG))
    if WRITTEN.search(page) and response.status_code == 200:
        assert LONG in response.content.decode()
        assert "field-error" in response.content.decode()
