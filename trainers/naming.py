"""Short names that tell people apart where there is no room for whole ones: pure."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TypeVar

Key = TypeVar("Key")
# So many letters of a first name at most before numbers tell people apart.
LETTERS = 3


def short_names(names: Mapping[Key, tuple[str, str]]) -> dict[Key, str]:
    """First names; with more of the last name, and at the end a number, where two would be called the same."""
    ways = [
        {key: first or last for key, (first, last) in names.items()},
        {key: f"{first} {last[:1]}." for key, (first, last) in names.items()},
        {key: f"{first} {last}" for key, (first, last) in names.items()},
    ]
    return _apart(names, ways, gap=" ")


def signs(names: Mapping[Key, tuple[str, str]]) -> dict[Key, str]:
    """Initials; with more letters of the first name, and at the end a number, where two would have the same."""
    ways = [{key: _sign(*name, letters) for key, name in names.items()} for letters in range(1, LETTERS + 1)]
    return _apart(names, ways, gap="")


def _sign(first: str, last: str, letters: int) -> str:
    """`OL`, or `OfL`, of Ofelia Laursen; of a last name in many words the last one counts."""
    return first[:1].upper() + first[1:letters] + (last.split() or [""])[-1][:1].upper()


def _apart(keys: Mapping[Key, object], ways: Sequence[Mapping[Key, str]], *, gap: str) -> dict[Key, str]:
    """The first of `ways` in which each is alone among all that are said."""
    found: dict[Key, str] = {}
    for way in ways:
        said = Counter(found.get(key, way[key]) for key in keys)
        found |= {key: way[key] for key in keys if key not in found and said[way[key]] == 1}
    left = [key for key in keys if key not in found]
    return found | {key: f"{ways[-1][key]}{gap}{number}" for number, key in enumerate(left, start=1)}
