"""LIX, the readability index of Björnsson (Läsbarhet, 1968): words in a sentence plus long words in a hundred. Pure.

Under 30 is easy, 30–40 as easy as fiction, 40–50 as a newspaper, over 50 heavy.
"""

import re
from dataclasses import dataclass

# Answers stay under this.
EASY = 45
# A word is long from seven letters on.
LONG = 7
# In fewer words one long word more is several points, so that the index says nothing of them.
ENOUGH = 25
# So many of the longest words are named.
_NAMED = 3
_WORD = re.compile(r"[^\W_]+(?:[-’'.,][^\W_]+)*")
# A number such as 6.400 or 3.2 holds a full stop that ends nothing; the end of a line is as good as a full stop.
_END = re.compile(r"(?<=[.:!?])[\"”»’')]*\s+|\s*\n\s*")


def lix(text: str) -> float:
    """Words ÷ sentences + 100 × long words ÷ words; 0 for a text without words. A colon ends a sentence too."""
    return _index([_WORD.findall(one) for one in sentences(text)])


def sentences(text: str) -> list[str]:
    """The pieces of `text` that have a word in them."""
    return [piece.strip() for piece in _END.split(text) if _WORD.search(piece)]


def _index(said: list[list[str]]) -> float:
    number = sum(map(len, said))
    long_words = sum(len(word) >= LONG for sentence in said for word in sentence)
    return number / len(said) + 100 * long_words / number if number else 0.0


def heaviness(text: str) -> int:
    """The index of a text that is not easily read, rounded; 0 for one that is."""
    found = lix(text)
    return round(found) if found >= EASY else 0


@dataclass(frozen=True)
class Hardness:
    """The index, rounded, of a text that is not easily read; of what can be worded anew the sentence that does most to
    make it so, and the longest words.
    """

    index: int
    sentence: str
    words: tuple[str, ...]


def hardness(text: str, own: str) -> Hardness | None:
    """What makes the text hard to read, found in its part `own`; None: it is easily read, or too short to tell."""
    if len(_WORD.findall(text)) < ENOUGH or lix(text) < EASY:
        return None
    longest = sorted({word for word in _WORD.findall(own) if len(word) >= LONG}, key=lambda word: (-len(word), word))
    return Hardness(round(lix(text)), _hardest(sentences(text), sentences(own)), tuple(longest[:_NAMED]))


def _hardest(said: list[str], own: list[str]) -> str:
    """The one of `own` without which the rest of `said` reads easiest."""
    words = {one: _WORD.findall(one) for one in said}

    def rest(one: str) -> float:
        return _index([words[other] for other in said if other != one])

    return min((one for one in own if one in words), key=rest, default="")
