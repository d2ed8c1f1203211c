"""Pages of sessions: who came, who cannot, and who is told (sources: K07–K12, T17)."""

from datetime import timedelta

import time_machine
from django.test import Client
from django.urls import reverse

from tests.cast import Cast
from tests.trainers.selecting import AT
from tests.trainers.working import MORNING, planned, ready
from trainers.domain import profiles, sessions
from trainers.models import Session

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
