"""Every page of the access matrix in a real browser, desktop and phone: axe-core finds nothing, nothing overflows."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Response
from pytest_django.live_server_helper import LiveServer

from tests import cast as cast_module
from tests.access import ROWS, Row
from tests.browser.axe import findings
from tests.browser.contexts import DESKTOP, PHONE, open_context
from tests.browser.people import sign_in
from tests.cast import Cast


def _reader(row: Row) -> str:
    """Somebody who may open the page, who sees most of it first."""
    members = [*cast_module.MEMBERS, "anonymous"]
    return min(
        (name for name in members if row.expected(name).startswith("200")),
        key=lambda name: (not row.expected(name).endswith("sees"), members.index(name)),
        default="",
    )


PAGES = [row for row in ROWS if row.method == "GET" and not row.is_file and _reader(row)]


def _is_page(answer: Response | None) -> bool:
    """Style sheets and parts of pages have no frame to check."""
    assert answer
    return answer.headers.get("content-type", "").startswith("text/html") and "<!DOCTYPE html>" in answer.text()


@pytest.fixture(scope="module")
def window(chromium: Browser) -> Iterator[Page]:
    """One window for all pages: it fetches style sheets and scripts once."""
    context = open_context(chromium, viewport=DESKTOP)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("row", PAGES, ids=lambda row: row.route)
@pytest.mark.django_db(transaction=True)
def test_page_is_accessible_and_fits(row: Row, cast: Cast, live_server: LiveServer, window: Page) -> None:
    name = _reader(row)
    path, _secret = row.prepare(cast)
    window.context.clear_cookies()
    if name != "anonymous":
        sign_in(window, cast.member(name), live_server.url)
    window.set_viewport_size(DESKTOP)
    if not _is_page(window.goto(live_server.url + path)):
        return
    for size in (DESKTOP, PHONE):
        window.set_viewport_size(size)
        assert findings(window) == []
        assert window.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), "scrolls sideways"
