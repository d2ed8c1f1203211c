"""Whatever is sent to a page: it answers with a message and keeps what was typed, never with an error of its own.

Every form of every page of the access matrix is sent with values no browser would offer, and every page is asked with
such values in its address.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest
from django.db import connection, transaction
from django.test import Client
from django.urls import Resolver404, resolve
from lxml import html

from tests.access import ROWS, Row
from tests.cast import Cast

TYPED = "Det skrev jeg selv: 3 < 4 & «æøå»"
HOSTILE = [
    TYPED,
    "",
    " ",
    "x" * 10_001,
    "0",
    "-1",
    "99999999999999999999999",
    "1e400",
    "NaN",
    "²",
    "2026-13-45",
    "31.02.2026",
    "0001-01-01",
    "9999-12-31",
    "<script>alert(1)</script>",
]
NUL = "null\x00null"
TEXTS = {"text", "textarea", "search", "number", "date", "datetime-local", "time", "email", "tel", "url"}
SAYS = ".//*[contains(@class, 'field-error') or @role='alert' or @aria-invalid='true' or contains(@class, 'notice')]"
PAGES = [row for row in ROWS if row.method == "GET" and not row.is_file]


@dataclass(frozen=True)
class Form:
    """A form of a page: `texts` are the fields one types in, `choices` the others."""

    action: str
    method: str
    texts: tuple[str, ...]
    choices: tuple[str, ...]

    @property
    def kind(self) -> tuple[str, ...]:
        """Forms of one kind are treated alike: the route and the names of the fields."""
        try:
            route = resolve(urlsplit(self.action).path).view_name
        except Resolver404:
            route = self.action
        return (route, self.method, *sorted(self.texts + self.choices))

    @property
    def names(self) -> tuple[str, ...]:
        return self.texts + self.choices


def _is_typed(field: Any) -> bool:
    return field.tag == "textarea" or (field.tag == "input" and field.get("type", "text") in TEXTS)


def forms_of(page: Any, url: str) -> Iterator[Form]:
    for form in page.forms:
        fields = [field for field in form.inputs if field.get("name") and field.get("disabled") is None]
        fields = [field for field in fields if field.get("name") != "csrfmiddlewaretoken"]
        texts = {field.get("name") for field in fields if _is_typed(field)}
        others = {field.get("name") for field in fields} - texts
        actions = {form.get("action") or url, *form.xpath(".//@formaction"), *form.xpath("(.|.//*)/@hx-post")}
        for action in sorted(actions):
            method = (form.get("method") or "get").lower()
            yield Form(urljoin(url, action), method, tuple(sorted(texts)), tuple(sorted(others)))


def rounds(names: tuple[str, ...]) -> Iterator[dict[str, str]]:
    """The same words in every field; then each value once for each field, the others having others."""
    yield dict.fromkeys(names, TYPED)
    for shift in range(len(HOSTILE)):
        yield {name: HOSTILE[(place * 7 + shift) % len(HOSTILE)] for place, name in enumerate(names)}


def readers(row: Row) -> list[str]:
    """Those who may open the page, one of each line of the row."""
    found = [names.split()[0] for names, answer in row.given.items() if answer.startswith("200")]
    return [name for name in found if name != "anonymous"] or (["hanne"] if row.others.startswith("200") else [])


@pytest.fixture(scope="module")
def tried() -> set[tuple[str, ...]]:
    return set()


@pytest.mark.parametrize("row", PAGES, ids=lambda row: row.route)
def test_every_form_takes_what_is_wrong(row: Row, cast: Cast, tried: set[tuple[str, ...]]) -> None:
    url, _ = row.prepare(cast)
    faults = []
    for name in readers(row):
        client = Client(raise_request_exception=False)
        client.force_login(cast.member(name))
        page = html.document_fromstring(client.get(url).content.decode())
        for form in forms_of(page, url):
            if form.kind not in tried and "/account/" not in form.action:
                tried.add(form.kind)
                faults += list(_faults(client, form))
    assert faults == []


def test_a_text_that_no_database_keeps_is_refused(cast: Cast) -> None:
    client = Client()
    client.force_login(cast.anna)
    for answer in (client.get("/search/", {"q": NUL}), client.post("/language/", {"next": NUL})):
        assert (answer.status_code, "Det forstod vi ikke" in answer.content.decode()) == (400, True)


def _faults(client: Client, form: Form) -> Iterator[str]:
    for sent in rounds(form.names) if form.names else iter([{}]):
        with transaction.atomic():
            answer = client.get(form.action, sent) if form.method == "get" else client.post(form.action, sent)
            connection.check_constraints()
            transaction.set_rollback(True)
        if said := _fault(form, sent, answer):
            shown = {key: value[:40] for key, value in sent.items()}
            yield f"{form.method} {form.action} {shown}: {said}"
            return


def _fault(form: Form, sent: dict[str, str], answer: Any) -> str:
    if answer.status_code >= 500:
        return str(answer.status_code)
    if form.method == "get" or answer.status_code != 200 or answer.streaming or not form.texts:
        return ""
    page = html.document_fromstring(answer.content.decode() or "<p>")
    again = [one for one in forms_of(page, form.action) if set(form.texts) <= set(one.texts)]
    if not again:
        return ""
    if not page.xpath(SAYS):
        return "says nothing"
    if sent[form.texts[0]] != TYPED:
        return ""
    kept = {field.get("name"): field.value for one in page.forms for field in one.inputs if field.get("name")}
    lost = [name for name in form.texts if (kept.get(name) or "").strip() != sent[name] and sent[name] == TYPED]
    return f"lost {lost}" if lost else ""
