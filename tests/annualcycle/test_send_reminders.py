"""The command that prints what is due on a day, and the task that sends it each morning."""

import json
from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone
from post_office.models import Email

from annualcycle import tasks
from annualcycle.domain import talks
from competence.models import Notice
from tests.annualcycle.board import published_cycle
from tests.cast import Cast


@pytest.fixture
def _talks_are_open(cast: Cast) -> None:
    talks.create_for(cycle=published_cycle(cast), on=date(2026, 8, 3))


def run(*options: str) -> dict[str, object]:
    output = StringIO()
    call_command("send_reminders", "--on", "2026-11-01", *options, stdout=output)
    found: dict[str, object] = json.loads(output.getvalue())
    return found


@pytest.mark.usefixtures("_talks_are_open")
def test_a_dry_run_prints_what_is_due_and_stores_nothing(cast: Cast) -> None:
    report = run("--dry-run")

    assert (report["on"], report["dry_run"], report["mails"]) == ("2026-11-01", True, 0)
    rows = report["due"]
    assert isinstance(rows, list)
    assert [row for row in rows if row["recipient"] == cast.tove.number] == [
        {
            "kind": "talks_outstanding",
            "about": f"cycle:{published_cycle(cast).pk}:30",
            "recipient": cast.tove.number,
            "due_on": "2026-11-30",
            "subject": "Hold de sidste samtaler senest 30. november 2026",
        }
    ]
    assert len(rows) == 3
    assert Notice.objects.count() == 0


@pytest.mark.usefixtures("_talks_are_open")
def test_what_is_sent_is_not_due_again() -> None:
    assert run()["mails"] == 3
    again = run()

    assert (again["due"], again["mails"]) == ([], 0)
    assert Email.objects.count() == 3


@pytest.mark.usefixtures("_talks_are_open")
def test_the_task_of_the_morning_sends_what_is_due_today(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "localdate", lambda now: date(2026, 11, 1))

    tasks.send_reminders()
    tasks.send_reminders()

    assert set(Notice.objects.values_list("recipient__first_name", flat=True)) == {"Tove", "Finn", "Mads"}
    assert Email.objects.count() == 3
