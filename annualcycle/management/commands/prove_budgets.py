"""`manage.py prove_budgets`: do the counters of every budget equal the sums of its decisions?"""

import json
import sys
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from annualcycle.domain import budget


class Command(BaseCommand):
    help = "Prints each counter that differs from its decisions as JSON; exits 1 when there is one."

    def handle(self, *args: Any, **options: Any) -> None:
        found = budget.prove(at=timezone.now())
        rows = [
            {"cycle": one.cycle.pk, "counter": one.counter, "kept": one.kept, "summed": one.summed} for one in found
        ]
        self.stdout.write(json.dumps(rows))
        if found:
            sys.exit(1)
