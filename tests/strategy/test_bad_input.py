"""Whatever is sent to a form of the strategy area gets an answer in words, and what was typed stays."""

import re

import pytest
from django.test import Client

from tests.access import ROWS, Row
from tests.cast import Cast

FIELD = re.compile(r'<(?:input|textarea|select)[^>]* name="(\w+)"')
LONG = "å" * 10_000
# Nothing, far too much, no number, a number of no row, digits that are none, days at the ends of time, a zero byte.
BAD = ("", LONG, "hvad?", "99999999999999999999", "²²²²", "0001-01-01", "9999-12-31", "a\x00b")
AREA = [row for row in ROWS if row.route.startswith("strategy:")]
WRITABLE = [row for row in AREA if not row.is_file or row.method == "POST"]


def _reader(row: Row) -> str:
    """Somebody whom the row lets in."""
    allowed = [names.split()[0] for names, answer in row.given.items() if answer[:3] in ("200", "302")]
    return allowed[0] if allowed else "mads"


@pytest.mark.parametrize("row", WRITABLE, ids=lambda row: f"{row.method} {row.route}")
def test_no_form_breaks(row: Row, cast: Cast, client: Client) -> None:
    url, _secret = row.prepare(cast)
    client.force_login(cast.member(_reader(row)))
    names = set(FIELD.findall(client.get(url).content.decode())) - {"csrfmiddlewaretoken"} | set(row.data)
    names |= {"text", "revision", "unit", "employee", "part", "to", "direction", "year", "begin"}
    for value in BAD:
        response = client.post(url, dict.fromkeys(names, value))
        assert response.status_code in (200, 302, 403, 404, 405)
        asked = client.get(
            url, {"q": value, "year": value, "quarter": value, "with": value, "unit": value, "on": value}
        )
        assert asked.status_code in (200, 302, 404, 405)
