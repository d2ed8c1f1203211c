"""What is asked and sent in the strategy area beside its forms: in addresses, by row buttons and by scripts.

What is wrong in the fields of forms is tried by `tests/test_bad_input.py`, for every form of every page.
"""

import re
from pathlib import Path

import pytest
from django.test import Client

from tests.access import ROWS, Row
from tests.cast import Cast

LONG = "å" * 10_000
# Nothing, no number, a number of no row, digits that are none, days at the ends of time.
BAD = ("", "hvad?", "99999999999999999999", "²²²²", "0001-01-01", "9999-12-31", LONG)
# What pages read from their address. `post` and the rest of a search are fields of forms, too.
ASKED = {
    "strategy:fund_rules": ("on",),
    "strategy:export": ("year",),
    "strategy:duties": ("year",),
    "strategy:quarter": ("year", "quarter"),
    "strategy:first_aid_new": ("q", "employee"),
    "strategy:introduction_new": ("post",),
    "strategy:introduction_mentor": ("q", "mentor"),
    "strategy:need_new": ("reported", "measure"),
    "strategy:differences": ("with",),
    "strategy:new": ("unit",),
    "strategy:group": ("q", "part"),
    "strategy:foundation_new": ("change",),
}
# What buttons of a row and scripts send.
SENT = {
    "strategy:section_move": ("direction", "to"),
    "strategy:need_move": ("direction", "to"),
    "strategy:member_add": ("employee", "part"),
    "strategy:tree_close": ("open",),
    "strategy:introduction_item_done": ("done",),
    "strategy:new": ("unit", "begin"),
    "strategy:autosave": ("text", "revision"),
    "strategy:settle": ("text", "revision"),
}
READ = re.compile(r'request\.(?:GET|POST)\.(?:get|getlist)\("(\w+)"')


def _row(route: str, method: str) -> Row:
    return next(row for row in ROWS if (row.route, row.method) == (route, method))


def _client(row: Row, cast: Cast) -> tuple[Client, str]:
    """Somebody whom the row lets in, and the address."""
    url, _secret = row.prepare(cast)
    allowed = [names.split()[0] for names, answer in row.given.items() if answer[:3] in ("200", "302")]
    client = Client()
    client.force_login(cast.member(allowed[0] if allowed else "mads"))
    return client, url


def test_every_word_that_a_view_reads_is_tried() -> None:
    read = {name for path in Path("strategy/views").glob("*.py") for name in READ.findall(path.read_text())}
    # A form sends `next` by its own buttons, and any word is taken for one of two.
    assert read - {name for names in (*ASKED.values(), *SENT.values()) for name in names} == {"next"}


@pytest.mark.parametrize("route", ASKED)
def test_no_address_breaks(route: str, cast: Cast) -> None:
    client, url = _client(_row(route, "GET"), cast)
    answers = {client.get(url, dict.fromkeys(ASKED[route], value)).status_code for value in BAD}
    assert answers <= {200, 302, 404}


@pytest.mark.parametrize("route", SENT)
def test_nothing_that_buttons_and_scripts_send_breaks(route: str, cast: Cast) -> None:
    row = _row(route, "GET" if route == "strategy:settle" else "POST")
    client, url = _client(row, cast)
    answers = {client.post(url, row.data | dict.fromkeys(SENT[route], value)).status_code for value in BAD}
    assert answers <= {200, 302, 404}


@pytest.mark.parametrize(
    "route",
    [
        *("strategy:need_new", "strategy:pool_new", "strategy:agenda", "strategy:period"),
        *("strategy:tree_new", "strategy:tree_edit", "strategy:cause_new", "strategy:measure"),
    ],
)
def test_what_was_typed_stays_when_it_is_too_long(route: str, cast: Cast) -> None:
    client, url = _client(_row(route, "GET"), cast)
    page = client.post(url, dict.fromkeys(client.get(url).context["form"].fields, LONG)).content.decode()
    assert (LONG in page, "field-error" in page) == (True, True)
