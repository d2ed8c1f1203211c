"""Every route as every member of the cast: what they get, and what they may read there.

The rows lie in `tests/access/`, one file for an area. A route that has no row fails.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from django.db import connection
from django.test import Client
from django.urls import get_resolver
from django.urls.resolvers import URLPattern, URLResolver

from competence.access import declared_access
from tests import cast as cast_module
from tests.access import ROWS, Row
from tests.cast import Cast

WRITES = re.compile(r'\s*(?:INSERT INTO|UPDATE|DELETE FROM) "(\w+)"')
# A number written as its reader does, "1.001", where a machine reads it: in an address, in what a choice sends.
WRITTEN_FOR_READERS = re.compile(
    r'(?:href|action|src|id|for|hx-\w+|data-base)="[^"]*?(?<![\d.])\d{1,3}[.\xa0]\d{3}(?![\d.])[^"]*"'
    r'|type="(?:hidden|radio|checkbox)"[^>]* value="\d{1,3}[.\xa0]\d{3}"|<option value="\d{1,3}[.\xa0]\d{3}"'
)
# Who took out what is noted when it is taken out; a session remembers the last request.
NOTED_BY_READING = {"competence_exportlog", "competence_exportlogevent", "competence_job", "django_session"}


def named_routes(resolver: URLResolver | None = None, namespace: str = "") -> set[str]:
    """Names of all routes of ours; those of libraries guard themselves."""
    names: set[str] = set()
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLResolver):
            inner = f"{namespace}{entry.namespace}:" if entry.namespace else namespace
            names |= named_routes(entry, inner)
        elif isinstance(entry, URLPattern) and declared_access(entry.callback) != "library":
            names.add(f"{namespace}{entry.name}")
    return names


def test_every_route_has_a_row() -> None:
    assert named_routes() - {row.route for row in ROWS} == set()


def test_every_row_names_a_route() -> None:
    assert {row.route for row in ROWS} - named_routes() == set()


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.method} {row.route}")
def test_route_answers_each_member_as_its_row_says(row: Row, cast: Cast) -> None:
    url, secret = row.prepare(cast)
    found = {name: _answer(row, url, name, cast, secret) for name in [*cast_module.MEMBERS, "anonymous"]}
    assert found == {name: row.expected(name) for name in found}


def _answer(row: Row, url: str, name: str, cast: Cast, secret: str) -> str:
    """As `200 sees`, `200`, `403`, `404`, `302` or `login`; `sees` means the row's secret is on the page."""
    client = Client(raise_request_exception=True)
    if name != "anonymous":
        client.force_login(cast.member(name))
    if row.method == "GET":
        with written() as tables:
            response = client.get(url)
        assert tables - NOTED_BY_READING == set()
    else:
        response = client.post(url, row.data)
    if response.status_code == 302 and "/account/login/" in response["Location"]:
        return "login"
    if name != "anonymous" and response.status_code == 200 and not row.shared_cache:
        assert "no-store" in response["Cache-Control"]
    assert response.streaming or WRITTEN_FOR_READERS.findall(response.content.decode(errors="ignore")) == []
    sees = secret and response.status_code == 200 and secret in response.content.decode()
    return f"{response.status_code} sees" if sees else str(response.status_code)


@contextmanager
def written() -> Iterator[set[str]]:
    """The tables written to in the block."""
    tables: set[str] = set()

    def note(execute: Callable[..., object], sql: str, params: object, many: bool, context: object) -> object:
        if found := WRITES.match(sql):
            tables.add(found.group(1))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        yield tables
