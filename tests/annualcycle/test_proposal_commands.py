"""The commands as an auditor runs them: two files and no database."""

import json
import os
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from random import Random

import pytest
from django.core.management import call_command

from annualcycle.domain.optimiser import files
from config.bench import proposal as bench
from tests.annualcycle.domain.optimiser.problems import Json, problem, wish

ROOT = Path(__file__).resolve().parents[2]
FACTS = problem(wish(1, cost=500_00), wish(2, cost=400_00))


@dataclass(frozen=True)
class Done:
    """How a command ended and what it wrote."""

    returncode: int
    stdout: str
    stderr: str


def manage(*words: str) -> Done:
    """The command in this process, where pytest-django lets nothing ask the database."""
    out, err = StringIO(), StringIO()
    try:
        call_command(*words, stdout=out, stderr=err)
    except SystemExit as left:
        return Done(int(left.code or 0), out.getvalue(), err.getvalue())
    return Done(0, out.getvalue(), err.getvalue())


def in_a_process(*words: str) -> Done:
    """The command as a shell runs it, with no database to be found."""
    nowhere = {"DATABASE_URL": "postgres://nobody:none@127.0.0.1:9/none", "DJANGO_SETTINGS_MODULE": "config.settings"}
    command = [sys.executable, "manage.py", *words]
    done = subprocess.run(command, cwd=ROOT, env=os.environ | nowhere, capture_output=True, text=True, check=False)
    return Done(done.returncode, done.stdout, done.stderr)


@pytest.fixture
def file(tmp_path: Path) -> str:
    path = tmp_path / "problem.json"
    path.write_text(json.dumps(FACTS))
    return str(path)


def answer(done: Done) -> Json:
    assert done.returncode == 0, done.stderr
    found: Json = json.loads(done.stdout)
    return found


def test_a_shell_that_reaches_no_database_gets_the_same(file: str) -> None:
    assert in_a_process("propose", "--problem", file) == manage("propose", "--problem", file)


def test_a_proposal_is_printed_and_found_right(file: str, tmp_path: Path) -> None:
    done = manage("propose", "--problem", file)
    assert (answer(done)["granted"], answer(done)["wishes"][0]["loss"]) == (["w2"], 0)
    proposal = tmp_path / "proposal.json"
    proposal.write_text(done.stdout)
    assert answer(manage("check_proposal", "--problem", file, "--proposal", str(proposal)))["faults"] == []
    proposal.write_text(json.dumps(answer(done) | {"cost": 1}))
    wrong = manage("check_proposal", "--problem", file, "--proposal", str(proposal))
    assert (wrong.returncode, json.loads(wrong.stdout)["faults"]) == (1, ["cost: says 1, is 40000"])


def test_only_the_wishes_asked_for_are_explained(file: str) -> None:
    lines = answer(manage("propose", "--problem", file, "--explain", "w2"))["wishes"]
    assert [(line["id"], line["margin"], line["loss"]) for line in lines] == [("w1", None, None), ("w2", 0, None)]
    lines = answer(manage("propose", "--problem", file, "--explain", "none"))["wishes"]
    assert [(line["margin"], line["loss"], line["displaces"]) for line in lines] == [(None, None, None)] * 2


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--explain", "w9"], "--explain: no wish has the id “w9”"),
        (["--problem", "/nowhere.json"], "[Errno 2] No such file or directory: '/nowhere.json'"),
    ],
)
def test_what_cannot_be_read_ends_with_two_and_a_message(file: str, words: list[str], message: str) -> None:
    done = manage("propose", "--problem", file, *words)
    assert (done.returncode, done.stdout, done.stderr.strip()) == (2, "", message)


