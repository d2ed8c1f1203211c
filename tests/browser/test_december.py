"""The December board in a real browser: by menu, letter and drag, with another leader at the same time."""

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from annualcycle.models import Budget, Decision, Wish
from annualcycle.models.decisions import Outcome
from tests.annualcycle.board import published_cycle, submitted_wish
from tests.browser.axe import findings
from tests.browser.contexts import open_context
from tests.browser.people import sign_in
from tests.cast import Cast

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def wishes(cast: Cast) -> list[Wish]:
    cycle = published_cycle(cast)
    names = [cast.anna, cast.bo, cast.eva]
    return [submitted_wish(cycle, person, title=f"Kursus {n}") for n, person in enumerate(names, start=1)]


def board(page: Page, wish: Wish, base: str) -> None:
    page.goto(f"{base}/year/{wish.cycle_id}/december/?sort=name")


def news_of_others_arrives(page: Page) -> None:
    """The board asks every three seconds what other leaders did; the answer must disturb nobody's writing."""
    with page.expect_request_finished(lambda request: request.url.split("?")[0].endswith("/december/changes/")):
        pass


def expect_outcome(page: Page, wish: Wish, outcome: str) -> None:
    expect(page.locator(f"#w{wish.pk}")).to_have_attribute("data-outcome", outcome)


def test_board_is_decided_by_menu_and_letters_without_a_mouse(
    page: Page, live_server: LiveServer, cast: Cast, wishes: list[Wish]
) -> None:
    sign_in(page, cast.mads, live_server.url)
    board(page, wishes[0], live_server.url)
    page.locator(f"#w{wishes[0].pk} [data-decide]").press("Enter")
    expect(page.get_by_role("menuitem", name="Bevilges")).to_be_focused()
    assert findings(page) == []
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect_outcome(page, wishes[0], "not_met")
    expect(page.locator(f"#w{wishes[0].pk} [data-decide]")).to_be_focused()
    page.keyboard.press("b")
    expect_outcome(page, wishes[0], "granted")
    page.keyboard.press("j")
    page.keyboard.press("v")
    expect_outcome(page, wishes[1], "sharing")
    page.keyboard.press("m")
    expect_outcome(page, wishes[1], "undecided")
    expect(page.locator("#money dd").first).to_have_text("6.400\u00a0kr.")
    assert list(Decision.objects.values_list("wish", "outcome")) == [(wishes[0].pk, Outcome.GRANTED)]


def test_row_is_dragged_to_its_decision(page: Page, live_server: LiveServer, cast: Cast, wishes: list[Wish]) -> None:
    sign_in(page, cast.mads, live_server.url)
    board(page, wishes[0], live_server.url)
    handle = page.locator(f"#w{wishes[2].pk} .handle").bounding_box()
    assert handle
    page.mouse.move(handle["x"] + 20, handle["y"] + 20)
    page.mouse.down()
    page.mouse.move(handle["x"] + 40, handle["y"] + 40, steps=5)
    target = page.locator("#lane [data-drop=outside]")
    expect(target).to_be_visible()
    place = target.bounding_box()
    assert place
    page.mouse.move(place["x"] + 40, place["y"] + 30, steps=8)
    page.mouse.up()
    expect_outcome(page, wishes[2], "outside")
    expect(page.locator("#lane")).to_be_hidden()


def test_two_leaders_see_each_other_and_each_others_decisions(
    page: Page, chromium: Browser, live_server: LiveServer, cast: Cast, wishes: list[Wish]
) -> None:
    sign_in(page, cast.mads, live_server.url)
    other = open_context(chromium).new_page()
    sign_in(other, cast.tove, live_server.url)
    board(page, wishes[0], live_server.url)
    board(other, wishes[0], live_server.url)
    expect(page.locator("#here")).to_contain_text("Tove Toft")
    other.locator(f"#w{wishes[0].pk} [data-decide]").focus()
    other.keyboard.press("b")
    expect_outcome(page, wishes[0], "granted")
    other.context.close()


def test_what_does_not_fit_says_so_and_an_exception_is_reasoned(
    page: Page, live_server: LiveServer, cast: Cast, wishes: list[Wish]
) -> None:
    Budget.objects.update(total=1_600_000)
    Wish.objects.filter(pk=wishes[1].pk).update(fee=500_000, eligibility=["seniority_years"])
    sign_in(page, cast.mads, live_server.url)
    board(page, wishes[0], live_server.url)
    expect(page.locator(f"#w{wishes[0].pk} .lacking")).to_have_text("mangler 400\u00a0kr.")
    page.locator(f"#w{wishes[0].pk} [data-decide]").press("b")
    expect(page.locator("#notices")).to_contain_text("Der mangler 400\u00a0kr. inden for rammen")
    page.locator(f"#w{wishes[1].pk} [data-decide]").press("b")
    page.get_by_label("Begrundelse for undtagelsen").fill("Hun er den eneste")
    news_of_others_arrives(page)
    page.get_by_label("Begrundelse for undtagelsen").fill("Hun er den eneste med opgaven.")
    page.get_by_role("button", name="Bevilg med undtagelse").click()
    expect_outcome(page, wishes[1], "granted")
    assert Decision.objects.get().exception_reason == "Hun er den eneste med opgaven."


def test_what_was_not_taken_is_said_where_one_looks(
    page: Page, live_server: LiveServer, cast: Cast, wishes: list[Wish]
) -> None:
    sign_in(page, cast.mads, live_server.url)
    board(page, wishes[0], live_server.url)
    page.context.set_offline(True)
    page.locator(f"#w{wishes[0].pk} [data-decide]").press("b")
    expect(page.locator("#notices")).to_contain_text("Det lykkedes ikke. Prøv igen.")
    page.context.set_offline(False)
    page.context.clear_cookies()
    page.locator(f"#w{wishes[0].pk} [data-decide]").press("b")
    expect(page.locator("#notices")).to_contain_text("Du er logget ud.")
    expect(page.locator(f"#w{wishes[0].pk}")).to_have_attribute("data-outcome", "undecided")
    sign_in(page, cast.mads, live_server.url)
    page.locator(f"#w{wishes[0].pk} [data-decide]").press("b")
    expect_outcome(page, wishes[0], "granted")


def test_the_board_works_after_going_back(page: Page, live_server: LiveServer, cast: Cast, wishes: list[Wish]) -> None:
    sign_in(page, cast.mads, live_server.url)
    board(page, wishes[0], live_server.url)
    page.locator("#pills a").nth(1).click()
    expect(page.locator("#pills a").nth(1)).to_have_attribute("aria-current", "true")
    page.go_back()
    expect(page.locator("#pills a").first).to_have_attribute("aria-current", "true")
    page.locator(f"#w{wishes[0].pk} [data-decide]").click()
    page.get_by_role("menuitem", name="Bevilges").click()
    expect_outcome(page, wishes[0], "granted")


def test_without_javascript_one_decides_on_the_page_of_the_wish(
    chromium: Browser, live_server: LiveServer, cast: Cast, wishes: list[Wish]
) -> None:
    context = open_context(chromium, java_script_enabled=False)
    page = context.new_page()
    sign_in(page, cast.mads, live_server.url)
    board(page, wishes[0], live_server.url)
    page.locator(f"#w{wishes[0].pk} a.badge-state").click()
    page.get_by_label("Relevant, ikke i år").check()
    page.get_by_role("button", name="Gem afgørelsen").click()
    expect(page.locator(f"#w{wishes[0].pk}")).to_contain_text("Relevant, ikke i år")
    assert Decision.objects.get().outcome == Outcome.NOT_MET
    context.close()
