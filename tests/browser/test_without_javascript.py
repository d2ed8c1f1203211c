"""Without JavaScript everything still works: a wish from search to sending, a decision on the wish's own page."""

from collections.abc import Iterator

import pytest
import time_machine
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from annualcycle.models import Decision, Wish
from tests.annualcycle import autumn
from tests.annualcycle.board import IN_DECEMBER, published_cycle, submitted_wish
from tests.browser.contexts import open_context
from tests.browser.people import sign_in
from tests.cast import Cast


@pytest.fixture
def plain(chromium: Browser) -> Iterator[Page]:
    """A window that runs no scripts."""
    context = open_context(chromium, java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.mark.django_db(transaction=True)
def test_wish_is_searched_written_and_sent_without_scripts(cast: Cast, live_server: LiveServer, plain: Page) -> None:
    autumn.strategy(cast)
    autumn.offer(cast)
    published_cycle(cast)
    sign_in(plain, cast.anna, live_server.url)
    plain.goto(f"{live_server.url}/year/wishes/")
    plain.get_by_role("button", name="Nyt ønske").click()
    plain.get_by_role("textbox", name="Hvilket kursus?").fill("samtaler børn")
    plain.get_by_role("button", name="Søg", exact=True).click()
    plain.get_by_role("button", name="Samtaler med børn og unge").click()
    expect(plain.get_by_role("textbox", name="Pris")).to_have_value("6.400")
    plain.get_by_role("textbox", name="Hvorfor dig, og hvorfor nu?").fill("Jeg møder flere børn end før.")
    plain.get_by_role("button", name="Send ønske").click()

    expect(plain.get_by_role("main")).to_contain_text("Ønsket er sendt.")
    wish = Wish.objects.get()
    assert (wish.state, wish.fee, wish.motivation) == ("submitted", 640_000, "Jeg møder flere børn end før.")


@pytest.mark.django_db(transaction=True)
def test_wish_is_decided_on_its_own_page_without_scripts(cast: Cast, live_server: LiveServer, plain: Page) -> None:
    cycle = published_cycle(cast)
    submitted_wish(cycle, cast.anna)
    with time_machine.travel(IN_DECEMBER):
        sign_in(plain, cast.finn, live_server.url)
        plain.goto(f"{live_server.url}/year/{cycle.pk}/december/")
        plain.get_by_role("link", name="Mangler", exact=True).click()
        plain.get_by_role("radio", name="Relevant, ikke i år").check()
        plain.get_by_role("textbox", name="Begrundelse").first.fill("Andre behov vejer mere i år.")
        plain.get_by_role("button", name="Gem afgørelsen").click()

        expect(plain.get_by_role("row").filter(has_text="Anna Ærø")).to_contain_text("Relevant, ikke i år")
    decision = Decision.objects.get()
    assert (decision.outcome, decision.reason) == ("not_met", "Andre behov vejer mere i år.")
