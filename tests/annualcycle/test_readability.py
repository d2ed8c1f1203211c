import pytest

from annualcycle.readability import ENOUGH, hardness, lix, sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", 0.0),
        ("Vi ses.", 2.0),
        ("Vi ses. Hav det godt: alt er vel!", 8 / 3),
        ("Kompetenceudvikling kræver tid.", 3 + 100 / 3),
        ("Der manglede 6.400 kr.", 4 + 25.0),
        ("kvinder mand", 2 + 50.0),
        ("- Vi ses\n- Hav det godt\n\n- Alt er vel", 8 / 3),
    ],
)
def test_lix_is_words_in_a_sentence_and_long_words_in_a_hundred(text: str, expected: float) -> None:
    assert lix(text) == pytest.approx(expected)


def test_hardness_names_the_hardest_sentence_and_the_longest_words() -> None:
    easy = "Du kan gå på kurset nu. " * 5
    hard = "Kvalitetssikringen forudsætter understøttelse af kompetenceudviklingen "
    found = hardness(easy + hard * 6 + "i dag.", hard * 6 + "i dag.")
    assert found
    assert found.index == round(lix(easy + hard * 6 + "i dag."))
    assert found.sentence == (hard * 6 + "i dag.")
    assert found.words == ("kompetenceudviklingen", "Kvalitetssikringen", "understøttelse")


def test_too_few_words_are_never_called_hard() -> None:
    short = " ".join(["kompetenceudviklingsstrategien"] * (ENOUGH - 1))
    assert hardness(short, short) is None
    assert hardness(f"{short} målsætning", short) is not None


def test_the_hardest_sentence_is_not_a_short_one_with_a_long_name() -> None:
    """“Kære Christoffer.” has an index of 52 alone, and nobody can word it anew."""
    heavy = "Vi drøfter allerede opgaverne med ledelsen og alle de andre."
    own = "\n".join(["Ikke nu, Bartholomæus.", *[heavy] * 10])
    found = hardness(f"Kære Christoffer.\n{own}\nHej.", own)
    assert (lix("Kære Christoffer."), lix(heavy)) == (52, 50)
    assert found is not None
    assert (found.sentence, found.words) == (heavy, ("Bartholomæus", "opgaverne", "allerede"))


def test_a_line_ends_a_sentence_and_a_number_does_not() -> None:
    assert sentences("Der mangler 6.400 kr. i alt:\n- vi ses\n–\n- “hav det godt.” Hej") == [
        "Der mangler 6.400 kr.",
        "i alt:",
        "- vi ses",
        "- “hav det godt.",
        "Hej",
    ]
