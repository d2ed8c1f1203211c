"""Everything between new code and a running server: schema, translations, static files, first data."""

import hashlib
import time
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command, get_commands
from django.core.management.base import BaseCommand
from django.utils.translation.reloader import translation_file_changed

from competence import pdf


class Command(BaseCommand):
    help = "Migrate, compile translations, collect static files and, on the first run, load the example municipality."

    def handle(self, *args: Any, **options: Any) -> None:
        # First: what is written into the database afterwards is written in the municipality's language.
        self.step("Translations", compile_translations)
        self.step("Database schema", lambda: call_command("migrate", verbosity=0, interactive=False))
        self.step("Law references", lambda: call_command("load_law", stdout=StringIO()))
        self.step("Rules of the funds", lambda: call_command("load_funds", stdout=StringIO()))
        self.step("Static files", collect_static_files)
        self.step("Fonts of documents", pdf.cut_fonts)
        if example_is_wanted():
            self.step("Example municipality", lambda: call_command("load_example", stdout=self.stdout))

    def step(self, title: str, work: Callable[[], object]) -> None:
        self.stdout.write(f"  {title} …", ending="")
        self.stdout.flush()
        began = time.monotonic()
        work()
        self.stdout.write(f" {time.monotonic() - began:.1f} s")


def compile_translations() -> None:
    """Makes the .mo files that are missing or older than their source."""
    for source in settings.BASE_DIR.glob("locale/*/LC_MESSAGES/*.po"):
        compiled = source.with_suffix(".mo")
        if not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime:
            call_command("compilemessages", locale=[source.parts[-3]], verbosity=0)
            # What this process has read before it was there is read anew.
            translation_file_changed(sender=None, file_path=compiled)


def collect_static_files() -> None:
    """Collects when a source has changed: hashing and compressing all of them takes many seconds."""
    stamp: Path = settings.STATIC_ROOT / ".sources"
    sources = _fingerprint()
    if stamp.exists() and stamp.read_text() == sources:
        return
    call_command("collectstatic", verbosity=0, interactive=False, clear=True)
    stamp.parent.mkdir(parents=True, exist_ok=True)
    stamp.write_text(sources)


def _fingerprint() -> str:
    found = hashlib.sha256()
    for finder in get_finders():
        for name, storage in finder.list([]):
            status = Path(storage.path(name)).stat()
            found.update(f"{name} {status.st_size} {status.st_mtime_ns}\n".encode())
    return found.hexdigest()


def example_is_wanted() -> bool:
    """Only where it may be, and never beside a municipality that is already there."""
    if not settings.EXAMPLE or "load_example" not in get_commands():
        return False
    return not apps.get_model("competence", "Unit").objects.exists()
