"""Numbers in what a browser sends: texts, and addresses that people write by hand."""

from collections.abc import Iterable


def whole_number(text: str | None, *, digits: int = 18) -> int | None:
    """`text` as a whole number of at most `digits` of the digits 0 to 9; nothing where it is anything else.

    Python's own `isdigit` also takes "²", which is no number.
    """
    return int(text) if text and text.isascii() and text.isdigit() and len(text) <= digits else None


def whole_numbers(texts: Iterable[str]) -> set[int]:
    """Those of `texts` that are whole numbers."""
    return {number for number in map(whole_number, texts) if number is not None}
