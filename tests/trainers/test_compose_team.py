"""The command as a project leader's municipality repeats a kept run: one file and no database."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from competence.strict import Malformed
from trainers.domain import team_problem

ROOT = Path(__file__).resolve().parents[2]
FACTS: dict[str, Any] = {
    "format": "trainer-team-problem/1",
    "min_size": 1,
    "max_size": 2,
    "hours_needed": 4,
    "competences": [{"id": "law", "level": 3, "cover": 1, "experience": True}],
    "units": [{"id": "A", "users": 5, "max_members": None, "max_hours": 10}],
    "candidates": [
        {
            "id": "k1",
            "unit": "A",
            "near": ["A"],
            "hours": 5,
            "levels": {"law": 4},
            "wishes": [],
            "suitability": 30,
            "willing": True,
            "released": True,
            "close": True,
            "status": "open",
        }
    ],
}


def compose(file: Path) -> subprocess.CompletedProcess[str]:
    nowhere = {"DATABASE_URL": "postgres://nobody:none@127.0.0.1:9/none", "DJANGO_SETTINGS_MODULE": "config.settings"}
    command = [sys.executable, "manage.py", "compose_team", "--problem", str(file)]
    return subprocess.run(command, cwd=ROOT, env=os.environ | nowhere, capture_output=True, text=True, check=False)


def test_the_answer_is_printed_without_a_database(tmp_path: Path) -> None:
    file = tmp_path / "problem.json"
    file.write_text(json.dumps(FACTS))
    done = compose(file)
    answer = json.loads(done.stdout)
    assert (done.returncode, answer["status"]) == (0, "optimal")
    assert [(team["members"], team["missing_cover"], team["critical"]) for team in answer["teams"]] == [
        (["k1"], 0, ["k1"])
    ]


def test_a_file_of_another_format_ends_with_two_and_a_message(tmp_path: Path) -> None:
    file = tmp_path / "problem.json"
    file.write_text(json.dumps(FACTS | {"hours_needed": "four"}))
    done = compose(file)
    message = "hours_needed: must be a whole number of hours from 0 to 1000000"
    assert (done.returncode, done.stdout, done.stderr.strip()) == (2, "", message)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"format": "trainer-team-problem/2"}, "format: must be “trainer-team-problem/1”"),
        ({"near": ["B"]}, "candidates[0].near[0]: no unit has the id “B”"),
        ({"near": ["A", "A"]}, "candidates[0].near[1]: “A” stands here twice"),
        ({"levels": {"law": 6}}, "candidates[0].levels.law: must be a whole number from 0 to 5"),
        ({"levels": {"tax": 1}}, "candidates[0].levels.tax: no competence has this id"),
        ({"willing": 1}, "candidates[0].willing: must be true or false"),
        ({"status": "perhaps"}, "candidates[0].status: must be one of open, chosen, excluded"),
        ({"hours": -1}, "candidates[0].hours: must be a whole number of hours from 0 to 1000000"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(changes: dict[str, Any], message: str) -> None:
    facts = FACTS | {"candidates": [FACTS["candidates"][0] | changes]}
    if "format" in changes:
        facts = FACTS | changes
    with pytest.raises(Malformed) as told:
        team_problem.problem_of(facts)
    assert str(told.value) == message
