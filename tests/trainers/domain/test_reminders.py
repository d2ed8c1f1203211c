"""Who must act in a selection or a team is reminded once, of act and date (source: S69)."""

import json
from datetime import date, timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone

from competence.access import actor_of, with_access
from competence.domain import people
from competence.models import Employee, Notice
from competence.waiting import waiting
from tests.cast import TODAY, Cast
from tests.trainers import selecting, working
from tests.trainers.selecting import AT
from tests.trainers.working import MORNING
from trainers import tasks
from trainers.domain import attendance, reminders, sessions, training
from trainers.models import TrainingPart
from trainers.queries import pending_team


def told(on: date) -> list[tuple[str, str]]:
    """First name and subject of what is due."""
    return [(one.recipient.first_name, one.make().subject) for one in reminders.due(on=on)]


def test_who_has_not_said_yes_is_reminded_in_two_steps(cast: Cast) -> None:
    selecting.nominated(selecting.opened_round(cast), cast.bo, cast.tove)
    subject = "Sig ja eller nej til at være træner senest 25. oktober 2026"
    assert told(date(2026, 10, 21)) == []
    assert told(date(2026, 10, 22)) == [("Bo", subject)]
    assert reminders.send(on=date(2026, 10, 22), at=AT) == 1
    assert told(date(2026, 10, 23)) == []
    assert told(date(2026, 10, 24)) == [("Bo", subject)]
    assert told(date(2026, 10, 26)) == []


def test_leader_is_reminded_of_hours_and_the_deputy_when_the_leader_is_away(cast: Cast) -> None:
    selecting.willing(selecting.nominated(selecting.opened_round(cast), cast.bo, cast.tess))
    subject = "Sig, om du kan frigive tid, senest 25. oktober 2026"
    assert told(date(2026, 10, 22)) == [("Tove", subject)]
    people.start_leave(employment=cast.tove.employments.get(), starts_on=date(2026, 10, 20))
    assert told(date(2026, 10, 22)) == [("Dan", subject)]


def test_assessors_with_candidates_left_and_the_one_who_decides_are_reminded(cast: Cast) -> None:
    round_ = selecting.opened_round(cast)
    for one in (cast.bo, cast.anna):
        selecting.handed_in(selecting.candidate_for(round_, one, cast), cast.eva)
    assert told(date(2026, 10, 31)) == [("Mette", "Vurdér 2 kandidater senest 5. november 2026")]
    assert told(date(2026, 11, 8)) == [("Eva", "Vælg trænerteamet senest 10. november 2026")]


def test_what_was_handed_out_is_asked_after_a_week_later(cast: Cast) -> None:
    (mandate,) = working.signed(cast)
    part = TrainingPart.objects.get(profile=mandate.round.profile, kind="preparation")
    training.hand_out(mandate=mandate, part=part, on=date(2026, 10, 16))
    assert told(date(2026, 10, 22)) == []
    assert told(date(2026, 10, 23)) == [
        ("Bo", "Læs det, du fik udleveret 16. oktober 2026, og skriv, at du har læst det")
    ]
    training.finish(mandate=mandate, part=part, words="", on=date(2026, 10, 23))
    assert told(date(2026, 10, 23)) == []


def test_the_day_before_a_session_everybody_hears_of_it_once(cast: Cast) -> None:
    (mandate,) = working.ready(cast)
    session = working.planned(mandate, cast)
    sessions.invite(session=session, employees=[cast.anna], at=AT)
    day = timezone.localdate(MORNING)
    assert told(day - timedelta(days=2)) == []
    assert told(day - timedelta(days=1)) == [
        ("Anna", "Kom til Din første sag den 3. december 2026 kl. 09.00"),
        ("Bo", "Hold Din første sag den 3. december 2026 kl. 09.00"),
    ]
    assert reminders.send(on=day - timedelta(days=1), at=AT) == 2
    assert told(day) == []
    sessions.cancel(session=session, cause="illness", words="", at=AT)
    assert told(day) == []


def test_only_who_came_and_has_said_nothing_is_asked_what_they_thought(cast: Cast) -> None:
    (mandate,) = working.ready(cast)
    session = working.planned(mandate, cast)
    sessions.invite(session=session, employees=[cast.anna, cast.tess, cast.mette], at=AT)
    came = session.participants.exclude(employee=cast.mette).values_list("pk", flat=True)
    after = MORNING + timedelta(hours=3)
    held = sessions.hold(session=session, came=list(came), notes="", follow_up_on=None, at=after)
    sessions.evaluate(session=held, employee=cast.tess, answers=sessions.Answers(4, 4, 4), at=after)
    day = timezone.localdate(after)
    assert told(day) == []
    assert told(day + timedelta(days=1)) == [("Anna", "Sig senest 17. december 2026, hvad du syntes om Din første sag")]
    assert told(day + timedelta(days=15)) == []


def test_trainer_and_project_leader_hear_a_month_before_a_mandate_ends(cast: Cast) -> None:
    working.ready(cast)
    assert told(date(2027, 7, 31)) == []
    assert [name for name, _subject in told(date(2027, 8, 1))] == ["Bo", "Eva"]


def test_the_command_lists_them_and_the_task_of_the_morning_sends_each_once(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = selecting.nominated(selecting.opened_round(cast), cast.bo, cast.tove)
    output = StringIO()
    call_command("send_reminders", "--on", "2026-10-22", "--dry-run", stdout=output)
    assert json.loads(output.getvalue())["due"] == [
        {
            "kind": "trainer_reminder",
            "about": f"candidate:{found.pk}:3",
            "recipient": cast.bo.number,
            "due_on": "2026-10-25",
            "subject": "Sig ja eller nej til at være træner senest 25. oktober 2026",
        }
    ]
    assert Notice.objects.filter(kind="trainer_reminder").count() == 0
    monkeypatch.setattr(timezone, "localdate", lambda *args: date(2026, 10, 22))
    tasks.remind_of_trainers()
    tasks.remind_of_trainers()
    assert Notice.objects.filter(kind="trainer_reminder").count() == 1


def test_who_cannot_come_is_not_reminded_and_who_comes_finds_it_on_the_start_page(cast: Cast) -> None:
    (mandate,) = working.ready(cast)
    session = working.planned(mandate, cast)
    sessions.invite(session=session, employees=[cast.anna, cast.tess], at=AT)
    attendance.answer_invitation(session=session, employee=cast.anna, comes=False)
    day = timezone.localdate(MORNING) - timedelta(days=1)
    assert [name for name, _subject in told(day)] == ["Bo", "Tess"]
    title = "Kom til Din første sag den 3. december 2026 kl. 09.00"
    people_ = Employee.objects.filter(pk__in=[cast.anna.pk, cast.tess.pk, cast.bo.pk])
    found = {one.first_name: waiting(pending_team.SOURCES, actor_of(one), day) for one in with_access(people_, TODAY)}
    assert {name: title in [row.title for row in rows] for name, rows in found.items()} == {
        "Anna": False,
        "Bo": False,
        "Tess": True,
    }
