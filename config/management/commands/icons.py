"""Keep `templates/icons/` in step with what pages use: outline icons of the npm package @tabler/icons (MIT).

`manage.py icons scale send` copies two more; `manage.py icons --prune` removes those that nothing names any more.
The server reads the copies, so that it runs without node_modules.
"""

import re
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

SOURCE = Path("node_modules/@tabler/icons/icons/outline")
TARGET = Path("templates/icons")
SEARCHED = ("annualcycle", "competence", "config", "strategy", "trainers", "templates")


class Command(BaseCommand):
    """`manage.py icons NAME ... [--prune]`."""

    help = "Copy icons by name from @tabler/icons, or remove those that nothing names."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Names to copy, and whether to remove the unused."""
        parser.add_argument("names", nargs="*")
        parser.add_argument("--prune", action="store_true")

    def handle(self, *args: Any, names: list[str], prune: bool, **options: Any) -> None:
        """Copy, then prune."""
        for name in names:
            copy(name)
        if prune:
            for path in unused():
                path.unlink()
                self.stdout.write(f"Removed {path.stem}")


def copy(name: str) -> None:
    """Write the shapes of icon `name`, without the frame that is the same for all."""
    source = settings.BASE_DIR / SOURCE / f"{name}.svg"
    if not source.exists():
        raise CommandError(f"@tabler/icons has no outline icon called {name}.")
    shapes = re.findall(r"<(?!svg|/svg)[^>]+/>", source.read_text())
    visible = [shape for shape in shapes if 'stroke="none"' not in shape]
    (settings.BASE_DIR / TARGET / f"{name}.svg").write_text("".join(visible).replace(" />", "/>") + "\n")


def unused() -> list[Path]:
    """The copies whose name stands in quotes nowhere in code or templates."""
    folders = [settings.BASE_DIR / folder for folder in SEARCHED]
    texts = [path.read_text() for folder in folders for path in folder.rglob("*") if path.suffix in {".py", ".html"}]
    quoted = set(re.findall(r"""["']([a-z0-9-]+)["']""", "\n".join(texts)))
    return sorted(path for path in (settings.BASE_DIR / TARGET).glob("*.svg") if path.stem not in quoted)
