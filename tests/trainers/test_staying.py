"""Who stays: circles large enough, disjoint, and never counted again (source: T28)."""

from datetime import date

from trainers.staying import Circle, Member, cohorts_of

SMALLEST = 6


def circle(year: int, count: int, *, is_trainer: bool, first: int) -> list[Member]:
    return [Member(first + number, date(year, 3, 1), is_trainer) for number in range(count)]


def members(year: int, trainers: int, colleagues: int, first: int = 1) -> list[Member]:
    beside = circle(year, colleagues, is_trainer=False, first=first + 500)
    return circle(year, trainers, is_trainer=True, first=first) + beside


def always(person: int, on: date) -> bool:
    return True


def test_a_group_that_is_too_small_waits_for_the_next_years() -> None:
    small, later = members(2022, 5, 20), members(2023, 1, 3, first=100)
    assert cohorts_of(small, always, year=2026, smallest=SMALLEST) == []
    (one,) = cohorts_of([*small, *later], always, year=2026, smallest=SMALLEST)
    assert (one.first, one.last, one.trainers.people, one.colleagues.people) == (2022, 2023, 6, 23)


def test_a_group_of_few_colleagues_is_not_shown_either() -> None:
    assert cohorts_of(members(2022, 9, 5), always, year=2026, smallest=SMALLEST) == []


def test_a_year_counts_only_when_the_whole_group_has_had_it() -> None:
    (one,) = cohorts_of(members(2023, 6, 6), always, year=2026, smallest=SMALLEST)
    assert one.trainers.stayed == (6, 6, None)
    assert [one.trainers.share(years) for years in (1, 2, 3)] == [100, 100, None]


def test_who_left_is_missing_from_the_anniversary_on() -> None:
    def until_autumn_2023(person: int, on: date) -> bool:
        return person != 1 or on < date(2023, 9, 1)

    (one,) = cohorts_of(members(2022, 6, 6), until_autumn_2023, year=2026, smallest=SMALLEST)
    assert (one.trainers.stayed, one.colleagues.stayed) == ((6, 5, 5), (6, 6, 6))


def test_next_years_figures_add_people_only_in_groups_of_their_own() -> None:
    """One newcomer between two years' figures would be told by their difference."""
    first = members(2022, 6, 6)
    before = cohorts_of(first, always, year=2025, smallest=SMALLEST)
    late = [*first, *members(2023, 1, 1, first=100)]
    after = cohorts_of(late, always, year=2026, smallest=SMALLEST, before=before)
    assert [(one.first, one.last, one.trainers.people) for one in after] == [(2022, 2022, 6)]


def test_what_was_counted_is_not_counted_again() -> None:
    """A correction in the staff file would show in the difference of two years' figures."""
    before = cohorts_of(members(2022, 6, 6), always, year=2025, smallest=SMALLEST)

    def corrected(person: int, on: date) -> bool:
        return person != 1

    (after,) = cohorts_of(members(2022, 6, 6), corrected, year=2026, smallest=SMALLEST, before=before)
    assert (before[0].trainers.stayed, after.trainers.stayed) == ((6, 6, None), (6, 6, 5))


def test_a_group_that_is_no_longer_whole_is_not_followed_further() -> None:
    before = cohorts_of(members(2022, 6, 6), always, year=2025, smallest=SMALLEST)
    (after,) = cohorts_of(members(2022, 5, 6), always, year=2026, smallest=SMALLEST, before=before)
    assert after.trainers == Circle(6, (6, 6, None))
    assert after.colleagues.stayed == (6, 6, 6)
