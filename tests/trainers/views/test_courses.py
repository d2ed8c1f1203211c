"""The pages of courses of our own and of files (source: T31)."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import translation

from competence.models import ExportLog
from tests.cast import Cast
from tests.trainers import working
from tests.trainers.domain.test_course_files import BROKEN, TRAINER, one_course, one_file, sent, written
from tests.trainers.domain.test_pool import shared
from tests.trainers.views.asking import asked
from trainers.models import Course, Session, TrainerElsewhere


def chosen(client: Client, content: bytes) -> str:
    file = SimpleUploadedFile("x.json", content)
    answer = client.post(reverse("trainers:courses_import"), {"file": file}, follow=True)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_file_is_looked_at_and_then_taken_in(client: Client, cast: Cast) -> None:
    client.force_login(cast.hanne)
    content = one_file(one_course(), trainers=[TRAINER.__dict__])
    page = chosen(client, content)
    assert ("Barnets stemme" in page, "Kim Holm" in page, "Samtaler med børn" in page) == (True, True, True)
    assert (Course.objects.count(), TrainerElsewhere.objects.count()) == (0, 0)
    client.post(reverse("trainers:courses_take_in"), {"content": content.decode()})
    page = client.get(reverse("trainers:pool"), {"where": "elsewhere"}).content.decode()
    assert ("Kim Holm" in page, "Vesterby Kommune" in page) == (True, True)
    page = client.get(reverse("trainers:course", args=[Course.objects.get().pk])).content.decode()
    assert ("Fra Vesterby Kommune" in page, "Ikke i jeres katalog" in page) == (True, True)
    assert "I har det hele i forvejen" in chosen(client, content)


def test_the_pool_shows_each_place_alone(client: Client, cast: Cast) -> None:
    shared(cast)
    client.force_login(cast.sven)
    client.post(reverse("trainers:courses_take_in"), {"content": sent(TRAINER).decode()})
    names: dict[str, set[str]] = {
        "": {"Bo Bang", "Kim Holm"},
        "here": set(),
        "others": {"Bo Bang"},
        "elsewhere": {"Kim Holm"},
    }
    for where, expected in names.items():
        page = client.get(reverse("trainers:pool"), {"where": where}).content.decode()
        assert {name for name in ("Bo Bang", "Kim Holm") if name in page} == expected


@pytest.mark.parametrize(("content", "message"), BROKEN, ids=[message[:40] for _content, message in BROKEN])
def test_a_broken_file_is_answered_with_the_place_in_the_readers_language(
    client: Client, cast: Cast, content: bytes, message: str
) -> None:
    client.force_login(cast.sven)
    page = chosen(client, content)
    place = message.split(": ")[0]
    assert ("Filen kan ikke læses her" in page or "tekstfil" in page, "must" in page) == (True, False)
    assert place.startswith("the file") or place in page
    again = {"content": content.decode(errors="replace")}
    answer = client.post(reverse("trainers:courses_take_in"), again, follow=True)
    assert answer.status_code == 200
    assert (Course.objects.count(), TrainerElsewhere.objects.count()) == (0, 0)


def test_a_swede_reads_the_fault_in_swedish(client: Client, cast: Cast) -> None:
    client.force_login(cast.hanne)
    client.post(reverse("set_language"), {"language": "sv"})
    with translation.override("sv"):
        page = chosen(client, one_file(one_course(minutes=0)))
    assert "courses[0].minutes: måste vara ett heltal från 15 till 600" in page


@pytest.mark.parametrize("key", ["\ud800", "x" * 5000, "<b>", "%(most)s"])
def test_a_key_that_no_page_can_show_is_answered_too(client: Client, cast: Cast, key: str) -> None:
    client.force_login(cast.hanne)
    page = chosen(client, one_file(**{key: 1}))
    assert "er ikke en nøgle i formatet" in page or "…" in page
    assert ("<b>:" in page, "x" * 400 in page) == (False, False)


def test_a_file_that_is_too_large_is_refused(client: Client, cast: Cast) -> None:
    client.force_login(cast.hanne)
    assert "1 MB" in chosen(client, b" " * 1_000_001)


def test_taking_out_is_noted_and_names_only_who_said_yes(client: Client, cast: Cast) -> None:
    written(cast)
    shared(cast)
    client.force_login(cast.hanne)
    told = json.loads(client.get(reverse("trainers:courses_export")).content)
    assert [one["title"] for one in told["courses"]] == ["Barnets stemme"]
    assert [one["name"] for one in told["trainers"]] == ["Bo Bang"]
    assert list(ExportLog.objects.values_list("rows", "made_by")) == [(2, cast.hanne.pk)]


def test_a_removed_trainer_is_gone(client: Client, cast: Cast) -> None:
    client.force_login(cast.sven)
    client.post(reverse("trainers:courses_take_in"), {"content": sent(TRAINER).decode()})
    client.post(reverse("trainers:trainer_elsewhere_remove", args=[TrainerElsewhere.objects.get().pk]))
    assert TrainerElsewhere.objects.count() == 0


def test_a_session_becomes_a_course_and_a_course_the_next_session(client: Client, cast: Cast) -> None:
    (mandate,) = working.ready(cast)
    held = working.planned(mandate, cast, content="At lytte.", parts=[{"title": "Lov", "about": "ny"}], topics=["law"])
    client.force_login(cast.bo)
    form = client.get(reverse("trainers:course_new"), {"session": held.pk}).context["form"]
    assert (form.initial["title"], form.initial["parts"], form.initial["topics"]) == (held.title, "Lov: ny", ("law",))
    client.post(
        reverse("trainers:course_new"),
        {"title": held.title, "minutes": 120, "content": "At lytte.", "parts": "Lov: ny", "topics": ["law"]},
    )
    made = Course.objects.get()
    assert (made.parts, made.topics, made.is_ours) == ([{"title": "Lov", "about": "ny"}], ["law"], True)
    page = client.get(reverse("trainers:course", args=[made.pk])).content.decode()
    address = reverse("trainers:session_new", args=[mandate.round_id])
    assert f"{address}?course={made.pk}" in page
    begun = client.get(address, {"course": made.pk}).context["form"].initial
    assert (begun["title"], begun["content"], begun["parts"]) == (held.title, "At lytte.", "Lov: ny")
    assert Session.objects.count() == 1


def test_what_was_typed_stays_when_a_colleague_is_named(client: Client, cast: Cast) -> None:
    client.force_login(cast.hanne)
    sent_in = {"title": "Samtaler", "minutes": 60, "content": "Spørg Anna Ærø om det."}
    page = client.post(reverse("trainers:course_new"), sent_in).content.decode()
    assert ("Spørg Anna Ærø om det." in page, "fører til en person" in page) == (True, True)
    assert Course.objects.count() == 0


def test_the_list_asks_the_database_as_often_for_three_as_for_one(client: Client, cast: Cast) -> None:
    client.force_login(cast.eva)
    written(cast)
    one = asked(client, reverse("trainers:courses"))
    for _number in range(2):
        written(cast)
    assert asked(client, reverse("trainers:courses")) == one
