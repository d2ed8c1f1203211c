"""A browser window as a person uses it: by the words on the screen. Every page that is looked at is checked."""

import re
from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect

from competence.models import Employee
from tests.browser.axe import findings
from tests.browser.people import sign_in


@dataclass(frozen=True)
class Window:
    """A window on the server at `base`."""

    page: Page
    base: str

    def open_as(self, employee: Employee) -> None:
        """The start page of `employee`, who is signed in already."""
        self.page.context.clear_cookies()
        sign_in(self.page, employee, self.base)
        self.page.goto(self.base)
        self.check()

    def goes_to(self, *links: str) -> None:
        """Follow one link after the other, each to a page with a title of its own."""
        for link in links:
            before = self.title
            self.press(link)
            expect(self.heading).not_to_have_text(before)
            self.check()

    def press(self, name: str) -> None:
        """Press the button, or follow the link, with this whole name."""
        # What only a screen reader hears may be set off by a space.
        whole = re.compile(f"^{re.escape(name).replace(':', ' ?:')}$")
        self.page.get_by_role("link", name=whole).or_(self.page.get_by_role("button", name=whole)).first.click()

    def does(self, name: str, *, sees: str) -> None:
        """Press `name` and see what comes of it."""
        self.press(name)
        self.sees(sees)

    def confirms(self, name: str, *, sees: str) -> None:
        """Press `name`, say yes to the question, and see what comes of it."""
        self.press(name)
        self.page.get_by_role("dialog").get_by_role("button", name="Fortsæt").click()
        self.sees(sees)

    def fills(self, words: dict[str, str]) -> None:
        """Write in fields by their labels."""
        for label, text in words.items():
            self.field(label).fill(text)

    def field(self, label: str) -> Locator:
        """The visible field whose label begins so."""
        return self.page.get_by_label(re.compile(f"^{re.escape(label)}")).filter(visible=True).first

    def chooses(self, option: str, *, among: str) -> None:
        """Choose a card or a step of a scale; `among` is the question it answers."""
        question = self.page.get_by_role("group", name=among).first
        question.get_by_role("radio", name=re.compile(f"^{re.escape(option)}")).first.check()

    def sees(self, *texts: str) -> None:
        for text in texts:
            expect(self.page.get_by_role("main")).to_contain_text(text)
        self.check()

    def check(self) -> None:
        """axe-core finds nothing, and nothing must be scrolled sideways."""
        found = findings(self.page)
        assert found == [], f"{self.page.url}: {found}"
        assert self.page.viewport_size
        wide = self.page.evaluate("document.documentElement.scrollWidth")
        assert wide <= self.page.viewport_size["width"], f"{self.page.url} is {wide} wide"

    @property
    def heading(self) -> Locator:
        return self.page.get_by_role("heading", level=1)

    @property
    def title(self) -> str:
        return self.heading.inner_text()
