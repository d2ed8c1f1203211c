"""Courses and shared trainers go from one municipality to another as a file, and nothing else does (source: T31)."""

import json
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from competence.domain import retention
from competence.models import Competence, CompetenceArea, Unit
from competence.strict import Malformed
from tests.cast import TODAY, Cast
from tests.trainers.domain.test_pool import shared
from tests.trainers.selecting import AT
from trainers.course_facts import CourseFacts, Fate, Known, Part, TrainerFacts
from trainers.domain import course_files, courses, pool
from trainers.domain.courses import OlderThanHere
from trainers.models import Course, Session, TrainerElsewhere
from trainers.queries.courses import courses_of, filed
from trainers.queries.pool import Asked, elsewhere_of, shared_by

FACTS = CourseFacts(
    title="Barnets stemme",
    programme="Ny i faget",
    content="At tale med børn.\nOg at skrive det ned.",
    parts=(Part("Lov", "Hvad der gælder"), Part("Øvelse")),
    topics=("law", "best_practice"),
    other_topics="Påskens vagter",
    rests_on=("research", "users"),
    meant_for="either",
    meant_months=12,
    minutes=180,
    competences=(Known("samtaler", "Samtaler med børn"),),
)
TRAINER = TrainerFacts("Kim Holm", "Socialrådgiver", "Barnesamtaler", "dansk", "both", 7)
OUTSIDE = "Vesterby Kommune"


def written(cast: Cast, facts: CourseFacts = FACTS) -> Course:
    return courses.write(municipality=cast.nordby, facts=facts, by=cast.bo, at=AT)


def file_of(municipality: Unit, *trainers: TrainerFacts, name: str = "", on: date = TODAY) -> bytes:
    found = [filed(one) for one in courses_of(municipality.pk)]
    return course_files.written(municipality=name or municipality.name, made_on=on, courses=found, trainers=trainers)


def sent(*trainers: TrainerFacts, on: date = TODAY) -> bytes:
    return course_files.written(municipality=OUTSIDE, made_on=on, courses=[], trainers=trainers)


def taken_in(cast: Cast, content: bytes) -> None:
    courses.take_in(municipality=cast.sydby, content=content, by=cast.sven, at=AT)


def here(cast: Cast) -> list[str]:
    return [one.name for one in TrainerElsewhere.objects.filter(municipality=cast.sydby).order_by("name")]


def all_rows() -> list[object]:
    return [*Course.objects.order_by("pk").values(), *TrainerElsewhere.objects.order_by("pk").values()]


def test_a_course_arrives_with_all_that_was_written_and_says_where_it_is_from(cast: Cast) -> None:
    made = written(cast)
    taken_in(cast, file_of(cast.nordby))
    there = Course.objects.get(municipality=cast.sydby)
    assert (there.origin, there.key, filed(there).facts) == ("Nordby Kommune", made.key, FACTS)
    with pytest.raises(courses.NotOurs):
        courses.write(municipality=cast.sydby, facts=FACTS, by=cast.sven, at=AT, course=there)


def test_looking_writes_nothing_and_says_what_would_be_new_and_unknown(cast: Cast) -> None:
    written(cast)
    area = CompetenceArea.objects.create(municipality=cast.sydby, name="Børn")
    look: dict[str, Any] = {"municipality": cast.sydby, "content": file_of(cast.nordby), "on": TODAY}
    arriving = courses.look(**look)
    assert [fate for _course, fate in arriving.courses] == [Fate.NEW]
    assert arriving.unknown == (Known("samtaler", "Samtaler med børn"),)
    assert Course.objects.filter(municipality=cast.sydby).count() == 0
    Competence.objects.create(area=area, key="samtaler", name="Børnesamtaler")
    assert courses.look(**look).unknown == ()


def test_the_same_file_twice_changes_nothing(cast: Cast) -> None:
    written(cast)
    content = file_of(cast.nordby, TRAINER, name=OUTSIDE)
    taken_in(cast, content)
    before = all_rows()
    assert not courses.look(municipality=cast.sydby, content=content, on=TODAY).changes
    taken_in(cast, content)
    assert all_rows() == before


def test_new_words_arrive_and_ones_own_stay(cast: Cast) -> None:
    made = written(cast)
    taken_in(cast, file_of(cast.nordby))
    courses.write(municipality=cast.nordby, facts=CourseFacts("Barnets egen stemme"), by=cast.bo, at=AT, course=made)
    content = file_of(cast.nordby)
    assert [fate for _one, fate in courses.look(municipality=cast.sydby, content=content, on=TODAY).courses] == [
        Fate.CHANGED
    ]
    taken_in(cast, content)
    assert Course.objects.get(municipality=cast.sydby).title == "Barnets egen stemme"
    back = content.replace(b"Barnets egen stemme", b"Andres ord")
    courses.take_in(municipality=cast.nordby, content=back, by=cast.eva, at=AT)
    assert Course.objects.get(municipality=cast.nordby).title == "Barnets egen stemme"


