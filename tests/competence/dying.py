"""A mail server connection for workers under test, which kills its own process with -9 where it is told to.

The order is a file named after the worker; it holds the point of death.
"""

import os
import signal
from collections.abc import Sequence
from pathlib import Path

from django.core.mail import EmailMessage
from django.core.mail.backends.smtp import EmailBackend
from django.db import transaction

BEFORE, ACCEPTED, COMMITTED = "before the send", "accepted by the server", "committed"
SENT_BEFORE_DEATH = 30

_order = Path(os.environ.get("ORDERS", "/nonexistent")) / os.environ.get("WORKER", "nobody")
_sent = 0


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


class Backend(EmailBackend):
    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        global _sent
        _sent += 1
        point = _order.read_text() if _sent > SENT_BEFORE_DEATH and _order.exists() else ""
        if point == BEFORE:
            _die()
        sent = super().send_messages(email_messages)
        if point == ACCEPTED:
            _die()
        if point == COMMITTED:
            transaction.on_commit(_die)
        return sent
