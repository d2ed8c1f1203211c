"""Bytes become tables, whatever system wrote them; what is no table is refused in words."""

import io
import zipfile
from contextlib import suppress
from datetime import date, datetime

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from competence.domain.imports.reading import Row, Unreadable, decode, find_delimiter, read

LETTERS = st.text(st.sampled_from("abcæøåäöÆØÅÄÖé 019-"), min_size=1).map(str.strip).filter(bool)


def workbook(*rows: list[object]) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


@given(LETTERS, st.sampled_from(["utf-8", "utf-8-sig", "cp1252", "utf-16"]))
def test_text_is_read_in_any_encoding(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding))[0] == text


@pytest.mark.parametrize(
    ("written", "recognised"),
    [("utf-8", "utf-8"), ("utf-8-sig", "utf-8"), ("cp1252", "cp1252"), ("utf-16", "utf-16")],
)
def test_an_encoding_is_recognised_by_danish_letters(written: str, recognised: str) -> None:
    assert read("Navn;Sted\r\nÆrø;Århus\r\n".encode(written)).encoding == recognised


@given(st.sampled_from(";,\t|"), st.lists(LETTERS, min_size=2, max_size=8))
def test_a_delimiter_is_the_sign_that_divides_the_header(delimiter: str, headings: list[str]) -> None:
    assert find_delimiter(delimiter.join(headings)) == delimiter


def test_rows_keep_the_lines_of_the_file_past_blank_lines_and_breaks_inside_quotes() -> None:
    table = read(b'A;B\r\n\r\n1;"two\r\nlines"\r\n;\r\n2;x\r\n')
    assert table.header == ("A", "B")
    assert table.rows == (Row(3, ("1", "two\r\nlines")), Row(6, ("2", "x")))


def test_a_line_that_only_names_the_separator_is_left_out() -> None:
    table = read(b"sep=,\r\nA,B\r\n1,2\r\n")
    assert (table.delimiter, table.header, table.rows) == (",", ("A", "B"), (Row(3, ("1", "2")),))


def test_a_spreadsheet_keeps_its_dates_and_numbers() -> None:
    day = datetime(2026, 3, 1)  # noqa: DTZ001 - a spreadsheet knows no time zones
    table = read(workbook(["Dag", "Tal"], [day, 7.5], [None, None], [date(2026, 3, 2), 8]))
    assert (table.encoding, table.delimiter) == ("xlsx", "")
    assert table.rows == (Row(2, (date(2026, 3, 1), 7.5)), Row(4, (date(2026, 3, 2), 8)))


def bomb() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b" " * (130 * 1024 * 1024))
    return stream.getvalue()


def laughs() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("xl/workbook.xml", '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')
    return stream.getvalue()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "The file is empty."),
        (b"\xef\xbb\xbf\r\n \r\n", "The file is empty."),
        (b";;\r\n;;\r\n", "The file is empty."),
        (b"%PDF-1.7 ...", "This is a PDF."),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "This is an old Excel file"),
        (b"\x89PNG\r\n\x1a\n\0\0\0", "This is not a table."),
        (b"GIF89a;;;", "This is not a table."),
        (b"A;" * 2_500_000, "This is not a table."),
        (b"PK\x03\x04 and no more", "This Excel file cannot be opened."),
        (b"x" * (10 * 1024 * 1024 + 1), "The file is larger than 10 MB."),
        (bomb(), "This Excel file unpacks to far more"),
        (laughs(), "This Excel file is built in an unusual way"),
        (b"A;B\r\n" + b"1;2\r\n" * 100_001, "The file has more than 100,000 rows."),
        (b'A;B\r\n1;"' + b"x" * 140_000, "The file cannot be read from line 2 on."),
    ],
    ids=[
        "nothing",
        "mark",
        "blanks",
        "pdf",
        "xls",
        "png",
        "gif",
        "one endless line",
        "broken",
        "big",
        "bomb",
        "laughs",
        "long",
        "quote",
    ],
)
def test_what_is_no_table_is_refused_in_words(content: bytes, message: str) -> None:
    with pytest.raises(Unreadable, match=message.replace(".", r"\.")):
        read(content)


@given(st.binary(max_size=300))
def test_any_bytes_are_a_table_or_refused(content: bytes) -> None:
    with suppress(Unreadable):
        assert read(content).encoding