def test_only_who_is_shared_now_stands_in_the_file_with_what_the_pool_shows(cast: Cast) -> None:
    share = shared(cast)
    (one,) = shared_by(cast.nordby.pk, TODAY)
    row = json.loads(file_of(cast.nordby, one))["trainers"][0]
    assert row == {
        "name": "Bo Bang",
        "job_title": "Socialrådgiver",
        "topics": "Digital signering, den svære samtale",
        "languages": "dansk, svensk",
        "reach": "both",
        "held": 0,
    }
    pool.end(share=share, by=cast.bo, at=AT + timedelta(days=1))
    assert shared_by(cast.nordby.pk, TODAY) == []


def test_whoever_has_not_said_yes_is_not_in_the_file(cast: Cast) -> None:
    share = shared(cast)
    share.agreed_at = None
    share.save()
    assert shared_by(cast.nordby.pk, TODAY) == []


def test_a_newer_file_replaces_the_trainers_of_its_municipality_alone(cast: Cast) -> None:
    other = TrainerFacts("Lis Lind", "Pædagog", "Leg", "", "visit", 0)
    taken_in(cast, sent(TRAINER, on=TODAY - timedelta(days=9)))
    taken_in(cast, sent(TRAINER).replace(OUTSIDE.encode(), "Østerby Kommune".encode()))
    arriving = courses.look(municipality=cast.sydby, content=sent(other), on=TODAY)
    assert [(one.name, fate) for one, fate in arriving.trainers] == [("Lis Lind", Fate.NEW), ("Kim Holm", Fate.GONE)]
    taken_in(cast, sent(other))
    assert sorted(TrainerElsewhere.objects.values_list("origin", "name")) == [
        ("Vesterby Kommune", "Lis Lind"),
        ("Østerby Kommune", "Kim Holm"),
    ]
    taken_in(cast, sent())
    assert here(cast) == ["Kim Holm"]


def test_an_older_file_does_not_bring_back_who_was_taken_back(cast: Cast) -> None:
    taken_in(cast, sent(TRAINER))
    with pytest.raises(OlderThanHere):
        taken_in(cast, sent(on=TODAY - timedelta(days=1)))
    assert here(cast) == ["Kim Holm"]


def test_no_trainer_of_this_installation_comes_from_a_file(cast: Cast) -> None:
    """The pool shows them as they are now; a file would outlast what they take back."""
    shared(cast)
    content = file_of(cast.nordby, *shared_by(cast.nordby.pk, TODAY))
    arriving = courses.look(municipality=cast.sydby, content=content, on=TODAY)
    assert (arriving.is_inside, arriving.trainers) == (True, [])
    taken_in(cast, content)
    assert courses.look(municipality=cast.nordby, content=content, on=TODAY).is_own
    courses.take_in(municipality=cast.nordby, content=content, by=cast.eva, at=AT)
    assert TrainerElsewhere.objects.count() == 0


def test_trainers_elsewhere_are_found_by_the_words_and_not_after_a_year(cast: Cast) -> None:
    taken_in(cast, sent(TRAINER))
    found = [Asked(words="vesterby barnesamtaler"), Asked(words="kim"), Asked(words="andet"), Asked(held=10)]
    assert [elsewhere_of(cast.sydby.pk, asked, TODAY).count() for asked in found] == [1, 1, 0, 0]
    assert elsewhere_of(cast.nordby.pk, Asked(), TODAY).count() == 0
    assert elsewhere_of(cast.sydby.pk, Asked(), TODAY + timedelta(days=366)).count() == 0


def test_trainers_elsewhere_are_erased_a_year_after_the_day_of_the_file(cast: Cast) -> None:
    taken_in(cast, sent(TRAINER))
    retention.erase(municipality=cast.sydby, on=TODAY + timedelta(days=365), at=AT)
    assert here(cast) == ["Kim Holm"]
    retention.erase(municipality=cast.sydby, on=TODAY + timedelta(days=366), at=AT)
    assert here(cast) == []


def test_a_course_that_names_a_colleague_is_refused_when_written(cast: Cast) -> None:
    with pytest.raises(courses.TellsOfSomebody):
        written(cast, CourseFacts("Barnets stemme", parts=(Part("Øvelse", "Spørg Anna Ærø."),)))


def one_course(**changes: object) -> dict[str, object]:
    row: dict[str, object] = {"key": "5f9d0d7e-1c1b-4a51-9d0e-3f1f6a2b7c01", "origin": OUTSIDE, **FACTS.columns}
    return row | changes


def one_file(*rows: object, **changes: object) -> bytes:
    top = {"format": "trainer-courses/1", "municipality": OUTSIDE, "made_on": "2026-10-01", "courses": rows}
    return json.dumps(top | {"trainers": []} | changes).encode()


