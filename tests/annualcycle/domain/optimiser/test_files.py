import json
from typing import Any

import pytest

from annualcycle.domain.optimiser import files
from competence.strict import Malformed
from tests.annualcycle.domain.optimiser.problems import problem, wish

FACTS = problem(wish(1), wish(2))


def test_a_problem_is_written_as_it_was_read() -> None:
    assert files.write_problem(files.read(json.dumps(FACTS))) == FACTS | {"needed": ["law", "talks"]} | {
        "criteria": sorted(FACTS["criteria"], key=lambda one: one["id"])
    }


def test_the_fingerprint_does_not_depend_on_the_order_of_rows() -> None:
    turned = FACTS | {"wishes": FACTS["wishes"][::-1]}
    cheaper = FACTS | {"wishes": [wish(1), wish(2, cost=1)]}
    prints = [files.fingerprint(files.read(json.dumps(facts))) for facts in (FACTS, turned, cheaper)]
    assert prints[0] == prints[1] != prints[2]


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"format": "december-problem/2"}, "format: must be “december-problem/1”"),
        ({"colour": "red"}, "colour: is not a key of the format"),
        ({"budget": 1.5}, "budget: must be a whole number of øre, 0 or more"),
        ({"reserve": 1000_01}, "reserve: must be a whole number of øre from 0 to 100000"),
        ({"max_per_person": "2"}, "max_per_person: must be a whole number, 0 or more, or null"),
        ({"needed": "law"}, "needed: must be a list of texts"),
        ({"wishes": [wish(1), wish(1)]}, "wishes[1].id: “w1” stands here twice"),
        ({"wishes": [wish(1, cost=-1)]}, "wishes[0].cost: must be a whole number of øre, 0 or more"),
        ({"wishes": [wish(1, cost=True)]}, "wishes[0].cost: must be a whole number of øre, 0 or more"),
        ({"wishes": [wish(1, group="B")]}, "wishes[0].group: no group has the id “B”"),
        (
            {"wishes": [wish(1, scores={"need": 6, "motivation": 1})]},
            "wishes[0].scores.need: must be a whole number from 0 to 5",
        ),
        ({"wishes": [wish(1, scores={"need": 1})]}, "wishes[0].scores.motivation: is missing"),
        ({"wishes": [wish(1, status="maybe")]}, "wishes[0].status: must be one of open, granted, refused, ineligible"),
        ({"wishes": [wish(1, builds=["law", "law"])]}, "wishes[0].builds[1]: “law” stands here twice"),
        ({"wishes": ["w1"]}, "wishes[0]: must be an object"),
        ({"wishes": [wish(1, person="\ud800")]}, "wishes[0].person: must be a text that is not empty"),
        ({"needed": ["law", "\udfff"]}, "needed[1]: must be a text that is not empty"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(changes: dict[str, Any], message: str) -> None:
    with pytest.raises(Malformed) as told:
        files.read(json.dumps(FACTS | changes))
    assert str(told.value) == message


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[]", "the file must hold one object"),
        ('{"format": 1, "format": 2}', "format: stands twice in one object"),
        ("{", "the file is not JSON: "),
        ("[" * 100_000, "the file is nested too deeply"),
        (b"\xff", "the file is not JSON: "),
        ('{"format": ' + "1" * 5000 + "}", "the file is not JSON: "),
    ],
)
def test_what_is_no_problem_at_all_is_refused(text: str | bytes, message: str) -> None:
    with pytest.raises(Malformed) as told:
        files.read(text)
    assert str(told.value).startswith(message)
