"""What a browser loads comes from our own server, and is all there."""

from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer


def test_sign_in_page_loads_everything_and_only_from_us(live_server: LiveServer, page: Page) -> None:
    answers: list[tuple[str, int]] = []
    complaints: list[str] = []
    page.on("response", lambda response: answers.append((response.url, response.status)))
    page.on("console", lambda message: complaints.append(message.text))

    page.goto(f"{live_server.url}/account/login/")

    assert [answer for answer in answers if not answer[0].startswith(live_server.url) or answer[1] >= 400] == []
    assert complaints == []
    assert page.locator("form input[type=email]").count() == 1
