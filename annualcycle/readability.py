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
# A number such as 6.400 or 3.2 holds a full stop that ends nothing.
_END = re.compile(r"[.:!?](?=\s|$)")


def lix(text: str) -> float:
    """Words ÷ sentences + 100 × long words ÷ words; 0 for a text without words. A colon ends a sentence too."""
    words = _WORD.findall(text)
    if not words:
        return 0.0
    sentences = max(1, len(_END.findall(text)))
    long_words = sum(len(word) >= LONG for word in words)
    return len(words) / sentences + 100 * long_words / len(words)


def heaviness(text: str) -> int:
    """The index of a text that is not easily read, rounded; 0 for one that is."""
    found = lix(text)
    return round(found) if found >= EASY else 0


@dataclass(frozen=True)
class Hardness:
    """The index, rounded, of a text that is not easily read; its hardest sentence and longest words."""

    index: int
    sentence: str
    words: tuple[str, ...]


def hardness(text: str) -> Hardness | None:
    """What makes the text hard to read; None: it is easily read, or too short to tell."""
    words = _WORD.findall(text)
    if len(words) < ENOUGH or lix(text) < EASY:
        return None
    sentences = [text[start:end].strip() for start, end in _sentences(text)]
    longest = sorted({word for word in words if len(word) >= LONG}, key=lambda word: (-len(word), word))
    return Hardness(round(lix(text)), max(sentences, key=lix), tuple(longest[:_NAMED]))


def _sentences(text: str) -> list[tuple[int, int]]:
    """Where each sentence begins and ends."""
    ends = [*(found.end() for found in _END.finditer(text)), len(text)]
    return list(zip([0, *ends], ends, strict=False))
