"""The optional column with years of birth: kept apart, and never told in a report (rules: age is no weight)."""

from collections.abc import Iterable, Mapping

from django.utils.translation import pgettext

from competence.domain.imports.plans import Difference
from competence.domain.imports.staff_matching import Row
from competence.models import BirthYear, Unit


def known(root: Unit) -> dict[str, int]:
    """Number → year of the municipality's people."""
    rows = BirthYear.objects.filter(employee__municipality=root)
    return dict(rows.values_list("employee__number", "year"))


def told(rows: Iterable[Row]) -> dict[str, int | None]:
    """Number → year in the file; the first that a person's rows tell. None: the cell is empty, so none is kept."""
    found: dict[str, int | None] = {}
    for row in rows:
        found[row.number] = found.get(row.number) or row.birth_year
    return found


def difference(heading: str, before: int | None, after: int | None) -> list[Difference]:
    """That something changes, never what."""
    if before == after:
        return []
    none, noted = pgettext("year of birth", "none"), pgettext("year of birth", "noted")
    after_words = pgettext("year of birth", "corrected") if before and after else noted if after else none
    return [Difference(heading, noted if before else none, after_words)]


def write(years: Mapping[int, int | None]) -> None:
    """Employee → year; None lets go of what was kept."""
    kept = dict(BirthYear.objects.filter(employee__in=years).values_list("employee", "year")) if years else {}
    gone = [pk for pk, year in years.items() if year is None and pk in kept]
    if gone:
        BirthYear.objects.filter(employee__in=gone).delete()
    changed = [BirthYear(employee_id=pk, year=year) for pk, year in years.items() if year and kept.get(pk) != year]
    BirthYear.objects.bulk_create(
        changed, update_conflicts=True, update_fields=["year"], unique_fields=["employee"], batch_size=2000
    )