TRAINER_ROW = {**TRAINER.__dict__}
BROKEN: list[tuple[bytes, str]] = [
    (b"{", "the file is not JSON: line 1, column 2"),
    (b"\xff", "the file is not JSON: it holds what cannot be read"),
    (b"[]", "the file must hold one object"),
    (one_file(format="trainer-courses/2"), "format: must be “trainer-courses/1”"),
    (one_file(unknown=1), "unknown: is not a key of the format"),
    (one_file(made_on="i går"), "made_on: must be a day as 2026-12-31"),
    (one_file(made_on="2026-10-16"), "made_on: must not lie in the future"),
    (one_file(municipality=" "), "municipality: must be a text that is not empty"),
    (one_file(courses={}), "courses: must be a list"),
    (one_file("x"), "courses[0]: must be an object"),
    (one_file(one_course(), one_course()), "courses[1].key: “5f9d0d7e-1c1b-4a51-9d0e-3f1f6a2b7c01” stands here twice"),
    (one_file(one_course(minutes="2 timer")), "courses[0].minutes: must be a whole number from 15 to 600"),
    (one_file(one_course(minutes=10)), "courses[0].minutes: must be a whole number from 15 to 600"),
    (one_file(one_course(key=[["x"]])), "courses[0].key: must be a text that is not empty"),
    (one_file(made_on=20261001), "made_on: must be a text that is not empty"),
    (one_file(one_course(key="x")), "courses[0].key: must be a UUID"),
    (one_file(one_course(title="x" * 121)), "courses[0].title: must be a text of at most 120 characters"),
    (one_file(one_course(title="\ud800")), "courses[0].title: must be a text of at most 120 characters"),
    (one_file(one_course(content="\x00")), "courses[0].content: must be a text of at most 2000 characters"),
    (one_file(one_course(title="a\nb")), "courses[0].title: must be one line"),
    (
        one_file(one_course(topics=["law", "astrology"])),
        "courses[0].topics[1]: must be one of law, functions, best_practice, procedures, coming",
    ),
    (one_file(one_course(parts=[{"title": "Lov"}])), "courses[0].parts[0].about: is missing"),
    (one_file(one_course(salary=1)), "courses[0].salary: is not a key of the format"),
    (one_file(one_course(content="Ring 12 34 56 78.")), "courses[0]: “12 34 56 78” leads to a person"),
    (
        one_file(one_course(), one_course(key="5f9d0d7e-1c1b-4a51-9d0e-3f1f6a2b7c02", content="Spørg Sven Svensson.")),
        ("courses[1]: “Sven Svensson” leads to a person"),
    ),
    (one_file(trainers=[{**TRAINER_ROW, "score": 4}]), "trainers[0].score: is not a key of the format"),
    (one_file(trainers=[{**TRAINER_ROW, "reach": "moon"}]), "trainers[0].reach: must be one of visit, online, both"),
    (one_file(trainers=[TRAINER_ROW, TRAINER_ROW]), "trainers[1].name: “Kim Holm” stands here twice"),
    (
        one_file(trainers=[TRAINER_ROW], made_on="2025-10-01"),
        "made_on: the file tells of trainers and is older than 12 months; ask for a new one",
    ),
]


@pytest.mark.parametrize(("content", "message"), BROKEN, ids=[message[:40] for _content, message in BROKEN])
def test_a_broken_file_says_where_and_nothing_of_it_is_written(cast: Cast, content: bytes, message: str) -> None:
    with pytest.raises(Malformed) as fault:
        taken_in(cast, content)
    assert str(fault.value) == message
    assert (Course.objects.count(), TrainerElsewhere.objects.count()) == (0, 0)


def some_of(words: list[str]) -> "st.SearchStrategy[tuple[str, ...]]":
    return st.sets(st.sampled_from(words)).map(lambda found: tuple(one for one in words if one in found))


WORDS = st.text("abc æøÅß<&%\"'\\\t\r\n", max_size=40)
TITLES = WORDS.filter(lambda text: text.strip() != "")
COURSES = st.builds(
    CourseFacts,
    title=TITLES,
    programme=WORDS,
    content=WORDS,
    parts=st.lists(st.builds(Part, TITLES, WORDS), max_size=3).map(tuple),
    topics=some_of(Session.Topic.values),
    other_topics=WORDS,
    rests_on=some_of(Session.Source.values),
    meant_for=st.sampled_from(["", *Session.MeantFor.values]),
    meant_months=st.integers(1, 60),
    minutes=st.integers(15, 600),
    competences=st.lists(st.builds(Known, st.sampled_from("abc"), st.sampled_from(["Jura", "Samtaler"]))).map(tuple),
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(told=st.lists(COURSES, max_size=4))
def test_a_municipality_that_had_nothing_takes_out_the_courses_it_took_in(cast: Cast, told: list[CourseFacts]) -> None:
    with transaction.atomic():
        for facts in told:
            written(cast, facts)
        first = file_of(cast.nordby)
        taken_in(cast, first)
        second = file_of(cast.sydby)
        transaction.set_rollback(True)
    assert json.loads(second)["courses"] == json.loads(first)["courses"]
    assert len(json.loads(second)["courses"]) == len(told)
