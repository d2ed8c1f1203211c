"""A December from the proposal to a letter that is read, by the keyboard alone, in Danish on a desktop (S45–S47)."""

import re
from dataclasses import dataclass

import pytest
import time_machine
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from annualcycle.models import Assessment, Cycle, Decision, ProposalRun, Wish
from annualcycle.models.decisions import Outcome
from competence.models import Employee
from tests.annualcycle.board import IN_DECEMBER, published_cycle, submitted_wish
from tests.annualcycle.domain.test_proposals import scored
from tests.browser.axe import findings
from tests.browser.people import let_them_press_the_receipt, sign_in
from tests.cast import Cast

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
# A page has fewer stops than this between its top and anything on it.
STOPS = 90
SKIP = "Gå til indholdet"
# What the focused element is called, as a screen reader would say it, without what is only drawn.
CALLED = """() => {
  const it = document.activeElement;
  const label = it.labels && it.labels[0];
  return (it.getAttribute("aria-label") || (label || it).textContent || "").replace(/\\s+/g, " ").trim();
}"""


@dataclass(frozen=True)
class Keyboard:
    """A person without a mouse: Tab to what one reads, then a key."""

    page: Page
    base: str

    def open_as(self, employee: Employee) -> None:
        self.page.context.clear_cookies()
        sign_in(self.page, employee, self.base)
        self.page.goto(self.base)

    def reach(self, called: str) -> None:
        """Tab until the focus is on what is called so, past the menu as one does; it must be seen where it is."""
        # A page that still loads goes to its address's fragment once more at its end, and leaves the focus behind.
        self.page.wait_for_load_state()
        seen = []
        for _stop in range(STOPS):
            self.page.keyboard.press("Tab")
            seen.append(self.page.evaluate(CALLED))
            if seen[-1] == SKIP:
                self.page.keyboard.press("Enter")
            if re.match(called, seen[-1]):
                expect(self.page.locator(":focus")).to_be_in_viewport()
                return
        raise AssertionError(f"{called} is not reached by Tab on {self.page.url}: {seen}")

    def goes(self, called: str, *, sees: str) -> None:
        """Press what leads to a page, which may look as the one before it, and see what it says."""
        self.page.evaluate("window.isBefore = true")
        self.does(called, sees=sees)
        self.page.wait_for_function("window.isBefore === undefined")
        self.page.wait_for_load_state()
        expect(self.page.get_by_role("main")).to_contain_text(sees)

    def does(self, called: str, *, sees: str, key: str = "Enter") -> None:
        self.reach(called)
        self.page.keyboard.press(key)
        expect(self.page.get_by_role("main")).to_contain_text(sees)

    def is_sound(self) -> None:
        """axe-core finds nothing in what came of the last act; whole pages are walked by test_accessibility."""
        found = findings(self.page)
        assert found == [], f"{self.page.url}: {found}"


@pytest.fixture
def cycle(cast: Cast) -> Cycle:
    """A frame of 15.000 kr.: two of the three wishes fit."""
    return published_cycle(cast, total=2_500_000, reserve=1_000_000)


@pytest.fixture
def wishes(cast: Cast, cycle: Cycle) -> list[Wish]:
    people = ((cast.anna, 5), (cast.bo, 4), (cast.eva, 2))
    return [
        scored(submitted_wish(cycle, person, title=f"Kursus {number}"), cast.tove, need=score)
        for number, (person, score) in enumerate(people, start=1)
    ]


def test_a_december_from_proposal_to_letter_without_a_mouse(
    page: Page, live_server: LiveServer, cast: Cast, cycle: Cycle, wishes: list[Wish]
) -> None:
    hands = Keyboard(page, live_server.url)
    with time_machine.travel(IN_DECEMBER):
        hands.open_as(cast.mads)
        the_board_is_opened(hands)
        the_proposal_says_why(hands)
        a_wish_is_pinned_and_solved_again(hands, wishes[2])
        the_lines_are_accepted(hands, wishes)
        points_are_given(hands, cast.mads, wishes[1])
        the_last_one_is_decided_by_a_letter(hands, wishes)
        the_answers_are_released(hands, cycle)
        the_employee_reads_the_letter(hands, cast.anna, wishes[0])


