"""Writes on the organisation tree."""

from datetime import date

import pytest

from competence.domain import people, units
from competence.models import Unit
from tests.cast import TODAY, Cast


def test_move_takes_everything_below_along(cast: Cast) -> None:
    units.move(unit=cast.mod, parent=cast.yd)
    moved = Unit.objects.get(pk=cast.mod.pk)
    assert (moved.path, moved.centre_id) == (f"{cast.nordby.pk}/{cast.yd.pk}/{cast.mod.pk}/", cast.yd.pk)


def test_move_under_itself_is_refused(cast: Cast) -> None:
    with pytest.raises(units.WouldFormACircle):
        units.move(unit=cast.bu, parent=cast.mod)
    assert Unit.objects.get(pk=cast.bu.pk).parent_id == cast.nordby.pk


def test_close_says_who_and_what_stands_in_the_way(cast: Cast) -> None:
    with pytest.raises(units.UnitHasStaff) as refusal:
        units.close(unit=cast.bu, on=TODAY)
    assert "1 " in str(refusal.value)
    assert "2 " in str(refusal.value)
    assert Unit.objects.get(pk=cast.bu.pk).closed_on is None


def test_close_of_an_empty_unit_keeps_it_open_to_its_last_day(cast: Cast) -> None:
    people.end_employment(employment=cast.karl.employments.get(), on=TODAY)
    units.close(unit=cast.kon, on=TODAY)
    assert [Unit.objects.open_on(day).filter(pk=cast.kon.pk).exists() for day in (TODAY, date(2026, 10, 16))] == [
        True,
        False,
    ]


def test_rename_to_a_centre_gives_those_below_a_centre_of_their_own(cast: Cast) -> None:
    units.rename(unit=cast.bu, name="Børn", code="BU", kind=Unit.Kind.ADMINISTRATION)
    assert set(Unit.objects.below(cast.bu).values_list("centre", flat=True)) == {None}