def test_no_rule_book_that_cannot_hold_is_answered_with_a_set(file: str, tmp_path: Path) -> None:
    path = tmp_path / "tight.json"
    path.write_text(json.dumps(problem(wish(1, cost=900_00, status="granted"))))
    found = answer(manage("propose", "--problem", str(path)))
    assert (found["status"], found["granted"]) == ("infeasible", [])
    assert found["conflicts"] == [{"rule": "budget", "of": None, "wishes": ["w1"]}]


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"budget": 1.5}, "problem: budget: must be a whole number of øre, 0 or more"),
        ({"wishes": [wish(1, cost=-1)]}, "problem: wishes[0].cost: must be a whole number of øre, 0 or more"),
        ({"wishes": [wish(1), wish(1)]}, "problem: wishes[1].id: “w1” stands here twice"),
    ],
)
def test_a_problem_that_cannot_be_checked_is_told_with_its_place(file: str, changes: Json, message: str) -> None:
    Path(file).write_text(json.dumps(FACTS | changes))
    done = manage("check_proposal", "--problem", file, "--proposal", file)
    assert (done.returncode, done.stdout, done.stderr.strip()) == (2, "", message)


def test_a_proposal_that_cannot_be_checked_is_told_with_its_place(file: str, tmp_path: Path) -> None:
    proposal = tmp_path / "decisions.json"
    for facts, message in [
        ({"format": "december-decisions/1"}, "granted: is missing"),
        ({"format": "december-decisions/1", "granted": "w1"}, "granted: must be a list of texts"),
        ({"format": "december-proposal/2"}, "format: must be “december-proposal/1”"),
    ]:
        proposal.write_text(json.dumps(facts))
        done = manage("check_proposal", "--problem", file, "--proposal", str(proposal))
        assert (done.returncode, done.stderr.strip()) == (2, f"proposal: {message}")


def test_when_time_runs_out_there_is_an_answer_that_says_how_far_off_it_can_be(tmp_path: Path) -> None:
    path, out = tmp_path / "large.json", tmp_path / "out.json"
    path.write_text(json.dumps(files.write_problem(bench.binding(bench.problem(2, wishes=900, groups=40)))))
    done = manage("propose", "--problem", str(path), "--seconds", "0")
    found = answer(done)
    assert found["status"] in ("feasible", "optimal")
    assert found["value"] <= found["bound"] <= found["value"] * 1.05
    assert {(line["margin"], line["loss"], line["displaces"]) for line in found["wishes"]} == {(None, None, None)}
    out.write_text(done.stdout)
    assert answer(manage("check_proposal", "--problem", str(path), "--proposal", str(out)))["faults"] == []


def just_enough(people: int, teams: int) -> Json:
    """Each of `people` wishes something in every team and gets one thing; each team needs its part of them.

    The limits are what one way of doing so costs, so there is a set; it takes far more than seconds to find.
    """
    chance = Random(1)
    cost = {(one, team): chance.randrange(100_000, 2_000_000) for one in range(people) for team in range(teams)}
    number, spent, done = Counter[int](), Counter[int](), set[int]()
    for one, team in sorted(cost, key=lambda pair: cost[pair] * chance.uniform(0.95, 1.05)):
        if one not in done and number[team] < people // teams:
            done.add(one)
            number[team] += 1
            spent[team] += cost[one, team]
    scores = {"need": 0, "motivation": 0}
    wishes = [
        wish(one * teams + team, person=f"p{one}", group=f"g{team}", cost=amount, scores=scores)
        for (one, team), amount in cost.items()
    ]
    groups = [{"id": f"g{team}", "min_grants": number[team], "max_amount": spent[team]} for team in range(teams)]
    return problem(*wishes, groups=groups, budget=spent.total(), reserve=0, max_per_person=1)


def test_when_no_set_at_all_is_found_in_time_it_ends_with_one_and_says_so(tmp_path: Path) -> None:
    path = tmp_path / "hard.json"
    path.write_text(json.dumps(just_enough(people=120, teams=12)))
    done = manage("propose", "--problem", str(path), "--seconds", "0")
    message = "no set that keeps the rules was found in 0 seconds"
    assert (done.returncode, done.stdout, done.stderr.strip()) == (1, "", message)
