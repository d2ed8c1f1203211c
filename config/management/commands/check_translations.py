"""Whether Danish and Swedish are complete: nothing missing, nothing half translated, nothing left out."""

import subprocess
import tempfile
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

LANGUAGES = ("da", "sv")
IGNORED = ["node_modules", "var", ".venv", "tests"]


class Command(BaseCommand):
    help = "Fail when a text has no Danish or Swedish translation, or a fuzzy one, or is not in the files yet."

    def handle(self, *args: Any, **options: Any) -> None:
        sources = {language: _catalogue(language) for language in LANGUAGES}
        before = {language: path.read_bytes() for language, path in sources.items()}
        try:
            _collect_messages()
            problems = [line for language, path in sources.items() for line in _problems(language, path)]
        finally:
            for language, path in sources.items():
                path.write_bytes(before[language])
        if problems:
            raise CommandError("\n".join([*problems, "Run make messages and translate what is new."]))
        self.stdout.write("Danish and Swedish are complete.")


def _catalogue(language: str) -> Path:
    return Path(settings.BASE_DIR) / "locale" / language / "LC_MESSAGES" / "django.po"


def _collect_messages() -> None:
    call_command(
        "makemessages",
        locale=list(LANGUAGES),
        ignore_patterns=IGNORED,
        no_wrap=True,
        no_location=True,
        no_obsolete=True,
        verbosity=0,
    )


def _problems(language: str, path: Path) -> list[str]:
    """One line for each text of `path` that is untranslated or fuzzy."""
    found = []
    for kind in ("untranslated", "only-fuzzy"):
        with tempfile.NamedTemporaryFile(suffix=".po") as chosen:
            subprocess.run(
                ["msgattrib", f"--{kind}", "--no-wrap", "--no-obsolete", "-o", chosen.name, path], check=True
            )
            texts = [
                line.removeprefix("msgid ")
                for line in Path(chosen.name).read_text().splitlines()
                if line.startswith("msgid ") and line != 'msgid ""'
            ]
        found += [f"{language}: {kind.removeprefix('only-')}: {text}" for text in texts]
    return found
