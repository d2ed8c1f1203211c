from hypothesis import given
from hypothesis import strategies as some

from strategy.differences import Piece, between

WORDS = some.text("ab \nå", max_size=30)


def test_changed_words_are_marked_on_each_side() -> None:
    found = between("Vi lytter til alle.", "Vi lytter altid til alle børn.")
    assert found.before == (Piece("same", "Vi lytter "), Piece("same", "til "), Piece("gone", "alle."))
    assert found.after == (
        Piece("same", "Vi lytter "),
        Piece("new", "altid "),
        Piece("same", "til "),
        Piece("new", "alle børn."),
    )


@given(before=WORDS, after=WORDS)
def test_both_texts_can_be_read_in_full(before: str, after: str) -> None:
    found = between(before, after)
    assert ["".join(piece.text for piece in side) for side in (found.before, found.after)] == [before, after]
    assert found.is_none == (before == after)
