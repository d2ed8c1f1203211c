"""The municipality’s own sign-in, in a real browser and from a real provider on another port."""

import pytest
from playwright.sync_api import Page, expect
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from tests.browser import identity_provider
from tests.browser.window import Window
from tests.cast import PASSWORD, Cast

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def window(live_server: LiveServer, page: Page, cast: Cast) -> Window:
    """The sign-in page of Anna, who has a password."""
    cast.anna.set_password(PASSWORD)
    cast.anna.save()
    page.goto(live_server.url)
    return Window(page, live_server.url)


def sign_out(window: Window) -> None:
    window.page.goto(f"{window.base}/account/logout/")
    window.press("Log ud")
    expect(window.heading).to_have_text("Log ind")


def provided_by(settings: Settings, provider: identity_provider.Provider) -> None:
    app = {
        "provider_id": "municipality",
        "name": "Nordby Kommune",
        "client_id": identity_provider.CLIENT,
        "secret": identity_provider.SECRET,
        "settings": {"server_url": provider.address},
    }
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [app]}}


def test_the_municipalitys_sign_in_lets_in_whom_the_staff_file_knows(window: Window, settings: Settings) -> None:
    with identity_provider.running(sub="4711", email="Anna@nordby.example", name="Anna Ærø") as provider:
        provided_by(settings, provider)
        window.page.reload()
        window.check()
        window.press("Log ind med Nordby Kommune")
        expect(window.page.get_by_text("Anna Ærø").first).to_be_visible()
        assert window.page.url == f"{window.base}/"
        sign_out(window)
        window.press("Log ind med Nordby Kommune")
        expect(window.page.get_by_text("Anna Ærø").first).to_be_visible()


@pytest.mark.parametrize(
    ("email", "said"),
    [("nobody@nordby.example", "Vi kender ingen med din e-mailadresse"), ("leif@nordby.example", "")],
)
def test_the_municipalitys_sign_in_lets_nobody_else_in(
    window: Window, settings: Settings, email: str, said: str
) -> None:
    with identity_provider.running(sub="4712", email=email) as provider:
        provided_by(settings, provider)
        window.page.reload()
        window.press("Log ind med Nordby Kommune")
        expect(window.page.get_by_role("main")).to_contain_text(said)
        window.check()
        window.page.goto(f"{window.base}/people/")
        expect(window.heading).to_have_text("Log ind")
