"""The two profiles of the example are complete (sources: K07–K20, K24–K32, K35–K39)."""

import tomllib
from collections import Counter
from typing import Any

from config.example.files import FOLDER
from trainers.models import AttentionPoint, Task, TrainingPart


def shipped(name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / "profiles" / f"{name}.toml").read_text(encoding="utf-8"))


def test_the_system_profile_has_nine_competences_one_of_them_met_in_two_ways() -> None:
    criteria = shipped("ydelsessystem")["criteria"]
    assert len(criteria) == 9
    assert [len(one["parts"]) for one in criteria if one.get("wish_counts")] == [2]
    assert Counter(one.get("demand", "team") for one in criteria) == {"team": 7, "default": 1, "hard": 1}
    assert {len(one["scale"]) for one in criteria} == {6}


def test_taking_in_and_passing_on_what_is_difficult_is_given_a_score() -> None:
    """And is no point of attention beside it (source: K17)."""
    told = shipped("ydelsessystem")
    (found,) = [one for one in told["criteria"] if one["name"] == "Svært stof"]
    assert (len(found["parts"]), len(found["scale"]), found.get("measure", "assessed")) == (2, 6, "assessed")
    assert not any("svært stof" in one["text"].lower() for one in told["points"])


def test_the_system_profile_names_each_task_party_and_part_of_the_way() -> None:
    told = shipped("ydelsessystem")
    assert {one["kind"] for one in told["tasks"]} == set(Task.Kind.values)
    assert [one["kind"] for one in told["tasks"] if one.get("only_support")] == ["reporting"]
    parties = {one.get("party", "selectors") for one in told["points"]}
    assert parties == set(AttentionPoint.Party.values)
    assert {one["party"] for one in told["points"] if one.get("is_hard")} == {"willing", "close"}
    assert {one["kind"] for one in told["training"]} == set(TrainingPart.Kind.values)
    assert [one["days"] for one in told["training"] if "days" in one] == [3]
    assert told["references"]


def test_the_other_profile_counts_years_and_role_models_beside_what_is_assessed() -> None:
    told = shipped("introduktion")
    assert {one["measure"] for one in told["criteria"] if "measure" in one} >= {"years"}
    assert all(told[kind] for kind in ("introduction", "purpose", "at_risk", "guidance", "tasks", "training"))
