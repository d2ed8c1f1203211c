"""Hidden cells stay hidden, also from somebody who tries every table that agrees with what is shown."""

from collections.abc import Iterator
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from annualcycle.disclosure import Cell, Key, Range, Sum, protect, ranges

SMALLEST = 3


def table(rows: list[list[int]]) -> tuple[dict[Key, Cell], list[Sum]]:
    """The cells `(row, column)` with the totals of rows, columns and all, under the name `all`."""
    height, width = len(rows), len(rows[0])
    values: dict[Key, int] = {(r, c): rows[r][c] for r in range(height) for c in range(width)}
    values |= {(r, "all"): sum(rows[r]) for r in range(height)}
    values |= {("all", c): sum(row[c] for row in rows) for c in range(width)}
    values["all", "all"] = sum(map(sum, rows))
    sums = [Sum((r, "all"), tuple((r, c) for c in range(width))) for r in [*range(height), "all"]]
    sums += [Sum(("all", c), tuple((r, c) for r in range(height))) for c in [*range(width), "all"]]
    return {key: Cell(value, value) for key, value in values.items()}, sums


def tables_that_agree(
    cells: dict[Key, Cell], sums: list[Sum], hidden: frozenset[Key], most: int
) -> Iterator[dict[Key, int]]:
    """Every table of numbers up to `most` that shows the same and adds up: what a patient reader could find."""
    order = sorted(hidden, key=str)
    shown = {key: cell.value for key, cell in cells.items() if key not in hidden}
    for guess in product(range(most + 1), repeat=len(order)):
        values = shown | dict(zip(order, guess, strict=True))
        if all(values[one.whole] == sum(values[part] for part in one.parts) for one in sums):
            yield values


small_tables = st.lists(st.lists(st.integers(0, 9), min_size=2, max_size=4), min_size=2, max_size=4).filter(
    lambda rows: len({len(row) for row in rows}) == 1
)


@settings(deadline=None, max_examples=60)
@given(small_tables)
def test_no_hidden_cell_can_be_worked_out(rows: list[list[int]]) -> None:
    cells, sums = table(rows)
    hidden = protect(cells, sums, SMALLEST)
    values = {key: cell.value for key, cell in cells.items()}
    assert all(one.width >= SMALLEST for one in ranges(values, sums, set(hidden), SMALLEST).values())
    assert all(cell.value == 0 or cell.value >= SMALLEST for key, cell in cells.items() if key not in hidden)


def test_the_ranges_are_those_a_patient_reader_finds() -> None:
    cells, sums = table([[1, 5, 4], [4, 3, 5]])
    hidden = frozenset({(0, 0), (0, 1), (1, 0), (1, 1)})
    tables = list(tables_that_agree(cells, sums, hidden, most=10))
    found = {key: Range(min(t[key] for t in tables), max(t[key] for t in tables)) for key in hidden}
    values = {key: cell.value for key, cell in cells.items()}
    assert ranges(values, sums, set(hidden), SMALLEST) == found
    assert found[0, 0] == Range(0, 5)


def test_hiding_only_the_small_cell_would_give_it_away() -> None:
    cells, sums = table([[1, 5], [4, 6]])
    values = {key: cell.value for key, cell in cells.items()}
    assert ranges(values, sums, {(0, 0)}, SMALLEST) == {(0, 0): Range(1, 1)}
    hidden = protect(cells, sums, SMALLEST)
    assert (0, 0) in hidden
    assert len(list(tables_that_agree(cells, sums, hidden, most=11))) > SMALLEST


def test_a_table_without_small_cells_is_shown_whole() -> None:
    cells, sums = table([[3, 0], [7, 9]])
    assert protect(cells, sums, SMALLEST) == frozenset()


def test_many_wishes_of_few_persons_are_hidden() -> None:
    cells: dict[Key, Cell] = {"mod": Cell(9, 2), "fam": Cell(8, 8), "unge": Cell(7, 7), "all": Cell(24, 17)}
    hidden = protect(cells, [Sum("all", ("mod", "fam", "unge"))], SMALLEST)
    assert hidden == {"mod", "unge"}


def test_a_tiny_centre_shows_nothing_about_its_persons() -> None:
    cells, sums = table([[1, 0], [0, 1]])
    hidden = protect(cells, sums, SMALLEST)
    assert {key for key, cell in cells.items() if cell.value} <= hidden
