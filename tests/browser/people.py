"""Signing in a browser as somebody of the cast."""

from django.conf import settings
from django.test import Client
from playwright.sync_api import Page

from competence.models import Employee


def let_them_press_the_receipt(page: Page) -> None:
    """Whoever has had an answer open for a while has read it; from now on only who says so."""
    page.route("**/answer*.js", lambda route: route.abort())


def sign_in(page: Page, employee: Employee, base: str) -> None:
    """Give the browser a session of `employee`, without the sign-in page."""
    client = Client()
    client.force_login(employee)
    cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
    page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": base}])
