"""A mail server for trying out: what arrives becomes an .eml file instead of leaving the machine."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

log = logging.getLogger(__name__)


class FolderHandler:
    """Stores each message in `folder`, one file each, oldest first by name."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        name = f"{datetime.now():%Y%m%d-%H%M%S-%f}-{uuid4().hex[:6]}.eml"
        unfinished = self.folder / f".{name}"
        unfinished.write_bytes(envelope.original_content or b"")
        unfinished.rename(self.folder / name)
        log.info("Mail to %s: %s", ", ".join(envelope.rcpt_tos), self.folder / name)
        return "250 Stored"


@contextmanager
def mailbox(folder: Path, port: int) -> Iterator[str]:
    """Receives mail on `port` of this machine into `folder`; yields the EMAIL_URL."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    controller = Controller(FolderHandler(folder), hostname="127.0.0.1", port=port)
    controller.start()
    try:
        yield f"smtp://127.0.0.1:{port}"
    finally:
        controller.stop()
