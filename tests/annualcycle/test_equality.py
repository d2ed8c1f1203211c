from random import Random

import pytest

from annualcycle.equality import Answered, Finding, examine


def centre(seed: int, *, behind: float = 0.0, merit: float = 0.0) -> tuple[list[Answered], dict[str, dict[int, str]]]:
    """Six teams of 20 persons in five years; a quarter is `behind`, and each person keeps a `merit` of its own."""
    luck = Random(seed)
    rows: list[Answered] = []
    groups: dict[int, str] = {}
    for team in range(6):
        lean = luck.gauss(0, 0.1)
        for person in range(team * 20, team * 20 + 20):
            groups[person] = "few" if luck.random() < 0.25 else "many"
            chance = 0.5 + lean + luck.gauss(0, merit) - (behind if groups[person] == "few" else 0)
            for year in range(2022, 2027):
                wishes = luck.choice([0, 1, 1, 2])
                if wishes:
                    rows.append(
                        Answered(person, team, year, wishes, sum(luck.random() < chance for _ in range(wishes)))
                    )
    return rows, {"hours": groups}


def only(found: list[Finding]) -> Finding:
    [one] = found
    return one


def test_the_difference_is_that_of_mantel_and_haenszel() -> None:
    """Two teams: 1 of 4 against 3 of 4, and 2 of 2 against 1 of 2. Σ (a·n₂ − b·n₁) ÷ N over Σ n₁·n₂ ÷ N."""
    rows = [Answered(person, 1, 2026, 1, int(person in {0, 4, 5, 6})) for person in range(8)]
    rows += [Answered(person, 2, 2026, 1, int(person in {8, 9, 10})) for person in range(8, 12)]
    groups = {person: "own" if person < 4 or person in {8, 9} else "their" for person in range(12)}
    groups[99] = "their"
    found = only(examine([*rows, Answered(99, 3, 2026, 1, 1)], {"hours": groups}, smallest=6))
    expected = 100 * ((1 * 4 - 3 * 4) / 8 + (2 * 2 - 1 * 2) / 4) / (16 / 8 + 4 / 4)
    assert found.difference == pytest.approx(expected)
    assert found.low < expected < found.high


def test_the_chance_is_that_of_dealing_persons_anew() -> None:
    """Six of twelve, none granted, against six, all granted: 2 of the 924 ways of dealing are as uneven."""
    rows = [Answered(person, 1, 2026, 1, int(person >= 6)) for person in range(12)]
    groups = {person: "a" if person < 6 else "b" for person in range(12)}
    found = only(examine(rows, {"hours": groups}, smallest=6))
    assert found.difference == -100
    assert found.chance == pytest.approx(2 / 924, abs=0.002)
    assert found.is_proved


def test_teams_with_less_money_are_no_disadvantage_of_a_profession() -> None:
    """All of one profession sit in a team where little is granted: nobody there to hold them against."""
    rows = [Answered(person, person // 10, 2026, 1, int(person >= 10)) for person in range(20)]
    apart = {person: str(person // 10) for person in range(20)}
    assert only(examine(rows, {"profession": apart}, smallest=6)).difference is None
    mixed = {person: str(person % 2) for person in range(20)}
    assert only(examine(rows, {"profession": mixed}, smallest=6)).difference is None


def test_groups_of_too_few_persons_to_compare_are_not_compared() -> None:
    rows = [Answered(person, 1, 2026, 1, person % 2) for person in range(20)]
    groups = {person: "few" if person < 5 else "many" for person in range(20)}
    assert only(examine(rows, {"kind": groups}, smallest=6)).difference is None
    assert only(examine(rows, {"kind": groups}, smallest=5)).difference is not None


def test_the_same_rows_give_the_same_answer_in_any_order() -> None:
    rows, groups = centre(1, behind=0.3)
    shuffled = list(rows)
    Random(9).shuffle(shuffled)
    assert examine(rows, groups, smallest=6) == examine(shuffled, groups, smallest=6)


def test_the_more_groups_are_looked_at_the_more_strictly_each_is_judged() -> None:
    rows, groups = centre(2, behind=0.25)
    alone = only(examine(rows, groups, smallest=6))
    others = {
        f"g{number}": {person: str(Random(number * 1000 + person).randrange(4)) for person in range(120)}
        for number in range(5)
    }
    among = next(one for one in examine(rows, groups | others, smallest=6) if one.grouping == "hours")
    assert (among.difference, among.chance) == (alone.difference, alone.chance)
    assert among.together > alone.together
    assert among.detectable > alone.detectable


def test_a_planted_disadvantage_is_found_and_a_disadvantage_that_is_not_there_is_not() -> None:
    """The share of many is in the bench; here 30 centres each, far from the limits."""
    found = [only(examine(*centre(seed, behind=0.3), smallest=6, draws=999)) for seed in range(30)]
    assert sum(one.is_proved and (one.difference or 0) < 0 for one in found) >= 24
    alike = [only(examine(*centre(seed, merit=0.3), smallest=6, draws=999)) for seed in range(100, 130)]
    assert sum(one.is_proved for one in alike) <= 4
