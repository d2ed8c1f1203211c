"""Load the example municipality, once."""

from typing import Any

from django.core.management import BaseCommand
from django.utils import timezone, translation

from competence.models import Unit
from config.example import load


class Command(BaseCommand):
    help = "Load the example municipality Solbjerg Kommune with a year in progress. Does nothing when it is there."

    def handle(self, *args: Any, **options: Any) -> None:
        if Unit.objects.filter(code=load.CODE, parent=None).exists():
            self.stdout.write("The example municipality is there already.")
            return
        with translation.override("da"):
            root = load.load(now=timezone.now())
        self.stdout.write(f"{root.name} is loaded.")
