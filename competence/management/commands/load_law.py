"""`manage.py load_law [--file FILE]`: bring every municipality up to date with the dated file of law references."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management import BaseCommand

from competence.domain import law
from competence.models import Unit


class Command(BaseCommand):
    help = "Load the shipped law references, or those of a file of your own, into every municipality."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--file", type=Path, default=law.SHIPPED)

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        references = law.references_in(file)
        for root in Unit.objects.filter(parent=None).order_by("name"):
            self.stdout.write(f"{root.name}: {law.load(municipality=root, references=references)} changed")
