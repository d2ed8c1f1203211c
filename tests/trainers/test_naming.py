"""Short names tell people apart (source: K23)."""

from trainers.naming import short_names, signs


def test_first_names_are_enough_until_two_have_the_same() -> None:
    people = {1: ("Ulf", "Frederiksen"), 2: ("Sarah", "Bruun"), 3: ("Ulf", "Krag"), 4: ("Bo", "Ax"), 5: ("Bo", "Alm")}
    assert short_names(people) == {1: "Ulf F.", 2: "Sarah", 3: "Ulf K.", 4: "Bo Ax", 5: "Bo Alm"}


def test_two_with_the_same_whole_name_get_a_number() -> None:
    people = {1: ("Bo", "Ax"), 2: ("Bo", "Ax")}
    assert short_names(people) == {1: "Bo Ax 1", 2: "Bo Ax 2"}


def test_initials_are_longer_only_where_two_have_the_same() -> None:
    people = {1: ("Ofelia", "Laursen"), 2: ("Osvald", "Lind"), 3: ("Bo", "van D’Souza")}
    assert signs(people) == {1: "OfL", 2: "OsL", 3: "BD"}


def test_initials_that_no_letter_tells_apart_get_a_number() -> None:
    found = signs({1: ("Anna", "Lind"), 2: ("Annika", "Lund"), 3: ("Arne", "Lund")})
    assert (len(set(found.values())), found[3]) == (3, "ArL")
