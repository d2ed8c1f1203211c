import pytest
from django.db import IntegrityError, transaction

from annualcycle.domain import orientation
from annualcycle.models import Orientation
from annualcycle.models.decisions import Outcome, Route
from annualcycle.queries.orientation import granted_courses, staff_of
from competence.models import Notice
from tests.annualcycle.board import published_cycle, submitted_wish
from tests.annualcycle.january import IN_JANUARY, answered, decided, release
from tests.cast import Cast


def test_publication_waits_until_the_answers_are_released(cast: Cast) -> None:
    cycle = published_cycle(cast)
    decided(cycle, cast.anna, Outcome.GRANTED)
    decided(cycle, cast.bo, Outcome.NOT_MET)
    with pytest.raises(orientation.NotAllAnswered) as refused:
        orientation.publish(cycle=cycle, by=cast.mads, at=IN_JANUARY)
    assert refused.value.missing == 2
    assert (Orientation.objects.count(), Notice.objects.count()) == (0, 0)


def test_a_single_missing_answer_holds_it_back(cast: Cast) -> None:
    cycle = answered(cast)
    submitted_wish(cycle, cast.vik)
    with pytest.raises(orientation.NotAllAnswered) as refused:
        orientation.publish(cycle=cycle, by=cast.mads, at=IN_JANUARY)
    assert refused.value.missing == 1


def test_a_year_without_wishes_is_released_first_too(cast: Cast) -> None:
    with pytest.raises(orientation.NotAllAnswered) as refused:
        orientation.publish(cycle=published_cycle(cast), by=cast.mads, at=IN_JANUARY)
    assert refused.value.missing == 0


def test_the_database_refuses_what_the_domain_would(cast: Cast) -> None:
    cycle = published_cycle(cast)
    decided(cycle, cast.anna, Outcome.GRANTED)
    with pytest.raises(IntegrityError, match="after all answers"), transaction.atomic():
        Orientation.objects.create(cycle=cycle, published_at=IN_JANUARY, published_by=cast.mads)
    release(cast, cycle)
    Orientation.objects.create(cycle=cycle, published_at=IN_JANUARY, published_by=cast.mads)


def test_publication_mails_everybody_in_the_centre_once(cast: Cast) -> None:
    cycle = answered(cast)
    orientation.write(cycle=cycle, introduction="  Godt nytår.  ")
    made = orientation.publish(cycle=cycle, by=cast.mads, at=IN_JANUARY)
    assert (made.introduction, made.published_at, made.published_by) == ("Godt nytår.", IN_JANUARY, cast.mads)
    expected = {cast.anna, cast.bo, cast.vik, cast.orla, cast.tess, cast.tove, cast.eva, cast.mette, cast.dan}
    told = {notice.recipient for notice in Notice.objects.filter(kind="orientation_published")}
    assert told == expected | {cast.finn, cast.mads}
    assert set(staff_of(cycle, IN_JANUARY.date())) == told
    with pytest.raises(orientation.AlreadyPublished):
        orientation.publish(cycle=cycle, by=cast.tove, at=IN_JANUARY)
    with pytest.raises(orientation.AlreadyPublished):
        orientation.write(cycle=cycle, introduction="Noget andet.")
    assert Notice.objects.count() == len(told)


def test_it_lists_granted_courses_with_places_by_team_and_nothing_else(cast: Cast) -> None:
    cycle = published_cycle(cast)
    decided(cycle, cast.eva, Outcome.GRANTED, provider="Komponent")
    decided(cycle, cast.anna, Outcome.GRANTED)
    decided(cycle, cast.bo, Outcome.GRANTED, title="samtaler med børn og unge ")
    decided(cycle, cast.tess, Outcome.GRANTED, route=Route.TALK, title="Ånd og sprog")
    decided(cycle, cast.vik, Outcome.NOT_MET, title="Supervisoruddannelse")
    decided(cycle, cast.dan, Outcome.SHARING, title="Excel")
    decided(cycle, cast.mette, Outcome.GRANTED, route=Route.AD_HOC, title="Hastekursus")
    courses = granted_courses(cycle)
    assert [(course.title, course.provider, course.places) for course in courses] == [
        ("Samtaler med børn og unge", "Komponent", 3),
        ("Ånd og sprog", "", 1),
    ]
    assert [(team.team, team.places) for team in courses[0].teams] == [("Familie", 1), ("Modtagelse", 2)]
