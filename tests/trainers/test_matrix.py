"""Dots of the can and will matrix are apart, and never in a field that is not theirs (source: K23)."""

from fractions import Fraction
from itertools import combinations

from trainers.matrix import DOT, MIDDLE_X, MIDDLE_Y, SIDE, STEP, Dot, Place, dots


def placed(*told: tuple[float, float]) -> list[Dot]:
    return dots(Place(key, f"Person {key}", Fraction(can), Fraction(will)) for key, (can, will) in enumerate(told))


def fields(found: list[Dot]) -> list[tuple[bool, bool]]:
    return [(dot.x >= MIDDLE_X, dot.y <= MIDDLE_Y) for dot in found]


def test_somebody_alone_stands_where_computed() -> None:
    (dot,) = placed((4, 2))
    assert (dot.x, dot.y) == (SIDE * 2 // 5, SIDE - SIDE * 4 // 5)


def test_many_in_one_place_stand_beside_each_other_and_keep_their_field() -> None:
    found = placed(*[(4, 4.9)] * 12)
    assert fields(found) == [(True, True)] * 12
    assert all((a.x - b.x) ** 2 + (a.y - b.y) ** 2 >= STEP**2 for a, b in combinations(found, 2))
    assert all(DOT < dot.x < SIDE - DOT and DOT < dot.y < SIDE - DOT for dot in found)


def test_nobody_near_the_right_edge_is_moved_to_the_left_one() -> None:
    """Three who want to, close to each other at the edge, all stay at the right."""
    found = placed((3.6, 4.6), (3.65, 4.7), (3.7, 4.75))
    assert all(dot.x > SIDE * 4 // 5 for dot in found)
