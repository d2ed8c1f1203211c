"""Pages of sessions: who came, who cannot, and who is told (sources: K07–K12, T17)."""

import re
from datetime import date, timedelta

import time_machine
from django.test import Client
from django.urls import reverse

from competence.models import Leave
from tests.cast import Cast
from tests.trainers.selecting import AT
from tests.trainers.working import MORNING, facts_for, planned, ready
from trainers.domain import profiles, rota, sessions
from trainers.models import Session, TrainingPart

AFTER = MORNING + timedelta(hours=3)


def test_a_session_is_not_closed_before_it_begins(client: Client, cast: Cast) -> None:
    (mandate,) = ready(cast)
    session = planned(mandate, cast)
    client.force_login(cast.bo)
    url = reverse("trainers:session_hold", args=[session.pk])
    assert url not in client.get(reverse("trainers:session", args=[session.pk])).content.decode()
    content = client.post(url, {"notes": "Alt gik godt."}).content.decode()
    assert "er ikke begyndt" in content
    assert "Alt gik godt." in content
    assert Session.objects.get().is_planned


def test_that_nobody_came_is_said_and_not_left_to_an_empty_list(client: Client, cast: Cast) -> None:
    (mandate,) = ready(cast)
    session = planned(mandate, cast)
    sessions.invite(session=session, employees=[cast.anna], at=AT)
    url = reverse("trainers:session_hold", args=[session.pk])
    with time_machine.travel(AFTER, tick=False):
        client.force_login(cast.bo)
        content = client.get(url).content.decode()
        assert "Hvem kom?</legend>" in content
        content = client.post(url, {"notes": "Ingen endnu."}).content.decode()
        assert "Du har ikke sat kryds ved nogen." in content
        assert "Ingen endnu." in content
        assert Session.objects.get().is_planned
        client.post(url, {"nobody": "on"})
    assert Session.objects.get().state == "held"
    assert session.participants.get().attended is False


def test_who_came_without_being_invited_is_noted_and_corrected(client: Client, cast: Cast) -> None:
    (mandate,) = ready(cast)
    session = planned(mandate, cast)
    with time_machine.travel(AFTER, tick=False):
        client.force_login(cast.bo)
        client.post(reverse("trainers:session_hold", args=[session.pk]), {"others": [cast.anna.pk]})
        assert session.participants.get(employee=cast.anna).attended is True
        url = reverse("trainers:session_attendance", args=[session.pk])
        assert url in client.get(reverse("trainers:session", args=[session.pk])).content.decode()
        client.post(url, {"nobody": "on"})
    assert session.participants.get(employee=cast.anna).attended is False


def test_the_form_that_ends_a_mandate_names_the_sessions_and_the_list_marks_them(client: Client, cast: Cast) -> None:
    (mandate,) = ready(cast)
    session = planned(mandate, cast)
    client.force_login(cast.eva)
    url = reverse("trainers:mandate_end", args=[mandate.pk])
    assert "Din første sag, 3. december 2026" in client.get(url).content.decode()
    client.post(url, {"reason": "Skifter job."})
    content = client.get(reverse("trainers:sessions", args=[mandate.round_id])).content.decode()
    assert "Ingen holder det" in content
    assert "Ingen for tiden." in client.get(reverse("trainers:session", args=[session.pk])).content.decode()


def test_the_dates_of_a_conversion_move_and_stand_in_the_profile(client: Client, cast: Cast) -> None:
    (mandate,) = ready(cast)
    programme = mandate.round.profile.programme
    client.force_login(cast.eva)
    url = reverse("trainers:programme", args=[programme.pk])
    told = {"name": programme.name, "converts_from": "2026-12-01", "converts_until": "2026-11-01"}
    content = client.post(url, told).content.decode()
    assert 'value="2026-12-01"' in content
    client.post(url, told | {"converts_until": "2026-12-18"})
    line = "Sager konverteres fra 1. december 2026 til 18. december 2026."
    for name, pk in (("trainers:profile", mandate.round.profile_id), ("trainers:rota", mandate.round_id)):
        assert line in client.get(reverse(name, args=[pk])).content.decode()
    profiles.add_programme(municipality=cast.nordby, name="Et andet")
    content = client.post(url, told | {"name": "Et andet", "converts_until": ""}).content.decode()
    assert "Der er allerede et program med det navn." in content


def test_who_is_invited_finds_it_and_can_say_no_and_yes_again(client: Client, cast: Cast) -> None:
    (mandate,) = ready(cast)
    session = planned(mandate, cast)
    sessions.invite(session=session, employees=[cast.anna], at=AT)
    home, page = reverse("trainers:home"), reverse("trainers:session", args=[session.pk])
    client.force_login(cast.anna)
    assert page in client.get(home).content.decode()
    assert "Jeg kan ikke komme" in client.get(page).content.decode()
    client.post(reverse("trainers:session_coming", args=[session.pk]), {"comes": "no"})
    assert "Du kan ikke komme" in client.get(home).content.decode()
    assert "Jeg kommer alligevel" in client.get(page).content.decode()
    client.force_login(cast.bo)
    assert "kan ikke komme</span>" in client.get(page).content.decode()
    client.force_login(cast.anna)
    client.post(reverse("trainers:session_coming", args=[session.pk]), {"comes": "yes"})
    assert session.participants.get().declined is False


