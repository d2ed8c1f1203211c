"""The municipality’s own sign-in, in a real browser and from a real provider on another port."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth
from django.core.cache import cache
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


def sign_in_by_password(window: Window) -> None:
    window.fills({"E-mail": "anna@nordby.example", "Adgangskode": PASSWORD})
    window.press("Log ind")


def says_who_it_is(window: Window) -> None:
    """Who is about to change how she signs in is asked for the password again."""
    expect(window.heading).to_have_text("Er det dig?")
    window.fills({"Adgangskode": PASSWORD})
    window.press("Fortsæt")
    expect(window.heading).not_to_have_text("Er det dig?")


def code_of(secret: str) -> str:
    """What an app with this secret shows now."""
    _before, counter, _after = auth.yield_hotp_counters_from_time()
    return str(auth.format_hotp_value(auth.hotp_value(secret, counter)))


def set_up_app(window: Window) -> str:
    """Anna takes an app into use; its secret."""
    sign_in_by_password(window)
    window.page.goto(f"{window.base}/account/2fa/")
    window.goes_to("Sæt appen op")
    says_who_it_is(window)
    secret = window.page.locator("#authenticator_secret").input_value()
    window.fills({"Kode": "000000"})
    window.press("Tag appen i brug")
    expect(window.page.locator(".field-error, .invalid-feedback").first).to_be_visible()
    window.fills({"Kode": code_of(secret)})
    window.press("Tag appen i brug")
    expect(window.page.get_by_role("main")).not_to_contain_text("Tag appen i brug")
    window.check()
    return secret


def test_with_an_app_the_password_alone_lets_nobody_in(window: Window) -> None:
    secret = set_up_app(window)
    sign_out(window)
    sign_in_by_password(window)
    expect(window.heading).to_have_text("Hvad viser din app?")
    window.check()
    window.fills({"Kode": "123456"})
    window.press("Log ind")
    expect(window.heading).to_have_text("Hvad viser din app?")
    window.page.goto(f"{window.base}/people/")
    expect(window.heading).not_to_have_text("Medarbejdere")
    window.page.goto(f"{window.base}/account/2fa/authenticate/")
    cache.clear()  # one code counts once, and the half minute of the first is not over
    window.fills({"Kode": code_of(secret)})
    window.press("Log ind")
    expect(window.page.get_by_text("Anna Ærø").first).to_be_visible()


def test_a_passkey_signs_in_without_a_password(window: Window) -> None:
    """By a key that Chromium pretends to have in its USB port."""
    devices = window.page.context.new_cdp_session(window.page)
    devices.send("WebAuthn.enable")
    key = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True}
    present = {"isUserVerified": True, "automaticPresenceSimulation": True}
    devices.send("WebAuthn.addVirtualAuthenticator", {"options": key | present})
    sign_in_by_password(window)
    window.page.goto(f"{window.base}/account/2fa/webauthn/add/")
    says_who_it_is(window)
    window.check()
    window.fills({"Hvad kalder du nøglen": "Min telefon"})
    window.page.get_by_label("Log ind med nøglen alene").check()
    window.press("Tilføj nøglen")
    expect(window.heading).not_to_have_text("Tilføj en nøgle")
    assert [key.wrap().is_passwordless for key in Authenticator.objects.filter(type="webauthn")] == [True]
    sign_out(window)
    window.press("Log ind med en adgangsnøgle")
    expect(window.page.get_by_text("Anna Ærø").first).to_be_visible()


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
