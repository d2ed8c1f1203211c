"""`make bench`: what the main pages cost with 10,000 employees, and that it does not grow with them."""

import os
from argparse import ArgumentParser
from collections.abc import Callable, Collection, Mapping
from functools import partial
from typing import Any

from django.core.management import BaseCommand, CommandError, call_command
from django.utils import timezone

from competence.models import Unit
from config.bench import concurrency, municipality
from config.bench.measure import Row, measure, queries_and_size
from config.bench.measures import MEASURES
from config.bench.outcome import Outcome
from config.bench.pages import PAGES, Case, cases
from config.management.commands.prepare import collect_static_files, compile_translations

SIZES = (10, 1_000, 10_000)
NAMES = [*(page.name for page in PAGES), *MEASURES]
HEAD = ("page", "as", "share", "at least", "requests/s", "median ms", "p95 ms", "queries", "KB")


class Command(BaseCommand):
    help = "Measure the main pages as each role against the yardstick of the same run; fails when a limit is broken."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--employees", type=int, default=SIZES[-1])
        parser.add_argument("--years", type=int, default=5)
        parser.add_argument("--seconds", type=float, default=2, help="of each round")
        parser.add_argument("--rounds", type=int, default=3, help="of which the median counts")
        parser.add_argument("--press", type=float, default=concurrency.SECONDS, help="seconds of concurrency")
        parser.add_argument("--only", action="append", choices=NAMES, help="a page or measure; can be repeated")

    def handle(
        self,
        *args: Any,
        employees: int,
        years: int,
        seconds: float,
        rounds: int,
        only: list[str] | None,
        press: float,
        **options: Any,
    ) -> None:
        call_command("migrate", verbosity=0, interactive=False)
        compile_translations()
        collect_static_files()
        chosen = only or NAMES
        faults: list[str] = []
        if pages := tuple(page for page in PAGES if page.name in chosen):
            roots = [self._municipality(size, years) for size in sorted({*SIZES[:-1], employees})]
            faults += _grown([cases(root, pages) for root in roots])
            faults += self._pages(cases(roots[-1], pages), seconds, rounds)
        faults += self._measures(chosen, MEASURES | {"concurrency": partial(concurrency.outcome, press)})
        if faults:
            raise CommandError("\n".join(["Not as it has to be:", *faults]))

    def _municipality(self, employees: int, years: int) -> Unit:
        found = Unit.objects.filter(code=municipality.code_of(employees)).first()
        if found is None:
            self.stdout.write(f"generating {employees} employees, {years} years …")
            found = municipality.generate(employees=employees, years=years, today=timezone.localdate())
        return found

    def _pages(self, measured: list[Case], seconds: float, rounds: int) -> list[str]:
        self.stdout.write(f"load of the machine before: {os.getloadavg()[0]:.1f}\n")
        self.stdout.write(f"| {' | '.join(HEAD)} |\n|---|---|{'---:|' * (len(HEAD) - 2)}")
        faults = []
        for row in measure(measured, seconds, rounds):
            self.stdout.write(_line(row))
            faults += row.faults
        return faults

    def _measures(self, chosen: Collection[str], measures: Mapping[str, Callable[[], Outcome]]) -> list[str]:
        faults = []
        for name, outcome in measures.items():
            if name in chosen:
                found = outcome()
                self.stdout.write(f"\n{found.text}")
                faults += found.faults
        return faults


def _grown(sizes: list[list[Case]]) -> list[str]:
    """Pages whose number of queries is not the same in each municipality."""
    counts: dict[str, set[int]] = {}
    for case in (case for measured in sizes for case in measured):
        counts.setdefault(case.name, set()).add(queries_and_size(case)[0])
    return [f"{name}: queries grow with the staff, {sorted(found)}" for name, found in counts.items() if len(found) > 1]


def _line(row: Row) -> str:
    figures, page = row.figures, row.case.page
    cells = [page.name, row.case.role, f"{row.share:.0%}", f"{page.share:.0%}", f"{figures.rate:.0f}"]
    cells += [f"{figures.median:.0f}", f"{figures.p95:.0f}", str(row.queries), f"{row.size / 1024:.1f}"]
    return f"| {' | '.join(cells)} |"
