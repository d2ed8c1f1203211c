"""Whether a proposal, or any set of decisions, keeps every rule of a problem and adds up; needs no database."""

import json
import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from annualcycle.domain import checked_files, checker
from competence.strict import Malformed


class Command(BaseCommand):
    help = "Prints what is wrong as JSON; exits 0 when nothing is, 1 for faults, 2 for files that cannot be checked."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--problem", required=True, metavar="FILE", help="A december-problem/1.")
        parser.add_argument(
            "--proposal", required=True, metavar="FILE", help="A december-proposal/1 or december-decisions/1."
        )

    def handle(self, *args: Any, problem: str, proposal: str, **options: Any) -> None:
        try:
            facts = _read("problem", problem, checked_files.read_problem)
            found = checker.check(facts, _read("proposal", proposal, checked_files.read_answer))
        except (checker.NotOfTheFormat, Malformed, OSError) as error:
            self.stderr.write(str(error))
            sys.exit(2)
        self.stdout.write(json.dumps(asdict(found), ensure_ascii=False, indent=1))
        if found.faults:
            sys.exit(1)


def _read(name: str, path: str, read: Callable[[bytes], checker.Json]) -> checker.Json:
    """The message says which of the two files is wrong, and where."""
    try:
        return read(Path(path).read_bytes())
    except Malformed as error:
        raise Malformed(f"{name}: {error}") from error
