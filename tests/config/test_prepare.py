"""What is made ready before the first start."""

from pathlib import Path

from django.utils import translation
from django.utils.translation import gettext
from pytest_django import Settings

from config.management.commands.prepare import compile_translations

CATALOGUE = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"

msgid "A word that no other catalogue has"
msgstr "Et ord"
"""


def test_a_language_asked_for_before_its_file_was_there_is_spoken_afterwards(
    tmp_path: Path, settings: Settings
) -> None:
    """On a fresh clone the example municipality is written by the process that made the files."""
    source = tmp_path / "locale" / "da" / "LC_MESSAGES" / "django.po"
    source.parent.mkdir(parents=True)
    source.write_text(CATALOGUE)
    settings.BASE_DIR, settings.LOCALE_PATHS = tmp_path, [tmp_path / "locale"]
    with translation.override("da"):
        assert gettext("A word that no other catalogue has") == "A word that no other catalogue has"

    compile_translations()

    with translation.override("da"):
        assert gettext("A word that no other catalogue has") == "Et ord"
