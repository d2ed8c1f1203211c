import pytest

from annualcycle.readability import lix


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", 0.0),
        ("Vi ses.", 2.0),
        ("Vi ses. Hav det godt: alt er vel!", 8 / 3),
        ("Kompetenceudvikling kræver tid.", 3 + 100 / 3),
        ("Der manglede 6.400 kr.", 4 + 25.0),
        ("kvinder mand", 2 + 50.0),
    ],
)
def test_lix_is_words_in_a_sentence_and_long_words_in_a_hundred(text: str, expected: float) -> None:
    assert lix(text) == pytest.approx(expected)
