"""The generated columns of the database say what the functions in Python say."""

import pytest

from competence.models import Employee
from competence.text import danish_key, fold, swedish_key
from tests.cast import Cast


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("Anna", "Holm"),
        ("aase", "Aagaard"),
        ("Åse", "ÆRØ"),
        ("Ömer", "Ängström"),
        ("José", "Núñez Ávila"),
        ("Caá", "Å"),
    ],
)
def test_keys_of_a_name_are_the_same_in_the_database(cast: Cast, first: str, last: str) -> None:
    person = Employee.objects.create(municipality=cast.nordby, number="T-1", first_name=first, last_name=last)
    found = Employee.objects.get(pk=person.pk)
    name = f"{first} {last}"
    assert (found.sort_name, found.sort_name_sv) == (danish_key(name), swedish_key(name))
    assert found.search == fold(f"{name} T-1")
