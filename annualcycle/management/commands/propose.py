"""The December proposal of a problem in a file, as JSON; needs no database."""

import json
import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from annualcycle.domain.optimiser import files, propose
from annualcycle.domain.optimiser.solver import TimeRanOut
from competence.strict import Malformed


class Command(BaseCommand):
    help = (
        "Prints the best set of wishes with a reason for each; exits 2 for a file that is not of the format, "
        "and 1 when no set that keeps the rules was found in time."
    )
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--problem", required=True, metavar="FILE", help="A december-problem/1.")
        parser.add_argument(
            "--explain",
            metavar="all|none|ID,ID",
            help="Which wishes say what would have made the difference; all, where there are at most 500 wishes.",
        )
        parser.add_argument(
            "--seconds",
            type=float,
            default=float("inf"),
            help="The time the search may take; explanations follow once the best set is proved, and take their own.",
        )

    def handle(self, *args: Any, problem: str, explain: str | None, seconds: float, **options: Any) -> None:
        try:
            found = files.read(Path(problem).read_bytes())
            wanted = _wanted(explain, {wish.id for wish in found.wishes})
        except (Malformed, OSError) as error:
            self.stderr.write(str(error))
            sys.exit(2)
        try:
            answer = files.write(propose(found, explain=wanted, seconds=seconds))
        except TimeRanOut:
            self.stderr.write(f"no set that keeps the rules was found in {seconds:g} seconds")
            sys.exit(1)
        self.stdout.write(json.dumps(answer, ensure_ascii=False, indent=1))


def _wanted(explain: str | None, known: set[str]) -> set[str] | None:
    if explain is None:
        return None
    if explain in ("all", "none"):
        return known if explain == "all" else set()
    wanted = set(explain.split(","))
    if unknown := sorted(wanted - known):
        raise Malformed(f"--explain: no wish has the id “{unknown[0]}”")
    return wanted
