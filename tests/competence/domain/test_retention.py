"""Personal data ends when its time is up, with its history, and that is logged."""

from datetime import UTC, date, datetime
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import models

from competence import retention as rules
from competence.domain import retention
from competence.models import Employee, Employment, Erasure
from competence.tracking import event_tables
from tests.cast import TODAY, Cast

AT = datetime(2031, 11, 1, 3, tzinfo=UTC)


def test_nothing_is_due_while_somebody_works_here(cast: Cast) -> None:
    assert retention.due(TODAY) == []


def test_who_left_five_years_ago_is_anonymous_and_the_history_is_gone(cast: Cast) -> None:
    erased = retention.erase(on=date(2031, 10, 1), at=AT)
    leif = Employee.objects.get(pk=cast.leif.pk)
    assert (leif.name, leif.email, leif.is_active) == ("–", None, False)
    assert Employment.objects.filter(employee=leif).count() == 0
    (events,) = event_tables(Employee)
    assert events.objects.filter(pgh_obj_id=leif.pk).count() == 0
    assert events.objects.filter(pgh_obj_id=cast.anna.pk).count() == 1
    assert [row.rows for row in erased] == [1, 1]


def test_erasing_twice_erases_once(cast: Cast) -> None:
    retention.erase(on=date(2031, 10, 1), at=AT)
    assert retention.erase(on=date(2031, 10, 1), at=AT) == []


def test_preview_erases_nothing(cast: Cast) -> None:
    out = StringIO()
    call_command("retention", "--on", "2031-10-01", "--dry-run", stdout=out)
    assert '"rows": 1' in out.getvalue()
    assert Employee.objects.get(pk=cast.leif.pk).last_name == "Lund"
    assert Erasure.objects.count() == 0


def test_log_cannot_be_changed(cast: Cast) -> None:
    retention.erase(on=date(2031, 10, 1), at=AT)
    with pytest.raises(Exception, match="append_only"):
        Erasure.objects.update(rows=0)


def test_every_field_that_leads_to_a_person_has_a_rule() -> None:
    assert list(rules.unruled()) == []


def test_model_about_a_person_without_a_rule_is_found() -> None:
    class Diary(models.Model):
        employee = models.ForeignKey(Employee, models.CASCADE, related_name="+")

        class Meta:
            app_label = "not_installed"

        def __str__(self) -> str:
            return "diary"

    assert list(rules.unruled([Diary])) == ["not_installed.Diary.employee"]


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 3, 31), 1, date(2026, 2, 28)),
        (date(2026, 1, 15), 12, date(2025, 1, 15)),
        (date(2028, 2, 29), 24, date(2026, 2, 28)),
    ],
)
def test_months_before_stays_in_its_month(day: date, months: int, expected: date) -> None:
    assert rules.months_before(day, months) == expected
