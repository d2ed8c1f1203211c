"""`make bench`: what the main pages cost with 10,000 employees, and that it does not grow with them."""

from argparse import ArgumentParser
from typing import Any

from django.core.management import BaseCommand, CommandError
from django.utils import timezone

from competence.models import Unit
from config.bench import composer, imports, municipality
from config.bench.measure import Row, measure, queries_and_size
from config.bench.pages import cases

SIZES = (10, 1_000, 10_000)


class Command(BaseCommand):
    help = "Measure the main pages as each role against the yardstick of the same run."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--employees", type=int, default=SIZES[-1])
        parser.add_argument("--years", type=int, default=5)
        parser.add_argument("--seconds", type=float, default=4)

    def handle(self, *args: Any, employees: int, years: int, seconds: float, **options: Any) -> None:
        roots = [self._municipality(size, years) for size in sorted({*SIZES[:-1], employees})]
        faults = self._grown(roots)
        yardstick, rows = measure(cases(roots[-1]), seconds)
        self.stdout.write(f"\nyardstick: {yardstick.rate:.0f} requests/s, 95th percentile {yardstick.p95:.0f} ms\n\n")
        self.stdout.write("| page | as | requests/s | share | median ms | p95 ms | queries | KB |")
        self.stdout.write("|---|---|---:|---:|---:|---:|---:|---:|")
        for row in rows:
            self.stdout.write(_line(row))
            faults += [f"{row.case.page} as {row.case.role}: {fault}" for fault in row.faults]
        self.stdout.write(f"\n{imports.measure(rows=10_000, at=timezone.now())}")
        self.stdout.write(f"\n{composer.report()}")
        if faults:
            raise CommandError("\n".join(faults))

    def _municipality(self, employees: int, years: int) -> Unit:
        found = Unit.objects.filter(code=municipality.code_of(employees)).first()
        if found is None:
            self.stdout.write(f"generating {employees} employees, {years} years …")
            found = municipality.generate(employees=employees, years=years, today=timezone.localdate())
        return found

    def _grown(self, roots: list[Unit]) -> list[str]:
        """Pages whose number of queries is not the same in each municipality."""
        counts: dict[str, set[int]] = {}
        for root in roots:
            for case in cases(root):
                counts.setdefault(f"{case.page} as {case.role}", set()).add(queries_and_size(case)[0])
        return [
            f"{name}: queries grow with the staff, {sorted(found)}" for name, found in counts.items() if len(found) > 1
        ]


def _line(row: Row) -> str:
    figures = row.figures
    return (
        f"| {row.case.page} | {row.case.role} | {figures.rate:.0f} | {row.share:.0%} | {figures.median:.0f} "
        f"| {figures.p95:.0f} | {row.queries} | {row.size / 1024:.1f} |"
    )
