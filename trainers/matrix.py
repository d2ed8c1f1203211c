"""The can and will matrix as a picture: pure geometry, drawn by a template with a text twin beside it (source: K23)."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

# From this weighted mean on somebody can, or will.
MIDDLE = Fraction(3)
HIGHEST = 5
SIDE = 480
MIDDLE_X = int(SIDE * MIDDLE / HIGHEST)
MIDDLE_Y = SIDE - MIDDLE_X
# A moved person stands in the middle of the field moved to.
LOW, HIGH = Fraction(3, 2), Fraction(4)
DOT, STEP = 19, 42
# How finely a free spot is looked for.
NUDGE = 6


@dataclass(frozen=True)
class Place:
    """Where somebody stands, 0–5 on each axis, and whether a person put it there."""

    key: int
    name: str
    can: Fraction
    will: Fraction
    moved: bool = False

    @property
    def is_can(self) -> bool:
        return self.can >= MIDDLE

    @property
    def is_will(self) -> bool:
        return self.will >= MIDDLE


@dataclass(frozen=True)
class Dot:
    """A place in the picture, in its units from the upper left corner."""

    place: Place
    x: int
    y: int


def moved(key: int, name: str, *, can: bool, will: bool) -> Place:
    """The middle of a field."""
    return Place(key, name, HIGH if can else LOW, HIGH if will else LOW, moved=True)


def dots(places: Iterable[Place]) -> list[Dot]:
    """The places as dots that do not cover each other: will to the right, can upwards.

    Where somebody stands already, the next one stands beside, as near as there is room and in the own field while
    that has room.
    """
    taken: list[Dot] = []
    for place in sorted(places, key=lambda one: (one.can, one.will, one.key)):
        x = _inside(SIDE * place.will / HIGHEST)
        y = _inside(SIDE - SIDE * place.can / HIGHEST)
        free = [spot for spot in _around(x, y) if not _is_taken(spot, taken)]
        own = [spot for spot in free if (spot[0] >= MIDDLE_X, spot[1] <= MIDDLE_Y) == (place.is_will, place.is_can)]
        taken.append(Dot(place, *next(iter([*own, *free]), (x, y))))
    return taken


def _around(x: int, y: int) -> list[tuple[int, int]]:
    """The spot itself and those of a grid around it within the picture, the nearest first."""
    steps = range(-SIDE // NUDGE, SIDE // NUDGE + 1)
    spots = [(x + across * NUDGE, y + down * NUDGE) for across in steps for down in steps]
    low, high = DOT + 3, SIDE - DOT - 3
    inside = [spot for spot in spots if low <= min(spot) and max(spot) <= high]
    return sorted(inside, key=lambda spot: ((spot[0] - x) ** 2 + (spot[1] - y) ** 2, spot))


def _is_taken(spot: tuple[int, int], dots: Iterable[Dot]) -> bool:
    return any((dot.x - spot[0]) ** 2 + (dot.y - spot[1]) ** 2 < STEP**2 for dot in dots)


def _inside(value: Fraction) -> int:
    return min(max(int(value), DOT + 3), SIDE - DOT - 3)
