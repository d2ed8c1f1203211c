"""What the tests run against: PostgreSQL, Valkey and an SMTP server, all real.

The first process starts what no variable names; the workers of pytest-xdist
inherit its addresses, and each has its own mail server, database, broker number and folder.
"""

import os
import re
from contextlib import ExitStack
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from config import embedded
from tests import migrated

IS_XDIST_WORKER = "PYTEST_XDIST_WORKER" in os.environ
# The workers inherit VAR_DIR from the first process. Rows of two databases can have one number: no folder serves two.
FOLDER = embedded.var_dir() / os.environ.get("PYTEST_XDIST_WORKER", "tests")
FONTS = (embedded.var_dir() if IS_XDIST_WORKER else FOLDER) / "fonts"


class Inbox:
    """The mails that a test has really received by SMTP, in the order of arrival."""

    def __init__(self) -> None:
        self.mails: list[EmailMessage] = []

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        self.mails.append(message_from_bytes(envelope.original_content or b"", policy=policy.default))
        return "250 Received"

    def to(self, address: str) -> list[EmailMessage]:
        return [mail for mail in self.mails if address in str(mail["To"])]


inbox = Inbox()
_running = ExitStack()


def provide() -> None:
    """Starts what is missing and points the environment to it, before Django reads its settings."""
    (FOLDER / "static").mkdir(parents=True, exist_ok=True)
    lend_fonts(FOLDER)
    os.environ["VAR_DIR"] = str(FOLDER)
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
    os.environ["HASHED_STATIC_FILES"] = "0"
    os.environ["SECURE_SSL_REDIRECT"] = "0"
    os.environ["REMEMBERED_SECONDS"] = "0"
    # A kept connection would hold the test database open after its thread has gone.
    os.environ["CONN_MAX_AGE"] = "0"
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # Playwright's loop runs in the thread of the test.
    controller = Controller(inbox, hostname="127.0.0.1", port=embedded.free_port())
    controller.start()
    _running.callback(controller.stop)
    os.environ["EMAIL_URL"] = f"smtp://127.0.0.1:{controller.port}"
    if not IS_XDIST_WORKER:
        _running.enter_context(embedded.running(FOLDER, fast=True))
        os.environ["TEST_TEMPLATE"] = migrated.template()
    os.environ["REDIS_URL"] = _broker_of_this_worker(os.environ["REDIS_URL"])


def lend_fonts(folder: Path) -> None:
    """Let another VAR_DIR use the fonts of ours: their names tell what is in them, and cutting them takes long."""
    FONTS.mkdir(parents=True, exist_ok=True)
    link = folder / "fonts"
    if link.is_symlink():
        link.unlink()  # Where the project lay when it was made.
    if not link.exists():
        link.symlink_to(FONTS)


def _broker_of_this_worker(url: str) -> str:
    """Each worker of pytest-xdist has a numbered database of the broker to itself."""
    number = int(re.sub(r"\D", "", os.environ.get("PYTEST_XDIST_WORKER", "")) or 0) + 1
    return f"{url.rpartition('/')[0]}/{number}"


def close() -> None:
    _running.close()
