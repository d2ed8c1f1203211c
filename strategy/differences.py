"""What changed between two texts, word by word, and between two versions. Pure: no reading, no writing."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

# A word takes the space after it along, so that blanks alone never count as what stayed.
_WORD = re.compile(r"\S+\s*|\s+")


@dataclass(frozen=True)
class Piece:
    """A run of words; `kind` is same, gone or new."""

    kind: str
    text: str


@dataclass(frozen=True)
class Difference:
    """Both texts, each with its own words marked."""

    before: tuple[Piece, ...]
    after: tuple[Piece, ...]

    @property
    def is_none(self) -> bool:
        return all(piece.kind == "same" for piece in (*self.before, *self.after))


def between(before: str, after: str) -> Difference:
    """The words of `before` that are gone and those of `after` that are new."""
    old, new = _WORD.findall(before), _WORD.findall(after)
    left: list[Piece] = []
    right: list[Piece] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        _add(left, "same" if tag == "equal" else "gone", old[i1:i2])
        _add(right, "same" if tag == "equal" else "new", new[j1:j2])
    return Difference(tuple(left), tuple(right))


def _add(pieces: list[Piece], kind: str, words: Sequence[str]) -> None:
    if words:
        pieces.append(Piece(kind, "".join(words)))
