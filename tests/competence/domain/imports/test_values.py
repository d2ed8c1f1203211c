"""Cells become values, however Danish, Swedish and English systems write them."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from hypothesis import given
from hypothesis import strategies as st

from competence.domain.imports.values import (
    NumberForm,
    Wrong,
    date_form,
    day,
    email,
    money,
    number,
    number_form,
    several_of,
    text,
    weekly_hours,
    whole,
)

DANISH, ENGLISH = NumberForm(","), NumberForm(".")
AMOUNTS = st.decimals(0, 9_999_999, places=2)


@given(
    st.dates(date(1900, 1, 1), date(2199, 12, 31)), st.sampled_from(["%d-%m-%Y", "%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y"])
)
def test_a_day_is_read_as_it_was_written(value: date, form: str) -> None:
    assert day(value.strftime(form)) == value


@given(st.dates(date(1930, 1, 1), date(2150, 1, 1)))
def test_a_day_can_be_a_number_of_excel(value: date) -> None:
    serial = (value - date(1899, 12, 30)).days
    assert (day(serial), day(str(serial)), day(value)) == (value, value, value)


@pytest.mark.parametrize("written", ["31-02-2021", "12/31/2026", "i går", "1-1-26", "99999999", "2026-13-01", "0"])
def test_what_is_no_day_is_refused(written: str) -> None:
    with pytest.raises(Wrong, match="dd-mm-yyyy"):
        day(written)


def test_how_dates_are_written_is_recognised() -> None:
    assert [date_form([cell]) for cell in ("01-02-2026", "2026-02-01", 45000, "x")] == [
        "dd-mm-yyyy",
        "yyyy-mm-dd",
        "excel",
        "",
    ]


@given(AMOUNTS)
def test_a_danish_amount_is_read_as_it_was_written(amount: Decimal) -> None:
    written = f"{amount:,.2f}".translate(str.maketrans(",.", ".,"))
    assert number(written, number_form([written])) == amount


@given(AMOUNTS)
def test_an_english_amount_is_read_as_it_was_written(amount: Decimal) -> None:
    written = f"{amount:,.2f}"
    assert number(written, number_form([written])) == amount


@pytest.mark.parametrize(
    ("written", "danish", "english"),
    [
        ("8.900", 8900, Decimal("8.9")),
        ("8,900", Decimal("8.9"), 8900),
        ("7,5", Decimal("7.5"), Decimal("7.5")),
        ("7.5", Decimal("7.5"), Decimal("7.5")),
        ("1.234.567", 1234567, 1234567),
        ("0.125", Decimal("0.125"), Decimal("0.125")),
        ("kr. 1 200,-", 1200, 1200),
        ("−5", -5, -5),
    ],
)
def test_only_a_doubtful_number_depends_on_the_file(written: str, danish: Decimal, english: Decimal) -> None:
    assert (number(written, DANISH), number(written, ENGLISH)) == (danish, english)


def test_one_doubtless_number_decides_how_the_file_writes_them() -> None:
    assert number_form(["8,900", "7.50", "3"]) == ENGLISH
    assert number_form(["8.900", "7,50", "3"]) == DANISH
    assert number_form(["8.900", "", None, 12]) == DANISH


@pytest.mark.parametrize("written", ["x", "1,2,3.4.5", "--1", "1e5", "٣", "1.2.3"])
def test_what_is_no_number_is_refused(written: str) -> None:
    with pytest.raises(Wrong, match="A number was expected"):
        number(written, DANISH)


def test_money_becomes_whole_oere() -> None:
    assert (money("8.900,00", DANISH), money("0,5", DANISH), money(4800, DANISH), money("", DANISH)) == (
        890_000,
        50,
        480_000,
        None,
    )


@pytest.mark.parametrize("written", ["-1", "1,005", "99.999.999.999"])
def test_what_is_no_amount_is_refused(written: str) -> None:
    with pytest.raises(Wrong, match="An amount in kroner was expected"):
        money(written, DANISH)


@pytest.mark.parametrize("written", ["0", "-5", "60,5"])
def test_hours_nobody_works_are_refused(written: str) -> None:
    with pytest.raises(Wrong, match="more than 0 and at most 60"):
        weekly_hours(written, DANISH)


def test_a_whole_number_is_whole() -> None:
    assert whole(0, 5)("3,0", DANISH) == 3
    with pytest.raises(Wrong, match="A whole number from 0 to 5"):
        whole(0, 5)("3,5", DANISH)


def test_text_is_one_line_without_blanks_around() -> None:
    assert (text("  Ærø\u00a0 Holm\n"), text(100013), text(100013.0), text(None)) == (
        "Ærø Holm",
        "100013",
        "100013",
        "",
    )


def test_an_address_is_lower_case_and_an_empty_one_is_none() -> None:
    assert (email(" Anna@Solbjerg.example", DANISH), email("", DANISH)) == ("anna@solbjerg.example", None)


def test_several_words_are_split_whatever_joins_them() -> None:
    parse = several_of({"tr": "TR", "amr": "AMR"}, "TR, AMR")
    assert (parse("AMR|tr", DANISH), parse("TR, AMR", DANISH), parse("", DANISH)) == (("AMR", "TR"), ("AMR", "TR"), ())
    with pytest.raises(Wrong, match="Expected one of: TR, AMR"):
        parse("TR|konge", DANISH)


@pytest.mark.parametrize(
    "written", ["anna.holm@solbjerg.example", "o'brien+x@a-b.example", "æ@solbjerg.example", "a@b"]
)
def test_an_address_is_taken_as_django_takes_it(written: str) -> None:
    try:
        validate_email(written)
    except ValidationError:
        with pytest.raises(Wrong):
            email(written, DANISH)
    else:
        assert email(written, DANISH) == written
