"""Browser contexts as every browser test opens them."""

from typing import Any

from playwright.sync_api import Browser, BrowserContext, ViewportSize

# Milliseconds: a busy machine is slow, not wrong.
PATIENCE = 60_000
DESKTOP = ViewportSize(width=1440, height=900)
PHONE = ViewportSize(width=390, height=844)


def open_context(browser: Browser, **options: Any) -> BrowserContext:
    """In Danish and at our clock; it waits as long as `PATIENCE`."""
    context = browser.new_context(locale="da-DK", timezone_id="Europe/Copenhagen", **options)
    context.set_default_timeout(PATIENCE)
    return context
