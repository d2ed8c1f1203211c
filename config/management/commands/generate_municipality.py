"""Fill the database with a generated municipality, for measuring."""

from argparse import ArgumentParser
from datetime import date
from typing import Any

from django.core.management import BaseCommand, CommandError
from django.utils import timezone

from competence.models import Unit
from config.bench import municipality


class Command(BaseCommand):
    help = "Write a generated municipality: the same for the same numbers and day."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--employees", type=int, default=10_000)
        parser.add_argument("--years", type=int, default=5)
        parser.add_argument("--on", type=date.fromisoformat, default=None, help="the day it is for, as 2026-12-03")

    def handle(self, *args: Any, employees: int, years: int, on: date | None, **options: Any) -> None:
        if Unit.objects.filter(code=municipality.code_of(employees)).exists():
            raise CommandError("There is a generated municipality of this size already.")
        root = municipality.generate(employees=employees, years=years, today=on or timezone.localdate())
        self.stdout.write(f"{root.name}: {employees} employees, {years} years")