def test_seldom_used_fields_of_a_session_are_open_only_with_something_in_them(client: Client, cast: Cast) -> None:
    (mandate,) = ready(cast)
    client.force_login(cast.bo)
    url = reverse("trainers:session_new", args=[mandate.round_id])
    shut, opened = '<details class="more">', '<details class="more" open>'
    assert shut in client.get(url).content.decode()
    assert opened in client.post(url, {"guests": "Sydby"}).content.decode()
    assert opened in client.post(url, {"meant_months": "99"}).content.decode()


def told_of(cast: Cast, *, clock: str = "10:00", day: str = "2026-12-03", **more: object) -> dict[str, object]:
    """A session of the same morning, typed into the form."""
    when = {"day": day, "clock": clock, "minutes": 60}
    return {"kind": "teaching", "title": "Den næste", "unit": cast.mod.pk, "meant_months": 12, **when, **more}


def test_a_time_that_clashes_is_said_and_goes_through_the_second_time(client: Client, cast: Cast) -> None:
    (mandate,) = ready(cast)
    planned(mandate, cast)
    client.force_login(cast.bo)
    url = reverse("trainers:session_new", args=[mandate.round_id])
    told = told_of(cast, trainers=[mandate.pk])
    content = client.post(url, told).content.decode()
    (warned,) = re.findall(r'name="warned" value="([^"]*)"', content)
    assert "Bo Bang holder Din første sag" in warned
    assert 'value="Den næste"' in content
    assert Session.objects.count() == 1
    client.post(url, told | {"day": "2026-10-01", "warned": warned})
    assert Session.objects.count() == 1, "another time has another warning"
    client.post(url, told | {"warned": warned})
    assert Session.objects.count() == 2
    client.post(url, told | {"clock": "12:00"})
    assert Session.objects.count() == 3, "nothing speaks against the hour after"


def test_a_trainer_on_leave_is_named_and_a_day_after_the_mandate_is_refused(client: Client, cast: Cast) -> None:
    (mandate,) = ready(cast)
    post = cast.bo.employments.get()
    Leave.objects.create(employment=post, starts_on=date(2026, 12, 1), ends_on=date(2026, 12, 5))
    client.force_login(cast.bo)
    url = reverse("trainers:session_new", args=[mandate.round_id])
    assert "Bo Bang er væk" in client.post(url, told_of(cast, trainers=[mandate.pk])).content.decode()
    Leave.objects.all().delete()
    content = client.post(url, told_of(cast, trainers=[mandate.pk], day="2027-09-01")).content.decode()
    assert "er træner til 31. august 2027" in content
    assert Session.objects.count() == 0


def test_the_rest_of_the_floor_walks_is_cancelled_from_a_day_on(client: Client, cast: Cast) -> None:
    (mandate,) = ready(cast)
    days = [date(2026, 12, number) for number in (7, 10, 14)]
    facts = facts_for(cast, kind=Session.Kind.FLOOR_WALK)
    rota.plan_rota(round_=mandate.round, facts=facts, days=days, trainers=[mandate.pk], by=cast.eva, at=AT)
    planned(mandate, cast, starts_at=MORNING + timedelta(days=20))
    client.force_login(cast.bo)
    url = reverse("trainers:rota_cancel", args=[mandate.round_id])
    client.post(url, {"first": "2026-12-10", "cause": "no_time", "words": "Alle er i drift."})
    assert list(Session.objects.values_list("state", flat=True)) == ["planned", "cancelled", "cancelled", "planned"]
    assert set(Session.objects.filter(state="cancelled").values_list("cause", flat=True)) == {"no_time"}


def test_a_topic_of_ones_own_stands_beside_the_fixed_ones(client: Client, cast: Cast) -> None:
    (mandate,) = ready(cast)
    session = planned(mandate, cast, topics=("law",), other_topics="Påskens vagter")
    client.force_login(cast.bo)
    page = client.get(reverse("trainers:session", args=[session.pk])).content.decode()
    assert "<li>Påskens vagter</li>" in page
    form = client.get(reverse("trainers:session_edit", args=[session.pk])).content.decode()
    assert 'value="Påskens vagter"' in form


def test_a_part_of_the_way_says_who_gives_it_and_what_it_belongs_to(client: Client, cast: Cast) -> None:
    (mandate,) = ready(cast)
    TrainingPart.objects.filter(kind="course_day").update(module="Modul 2", provider="Fælles Center")
    client.force_login(cast.bo)
    for name, pk in (("trainers:mandate", mandate.pk), ("trainers:profile", mandate.round.profile_id)):
        content = client.get(reverse(name, args=[pk])).content.decode()
        assert "Modul 2 · Fælles Center" in content
