"""Pages of what new colleagues start with (sources: S35–S37)."""

from datetime import UTC, date, datetime

import pytest
from django.test import Client
from django.urls import reverse

from annualcycle.models import Wish
from competence.domain import introductions
from competence.domain.introductions import StepFacts
from competence.models import Introduction, IntroductionStep, Mentorship
from tests.annualcycle import year
from tests.cast import TODAY, Cast
from trainers.domain import limits

AT = datetime(2026, 10, 15, 10, 0, tzinfo=UTC)


@pytest.fixture
def programme(cast: Cast) -> Introduction:
    steps = [StepFacts("Nøgler", 0)]
    made = introductions.begin(employee=cast.vik, unit=cast.mod, starts_on=TODAY, steps=steps, by=cast.tove, at=AT)
    introductions.name_mentor(introduction=made, mentor=cast.anna, starts_on=TODAY, ends_on=date(2027, 4, 1), on=TODAY)
    return made


def test_leader_begins_from_the_example_and_makes_a_programme_of_it(cast: Cast, client: Client) -> None:
    client.force_login(cast.tove)
    client.post(reverse("strategy:introduction_steps_own", args=[cast.mod.pk]))
    steps = list(IntroductionStep.objects.values_list("after_days", flat=True))
    assert (len(steps), steps[0], steps[-1]) == (11, 0, 180)
    post = cast.vik.employments.get()
    response = client.post(reverse("strategy:introduction_new"), {"post": post.pk, "starts_on": "2026-10-19"})
    made = Introduction.objects.get()
    assert response["Location"] == reverse("strategy:introduction", args=[made.pk])
    assert (made.employee, made.unit, made.starts_on, made.items.count()) == (
        cast.vik,
        cast.mod,
        date(2026, 10, 19),
        11,
    )


@pytest.mark.parametrize("name", ["vik", "anna", "tove"])
def test_new_colleague_mentor_and_leader_mark_what_is_done(
    cast: Cast, client: Client, programme: Introduction, name: str
) -> None:
    client.force_login(cast.member(name))
    item = programme.items.get()
    client.post(reverse("strategy:introduction_item_done", args=[item.pk]), {"done": "1"})
    item.refresh_from_db()
    assert (item.done_on, item.done_by) == (TODAY, cast.member(name))


def test_mentor_does_not_read_the_assessment(cast: Cast, client: Client, programme: Introduction) -> None:
    introductions.assess(
        introduction=programme, needs_course=True, course="Børnelov", reason="Kræves.", by=cast.tove, at=AT
    )
    seen = {}
    for name in ("vik", "anna", "tove"):
        client.force_login(cast.member(name))
        page = client.get(reverse("strategy:introduction", args=[programme.pk])).content.decode()
        seen[name] = "Børnelov" in page
    assert seen == {"vik": True, "anna": False, "tove": True}


def test_assessment_that_needs_a_course_asks_which_and_why(cast: Cast, client: Client, programme: Introduction) -> None:
    client.force_login(cast.tove)
    page = client.post(reverse("strategy:introduction_assess", args=[programme.pk]), {"needs": "yes"}).content.decode()
    programme.refresh_from_db()
    said = ["Skriv, hvilket kursus." in page, "Skriv, hvorfor opgaven kræver det." in page]
    assert (said, programme.assessed_at) == ([True, True], None)


def test_mentor_is_found_by_search_and_named(cast: Cast, client: Client, programme: Introduction) -> None:
    client.force_login(cast.tove)
    address = reverse("strategy:introduction_mentor", args=[programme.pk])
    found = client.get(address, {"q": "bo"}, headers={"HX-Request": "true"}).content.decode()
    data = {"mentor": cast.bo.pk, "starts_on": "2026-11-01", "ends_on": "2027-02-01"}
    client.post(address, data)
    rows = Mentorship.objects.values_list("mentor__first_name", "starts_on", "ends_on")
    assert f'value="{cast.bo.pk}"' in found
    assert list(rows) == [
        ("Anna", TODAY, date(2026, 10, 31)),
        ("Bo", date(2026, 11, 1), date(2027, 2, 1)),
    ]


def test_mentor_the_unit_has_no_hours_for_is_refused_and_what_was_typed_stays(
    cast: Cast, client: Client, programme: Introduction
) -> None:
    limits.set_limit(unit=cast.mod, max_members=None, max_hours=2)
    client.force_login(cast.tove)
    address = reverse("strategy:introduction_mentor", args=[programme.pk])
    data = {"q": "bo", "mentor": cast.bo.pk, "starts_on": "2026-11-01", "ends_on": "2027-02-01", "hours": 3}
    page = client.post(address, data).content.decode()
    kept = ['value="3"' in page, 'value="2026-11-01"' in page, f'value="{cast.bo.pk}" checked' in page]
    assert ("Modtagelse kan ikke give så meget: én time om ugen for meget." in page, kept) == (True, [True] * 3)
    client.post(address, data | {"hours": 2})
    page = client.get(reverse("strategy:introduction", args=[programme.pk])).content.decode()
    assert "2 timer om ugen" in page


def needs_a_course(cast: Cast, programme: Introduction) -> str:
    year.published_year(cast)
    introductions.assess(
        introduction=programme, needs_course=True, course="Børnelov", reason="Kræves.", by=cast.tove, at=AT
    )
    return reverse("year:introduction_wish", args=[programme.pk])


def test_course_that_is_needed_becomes_a_wish_that_cannot_wait(
    cast: Cast, client: Client, programme: Introduction
) -> None:
    address = needs_a_course(cast, programme)
    client.force_login(cast.tove)
    for _again in range(2):
        client.post(address)
    wish = Wish.objects.get()
    assert (wish.employee, wish.title, wish.why_now, wish.is_ad_hoc, wish.state, wish.introduction) == (
        *(cast.vik, "Børnelov", "Kræves.", True, "draft"),
        programme,
    )
    assert "Vik Vestergaard skriver på ønsket." in client.get(address).content.decode()
    client.force_login(cast.vik)
    assert reverse("year:wish_edit", args=[wish.pk]) in client.get(address).content.decode()


def test_no_wish_begins_without_a_course_that_is_needed(cast: Cast, client: Client, programme: Introduction) -> None:
    year.published_year(cast)
    client.force_login(cast.tove)
    client.post(reverse("year:introduction_wish", args=[programme.pk]))
    assert not Wish.objects.exists()
