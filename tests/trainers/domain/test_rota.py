"""Floor walks: planned in turns, called off together, and by whom they are walked (sources: K04, K08)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from post_office.models import Email

from tests.cast import Cast
from tests.trainers.selecting import AT
from tests.trainers.working import FACTS, MORNING, facts_for, planned, ready, told_calendars
from trainers.domain import mandate_changes, rota, sessions
from trainers.models import Mandate, Session
from trainers.queries import sessions as queries

DAYS = [date(2026, 12, number) for number in (7, 10, 14)]
SUPER_USER = replace(
    FACTS,
    is_trainer=False,
    super_user_hours=2,
    phases=tuple(replace(one, teaching=0, preparation=0) for one in FACTS.phases),
)


def walked(cast: Cast, *mandates: Mandate) -> list[Session]:
    """A rota on `DAYS`."""
    facts, keys = facts_for(cast, kind=Session.Kind.FLOOR_WALK), [one.pk for one in mandates]
    return rota.plan_rota(round_=mandates[0].round, facts=facts, days=DAYS, trainers=keys, by=cast.eva, at=AT)


def no_longer_trainer(mandate: Mandate, cast: Cast) -> None:
    mandate_changes.change(mandate=mandate, facts=SUPER_USER, unit=cast.mod, by=cast.eva, at=AT)


def test_trainers_take_turns_and_each_gets_one_file_with_all_days(cast: Cast) -> None:
    bo, anna = ready(cast, cast.bo, cast.anna)
    walked(cast, bo, anna)
    found = queries.rota_of(bo.round)
    holds = [[one.mandate.employee.first_name for one in row.walks[0].trainers.all()] for row in found]
    assert [row.day for row in found] == DAYS
    assert holds == [["Bo"], ["Anna"], ["Bo"]]
    assert told_calendars("bo@") == [("PUBLISH", "CONFIRMED", 0)] * 2
    assert Email.objects.filter(to__contains="bo@", attachments__isnull=False).distinct().count() == 1


def test_what_falls_together_is_told_once(cast: Cast) -> None:
    bo, anna = ready(cast, cast.bo, cast.anna)
    first, *_rest = walked(cast, bo, anna)
    sessions.invite(session=first, employees=[cast.tess], at=AT)
    number = rota.cancel_walks(round_=bo.round, first=DAYS[0], cause="no_time", words="", at=AT)
    assert number == 3
    assert told_calendars("bo@")[2:] == [("PUBLISH", "CANCELLED", 1)] * 2
    assert told_calendars("anna@")[1:] == [("CANCEL", "CANCELLED", 1)]
    assert told_calendars("tess@")[1:] == [("CANCEL", "CANCELLED", 1)]
    (mail,) = Email.objects.filter(to__contains="bo@", subject__startswith="Aflyst")
    assert mail.subject == "Aflyst: 2 dage på gulvet fra 7. december 2026 til 14. december 2026"


def test_days_that_have_passed_are_said_before_they_are_planned(client: Client, cast: Cast) -> None:
    (mandate,) = ready(cast)
    client.force_login(cast.bo)
    today = timezone.localdate()
    told = {
        "title": "En træner hos jer",
        "unit": str(cast.mod.pk),
        "first": (today - timedelta(days=7)).isoformat(),
        "last": (today + timedelta(days=7)).isoformat(),
        "weekdays": [str(today.weekday())],
        "clock": "18:00",
        "minutes": "60",
        "trainers": [str(mandate.pk)],
    }
    url = reverse("trainers:rota", args=[mandate.round_id])
    shown = client.post(url, told).content.decode()
    assert "En af dagene er gået." in shown
    assert not Session.objects.exists()
    client.post(url, told | {"warned": "En af dagene er gået."})
    assert Session.objects.count() == 3


def test_a_walk_that_is_moved_stays_a_walk(client: Client, cast: Cast) -> None:
    (mandate,) = ready(cast)
    first, *_rest = walked(cast, mandate)
    client.force_login(cast.bo)
    url = reverse("trainers:session_edit", args=[first.pk])
    form = client.get(url).context["form"]
    shown = {name: form[name].value() for name in form.fields}
    told = {name: value for name, value in shown.items() if value is not None} | {"place": "Lokale 3"}
    assert client.post(url, told).status_code == 302
    first.refresh_from_db()
    assert (first.kind, first.place) == (Session.Kind.FLOOR_WALK, "Lokale 3")


def test_whoever_is_a_super_user_only_walks_the_floor_and_teaches_nobody(client: Client, cast: Cast) -> None:
    (mandate,) = ready(cast)
    class_, walk = planned(mandate, cast, starts_at=MORNING + timedelta(days=3)), walked(cast, mandate)[0]
    no_longer_trainer(mandate, cast)
    assert [row.trainers.count() for row in (class_, walk)] == [0, 1]
    assert list(Session.objects.vacant()) == [class_]
    with pytest.raises(sessions.NoTrainer):
        planned(mandate, cast)
    client.force_login(cast.eva)
    assert (
        not client.get(reverse("trainers:session_new", args=[mandate.round_id]))
        .context["form"]
        .fields["trainers"]
        .queryset.exists()
    )