def the_board_is_opened(hands: Keyboard) -> None:
    hands.does("Tag stilling.*3 ønsker|Tag stilling", sees="Kursus 3")
    expect(hands.page.get_by_role("heading", level=1)).to_have_text("December")


def the_proposal_says_why(hands: Keyboard) -> None:
    hands.does("Vis forslag", sees="Fire måder at bruge de samme penge på")
    expect(hands.page.get_by_role("main")).to_contain_text("2 ønsker")
    hands.is_sound()
    hands.does("Hvorfor[?] Anna Ærø", sees="Ønsket hører til dem, der tilsammen giver flest point.")
    hands.goes("Hele forslaget", sees="Fire måder")


def a_wish_is_pinned_and_solved_again(hands: Keyboard, wish: Wish) -> None:
    hands.goes("Tavlen", sees="Kursus 3")
    hands.does(wish.title, sees="Forslaget")
    hands.does("Skal med", sees="I vil have det med.")
    hands.is_sound()
    hands.goes("Hele forslaget", sees="Det holder I fast i")
    hands.goes("Beregn igen", sees="Det holder I fast i")
    hands.is_sound()
    newest = ProposalRun.objects.latest("pk")
    assert newest.pinned == [wish.pk]
    assert ProposalRun.objects.count() == 3


def the_lines_are_accepted(hands: Keyboard, wishes: list[Wish]) -> None:
    for person in ("Anna Ærø", "Eva Eriksen"):
        hands.reach(person)
        hands.page.keyboard.press("Space")
    hands.does("Beslut dem med flueben", sees="2 afgørelser er gemt i dit navn.")
    hands.is_sound()
    granted = Decision.objects.filter(outcome=Outcome.GRANTED).order_by("wish")
    assert list(granted.values_list("wish", flat=True)) == [wishes[0].pk, wishes[2].pk]
    assert set(granted.values_list("run", flat=True)) == {ProposalRun.objects.latest("pk").pk}


def points_are_given(hands: Keyboard, by: Employee, wish: Wish) -> None:
    hands.goes("Tavlen", sees="Kursus 2")
    hands.does(wish.title, sees="Din egen vurdering")
    hands.reach("Din egen vurdering")
    hands.page.keyboard.press("Enter")
    hands.reach("0")
    # The arrows move along a scale; three steps from nothing are a three.
    for _step in range(3):
        hands.page.keyboard.press("ArrowRight")
    hands.goes("Gem vurderingen", sees=wish.title)
    hands.is_sound()
    given = Assessment.objects.filter(wish=wish, assessor=by).order_by("criterion__position").first()
    assert given is not None
    assert given.score == 3


def the_last_one_is_decided_by_a_letter(hands: Keyboard, wishes: list[Wish]) -> None:
    hands.goes("Tavlen", sees="Kursus 2")
    row = hands.page.locator(f"#w{wishes[1].pk}")
    for _stop in range(STOPS):
        hands.page.keyboard.press("Tab")
        if row.locator("[data-decide]").evaluate("one => one === document.activeElement"):
            break
    hands.page.keyboard.press("r")
    expect(row).to_have_attribute("data-outcome", "not_met")
    expect(hands.page.get_by_role("main")).to_contain_text("Relevant, ikke i år")
    hands.is_sound()


def the_answers_are_released(hands: Keyboard, cycle: Cycle) -> None:
    hands.page.keyboard.press("Home")
    hands.page.reload()
    hands.does("Frigiv svar", sees="Læs svarene igennem først.")
    hands.reach("Frigiv svar")
    hands.page.keyboard.press("Enter")
    expect(hands.page.get_by_role("dialog")).to_be_visible()
    hands.is_sound()
    hands.does("Fortsæt", sees="3 svar er frigivet.")
    hands.is_sound()
    cycle.refresh_from_db()
    assert cycle.is_released


def the_employee_reads_the_letter(hands: Keyboard, employee: Employee, wish: Wish) -> None:
    let_them_press_the_receipt(hands.page)
    hands.open_as(employee)
    hands.does("Læs svaret|Se svaret|Læs", sees="Kære Anna")
    hands.does("Jeg har læst svaret", sees="Læst 10.")
    hands.is_sound()
    assert Decision.objects.get(wish=wish).read_at is not None
