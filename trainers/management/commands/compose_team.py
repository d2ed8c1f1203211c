"""Compose a trainer team from a file, without the database (formats: trainer-team-problem/1)."""

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from competence.strict import Malformed
from trainers.domain import team_problem
from trainers.domain.composer import compose


class Command(BaseCommand):
    help = "Prints the best three trainer teams of a trainer-team-problem/1 as trainer-teams/1. Needs no database."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--problem", required=True, type=Path, help="The file with the problem.")

    def handle(self, *args: Any, problem: Path, **options: Any) -> None:
        try:
            found = team_problem.read(problem.read_bytes())
        except (OSError, Malformed) as error:
            self.stderr.write(str(error))
            sys.exit(2)
        answer = team_problem.write_answer(compose(found))
        self.stdout.write(json.dumps(answer, ensure_ascii=False, indent=1))
