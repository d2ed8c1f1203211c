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
DOT, STEP = 15, 34


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
    """The places as dots that do not cover each other: will to the right, can upwards."""
    taken: list[Dot] = []
    for place in sorted(places, key=lambda one: (one.can, one.will, one.key)):
        x = _inside(SIDE * place.will / HIGHEST)
        y = _inside(SIDE - SIDE * place.can / HIGHEST)
        while any(abs(dot.x - x) < STEP and abs(dot.y - y) < STEP for dot in taken) and y < 2 * SIDE:
            x, y = (x + STEP, y) if x + STEP < SIDE - DOT else (DOT + 3, y + STEP)
        taken.append(Dot(place, x, y))
    return taken


def _inside(value: Fraction) -> int:
    return min(max(int(value), DOT + 3), SIDE - DOT - 3)
