"""From in training to ready (sources: K35–K42)."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from tests.cast import Cast
from tests.trainers.selecting import AT
from tests.trainers.working import chosen, made, now, planned, ready, signed
from trainers.domain import training
from trainers.models import Mandate, Participant, Session, TrainingPart
from trainers.queries.path import steps_of

DAY, NEXT = date(2026, 10, 14), date(2026, 10, 15)


def part(mandate: Mandate, kind: str) -> TrainingPart:
    return TrainingPart.objects.get(profile=mandate.round.profile, kind=kind)


def test_course_is_done_when_every_day_was_attended(cast: Cast) -> None:
    (mandate,) = signed(cast)
    training.finish(mandate=mandate, part=part(mandate, "preparation"), words="", on=DAY, handed_out_on=DAY)
    course = part(mandate, "course_day")
    assert training.attend(mandate=mandate, part=course, days=[DAY]).done_on is None
    assert training.attend(mandate=mandate, part=course, days=[NEXT, DAY]).done_on == NEXT


def test_preparation_is_handed_out_and_read(cast: Cast) -> None:
    (mandate,) = signed(cast)
    book = part(mandate, "preparation")
    training.hand_out(mandate=mandate, part=book, on=DAY)
    training.finish(mandate=mandate, part=book, words="", on=NEXT)
    step = steps_of(mandate)[0]
    assert step.record is not None
    assert (step.state, step.record.handed_out_on, step.record.done_on) == ("done", DAY, NEXT)


def test_nothing_is_read_before_it_is_handed_out(cast: Cast, client: Client) -> None:
    """In whatever order the two are noted; the page keeps what was typed."""
    (mandate,) = signed(cast)
    book = part(mandate, "preparation")
    with pytest.raises(training.NotHandedOut):
        training.finish(mandate=mandate, part=book, words="", on=DAY)
    training.hand_out(mandate=mandate, part=book, on=DAY)
    training.finish(mandate=mandate, part=book, words="", on=DAY)
    with pytest.raises(training.OutOfOrder):
        training.correct_hand_out(mandate=mandate, part=book, on=NEXT)
    with pytest.raises(training.OutOfOrder):
        training.finish(mandate=mandate, part=book, words="", on=date(2026, 10, 13))
    client.force_login(cast.bo)
    url = reverse("trainers:part", args=[mandate.pk, book.pk])
    content = client.post(url, {"done_on": "2026-10-13", "words": "Kapitel 3."}).content.decode()
    assert "Det blev udleveret 14. oktober 2026. Vælg den dag eller en senere." in content
    assert "Kapitel 3." in content
    assert url in client.get(reverse("trainers:mandate", args=[mandate.pk])).content.decode()


def test_what_has_no_day_yet_is_not_done(cast: Cast, client: Client) -> None:
    (mandate,) = signed(cast)
    book, course = part(mandate, "preparation"), part(mandate, "course_day")
    client.force_login(cast.eva)
    tomorrow = "2026-10-16"
    for one, told in (
        (book, {"handed_out_on": "2026-10-14", "done_on": tomorrow}),
        (book, {"handed_out_on": tomorrow, "done_on": "2026-10-15"}),
        (course, {"day_0": tomorrow}),
    ):
        url = reverse("trainers:part", args=[mandate.pk, one.pk])
        assert "Den dag er ikke kommet endnu." in client.post(url, told).content.decode()
    url = reverse("trainers:part", args=[mandate.pk, book.pk])
    client.post(url, {"handed_out_on": "2026-10-14", "done_on": "2026-10-15"})
    record = steps_of(mandate)[0].record
    assert record is not None
    assert (record.handed_out_on, record.done_on) == (DAY, NEXT)


def test_the_day_of_handing_out_is_corrected(cast: Cast, client: Client) -> None:
    (mandate,) = signed(cast)
    book = part(mandate, "preparation")
    training.hand_out(mandate=mandate, part=book, on=NEXT)
    url = reverse("trainers:handed_out", args=[mandate.pk, book.pk])
    client.force_login(cast.eva)
    assert url in client.get(reverse("trainers:mandate", args=[mandate.pk])).content.decode()
    assert client.post(url, {"handed_out_on": DAY.isoformat()}).status_code == 302
    training.finish(mandate=mandate, part=book, words="", on=DAY)
    content = client.post(url, {"handed_out_on": NEXT.isoformat()}).content.decode()
    assert "Det blev læst 14. oktober 2026. Vælg den dag eller en tidligere." in content
    client.post(url, {"handed_out_on": ""})
    record = steps_of(mandate)[0].record
    assert record is not None
    assert (record.handed_out_on, record.done_on) == (None, DAY)


def test_nobody_takes_the_course_before_the_preparation_is_read(cast: Cast) -> None:
    (mandate,) = signed(cast)
    book, course = part(mandate, "preparation"), part(mandate, "course_day")
    training.hand_out(mandate=mandate, part=book, on=DAY)
    with pytest.raises(training.Unprepared) as refusal:
        training.attend(mandate=mandate, part=course, days=[DAY])
    assert refusal.value.parts == [book]
    training.finish(mandate=mandate, part=book, words="", on=DAY)
    training.correct_hand_out(mandate=mandate, part=book, on=None)
    with pytest.raises(training.Unprepared):
        training.attend(mandate=mandate, part=course, days=[DAY])
    assert training.attend(mandate=mandate, part=course, days=[]).attended == []
    Mandate.objects.update(knows_method=True)
    assert training.attend(mandate=mandate, part=course, days=[DAY]).attended == [DAY]


def test_the_page_says_what_is_to_be_read_first(cast: Cast, client: Client) -> None:
    (mandate,) = signed(cast)
    client.force_login(cast.eva)
    url = reverse("trainers:part", args=[mandate.pk, part(mandate, "course_day").pk])
    content = client.post(url, {"day_1": "2026-10-15"}).content.decode()
    assert "Det her skal først læses og noteres som læst: Læs håndbogen." in content
    assert 'value="2026-10-15"' in content


def test_ready_only_when_what_everybody_takes_is_done(cast: Cast) -> None:
    (mandate,) = signed(cast)
    training.finish(mandate=mandate, part=part(mandate, "preparation"), words="", on=DAY, handed_out_on=DAY)
    with pytest.raises(training.NotWalked) as refusal:
        training.mark_ready(mandate=mandate, reason="", at=AT)
    assert refusal.value.parts == [part(mandate, "course_day")]
    training.attend(mandate=mandate, part=part(mandate, "course_day"), days=[DAY, NEXT])
    assert training.mark_ready(mandate=mandate, reason="", at=AT).state == Mandate.State.READY


def test_ready_before_that_takes_a_reason(cast: Cast) -> None:
    (mandate,) = signed(cast)
    found = training.mark_ready(mandate=mandate, reason="Har undervist i ti år.", at=AT)
    assert (found.state, found.unready_reason) == ("ready", "Har undervist i ti år.")


def test_who_knows_the_method_need_not_read_about_it(cast: Cast) -> None:
    (mandate,) = signed(cast)
    Mandate.objects.update(knows_method=True)
    assert [step.is_lacking for step in steps_of(now(mandate))] == [False, True, False]


def test_nobody_walks_before_the_training_begins(cast: Cast) -> None:
    (candidate,) = chosen(cast, cast.bo)
    mandate = made(candidate, cast)
    with pytest.raises(training.NotBegun):
        training.attend(mandate=mandate, part=part(mandate, "course_day"), days=[DAY])
    with pytest.raises(training.NotBegun):
        training.mark_ready(mandate=mandate, reason="x", at=AT)


def test_who_becomes_ready_is_invited_to_the_network(cast: Cast) -> None:
    (first,) = ready(cast)
    meeting = planned(first, cast, kind=Session.Kind.NETWORK, title="Netværk")
    assert list(Participant.objects.values_list("session", "employee")) == [(meeting.pk, cast.bo.pk)]
    Participant.objects.all().delete()
    Mandate.objects.update(state="in_training")
    training.mark_ready(mandate=now(first), reason="Klar.", at=AT)
    assert list(Participant.objects.values_list("session", "employee")) == [(meeting.pk, cast.bo.pk)]
