"""Say who one can sign in as in the example municipality."""

from typing import Any

from django.core.management import BaseCommand

from competence.models import Municipality
from config.example import accounts


class Command(BaseCommand):
    help = "Print the accounts of the example municipality and their password."

    def handle(self, *args: Any, **options: Any) -> None:
        for municipality in Municipality.objects.filter(is_example=True).select_related("unit"):
            rows = accounts.open_for(municipality.unit)
            for name, email, what in rows:
                self.stdout.write(f"  {email:<40} {name}, {what}")
        if Municipality.objects.filter(is_example=True).exists():
            self.stdout.write(f"  Password for all: {accounts.PASSWORD}")
