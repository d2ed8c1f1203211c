import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from competence.fields import KronerField


@pytest.mark.parametrize(
    ("written", "ore"),
    [
        ("6400", 640_000),
        ("6.400", 640_000),
        ("6.400,50", 640_050),
        ("6400,5", 640_050),
        ("6400.50", 640_050),
        ("6 400 kr.", 640_000),
        ("6.400,-", 640_000),
        ("1.250.000", 125_000_000),
        ("kr 0", 0),
        ("", None),
    ],
)
def test_kroner_are_read_as_they_are_written(written: str, ore: int | None) -> None:
    assert KronerField(required=False).clean(written) == ore


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("seks tusind", "invalid"),
        ("6.40.0", "invalid"),
        ("1,234", "invalid"),
        ("kr.", "invalid"),
        ("\u0663", "invalid"),
        ("-5", "negative"),
        ("99999999999", "too_large"),
    ],
)
def test_kroner_that_cannot_be_read_say_why(written: str, code: str) -> None:
    with pytest.raises(ValidationError) as fault:
        KronerField(required=False).clean(written)
    assert fault.value.code == code


def test_kroner_are_shown_as_danes_write_them() -> None:
    with translation.override("da"):
        shown = [KronerField().prepare_value(value) for value in (640_000, 640_050, "to")]
    assert shown == ["6.400", "6.400,50", "to"]
