"""Personal data ends when its time is up, with its history, and that is logged."""

from datetime import UTC, date, datetime
from io import StringIO

import pytest
import time_machine
from django.core.management import call_command
from django.db import models
from django.test import Client
from django.urls import reverse
from post_office.models import Email

from competence import retention as rules
from competence.domain import retention
from competence.models import Employee, Employment, Erasure, Municipality
from competence.tasks import erase_what_is_due
from competence.tracking import event_tables
from tests.cast import TODAY, Cast

AT = datetime(2031, 11, 1, 3, tzinfo=UTC)


def test_nothing_is_due_while_somebody_works_here(cast: Cast) -> None:
    assert retention.due(cast.nordby, TODAY) == []


def test_who_left_five_years_ago_is_anonymous_and_the_history_is_gone(cast: Cast) -> None:
    erased = retention.erase(municipality=cast.nordby, on=date(2031, 10, 1), at=AT)
    leif = Employee.objects.get(pk=cast.leif.pk)
    assert (leif.name, leif.email, leif.is_active) == ("–", None, False)
    assert Employment.objects.filter(employee=leif).count() == 0
    (events,) = event_tables(Employee)
    assert events.objects.filter(pgh_obj_id=leif.pk).count() == 0
    assert events.objects.filter(pgh_obj_id=cast.anna.pk).count() == 1
    assert [row.rows for row in erased] == [1, 1]


def test_erasing_twice_erases_once(cast: Cast) -> None:
    retention.erase(municipality=cast.nordby, on=date(2031, 10, 1), at=AT)
    assert retention.erase(municipality=cast.nordby, on=date(2031, 10, 1), at=AT) == []


def test_preview_erases_nothing(cast: Cast) -> None:
    out = StringIO()
    call_command("retention", "--on", "2031-10-01", "--dry-run", stdout=out)
    assert '"rows": 1' in out.getvalue()
    assert Employee.objects.get(pk=cast.leif.pk).last_name == "Lund"
    assert Erasure.objects.count() == 0


def test_log_cannot_be_changed(cast: Cast) -> None:
    retention.erase(municipality=cast.nordby, on=date(2031, 10, 1), at=AT)
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


def test_another_municipality_erases_nothing_of_ours(cast: Cast) -> None:
    assert retention.erase(municipality=cast.sydby, on=date(2031, 10, 1), at=AT) == []
    assert Employee.objects.get(pk=cast.leif.pk).last_name == "Lund"


def test_keepers_are_told_once_a_month_what_is_due_and_nothing_goes(cast: Cast) -> None:
    settings = Municipality.objects.get(pk=cast.nordby.pk)
    told = [retention.tell(settings=settings, on=day, at=AT) for day in (date(2031, 10, 1), date(2031, 10, 1))]
    assert told == [2, 0]
    mail = Email.objects.get(to="hanne@nordby.example")
    assert mail.subject == "Afgør, hvad der skal slettes: 2 rækker er klar"
    assert "Intet slettes, før du siger til." in mail.message
    assert Employee.objects.get(pk=cast.leif.pk).last_name == "Lund"


def test_keepers_are_told_the_day_where_it_goes_by_itself(cast: Cast) -> None:
    settings = retention.choose(settings=Municipality.objects.get(pk=cast.nordby.pk), by_itself=True)
    retention.tell(settings=settings, on=date(2031, 10, 1), at=AT)
    assert Email.objects.get(to="adam@nordby.example").subject == "Se, hvad der slettes 15. oktober 2031"


def test_nobody_is_told_when_nothing_is_due(cast: Cast) -> None:
    settings = Municipality.objects.get(pk=cast.nordby.pk)
    assert retention.tell(settings=settings, on=TODAY, at=AT) == 0


@pytest.mark.parametrize(("chosen", "name"), [(False, "Lund"), (True, "–")])
def test_only_who_has_chosen_it_loses_what_is_due_by_itself(cast: Cast, chosen: bool, name: str) -> None:
    retention.choose(settings=Municipality.objects.get(pk=cast.nordby.pk), by_itself=chosen)
    with time_machine.travel(datetime(2031, 10, 15, 2, 30, tzinfo=UTC)):
        erase_what_is_due()
    assert Employee.objects.get(pk=cast.leif.pk).last_name == name


def test_page_shows_what_is_due_chooses_and_erases(cast: Cast, client: Client) -> None:
    with time_machine.travel(datetime(2031, 10, 1, 12, tzinfo=UTC)):
        client.force_login(cast.hanne)
        assert "2 rækker er gemt længe nok" in client.get(reverse("retention")).content.decode()
        chosen = client.post(reverse("retention_choose"), {"by_itself": "yes"}, follow=True).content.decode()
        client.post(reverse("retention_choose"), {"by_itself": "no"})
        erased = client.post(reverse("retention_erase"), follow=True).content.decode()
        client.force_login(cast.sven)
        elsewhere = client.get(reverse("retention")).content.decode()
    assert "slettes af sig selv den 15. i hver måned" in chosen
    assert ("2 rækker er slettet." in erased, "Intet er slettet endnu." in erased) == (True, False)
    assert "Intet er slettet endnu." in elsewhere
    assert not Municipality.objects.get(pk=cast.nordby.pk).erases_by_itself
