"""The measure of fairness: invented units that are the same under every rule, and when it is a fault."""

from config.bench.fairness import Look, Sums, both, compared, found_out, monitored
from config.bench.ten_years import FIRST_YEAR, Answer, Plan, Unit, our_rule, points_alone

SMALL = Plan(teams=2, people=4, years=2)


def test_a_unit_runs_the_same_twice_and_begins_alike_under_every_rule() -> None:
    first, again, other = (Unit(3, SMALL).run(rule) for rule in (points_alone, points_alone, our_rule))
    assert first == again

    def asked(answers: list[Answer]) -> set[tuple[int, int, int]]:
        return {(one.person.id, one.cost, one.points) for one in answers if one.year == FIRST_YEAR}

    assert asked([*first]) == asked([*other])
    assert {one.granted for one in first} == {True, False}


def test_one_unit_gives_figures_of_both_rules() -> None:
    before, ours = both(1)
    assert before.wished == 16
    assert 0 < ours.longest <= before.longest <= 10


def test_a_rule_that_is_no_fairer_or_costs_points_is_a_fault() -> None:
    before = Sums(longest=9.0, without=0.05, spread=0.2, points=1000)
    assert compared(before, Sums(longest=6.0, without=0.01, spread=0.1, points=971)).faults == []
    assert len(compared(before, Sums(longest=9.0, without=0.05, spread=0.2, points=1000)).faults) == 3
    assert len(compared(before, Sums(longest=6.0, without=0.01, spread=0.1, points=969)).faults) == 1


def test_a_monitor_that_misses_or_cries_wolf_is_a_fault() -> None:
    seen, missed = Look(planted=True, anything=True, wish_by_wish=True), Look(False, False, False)
    assert found_out([seen] * 80 + [missed] * 20, [missed] * 100).faults == []
    assert len(found_out([seen] * 79 + [missed] * 21, [missed] * 100).faults) == 1
    assert len(found_out([seen], [missed] * 91 + [seen] * 9).faults) == 1


def test_the_planted_group_is_one_among_groupings_by_chance() -> None:
    rows, groupings = monitored(Unit(1, SMALL).run(points_alone), 1)
    assert sorted(groupings) == ["age", "agreement", "hours", "kind", "planted", "profession"]
    assert {row.person for row in rows} == set(groupings["planted"])
