"""`manage.py load_funds [--file FILE]`: bring every municipality up to date with the dated rules of the funds."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management import BaseCommand

from competence.models import Unit
from strategy.domain import fund_rules


class Command(BaseCommand):
    help = "Load the shipped rules of the funds, or those of a file of your own, into every municipality."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--file", type=Path, default=fund_rules.SHIPPED)

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        rules = fund_rules.rules_in(file)
        for root in Unit.objects.filter(parent=None).order_by("name"):
            self.stdout.write(f"{root.name}: {fund_rules.load(municipality=root, rules=rules)} changed")
